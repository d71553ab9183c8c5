"""Which names hold a word? For each word the names, in their order."""

from typing import NamedTuple

import numpy as np

from ostiary.names.arrays import Array, NameTable
from ostiary.names.kernels import kernel
from ostiary.names.sorted_keys import SortedKeys, sort_keys


class NamePostings(NamedTuple):
    """Names by what they hold.

    Attributes:
        starts: int32[W + 1], where the names of each word start.
        names: int32[P], the rows of the names that hold it, each once.
        acronyms: Names by their acronyms.
    """

    starts: Array
    names: Array
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
        sort_keys(names.acronyms, np.arange(starts.size - 1)),
    )


@kernel
def add_name(names: Array, count: int, name: int) -> Array:
    """Put a name behind so many others; return the array that they stand in, a larger one if there was no room."""
    if count == names.size:
        names = np.concatenate((names, np.zeros_like(names)))
    names[count] = name
    return names
