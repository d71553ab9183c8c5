"""Is a Latin word a form of a word in another script? The cheapest path through the word's net says how well.

A net stands in an array as one row of integers, so that numba can walk it. What a path costs is counted in tenths
of an edit; a vowel that the other script leaves unwritten costs what its net says, a doubled letter a tenth.
"""

from array import array
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate, chain
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ostiary.names.kernels import kernel
from ostiary.names.nets import Net

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
PARTS: Final = 12
FAR: Final = 1 << 20
_HALF: Final = 5 * PARTS
_WHOLE: Final = 10 * PARTS
_CHEAPER_AT: Final = 32
_HALF_EDIT: Final = 5
_ALONE_AT: Final = 62

_BEFORE_A: Final = 96
_LETTERS: Final = 26
NO_LETTER: Final = 31
#: How many codes of letters there are, the last of them for any other sign.
CODES: Final = 32
_ANY_LETTER: Final = (1 << 32) - 1
_H: Final = 8
#: a, e, i, o, u and y as bits.
_VOWELS: Final = 0x2208222

#: A way in one integer: its letters in five bits each, how many, what it costs, how many places it reaches.
BITS: Final = 5
_WINDOW: Final = 8
_LENGTH_AT: Final = 40
_COST_AT: Final = 44
_REACH_AT: Final = 52
_LENGTH_MASK: Final = 15
_COST_MASK: Final = 255

#: A net in one row: how many places, what a vowel costs, the fewest letters, what each letter costs at least; then
#: for each place where its ways start in the row, and one more; then for each place the first letters of its ways;
#: then the ways.
PLACES: Final = 0
VOWEL: Final = 1
_FEWEST: Final = 2
PRICES: Final = 3
WAY_STARTS: Final = 35

#: Rows of the space to work in before the costs: the letters from each place on, and what they cost at least.
_AHEAD: Final = 0
_REST: Final = 1
_COSTS: Final = 2


def _code(letter: str) -> int:
    return ord(letter) - _BEFORE_A


class _PackedWay(NamedTuple):
    """What a way is in a row, whatever places it leads from and to.

    Attributes:
        packed: Its letters, how many, and what it costs, as one integer.
        length: How many letters it writes.
        first: The first one as a bit; all of them where it writes none.
        prices: Its letters as codes, each with its share of the cost, in parts.
    """

    packed: int
    length: int
    first: int
    prices: tuple[tuple[int, int], ...]


