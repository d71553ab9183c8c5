"""How like are two words? One relation between them gives credit, or none.

The relation is, in this order of credit: the same letters, a shared symbol (a variant of one given name, a legal
form), one spelling key, letters within the edit budget, an initial. Nothing else counts, so that an index can turn it
round: the words related to a query's word can be found without scoring any name.

Every function is plain Python over arrays; numba compiles it, and ``function.py_func`` is the plain form that the
tests hold against the compiled one.
"""

import numpy as np

from ostiary.names.arrays import Array, WordTable
from ostiary.names.kernels import kernel

#: Likeness of two words, per mille, by relation.
SAME = 1000
SHARED_SYMBOL = 970
SWAPPED = 950
ONE_SPELLING = 950
INITIAL = 710

#: Letters that a word needs for one edit, two, and three.
LETTERS_FOR_EDITS = (4, 6, 10)

#: What letters that differ take off: for being edited at all, and for each edit as a share of the word's length.
EDITED = 80
EACH_EDIT = 1250

#: What two known given names that are not variants of each other take off beside their letters (Joe, Jose).
KNOWN_APART = 150

_KIND_INITIAL = 1
_KIND_NUMBER = 2
_KIND_GIVEN = 10
_ASCII = 128
_SWAPPED_LETTERS = 2


@kernel
def edit_budget(letters: int) -> int:
    """Return how many edits a word of so many letters may differ by and still count as a misspelling."""
    budget = 0
    for least in LETTERS_FOR_EDITS:
        budget += letters >= least
    return budget


@kernel
def position_masks(pattern: Array, masks: Array) -> None:
    """Set, for each ASCII letter, the bits of the places at which it stands in the pattern.

    Args:
        pattern: int32[m], code points, m at most 60.
        masks: int64[128], overwritten.
    """
    masks[:] = 0
    for place in range(pattern.size):
        if pattern[place] < _ASCII:
            masks[pattern[place]] |= 1 << place


@kernel
def _mask(letter: int, pattern: Array, masks: Array) -> int:
    if letter < _ASCII:
        return int(masks[letter])
    bits = 0
    for place in range(pattern.size):
        if pattern[place] == letter:
            bits |= 1 << place
    return bits


@kernel
def edit_distance(pattern: Array, text: Array, masks: Array) -> int:
    """Return the edits (insert, delete, replace, swap of neighbours) that turn one word into the other.

    Optimal string alignment in bit-parallel form (Hyyrö 2003, "A bit-vector algorithm for computing Levenshtein
    and Damerau edit distances"): one step per letter of the text.

    Args:
        pattern: int32[m], code points, m from 1 to 60.
        text: int32[n], code points.
        masks: int64[128], from :func:`position_masks` of the pattern.
    """
    full = (1 << pattern.size) - 1
    last = 1 << (pattern.size - 1)
    positive, negative, diagonal, before = full, 0, 0, 0
    distance = int(pattern.size)
    for letter in text:
        here = _mask(letter, pattern, masks)
        swapped = (((~diagonal) & here) << 1) & before
        diagonal = ((((here & positive) + positive) ^ positive) | here | negative | swapped) & full
        horizontal_positive = negative | (full & ~(diagonal | positive))
        horizontal_negative = diagonal & positive
        if horizontal_positive & last:
            distance += 1
        if horizontal_negative & last:
            distance -= 1
        horizontal_positive = ((horizontal_positive << 1) | 1) & full
        horizontal_negative = (horizontal_negative << 1) & full
        positive = horizontal_negative | (full & ~(diagonal | horizontal_positive))
        negative = horizontal_positive & diagonal
        before = here
    return distance


@kernel
def _is_swapped(left: Array, right: Array) -> bool:
    """Whether two words that are one edit apart differ by two neighbours having changed places."""
    if left.size != right.size:
        return False
    return bool((left != right).sum() == _SWAPPED_LETTERS)


@kernel
def _same_letters(left: Array, right: Array) -> bool:
    for place in range(left.size):  # noqa: SIM110 - numba compiles no generators
        if left[place] != right[place]:
            return False
    return True


