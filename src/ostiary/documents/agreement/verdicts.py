"""Do reports that say the same confirm each other? A wrong *independent* is the fault that matters."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from ostiary.documents.agreement.origins import Relation, Stories, Telling, relate, tell
from ostiary.documents.agreement.propositions import Proposition
from ostiary.documents.agreement.speakers import same_voice
from ostiary.model.claims import Link, Reading


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
    tellings: Sequence[Telling], stories: Mapping[tuple[int, int], Stories], *, contradict: bool
) -> Relation:
    """Return what several tellings of one claim are worth together.

    Args:
        tellings: One for each report.
        stories: The outlets whose story two reports both tell, for each two.
        contradict: Whether they exclude each other somewhere.
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
        if found:
            return found[0]
    return next(relation for relation in relations if relation.verdict == "cannot tell")
