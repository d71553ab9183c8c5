"""Does a reading fall into the traps that the gold of the real reports names, or take furniture for news?"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from figures import Gate, Tally
from gold import REPORTS, GoldReport, Stretch
from names_alike import fold_name
from relations import measure_overlap, relation_of

from ostiary.documents.words import split_words
from ostiary.model.claims import Claim, Reading
from ostiary.model.reports import FURNITURE, Span

TRAPS, FURNISHED = "traps fallen into", "furniture that yields a claim, a date or an act"
TRAP_GATES: Mapping[str, Gate] = {TRAPS: Gate(0.0, most=True), FURNISHED: Gate(0.0, most=True)}


@dataclass(frozen=True, slots=True)
class Trap:
    """A place that is easily misread.

    Attributes:
        what: What is easily misread there.
        span: Where.
        expected: What a right reading has there; its beginning tells which test is made.
    """

    what: str
    span: Span
    expected: str


def read_traps_004() -> list[Trap]:
    """Return the traps of the second real report; none where its gold is absent."""
    path = REPORTS / "gold_004.json"
    rows = json.loads(path.read_text(encoding="utf-8"))["traps"] if path.is_file() else []
    return [Trap(row["what"], Span(row["span"]["start"], row["span"]["end"]), row["expect"]) for row in rows]


def _yields_claim_or_date(reading: Reading, span: Span) -> bool:
    dated = any(date.span.overlaps(span) for date in reading.dates)
    return dated or any(_touches(claim, span) for claim in reading.claims)


def _names_body(reading: Reading, span: Span) -> bool:
    heard = any(place.overlaps(span) for voice in reading.voices for place in voice.spans)
    return heard or _names_party(reading, span)


def _names_party(reading: Reading, span: Span) -> bool:
    return any(mention.span.overlaps(span) for mention in reading.mentions)


def _loses_outlet(reading: Reading, span: Span) -> bool:
    """Return whether no claim told there has the outlet that the words name as a link."""
    named = fold_name(reading.report.words_of(span))
    told = (claim for claim in reading.claims if claim.cue and claim.cue.overlaps(span))
    links = (link for claim in told for chain in (claim.chain, *claim.branches) for link in chain[1:])
    return not any(link.kind == "outlet" and fold_name(link.name) in named for link in links)


def _makes_claim_of(reading: Reading, span: Span) -> bool:
    return any(
        span.covers(part) for claim in reading.claims for part in claim.content[:1] if len(claim.content) == 1
    )


def _mixes_categories(reading: Reading, span: Span) -> bool:
    """Return whether an act told in the same sentence as one of another category has the wrong one."""
    words = split_words(reading.report)
    sentence = words.sentence_span(words.sentence_at(span.start))
    acts = [act for act in reading.acts if act.span.overlaps(sentence) and act.kind == "designation"]
    return any(act.program not in {"SDGT", ""} for act in acts)


#: By how the expectation begins: whether a reading falls into the trap.
TESTS: Mapping[str, Callable[[Reading, Span], bool]] = {
    "no claim": _yields_claim_or_date,
    "no organisation": _names_body,
    "no designated": _names_party,
    "no mention": _names_party,
    "chain": _loses_outlet,
    "no separate": _makes_claim_of,
    "legal category": _mixes_categories,
}


def list_fallen(reading: Reading, traps: Sequence[Trap]) -> Iterator[Trap]:
    """Yield the traps that a reading falls into; one with an expectation that no test is for counts as such."""
    for trap in traps:
        test = next((test for start, test in TESTS.items() if trap.expected.startswith(start)), None)
        if test is None or test(reading, trap.span):
            yield trap


def tally_traps(gold: GoldReport, reading: Reading, traps: Sequence[Trap]) -> Tally:
    """Count traps, and blocks of furniture from which anything is read."""
    furniture = [stretch for stretch, kind in gold.zones if kind in FURNITURE]
    furnished = sum(_is_read(reading, stretch) for stretch in furniture)
    fallen = len(list(list_fallen(reading, traps)))
    return {**({TRAPS: (fallen, len(traps))} if traps else {}), FURNISHED: (furnished, len(furniture))}


def _is_read(reading: Reading, stretch: Stretch) -> bool:
    span = Span(*stretch)
    return _yields_claim_or_date(reading, span) or any(act.span.overlaps(span) for act in reading.acts)


def _touches(claim: Claim, span: Span) -> bool:
    return bool(measure_overlap(relation_of(claim).content, [(span.start, span.end)]))
