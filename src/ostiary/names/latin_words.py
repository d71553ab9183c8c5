"""Which listed Latin words can a word in another script be written as? Its net is walked along all of them.

The words of each length stand in the order of their letters, so that each shares its first letters with the one
before it: what these cost is worked out once, and where they cost too much, all that begin so are passed over.
The dynamic programme is that of :func:`~ostiary.names.netting.path_cost`, letter by letter.
"""

from typing import Final, NamedTuple

import numpy as np

from ostiary.names.arrays import Array, WordTable
from ostiary.names.kernels import kernel, leaf_kernel
from ostiary.names.netting import (
    BITS,
    FAR,
    MOST_LETTERS,
    NO_LETTER,
    PARTS,
    PLACES,
    PRICES,
    VOWEL,
    WAY_STARTS,
    cost_of,
    length_of,
    letter_code,
    price_again,
    reach_of,
    skip_cost,
)
from ostiary.names.transcription import most_cost

#: Room for ways of which the first letters have been read; a net that needs more is not walked.
_BEGUN: Final = 8192
_MANY: Final = 255
#: What is said where there is no room.
NO_ROOM: Final = -1


class LatinWords(NamedTuple):
    """The Latin words of a table, by length and in the order of their letters.

    Attributes:
        words: int32[L], word numbers.
        shared: int8[L], how many first letters each has in common with the one before it.
        length_starts: int32[MOST_LETTERS + 2], where the words of each length start.
    """

    words: Array
    shared: Array
    length_starts: Array


class _Net(NamedTuple):
    """A net, and how many letters follow each of its places.

    Attributes:
        ways: int64, rows of nets.
        row: Where the net's starts.
        fewest: int64[P], at least.
        longest: int64[P], at most, but for letters that no sign accounts for.
    """

    ways: Array
    row: int
    fewest: Array
    longest: Array


class _Read(NamedTuple):
    """What has been read of a word.

    Attributes:
        costs: int64[n + 1, P], what it costs to be at each place after each letter.
        spans: int64[n + 1, 2], from which place up to which other one that can be cheap enough.
        starts: int64[n + 2], where the ways start that have been begun after each letter.
        ways: int64[B], these.
        ends: int64[B], the place that each leads to.
        paid: int64[B], what it costs to come there.
        letters: int64[B], how many letters of each have been read.
    """

    costs: Array
    spans: Array
    starts: Array
    ways: Array
    ends: Array
    paid: Array
    letters: Array


@kernel
def _count_shared(letters: Array, starts: Array, words: Array) -> Array:
    shared = np.zeros(words.size, dtype=np.int8)
    for place in range(1, words.size):
        one, other = starts[words[place - 1]], starts[words[place]]
        length = starts[words[place] + 1] - other
        if starts[words[place - 1] + 1] - one != length:
            continue
        same = 0
        while same < length and letters[one + same] == letters[other + same]:
            same += 1
        shared[place] = same
    return shared


def arrange_latin(words: WordTable) -> LatinWords:
    """Return the Latin words of a table, which stand in the order of their letters, by length."""
    lengths = np.diff(words.letter_starts)
    latin = np.flatnonzero((words.scripts == 0) & (lengths > 0))
    latin = latin[np.argsort(lengths[latin], kind="stable")].astype(np.int32)
    return LatinWords(
        latin,
        _count_shared(words.letters, words.letter_starts, latin),
        np.searchsorted(lengths[latin], np.arange(MOST_LETTERS + 2)).astype(np.int32),
    )


@kernel
def _measure(nets: Array, row: int) -> _Net:
    places, starts = nets[row + PLACES], row + WAY_STARTS
    fewest, longest = np.full(places, _MANY), np.zeros(places, dtype=np.int64)
    fewest[places - 1] = 0
    for place in range(places - 1, -1, -1):
        for number in range(row + nets[starts + place], row + nets[starts + place + 1]):
            end, length = place + reach_of(nets[number]), length_of(nets[number])
            fewest[place] = min(fewest[place], fewest[end] + length)
            longest[place] = max(longest[place], longest[end] + length)
    return _Net(nets, row, fewest, longest)


