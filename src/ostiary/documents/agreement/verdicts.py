"""Do reports that say the same confirm each other? A wrong *independent* is the fault that matters: in doubt never."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from ostiary.documents.agreement.propositions import Proposition
from ostiary.documents.agreement.records import find_record
from ostiary.documents.agreement.sources import Source, find_sources
from ostiary.documents.agreement.speakers import same_voice
from ostiary.model.briefs import Verdict
from ostiary.model.claims import Reading


@dataclass(frozen=True, slots=True)
class Relation:
    """How the sources of two reports stand to each other.

    Attributes:
        verdict: What two reports of one claim are worth.
        reason: Why, in plain words.
    """

    verdict: Verdict
    reason: str


@dataclass(frozen=True, slots=True)
class Telling:
    """One report's telling of a claim.

    Attributes:
        reading: The report.
        propositions: Where it tells it.
        sources: On whose word; what it says in its own voice counts only where it names nobody at all.
        outlets: The outlets that it credits anywhere, folded.
    """

    reading: Reading
    propositions: tuple[Proposition, ...]
    sources: tuple[Source, ...]
    outlets: frozenset[str]

    @property
    def publisher(self) -> str:
        """Who published it, as a reader would say."""
        return self.reading.report.outlet or self.reading.report.name


def collect_tellings(members: Sequence[Proposition], readings: Sequence[Reading]) -> tuple[Telling, ...]:
    """Return the telling of each report among the members of a group, in the order of the reports."""
    return tuple(
        _tell(readings[report], tuple(member for member in members if member.report == report))
        for report in sorted({member.report for member in members})
    )


def _tell(reading: Reading, propositions: tuple[Proposition, ...]) -> Telling:
    claims = {proposition.claim.id: proposition.claim for proposition in propositions}
    sources = tuple(source for claim in claims.values() for source in find_sources(claim, reading))
    attributed = tuple(source for source in sources if source.standing != "own voice")
    outlets = frozenset(
        outlet for claim in reading.claims for source in find_sources(claim, reading) for outlet in source.outlets
    )
    return Telling(reading, propositions, attributed or sources, outlets)


def name_origins(tellings: Sequence[Telling]) -> tuple[str, ...]:
    """Return where the chains of all tellings end, each voice once."""
    origins: list[Source] = []
    for source in (source for telling in tellings for source in telling.sources):
        if not any(same_voice(source.origin, known.origin) for known in origins):
            origins.append(source)
    return tuple(dict.fromkeys(source.origin.name for source in origins))


def judge(tellings: Sequence[Telling]) -> Relation:
    """Return what several tellings of one claim are worth together."""
    relations = [_relate(one, other) for one, other in combinations(tellings, 2)]
    for verdict in ("public record", "independent"):
        found = [relation for relation in relations if relation.verdict == verdict]
        if found:
            return found[0]
    if all(relation.verdict == "one origin" for relation in relations):
        reasons = dict.fromkeys(relation.reason for relation in relations)
        return Relation("one origin", " ".join(reasons))
    return next(relation for relation in relations if relation.verdict == "cannot tell")


def _relate(one: Telling, other: Telling) -> Relation:
    record = next(_records(one, other), "")
    if record:
        return Relation(
            "public record", f"It is {record}: the record shows it, and reports of it do not add to that."
        )
    for left in one.sources:
        for right in other.sources:
            shared = _shared_origin(left, right)
            if shared:
                return Relation("one origin", shared)
    relations = [_compare(left, right, one, other) for left in one.sources for right in other.sources]
    return next(
        (relation for relation in relations if relation.verdict != "independent"),
        relations[0],
    )


def _records(one: Telling, other: Telling) -> Iterator[str]:
    for left in one.propositions:
        for right in other.propositions:
            record = find_record(left, right, (one.reading, other.reading))
            if record:
                yield record


def _shared_origin(left: Source, right: Source) -> str:
    """Return the reason why two sources are one, or an empty text."""
    outlets = [right.outlets[outlet] for outlet in left.outlets if outlet in right.outlets]
    if outlets:
        return f"Both go back to what {outlets[0]} published."
    if same_voice(left.origin, right.origin):
        return f"Both give the word of {left.origin.name}."
    if left.body and right.body and (left.body <= right.body or right.body <= left.body):
        return f"{left.origin.name} and {right.origin.name} speak for one institution."
    return ""


def _compare(left: Source, right: Source, one: Telling, other: Telling) -> Relation:
    standings = {left.standing, right.standing}
    if standings == {"own voice"}:
        return Relation("cannot tell", "Neither report says whose word it is: both may have it from one story.")
    if "own voice" in standings:
        return _compare_own_voice(left, right, one, other)
    if standings == {"named"}:
        return Relation(
            "independent",
            f"{left.origin.name} and {right.origin.name} are two origins, and neither "
            "stands in the other's chain.",
        )
    return Relation("cannot tell", f"{left.origin.name} and {right.origin.name} may be one source.")


def _compare_own_voice(left: Source, right: Source, one: Telling, other: Telling) -> Relation:
    silent, source, named = (one, right, other) if left.standing == "own voice" else (other, left, one)
    shared = [source.outlets[outlet] for outlet in source.outlets if outlet in silent.outlets]
    if shared:
        return Relation(
            "one origin",
            f"{named.publisher} has it from {shared[0]}; {silent.publisher} names nobody here and takes its story "
            f"from {shared[0]} elsewhere.",
        )
    return Relation(
        "cannot tell",
        f"{silent.publisher} says it in its own voice and may have it from {source.origin.name} too.",
    )
