"""Do reports that say the same confirm each other? A wrong *independent* is the fault that matters."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from ostiary.documents.agreement.origins import Relation, Stories, relate
from ostiary.documents.agreement.propositions import Proposition
from ostiary.documents.agreement.speakers import same_voice
from ostiary.documents.agreement.tellings import Telling, tell
from ostiary.model.claims import Link, Reading

#: Claims less alike than this are never said to confirm each other.
CONFIRMING = 0.45


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


def judge(
    tellings: Sequence[Telling], stories: Mapping[tuple[int, int], Stories], *, contradict: bool, likeness: float
) -> Relation:
    """Return what several tellings of one claim are worth together.

    Args:
        tellings: One for each report.
        stories: The outlets whose story two reports both tell, for each two.
        contradict: Whether they exclude each other somewhere.
        likeness: How alike they are in what they tell.
    """
    relations = [
        relate(one, other, stories.get((one.report, other.report), {})) for one, other in combinations(tellings, 2)
    ]
    if all(relation.verdict == "one origin" for relation in relations):
        return Relation("one origin", " ".join(dict.fromkeys(relation.reason for relation in relations)))
    if contradict:
        return Relation("cannot tell", "The reports exclude each other, so neither confirms the other.")
    for verdict in ("public record", "independent"):
        found = [relation for relation in relations if relation.verdict == verdict]
        if found and verdict == "independent" and likeness < CONFIRMING:
            return Relation(
                "cannot tell",
                f"{found[0].reason} But their words are too far apart to be sure that both tell the same.",
            )
        if found:
            return found[0]
    return next(relation for relation in relations if relation.verdict == "cannot tell")
