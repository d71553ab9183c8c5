"""What the edits between two words tell: a vowel misheard tells less than another consonant at the start.

Edits are counted in :mod:`ostiary.names.relations` by machine words; here they are weighed, for the few pairs of
words that are within the budget.
"""

from typing import Final

import numpy as np

from ostiary.names.arrays import Array
from ostiary.names.kernels import kernel

#: What an edit costs, per mille of one letter: of a consonant, between letters that romanisations give one sound
#: (c and k) or neighbours that changed places, of a vowel or a silent h, and of a letter doubled or not.
CONSONANT: Final = 1350
SOUND: Final = 950
VOWEL: Final = 850
DOUBLED: Final = 450

#: What signs that look alike in print cost: a 1 for an l, rn for m.
LOOK_ALIKE: Final = 400

#: Percent of its cost that an edit has at the first letter, which is seldom mistaken.
FIRST: Final = 130

_ASCII = 128
_VOWELS = "aeiouy"
#: Signs that a reader of print, or of a screen, takes for one another.
_LOOKS = ("1lit", "0oq", "2z", "8b", "5s", "6gb", "9gq", "4a", "3e", "vy")
#: Letters of one group stand for one sound in the romanisations of many scripts.
_SOUNDS = ("ckqgx", "sczx", "fvw", "bpv", "dt", "jgyzi", "gk", "vwu", "mn", "rl")


def _group_bits(groups: tuple[str, ...]) -> Array:
    bits = np.zeros(_ASCII, dtype=np.int64)
    for number, group in enumerate(groups):
        for letter in group:
            bits[ord(letter)] |= 1 << number
    return bits


def _vowels() -> Array:
    vowels = np.zeros(_ASCII, dtype=np.bool_)
    vowels[[ord(letter) for letter in _VOWELS]] = True
    return vowels


_SOUND_BITS = _group_bits(_SOUNDS)
_LOOK_BITS = _group_bits(_LOOKS)
_R, _N, _M = ord("r"), ord("n"), ord("m")
_FIRST_LETTER = ord("a")
_IS_VOWEL = _vowels()
_SILENT = ord("h")


@kernel
def _replaced(one: int, other: int) -> int:
    if one == other:
        return 0
    if one >= _ASCII or other >= _ASCII:
        return CONSONANT
    if min(one, other) < _FIRST_LETTER and _LOOK_BITS[one] & _LOOK_BITS[other]:
        return LOOK_ALIKE
    if _IS_VOWEL[one] and _IS_VOWEL[other]:
        return VOWEL
    return SOUND if _SOUND_BITS[one] & _SOUND_BITS[other] else CONSONANT


@kernel
def _left_out(word: Array, place: int) -> int:
    letter = word[place]
    if place and word[place - 1] == letter:
        return DOUBLED
    if letter == _SILENT or (letter < _ASCII and _IS_VOWEL[letter]):
        return VOWEL
    return CONSONANT


@kernel
def _is_split_m(split: Array, after: int, whole: Array, end: int) -> bool:
    """Whether *rn* ends before one place of a word where *m* ends before the place of the other."""
    return after > 1 and split[after - 2] == _R and split[after - 1] == _N and whole[end - 1] == _M


@kernel
def edit_cost(left: Array, right: Array) -> int:
    """Return what the cheapest edits that turn one word into the other cost, per mille of a letter.

    It is the same in both directions.

    Args:
        left: int32[m], code points of a folded word, or of a word in its own script.
        right: int32[n], the same.
    """
    costs = np.zeros((left.size + 1, right.size + 1), dtype=np.int64)
    for i in range(1, left.size + 1):
        costs[i, 0] = costs[i - 1, 0] + _at(_left_out(left, i - 1), i == 1)
    for j in range(1, right.size + 1):
        costs[0, j] = costs[0, j - 1] + _at(_left_out(right, j - 1), j == 1)
    for i in range(1, left.size + 1):
        for j in range(1, right.size + 1):
            first = i == 1 and j == 1
            best = costs[i - 1, j - 1] + _at(_replaced(left[i - 1], right[j - 1]), first)
            best = min(best, costs[i - 1, j] + _at(_left_out(left, i - 1), i == 1))
            best = min(best, costs[i, j - 1] + _at(_left_out(right, j - 1), j == 1))
            swapped = i > 1 and j > 1 and left[i - 1] == right[j - 2] and left[i - 2] == right[j - 1]
            if swapped:
                best = min(best, costs[i - 2, j - 2] + SOUND)
            if _is_split_m(left, i, right, j):
                best = min(best, costs[i - 2, j - 1] + LOOK_ALIKE)
            if _is_split_m(right, j, left, i):
                best = min(best, costs[i - 1, j - 2] + LOOK_ALIKE)
            costs[i, j] = best
    return int(costs[left.size, right.size])


@kernel
def _at(cost: int, first: bool) -> int:  # noqa: FBT001 - a kernel takes its arguments by place
    return cost * FIRST // 100 if first else cost


@kernel
def least_edit_cost(left: Array, right: Array) -> int:
    """Return the least that each edit between two words can cost, as :mod:`ostiary.names.relations` counts edits.

    Cheap edits need what they are known by: a digit, an *m* for *rn* (two edits for the price of one), a double.
    """
    least = min(CONSONANT, SOUND, VOWEL)
    for word, other in ((left, right), (right, left)):
        for place in range(word.size):
            letter = word[place]
            if letter < _FIRST_LETTER:
                least = min(least, LOOK_ALIKE)
            if place == 0:
                continue
            if letter == word[place - 1]:
                least = min(least, DOUBLED)
            if letter == _N and word[place - 1] == _R and (other == _M).any():
                least = min(least, LOOK_ALIKE // 2)
    return least * min(FIRST, 100) // 100
