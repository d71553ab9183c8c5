"""How like are two words? One relation between them gives credit, or none.

The relation is, in this order of credit: the same letters, a shared symbol (a variant of one given name, a legal
form), one spelling key, letters within the edit budget, an initial. Nothing else counts, so that an index can turn
it round: the words related to a query's word can be found without scoring any name.

Every function is plain Python over arrays; numba compiles it, and ``function.py_func`` is the plain form that the
tests hold against the compiled one.
"""

from typing import NamedTuple

import numpy as np

from ostiary.names.arrays import SYLLABIC_SCRIPTS, UNPOINTED_SCRIPTS, Array, WordTable
from ostiary.names.edits import edit_cost
from ostiary.names.kernels import kernel
from ostiary.names.transcription import relate_scripts

#: Likeness of two words, per mille, by relation.
SAME = 1000
SHARED_SYMBOL = 970
SWAPPED = 950
ONE_SPELLING = 950
SOUND_OF_SIGN = 880
#: A sign whose sound is less like than this, which leaves it in doubt, says nothing by itself.
LEAST_OF_SIGN = 600
NEXT_NUMERAL = 500
CUT_OFF = 900
INITIAL = 820

#: Letters that a word needs for one edit, two, and three.
LETTERS_FOR_EDITS = (2, 4, 10)

#: Letters that a number in words has at least.
LETTERS_OF_NUMBER_WORD = 4

#: What letters that differ take off: for being edited at all, and for each edit as a share of the word's length.
EDITED = 80

#: Two words of a script without vowels are alike from here on: each of their letters tells more.
LEAST_OF_CONSONANTS = 400

#: What two known given names that are not variants of each other take off beside their letters (Joe, Jose).
KNOWN_APART = 150

_KIND_INITIAL = 1
_KIND_NUMBER = 2
_KIND_PARTICLE = 3
#: The kinds of company words that tables know follow one another: legal form, generic, activity, place.
_KIND_LEGAL_FORM = 6
_KIND_PLACE = 9
_KIND_GIVEN = 10
_KIND_SYLLABLE = 11
_KIND_CUT = 13
_ASCII = 128
_LETTER_A = 97
_SWAPPED_LETTERS = 2
#: Marks a pair that no other relation may join.
_NEVER = -1


class Form(NamedTuple):
    """The letters of one word: int32[n], the places of each ASCII letter as bits, and which letters there are."""

    letters: Array
    masks: Array
    letter_set: int