@leaf_kernel
def _come(read: _Read, at: int, place: int, paid: int) -> None:
    """Note that one can be at a place after so many letters, and what that costs."""
    read.costs[at, place] = min(read.costs[at, place], paid)
    read.spans[at, 0] = min(read.spans[at, 0], place)
    read.spans[at, 1] = max(read.spans[at, 1], place + 1)


@leaf_kernel
def _settle(net: _Net, read: _Read, at: int, left: int, most: int) -> bool:
    """Go the ways that write nothing, and give up the places that cost too much; return whether any is left.

    Args:
        net: The net.
        read: What has been read.
        at: How many letters that is.
        left: How many follow.
        most: What the whole may cost.
    """
    nets, row, costs, spans = net.ways, net.row, read.costs, read.spans
    places, starts = nets[row + PLACES], row + WAY_STARTS
    cheapest = min(1, nets[row + VOWEL])
    place, first, last = spans[at, 0], places, 0
    while place < spans[at, 1]:
        paid = costs[at, place]
        if paid + max(left - net.longest[place], 0) * cheapest > most or left < net.fewest[place]:
            costs[at, place] = FAR
            place += 1
            continue
        first, last = min(first, place), place + 1
        for number in range(row + nets[starts + place], row + nets[starts + place + 1]):
            way = nets[number]
            if way & NO_LETTER:
                break
            _come(read, at, place + reach_of(way), paid + cost_of(way))
        place += 1
    spans[at, 0], spans[at, 1] = first, last
    return bool(first < last)


@leaf_kernel
def _go_on(code: int, at: int, read: _Read, most: int, count: int) -> int:
    """Read a letter in the ways that have been begun; return how many begun ways there are now."""
    for place in range(read.starts[at], read.starts[at + 1]):
        way, matched = read.ways[place], read.letters[place]
        if (way >> (BITS * matched)) & NO_LETTER != code or read.paid[place] > most:
            continue
        if matched + 1 == length_of(way):
            _come(read, at + 1, read.ends[place], read.paid[place])
        elif count < read.ways.size:
            read.ways[count], read.ends[count] = way, read.ends[place]
            read.paid[count], read.letters[count] = read.paid[place], matched + 1
            count += 1
        else:
            return NO_ROOM
    return count


@leaf_kernel
def _set_out(code: int, at: int, net: _Net, read: _Read, most: int, count: int) -> int:
    """Begin the ways that write a letter; return how many begun ways there are now."""
    nets, row, costs = net.ways, net.row, read.costs
    starts = row + WAY_STARTS
    firsts = starts + nets[row + PLACES] + 1
    for place in range(read.spans[at, 0], read.spans[at, 1]):
        paid = costs[at, place]
        if paid > most or not (nets[firsts + place] >> code) & 1:
            continue
        for number in range(row + nets[starts + place], row + nets[starts + place + 1]):
            way = nets[number]
            if way & NO_LETTER > code:
                break
            if way & NO_LETTER != code or paid + cost_of(way) > most:
                continue
            end = place + reach_of(way)
            if length_of(way) == 1:
                _come(read, at + 1, end, paid + cost_of(way))
            elif count < read.ways.size:
                read.ways[count], read.ends[count] = way, end
                read.paid[count], read.letters[count] = paid + cost_of(way), 1
                count += 1
            else:
                return NO_ROOM
    return count


@leaf_kernel
def _read_letter(codes: tuple[int, int], at: int, length: int, net: _Net, read: _Read) -> int:
    """Read a letter of a word, and note what it costs to be at each place after it.

    Args:
        codes: The letter, and the one before it; less than 0 for the first.
        at: How many letters have been read before.
        length: Letters of the word.
        net: The net.
        read: What has been read.

    Returns:
        Whether the whole may still be cheap enough; ``NO_ROOM`` where that cannot be told.
    """
    costs, most = read.costs, most_cost(length)
    skipped = skip_cost(codes[0], codes[1], at + 1 == length, net.ways[net.row + VOWEL])
    first, last = read.spans[at, 0], read.spans[at, 1]
    costs[at + 1, :] = FAR
    read.spans[at + 1, 0], read.spans[at + 1, 1] = costs.shape[1], 0
    for place in range(first, last):
        if costs[at, place] < FAR:
            _come(read, at + 1, place, costs[at, place] + skipped)
    count = _go_on(codes[0], at, read, most, read.starts[at + 1])
    if count != NO_ROOM:
        count = _set_out(codes[0], at, net, read, most, count)
    if count == NO_ROOM:
        return NO_ROOM
    read.starts[at + 2] = count
    return int(_settle(net, read, at + 1, length - at - 1, most) or count > read.starts[at + 1])


