"""How is a real report read, beside what was read in it by hand?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claim_figures import AS_FACT, CHAIN, ORIGIN, choose_relations, list_wrongs, tally_claims
from date_figures import DATE_GATES, list_date_wrongs, tally_dates
from figures import Gate, Section, Tally, add_tallies, measure_shares
from gold import GoldClaim, GoldReport, Stretch
from polnear import list_misses
from relations import compare_contents, measure_overlap, relation_of
from report_traps import TRAP_GATES, Trap, list_fallen, tally_traps

from ostiary.model.claims import Claim, Reading
from ostiary.model.reports import Mention, Report

ZONES, PARTIES, FALSE_PARTIES = "zones right", "designated parties by name found", "false parties by name, sure"
DOUBTFUL, REFERRING = "false parties by name, not sure", "what refers back found"
OWN, OWN_ACCUSING = "claims in the outlet's own voice found", "accusations in its own voice seen as such"

GATES: Mapping[str, Gate] = {
    ZONES: Gate(1.0),
    PARTIES: Gate(1.0),
    FALSE_PARTIES: Gate(0.0, most=True),
    AS_FACT: Gate(0.0, most=True),
    **DATE_GATES,
    **TRAP_GATES,
}
#: The issue's, of the 25 attributed claims of the report that it gives gold for.
CLAIM_GATES: Mapping[str, Gate] = {CHAIN: Gate(20 / 25), ORIGIN: Gate(22 / 25)}

_BY_NAME = frozenset({"name", "alias", "partial name", "acronym"})


@dataclass(frozen=True, slots=True)
class ReportResult:
    """A report with what was read in it by hand, and what the product reads.

    Attributes:
        gold: What was read by hand.
        readings: By the day that was given as that of its publication; all but dates is measured on the first.
    """

    gold: GoldReport
    readings: Mapping[str, Reading]

    @property
    def reading(self) -> Reading:
        """The first of its readings."""
        return next(iter(self.readings.values()))


def measure_report(
    name: str, result: ReportResult, traps: Sequence[Trap], gates: Mapping[str, Gate]
) -> Section | str:
    """Return all figures of one report, or why there are none.

    Args:
        name: What to call it.
        result: Its readings and gold.
        traps: Those that its gold names.
        gates: Those besides the ones that hold for every report.
    """
    gold, reading = result.gold, result.reading
    if reading.report.digest != gold.digest:
        return f"{name} has other bytes than those that its gold was made for: it is left out."
    dates = [tally_dates(gold, each.dates, day) for day, each in result.readings.items()]
    tally = {
        **tally_zones(gold.zones, reading.report),
        **tally_mentions(gold, reading.mentions),
        **tally_claims(reading.report.text, gold.claims, reading.claims, outlet=gold.outlet),
        **tally_own_voice(gold.claims, reading.claims),
        **add_tallies(dates),
        **tally_traps(gold, reading, traps),
    }
    days = " and ".join(result.readings)
    notes = [
        f"One report: no interval. Dates: as if published on {days}, counted for each; the rest for the first."
    ]
    misses = [*_list_wrongs(result), *(f"trap: {trap.what}" for trap in list_fallen(reading, traps))]
    return Section(name, measure_shares([tally], {**GATES, **gates}), notes, misses)


def tally_zones(gold: Sequence[tuple[Stretch, str]], report: Report) -> Tally:
    """Count the blocks that the reading takes, all of them, for what they are."""
    return {ZONES: (sum(not _misread(stretch, kind, report) for stretch, kind in gold), len(gold))}


def _misread(stretch: Stretch, kind: str, report: Report) -> set[str]:
    """Return what a block, or a part of it, is wrongly taken for."""
    found = {zone.kind for zone in report.zones if measure_overlap([stretch], [(zone.span.start, zone.span.end)])}
    return {str(other) for other in found - {kind}} if found else {"nothing"}


def tally_mentions(gold: GoldReport, found: Sequence[Mention]) -> Tally:
    """Count designated parties that were found, and found ones that the report does not name."""
    named = [each for each in gold.mentions if each.kind in _BY_NAME]
    referring = [each for each in gold.mentions if each.kind not in _BY_NAME]
    false = list(_find_false(gold, found))
    by_name = [mention for mention in found if mention.kind in _BY_NAME]
    doubtful = [mention for mention in by_name if not mention.sure]
    return {
        PARTIES: (sum(_finds(found, each.span, each.party_id, by_name=True) for each in named), len(named)),
        FALSE_PARTIES: (sum(mention.sure for mention in false), len(by_name) - len(doubtful)),
        DOUBTFUL: (sum(not mention.sure for mention in false), len(doubtful)),
        REFERRING: (
            sum(_finds(found, each.span, each.party_id, by_name=False) for each in referring),
            len(referring),
        ),
    }


def _finds(found: Sequence[Mention], stretch: Stretch, party: str, *, by_name: bool) -> bool:
    return any(
        mention.party_id == party
        and (mention.kind in _BY_NAME) == by_name
        and measure_overlap([stretch], [(mention.span.start, mention.span.end)])
        for mention in found
    )


def _find_false(gold: GoldReport, found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions by name of parties that the report does not name there."""
    for mention in found:
        span = [(mention.span.start, mention.span.end)]
        right = (
            each.party_id == mention.party_id and measure_overlap([each.span], span) for each in gold.mentions
        )
        if mention.kind in _BY_NAME and not any(right):
            yield mention


