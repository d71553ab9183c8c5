"""Phrases of a table found in a text: several words in a row, some of them with alternatives."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Phrases(Generic[Value]):
    """The phrases of a table.

    Attributes:
        by_first: First word to the phrases that start with it, the longest first: the further words, each with its
            alternatives, and the value.
    """

    by_first: Mapping[str, tuple[tuple[tuple[frozenset[str], ...], Value], ...]]

    def find_at(self, lower: Sequence[str], number: int, stop: int) -> tuple[range, Value] | None:
        """Return the longest phrase that starts at a word and ends before ``stop``."""
        for further, value in self.by_first.get(lower[number], ()):
            end = number + 1 + len(further)
            if end <= stop and all(lower[number + 1 + at] in words for at, words in enumerate(further)):
                return range(number, end), value
        return None

    def find_in(self, lower: Sequence[str], inside: range) -> Iterator[tuple[range, Value]]:
        """Yield the phrases within a run of words, from left to right, none overlapping."""
        number = inside.start
        while number < inside.stop:
            found = self.find_at(lower, number, inside.stop) if lower[number] in self.by_first else None
            if found:
                yield found
            number = found[0].stop if found else number + 1


def make_phrases(rows: Iterable[tuple[str, Value]]) -> Phrases[Value]:
    """Return a table of phrases: words with blanks between them, alternatives of a word joined by ``|``."""
    by_first: dict[str, list[tuple[tuple[frozenset[str], ...], Value]]] = {}
    for phrase, value in rows:
        first, *further = (frozenset(word.split("|")) for word in phrase.split())
        for word in first:
            by_first.setdefault(word, []).append((tuple(further), value))
    return Phrases(
        {first: tuple(sorted(several, key=lambda each: -len(each[0]))) for first, several in by_first.items()}
    )
