"""Words by their letters: which of many words can be a few edits away from one, without looking at each?

An edit takes one letter out of a word, or brings one in, or both; two neighbours that change places are the same
letters still. So two words that are k edits apart differ in length by k at most, and of the letters of either,
each counted as often as it stands, the other lacks k at most. Words stand in groups of one length in which a
choice of telling letters is the same: most groups are ruled out whole.
"""

from typing import Final, NamedTuple

import numpy as np

from ostiary.names.arrays import Array
from ostiary.names.kernels import kernel
from ostiary.names.netting import MOST_LETTERS

_FIRST_LETTER: Final = 97
_LETTERS: Final = 26
_FIRST_DIGIT: Final = 48
_DIGITS: Final = 10
#: Letters below it stand in the tables of bits by themselves.
ASCII: Final = 128
#: Bits of a set: a letter's first place, its further places, digits. Other signs share them.
_BITS: Final = 62
_DIGIT_BIT: Final = 52

#: Groups hold about so many words; more letters than this tell too little.
_WORDS_OF_GROUP: Final = 8
_MOST_TELLING: Final = 14


class LetterGroups(NamedTuple):
    """Words grouped by length and telling letters.

    Attributes:
        words: int32[W], word numbers, group by group.
        sets: int64[W], the letters of each.
        group_sets: int64[G], the telling letters of each group.
        group_starts: int32[G + 1], where each group's words start.
        length_starts: int32[MOST_LETTERS + 2], where the groups of each length start.
        telling: int64[1], the letters by which words are grouped.
    """

    words: Array
    sets: Array
    group_sets: Array
    group_starts: Array
    length_starts: Array
    telling: Array


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
def _all_sets(letters: Array, starts: Array, words: Array) -> Array:
    sets = np.zeros(words.size, dtype=np.int64)
    for place in range(words.size):
        word = words[place]
        sets[place] = letters_as_bits(letters[starts[word] : starts[word + 1]])
    return sets


def group_by_letters(letters: Array, starts: Array) -> LetterGroups:
    """Return those words of a table that have letters at all, grouped.

    Args:
        letters: int32[L], code points of all words.
        starts: int32[W + 1], where each word's letters start.
    """
    lengths = np.diff(starts)
    words = np.flatnonzero(lengths).astype(np.int32)
    lengths, sets = lengths[words], _all_sets(letters, starts, words)
    telling = _choose_telling(sets)
    order = np.lexsort((sets, sets & telling, lengths))
    words, lengths, sets = words[order], lengths[order], sets[order]
    parts = sets & telling
    changes = (np.diff(parts) != 0) | (np.diff(lengths) != 0)
    firsts = np.concatenate([np.zeros(min(words.size, 1), dtype=np.int64), np.flatnonzero(changes) + 1])
    return LetterGroups(
        words,
        sets,
        parts[firsts],
        np.append(firsts, words.size).astype(np.int32),
        np.searchsorted(lengths[firsts], np.arange(MOST_LETTERS + 2)).astype(np.int32),
        np.array([telling], dtype=np.int64),
    )


def _choose_telling(sets: Array) -> int:
    """The letters that most nearly half of the words have, so many that groups are small."""
    wanted = min(max(int(sets.size // _WORDS_OF_GROUP).bit_length(), 1), _MOST_TELLING)
    shares = [abs(int(((sets >> bit) & 1).sum()) * 2 - sets.size) for bit in range(_BITS)]
    chosen = sorted(range(_BITS), key=lambda bit: shares[bit])[:wanted]
    return sum(1 << bit for bit in chosen)
