"""A plain look-up of listed names in a text: same words, same order; no spelling variants, no reading.

It knows nothing of who is meant: a mark says "same name as", no more.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ostiary.model.parties import Alias, Party

#: A name of one word is looked up only from this length on, and only if the text capitalises it: others are words.
_LEAST_LETTERS = 4

_SPOKEN_ORDER = ("firstName", "middleName", "lastName")

_WORD = re.compile(r"\w+(?:['\u2019.-]\w+)*")


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a text that reads as a listed name.

    Attributes:
        start: First character.
        end: The character after the last one.
        party_id: A party of that name.
        party_name: Its primary name.
        listed_name: The name as listed.
    """

    start: int
    end: int
    party_id: str
    party_name: str
    listed_name: str


class LookUp:
    """The strong names of parties, ready to be looked up in texts.

    Args:
        parties: Whose names.
    """

    def __init__(self, parties: Iterable[Party]) -> None:
        self._names: dict[tuple[str, ...], tuple[Party, str]] = {}
        for party in parties:
            for alias in party.aliases:
                for words in _spell(alias):
                    if alias.quality == "strong" and _is_telling(words):
                        self._names.setdefault(words, (party, alias.name))
        self._longest = max(map(len, self._names), default=0)

    def mark(self, text: str) -> Iterator[Mark]:
        """Yield the places that read as a listed name, in order; of two at one place the longer."""
        words = list(split_words(text))
        place = 0
        while place < len(words):
            length = self._match(words, place, text)
            if length:
                party, name = self._names[tuple(word for word, _, _ in words[place : place + length])]
                yield Mark(words[place][1], words[place + length - 1][2], party.id, party.caption, name)
            place += length or 1

    def _match(self, words: list[tuple[str, int, int]], place: int, text: str) -> int:
        if not text[words[place][1]].isupper() and text[words[place][1]].lower() != text[words[place][1]].upper():
            return 0
        for length in range(min(self._longest, len(words) - place), 0, -1):
            if tuple(word for word, _, _ in words[place : place + length]) in self._names:
                return length
        return 0


def split_words(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the words of a text without case and accents, each with its place."""
    for found in _WORD.finditer(text):
        plain = unicodedata.normalize("NFKD", found[0]).casefold()
        yield re.sub(r"[\W_]|[\u0300-\u036f]", "", plain), found.start(), found.end()


def _spell(alias: Alias) -> Iterator[tuple[str, ...]]:
    """Yield the words of a name as listed and, for a person's, as running text has them: given names first."""
    yield tuple(word for word, _, _ in split_words(alias.name))
    spoken = [part.value for kind in _SPOKEN_ORDER for part in alias.parts if part.kind == kind]
    if len(spoken) == len(alias.parts):
        yield tuple(word for word, _, _ in split_words(" ".join(spoken)))


def _is_telling(words: tuple[str, ...]) -> bool:
    return len(words) > 1 or (len(words) == 1 and len(words[0]) >= _LEAST_LETTERS)
