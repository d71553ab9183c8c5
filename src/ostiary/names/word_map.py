"""How like the listed words that were found are to each word of a query: a table to look words up in."""

from typing import NamedTuple

import numpy as np

from ostiary.names.arrays import Array
from ostiary.names.cover import QueryWords
from ostiary.names.kernels import kernel, leaf_kernel
from ostiary.names.slots import slot_of


class WordMap(NamedTuple):
    """Found words by number.

    Attributes:
        slots: int32[S], S a power of two: the row of the word that falls into each slot, or that of one before it;
            -1 where none does.
        words: int32[C + 1], the word of each row.
        likes: int16[C + 1, Q], how like it is at most to each word of the query; zeros in the last row.
    """

    slots: Array
    words: Array
    likes: Array


@leaf_kernel
def find_row(table: WordMap, word: int) -> int:
    """Return the row of a word; the last one, of zeros, if it was not found."""
    slots, words = table.slots, table.words
    slot = slot_of(word, slots.size)
    while slots[slot] >= 0:
        if words[slots[slot]] == word:
            return int(slots[slot])
        slot = (slot + 1) & (slots.size - 1)
    return words.size - 1


@kernel
def map_words(query: QueryWords) -> WordMap:
    """Return the words that a query was found to be related to, by number."""
    size = 4
    while size < 2 * query.rows.size:
        size *= 2
    slots = np.full(size, -1, dtype=np.int32)
    words = np.zeros(query.rows.size + 1, dtype=np.int32)
    likes = np.zeros((words.size, query.weights.size), dtype=np.int16)
    count = 0
    for word in range(query.weights.size):
        for place in range(query.starts[word], query.starts[word + 1]):
            other = query.rows[place]
            slot = slot_of(other, size)
            while slots[slot] >= 0 and words[slots[slot]] != other:
                slot = (slot + 1) & (size - 1)
            if slots[slot] < 0:
                slots[slot] = count
                words[count] = other
                count += 1
            row = slots[slot]
            likes[row, word] = max(likes[row, word], query.likes[place])
    words[count] = -1
    return WordMap(slots, words[: count + 1], likes[: count + 1])
