"""How do the sources of two reports stand to each other? One origin, two, or no telling."""

from collections.abc import Iterator
from dataclasses import dataclass

from ostiary.documents.agreement.credits import find_credits, name_credited
from ostiary.documents.agreement.professions import exclude_each_other
from ostiary.documents.agreement.propositions import Proposition
from ostiary.documents.agreement.records import find_record, is_public_document
from ostiary.documents.agreement.sources import Source, find_sources
from ostiary.documents.agreement.speakers import same_voice
from ostiary.model.briefs import Verdict
from ostiary.model.claims import Reading


@dataclass(frozen=True, slots=True)
class Relation:
    """How two tellings of a claim stand to each other.

    Attributes:
        verdict: What they are worth together.
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
        outlets: The outlets that it credits anywhere, itself with them, folded.
        credited: Those that it credits for the report as a whole.
    """

    reading: Reading
    propositions: tuple[Proposition, ...]
    sources: tuple[Source, ...]
    outlets: frozenset[str]
    credited: frozenset[str]

    @property
    def publisher(self) -> str:
        """Who published it, as a reader would say."""
        return self.reading.report.outlet or self.reading.report.name


def tell(reading: Reading, propositions: tuple[Proposition, ...], known: frozenset[str]) -> Telling:
    """Return one report's telling of a claim.

    Args:
        reading: The report.
        propositions: Where it tells it.
        known: Outlets of all reports compared, folded: a credit may name one that is in no table.
    """
    claims = {proposition.claim.id: proposition.claim for proposition in propositions}
    sources = tuple(source for claim in claims.values() for source in find_sources(claim, reading))
    attributed = tuple(source for source in sources if source.standing != "own voice")
    credited = name_credited(find_credits(reading.report), known)
    return Telling(reading, propositions, attributed or sources, find_outlets(reading) | credited, credited)


def find_outlets(reading: Reading) -> frozenset[str]:
    """Return all outlets that a report names as hands of a claim, and its publisher, folded."""
    return frozenset(
        outlet for claim in reading.claims for source in find_sources(claim, reading) for outlet in source.outlets
    )


def relate(one: Telling, other: Telling) -> Relation:
    """Return how two tellings stand to each other. *Independent* only if nothing speaks against it."""
    record = next(_find_records(one, other), "")
    if record:
        return Relation("public record", f"It is {record}: the record shows it, whoever reports it.")
    if is_on_public_document(one) and is_on_public_document(other):
        return Relation("public record", "Both rest on a document that anybody can look up.")
    pairs = [(left, right) for left in one.sources for right in other.sources]
    for left, right in pairs:
        shared = _find_shared(left, right)
        if shared:
            return Relation("one origin", shared)
    relations = [_weigh(left, right, one, other) for left, right in pairs]
    return next((relation for relation in relations if relation.verdict != "independent"), relations[0])


def _find_records(one: Telling, other: Telling) -> Iterator[str]:
    for left in one.propositions:
        for right in other.propositions:
            record = find_record(left, right, (one.reading, other.reading))
            if record:
                yield record


def _find_shared(left: Source, right: Source) -> str:
    """Return why two sources are one, or an empty text."""
    outlets = [right.outlets[outlet] for outlet in left.outlets if outlet in right.outlets]
    if outlets:
        return f"Both go back to what {outlets[0]} published."
    for hand in left.hands:
        if any(same_voice(hand, other) for other in right.hands):
            return f"Both give the word of {hand.name}."
    if left.body and right.body and (left.body <= right.body or right.body <= left.body):
        return f"{left.origin.name} and {right.origin.name} speak for one institution."
    return ""


def _weigh(left: Source, right: Source, one: Telling, other: Telling) -> Relation:
    """Return how two sources stand to each other that share no hand."""
    names = f"{left.origin.name} and {right.origin.name}"
    if left.standing == right.standing == "named":
        if one.credited & other.outlets or other.credited & one.outlets:
            return Relation("cannot tell", f"{names} are named, and one report has its material from the other.")
        return Relation("independent", f"{names} are two origins, and neither stands in the other's chain.")
    story = _find_story(left, right, one, other)
    if story:
        return Relation("one origin", story)
    if left.standing == right.standing == "own voice":
        return Relation("cannot tell", "Neither report says whose word it is: both may have it from one story.")
    for source, telling in ((left, one), (right, other)):
        if source.standing == "own voice":
            return Relation("cannot tell", f"{telling.publisher} names nobody and may have it from the same source.")
    if _are_two_people(left, right):
        return Relation("independent", f"{names} are two people, though not both are named.")
    return Relation("cannot tell", f"Nothing shows that {names} are two sources.")


def _are_two_people(left: Source, right: Source) -> bool:
    """Return whether a named and an unnamed source, each telling its own outlet, cannot be one person."""
    direct = len(left.hands) == len(right.hands) == 1
    one_named = (left.origin.kind == "person") != (right.origin.kind == "person")
    hidden = {left.standing, right.standing} & {"unnamed", "class"}
    return direct and one_named and bool(hidden) and exclude_each_other(left.described, right.described)


def _find_story(left: Source, right: Source, one: Telling, other: Telling) -> str:
    """Return why two sources, not both named, go back to one outlet's story, or an empty text."""
    for source, teller, silent in ((left, one, other), (right, other, one)):
        shared = [name for outlet, name in source.outlets.items() if outlet in silent.outlets]
        if shared and shared[0] == teller.publisher:
            return f"{silent.publisher} takes its story from {shared[0]}, which published this."
        if shared:
            return f"{teller.publisher} has it from {shared[0]}, from whom {silent.publisher} takes its story too."
    return ""


def is_on_public_document(telling: Telling) -> bool:
    """Return whether a telling rests on a document that anybody can look up."""
    return any(is_public_document(source) for source in telling.sources)
