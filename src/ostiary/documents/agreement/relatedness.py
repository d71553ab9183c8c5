"""Do two reports tell one story? Only then is what is merely likely to be one claim taken for one."""

from collections.abc import Sequence
from itertools import combinations

from ostiary.documents.agreement.concepts import common_concepts
from ostiary.documents.agreement.propositions import Proposition

#: Reports of one story share this part of the terms of the shorter one. Measured: two reports on one event share
#: 0.4 to 0.7; two random ones from one year's news mostly 0.17, and 95 in 100 pairs less than 0.33.
RELATED = 0.38


def find_related(propositions: Sequence[Proposition]) -> frozenset[tuple[int, int]]:
    """Return the pairs of reports, lower position first, whose claims are about one story."""
    said: dict[int, set[str]] = {}
    for proposition in propositions:
        said.setdefault(proposition.report, set()).update(proposition.own - common_concepts())
    return frozenset(
        (one, other)
        for one, other in combinations(sorted(said), 2)
        if len(said[one] & said[other]) >= RELATED * min(len(said[one]), len(said[other]))
    )
