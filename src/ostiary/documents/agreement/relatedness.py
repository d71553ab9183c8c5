"""Do two reports tell one story? Only then is what is merely likely to be one claim taken for one."""

from collections.abc import Sequence
from itertools import combinations

from ostiary.documents.agreement.concepts import common_concepts
from ostiary.documents.agreement.propositions import Proposition

#: Reports of one story share this part of the terms of the shorter one. Measured: two reports on one event share
#: 0.4 to 0.7; two random ones from one year's news mostly 0.17, and 95 in 100 pairs less than 0.33.
RELATED = 0.38
#: With less they do where they share so many names and numbers, and such a part of the names of the shorter one.
#: Measured on the same: 1 in 100 random pairs, all of one election campaign.
RELATED_BY_NAMES = 0.25
SHARED_NAMES, NAMES_SHARE = 3, 0.5
#: So many names are enough with a smaller part.
MANY_NAMES, MANY_SHARE = 5, 0.4

#: Pairs of reports, lower position first.
Related = frozenset[tuple[int, int]]


def find_related(propositions: Sequence[Proposition], names: Sequence[frozenset[str]]) -> Related:
    """Return the pairs of reports whose claims are about one story.

    Args:
        propositions: What all reports say.
        names: The keys of what has a name, report by report.
    """
    said: dict[int, frozenset[str]] = {}
    for proposition in propositions:
        said[proposition.report] = said.get(proposition.report, frozenset()) | proposition.own
    told = {report: keys - common_concepts() for report, keys in said.items()}
    named = {report: keys & names[report] for report, keys in told.items()}
    return frozenset(
        (one, other)
        for one, other in combinations(sorted(told), 2)
        if (share := _share(told[one], told[other])) >= RELATED
        or (share >= RELATED_BY_NAMES and _share_names(named[one], named[other]))
    )


def _share_names(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether two reports share so many names that they may tell one story."""
    shared, part = len(one & other), _share(one, other)
    return (shared >= SHARED_NAMES and part >= NAMES_SHARE) or (shared >= MANY_NAMES and part >= MANY_SHARE)


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    """Return which part of the smaller set both hold."""
    return len(one & other) / max(1, min(len(one), len(other)))
