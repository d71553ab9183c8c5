"""Words of organisations' names that are translated, not transcribed: 公司, شركة and компания are all *company*.

``meanings.csv`` gives them by the group of English words that they mean: one of ``organisation_words.csv``, or,
with Latin words of its own, another. A word meets its translations by the symbol of the group.
``sign_meanings.csv`` gives single Chinese signs that brands are made of (金: *golden* as often as *Jin*), each by
the English words themselves, so that two English words are not alike for being written with one sign.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ostiary.names.han import plain_signs
from ostiary.names.scripts import plain_letters
from ostiary.names.tables import table_rows

_STEM = "*"
_LEGAL = "ORGCLS:"
_PARTICLE = "PARTICLE:"
#: What a short stem may end in: a case or a gender. A longer one is telling enough for any ending.
_INFLECTED = re.compile(
    r"(?:н(?=.))?(?:[аеиіоуыэюяйь]|[аеоуыиія][йяеюх]|ого|ему|ому|[аоыия]ми?|)"  # noqa: RUF001 - Cyrillic letters
)
_LONG_STEM = 4
_LONGEST_ENDING = 9
#: What stands behind a stem and has fewer letters is no word of its own.
_LEAST_WORD = 4
#: Article, conjunction and prepositions that Arabic writes together with the word after them.
_JOINED_ARABIC = ("وال", "لل", "بال", "ال", "ول", "و", "ل")
_LEAST_ARABIC = 3


@dataclass(frozen=True, slots=True)
class _Meanings:
    """The table: whole words, stems of words, Latin words, each with its groups."""

    words: Mapping[str, tuple[str, ...]]
    stems: Mapping[str, tuple[str, ...]]
    latin: Mapping[str, tuple[str, ...]]


@cache
def _sign_meanings() -> Mapping[str, tuple[str, ...]]:
    return {
        sign: tuple(f"sign:{word}" for word in row["latin"].split("|"))
        for row in table_rows("sign_meanings.csv")
        for sign in map(plain_native, row["signs"])
    }


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
                table, form = (
                    (stems, text.removesuffix(_STEM)) if text.endswith(_STEM) else (words, plain_native(text))
                )
                if symbol[0] not in table.get(form, ()):
                    table[form] = table.get(form, ()) + symbol
    for row in table_rows("places.csv"):
        place = tuple(f"place:{name}" for name in filter(None, row["latin"].split("|")))
        words[plain_native(row["place"])] = place
        latin |= {name.partition(":")[2]: (name,) for name in place}
    for brand in {brand for brands in _sign_meanings().values() for brand in brands}:
        form = brand.partition(":")[2]
        latin[form] = (*latin.get(form, ()), brand)
    return _Meanings(words, stems, latin)


def plain_native(word: str) -> str:
    """Return a word in another script with letters and signs that are written in several forms in one of them."""
    return plain_signs(plain_letters(word))


def meanings_of(native: str) -> tuple[str, ...]:
    """Return the symbols of what a word in another script means in an organisation's name; empty if unknown."""
    table, word = _meanings(), plain_native(native)
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
    """Whether what stands behind a stem is an ending: behind the north of Severstal stands another word, steel."""
    if stem < _LONG_STEM:
        return bool(_INFLECTED.fullmatch(rest))
    return len(rest) <= _LONGEST_ENDING and not _is_word(rest)


def _is_word(rest: str) -> bool:
    """Whether a row of letters, long enough to be no ending, is a known word or the stem of one."""
    table = _meanings()
    begun = any(rest[:end] in table.stems for end in range(_LEAST_WORD, len(rest) + 1))
    return begun or (len(rest) >= _LEAST_WORD and rest in table.words)


def latin_meanings(form: str) -> tuple[str, ...]:
    """Return the symbols of a Latin word that has translations only."""
    return _meanings().latin.get(form, ())


def is_legal_form(symbols: tuple[str, ...]) -> bool:
    """Return whether what a word means is a legal form."""
    return any(symbol.startswith(_LEGAL) for symbol in symbols)


def is_particle(symbols: tuple[str, ...]) -> bool:
    """Return whether a word only joins others."""
    return any(symbol.startswith(_PARTICLE) for symbol in symbols)


def brand_meanings(sign: str) -> tuple[str, ...]:
    """Return the symbols of what a Chinese sign means in a brand; empty if unknown."""
    return _sign_meanings().get(sign, ())


def is_translated(native: str) -> bool:
    """Return whether a row of signs is a word, or a place, that the tables have."""
    return native in _meanings().words
