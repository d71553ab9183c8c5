"""One query's name against every listed name: the whole list, exact by definition.

A name is aligned only if the bound on its points reaches the floor; the bound never lies below the points, so what
the scan returns is what aligning every name would return.
"""

from typing import Final

import numpy as np

from ostiary.names.alignment import TRACE_COLUMNS, WHOLE, Side, align, leftover_points
from ostiary.names.arrays import Array, NameTable
from ostiary.names.kernels import kernel

#: Points of a name that the bound rules out.
RULED_OUT: Final = -(1 << 30)


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
    return Side(
        words, weights, keys, names.pair_keys[start:end], names.triple_keys[start:end], names.acronyms[name]
    )


@kernel
def _shares_key(query: Side, names: NameTable, name: int, word_keys: Array) -> bool:
    """Whether words are written together on one side and apart on the other, or one is the other's acronym."""
    start, end = names.starts[name], names.starts[name + 1]
    if query.keys.size == 1 and query.keys[0] == names.acronyms[name]:
        return True
    if end - start == 1 and word_keys[names.words[start]] == query.acronym:
        return True
    for i in range(query.keys.size):
        for j in range(start, end):
            if query.keys[i] in (names.pair_keys[j], names.triple_keys[j]):
                return True
            if word_keys[names.words[j]] in (query.pair_keys[i], query.triple_keys[i]):
                return True
    return False


@kernel
def _bound(likeness: Array, query: Side, words: Array, word_weights: Array, costs: Array) -> int:
    """At least the points of a name that shares no key with the query's: related words are taken as the same."""
    query_left, listed_left, total = 0, 0, 0
    for row in range(query.weights.size):
        total += query.weights[row]
        related = False
        for word in words:
            related = related or likeness[row, word] > 0
        if not related:
            query_left += query.weights[row]
    for word in words:
        total += word_weights[word]
        related = False
        for row in range(query.weights.size):
            related = related or likeness[row, word] > 0
        if not related:
            listed_left += word_weights[word]
    contradicted, omitted, added = leftover_points(query_left, listed_left, total, costs)
    return WHOLE + contradicted + omitted + added


@kernel
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
    no_trace = np.zeros((0, TRACE_COLUMNS), dtype=np.int64)
    for name in range(points.size):
        its_words = names.words[names.starts[name] : names.starts[name + 1]]
        if _bound(likeness, query, its_words, words[0], costs) < floor and not _shares_key(
            query, names, name, words[1]
        ):
            continue
        found = align(likeness, query, side_of(names, name, words[0], words[1]), costs, no_trace)
        if found >= floor:
            points[name] = found
    return points