@kernel
def _letter_likeness(left: Array, right: Array, masks: Array, budget: int) -> int:
    if budget == 0:
        return SAME if _same_letters(left, right) else 0
    distance = edit_distance(left, right, masks)
    if distance == 0:
        return SAME
    if distance > budget:
        return 0
    if distance == 1 and _is_swapped(left, right):
        return SWAPPED
    return SAME - EDITED - (EACH_EDIT * distance) // max(left.size, right.size)


@kernel
def _share_symbol(query: WordTable, word: int, listed: WordTable, other: int) -> bool:
    for one in range(query.symbol_starts[word], query.symbol_starts[word + 1]):
        for their in range(listed.symbol_starts[other], listed.symbol_starts[other + 1]):
            if query.symbols[one] == listed.symbols[their]:
                return True
    return False


@kernel
def _is_one_spelling(query: WordTable, word: int, listed: WordTable, other: int) -> bool:
    """Whether two words romanise one sound; of two words in one other script the letters themselves say it."""
    if query.spellings[word] == 0 or query.spellings[word] != listed.spellings[other]:
        return False
    return bool(query.scripts[word] == 0 or query.scripts[word] != listed.scripts[other])


@kernel
def _compare_letters(query: tuple[Array, Array], listed: tuple[Array, Array], other: int, exact: bool) -> int:  # noqa: FBT001 - compiled
    """Likeness of a word's letters (with their masks) to those of one listed word (all letters, starts)."""
    letters, masks = query
    start, end = listed[1][other], listed[1][other + 1]
    budget = 0 if exact else edit_budget(max(letters.size, end - start))
    if letters.size == 0 or start == end or abs(letters.size - (end - start)) > budget:
        return 0
    return _letter_likeness(letters, listed[0][start:end], masks, budget)


@kernel
def _is_initial(query: WordTable, word: int, listed: WordTable, other: int) -> bool:
    one, their = query.kinds[word], listed.kinds[other]
    if _KIND_INITIAL not in (one, their) or _KIND_NUMBER in (one, their):
        return False
    first, second = query.letter_starts[word], listed.letter_starts[other]
    return bool(query.letters[first] == listed.letters[second])


@kernel
def relate_word(query: WordTable, word: int, listed: WordTable, likeness: Array) -> None:
    """Set the likeness of one word of the query to every listed word.

    Two words of one script other than Latin are compared in it, all others in their folded Latin forms. Two single
    signs of one script are the same word or none: signs of one sound are different words.

    Args:
        query: The query's words.
        word: Which of them.
        listed: The listed words.
        likeness: int16[W], overwritten: 0 (no relation) to 1000 (the same).
    """
    masks = np.zeros(_ASCII, dtype=np.int64)
    native_masks = np.zeros(_ASCII, dtype=np.int64)
    form = query.letters[query.letter_starts[word] : query.letter_starts[word + 1]]
    native = query.natives[query.native_starts[word] : query.native_starts[word + 1]]
    position_masks(form, masks)
    position_masks(native, native_masks)
    is_number = query.kinds[word] == _KIND_NUMBER
    for other in range(listed.kinds.size):
        exact = is_number or listed.kinds[other] == _KIND_NUMBER
        if query.scripts[word] != 0 and query.scripts[word] == listed.scripts[other]:
            theirs = (listed.natives, listed.native_starts)
            found = _compare_letters((native, native_masks), theirs, other, exact)
            if native.size == 1:
                likeness[other] = found
                continue
        else:
            found = _compare_letters((form, masks), (listed.letters, listed.letter_starts), other, exact)
        if 0 < found < SAME and query.kinds[word] == _KIND_GIVEN and listed.kinds[other] == _KIND_GIVEN:
            found = max(found - KNOWN_APART, 1)
        if found < SHARED_SYMBOL and _share_symbol(query, word, listed, other):
            found = SHARED_SYMBOL
        if found < ONE_SPELLING and _is_one_spelling(query, word, listed, other):
            found = ONE_SPELLING
        if found < INITIAL and _is_initial(query, word, listed, other):
            found = INITIAL
        likeness[other] = found


@kernel
def relate_words(query: WordTable, listed: WordTable) -> Array:
    """Return the likeness of every word of the query to every listed word.

    Returns:
        int16[Q, W], 0 (no relation) to 1000 (the same).
    """
    likeness = np.zeros((query.kinds.size, listed.kinds.size), dtype=np.int16)
    for word in range(query.kinds.size):
        relate_word(query, word, listed, likeness[word])
    return likeness
