"""Which of many words are a few edits away from one? They share what is left when a few letters are taken out.

An edit takes one letter out of a word, or brings one in, or both; two neighbours that change places lose one
letter each. So two words that are k edits apart have letters in common, in their order, which are left when k
letters or fewer are taken out of either (Bocek, Hunt, Stiller 2007, *Fast Similarity Search in Large
Dictionaries*).

A listed word of up to nine letters stands under all that is left of it. Which of it must be asked for follows from
the two lengths: of a word of n letters and a query's of m at most k - max(m - n, 0) letters are taken out, and
what is left may be shortened further to just so many, for both alike. A longer word stands under five of its first
eight letters: of two beginnings of one length neither needs to lose more than k letters, as a letter that is moved
beyond the end of one took an edit to move it.

What stands under one key is looked at letter by letter: a key that is equal by accident finds nothing wrong.
"""

from typing import Final, NamedTuple

import numpy as np

from ostiary.names.arrays import Array
from ostiary.names.kernels import kernel
from ostiary.names.relations import LETTERS_FOR_EDITS, edit_budget, edit_distance, position_masks
from ostiary.names.slots import slot_of

_FIRST_LETTER: Final = 97
_LETTERS: Final = 26
_FIRST_DIGIT: Final = 48
_DIGITS: Final = 10
#: Letters below it stand in the tables of bits by themselves.
ASCII: Final = 128
#: Bits of a set: a letter's first place, its further places, digits. Other signs share them.
_BITS: Final = 62
_DIGIT_BIT: Final = 52

#: Words of more letters stand under so many of their first letters, less as many as they may lose.
_SHORT: Final = LETTERS_FOR_EDITS[-1] - 1
_BEGINNING: Final = 8
_LONG_BUDGET: Final = len(LETTERS_FOR_EDITS)
#: A key is a number of this many bits at most, made by multiplying by this.
_KEY_BITS: Final = (1 << 31) - 1
_FACTOR: Final = 37
_LEAST_BUCKETS: Final = 16
_FEW: Final = 64


class NearWords(NamedTuple):
    """Words by what is left of them.

    Attributes:
        sets: int64[W], the letters of each.
        starts: int32[B + 1], where the words of each bucket of keys start; B is a power of two.
        words: int32[E], the words that stand under a key of each bucket.
    """

    sets: Array
    starts: Array
    words: Array


@kernel
def _letter_bit(letter: int, again: bool) -> int:  # noqa: FBT001 - a kernel takes its arguments by place
    place = letter - _FIRST_LETTER
    if 0 <= place < _LETTERS:
        return place + _LETTERS if again else place
    digit = letter - _FIRST_DIGIT
    if 0 <= digit < _DIGITS:
        return _DIGIT_BIT + digit
    return (2 * letter + again) % _BITS


@kernel
def letters_as_bits(letters: Array) -> int:
    """Return which letters a word has, and which more than once, as bits."""
    bits = 0
    for place in range(letters.size):
        again = False
        for before in range(place):
            again = again or letters[before] == letters[place]
        bits |= 1 << _letter_bit(int(letters[place]), again)
    return bits


@kernel
def count_bits(bits: int) -> int:
    """Return how many bits are set."""
    counted = 0
    while bits:
        bits &= bits - 1
        counted += 1
    return counted


@kernel
def _key_left(letters: Array, taken: int, length: int) -> int:
    """The key of a beginning of a word without the letters whose bits are set; it says how long the whole is."""
    key = length
    for place in range(letters.size):
        if not (taken >> place) & 1:
            key = (key * _FACTOR + int(letters[place])) & _KEY_BITS
    return key


@kernel
def _next_choice(taken: int) -> int:
    """The next number with as many bits (Gosper; Beeler, Gosper, Schroeppel 1972, HAKMEM, item 175)."""
    lowest = taken & -taken
    higher = taken + lowest
    return ((higher ^ taken) >> 2) // lowest | higher


@kernel
def _add_buckets(
    letters: Array, out: int, length: int, buckets: int, found: tuple[Array, int]
) -> tuple[Array, int]:
    """Add the buckets of all that is left of a beginning of a word when so many letters are taken out."""
    all_found, count = found
    taken = (1 << out) - 1
    while taken < 1 << letters.size:
        if count == all_found.size:
            all_found = np.concatenate((all_found, np.zeros_like(all_found)))
        all_found[count] = slot_of(_key_left(letters, taken, length), buckets)
        count += 1
        if out == 0:
            break
        taken = _next_choice(taken)
    return all_found, count


@kernel
def _listed_buckets(letters: Array, buckets: int, room: Array) -> tuple[Array, int]:
    """The buckets in which a listed word stands, and how many they are."""
    found = (room, 0)
    if letters.size > _SHORT:
        return _add_buckets(letters[:_BEGINNING], _LONG_BUDGET, 0, buckets, found)
    if letters.size > 0:
        # A numeral of one letter may be another one.
        for out in range(max(edit_budget(letters.size), 1) + 1):
            found = _add_buckets(letters, out, letters.size, buckets, found)
    return found


