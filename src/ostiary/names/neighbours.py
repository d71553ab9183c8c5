"""Which listed words can be related to a word of a query, and how like it at most?

The relations of :mod:`ostiary.names.relations` turned round, each by a small table of its own. What is found here
is never too little: a listed word that is not found is not related, and none is more like the query's word than it
is said to be here.
"""

from typing import Final, NamedTuple

import numpy as np

from ostiary.names.analysis import WordKind
from ostiary.names.arrays import SYLLABIC_SCRIPTS, Array, WordTable
from ostiary.names.edits import least_edit_cost
from ostiary.names.kernels import kernel
from ostiary.names.latin_words import LatinWords, arrange_latin, price_latin
from ostiary.names.near_words import NearWords, arrange_near, find_near
from ostiary.names.net_tree import NetTree, arrange_nets
from ostiary.names.netted_words import find_forms
from ostiary.names.netting import FAR, counts_alone
from ostiary.names.related_words import RelatedWords, add_related, no_related
from ostiary.names.relations import (
    CUT_OFF,
    EDITED,
    INITIAL,
    NEXT_NUMERAL,
    ONE_SPELLING,
    SAME,
    SHARED_SYMBOL,
    SWAPPED,
    relate_word,
)
from ostiary.names.sorted_keys import SortedKeys, find_key, sort_keys
from ostiary.names.transcription import likeness_at

_KIND_INITIAL: Final = int(WordKind.INITIAL)
_KIND_NUMBER: Final = int(WordKind.NUMBER)
_KIND_CUT: Final = int(WordKind.CUT)


class WordNeighbours(NamedTuple):
    """Listed words by all that can relate them to another word.

    Attributes:
        folded: By what is left of their folded forms when letters are taken out.
        symbols: By their symbols.
        spellings: By their spelling keys.
        forms: By the hash of their folded forms.
        initials: int32, the words that are initials.
        cuts: int32, the words that may be cut off, in their order.
        netted: The nets of words in other scripts.
        natives: The same of their native forms.
        latin: The Latin words by length and letters.
    """

    folded: NearWords
    symbols: SortedKeys
    spellings: SortedKeys
    forms: SortedKeys
    initials: Array
    cuts: Array
    netted: NetTree
    natives: NearWords
    latin: LatinWords


class Found(NamedTuple):
    """Listed words that can be related to one word of a query.

    Attributes:
        words: int32[R], word numbers; a word may stand more than once.
        likes: int16[R], how like each is at most.
        run: First and last + 1 of a run of words that are all related, and how like they are; (0, 0, 0) if none.
    """

    words: Array
    likes: Array
    run: tuple[int, int, int]


def arrange_neighbours(words: WordTable) -> WordNeighbours:
    """Return the words of one kind of bearer, numbered by their forms, arranged to be found."""
    everyone = np.arange(words.kinds.size, dtype=np.int32)
    return WordNeighbours(
        arrange_near(words.letters, words.letter_starts),
        sort_keys(
            words.symbols[words.symbol_starts[0] : words.symbol_starts[-1]],
            np.repeat(everyone, np.diff(words.symbol_starts)),
        ),
        sort_keys(words.spellings, everyone),
        sort_keys(words.keys, everyone),
        np.flatnonzero(words.kinds == _KIND_INITIAL).astype(np.int32),
        np.flatnonzero(words.kinds == _KIND_CUT).astype(np.int32),
        arrange_nets(words),
        arrange_near(words.natives, words.native_starts),
        arrange_latin(words),
    )


@kernel
def _most_like(ours: Array, theirs: Array, edits: int) -> int:
    """How like two words are at most that are so many edits apart."""
    if edits == 0:
        return SAME
    if edits == 1 and ours.size == theirs.size:
        return SWAPPED
    taken = edits * least_edit_cost(ours, theirs) // max(ours.size, theirs.size)
    return max(SAME - EDITED - taken, 1)


@kernel
def _find_near(
    ours: Array, least: int, near: NearWords, listed: tuple[Array, Array], found: RelatedWords
) -> RelatedWords:
    """Add the words whose letters are within the edit budget, or within the least number of edits."""
    letters, starts = listed
    near_words, edits = find_near(ours, least, near, listed)
    for place in range(near_words.size):
        word = near_words[place]
        like = _most_like(ours, letters[starts[word] : starts[word + 1]], edits[place])
        found = add_related(found, word, max(like, NEXT_NUMERAL if least else 0))
    return found


@kernel
def _find_keyed(key: int, like: int, table: SortedKeys, found: RelatedWords) -> RelatedWords:
    first, last = find_key(table, key)
    for place in range(first, last):
        found = add_related(found, table.numbers[place], like)
    return found


@kernel
def _compare_start(whole: Array, start: Array) -> int:
    """Where a word stands before (-1), among (0) or after (1) those that begin with some letters."""
    for place in range(start.size):
        if place == whole.size or whole[place] < start[place]:
            return -1
        if whole[place] > start[place]:
            return 1
    return 0


@kernel
def _find_run(start: Array, chosen: Array, listed: WordTable) -> tuple[int, int]:
    """Return which of some words, sorted by their letters, begin with these: from the first up to another.

    If none are chosen, all are.
    """
    letters, starts = listed.letters, listed.letter_starts
    size = chosen.size or listed.kinds.size
    bounds = [0, 0]
    for end in range(2):
        low, high = 0, size
        while low < high:
            middle = (low + high) >> 1
            word = chosen[middle] if chosen.size else middle
            if _compare_start(letters[starts[word] : starts[word + 1]], start) < end:
                low = middle + 1
            else:
                high = middle
        bounds[end] = low
    return bounds[0], bounds[1]


