"""One query's name against every listed name: the whole list, exact by definition.

A name is aligned only if the bound on its points reaches the floor; the bound never lies below the points, so what
the scan returns is what aligning every name would return.
"""

from typing import Final

import numba
import numpy as np

from ostiary.names.alignment import Side, align, leftover_points
from ostiary.names.arrays import Array, NameTable

#: Points of a name that the bound rules out.
RULED_OUT: Final = -(1 << 30)

_NO_TRACE = np.zeros((0, 5), dtype=np.int64)


@numba.njit(cache=True, nogil=True)
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
    return Side(words, weights, keys, names.pair_keys[start:end], names.triple_keys[start:end])


@numba.njit(cache=True, nogil=True)
def _may_join(query: Side, listed: Side) -> bool:
    for i in range(query.keys.size):
        for j in range(listed.keys.size):
            if listed.pair_keys[j] == query.keys[i] or listed.triple_keys[j] == query.keys[i]:
                return True
            if query.pair_keys[i] == listed.keys[j] or query.triple_keys[i] == listed.keys[j]:
                return True
    return False


@numba.njit(cache=True, nogil=True)
def _related(likeness: Array, words: Array, rows: Array) -> int:
    """Mark the query's words that are related to any of these; return how many of these are related to none."""
    rows[:] = False
    alone = 0
    for word in words:
        found = False
        for row in range(likeness.shape[0]):
            if likeness[row, word] > 0:
                rows[row] = True
                found = True
        alone += not found
    return alone


@numba.njit(cache=True, nogil=True)
def _bound(likeness: Array, query: Side, listed: Side, rows: Array, costs: Array) -> int:
    """At least the points of a name whose words are not joined: every related word is taken as the same."""
    query_left = query.weights[~rows].sum()
    listed_left = 0
    for place in range(listed.words.size):
        if likeness[:, listed.words[place]].max() <= 0:
            listed_left += listed.weights[place]
    total = query.weights.sum() + listed.weights.sum()
    contradicted, omitted, added = leftover_points(query_left, listed_left, total, costs)
    return 1000 + contradicted + omitted + added


@numba.njit(cache=True, nogil=True)
def scan(
    likeness: Array, query: Side, names: NameTable, words: tuple[Array, Array], costs: Array, floor: int
) -> Array:
    """Return the points of every listed name against the query's.

    The bound needs ``2 * costs[CONTRADICTED]`` to be no less than the costs of omitted and added words, which a
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
    rows = np.zeros(likeness.shape[0], dtype=np.bool_)
    for name in range(points.size):
        start, end = names.starts[name], names.starts[name + 1]
        alone = _related(likeness, names.words[start:end], rows)
        listed = side_of(names, name, words[0], words[1])
        if not _may_join(query, listed) and (
            alone == listed.words.size or _bound(likeness, query, listed, rows, costs) < floor
        ):
            continue
        found = align(likeness, query, listed, costs, _NO_TRACE)
        if found >= floor:
            points[name] = found
    return points
