"""Is a Latin word a form of a word in another script? The cheapest path through the word's net says how well.

A net stands in an array as one row of integers, so that numba can walk it. What a path costs is counted in tenths
of an edit; a vowel that the other script leaves unwritten costs what its net says, a doubled letter a tenth.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from ostiary.names.kernels import kernel
from ostiary.names.nets import Net, Way

Array = NDArray[Any]

#: Longer words are cut when compared.
MOST_LETTERS: Final = 60

#: What a Latin letter costs that no sign accounts for.
_UNHEARD: Final = 10
_UNHEARD_H: Final = 4
_DOUBLED: Final = 1
#: What a vowel costs more beside another, or at the end: scripts that write no short vowels write most of these.
_WRITTEN_VOWEL: Final = 4
#: Parts of a tenth of an edit: a cost can be shared evenly among as many letters as a way writes.
_PARTS: Final = 12
_FAR: Final = 1 << 20
_HALF: Final = 5 * _PARTS
_WHOLE: Final = 10 * _PARTS
_CHEAPER_AT: Final = 32
_HALF_EDIT: Final = 5
_ALONE_AT: Final = 62

_BEFORE_A: Final = 96
_LETTERS: Final = 26
_NO_LETTER: Final = 31
#: How many codes of letters there are, the last of them for any other sign.
CODES: Final = 32
_ANY_LETTER: Final = (1 << 32) - 1
_H: Final = 8
#: a, e, i, o, u and y as bits.
_VOWELS: Final = 0x2208222

#: A way in one integer: its letters in five bits each, how many, what it costs, how many places it reaches.
_BITS: Final = 5
_WINDOW: Final = 8
_LENGTH_AT: Final = 40
_COST_AT: Final = 44
_REACH_AT: Final = 52
_LENGTH_MASK: Final = 15
_COST_MASK: Final = 255

#: A net in one row: how many places, what a vowel costs, the fewest letters, what each letter costs at least; then
#: for each place where its ways start in the row, and one more; then for each place the first letters of its ways;
#: then the ways.
_PLACES: Final = 0
_VOWEL: Final = 1
_FEWEST: Final = 2
_PRICES: Final = 3
_WAY_STARTS: Final = 35

#: Rows of the space to work in before the costs: the letters from each place on, and what they cost at least.
_AHEAD: Final = 0
_REST: Final = 1
_COSTS: Final = 2


def _code(letter: str) -> int:
    return ord(letter) - _BEFORE_A


@lru_cache(maxsize=8192)
def _packed_letters(letters: str) -> int:
    packed = sum(_code(letter) << (_BITS * at) for at, letter in enumerate(letters))
    return packed | len(letters) << _LENGTH_AT


def _packed(way: Way) -> int:
    return _packed_letters(way.letters) | way.cost << _COST_AT | (way.end - way.start) << _REACH_AT


def net_row(net: Net) -> Array:
    """Return a net as a row of integers: int64."""
    fewest, first = [0, *[_FAR] * (net.places - 1)], [0] * net.places
    counts = [0] * net.places
    for way in net.ways:
        fewest[way.end] = min(fewest[way.end], fewest[way.start] + len(way.letters))
        first[way.start] |= 1 << _code(way.letters[0]) if way.letters else _ANY_LETTER
        counts[way.start] += 1
    starts = accumulate(counts, initial=_WAY_STARTS + 2 * net.places + 1)
    facts = [net.places, net.vowel, min(fewest[-1], MOST_LETTERS)]
    row = [*facts, *_letter_prices(net), *starts, *first, *map(_packed, net.ways)]
    return np.array(row, dtype=np.int64)


def _letter_prices(net: Net) -> list[int]:
    """The least that each letter costs, in parts: a way's cost is shared among its letters."""
    prices = [_PARTS * _UNHEARD] * (_NO_LETTER + 1)
    for letter in "aeiouy":
        prices[_code(letter)] = _PARTS * net.vowel
    prices[_H] = _PARTS * _UNHEARD_H
    for letters, cost in {(way.letters, way.cost) for way in net.ways}:
        for letter in letters:
            prices[_code(letter)] = min(prices[_code(letter)], _PARTS * cost // len(letters))
    return prices


def _cheap_letters(prices: Sequence[int]) -> int:
    """The letters that cost less than half an edit, as bits, and above them those that cost less than a whole."""
    half, whole = (sum(1 << code for code, price in enumerate(prices) if price < most) for most in (_HALF, _WHOLE))
    return half | whole << _CHEAPER_AT


def _cheap_firsts(net: Net) -> int:
    """The same of letters with which a form of a net can begin."""
    prices, reached = [_WHOLE] * (_NO_LETTER + 1), {0}
    for way in net.ways:
        if way.start in reached and way.letters:
            prices[_code(way.letters[0])] = min(prices[_code(way.letters[0])], _PARTS * way.cost)
        elif way.start in reached:
            reached.add(way.end)
    return _cheap_letters(prices)


def tabulate_nets(nets: Sequence[Sequence[Net]]) -> tuple[Array, Array, Array, Array, Array]:
    """Return the nets of words as columns, in the words' order.

    Returns:
        int32[W + 1], where each word's nets start; int32[N + 1], where each net's row starts; int64, the rows;
        int64[N], the letters that each net writes cheaply and whether it counts alone; int64[N], the letters with
        which it begins cheaply.
    """
    of_words = [net for of_word in nets for net in of_word]
    rows = [net_row(net) for net in of_words]
    return (
        _starts([len(of_word) for of_word in nets]),
        _starts([len(row) for row in rows]),
        np.concatenate([np.zeros(0, dtype=np.int64), *rows]),
        np.array(
            [_cheap_letters(_letter_prices(net)) | net.alone << _ALONE_AT for net in of_words], dtype=np.int64
        ),
        np.array([_cheap_firsts(net) for net in of_words], dtype=np.int64),
    )


def _starts(lengths: Sequence[int]) -> Array:
    return np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32)


