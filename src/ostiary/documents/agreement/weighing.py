"""How much does a term tell? Rare ones much, names and numbers more, those of every report little."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log

import numpy as np
from numpy.typing import NDArray

from ostiary.documents.agreement.concepts import common_concepts
from ostiary.documents.agreement.propositions import Proposition

#: What a term that nearly every report has counts, against one that few have.
COMMON = 0.4
#: A party, a person or a number is worth more than a word.
NAMED = 1.4
NAMING = ("party ", "person ", "number ")
#: Counts that stand in every report.
SMALL_COUNTS = frozenset(f"number {count}" for count in range(1, 5))

#: How many reports the weights of terms were measured on at once.
PAIR = 2
#: One shared word that names nobody and counts nothing is no evidence; a name is worth two.
ENOUGH_SHARED = 2

Floats = NDArray[np.float64]


def weigh_terms(propositions: Sequence[Proposition]) -> Mapping[str, float]:
    """Return how much each term tells, between 0 and about 1.4: rare ones much, those of every report little."""
    whole = [proposition for proposition in propositions if proposition.whole]
    common = common_concepts()
    rarity = _measure_rarity([proposition.own | proposition.near for proposition in whole], _count_reports(whole))
    return {key: rare * _standing(key, common) for key, rare in rarity.items()}


def weigh_fields(propositions: Sequence[Proposition]) -> Mapping[str, float]:
    """Return how much each field tells, between 0 and 1."""
    keys = [frozenset(field for _, field in each.fields) for each in propositions]
    return _measure_rarity(keys, _count_reports(propositions))


def _count_reports(propositions: Sequence[Proposition]) -> int:
    return len({proposition.report for proposition in propositions})


def _measure_rarity(keys: Sequence[frozenset[str]], reports: int) -> Mapping[str, float]:
    """Return how rare each key is, as if two reports were compared: in many that tell one story none is rarer."""
    counts = Counter(key for held in keys for key in held)
    scale = PAIR / max(PAIR, reports)
    whole = len(keys) * scale
    return {key: log(1 + whole / max(1.0, count * scale)) / log(1 + whole) for key, count in counts.items()}


def _standing(key: str, common: frozenset[str]) -> float:
    if key in SMALL_COUNTS:
        return COMMON
    if key.startswith(NAMING):
        return NAMED
    return COMMON if key in common else 1.0


class Postings:
    """In which propositions each term stands: one array of positions for each, without a matrix over all terms."""

    def __init__(self, keys: Sequence[frozenset[str]], weights: Mapping[str, float]) -> None:
        places: dict[str, list[int]] = {}
        for at, held in enumerate(keys):
            for key in held:
                places.setdefault(key, []).append(at)
        self._places = {key: np.array(found, dtype=np.int64) for key, found in places.items()}
        self._weights = weights
        self._count = len(keys)

    def add_up(self, keys: frozenset[str]) -> Floats:
        """Return, for each proposition, the weight of those of the given terms that stand in it."""
        known = [key for key in keys if key in self._places]
        if not known:
            return np.zeros(self._count)
        places = [self._places[key] for key in known]
        weights = np.repeat([self._weights.get(key, 0.0) for key in known], list(map(len, places)))
        return np.asarray(np.bincount(np.concatenate(places), weights, minlength=self._count), dtype=np.float64)


def find_links(propositions: Sequence[Proposition]) -> list[frozenset[str]]:
    """Return, for each proposition, those of its terms that stand in one sentence of its report only."""
    sentences: dict[tuple[int, str], set[int]] = {}
    for proposition in propositions:
        for key in proposition.own:
            sentences.setdefault((proposition.report, key), set()).add(proposition.claim.sentence)
    common = common_concepts()
    return [
        frozenset(
            key for key in proposition.own if len(sentences[proposition.report, key]) == 1 and key not in common
        )
        for proposition in propositions
    ]


def count_for_sharing(propositions: Sequence[Proposition]) -> Postings:
    """Return postings that add up to :data:`ENOUGH_SHARED` for a shared name or number, or two shared words."""
    keys = {key for proposition in propositions for key in proposition.own}
    named = {key for key in keys if key.startswith(NAMING) and key not in SMALL_COUNTS}
    return Postings(
        [proposition.own for proposition in propositions],
        {key: float(ENOUGH_SHARED if key in named else 1) for key in keys},
    )