class Forms(NamedTuple):
    """The letters of all listed words: int32[L] code points, int32[W + 1] starts, int64[W] sets of letters."""

    letters: Array
    starts: Array
    sets: Array


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
    return max(SAME - EDITED - edit_cost(left, right) // max(left.size, right.size), 1)


@kernel
def _share_symbol(ours: Array, theirs: Array) -> bool:
    for one in ours:
        for other in theirs:
            if one == other:
                return True
    return False


@kernel
def _may_be_alike(left: int, right: int, budget: int) -> bool:
    """Whether two sets of letters are close enough: an edit changes at most two letters of a set."""
    different, counted = left ^ right, 0
    while different and counted <= 2 * budget:
        different &= different - 1
        counted += 1
    return counted <= 2 * budget


@kernel
def _are_misspelt(kind: int, other: int) -> bool:
    """Whether words of two kinds can be misspellings of each other.

    Two numbers cannot, nor *al* of the name Ali; nor two words that are both known, such as Niger and Nigeria.
    """
    if kind == other == _KIND_NUMBER or (kind == _KIND_PARTICLE) != (other == _KIND_PARTICLE):
        return False
    return not (_KIND_LEGAL_FORM <= kind <= _KIND_PLACE and _KIND_LEGAL_FORM <= other <= _KIND_PLACE)


@kernel
def _keep_their_number(left: Array, right: Array) -> bool:
    """Whether a number and another word differ in letters alone: twelth is twelfth, s2010 is 2010, 13 is not 3."""
    if min(left.size, right.size) < LETTERS_OF_NUMBER_WORD:
        return False
    place = 0
    for letter in left:
        if letter >= _LETTER_A:
            continue
        while place < right.size and right[place] >= _LETTER_A:
            place += 1
        if place == right.size or right[place] != letter:
            return False
        place += 1
    return not (right[place:] < _LETTER_A).any()


@kernel
def _relate_letters(query: Form, kind: int, listed: Forms, kinds: Array, likeness: Array) -> None:
    """Set the likeness of the letters of one word, of some kind, to those of every listed word."""
    letters, masks, letter_set = query.letters, query.masks, query.letter_set
    all_letters, starts, sets = listed.letters, listed.starts, listed.sets
    for other in range(likeness.size):
        length = starts[other + 1] - starts[other]
        budget = edit_budget(max(letters.size, length)) if _are_misspelt(kind, kinds[other]) else 0
        theirs = all_letters[starts[other] : starts[other + 1]]
        if _KIND_NUMBER in (kind, kinds[other]) and not _keep_their_number(letters, theirs):
            budget = 0
        likeness[other] = 0
        if length == 0 or abs(letters.size - length) > budget:
            continue
        if _may_be_alike(letter_set, sets[other], budget):
            likeness[other] = _letter_likeness(letters, theirs, masks, budget)


@kernel
def _relate_natives(query: WordTable, word: int, listed: WordTable, likeness: Array) -> None:
    """Where both words stand in one script other than Latin, let its own letters say how alike they are.

    A row of signs is like a word of its script by those signs or not at all: signs of one sound are different
    words. Nor do the sounds that signs are folded to relate them to signs of another script. Where vowels are not
    written the folded letters say less than the word's own: Ahmadi begins with a letter that Hamdi has not.
    """
    native = query.natives[query.native_starts[word] : query.native_starts[word + 1]]
    masks = np.zeros(_ASCII, dtype=np.int64)
    position_masks(native, masks)
    form = Form(native, masks, query.native_sets[word])
    forms = Forms(listed.natives, listed.native_starts, listed.native_sets)
    found = np.zeros(likeness.size, dtype=np.int16)
    _relate_letters(form, query.kinds[word], forms, listed.kinds, found)
    script, scripts, starts = query.scripts[word], listed.scripts, listed.native_starts
    for other in range(likeness.size):
        if scripts[other] == script:
            if min(native.size, starts[other + 1] - starts[other]) == 1:
                likeness[other] = found[other] or _NEVER
            elif script in SYLLABIC_SCRIPTS:
                likeness[other] = SAME if found[other] == SAME else 0
            elif script in UNPOINTED_SCRIPTS:
                likeness[other] = found[other] if found[other] >= LEAST_OF_CONSONANTS else 0
            else:
                likeness[other] = max(found[other], likeness[other])
        elif script in SYLLABIC_SCRIPTS and scripts[other] in SYLLABIC_SCRIPTS:
            likeness[other] = 0


@kernel
def _are_numerals_one_edit_apart(left: Array, right: Array) -> bool:
    """Whether two Roman numerals differ by one stroke: VII for VIII is a slip as much as another number."""
    if left[0] < _LETTER_A or right[0] < _LETTER_A or abs(left.size - right.size) > 1:
        return False
    shorter, longer = (left, right) if left.size <= right.size else (right, left)
    start = 0
    while start < shorter.size and shorter[start] == longer[start]:
        start += 1
    return _same_letters(shorter[start + (shorter.size == longer.size) :], longer[start + 1 :])


@kernel
def _relate_cut_words(letters: Array, is_cut: bool, listed: WordTable, likeness: Array) -> None:  # noqa: FBT001 - a kernel takes its arguments by place
    """Where a field of a payment ended within a word, let the beginning stand for the whole."""
    kinds, starts, theirs = listed.kinds, listed.letter_starts, listed.letters
    for other in range(likeness.size):
        if likeness[other] >= CUT_OFF or not (is_cut or kinds[other] == _KIND_CUT):
            continue
        whole = theirs[starts[other] : starts[other + 1]]
        if (is_cut and _begins(whole, letters)) or (kinds[other] == _KIND_CUT and _begins(letters, whole)):
            likeness[other] = CUT_OFF


@kernel
def _begins(whole: Array, start: Array) -> bool:
    return start.size < whole.size and _same_letters(start, whole[: start.size])


@kernel
def _relate_numerals(letters: Array, listed: WordTable, likeness: Array) -> None:
    kinds, starts, theirs = listed.kinds, listed.letter_starts, listed.letters
    for other in range(likeness.size):
        if likeness[other] == 0 and kinds[other] == _KIND_NUMBER:
            near = _are_numerals_one_edit_apart(letters, theirs[starts[other] : starts[other + 1]])
            likeness[other] = NEXT_NUMERAL if near else 0


@kernel
def _share_spelling(query: WordTable, word: int, listed: WordTable) -> Array:
    """Which listed words are spellings of the query's word.

    Of two words in one other script the letters themselves say so, of two scripts the net where there is one.
    """
    script, spelling = query.scripts[word], query.spellings[word]
    netted, net_starts = query.net_starts[word] < query.net_starts[word + 1], listed.net_starts
    scripts, spellings = listed.scripts, listed.spellings
    shared = np.zeros(spellings.size, dtype=np.bool_)
    if spelling != 0:
        for other in range(spellings.size):
            if spelling == spellings[other]:
                one_net = netted or net_starts[other] < net_starts[other + 1]
                shared[other] = script == 0 == scripts[other] or (script != scripts[other] and not one_net)
    return shared


@kernel
def _relate_otherwise(query: WordTable, word: int, listed: WordTable, likeness: Array) -> None:
    """Raise or lower the likeness of a word's letters by symbols, sounds, initials and signs."""
    kind = query.kinds[word]
    letters = query.letters[query.letter_starts[word] : query.letter_starts[word + 1]]
    symbols = query.symbols[query.symbol_starts[word] : query.symbol_starts[word + 1]]
    kinds = listed.kinds
    all_symbols, symbol_starts = listed.symbols, listed.symbol_starts
    first_letters, letter_starts = listed.letters, listed.letter_starts
    spelled = _share_spelling(query, word, listed)
    for other in range(likeness.size):
        found = int(likeness[other])
        if found == SAME and (kind == _KIND_SYLLABLE) == (kinds[other] == _KIND_SYLLABLE):
            continue
        if found == _NEVER:
            likeness[other] = 0
            continue
        if found > 0 and kind == _KIND_GIVEN and kinds[other] == _KIND_GIVEN:
            found = max(found - KNOWN_APART, 1)
        if symbols.size and symbol_starts[other] < symbol_starts[other + 1]:
            theirs = all_symbols[symbol_starts[other] : symbol_starts[other + 1]]
            if found < SHARED_SYMBOL and _share_symbol(symbols, theirs):
                found = SHARED_SYMBOL
        if spelled[other] and found < ONE_SPELLING:
            found = ONE_SPELLING
        initial = (kind == _KIND_INITIAL) != (kinds[other] == _KIND_INITIAL)
        if initial and found < INITIAL and _KIND_NUMBER not in (kind, kinds[other]):
            found = INITIAL if letters[0] == first_letters[letter_starts[other]] else found
        if (kind == _KIND_SYLLABLE) != (kinds[other] == _KIND_SYLLABLE):
            found = (found * SOUND_OF_SIGN) // SAME if found >= LEAST_OF_SIGN else 0
        likeness[other] = found


@kernel
def relate_word(query: WordTable, word: int, listed: WordTable, likeness: Array) -> None:
    """Set the likeness of one word of the query to every listed word.

    Two words of one script other than Latin are compared in it, all others in their folded Latin forms.

    Args:
        query: The query's words.
        word: Which of them.
        listed: The listed words.
        likeness: int16[W], overwritten: 0 (no relation) to 1000 (the same).
    """
    letters = query.letters[query.letter_starts[word] : query.letter_starts[word + 1]]
    masks = np.zeros(_ASCII, dtype=np.int64)
    position_masks(letters, masks)
    form = Form(letters, masks, query.letter_sets[word])
    forms = Forms(listed.letters, listed.letter_starts, listed.letter_sets)
    _relate_letters(form, query.kinds[word], forms, listed.kinds, likeness)
    if query.scripts[word] != 0:
        _relate_natives(query, word, listed, likeness)
    relate_scripts(query, word, listed, likeness)
    _relate_otherwise(query, word, listed, likeness)
    if query.kinds[word] == _KIND_NUMBER:
        _relate_numerals(letters, listed, likeness)
    _relate_cut_words(letters, query.kinds[word] == _KIND_CUT, listed, likeness)


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
