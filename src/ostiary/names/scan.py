"""One query's name against every listed name: the whole list, exact by definition.

A name is aligned only if the bound on its points reaches the floor; the bound never lies below the points, so what
the scan returns is what aligning every name would return.
"""

from typing import Final

import numpy as np

from ostiary.names.alignment import (
    ADDED,
    FULL_PAIR,
    OMITTED,
    TELLING,
    TRACE_COLUMNS,
    UNLIKE,
    WHOLE,
    Side,
    align,
    leftover_points,
    lonely_points,
    names_someone,
    wanted_strength,
)
from ostiary.names.arrays import Array, NameTable
from ostiary.names.kernels import kernel, leaf_kernel
from ostiary.names.relations import INITIAL

#: Points of a name that the bound rules out.
RULED_OUT: Final = -(1 << 30)

#: Three shares are rounded down, each by less than a point: so much the bound must lie higher.
_ROUNDED: Final = 3

#: Of the words of one name: what all weigh, what those weigh that are related to none of the other name, and the
#: telling ones among them; what the others lose at least by being unlike, times weight; how many words can
#: identify someone, and how strong the pairs are at most.
Sums = tuple[int, int, int, int, int, int]
NOTHING: Final = (0, 0, 0, 0, 0, 0)


@kernel
def side_of(names: NameTable, name: int, word_weights: Array, word_keys: Array) -> Side:
    """Return one row of a table of names, ready to be aligned.

    Args:
        names: The table.
        name: Which row.
        word_weights: int64[W], weight of each word.
        word_keys: int64[W], hash of each word.
    """
    start, end = names.starts[name], names.starts[name + 1]
    words = names.words[start:end]
    weights = np.empty(words.size, dtype=np.int64)
    keys = np.empty(words.size, dtype=np.int64)
    for place in range(words.size):
        weights[place] = word_weights[words[place]]
        keys[place] = word_keys[words[place]]
    pair_keys, triple_keys = names.pair_keys[start:end], names.triple_keys[start:end]
    return Side(words, weights, keys, pair_keys, triple_keys, names.acronyms[name], False)


@kernel
def _share_keys(query: Side, names: NameTable, word_keys: Array) -> Array:
    """Which names write together what the query writes apart, or the reverse, or are an acronym of one another."""
    words, starts, acronyms = names.words, names.starts, names.acronyms
    pair_keys, triple_keys = names.pair_keys, names.triple_keys
    keys, query_pairs, query_triples = query.keys, query.pair_keys, query.triple_keys
    share = np.zeros(acronyms.size, dtype=np.bool_)
    for name in range(share.size):
        for i in range(keys.size):
            if keys[i] == acronyms[name]:
                share[name] = True
        for place in range(starts[name], starts[name + 1]):
            key = word_keys[words[place]]
            if key == query.acronym:
                share[name] = True
            for i in range(keys.size):
                if keys[i] in (pair_keys[place], triple_keys[place]) or key in (query_pairs[i], query_triples[i]):
                    share[name] = True
    return share


@kernel
def _best_likeness(likeness: Array) -> Array:
    """The likeness of each listed word to the query's word that it is most like."""
    best = np.zeros(likeness.shape[1], dtype=np.int64)
    for row in range(likeness.shape[0]):
        for word in range(likeness.shape[1]):
            best[word] = max(best[word], likeness[row, word])
    return best


