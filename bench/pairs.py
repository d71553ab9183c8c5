"""Two names: should a filter raise the one for the other, and is it the same party? Measured on labelled pairs."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from matchers import Matcher
from measures import Estimate, Floats, draw_counts, estimate, measure_rows
from numpy.typing import NDArray

LABELS = ("should_fire", "same_entity")
PARTS = ("all", "person", "organisation", "other")
#: By matcher, a row per pair.
Scores = Mapping[str, Floats]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names of one schema, and what a person says of them: a label that is left open is not there."""

    schema: str
    left: str
    right: str
    labels: Mapping[str, bool]

    @property
    def kind(self) -> str:
        """``person``, ``organisation`` or ``other``."""
        organisations = {"Company", "Organization", "LegalEntity", "PublicBody"}
        return "person" if self.schema == "Person" else "organisation" if self.schema in organisations else "other"


@dataclass(frozen=True, slots=True)
class PairResult:
    """What one matcher reached on one label over one part of the pairs."""

    label: str
    part: str
    matcher: str
    rows: int
    positives: int
    cut: float
    estimates: Mapping[str, Estimate]


def read_name_pairs(path: Path) -> list[Pair]:
    """Return the pairs of ``name_pairs.csv``."""
    with path.open(encoding="utf-8", newline="") as table:
        return [
            Pair(row["schema"], row["name1"], row["name2"], _read_labels(row)) for row in csv.DictReader(table)
        ]


def _read_labels(row: Mapping[str, str]) -> dict[str, bool]:
    return {label: row[label] == "true" for label in LABELS if row[label]}


def score_pairs(pairs: Sequence[Pair], matchers: Iterable[Matcher]) -> dict[str, Floats]:
    """Return each matcher's scores, a row per pair."""
    return {
        matcher.name: np.array([matcher.compare(pair.left, pair.right, pair.schema) for pair in pairs])
        for matcher in matchers
    }


def _select(pairs: Sequence[Pair], label: str, part: str) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    rows = [at for at, pair in enumerate(pairs) if label in pair.labels and part in {"all", pair.kind}]
    return np.array(rows), np.array([pairs[at].labels[label] for at in rows])


def measure_pairs(pairs: Sequence[Pair], scores: Scores, cuts: Mapping[str, float]) -> list[PairResult]:
    """Return the measures by label, part of the pairs and matcher.

    Args:
        pairs: The labelled pairs; those without the label are left out.
        scores: By matcher, a row per pair.
        cuts: The threshold of each matcher.
    """
    results = []
    for label in LABELS:
        for part in PARTS:
            rows, truth = _select(pairs, label, part)
            counts = draw_counts(len(rows))
            for name, values in scores.items():
                measured = estimate(measure_rows(values[rows], truth, counts, cut=cuts[name]))
                results.append(PairResult(label, part, name, len(rows), int(truth.sum()), cuts[name], measured))
    return results


def compare_with(
    pairs: Sequence[Pair], scores: Scores, cuts: Mapping[str, float], names: tuple[str, str]
) -> dict[str, dict[str, Estimate]]:
    """Return the first matcher's measures minus the second's, by label, over the same resamples."""
    found = {}
    for label in LABELS:
        rows, truth = _select(pairs, label, "all")
        counts = draw_counts(len(rows))
        ours, theirs = (measure_rows(scores[name][rows], truth, counts, cut=cuts[name]) for name in names)
        found[label] = estimate(ours - theirs)
    return found


def write_misses(pairs: Sequence[Pair], scores: Mapping[str, Floats], path: Path) -> None:
    """Write every pair with its labels and all scores, to be read by a person."""
    with path.open("w", encoding="utf-8", newline="") as target:
        table = csv.writer(target)
        table.writerow(["schema", "name1", "name2", *LABELS, *scores])
        for at, pair in enumerate(pairs):
            shown = (f"{values[at]:.3f}" for values in scores.values())
            table.writerow(
                [pair.schema, pair.left, pair.right, *(pair.labels.get(label, "") for label in LABELS), *shown]
            )
