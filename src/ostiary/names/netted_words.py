"""Which listed words in another script can a Latin word be a form of? Their nets, asked one after another.

Most are ruled out by their consonants; a net that is asked says exactly how good a form the word is.
"""

from typing import Final

import numpy as np

from ostiary.names.arrays import Array, WordTable
from ostiary.names.kernels import kernel
from ostiary.names.nets import MOST_PLACES
from ostiary.names.netting import consonant_sets, is_too_dear, working_space
from ostiary.names.transcription import form_likeness, most_cost

_FEW: Final = 16


def list_netted(words: WordTable) -> Array:
    """Return the word of each net of a table, net by net: int32[M]."""
    counts = np.diff(words.net_starts)
    return np.repeat(np.arange(counts.size, dtype=np.int32), counts)


@kernel
def find_forms(letters: Array, listed: WordTable, netted: Array) -> tuple[Array, Array]:
    """Return the listed words that a Latin word is a form of, and how good a one: int32[R], int16[R].

    Args:
        letters: int32[n], code points of the word.
        listed: The listed words.
        netted: From :func:`list_netted`.
    """
    words, likes, count = np.zeros(_FEW, dtype=np.int32), np.zeros(_FEW, dtype=np.int16), 0
    consonants, initial = consonant_sets(letters)
    most, first = most_cost(letters.size), listed.net_starts[0]
    written, begun = listed.net_letters, listed.net_firsts
    work = working_space(MOST_PLACES)
    for net in range(first, first + netted.size):
        if is_too_dear(consonants, written[net], most) or is_too_dear(initial, begun[net], most):
            continue
        word = netted[net - first]
        like = form_likeness(letters, listed.scripts[word], (listed.nets, listed.net_rows[net]), work)
        if like > 0:
            if count == words.size:
                words = np.concatenate((words, np.zeros_like(words)))
                likes = np.concatenate((likes, np.zeros_like(likes)))
            words[count], likes[count] = word, like
            count += 1
    return words[:count], likes[:count]
