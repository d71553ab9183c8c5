"""When is a relation of SOURCE, CUE and CONTENT found, and when exactly right? One measure for all texts."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from figures import Gate, Tally, measure_f1
from gold import GoldClaim, Stretch

from ostiary.model.claims import Attribution, Claim
from ostiary.model.reports import Span

VERBS = Path(__file__).resolve().parent / "data" / "reading" / "reporting_verbs.csv"

PRECISION, RECALL, VERB_RECALL = "relations: P", "relations: R", "relations: R on reporting verbs"
EXACT = {"source": "exact source: F1", "cue": "exact cue: F1", "content": "exact content: F1"}

#: The issue's, on PolNeAR dev.
GATES: Mapping[str, Gate] = {
    PRECISION: Gate(0.75),
    RECALL: Gate(0.45),
    VERB_RECALL: Gate(0.75),
    EXACT["source"]: Gate(0.65),
    EXACT["cue"]: Gate(0.65),
    EXACT["content"]: Gate(0.52),
}

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Relation:
    """Who (empty: nobody) is said by which words to have said what; stretches in the order of the text."""

    source: tuple[Stretch, ...]
    cue: tuple[Stretch, ...]
    content: tuple[Stretch, ...]


def relation_of(found: Attribution | Claim) -> Relation:
    """Return the relation of an attribution, or of a claim that is attributed."""
    return Relation(_stretches(found.source), _stretches(found.cue), tuple(map(_stretch, found.content)))


def relation_of_gold(claim: GoldClaim) -> Relation:
    """Return the relation of a gold claim that is attributed."""
    return Relation((claim.source,) if claim.source else (), (claim.cue,) if claim.cue else (), claim.content)


def _stretches(span: Span | None) -> tuple[Stretch, ...]:
    return (_stretch(span),) if span else ()


def _stretch(span: Span) -> Stretch:
    return span.start, span.end


def measure_overlap(one: Sequence[Stretch], other: Sequence[Stretch]) -> int:
    """Return how many characters two sets of stretches share."""
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)


def measure_length(stretches: Sequence[Stretch]) -> int:
    """Return how many characters stretches hold."""
    return sum(end - start for start, end in stretches)


def compare_contents(one: Sequence[Stretch], other: Sequence[Stretch]) -> float:
    """Return which part of the longer content both share, 0 to 1."""
    longer = max(measure_length(one), measure_length(other))
    return measure_overlap(one, other) / longer if longer else 0.0


def compare_relations(gold: Relation, found: Relation) -> float:
    """Return how well a found relation meets a gold one, 0 if it does not.

    It does where cues overlap, sources overlap or both are absent, and contents share at least half of the longer.
    """
    if not measure_overlap(gold.cue, found.cue) or bool(gold.source) != bool(found.source):
        return 0.0
    if gold.source and not measure_overlap(gold.source, found.source):
        return 0.0
    shared = compare_contents(gold.content, found.content)
    return shared if shared >= 0.5 else 0.0


def match_relations(gold: Sequence[Relation], found: Sequence[Relation]) -> dict[int, int]:
    """Return, by the number of a gold relation, that of the found one which meets it; each serves once."""
    likeness = (
        (share, -wanted, -given)
        for wanted, left in enumerate(gold)
        for given, right in enumerate(found)
        if (share := compare_relations(left, right))
    )
    return pair_up(likeness)


def pair_up(likeness: Iterator[tuple[float, int, int]]) -> dict[int, int]:
    """Return pairs of numbers, best first, each number once.

    Args:
        likeness: How alike, the number on the left with a minus, that on the right with a minus (so that of equal
            pairs the earlier one is taken).
    """
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, left, right in sorted(likeness, reverse=True):
        if -left not in pairs and -right not in taken:
            pairs[-left] = -right
            taken.add(-right)
    return pairs


def tally_relations(text: str, gold: Sequence[Relation], found: Sequence[Relation]) -> Tally:
    """Return what one article adds to the measures of relations and of exact spans."""
    matched = match_relations(gold, found)
    spoken = {number for number, relation in enumerate(gold) if is_spoken(text, relation)}
    return {
        PRECISION: (len(matched), len(found)),
        RECALL: (len(matched), len(gold)),
        VERB_RECALL: (len(spoken & matched.keys()), len(spoken)),
        **{name: _tally_exact(gold, found, part) for part, name in EXACT.items()},
    }


def _tally_exact(gold: Sequence[Relation], found: Sequence[Relation], part: str) -> tuple[int, int]:
    """Count spans that are the same in all their stretches; relations that share a span have it once."""
    wanted, given = ({getattr(each, part) for each in some} - {()} for some in (gold, found))
    return measure_f1(len(wanted & given), len(wanted), len(given))


def is_spoken(text: str, relation: Relation) -> bool:
    """Return whether a form of a reporting verb stands in a relation's cue."""
    words = (word for start, end in relation.cue for word in _WORD.findall(text[start:end].lower()))
    return not reporting_forms().isdisjoint(words)


@cache
def reporting_forms() -> frozenset[str]:
    """Return every form of the reporting verbs."""
    with VERBS.open(encoding="utf-8") as lines:
        rows = csv.DictReader(line for line in lines if not line.startswith("#"))
        return frozenset(form for row in rows for form in (row["verb"], *row["forms"].split()))


def describe_relation(text: str, relation: Relation) -> str:
    """Return a relation in one line, to be looked at."""
    return " | ".join(
        f"{label} {_shorten(text, stretches)}"
        for label, stretches in (("S", relation.source), ("C", relation.cue), ("X", relation.content))
    )


def _shorten(text: str, stretches: Sequence[Stretch]) -> str:
    parts = (" ".join(text[start:end].split()) for start, end in stretches)
    return " ... ".join(part if len(part) <= 120 else f"{part[:80]} [...] {part[-30:]}" for part in parts) or "-"
