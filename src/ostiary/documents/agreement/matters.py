"""How much are two propositions of one matter, apart from the words that they share?"""

from collections.abc import Sequence

import numpy as np

from ostiary.documents.agreement.propositions import Proposition
from ostiary.documents.agreement.weighing import Floats, Postings, weigh_fields

#: How much of a shared word a shared field is, as evidence that two say the same.
EVIDENCE = 0.8


class Matters:
    """The fields of propositions: which two share, without those of a word that both have."""

    def __init__(self, propositions: Sequence[Proposition]) -> None:
        fields = [frozenset(field for _, field in each.fields) for each in propositions]
        weights = weigh_fields(propositions)
        by_key: dict[str, set[str]] = {}
        for each in propositions:
            for key, field in each.fields:
                by_key.setdefault(key, set()).add(field)
        own = [proposition.own for proposition in propositions]
        self._fields, self._own = fields, own
        self._shared, self._counted = (
            Postings(fields, each) for each in (weights, dict.fromkeys(weights, EVIDENCE))
        )
        self._implied = Postings(own, {key: sum(map(weights.__getitem__, found)) for key, found in by_key.items()})
        self._implied_count = Postings(own, {key: EVIDENCE * len(found) for key, found in by_key.items()})

    def add_up(self, one: int) -> Floats:
        """Return the weight of the fields that a proposition shares with each."""
        return np.maximum(self._shared.add_up(self._fields[one]) - self._implied.add_up(self._own[one]), 0.0)

    def count(self, one: int) -> Floats:
        """Return what these are worth as evidence, counted in shared words."""
        found = self._counted.add_up(self._fields[one]) - self._implied_count.add_up(self._own[one])
        return np.maximum(found, 0.0)
