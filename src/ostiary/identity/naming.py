"""Do two names agree word by word, however they are romanised, ordered or divided?

This is stricter than screening, which must miss nobody: here a wrong yes would make two people one.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from ostiary.names.analysis import NameClass, Word, WordKind, analyse_name

#: Words that two names must have in common at least.
LEAST_AGREEING: Final = 2

_PERSON: Final = "Person"
_CLASSES: Final = {_PERSON: NameClass.PERSON, "Vessel": NameClass.OBJECT, "Airplane": NameClass.OBJECT}
#: Kinds of words that are left out at will, and name nobody.
_LOOSE: Final = frozenset({WordKind.INITIAL, WordKind.PARTICLE, WordKind.TITLE, WordKind.LEGAL_FORM})
#: Words of an organisation's name that many bear.
_COMMON: Final = frozenset({WordKind.GENERIC, WordKind.ACTIVITY, WordKind.PLACE})
_LEAST_JOINED: Final = 8
_LEAST_WORD: Final = 3
#: Letters from which a word may have one misspelt, and two.
_LETTERS_FOR_EDITS: Final = (6, 9)
_MOST_KEPT: Final = 65536


def find_agreeing(
    left: Sequence[str], right: Sequence[str], schema: str, least: int = LEAST_AGREEING
) -> tuple[str, str] | None:
    """Return the first two names of which one has all words of the other; None if none do.

    Args:
        left: Names of one listing.
        right: Names of the other.
        schema: FollowTheMoney schema of both.
        least: How many words must agree.
    """
    for ours, theirs in _pair_names(left, right):
        if _agree(ours, theirs, schema, least):
            return ours, theirs
    return None


def find_shared_word(left: Sequence[str], right: Sequence[str], schema: str) -> tuple[str, str] | None:
    """Return the first two names that share a telling word; None if none do."""
    for ours, theirs in _pair_names(left, right):
        first, second = _list_words(ours, schema), _list_words(theirs, schema)
        if any(_is_telling(one) and are_alike(one, other) for one in first for other in second):
            return ours, theirs
    return None


def share_any_word(left: Sequence[str], right: Sequence[str], schema: str) -> bool:
    """Whether any name of one listing has any word of a name of the other, however common it is."""
    ours, theirs = ({word.form for name in names for word in _analyse(name, schema)} for names in (left, right))
    return bool(ours & theirs) or find_shared_word(left, right, schema) is not None


def are_alike(left: Word, right: Word) -> bool:
    """Whether two words are one: the same letters, one sound, variants of one given name, a slip of the pen."""
    if left.form == right.form or (left.native and left.native == right.native):
        return True
    if left.spelling and left.spelling == right.spelling:
        return True
    if left.symbols and right.symbols and not set(left.symbols).isdisjoint(right.symbols):
        return True
    return _is_slip(left.form, right.form)


def _is_slip(left: str, right: str) -> bool:
    """Whether two long words differ by so few letters that one is a misspelling of the other."""
    if left[0] != right[0] or abs(len(left) - len(right)) > len(_LETTERS_FOR_EDITS):
        return False
    letters = min(len(left), len(right))
    edits = sum(letters >= least for least in _LETTERS_FOR_EDITS)
    return edits > 0 and count_edits(left, right) <= edits


def count_edits(left: str, right: str) -> int:
    """Return how many letters must be put in, taken out or changed (Levenshtein)."""
    before = list(range(len(right) + 1))
    for row, letter in enumerate(left, 1):
        current = [row]
        for column, other in enumerate(right, 1):
            current.append(min(before[column] + 1, current[-1] + 1, before[column - 1] + (letter != other)))
        before = current
    return before[-1]


def _pair_names(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[str, str]]:
    return ((ours, theirs) for ours in left for theirs in right)


def _analyse(text: str, schema: str) -> tuple[Word, ...]:
    return analyse_name(text, _CLASSES.get(schema, NameClass.ORGANISATION)).words


@lru_cache(maxsize=_MOST_KEPT)
def _list_words(text: str, schema: str) -> tuple[Word, ...]:
    """Return the words of a name that are not left out at will."""
    return tuple(word for word in _analyse(text, schema) if word.kind not in _LOOSE)


def _is_telling(word: Word) -> bool:
    return word.kind not in _COMMON and len(word.form) >= _LEAST_WORD


def _agree(ours: str, theirs: str, schema: str, least: int) -> bool:
    left, right = _list_words(ours, schema), _list_words(theirs, schema)
    if not left or not right:
        return False
    if least == LEAST_AGREEING and max(len(left), len(right)) > 1 and _are_divided_otherwise(ours, theirs, schema):
        return True
    fewer, more = sorted((left, right), key=len)
    if _count_pairs(fewer, more) < len(fewer):
        return False
    telling = sum(map(_is_telling, fewer))
    if len(fewer) == len(more):
        return len(fewer) >= least or (schema != _PERSON and telling > 0)
    return telling >= least


def _are_divided_otherwise(ours: str, theirs: str, schema: str) -> bool:
    """Whether two names have the same letters, and spaces in other places: Abdul Rahman, Abdulrahman."""
    left, right = ("".join(word.form for word in _analyse(text, schema)) for text in (ours, theirs))
    return left == right and len(left) >= _LEAST_JOINED


def _count_pairs(fewer: Sequence[Word], more: Sequence[Word]) -> int:
    """Return how many words of the shorter name have a word of their own in the longer one."""
    free = list(more)
    for word in fewer:
        same = next((other for other in free if other.form == word.form), None)
        same = same or next((other for other in free if are_alike(word, other)), None)
        if same is not None:
            free.remove(same)
    return len(more) - len(free)