@kernel
def _find_initials(
    letters: Array, neighbours: WordNeighbours, listed: WordTable, found: RelatedWords
) -> RelatedWords:
    for word in neighbours.initials:
        if listed.letters[listed.letter_starts[word]] == letters[0]:
            found = add_related(found, word, INITIAL)
    return found


@kernel
def _find_cuts(letters: Array, neighbours: WordNeighbours, listed: WordTable, found: RelatedWords) -> RelatedWords:
    """Add the listed words that may be cut off, of which the query's word can be the whole."""
    cuts, starts = neighbours.cuts, listed.letter_starts
    first, last = _find_run(letters[:1], cuts, listed) if cuts.size else (0, 0)
    for place in range(first, last):
        word = cuts[place]
        if _compare_start(letters, listed.letters[starts[word] : starts[word + 1]]) == 0:
            found = add_related(found, word, CUT_OFF)
    return found


@kernel
def _find_latin(
    query: WordTable, word: int, listed: WordTable, latin: LatinWords, found: RelatedWords
) -> tuple[RelatedWords, bool]:
    """Add the Latin words that a word in another script can be written as, and say whether there was room to."""
    prices = np.empty(latin.words.size, dtype=np.int32)
    for net in range(query.net_starts[word], query.net_starts[word + 1]):
        if not price_latin(query.nets, query.net_rows[net], listed, latin, prices):
            return found, False
        for place in range(prices.size):
            other = latin.words[place]
            if prices[place] < FAR:
                length = listed.letter_starts[other + 1] - listed.letter_starts[other]
                like = likeness_at(prices[place], length, query.scripts[word])
                if like > 0:
                    found = add_related(found, other, like)
    return found, True


@kernel
def _is_set_aside(query: WordTable, word: int, listed: WordTable, other: int, like: int) -> bool:
    """Whether letters say nothing of two words, one of them in another script than Latin: its net or signs do."""
    script, theirs = query.scripts[word], listed.scripts[other]
    net = query.net_starts[word]
    if theirs == 0:
        return bool(net < query.net_starts[word + 1] and counts_alone(query.net_letters[net]))
    if script not in SYLLABIC_SCRIPTS or theirs not in SYLLABIC_SCRIPTS:
        return False
    sizes = min(
        query.native_starts[word + 1] - query.native_starts[word],
        listed.native_starts[other + 1] - listed.native_starts[other],
    )
    return bool(script != theirs or (sizes > 1 and like < SAME))


@kernel
def _find_by_sound(
    query: WordTable, word: int, listed: WordTable, neighbours: WordNeighbours, found: RelatedWords
) -> tuple[RelatedWords, bool]:
    """Add the words that a word in another script is like by its own letters or its net.

    Returns:
        The words found, and whether there was room to look for all.
    """
    native = query.natives[query.native_starts[word] : query.native_starts[word + 1]]
    found = _find_near(native, 0, neighbours.natives, (listed.natives, listed.native_starts), found)
    kept = no_related()
    for place in range(found.size):
        if not _is_set_aside(query, word, listed, found.words[place], found.likes[place]):
            kept = add_related(kept, found.words[place], found.likes[place])
    return _find_latin(query, word, listed, neighbours.latin, kept)


@kernel
def _compare_all(query: WordTable, word: int, listed: WordTable) -> Found:
    """What comparing with every listed word finds."""
    likeness = np.zeros(listed.kinds.size, dtype=np.int16)
    relate_word(query, word, listed, likeness)
    related = np.flatnonzero(likeness)
    return Found(related.astype(np.int32), likeness[related], (0, 0, 0))


@kernel
def find_neighbours(query: WordTable, word: int, listed: WordTable, neighbours: WordNeighbours) -> Found:
    """Return the listed words that can be related to one word of a query, and how like each is at most."""
    kind = query.kinds[word]
    letters = query.letters[query.letter_starts[word] : query.letter_starts[word + 1]]
    # Two numerals may be one stroke apart, also where a word of so few letters may not be misspelt.
    least = 1 if kind == _KIND_NUMBER else 0
    found = _find_near(letters, least, neighbours.folded, (listed.letters, listed.letter_starts), no_related())
    if query.scripts[word] == 0:
        found = find_forms(letters, listed.scripts, neighbours.netted, found)
    else:
        found, whole = _find_by_sound(query, word, listed, neighbours, found)
        if not whole:
            return _compare_all(query, word, listed)
    for place in range(query.symbol_starts[word], query.symbol_starts[word + 1]):
        found = _find_keyed(query.symbols[place], SHARED_SYMBOL, neighbours.symbols, found)
    if query.spellings[word] != 0:
        found = _find_keyed(query.spellings[word], ONE_SPELLING, neighbours.spellings, found)
    found = _find_cuts(letters, neighbours, listed, found)
    run = (0, 0, 0)
    if kind == _KIND_INITIAL:
        first, last = _find_run(letters[:1], np.zeros(0, dtype=np.int32), listed)
        run = (first, last, INITIAL)
    elif kind != _KIND_NUMBER:
        found = _find_initials(letters, neighbours, listed, found)
    if kind == _KIND_CUT:
        first, last = _find_run(letters, np.zeros(0, dtype=np.int32), listed)
        run = (first, last, CUT_OFF)
    return Found(found.words[: found.size], found.likes[: found.size], run)
