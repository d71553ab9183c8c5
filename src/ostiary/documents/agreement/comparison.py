"""What do several reports say alike, and do they confirm each other?"""

from collections.abc import Sequence

from ostiary.documents.agreement.differences import list_differences
from ostiary.documents.agreement.grouping import Group, group_propositions
from ostiary.documents.agreement.likeness import measure_likeness
from ostiary.documents.agreement.propositions import Proposition, split_claims
from ostiary.documents.agreement.terms import collect_terms
from ostiary.documents.agreement.verdicts import collect_tellings, judge, name_origins
from ostiary.model.briefs import Agreement
from ostiary.model.claims import Reading

#: What a clause may begin or end with that is no part of what it says.
EDGES = ' \t\r\n,;:—\u2013-()[]"“”«»'


def compare_readings(readings: Sequence[Reading]) -> tuple[Agreement, ...]:
    """Return the claims that two or more reports make, with what each agreement is worth.

    Args:
        readings: One for each report, in the order in which they are shown.

    Returns:
        In the order of the first report that makes each claim. A claim stands in several agreements where it says
        several things.
    """
    propositions = [
        proposition
        for place, reading in enumerate(readings)
        for proposition in split_claims(collect_terms(reading), place)
    ]
    if len({proposition.report for proposition in propositions}) < 2:  # noqa: PLR2004 - nothing to compare with
        return ()
    groups = _drop_repeats(group_propositions(propositions, measure_likeness(propositions)), propositions)
    groups.sort(key=lambda members: min((member.report, member.span) for member in members))
    return tuple(_agree(members, readings) for members in groups)


def _drop_repeats(groups: Sequence[Group], propositions: Sequence[Proposition]) -> list[list[Proposition]]:
    """Return the members of each group, the representative first; of groups of the same claims only the best."""
    kept: list[list[Proposition]] = []
    seen: list[set[str]] = []
    for group in groups:
        members = [propositions[at] for at in group.members]
        claims = {member.claim.id for member in members}
        if not any(claims <= known for known in seen):
            kept.append(members)
            seen.append(claims)
    return kept


def _agree(members: Sequence[Proposition], readings: Sequence[Reading]) -> Agreement:
    tellings = collect_tellings(members, readings)
    relation = judge(tellings)
    claims = sorted({(member.report, member.claim.content[0], member.claim.id) for member in members})
    summary = readings[members[0].report].report.words_of(members[0].span).strip(EDGES)
    return Agreement(
        claims=tuple(claim for _, _, claim in claims),
        summary=" ".join(summary.split()).removeprefix("that "),
        origins=name_origins(tellings),
        verdict=relation.verdict,
        reason=relation.reason,
        differences=list_differences(tellings),
    )