@kernel
def _asked_buckets(letters: Array, least: int, buckets: int) -> Array:
    """The buckets in which all words stand that are within the edit budget of one, or so many edits at least."""
    found = (np.zeros(_FEW, dtype=np.int64), 0)
    size = letters.size
    for length in range(max(size - _LONG_BUDGET, 1), min(size + _LONG_BUDGET, _SHORT) + 1):
        edits = max(edit_budget(max(size, length)), least)
        if abs(size - length) <= edits:
            found = _add_buckets(letters, edits - max(length - size, 0), length, buckets, found)
    if size + _LONG_BUDGET > _SHORT:
        beginning = letters[:_BEGINNING]
        found = _add_buckets(beginning, beginning.size - _BEGINNING + _LONG_BUDGET, 0, buckets, found)
    return found[0][: found[1]]


@kernel
def _count_places(letters: Array, starts: Array) -> int:
    room, places = np.zeros(_FEW, dtype=np.int64), 0
    for word in range(starts.size - 1):
        room, count = _listed_buckets(letters[starts[word] : starts[word + 1]], 1, room)
        places += count
    return places


@kernel
def _fill_buckets(letters: Array, starts: Array, buckets: int, places: int) -> tuple[Array, Array]:
    """Where the words of each bucket start, and the words, in their order."""
    room, filled = np.zeros(_FEW, dtype=np.int64), np.zeros(buckets + 2, dtype=np.int32)
    for word in range(starts.size - 1):
        room, count = _listed_buckets(letters[starts[word] : starts[word + 1]], buckets, room)
        for at in range(count):
            filled[room[at] + 2] += 1
    for bucket in range(buckets):
        filled[bucket + 2] += filled[bucket + 1]
    words = np.zeros(places, dtype=np.int32)
    for word in range(starts.size - 1):
        room, count = _listed_buckets(letters[starts[word] : starts[word + 1]], buckets, room)
        for at in range(count):
            words[filled[room[at] + 1]] = word
            filled[room[at] + 1] += 1
    return filled[:-1], words


@kernel
def _all_sets(letters: Array, starts: Array) -> Array:
    sets = np.zeros(starts.size - 1, dtype=np.int64)
    for word in range(sets.size):
        sets[word] = letters_as_bits(letters[starts[word] : starts[word + 1]])
    return sets


def arrange_near(letters: Array, starts: Array) -> NearWords:
    """Return the words of a table by what is left of them.

    Args:
        letters: int32[L], code points of all words.
        starts: int32[W + 1], where each word's letters start.
    """
    places = int(_count_places(letters, starts))
    buckets = _LEAST_BUCKETS
    while buckets < places:
        buckets *= 2
    return NearWords(_all_sets(letters, starts), *_fill_buckets(letters, starts, buckets, places))


@kernel
def _gather_bucketed(buckets: Array, near: NearWords) -> Array:
    """The words that stand in any of some buckets, each once."""
    starts, words = near.starts, near.words
    places = 0
    for bucket in buckets:
        places += starts[bucket + 1] - starts[bucket]
    size = _FEW
    while size < 2 * places:
        size *= 2
    slots, gathered, count = np.full(size, -1, dtype=np.int32), np.empty(places, dtype=np.int32), 0
    for bucket in buckets:
        for place in range(starts[bucket], starts[bucket + 1]):
            word = words[place]
            slot = slot_of(word, size)
            while slots[slot] >= 0 and slots[slot] != word:
                slot = (slot + 1) & (size - 1)
            if slots[slot] < 0:
                slots[slot] = gathered[count] = word
                count += 1
    return gathered[:count]


@kernel
def find_near(ours: Array, least: int, near: NearWords, listed: tuple[Array, Array]) -> tuple[Array, Array]:
    """Return the listed words that are within the edit budget of a word, and how many edits away each is.

    Args:
        ours: int32[n], code points of the word, fewer than ``MOST_LETTERS``.
        least: So many edits are allowed in any case.
        near: The listed words by what is left of them.
        listed: Their letters, and where each word's start.

    Returns:
        int32[R] and int64[R].
    """
    letters, starts = listed
    gathered = _gather_bucketed(_asked_buckets(ours, least, near.starts.size - 1), near)
    edits, count = np.empty(gathered.size, dtype=np.int64), 0
    masks = np.zeros(ASCII, dtype=np.int64)
    position_masks(ours, masks)
    own = letters_as_bits(ours)
    for word in gathered:
        theirs, length = near.sets[word], starts[word + 1] - starts[word]
        most = max(edit_budget(max(ours.size, length)), least)
        if abs(ours.size - length) > most or count_bits(own & ~theirs) > most or count_bits(theirs & ~own) > most:
            continue
        apart = edit_distance(ours, letters[starts[word] : starts[word + 1]], masks)
        if apart <= most:
            gathered[count], edits[count] = word, apart
            count += 1
    return gathered[:count], edits[:count]
