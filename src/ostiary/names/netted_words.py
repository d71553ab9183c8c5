"""Which listed words in another script can a Latin word be a form of? Their nets are walked as one tree.

The dynamic programme is that of :func:`~ostiary.names.netting.path_cost`. From a place that can be reached cheaply
enough, only those ways are looked at that write the letters which come next.
"""

from typing import Final, NamedTuple

import numpy as np

from ostiary.names.arrays import Array
from ostiary.names.kernels import kernel, leaf_kernel
from ostiary.names.net_tree import WINDOW, NetTree, first_with, stands_at, step_of, text_of
from ostiary.names.netting import BITS, FAR, PARTS, letter_code, price_again, skip_cost
from ostiary.names.related_words import RelatedWords, add_related
from ostiary.names.slots import slot_of
from ostiary.names.transcription import likeness_at, most_cost

#: Room for so many words and nodes at first; a word that needs more is asked again.
_FEW: Final = 32
_FEW_NODES: Final = 512


class _Asked(NamedTuple):
    """A Latin word, ready to be looked for in a tree of nets.

    Attributes:
        codes: int64[n], its letters.
        windows: int64[n + 1], the letters from each on, the first one highest.
        skips: int64[n], what it costs to leave each out.
        rests: int64[n + 1], what those from each on cost at least, after the node that is looked at.
    """

    codes: Array
    windows: Array
    skips: Array
    rests: Array


class _Reached(NamedTuple):
    """The nodes that a word's letters lead to.

    Attributes:
        slots: int32[S], S a power of two: the row of the node that falls into each, or -1.
        nodes: int32[R].
        following: int32[R], a further node of the same level, or -1.
        levels: int32[places], one node of each level, or -1.
        costs: int32[R, n + 1], what it costs to come to each after each letter.
    """

    slots: Array
    nodes: Array
    following: Array
    levels: Array
    costs: Array


@kernel
def _ask(letters: Array) -> _Asked:
    length = letters.size
    codes, windows = np.empty(length, dtype=np.int64), np.zeros(length + 1, dtype=np.int64)
    for at in range(length - 1, -1, -1):
        codes[at] = letter_code(letters[at])
        windows[at] = codes[at] << (BITS * (WINDOW - 1)) | windows[at + 1] >> BITS
    return _Asked(codes, windows, np.empty(length, dtype=np.int64), np.empty(length + 1, dtype=np.int64))


@leaf_kernel
def _row_of(node: int, level: int, count: int, reached: _Reached) -> int:
    """Return the row of a node; if it has none, the next one, in which nothing is known yet."""
    slots, nodes = reached.slots, reached.nodes
    slot = slot_of(node, slots.size)
    while slots[slot] >= 0:
        if nodes[slots[slot]] == node:
            return int(slots[slot])
        slot = (slot + 1) & (slots.size - 1)
    slots[slot] = count
    nodes[count] = node
    reached.following[count], reached.levels[level] = reached.levels[level], count
    for at in range(reached.costs.shape[1]):
        reached.costs[count, at] = FAR
    return count


@leaf_kernel
def _stay(asked: _Asked, node: int, row: int, tree: NetTree, costs: Array) -> None:
    """Note what it costs to leave out letters at a node, and what those after it cost at least."""
    length, rests, codes, parts = asked.codes.size, asked.rests, asked.codes, 0
    for at in range(length):
        costs[row, at + 1] = min(costs[row, at + 1], costs[row, at] + asked.skips[at])
    rests[length] = 0
    for at in range(length - 1, -1, -1):
        parts += price_again(int(tree.prices[node, codes[at]]), at > 0 and codes[at] == codes[at - 1])
        rests[at] = parts // PARTS


@leaf_kernel
def _first_way(ways: Array, low: int, high: int, window: int) -> int:
    """Return the first of the ways, from one up to another, that begins with the first letter of a window."""
    last = BITS * (WINDOW - 1)
    sought = first_with(window >> last << last)
    while low < high:
        middle = (low + high) >> 1
        if ways[middle] < sought:
            low = middle + 1
        else:
            high = middle
    return low


@leaf_kernel
def _can_end(asked: _Asked, at: int, node: int, tree: NetTree, most: int) -> bool:
    """Return whether the letters from one on can be written after a node at no more than a cost."""
    codes, parts = asked.codes, most * PARTS
    if codes.size - at < int(tree.fewest[node]):
        return False
    for place in range(at, codes.size):
        parts -= price_again(int(tree.prices[node, codes[place]]), place > 0 and codes[place] == codes[place - 1])
        if parts < 0:
            return False
    return True