def tally_own_voice(gold: Sequence[GoldClaim], found: Sequence[Claim]) -> Tally:
    """Count the claims in the outlet's own voice that were found as such, and accusations among them."""
    own = [claim for claim in gold if not claim.attributed and not claim.optional]
    met = [(one, claim) for one in own if (claim := _find_own(one, found))]
    accusing = [one for one in own if one.accuses]
    seen = [one for one in accusing if _is_accused(one, found)]
    return {OWN: (len(met), len(own)), OWN_ACCUSING: (len(seen), len(accusing))}


def _find_own(gold: GoldClaim, found: Sequence[Claim]) -> Claim | None:
    own = (claim for claim in found if not claim.attributed)
    return next(
        (claim for claim in own if compare_contents(gold.content, relation_of(claim).content) >= 0.5), None
    )


def _is_accused(gold: GoldClaim, found: Sequence[Claim]) -> bool:
    return any(claim.accusation and measure_overlap(gold.content, relation_of(claim).content) for claim in found)


def _list_wrongs(result: ReportResult) -> Iterator[str]:
    gold, reading, text = result.gold, result.reading, result.reading.report.text
    yield from _list_misread(gold, reading.report)
    yield from _list_mention_wrongs(gold, reading)
    yield from list_misses("claims", text, *choose_relations(gold.claims, reading.claims))
    yield from list_wrongs("", text, gold.claims, reading.claims, outlet=gold.outlet)
    for day, other in result.readings.items():
        yield from list_date_wrongs(gold, other.report, other.dates, day)


def _list_misread(gold: GoldReport, report: Report) -> Iterator[str]:
    for (start, end), kind in gold.zones:
        if wrong := _misread((start, end), kind, report):
            yield f"zone at {start}: {', '.join(sorted(wrong))}, not {kind}: {report.text[start:end][:60]!r}"


def _list_mention_wrongs(gold: GoldReport, reading: Reading) -> Iterator[str]:
    for each in gold.mentions:
        if not _finds(reading.mentions, each.span, each.party_id, by_name=each.kind in _BY_NAME):
            yield f"not found: {each.kind} {reading.report.text[slice(*each.span)]!r} of {each.party_id}"
    for mention in _find_false(gold, reading.mentions):
        yield f"false: {reading.report.words_of(mention.span)!r} as {mention.party_id}: {mention.reason}"
