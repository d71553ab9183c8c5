"""Whether two rows of words are one name from another script, romanised in two ways: *Lashkar-e-Taiba*, *Tayyiba*.

Consonants stay when a name is romanised anew and vowels do not. So a row of words has one number by its consonants
alone, under which it is looked up; the words of the two are compared afterwards (:func:`is_romanised_alike`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from ostiary.names.rigour_parts import count_edits
from ostiary.names.spelling import spelling_key
from ostiary.names.wording import ARTICLES

#: Words that join others in names and say nothing by themselves; those of other scripts are romanised most freely.
LINKING = ARTICLES | {
    *("e", "i", "ud", "ur", "us", "ush", "un", "uz", "wa", "wal", "lil"),
    *("the", "of", "for", "and", "in", "de", "la", "del", "los", "y"),
}
_VOWELS = re.compile(r"[aeiouy]")
_END = re.compile(r"h$")
#: A name of fewer consonants is too many names at once.
LEAST_CONSONANTS = 4
_LEAST_LETTERS = 3
#: One letter may differ in a word of so many, and one more in each so many again.
_LETTERS_PER_EDIT = 5
_CACHED = 16384


@lru_cache(maxsize=_CACHED)
def consonants_of(word: str) -> str:
    """Return what of a folded word stays in every romanisation: its consonants, and that it begins with a vowel.

    Empty for what only joins other words, and for what is not in Latin letters.
    """
    if word in LINKING or not word.isascii():
        return ""
    if len(word) < _LEAST_LETTERS:
        return word
    key = _END.sub("", spelling_key(word))
    start = "a" if key[:1] and _VOWELS.match(key) else ""
    return start + _VOWELS.sub("", key)


def consonants_of_row(words: Iterable[str]) -> str:
    """Return the consonants of folded words, written together."""
    return "".join(map(consonants_of, words))


def is_romanised_alike(written: Sequence[str], listed: Sequence[str]) -> bool:
    """Return whether two rows of folded words are, word for word, spellings of the same sounds.

    Words that only join others are left out on both sides.
    """
    left, right = _telling(written), _telling(listed)
    return len(left) == len(right) and all(map(_sounds_alike, left, right))


def differing_words(written: Sequence[str], listed: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the words of two rows that are romanised alike but not spelled alike, each with its counterpart."""
    return (
        (left, right) for left, right in zip(_telling(written), _telling(listed), strict=True) if left != right
    )


def _telling(words: Sequence[str]) -> list[str]:
    return [word for word in words if word not in LINKING]


@lru_cache(maxsize=_CACHED)
def _sounds_alike(left: str, right: str) -> bool:
    if left == right:
        return True
    if min(len(left), len(right)) < _LEAST_LETTERS or consonants_of(left) != consonants_of(right):
        return False
    keys = spelling_key(left), spelling_key(right)
    allowed = max(len(left), len(right)) // _LETTERS_PER_EDIT
    return keys[0] == keys[1] or min(count_edits(*keys), count_edits(left, right)) <= allowed