@lru_cache(maxsize=8192)
def _pack_way(letters: str, cost: int) -> _PackedWay:
    codes = tuple(map(_code, letters))
    packed = sum(code << (BITS * at) for at, code in enumerate(codes)) | len(codes) << _LENGTH_AT
    return _PackedWay(
        packed | cost << _COST_AT,
        len(codes),
        1 << codes[0] if codes else _ANY_LETTER,
        tuple((code, PARTS * cost // len(codes)) for code in dict.fromkeys(codes)),
    )


class NetRow(NamedTuple):
    """A net as a row of integers.

    Attributes:
        row: An array of 64-bit integers.
        letters: The letters that the net writes cheaply, as bits, and whether it counts alone.
        firsts: The letters with which it begins cheaply.
    """

    row: "array[int]"
    letters: int
    firsts: int


def tabulate_net(net: Net) -> NetRow:
    """Return a net as a row of integers."""
    fewest, firsts, counts = [0, *[FAR] * (net.places - 1)], [0] * net.places, [0] * net.places
    ways, written = [], set()
    for start, end, letters, cost in net.ways:
        packed, length, first, prices = _pack_way(letters, cost)
        ways.append(packed | (end - start) << _REACH_AT)
        if fewest[start] + length < fewest[end]:  # noqa: PLR1730 - a call takes longer than the rest
            fewest[end] = fewest[start] + length
        firsts[start] |= first
        counts[start] += 1
        written.add(prices)
    starts = accumulate(counts, initial=WAY_STARTS + 2 * net.places + 1)
    facts = [net.places, net.vowel, min(fewest[-1], MOST_LETTERS)]
    least = _letter_prices(net.vowel, written)
    row = array("q", [*facts, *least, *starts, *firsts, *ways])
    return NetRow(row, _cheap_letters(least) | net.alone << _ALONE_AT, _cheap_firsts(net))


@kernel
def unheard_prices(vowel: int) -> Array:
    """Return int64[CODES], what each letter costs that no way of a net writes, in parts."""
    prices = np.full(CODES, PARTS * _UNHEARD)
    for code in range(CODES):
        if (_VOWELS >> code) & 1:
            prices[code] = PARTS * vowel
    prices[_H] = PARTS * _UNHEARD_H
    return prices


@lru_cache(maxsize=64)
def _unheard_prices(vowel: int) -> tuple[int, ...]:
    return tuple(unheard_prices(vowel).tolist())


def _letter_prices(vowel: int, written: Iterable[tuple[tuple[int, int], ...]]) -> list[int]:
    """The least that each letter costs, in parts: a way's cost is shared among its letters.

    Args:
        vowel: What one costs that no way writes.
        written: The letters of each way, with their shares.
    """
    prices = list(_unheard_prices(vowel))
    for code, price in chain.from_iterable(written):
        if price < prices[code]:  # noqa: PLR1730 - a call takes longer than the rest
            prices[code] = price
    return prices


def _cheap_letters(prices: Sequence[int]) -> int:
    """The letters that cost less than half an edit, as bits, and above them those that cost less than a whole."""
    half, whole = (sum(1 << code for code, price in enumerate(prices) if price < most) for most in (_HALF, _WHOLE))
    return half | whole << _CHEAPER_AT


def _cheap_firsts(net: Net) -> int:
    """The same of letters with which a form of a net can begin."""
    prices, reached, furthest = [_WHOLE] * (NO_LETTER + 1), {0}, 0
    for start, end, letters, cost in net.ways:
        if start > furthest:
            break
        if start not in reached:
            continue
        if letters:
            prices[_code(letters[0])] = min(prices[_code(letters[0])], PARTS * cost)
        else:
            reached.add(end)
            furthest = max(furthest, end)
    return _cheap_letters(prices)


def join_rows(rows: Iterable[Sequence[NetRow]]) -> tuple[Array, Array, Array, Array, Array]:
    """Return the nets of words as columns, in the words' order.

    Args:
        rows: Of each word. A net takes far more room than its row, so let a generator build them one by one.

    Returns:
        int32[W + 1], where each word's nets start; int32[N + 1], where each net's row starts; int64, the rows;
        int64[N], the letters that each net writes cheaply and whether it counts alone; int64[N], the letters with
        which it begins cheaply.
    """
    net_starts, row_starts = array("i", [0]), array("i", [0])
    joined, letters, firsts = array("q"), array("q"), array("q")
    for of_word in rows:
        for row in of_word:
            joined += row.row
            row_starts.append(len(joined))
            letters.append(row.letters)
            firsts.append(row.firsts)
        net_starts.append(len(letters))
    return (
        np.frombuffer(net_starts, np.int32),
        np.frombuffer(row_starts, np.int32),
        np.frombuffer(joined, np.int64),
        np.frombuffer(letters, np.int64),
        np.frombuffer(firsts, np.int64),
    )


@kernel
def length_of(way: int) -> int:
    """Return how many letters a way writes."""
    return (way >> _LENGTH_AT) & _LENGTH_MASK


@kernel
def cost_of(way: int) -> int:
    """Return what a way costs."""
    return (way >> _COST_AT) & _COST_MASK


@kernel
def reach_of(way: int) -> int:
    """Return how many places a way goes forward."""
    return way >> _REACH_AT


@kernel
def working_space(places: int) -> Array:
    """Return int64 space for :func:`path_cost` with nets of so many places at most."""
    return np.empty((_COSTS + places, MOST_LETTERS + 1), dtype=np.int64)


@kernel
def letter_code(letter: int) -> int:
    """Return the number of a letter from a to z, from 1 on, or one for all other signs."""
    return int(letter) - _BEFORE_A if _BEFORE_A < letter <= _BEFORE_A + _LETTERS else NO_LETTER


@kernel
def counts_alone(cheap: int) -> bool:
    """Return whether a net counts without the folded letters: what it writes cheaply says so too."""
    return bool((cheap >> _ALONE_AT) & 1)


@kernel
def consonant_sets(letters: Array) -> tuple[int, int]:
    """Return the consonants of a Latin word as bits, but h and its first letter; and that if it is a consonant."""
    consonants = initial = 0
    if letters.size:
        initial = 1 << letter_code(letters[0])
    for letter in letters:
        consonants |= 1 << letter_code(letter)
    told = ~(_VOWELS | 1 << _H)
    return consonants & told & ~initial, initial & told


@kernel
def is_too_dear(consonants: int, cheap: int, most: int) -> bool:
    """Return whether consonants alone cost a word more than it may, as each costs half or whole an edit or less.

    Args:
        consonants: As bits.
        cheap: What a net writes, as :func:`join_rows` says.
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
def price_again(price: int, doubled: bool) -> int:  # noqa: FBT001 - a kernel takes its arguments by place
    """Return what a letter costs at least, in parts, that may be the one before it doubled."""
    return min(price, PARTS * _DOUBLED) if doubled else price


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
        return FAR
    ahead, parts = 0, 0
    work[_AHEAD, letters.size] = work[_REST, letters.size] = 0
    for at in range(letters.size - 1, -1, -1):
        code = letter_code(letters[at])
        parts += price_again(nets[row + PRICES + code], at > 0 and letters[at] == letters[at - 1])
        ahead = ((ahead << BITS) | code) & ((1 << (BITS * _WINDOW)) - 1)
        work[_AHEAD, at] = ahead
        work[_REST, at] = parts // PARTS
    return int(work[_REST, 0])


@kernel
def skip_cost(code: int, before: int, last: bool, vowel: int) -> int:  # noqa: FBT001 - a kernel takes its arguments by place
    """Return what a letter of a Latin word costs that no sign accounts for, in tenths of an edit.

    Args:
        code: The letter, from :func:`letter_code`.
        before: The one before it; less than 0 for the first.
        last: Whether it is the last.
        vowel: What a vowel costs that the script leaves unwritten.
    """
    if code == before:
        return _DOUBLED
    if code == _H:
        return _UNHEARD_H
    if not (_VOWELS >> code) & 1:
        return _UNHEARD
    return vowel + _WRITTEN_VOWEL if last or (before >= 0 and (_VOWELS >> before) & 1) else vowel


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
    places, vowel, furthest = nets[row + PLACES], nets[row + VOWEL], 0
    starts = row + WAY_STARTS
    firsts = starts + places + 1
    for at in range(length + 1):
        work[_COSTS, at] = FAR
    work[_COSTS, 0] = 0
    for place in range(places):
        if place > furthest:
            return FAR
        for at in range(length + 1):
            paid = work[_COSTS + place, at]
            if paid + work[_REST, at] > most:
                continue
            ahead = work[_AHEAD, at]
            code = ahead & NO_LETTER
            if at < length:
                before = work[_AHEAD, at - 1] & NO_LETTER if at > 0 else -1
                skipped = paid + skip_cost(code, before, at + 1 == length, vowel)
                work[_COSTS + place, at + 1] = min(work[_COSTS + place, at + 1], skipped)
            if not (nets[firsts + place] >> code) & 1:
                continue
            for number in range(row + nets[starts + place], row + nets[starts + place + 1]):
                way = nets[number]
                if way & NO_LETTER > code:
                    break
                written = length_of(way)
                if (ahead ^ way) & ((1 << (BITS * written)) - 1):
                    continue
                end = _COSTS + place + reach_of(way)
                while furthest < end - _COSTS:
                    furthest += 1
                    for column in range(length + 1):
                        work[_COSTS + furthest, column] = FAR
                work[end, at + written] = min(work[end, at + written], paid + cost_of(way))
    return int(work[_COSTS + places - 1, length])
