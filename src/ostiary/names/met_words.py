"""Can a name reach the floor that meets these words of a query and no others? Marks of its words say so.

If the words that a name does not meet are a cover (:mod:`ostiary.names.cover`), it is out. Which words it meets is
told by marks: the last bits of the words' numbers. They may say that a word is met where another one with the same
mark stands, never the reverse; so what they rule out is out.
"""

from typing import Final, NamedTuple

import numpy as np

from ostiary.names.arrays import Array
from ostiary.names.cover import Cover, MetWords, QueryWords, is_accepted, is_cover
from ostiary.names.kernels import kernel, leaf_kernel
from ostiary.names.postings import MANY, MARK_BITS, MARKS, WORDS_MARKED

#: So many words of a query are asked for, those of most weight; the others are taken to be met.
_ASKED: Final = 6


class MarkedWords(NamedTuple):
    """What the marks of a name say of a query.

    Attributes:
        met: uint8[MARKS], which of the words asked for a listed word with this mark may be related to, as bits.
        out: bool[2 ** asked], whether a name is out that meets these words of those asked for.
    """

    met: Array
    out: Array


@kernel
def _choose_asked(met: MetWords) -> Array:
    """The places of the words that are asked for."""
    return np.argsort(-met.weights, kind="mergesort")[:_ASKED]


@kernel
def _sets_out(met: MetWords, asked: Array, costs: Array) -> Array:
    out = np.zeros(1 << asked.size, dtype=np.bool_)
    for words in range(out.size):
        unmet = np.zeros(met.weights.size, dtype=np.bool_)
        for bit in range(asked.size):
            unmet[asked[bit]] = not (words >> bit) & 1
        out[words] = is_cover(met, unmet, costs)
    return out


@kernel
def mark_words(query: QueryWords, met: MetWords, listed: Array, costs: Array) -> MarkedWords:
    """Return what the marks of a name say of a query.

    Args:
        query: The query's words, and what they can be related to.
        met: What each can do for a name.
        listed: int64[W], weights of the listed words.
        costs: int64[COSTS].
    """
    asked, marked = _choose_asked(met), np.zeros(MARKS, dtype=np.uint8)
    for bit in range(asked.size):
        own, flag = asked[bit], np.uint8(1 << bit)
        # A pair so unlike that it alone outweighs all that the other words bring is as good as none.
        beside = Cover(
            np.zeros(0, dtype=np.bool_), met.allowances[0], met.reliefs[:, 0].sum() - met.reliefs[own, 0], 0
        )
        for word in range(query.runs[own, 0], query.runs[own, 1]):
            marked[word & (MARKS - 1)] |= flag
        for row in range(query.starts[own], query.starts[own + 1]):
            word = query.rows[row]
            if is_accepted(query.likes[row], query.weights[own] + listed[word], beside, costs):
                marked[word & (MARKS - 1)] |= flag
    return MarkedWords(marked, _sets_out(met, asked, costs))


@kernel
def marks_of_nothing() -> MarkedWords:
    """Return marks that rule no name out."""
    return MarkedWords(np.zeros(MARKS, dtype=np.uint8), np.zeros(1, dtype=np.bool_))


@leaf_kernel
def is_out(marks: int, marked: MarkedWords) -> bool:
    """Return whether the marks of a name's words say that it cannot reach the floor."""
    if marks == MANY:
        return False
    words = 0
    for place in range(WORDS_MARKED):
        words |= marked.met[(marks >> (MARK_BITS * place)) & (MARKS - 1)]
    return bool(marked.out[words])


@leaf_kernel
def is_long_name_out(name: int, names: tuple[Array, Array], marked: MarkedWords) -> bool:
    """Return the same of a name of more words than its marks tell.

    Args:
        name: Its row.
        names: Of the listed names where the words of each start, and the words.
        marked: What the marks of words say of the query.
    """
    starts, held = names
    words = 0
    for place in range(starts[name], starts[name + 1]):
        words |= marked.met[held[place] & (MARKS - 1)]
    return bool(marked.out[words])
