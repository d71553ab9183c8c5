"""What do several reports say alike, and do they confirm each other?"""

from collections.abc import Sequence

from ostiary.documents.agreement.copies import find_copies
from ostiary.documents.agreement.differences import list_differences
from ostiary.documents.agreement.grouping import Group, group_propositions
from ostiary.documents.agreement.likeness import measure_likeness
from ostiary.documents.agreement.propositions import Proposition, split_claims
from ostiary.documents.agreement.relatedness import find_related
from ostiary.documents.agreement.stories import find_stories
from ostiary.documents.agreement.summaries import summarise
from ostiary.documents.agreement.tellings import Telling
from ostiary.documents.agreement.terms import collect_terms
from ostiary.documents.agreement.verdicts import Between, collect_tellings, judge, name_origins
from ostiary.model.briefs import Agreement
from ostiary.model.claims import Reading

#: What likeness is worth between reports of different stories, where a claim is made in passing.
IN_PASSING = 0.5
#: Fewer reports leave nothing to compare.
_FEWEST = 2


def compare_readings(readings: Sequence[Reading]) -> tuple[Agreement, ...]:
    """Return the claims that two or more reports make, with what each agreement is worth.

    Args:
        readings: One for each report, in the order in which they are shown.

    Returns:
        In the order of the first report that makes each claim. A claim stands in several agreements where it says
        several things.
    """
    if len(readings) < _FEWEST:
        return ()
    terms = [collect_terms(reading) for reading in readings]
    propositions = [proposition for place, each in enumerate(terms) for proposition in split_claims(each, place)]
    if len({proposition.report for proposition in propositions}) < _FEWEST:
        return ()
    related = find_related(propositions, [each.names for each in terms])
    found = group_propositions(propositions, measure_likeness(propositions), related)
    groups = _drop_repeats(found, propositions)
    groups.sort(key=lambda group: min((propositions[at].report, propositions[at].span) for at in group.members))
    told = [collect_tellings(_sort_members(group, propositions), readings) for group in groups]
    between = Between(find_stories(readings), find_copies([each.words for each in terms]))
    return tuple(
        _agree(tellings, group, propositions[group.representative], between)
        for group, tellings in zip(groups, told, strict=True)
    )


def _drop_repeats(groups: Sequence[Group], propositions: Sequence[Proposition]) -> list[Group]:
    """Return the groups without those whose claims are all in a better one."""
    kept: list[Group] = []
    seen: list[frozenset[str]] = []
    for group in groups:
        claims = frozenset(propositions[at].claim.id for at in group.members)
        if not any(claims <= known for known in seen):
            kept.append(group)
            seen.append(claims)
    return kept


def _sort_members(group: Group, propositions: Sequence[Proposition]) -> list[Proposition]:
    """Return the members of a group, the representative first."""
    return [propositions[at] for at in dict.fromkeys((group.representative, *group.members))]


def _agree(
    tellings: Sequence[Telling],
    group: Group,
    representative: Proposition,
    between: Between,
) -> Agreement:
    differences = list_differences(tellings, contrary=group.contrary)
    contradict = group.contrary or any(difference.excludes for difference in differences)
    likeness = group.score if group.related else group.score * IN_PASSING
    relation = judge(tellings, between, contradict=contradict, likeness=likeness)
    claims = sorted(
        {
            (member.report, member.claim.content[0], member.claim.id)
            for each in tellings
            for member in each.propositions
        }
    )
    return Agreement(
        claims=tuple(claim for _, _, claim in claims),
        summary=summarise(tellings, representative),
        origins=name_origins(tellings),
        verdict=relation.verdict,
        reason=relation.reason,
        differences=differences,
    )
