"""Words of organisations' names that are translated, not transcribed: 公司, شركة and компания are all *company*.

``meanings.csv`` gives them by the group of English words that they mean: one of ``organisation_words.csv``, or,
with Latin words of its own, another. A word meets its translations by the symbol of the group.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ostiary.names.han import plain_signs
from ostiary.names.sounds import table_rows

_STEM = "*"
_LEGAL = "ORGCLS:"
_PARTICLE = "PARTICLE:"
#: What a short stem may end in: a case or a gender. A longer one is telling enough for any ending.
_INFLECTED = re.compile(
    r"(?:н(?=.))?(?:[аеиіоуыэюяйь]|[аеоуыиія][йяеюх]|ого|ему|ому|[аоыия]ми?|)"  # noqa: RUF001 - Cyrillic letters
)
_LONG_STEM = 4
_LONGEST_ENDING = 9
#: Article, conjunction and prepositions that Arabic writes together with the word after them.
_JOINED_ARABIC = ("وال", "لل", "بال", "ال", "ول", "و", "ل", "ب")
_LEAST_ARABIC = 3
_ARABIC_FORMS = str.maketrans("یکةىأإآ", "يكهيااا", "\u200c\u064b")
_LONGEST_ROW = 8
#: A name may begin with a place of two or three signs, the last of which says what place: city, province, county.
_PLACES = ("市", "省", "县", "區", "区")
_PLACE_SIGNS = (3, 4)


@dataclass(frozen=True, slots=True)
class _Meanings:
    """The table: whole words, stems of words, Latin words, each with its groups."""

    words: Mapping[str, tuple[str, ...]]
    stems: Mapping[str, tuple[str, ...]]
    latin: Mapping[str, tuple[str, ...]]


@cache
def _meanings() -> _Meanings:
    words: dict[str, tuple[str, ...]] = {}
    stems: dict[str, tuple[str, ...]] = {}
    latin: dict[str, tuple[str, ...]] = {}
    for row in table_rows("meanings.csv"):
        symbol = (row["group"] if ":" in row["group"] else f"organisation:{row['group']}",)
        for form in filter(None, row["latin"].split("|")):
            latin[form] = latin.get(form, ()) + symbol
        for column in ("cyrillic", "arabic", "chinese", "korean"):
            for text in filter(None, row[column].split("|")):
                table, form = (stems, text.removesuffix(_STEM)) if text.endswith(_STEM) else (words, _plain(text))
                if symbol[0] not in table.get(form, ()):
                    table[form] = table.get(form, ()) + symbol
    return _Meanings(words, stems, latin)


def _plain(word: str) -> str:
    return plain_signs(word.translate(_ARABIC_FORMS))


def meanings_of(native: str) -> tuple[str, ...]:
    """Return the symbols of what a word in another script means in an organisation's name; empty if unknown."""
    table, word = _meanings(), _plain(native)
    if word in table.words:
        return table.words[word]
    for prefix in _JOINED_ARABIC:
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) >= _LEAST_ARABIC and rest in table.words:
            return table.words[rest]
    for length in range(len(word), 1, -1):
        groups = table.stems.get(word[:length])
        if groups and _is_ending(word[length:], length):
            return groups
    return ()


def _is_ending(rest: str, stem: int) -> bool:
    return len(rest) <= _LONGEST_ENDING if stem >= _LONG_STEM else bool(_INFLECTED.fullmatch(rest))


def latin_meanings(form: str) -> tuple[str, ...]:
    """Return the symbols of a Latin word that has translations only."""
    return _meanings().latin.get(form, ())


def is_legal_form(symbols: tuple[str, ...]) -> bool:
    """Return whether what a word means is a legal form."""
    return any(symbol.startswith(_LEGAL) for symbol in symbols)


def is_particle(symbols: tuple[str, ...]) -> bool:
    """Return whether a word only joins others."""
    return any(symbol.startswith(_PARTICLE) for symbol in symbols)


def cut_by_meaning(signs: str) -> list[str]:
    """Cut an organisation's name, written without spaces, into words that are translated and what lies between.

    A sign alone is a word only at the end: elsewhere it is more often part of a name.
    """
    return [piece for piece in _cut(signs) if piece]


def _cut(signs: str) -> Iterator[str]:
    words = _meanings().words
    at = done = next((size for size in _PLACE_SIGNS if signs[size - 1 : size] in _PLACES), 0)
    yield signs[:done]
    while at < len(signs):
        longest = min(_LONGEST_ROW, len(signs) - at)
        least = 1 if at == len(signs) - 1 else 2
        length = next((size for size in range(longest, least - 1, -1) if signs[at : at + size] in words), 0)
        if length:
            yield signs[done:at]
            yield signs[at : at + length]
            done = at + length
        at += length or 1
    yield signs[done:]
