"""Which names hold a word? For each word the names, in their order."""

from typing import Final, NamedTuple

import numpy as np

from ostiary.names.arrays import Array, NameTable
from ostiary.names.kernels import kernel
from ostiary.names.sorted_keys import SortedKeys, sort_keys

#: How many bits a word's mark has, how many marks there are, how many of them one number holds.
MARK_BITS: Final = 16
MARKS: Final = 1 << MARK_BITS
WORDS_MARKED: Final = 4
#: What stands for a name of more words.
MANY: Final = -1


class NamePostings(NamedTuple):
    """Names by what they hold.

    Attributes:
        starts: int32[W + 1], where the names of each word start.
        names: int32[P], the rows of the names that hold it, each once.
        marks: int64[P], the last bits of the numbers of all words of each, four to a number; ``MANY`` for one of
            more words.
        acronyms: Names by their acronyms.
    """

    starts: Array
    names: Array
    marks: Array
    acronyms: SortedKeys


def post_names(names: NameTable, words: int) -> NamePostings:
    """Return the names of one kind of bearer by their words.

    Args:
        names: The names.
        words: How many words there are.
    """
    starts = names.starts.astype(np.int64)
    held = names.words[starts[0] : starts[-1]]
    rows = np.repeat(np.arange(starts.size - 1, dtype=np.int32), np.diff(starts))
    order = np.argsort(held, kind="stable")
    held, rows = held[order], rows[order]
    first = np.ones(held.size, dtype=np.bool_)
    first[1:] = (np.diff(held) != 0) | (np.diff(rows) != 0)
    return NamePostings(
        np.searchsorted(held[first], np.arange(words + 1)).astype(np.int32),
        rows[first],
        _mark_names(names)[rows[first]],
        sort_keys(names.acronyms, np.arange(starts.size - 1)),
    )


def _mark_names(names: NameTable) -> Array:
    """The marks of the words of each name; one of fewer words says the last one again."""
    starts, lengths = names.starts[:-1].astype(np.int64), np.diff(names.starts)
    marks = np.zeros(starts.size, dtype=np.int64)
    told = np.flatnonzero(lengths)
    for at in range(WORDS_MARKED):
        words = names.words[starts[told] + np.minimum(at, lengths[told] - 1)]
        marks[told] |= (words.astype(np.int64) & (MARKS - 1)) << (MARK_BITS * at)
    marks[lengths > WORDS_MARKED] = MANY
    return marks


@kernel
def add_name(names: Array, count: int, name: int) -> Array:
    """Put a name behind so many others; return the array that they stand in, a larger one if there was no room."""
    if count == names.size:
        names = np.concatenate((names, np.zeros_like(names)))
    names[count] = name
    return names