@kernel
def working_space(places: int) -> Array:
    """Return int64 space for :func:`path_cost` with nets of so many places at most."""
    return np.empty((_COSTS + places, MOST_LETTERS + 1), dtype=np.int64)


@kernel
def _letter_code(letter: int) -> int:
    return int(letter) - _BEFORE_A if _BEFORE_A < letter <= _BEFORE_A + _LETTERS else _NO_LETTER


@kernel
def counts_alone(cheap: int) -> bool:
    """Return whether a net counts without the folded letters: what it writes cheaply says so too."""
    return bool((cheap >> _ALONE_AT) & 1)


@kernel
def consonant_sets(letters: Array) -> tuple[int, int]:
    """Return the consonants of a Latin word as bits, but h and its first letter; and that if it is a consonant."""
    consonants = initial = 0
    if letters.size:
        initial = 1 << _letter_code(letters[0])
    for letter in letters:
        consonants |= 1 << _letter_code(letter)
    told = ~(_VOWELS | 1 << _H)
    return consonants & told & ~initial, initial & told


@kernel
def is_too_dear(consonants: int, cheap: int, most: int) -> bool:
    """Return whether consonants alone cost a word more than it may, as each costs half or whole an edit or less.

    Args:
        consonants: As bits.
        cheap: What a net writes, as :func:`tabulate_nets` says.
        most: Tenths of an edit.
    """
    cost = 0
    for dear in (consonants & ~cheap, consonants & ~(cheap >> _CHEAPER_AT)):
        left = dear
        while left and cost <= most:
            left &= left - 1
            cost += _HALF_EDIT
    return cost > most


@kernel
def price_letters(letters: Array, nets: Array, row: int, work: Array) -> int:
    """Note what letters stand ahead of each place in a Latin word, and return what they cost at least in a net.

    Args:
        letters: int32[n], code points of the folded word.
        nets: int64, rows of nets.
        row: Where the net's starts.
        work: Space, made ready for :func:`path_cost`.

    Returns:
        Tenths of an edit; more than any word may cost where this one is too short for the net.
    """
    if letters.size < nets[row + _FEWEST]:
        return _FAR
    ahead, parts = 0, 0
    work[_AHEAD, letters.size] = work[_REST, letters.size] = 0
    for at in range(letters.size - 1, -1, -1):
        code = _letter_code(letters[at])
        price = nets[row + _PRICES + code]
        doubled = at > 0 and letters[at] == letters[at - 1]
        parts += min(price, _PARTS * _DOUBLED) if doubled else price
        ahead = ((ahead << _BITS) | code) & ((1 << (_BITS * _WINDOW)) - 1)
        work[_AHEAD, at] = ahead
        work[_REST, at] = parts // _PARTS
    return int(work[_REST, 0])


