"""The nets of many words as one tree: what they begin with alike stands in it once.

A node is a place of a net, known by the ways that lead to it; nets share the nodes up to the place from which they
differ. Each node has the ways that lead on from it, to whatever nets, in the order of their letters: so the nets
that can write a Latin word are found by its letters, and the others are not looked at.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np

from ostiary.names.arrays import Array, WordTable
from ostiary.names.kernels import kernel, leaf_kernel
from ostiary.names.netting import (
    BITS,
    CODES,
    NO_LETTER,
    PARTS,
    PLACES,
    VOWEL,
    WAY_STARTS,
    cost_of,
    length_of,
    reach_of,
    unheard_prices,
)

#: As many letters of a way and of a word are compared at once.
WINDOW: Final = 8
#: More letters than any word has.
_MANY: Final = 255
#: A way as its node has it, in one integer: its letters, the first one highest; how many; its cost; its reach.
_TEXT_AT: Final = 21
_LENGTH_AT: Final = 17
_COST_AT: Final = 9
_LENGTH_MASK: Final = 15
_COST_MASK: Final = 255
_REACH_MASK: Final = 511


class NetTree(NamedTuple):
    """Nets that share what they begin with. Nodes are numbered level by level: the roots are the first.

    Attributes:
        way_starts: int32[N + 1], where the ways start that lead on from each node.
        ways: int64[E], of each node sorted by their letters.
        ends: int32[E], the node that each leads to.
        prices: uint8[N, CODES], what each letter costs at least after each node, in parts of a tenth of an edit.
        fewest: uint8[N], how many letters follow each at least.
        leaf_starts: int32[N + 1], where the words start whose nets end at each.
        leaves: int32[L], these words.
        vowels: uint8[R], what a vowel costs in the nets of each root.
        places: int64[1], how many the largest net has.
    """

    way_starts: Array
    ways: Array
    ends: Array
    prices: Array
    fewest: Array
    leaf_starts: Array
    leaves: Array
    vowels: Array
    places: Array


class _Turned(NamedTuple):
    """The places of all nets, net by net, each with the ways that lead to it and what follows it."""

    starts: Array
    way_starts: Array
    ways: Array
    prices: Array
    fewest: Array


@leaf_kernel
def text_of(way: int) -> int:
    """Return the letters of a way, the first one highest."""
    return way >> _TEXT_AT


@leaf_kernel
def first_with(text: int) -> int:
    """Return a number that no way is below whose letters are these or come after them."""
    return text << _TEXT_AT


@leaf_kernel
def stands_at(way: int, window: int) -> bool:
    """Return whether the letters of a way are the first of a window."""
    length = (way >> _LENGTH_AT) & _LENGTH_MASK
    return (text_of(way) ^ window) >> (BITS * (WINDOW - length)) == 0


@leaf_kernel
def step_of(way: int) -> tuple[int, int, int]:
    """Return how many letters a way writes, what it costs, and how many places it goes forward."""
    return (way >> _LENGTH_AT) & _LENGTH_MASK, (way >> _COST_AT) & _COST_MASK, way & _REACH_MASK


@kernel
def _sort_ways_by_end(nets: Array, row: int, first: int, turned: _Turned) -> None:
    """Put the ways of one net in the order of the places that they lead to, from a place of all on."""
    places, starts = nets[row + PLACES], row + WAY_STARTS
    counts = np.zeros(places + 1, dtype=np.int64)
    for place in range(places):
        for number in range(row + nets[starts + place], row + nets[starts + place + 1]):
            counts[place + reach_of(nets[number])] += 1
    way_starts = turned.way_starts
    for place in range(places):
        way_starts[first + place + 1] = way_starts[first + place] + counts[place]
    counts[:] = 0
    for place in range(places):
        for number in range(row + nets[starts + place], row + nets[starts + place + 1]):
            end = place + reach_of(nets[number])
            turned.ways[way_starts[first + end] + counts[end]] = nets[number]
            counts[end] += 1
    for place in range(places):
        turned.ways[way_starts[first + place] : way_starts[first + place + 1]].sort()


@kernel
def _note_what_follows(nets: Array, row: int, first: int, turned: _Turned) -> None:
    """Note, for each place of one net, what letters cost at least after it and how many there are at least."""
    places, starts = nets[row + PLACES], row + WAY_STARTS
    prices = unheard_prices(nets[row + VOWEL])
    fewest = np.full(places, _MANY)
    fewest[places - 1] = 0
    for place in range(places - 1, -1, -1):
        for number in range(row + nets[starts + place], row + nets[starts + place + 1]):
            way = nets[number]
            length = length_of(way)
            fewest[place] = min(fewest[place], fewest[place + reach_of(way)] + length)
            for at in range(length):
                code = (way >> (BITS * at)) & NO_LETTER
                prices[code] = min(prices[code], PARTS * cost_of(way) // length)
        turned.prices[first + place] = prices
        turned.fewest[first + place] = fewest[place]


@kernel
def _turn_nets(nets: Array, rows: Array, turned: _Turned) -> None:
    for net in range(rows.size):
        turned.starts[net + 1] = turned.starts[net] + nets[rows[net] + PLACES]
        _sort_ways_by_end(nets, rows[net], turned.starts[net], turned)
        _note_what_follows(nets, rows[net], turned.starts[net], turned)


@kernel
def _fold(values: Array, nodes: Array, folded: Array) -> None:
    """Note the least value of all places that are one node."""
    for place in range(nodes.size):
        folded[nodes[place]] = np.minimum(folded[nodes[place]], values[place])


def _turned(nets: Array, rows: Array) -> _Turned:
    places = int(nets[rows + PLACES].sum())
    turned = _Turned(
        np.zeros(rows.size + 1, dtype=np.int64),
        np.zeros(places + 1, dtype=np.int64),
        np.zeros(sum(nets[rows + WAY_STARTS + nets[rows + PLACES]] - nets[rows + WAY_STARTS]), dtype=np.int64),
        np.zeros((places, CODES), dtype=np.uint8),
        np.zeros(places, dtype=np.uint8),
    )
    _turn_nets(nets, rows, turned)
    return turned


def arrange_nets(words: WordTable) -> NetTree:
    """Return the nets of a table's words as one tree."""
    counts = np.diff(words.net_starts)
    rows = words.net_rows[words.net_starts[0] : words.net_starts[-1]].astype(np.int64)
    vowels, turned = words.nets[rows + VOWEL], _turned(words.nets, rows)
    nodes, ends, size = _grow(list(_describe(vowels, turned)))
    prices = np.full((size, CODES), _MANY, dtype=np.uint8)
    fewest = np.full(size, _MANY, dtype=np.uint8)
    _fold(turned.prices, nodes, prices)
    _fold(turned.fewest, nodes, fewest)
    by_leaf = np.argsort(ends, kind="stable")
    return NetTree(
        *_ways_on(turned, nodes, size),
        prices,
        fewest,
        np.searchsorted(ends[by_leaf], np.arange(size + 1)).astype(np.int32),
        np.repeat(np.arange(counts.size, dtype=np.int32), counts)[by_leaf],
        np.unique(vowels).astype(np.uint8),
        np.array([np.diff(turned.starts).max(initial=0)], dtype=np.int64),
    )