@leaf_kernel
def _go_on(
    asked: _Asked, at: int, place: tuple[int, int, int], tree: NetTree, reached: _Reached, count: int
) -> int:
    """Go the ways that write what comes next after a letter; return how many nodes are reached now.

    Args:
        asked: The word.
        at: How many letters have been written.
        place: The row of the node, its level, and what the whole may cost.
        tree: The nets.
        reached: The nodes that have been reached.
        count: How many these are.
    """
    row, level, most = place
    node, paid, window = reached.nodes[row], reached.costs[row, at], asked.windows[at]
    ways, ends, low, high = tree.ways, tree.ends, tree.way_starts[node], tree.way_starts[node + 1]
    number, empty = low, True
    while number < high and text_of(ways[number]) <= window:
        way = ways[number]
        if empty and text_of(way) != 0:
            # Those that write nothing come first; of the others only some begin with the letter.
            empty, number = False, _first_way(ways, number, high, window)
            continue
        length, cost, reach = step_of(way)
        left = most - paid - cost
        if (
            stands_at(way, window)
            and asked.rests[at + length] <= left
            and _can_end(asked, at + length, ends[number], tree, left)
        ):
            if count >= reached.nodes.size:
                return reached.nodes.size + 1
            end = _row_of(ends[number], level + reach, count, reached)
            count += end == count
            reached.costs[end, at + length] = min(reached.costs[end, at + length], paid + cost)
        number += 1
    return count


@leaf_kernel
def _begin(asked: _Asked, root: int, vowel: int, reached: _Reached) -> None:
    """Stand before the first letter, at the root of nets in which a vowel costs so much."""
    codes = asked.codes
    for at in range(codes.size):
        asked.skips[at] = skip_cost(codes[at], codes[at - 1] if at > 0 else -1, at + 1 == codes.size, vowel)
    reached.slots[:] = -1
    reached.levels[:] = -1
    reached.costs[_row_of(root, 0, 0, reached), 0] = 0


@leaf_kernel
def _walk(
    asked: _Asked, root: int, tree: NetTree, reached: _Reached, found: tuple[Array, Array, int]
) -> tuple[int, int]:
    """Add the nets that write a word cheaply enough: their last nodes, and what it costs.

    Returns:
        How many are found, and how many nodes were reached; more of either than there is room for say that the
        answer is not whole.
    """
    length, most, (leaves, prices, ended), count = asked.codes.size, most_cost(asked.codes.size), found, 1
    costs, leaf_starts = reached.costs, tree.leaf_starts
    _begin(asked, root, tree.vowels[root], reached)
    for level in range(reached.levels.size):
        row = reached.levels[level]
        while row >= 0 and count <= reached.nodes.size:
            node = reached.nodes[row]
            _stay(asked, node, row, tree, costs)
            for at in range(length - int(tree.fewest[node]) + 1):
                if costs[row, at] + asked.rests[at] <= most:
                    count = _go_on(asked, at, (row, level, most), tree, reached, count)
            if leaf_starts[node] < leaf_starts[node + 1] and costs[row, length] <= most:
                if ended < leaves.size:
                    leaves[ended], prices[ended] = node, costs[row, length]
                ended += 1
            row = reached.following[row]
    return ended, count


@kernel
def _find_leaves(letters: Array, tree: NetTree, leaves: int, nodes: int) -> tuple[Array, Array, int, int]:
    """The nodes at which nets end that write a word cheaply enough, and what it costs; see :func:`_walk`."""
    size, asked = 4, _ask(letters)
    while size < 2 * nodes:
        size *= 2
    reached = _Reached(
        np.empty(size, dtype=np.int32),
        np.empty(nodes, dtype=np.int32),
        np.empty(nodes, dtype=np.int32),
        np.empty(tree.places[0], dtype=np.int32),
        np.empty((nodes, letters.size + 1), dtype=np.int32),
    )
    numbers, prices = np.empty(leaves, dtype=np.int32), np.empty(leaves, dtype=np.int32)
    ended, most = 0, 0
    for root in range(tree.vowels.size):
        ended, count = _walk(asked, root, tree, reached, (numbers, prices, ended))
        most = max(most, count)
    return numbers, prices, ended, most


@kernel
def find_forms(letters: Array, scripts: Array, tree: NetTree, found: RelatedWords) -> RelatedWords:
    """Add the listed words that a Latin word is a form of, with how good a one.

    Args:
        letters: int32[n], code points of the word.
        scripts: int32[W], the scripts of the listed words.
        tree: Their nets.
        found: Words found before.
    """
    few, nodes = _FEW, _FEW_NODES
    if letters.size == 0:
        return found
    numbers, costs, ended, reached = _find_leaves(letters, tree, few, nodes)
    while ended > few or reached > nodes:
        few, nodes = max(few, ended), 2 * nodes
        numbers, costs, ended, reached = _find_leaves(letters, tree, few, nodes)
    starts, leaves = tree.leaf_starts, tree.leaves
    for end in range(ended):
        for place in range(starts[numbers[end]], starts[numbers[end] + 1]):
            like = likeness_at(costs[end], letters.size, scripts[leaves[place]])
            if like > 0:
                found = add_related(found, leaves[place], like)
    return found
