"""Which listed words in another script can a Latin word be a form of? Their nets, asked one after another.

Nearly all are ruled out by what the word's letters cost at least, which is summed for all nets at once, letter by
letter; a net that is asked says exactly how good a form the word is.
"""

from typing import Final, NamedTuple

import numpy as np

from ostiary.names.arrays import Array, WordTable
from ostiary.names.kernels import kernel
from ostiary.names.nets import MOST_PLACES
from ostiary.names.netting import (
    CODES,
    consonant_sets,
    is_too_dear,
    parts_below,
    sum_prices,
    tabulate_prices,
    working_space,
)
from ostiary.names.transcription import form_likeness, most_cost

_FEW: Final = 16


class NettedWords(NamedTuple):
    """The nets of a table's words in other scripts.

    Attributes:
        words: int32[M], the word of each net.
        prices: uint8[CODES, M], what each letter costs at least in each net.
        fewest: int32[M], how many letters the shortest form of each has.
    """

    words: Array
    prices: Array
    fewest: Array


def arrange_nets(words: WordTable) -> NettedWords:
    """Return the nets of a table's words, net by net."""
    counts = np.diff(words.net_starts)
    of_nets = np.repeat(np.arange(counts.size, dtype=np.int32), counts)
    prices, fewest = np.zeros((CODES, of_nets.size), dtype=np.uint8), np.zeros(of_nets.size, dtype=np.int32)
    tabulate_prices(words.nets, words.net_rows, int(words.net_starts[0]), prices, fewest)
    return NettedWords(of_nets, prices, fewest)


@kernel
def find_forms(letters: Array, listed: WordTable, netted: NettedWords) -> tuple[Array, Array]:
    """Return the listed words that a Latin word is a form of, and how good a one: int32[R], int16[R].

    Args:
        letters: int32[n], code points of the word.
        listed: The listed words.
        netted: Their nets.
    """
    words, likes, count = np.zeros(_FEW, dtype=np.int32), np.zeros(_FEW, dtype=np.int16), 0
    most, first = most_cost(letters.size), listed.net_starts[0]
    _, initial = consonant_sets(letters)
    sums, too_dear, fewest = sum_prices(letters, netted.prices), parts_below(most), netted.fewest
    work = working_space(MOST_PLACES)
    for place in range(sums.size):
        if sums[place] >= too_dear or fewest[place] > letters.size:
            continue
        net, word = first + place, netted.words[place]
        if is_too_dear(initial, listed.net_firsts[net], most):
            continue
        like = form_likeness(letters, listed.scripts[word], (listed.nets, listed.net_rows[net]), work)
        if like > 0:
            if count == words.size:
                words = np.concatenate((words, np.zeros_like(words)))
                likes = np.concatenate((likes, np.zeros_like(likes)))
            words[count], likes[count] = word, like
            count += 1
    return words[:count], likes[:count]
