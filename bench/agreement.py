"""Are claims that reports share found, and is it said rightly whether they confirm each other?"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from figures import Figure, Gate, Section, Tally, measure_shares
from gold import GoldApart, GoldPair, GoldReport, GoldShared, GoldTelling, Stretch

from ostiary.documents.agreement import compare_readings
from ostiary.model.briefs import Agreement
from ostiary.model.claims import Claim, Reading

FOUND = "shared claims found"
RIGHT = "agreements that gold has too"
VERDICT = "verdicts right, of shared claims found"
INDEPENDENT = "independent claims called so"
WRONGLY = "called independent and not so"
CANNOT_TELL = "agreements with 'cannot tell'"
LOOKALIKES = "look-alikes taken for one claim"

GATES = {
    INDEPENDENT: Gate(0.8),
    WRONGLY: Gate(0, most=True),
    CANNOT_TELL: Gate(0.25, below=True),
    LOOKALIKES: Gate(0, most=True),
}
#: With how many of the following each stranger is compared.
STRANGERS = 3
#: How many claims the two real reports must be found to share.
SHARED_BY_REAL = 15
NOTES = (
    "An agreement is right if it holds a claim of each report that overlaps gold's stretch there. One whose",
    "differences exclude each other shows a contradiction: it is neither a find nor a look-alike taken for one.",
)

Read = Callable[[GoldTelling, str], Reading]


@dataclass(frozen=True, slots=True)
class Judged:
    """The agreements of two reports beside gold.

    Attributes:
        shared: Gold's shared claims.
        apart: Gold's look-alikes.
        agreements: What was found; contradictions are left out.
        matches: For each agreement the positions in ``shared`` that it stands for.
        mistaken: For each agreement the positions in ``apart`` that it takes for one.
    """

    shared: Sequence[GoldShared]
    apart: Sequence[GoldApart]
    agreements: Sequence[Agreement]
    matches: Sequence[frozenset[int]]
    mistaken: Sequence[frozenset[int]]


def judge_agreements(
    shared: Sequence[GoldShared], apart: Sequence[GoldApart], readings: tuple[Reading, Reading]
) -> Judged:
    """Return the agreements found between two reports beside gold."""
    agreements = [
        each for each in compare_readings(readings) if not any(part.excludes for part in each.differences)
    ]
    claims = [{claim.id: claim for claim in reading.claims} for reading in readings]

    def tells(agreement: Agreement, gold: GoldShared | GoldApart) -> bool:
        return all(
            any(_overlap(known[ident], stretches) for ident in agreement.claims if ident in known)
            for known, stretches in zip(claims, (gold.left, gold.right), strict=True)
        )

    return Judged(
        shared,
        apart,
        agreements,
        [frozenset(at for at, gold in enumerate(shared) if tells(each, gold)) for each in agreements],
        [frozenset(at for at, gold in enumerate(apart) if tells(each, gold)) for each in agreements],
    )


def _overlap(claim: Claim, stretches: Sequence[Stretch | str]) -> bool:
    return any(
        span.start < int(stretch[1]) and int(stretch[0]) < span.end
        for span in claim.content
        for stretch in stretches
    )


def tally_agreements(judged: Judged) -> Tally:
    """Return what two reports add to each measure."""
    told = list(zip(judged.agreements, judged.matches, strict=True))
    found = {at for _, matches in told for at in matches}
    right = {at for each, matches in told for at in matches if each.verdict in judged.shared[at].verdicts}
    independent = {at for at, gold in enumerate(judged.shared) if gold.verdicts[0] == "independent"}
    called = {at for each, matches in told if each.verdict == "independent" for at in matches}
    verdicts = [each.verdict for each in judged.agreements]
    mistaken = {at for each in judged.mistaken for at in each}
    return {
        FOUND: (len(found), len(judged.shared)),
        RIGHT: (sum(bool(matches) for matches in judged.matches), len(judged.agreements)),
        VERDICT: (len(right), len(found)),
        INDEPENDENT: (len(independent & called), len(independent)),
        WRONGLY: (sum(_is_wrongly_independent(judged, each, matches) for each, matches in told), len(told)),
        CANNOT_TELL: (verdicts.count("cannot tell"), len(verdicts)),
        LOOKALIKES: (len(mistaken), len(judged.apart)),
    }


def _is_wrongly_independent(judged: Judged, agreement: Agreement, matches: frozenset[int]) -> bool:
    if agreement.verdict != "independent":
        return False
    return not any("independent" in judged.shared[at].verdicts for at in matches)


def list_faults(judged: Judged, name: str) -> Iterator[str]:
    """Yield what went wrong, a line each."""
    found = {at for matches in judged.matches for at in matches}
    for at, gold in enumerate(judged.shared):
        if at not in found:
            yield f"{name}: not found: {gold.key} ({gold.verdicts[0]})"
    for agreement, matches, mistaken in zip(judged.agreements, judged.matches, judged.mistaken, strict=True):
        for at in sorted(matches):
            if agreement.verdict not in judged.shared[at].verdicts:
                wanted = judged.shared[at].verdicts[0]
                yield f"{name}: {judged.shared[at].key}: {agreement.verdict}, not {wanted}: {agreement.reason}"
        if not matches:
            what = f"look-alike ({judged.apart[min(mistaken)].why})" if mistaken else "not in gold"
            yield f"{name}: {what}: {agreement.verdict}: {agreement.summary}"


def measure_agreement(pairs: Sequence[GoldPair], read: Read) -> Section:
    """Measure pairs of invented reports.

    Args:
        pairs: With gold.
        read: Gives the reading of a report under an id.
    """
    judged = [
        judge_agreements(pair.shared, pair.apart, (read(pair.left, "r1"), read(pair.right, "r2")))
        for pair in pairs
    ]
    faults = [fault for pair, each in zip(pairs, judged, strict=True) for fault in list_faults(each, pair.id)]
    names = ", ".join(pair.id for pair in pairs)
    return Section(
        f"Agreement: pairs {names}", measure_shares(list(map(tally_agreements, judged)), GATES), NOTES, faults
    )


def measure_real_agreement(
    gold: tuple[Sequence[GoldShared], Sequence[GoldApart]],
    reports: tuple[GoldReport, GoldReport],
    readings: tuple[Reading, Reading],
) -> Section:
    """Measure the two real reports, of which no claim confirms another.

    Args:
        gold: What they share, and what only looks so, by ids of claims.
        reports: Gold of each, which tells where its claims stand.
        readings: Of each.
    """
    places = tuple({claim.id: claim.content for claim in report.claims} for report in reports)
    shared = [
        GoldShared(
            each.key,
            _stretches(each.left, places[0]),
            _stretches(each.right, places[1]),
            each.origins,
            each.verdicts,
            each.why,
            each.differences,
        )
        for each in gold[0]
    ]
    apart = [
        GoldApart(_stretches(each.left, places[0]), _stretches(each.right, places[1]), each.why)
        for each in gold[1]
    ]
    judged = judge_agreements(shared, apart, readings)
    found = {at for matches in judged.matches for at in matches}
    shares = measure_shares([tally_agreements(judged)], {WRONGLY: GATES[WRONGLY], CANNOT_TELL: GATES[CANNOT_TELL]})
    count = Figure(
        "shared claims found", len(found), f"of {len(shared)} in gold", gate=Gate(SHARED_BY_REAL), digits=0
    )
    return Section(
        "Agreement: the two real reports", (count, *shares[1:]), NOTES, list(list_faults(judged, "real"))
    )


def _stretches(idents: Sequence[Stretch | str], places: dict[str, tuple[Stretch, ...]]) -> tuple[Stretch, ...]:
    return tuple(stretch for ident in idents for stretch in places[str(ident)])


def measure_strangers(readings: Sequence[Reading]) -> Section:
    """Measure reports of different stories, where nearly nothing may agree and nothing be called independent.

    Args:
        readings: Of reports drawn at random, each by another outlet; each is compared with the next few.
    """
    pairs = [
        compare_readings([one, other])
        for place, one in enumerate(readings)
        for other in readings[place + 1 : place + 1 + STRANGERS]
    ]
    tallies: list[Tally] = [
        {
            "pairs of strangers that agree somewhere": (int(bool(found)), 1),
            "pairs of strangers called independent somewhere": (
                int(any(agreement.verdict == "independent" for agreement in found)),
                1,
            ),
        }
        for found in pairs
    ]
    return Section(f"Agreement: {len(readings)} reports of different stories", measure_shares(tallies))