@leaf_kernel
def _count_dear(letters: Array, net: _Net, most: int) -> int:
    """Return how many first letters of a word cost too much by themselves, wherever they stand in a net."""
    parts, before = most * PARTS, -1
    for at in range(letters.size):
        code = letter_code(letters[at])
        parts -= price_again(int(net.ways[net.row + PRICES + code]), code == before)
        if parts < 0:
            return at + 1
        before = code
    return _MANY


@leaf_kernel
def _walk(length: int, net: _Net, listed: tuple[Array, Array, LatinWords], read: _Read, prices: Array) -> bool:
    """Note what it costs to write each listed word of one length, where that is cheap enough.

    Args:
        length: How many letters.
        net: The net.
        listed: The letters of the listed words, where each word's start, and which are Latin.
        read: Space.
        prices: int32[L], by the words' places.

    Returns:
        Whether there was room.
    """
    letters, starts, latin = listed
    costs, most, dead = read.costs, most_cost(length), _MANY
    costs[0, :] = FAR
    costs[0, 0] = read.spans[0, 0] = 0
    read.spans[0, 1] = 1
    read.starts[0] = read.starts[1] = 0
    if not _settle(net, read, 0, length, most):
        return True
    # What a word shares with the last one that was walked along, and with the last one that was too dear.
    common, alike, dear = 0, 0, _MANY
    for place in range(latin.length_starts[length], latin.length_starts[length + 1]):
        common, alike = min(common, int(latin.shared[place])), min(alike, int(latin.shared[place]))
        if common >= dead or alike >= dear:
            continue
        start = starts[latin.words[place]]
        alike, dear = length, _count_dear(letters[start : start + length], net, most)
        if dear < _MANY:
            continue
        at, common, dead = common, length, _MANY
        before = letter_code(letters[start + at - 1]) if at else -1
        while at < length:
            code = letter_code(letters[start + at])
            alive = _read_letter((code, before), at, length, net, read)
            if alive == NO_ROOM:
                return False
            at, before = at + 1, code
            if not alive:
                dead = at
                break
        if dead > length:
            prices[place] = costs[length, costs.shape[1] - 1]
    return True


@kernel
def price_latin(nets: Array, row: int, words: WordTable, latin: LatinWords, prices: Array) -> bool:
    """Note what it costs to write each listed Latin word with a net, where that is cheap enough.

    Args:
        nets: int64, rows of nets.
        row: Where the net's starts.
        words: The listed words.
        latin: Which of them are Latin.
        prices: int32[L], overwritten by their places in ``latin``: tenths of an edit; ``FAR`` where a word is no
            form.

    Returns:
        Whether there was room; if not, the words are to be compared one by one.
    """
    net = _measure(nets, row)
    read = _Read(
        np.empty((MOST_LETTERS + 1, net.fewest.size), dtype=np.int64),
        np.empty((MOST_LETTERS + 1, 2), dtype=np.int64),
        np.empty(MOST_LETTERS + 2, dtype=np.int64),
        np.empty(_BEGUN, dtype=np.int64),
        np.empty(_BEGUN, dtype=np.int64),
        np.empty(_BEGUN, dtype=np.int64),
        np.empty(_BEGUN, dtype=np.int64),
    )
    prices[:] = FAR
    listed = (words.letters, words.letter_starts, latin)
    for length in range(1, MOST_LETTERS + 1):
        if latin.length_starts[length] < latin.length_starts[length + 1] and not _walk(
            length, net, listed, read, prices
        ):
            return False
    return True