def _describe(vowels: Array, turned: _Turned) -> Iterator[tuple[int, ...]]:
    """Yield each net as a row: what a vowel costs, then the number of the ways that lead to each further place."""
    numbers: dict[bytes, int] = {}
    sets = [
        numbers.setdefault(turned.ways[first:last].tobytes(), len(numbers))
        for first, last in pairwise(turned.way_starts.tolist())
    ]
    for vowel, (first, last) in zip(vowels.tolist(), pairwise(turned.starts.tolist()), strict=True):
        yield vowel, *sets[first + 1 : last]


def _grow(nets: Sequence[tuple[int, ...]]) -> tuple[Array, Array, int]:
    """Return the node of each place of all nets, the last node of each net, and how many nodes there are."""
    levels: list[int] = []
    paths: dict[int, list[int]] = {}
    path: list[int] = []
    previous: tuple[int, ...] = ()
    for net in sorted(range(len(nets)), key=nets.__getitem__):
        shared = _count_shared(nets[net], previous)
        path = path[:shared] + list(range(len(levels), len(levels) + len(nets[net]) - shared))
        levels += range(shared, len(nets[net]))
        paths[net], previous = path, nets[net]
    numbers = np.zeros(len(levels), dtype=np.int64)
    numbers[np.argsort(np.array(levels), kind="stable")] = np.arange(len(levels))
    nodes = [node for net in range(len(nets)) for node in paths[net]]
    ends = [paths[net][-1] for net in range(len(nets))]
    return numbers[np.array(nodes, dtype=np.int64)], numbers[np.array(ends, dtype=np.int64)], len(levels)


def _count_shared(one: Sequence[int], other: Sequence[int]) -> int:
    shared = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            return shared
        shared += 1
    return shared


def _ways_on(turned: _Turned, nodes: Array, size: int) -> tuple[Array, Array, Array]:
    """Where the ways start that lead on from each node, these, and the node that each leads to."""
    places = np.repeat(np.arange(nodes.size), np.diff(turned.way_starts))
    # The ways to a node are the same in each net that has it: those of one net stand for all.
    first = np.zeros(nodes.size, dtype=np.bool_)
    first[np.unique(nodes, return_index=True)[1]] = True
    chosen = first[places]
    ways, places = turned.ways[: places.size][chosen], places[chosen]
    starts, ends = nodes[_starts_of(ways, places)], nodes[places]
    turned_ways = _turn_letters(ways)
    order = np.lexsort((ends, turned_ways, starts))
    way_starts = np.searchsorted(starts[order], np.arange(size + 1)).astype(np.int32)
    return way_starts, turned_ways[order], ends[order].astype(np.int32)


@kernel
def _turn_letters(ways: Array) -> Array:
    """The ways with their first letter highest, so that they are sorted by their letters."""
    turned = np.zeros_like(ways)
    for number in range(ways.size):
        way, text = ways[number], 0
        for at in range(WINDOW):
            text |= ((way >> (BITS * at)) & NO_LETTER) << (BITS * (WINDOW - 1 - at))
        step = length_of(way) << _LENGTH_AT | cost_of(way) << _COST_AT | reach_of(way)
        turned[number] = text << _TEXT_AT | step
    return turned


@kernel
def _starts_of(ways: Array, ends: Array) -> Array:
    """The places that ways start from, by those that they lead to."""
    starts = np.zeros_like(ends)
    for number in range(ways.size):
        starts[number] = ends[number] - reach_of(ways[number])
    return starts
