"""Which words are of one matter, though they do not mean the same? *Lamp* and *dark*, *sack* and *grain*."""

from collections.abc import Mapping
from functools import cache, lru_cache

from ostiary.documents.agreement.concepts import PACKAGE, STEMS_KEPT, find_plain_form, stem
from ostiary.documents.tables import read_table

#: The beginning of a word stands for all words of its family (``bankrupt``, ``bankruptcy``), if so much follows.
BEGINNING, SHORTEST_WITH_BEGINNING = 6, 7
#: Neither part of a compound (``shipowner``) is shorter than this.
SHORTEST_PART = 4


@cache
def _fields() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in read_table("fields.csv", PACKAGE):
        for word in row["words"].split():
            found.setdefault(stem(word), set()).add(row["field"])
    return {word: frozenset(fields) for word, fields in found.items()}


@lru_cache(maxsize=STEMS_KEPT)
def find_fields_of_word(word: str) -> frozenset[str]:
    """Return the fields of a word in lower case, those of its parts if it is a compound, and its family."""
    fields = _fields().get(stem(word)) or _fields().get(stem(find_plain_form(word) or word)) or _split(word)
    family = {f"{word[:BEGINNING]}-"} if len(word) >= SHORTEST_WITH_BEGINNING else set()
    return fields | family


@cache
def _base_forms() -> frozenset[str]:
    return frozenset(word for row in read_table("fields.csv", PACKAGE) for word in row["words"].split())


def _split(word: str) -> frozenset[str]:
    """Return the fields of the two known words that a word is made of; none if it is not."""
    for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        if word[:cut] in _base_forms():
            second = _fields().get(stem(word[cut:]))
            if second:
                return _fields()[stem(word[:cut])] | second
    return frozenset()
