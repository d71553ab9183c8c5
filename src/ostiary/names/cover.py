"""Which words of a query must a name meet to reach the floor? Names that meet none of these need not be looked at.

The points that a name loses are a mean over the weight of all words of both names, each at its own cost: a word
left over costs OMITTED or ADDED at least, a pair its unlikeness. A name reaches the floor only if that mean is
at most the allowance, 1000 less the floor. So count each word's cost less the allowance, times its weight: a
name whose sum is above nothing is out. Choose some words of the query, the *cover*; the others may be met at no
cost, and bring the sum down by no more than the *deficit*. Then a name is out

* if a word of the cover is paired with one so unlike that this pair alone outweighs the deficit;
* if all words of the cover are left over, and their cost outweighs the deficit. Where the other words cannot
  make up two full words, the name is lonely, which leaves it a smaller allowance.

What is left are the names that meet a word of the cover in a word that is like enough; a rarer cover finds
fewer. Names that write words together, and acronyms, are found by keys of their own.

All sums are in hundredths of a point times weight, so that they are whole.
"""

from typing import Final, NamedTuple

import numpy as np

from ostiary.names.alignment import (
    ADDED,
    FULL,
    FULL_PAIR,
    NAMING,
    OMITTED,
    TELLING,
    UNLIKE,
    WHOLE,
    lonely_points,
    names_someone,
    wanted_strength,
)
from ostiary.names.analysis import WordKind
from ostiary.names.arrays import Array
from ostiary.names.kernels import kernel
from ostiary.names.relations import INITIAL

_KIND_INITIAL: Final = int(WordKind.INITIAL)
_KIND_NUMBER: Final = int(WordKind.NUMBER)
_PERCENT: Final = 100
_FEW_INITIALS: Final = 3
#: How lonely a name is that pays the whole cost of it.
_LONELY: Final = 2


class QueryWords(NamedTuple):
    """A query's words, and what they can be related to.

    Attributes:
        weights: int64[Q].
        kinds: int8[Q].
        starts: int32[Q + 1], where the rows of each word start.
        rows: int32[R], listed words.
        likes: int16[R], how like each is at most.
        runs: int64[Q, 3], of each word a run of listed words that are all related, and how like.
    """

    weights: Array
    kinds: Array
    starts: Array
    rows: Array
    likes: Array
    runs: Array


class MetWords(NamedTuple):
    """What each word of a query can do for a name that meets it.

    Attributes:
        weights: int64[Q].
        kinds: int8[Q].
        strengths: int64[Q], what it adds to the strength of the pairs at most.
        reliefs: int64[Q, 3], what it can bring the sum down by, by how lonely the name is.
        allowances: int64[3], hundredths of points that a name may lose, likewise.
    """

    weights: Array
    kinds: Array
    strengths: Array
    reliefs: Array
    allowances: Array


class Cover(NamedTuple):
    """Words of a query of which a name must meet one.

    Attributes:
        chosen: bool[Q]; none where no choice will do.
        allowance: Hundredths of points that a name may lose.
        deficit: What the other words can bring down the sum by, in hundredths of points times weight.
        cost: How many places of names the chosen words lead to.
    """

    chosen: Array
    allowance: int
    deficit: int
    cost: int


@kernel
def is_accepted(like: int, weight: int, cover: Cover, costs: Array) -> bool:
    """Whether a pair so like may belong to a name that reaches the floor.

    Args:
        like: How like the pair is at most.
        weight: Of both words.
        cover: What the name must meet.
        costs: int64[COSTS].
    """
    return bool((WHOLE - like) * costs[UNLIKE] * weight <= cover.allowance * weight + cover.deficit)


@kernel
def _relief(query: QueryWords, word: int, allowance: int, listed: Array, costs: Array) -> int:
    """What one word can bring the sum down by if it is met."""
    most = 0
    own = query.weights[word]
    for row in range(query.starts[word], query.starts[word + 1]):
        spare = allowance - (WHOLE - query.likes[row]) * costs[UNLIKE]
        if spare > 0:
            most = max(most, spare * (own + listed[query.rows[row]]))
    if query.runs[word, 0] < query.runs[word, 1]:
        spare = allowance - (WHOLE - query.runs[word, 2]) * costs[UNLIKE]
        most = max(most, spare * (own + costs[:UNLIKE].max()))
    return most


@kernel
def _strength_of(query: QueryWords, word: int, listed: Array) -> int:
    """What a word that is met adds to the strength of the pairs at most: a full pair 2, one with an initial 1."""
    if query.starts[word] == query.starts[word + 1] and query.runs[word, 0] == query.runs[word, 1]:
        return 0
    if names_someone(query.weights[word]):
        return FULL_PAIR
    if query.weights[word] >= FULL or query.runs[word, 0] < query.runs[word, 1]:
        return 1
    for row in range(query.starts[word], query.starts[word + 1]):
        if listed[query.rows[row]] >= FULL and query.likes[row] >= INITIAL:
            return 1
    return 0


