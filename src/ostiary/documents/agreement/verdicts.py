"""Do reports that say the same confirm each other? A wrong *independent* is the fault that matters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from ostiary.documents.agreement.concepts import common_concepts
from ostiary.documents.agreement.origins import Relation, Stories, relate
from ostiary.documents.agreement.propositions import Proposition
from ostiary.documents.agreement.speakers import same_voice
from ostiary.documents.agreement.tellings import Telling, tell
from ostiary.model.briefs import Verdict
from ostiary.model.claims import Link, Reading

#: Claims less alike than this are never said to confirm each other.
CONFIRMING = 0.45
#: Nor those that have fewer words in common, such as stand in every report left out.
SHARED_TO_CONFIRM = 1
FAR_APART = "But their words are too far apart to be sure that both tell the same."
#: Of several pairs the first of these decides; one origin only where all have it.
RANKS: tuple[Verdict, ...] = ("public record", "independent", "cannot tell", "one origin")
PAIR = 2
#: So many different reasons are told where several reports tell one thing.
REASONS_SHOWN = 3
BOTH, ALL = "Both ", "All "


def collect_tellings(members: Sequence[Proposition], readings: Sequence[Reading]) -> tuple[Telling, ...]:
    """Return the telling of each report among the members of a group, in the order of the reports."""
    return tuple(
        tell(report, readings[report], tuple(member for member in members if member.report == report))
        for report in sorted({member.report for member in members})
    )


def name_origins(tellings: Sequence[Telling]) -> tuple[str, ...]:
    """Return where the chains of all tellings end, each voice once."""
    origins: list[Link] = []
    for source in (source for telling in tellings for source in telling.sources):
        if not any(same_voice(source.origin, known) for known in origins):
            origins.append(source.origin)
    return tuple(dict.fromkeys(origin.name for origin in origins))


@dataclass(frozen=True, slots=True)
class Between:
    """What reports have in common apart from what they tell, by the positions of two readings.

    Attributes:
        stories: The outlets whose story both tell.
        copies: The pairs that print one text.
    """

    stories: Mapping[tuple[int, int], Stories]
    copies: frozenset[tuple[int, int]]

    def relate(self, one: Telling, other: Telling) -> Relation:
        """Return how two tellings of one claim stand to each other."""
        if (one.report, other.report) in self.copies:
            return Relation("one origin", "Both print one text, perhaps corrected or shortened.")
        return relate(one, other, self.stories.get((one.report, other.report), {}))


def judge(tellings: Sequence[Telling], between: Between, *, contradict: bool, likeness: float) -> Relation:
    """Return what several tellings of one claim are worth together.

    Args:
        tellings: One for each report.
        between: What their reports have in common.
        contradict: Whether they exclude each other somewhere.
        likeness: How alike they are in what they tell.
    """
    related = [(pair, between.relate(*pair)) for pair in combinations(tellings, 2)]
    if all(relation.verdict == "one origin" for _, relation in related):
        return Relation("one origin", _explain(related, len(tellings)))
    if contradict:
        return Relation("cannot tell", "The reports exclude each other, so neither confirms the other.")
    pair, best = min(related, key=lambda each: RANKS.index(each[1].verdict))
    reason = _explain([(pair, best)], len(tellings))
    if best.verdict == "independent" and (likeness < CONFIRMING or not _share_enough(pair)):
        return Relation("cannot tell", f"{reason} {FAR_APART}")
    return Relation(best.verdict, reason)


def _share_enough(pair: tuple[Telling, Telling]) -> bool:
    """Return whether two tellings have words in common that make it sure that they tell one thing."""
    return any(
        len((left.own & right.own) - common_concepts()) >= SHARED_TO_CONFIRM
        for left in pair[0].propositions
        for right in pair[1].propositions
    )


def _explain(related: Sequence[tuple[tuple[Telling, Telling], Relation]], tellings: int) -> str:
    """Return why pairs of tellings stand as they do; of several reports it is said which are meant.

    Args:
        related: The pairs, each with its relation.
        tellings: How many reports tell it.
    """
    pairs: dict[str, tuple[Telling, Telling]] = {}
    for pair, relation in related:
        pairs.setdefault(relation.reason, pair)
    if tellings == PAIR:
        return " ".join(pairs)
    if len(pairs) == 1 and len(related) > 1:
        return next(iter(pairs)).replace(BOTH, ALL, 1)
    shown = list(pairs.items())[:REASONS_SHOWN]
    left_out = len(pairs) - len(shown)
    said = [f"{one.publisher} and {other.publisher}: {reason}" for reason, (one, other) in shown]
    return " ".join((*said, *((f"And {left_out} more reasons of that kind.",) if left_out else ())))
