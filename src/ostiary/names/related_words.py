"""Listed words that can be related to a word of a query, added one by one."""

from typing import Final, NamedTuple

import numpy as np

from ostiary.names.arrays import Array
from ostiary.names.kernels import kernel

#: How many words a query's word is expected to be related to; there is room for more.
_FEW: Final = 256


class RelatedWords(NamedTuple):
    """Words found so far; a word may stand more than once.

    Attributes:
        words: int32[R], word numbers, with room for more.
        likes: int16[R], how like each is at most.
        size: How many have been found.
    """

    words: Array
    likes: Array
    size: int


@kernel
def no_related() -> RelatedWords:
    """Return room for words, none found yet."""
    return RelatedWords(np.zeros(_FEW, dtype=np.int32), np.zeros(_FEW, dtype=np.int16), 0)


@kernel
def add_related(found: RelatedWords, word: int, like: int) -> RelatedWords:
    """Return the words found so far and one more."""
    words, likes = found.words, found.likes
    if found.size == words.size:
        words = np.concatenate((words, np.zeros_like(words)))
        likes = np.concatenate((likes, np.zeros_like(likes)))
    words[found.size] = word
    likes[found.size] = like
    return RelatedWords(words, likes, found.size + 1)