@kernel
def weigh_met(query: QueryWords, floor: int, listed: Array, costs: Array) -> MetWords:
    """Return what each word of a query can do for a name that meets it.

    Args:
        query: The query's words.
        floor: Points that a name must reach.
        listed: int64[W], weights of the listed words.
        costs: int64[COSTS].
    """
    size = query.weights.size
    strengths, reliefs = np.zeros(size, dtype=np.int64), np.zeros((size, _LONELY + 1), dtype=np.int64)
    allowances = np.zeros(_LONELY + 1, dtype=np.int64)
    for lonely in range(_LONELY + 1):
        cost = 0 if lonely == 0 else -lonely_points(lonely, 0, costs)
        allowances[lonely] = max(_PERCENT * (WHOLE - floor - cost), 0)
    for word in range(size):
        strengths[word] = _strength_of(query, word, listed)
        for lonely in range(_LONELY + 1):
            reliefs[word, lonely] = _relief(query, word, allowances[lonely], listed, costs)
    return MetWords(query.weights, query.kinds, strengths, reliefs, allowances)


@kernel
def _loneliness(met: MetWords, chosen: Array, costs: Array) -> int:
    """How lonely a name surely is that meets none of the chosen words: 0, 1 for half of that cost, 2 for all."""
    naming, naming_met, initials, others, telling_left = 0, 0, 0, 0, 0
    for word in range(chosen.size):
        weight, strength = met.weights[word], met.strengths[word]
        naming += names_someone(weight)
        if chosen[word]:
            telling_left += weight if weight >= TELLING else 0
            continue
        naming_met += strength == FULL_PAIR
        initials += strength == 1 and met.kinds[word] == _KIND_INITIAL
        others += strength == 1 and met.kinds[word] != _KIND_INITIAL
    short = wanted_strength(naming) - FULL_PAIR * naming_met - initials - others
    if short <= 0 and naming and not naming_met and not others and initials <= _FEW_INITIALS:
        # Each initial that is met stands for a full word of the listed name, which then wants twice as much.
        numbers_alone = True
        for kind in range(UNLIKE):
            numbers_alone = numbers_alone and (kind == _KIND_NUMBER or costs[kind] <= NAMING)
        short = 1 if numbers_alone else 0
    if short <= 0:
        return 0
    return _LONELY if short > 1 or telling_left >= FULL else 1


@kernel
def is_cover(met: MetWords, chosen: Array, costs: Array) -> bool:
    """Return whether every name that reaches the floor meets one of the chosen words."""
    left_over = WHOLE * min(costs[OMITTED], costs[ADDED])
    lonely = _loneliness(met, chosen, costs)
    weight, deficit = 0, 0
    for word in range(chosen.size):
        if chosen[word]:
            weight += met.weights[word]
        else:
            deficit += met.reliefs[word, lonely]
    return bool(left_over >= met.allowances[0] and (left_over - met.allowances[lonely]) * weight > deficit)


@kernel
def _places_of(query: QueryWords, word: int, cover: Cover, listed: tuple[Array, Array], costs: Array) -> int:
    """How many places of names the accepted words lead to that one word of the query is related to."""
    weights, posting_starts = listed
    own = query.weights[word]
    places = posting_starts[query.runs[word, 1]] - posting_starts[query.runs[word, 0]]
    for row in range(query.starts[word], query.starts[word + 1]):
        other = query.rows[row]
        if is_accepted(query.likes[row], own + weights[other], cover, costs):
            places += posting_starts[other + 1] - posting_starts[other]
    return int(places)


@kernel
def _try_cover(
    query: QueryWords, met: MetWords, chosen: Array, listed: tuple[Array, Array], costs: Array
) -> Cover:
    """What the chosen words cost as a cover; less than nothing if they are none."""
    deficit = 0
    for word in range(chosen.size):
        if not chosen[word]:
            deficit += met.reliefs[word, 0]
    cover = Cover(chosen, met.allowances[0], deficit, -1)
    if not is_cover(met, chosen, costs):
        return cover
    cost = 0
    for word in range(chosen.size):
        if chosen[word]:
            cost += _places_of(query, word, cover, listed, costs)
    return Cover(chosen, cover.allowance, deficit, cost)


@kernel
def choose_cover(query: QueryWords, met: MetWords, listed: tuple[Array, Array], costs: Array) -> Cover:
    """Return a cover of a query's words that leads to few names: all words, less the commonest ones where it may.

    Args:
        query: The query's words.
        met: What each can do for a name.
        listed: int64[W], weights of the listed words, and int32[W + 1], where their postings start.
        costs: int64[COSTS].
    """
    chosen = np.ones(query.weights.size, dtype=np.bool_)
    best = _try_cover(query, met, chosen, listed, costs)
    places = np.zeros(query.weights.size, dtype=np.int64)
    for word in range(places.size):
        places[word] = _places_of(query, word, best, listed, costs)
    for word in np.argsort(-places):
        fewer = best.chosen.copy()
        fewer[word] = False
        found = _try_cover(query, met, fewer, listed, costs)
        if found.cost >= 0 and (best.cost < 0 or found.cost < best.cost):
            best = found
    return best