@kernel
def _skip_cost(work: Array, at: int, length: int, vowel: int) -> int:
    code = work[_AHEAD, at] & _NO_LETTER
    if at > 0 and code == work[_AHEAD, at - 1] & _NO_LETTER:
        return _DOUBLED
    if code == _H:
        return _UNHEARD_H
    if not (_VOWELS >> code) & 1:
        return _UNHEARD
    beside = at > 0 and (_VOWELS >> (work[_AHEAD, at - 1] & _NO_LETTER)) & 1
    return vowel + _WRITTEN_VOWEL if beside or at + 1 == length else vowel


@kernel
def path_cost(  # noqa: C901 - one loop: a call for each place would take longer than the work
    nets: Array, row: int, length: int, most: int, work: Array
) -> int:
    """Return what the cheapest path through a net costs that writes a Latin word; more than ``most`` if none does.

    Args:
        nets: int64, rows of nets.
        row: Where the net's starts.
        length: Letters of the word.
        most: Dearer paths are of no interest.
        work: Space in which :func:`price_letters` has noted the word.
    """
    places, vowel, furthest = nets[row + _PLACES], nets[row + _VOWEL], 0
    starts = row + _WAY_STARTS
    firsts = starts + places + 1
    for at in range(length + 1):
        work[_COSTS, at] = _FAR
    work[_COSTS, 0] = 0
    for place in range(places):
        if place > furthest:
            return _FAR
        for at in range(length + 1):
            paid = work[_COSTS + place, at]
            if paid + work[_REST, at] > most:
                continue
            ahead = work[_AHEAD, at]
            code = ahead & _NO_LETTER
            if at < length:
                skipped = paid + _skip_cost(work, at, length, vowel)
                work[_COSTS + place, at + 1] = min(work[_COSTS + place, at + 1], skipped)
            if not (nets[firsts + place] >> code) & 1:
                continue
            for number in range(row + nets[starts + place], row + nets[starts + place + 1]):
                way = nets[number]
                if way & _NO_LETTER > code:
                    break
                written = (way >> _LENGTH_AT) & _LENGTH_MASK
                if (ahead ^ way) & ((1 << (_BITS * written)) - 1):
                    continue
                end = _COSTS + place + (way >> _REACH_AT)
                while furthest < end - _COSTS:
                    furthest += 1
                    for column in range(length + 1):
                        work[_COSTS + furthest, column] = _FAR
                work[end, at + written] = min(work[end, at + written], paid + ((way >> _COST_AT) & _COST_MASK))
    return int(work[_COSTS + places - 1, length])


@kernel
def tabulate_prices(nets: Array, rows: Array, first: int, prices: Array, fewest: Array) -> None:
    """Note what each letter costs at least in each of many nets, and how many letters its shortest form has.

    Args:
        nets: int64, rows of nets.
        rows: int32, where the row of each net starts.
        first: Number of the first net.
        prices: uint8[CODES, M], overwritten: letter by letter, as one letter is looked up in all nets at once.
        fewest: int32[M], overwritten.
    """
    for place in range(fewest.size):
        row = rows[first + place]
        fewest[place] = nets[row + _FEWEST]
        for code in range(CODES):
            prices[code, place] = nets[row + _PRICES + code]


@kernel
def sum_prices(letters: Array, prices: Array) -> Array:
    """Return what the letters of a Latin word cost at least in each of many nets, as :func:`price_letters` does.

    Args:
        letters: int32[n], code points of the folded word.
        prices: uint8[CODES, M], from :func:`tabulate_prices`.

    Returns:
        uint16[M], parts of a tenth of an edit.
    """
    sums = np.zeros(prices.shape[1], dtype=np.uint16)
    for at in range(letters.size):
        prices_of_letter = prices[_letter_code(letters[at])]
        highest = _PARTS * _DOUBLED if at > 0 and letters[at] == letters[at - 1] else _PARTS * _UNHEARD
        for net in range(sums.size):
            sums[net] += min(prices_of_letter[net], highest)
    return sums


@kernel
def parts_below(cost: int) -> int:
    """Return the fewest parts that are more than so many tenths of an edit."""
    return (cost + 1) * _PARTS
