"""Would fitted weights be better than those set by hand? Both on labelled pairs that the fit has not seen.

``python bench/fit_weights.py`` cuts the pairs of tests/cases into two halves by a seed, moves each weight and cost
of the default profile up and down as long as the one half gets better, and prints both tables and their figures
on the other half, with the interval of the difference.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
from rich.console import Console
from rich.table import Table

from ostiary.names.alignment import ADDED, CONTRADICTED, COST_NAMES, OMITTED, TRACE_COLUMNS, align
from ostiary.names.analysis import WordKind, classes_of_schema, query_readings
from ostiary.names.arrays import Array, NameTable, number_words, tabulate_names, tabulate_words
from ostiary.names.matching import PreparedName, prepare_name, weigh_words
from ostiary.names.scan import side_of
from ostiary.screening.profiles import cost_rows, load_profile

sys.path.append(str(Path(__file__).resolve().parents[1]))
from tests.cases.labelled import Case, read_cases

WIDTH = 120
LABELS = ("should_fire", "same_entity")
NAMES = (*(kind.name for kind in WordKind), *COST_NAMES)
#: Percent by which a weight is moved, the largest first.
STEPS = (130, 77, 112, 89)
RESAMPLES = 1_000
#: Percent of the resamples below and above the interval.
TAIL = 2.5
_NO_TRACE = np.zeros((0, TRACE_COLUMNS), dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read both names of a pair: all of a score but the weights.

    Attributes:
        prepared: The first name.
        kinds: Kinds of its words, as numbers.
        other: The second name's row of a table, its words' keys and kinds.
    """

    prepared: PreparedName
    kinds: Array
    other: tuple[NameTable, Array, Array]


def read_pair(case: Case, costs: Array) -> Iterator[Reading]:
    """Yield the ways to read a pair of names."""
    left, right = case.names
    for name_class in classes_of_schema(case.schema):
        for ours in query_readings(left, name_class):
            for theirs in query_readings(right, name_class):
                if not ours.words or not theirs.words:
                    continue
                numbers = number_words([theirs])
                listed = weigh_words(tabulate_words(list(numbers[name_class])), costs)
                other = (tabulate_names([theirs], numbers), listed.table.keys, listed.table.kinds.astype(np.int64))
                kinds = np.array([word.kind for word in ours.words], dtype=np.int64)
                yield Reading(prepare_name(ours, listed), kinds, other)


def score_pair(readings: Sequence[Reading], costs: Array) -> int:
    """Return the points of a pair under a row of weights and costs."""
    best = -(1 << 29)
    for reading in readings:
        names, keys, kinds = reading.other
        listed = side_of(names, 0, costs[kinds], keys)
        ours = reading.prepared.side._replace(weights=costs[reading.kinds])
        best = max(best, int(align(reading.prepared.likeness, ours, listed, costs, _NO_TRACE)))
    return best


def measure_area(points: Array, labels: Array) -> float:
    """Return how often a pair with the label has more points than one without; a tie is half."""
    wanted, others = np.sort(points[labels]), np.sort(points[~labels])
    below = np.searchsorted(others, wanted, side="left") + np.searchsorted(others, wanted, side="right")
    return float(below.sum() / (2 * max(wanted.size * others.size, 1)))


def rate(points: Array, labels: Mapping[str, Array], rows: Array, threshold: int) -> float:
    """Return how good points are: the mean of the areas under both curves and of F1 at the threshold."""
    told = rows[labels["should_fire"][rows] >= 0]
    fire, hit = labels["should_fire"][told] == 1, points[told] >= threshold
    f1 = 2 * (fire & hit).sum() / max(fire.sum() + hit.sum(), 1)
    areas = []
    for label in LABELS:
        of_label = rows[labels[label][rows] >= 0]
        areas.append(measure_area(points[of_label], labels[label][of_label] == 1))
    return float(np.mean([*areas, f1]))


def fit(pairs: Sequence[Sequence[Reading]], labels: Mapping[str, Array], rows: Array, start: Array) -> Array:
    """Return the row of weights and costs that no single step makes better on some rows."""
    threshold = load_profile().threshold
    best = start.copy()

    def rated(costs: Array) -> float:
        points = np.zeros(len(pairs), dtype=np.int64)
        for row in rows:
            points[row] = score_pair(pairs[row], costs)
        return rate(points, labels, rows, threshold)

    most = rated(best)
    for step in STEPS:
        for place in range(best.size):
            tried = best.copy()
            tried[place] = max(tried[place] * step // 100, 1)
            if tried[CONTRADICTED] < max(tried[OMITTED], tried[ADDED]):
                continue
            found = rated(tried)
            if found > most:
                best, most = tried, found
    return best


def compare_tables(
    used: Array, fitted: Array, labels: Mapping[str, Array], rows: Array, *, seed: int
) -> tuple[float, float, float, float]:
    """Return both ratings on some rows, and the interval of 95 % of the difference, from resamples of the rows."""
    threshold, dice = load_profile().threshold, np.random.default_rng(seed)
    differences = []
    for _ in range(RESAMPLES):
        drawn = dice.choice(rows, rows.size)
        differences.append(rate(fitted, labels, drawn, threshold) - rate(used, labels, drawn, threshold))
    low, high = np.percentile(differences, [TAIL, 100 - TAIL])
    return rate(used, labels, rows, threshold), rate(fitted, labels, rows, threshold), float(low), float(high)


def main() -> None:
    """Fit on one half, measure on the other, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1, help="cuts the pairs into halves")
    given = parser.parse_args()
    cases = list(read_cases())
    start = next(iter(cost_rows(load_profile()).values()))
    pairs = [list(read_pair(case, start)) for case in cases]
    labels = {
        label: np.array([-1 if getattr(case, label) is None else int(getattr(case, label)) for case in cases])
        for label in LABELS
    }
    order = list(range(len(cases)))
    Random(given.seed).shuffle(order)  # noqa: S311 - draws a sample, guards no secret
    seen, held_out = np.array(order[::2]), np.array(order[1::2])
    fitted = fit(pairs, labels, seen, start)
    used, new = (np.array([score_pair(pair, costs) for pair in pairs]) for costs in (start, fitted))
    console = Console(width=None if sys.stdout.isatty() else WIDTH)
    table = Table("weight or cost", "in use", "fitted", title=f"Fitted on {seen.size} pairs, seed {given.seed}")
    for name, one, other in zip(NAMES, start, fitted, strict=True):
        table.add_row(name, str(one), str(other) if one != other else "the same")
    console.print(table)
    for what, rows in (("fitted on", seen), ("held out", held_out)):
        one, other, low, high = compare_tables(used, new, labels, rows, seed=given.seed)
        console.print(f"{what}: in use {one:.4f}, fitted {other:.4f}, difference from {low:+.4f} to {high:+.4f}")


if __name__ == "__main__":
    main()