@leaf_kernel
def add_bounded(side: Sums, weight: int, like: int, costs: Array) -> Sums:
    """Return the sums with one word more, so like at most to a word of the other name; 0 if it is related to none.

    It is taken to be paired with that word, or left over at the least cost.
    """
    total, left, telling, unlike, naming, strength = side
    is_naming = names_someone(weight)
    if like == 0:
        left += weight
        telling += weight if weight >= TELLING else 0
    else:
        least = 10 * min(costs[OMITTED], costs[ADDED])
        unlike += weight * min((WHOLE - like) * costs[UNLIKE] // 100, least)
        strength += FULL_PAIR if is_naming else like >= INITIAL
    return total + weight, left, telling, unlike, naming + is_naming, strength


@leaf_kernel
def bound_points(query: Sums, listed: Sums, costs: Array) -> int:
    """Return at least the points of two names that share no key."""
    total = query[0] + listed[0]
    contradicted, omitted, added = leftover_points(query[1:3], listed[1:3], total, costs)
    points = WHOLE - (query[3] + listed[3]) // total + contradicted + omitted + added + _ROUNDED
    missing = wanted_strength(max(query[4], listed[4])) - min(query[5], listed[5])
    if missing > 0 and query[1] + listed[1] > 0:
        points += lonely_points(missing, max(query[2], listed[2]), costs)
    return int(points)


@kernel
def _bounds(likeness: Array, query: Side, names: NameTable, word_weights: Array, costs: Array) -> Array:
    """At least the points of each name that shares no key with the query.

    What a name has behind the end of a query that is cut off costs nothing here.
    """
    words, starts, weights = names.words, names.starts, query.weights
    best = _best_likeness(likeness)
    bounds = np.zeros(starts.size - 1, dtype=np.int64)
    for name in range(bounds.size):
        listed, ours = NOTHING, NOTHING
        for place in range(starts[name], starts[name + 1]):
            listed = add_bounded(listed, word_weights[words[place]], best[words[place]], costs)
        if query.cut:
            listed = (listed[0], 0, 0, 0, listed[4], listed[5])
        for row in range(weights.size):
            like = 0
            for place in range(starts[name], starts[name + 1]):
                like = max(like, likeness[row, words[place]])
            ours = add_bounded(ours, weights[row], like, costs)
        bounds[name] = bound_points(ours, listed, costs)
    return bounds


@kernel
def scan(
    likeness: Array, query: Side, names: NameTable, words: tuple[Array, Array], costs: Array, floor: int
) -> Array:
    """Return the points of every listed name against the query's.

    The bound needs ``costs[CONTRADICTED]`` to be no less than the costs of omitted and added words, which a
    profile guarantees.

    Args:
        likeness: int16[Q, W], of the query's words to all listed words.
        query: The query's name.
        names: The listed names, N of them.
        words: int64[W] weights and int64[W] hashes of the listed words.
        costs: int64[COSTS].
        floor: Names that cannot reach these points are ruled out.

    Returns:
        int32[N], points; ``RULED_OUT`` for names below the floor.
    """
    points = np.full(names.starts.size - 1, RULED_OUT, dtype=np.int32)
    no_trace = np.zeros((0, TRACE_COLUMNS), dtype=np.int64)
    hopeful = _share_keys(query, names, words[1]) | (_bounds(likeness, query, names, words[0], costs) >= floor)
    for name in range(points.size):
        if not hopeful[name]:
            continue
        found = align(likeness, query, side_of(names, name, words[0], words[1]), costs, no_trace)
        if found >= floor:
            points[name] = found
    return points


@kernel
def own_points(names: NameTable, words: tuple[Array, Array], costs: Array) -> Array:
    """Return the points of every name against itself: a name that does not keep them all could not be found.

    Args:
        names: The names, N of them.
        words: int64[W] weights and int64[W] hashes of their words.
        costs: int64[COSTS].

    Returns:
        int32[N], points; ``RULED_OUT`` for a name without words.
    """
    points = np.full(names.starts.size - 1, RULED_OUT, dtype=np.int32)
    no_trace = np.zeros((0, TRACE_COLUMNS), dtype=np.int64)
    for name in range(points.size):
        side = side_of(names, name, words[0], words[1])
        length = side.words.size
        if length == 0:
            continue
        likeness = np.zeros((length, length), dtype=np.int16)
        for i in range(length):
            for j in range(length):
                likeness[i, j] = WHOLE if side.words[i] == side.words[j] else 0
        alone = Side(
            np.arange(length).astype(np.int32),
            side.weights,
            side.keys,
            side.pair_keys,
            side.triple_keys,
            side.acronym,
            side.cut,
        )
        points[name] = align(likeness, alone, alone, costs, no_trace)
    return points
