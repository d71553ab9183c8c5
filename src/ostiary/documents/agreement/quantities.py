"""Numbers with their units and scale, so that ``$50 million`` and ``50m dollars`` are one."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ostiary.documents.agreement.concepts import PACKAGE, passing_words, read_concepts
from ostiary.documents.tables import read_table
from ostiary.documents.words import Words

_FIGURE = re.compile(r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d{1,6})?)(m|bn|k)?")
_SUFFIXES = {"m": 1_000_000.0, "bn": 1_000_000_000.0, "k": 1_000.0, "": 1.0}
#: How far before a number words such as *about* and *at least* are looked for.
REACH = 2
#: Rough numbers agree when they are this near, as a share of the greater one.
ROUGH = 0.15
TENS = 20
UNITS_OF_TEN = 10
#: A bare number among these is a year.
YEARS = range(1900, 2100)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text.

    Attributes:
        value: Its value, scale included.
        unit: Currency code, unit, or the concept counted (``12 dockers``); empty if nothing follows.
        rough: Whether the text calls it approximate or a bound.
        first: Its first word.
        last: The word after its last one; the thing counted is not part of it.
        written: As written.
    """

    value: float
    unit: str
    rough: bool
    first: int
    last: int
    written: str

    @property
    def key(self) -> str:
        """What is equal in two texts that give the same number of the same thing."""
        return f"number {self.value:g} {self.unit}"

    def agrees(self, other: "Quantity") -> bool:
        """Return whether both may be right about one thing."""
        if self.value == other.value:
            return True
        gap = abs(self.value - other.value)
        return (self.rough or other.rough) and gap <= ROUGH * max(self.value, other.value)


@cache
def _words_of(kind: str) -> Mapping[str, str]:
    return {row["word"]: row["value"] for row in read_table("number_words.csv", PACKAGE) if row["kind"] == kind}


def _read_figure(word: str) -> float | None:
    found = _FIGURE.fullmatch(word)
    if not found:
        return None
    return float(found[1].replace(",", "")) * _SUFFIXES[found[2] or ""]


def _read_number(words: Sequence[str], at: int, stop: int) -> tuple[float | None, int]:
    """Return the number that starts at a word, and the word after it."""
    value = _read_figure(words[at])
    end = at + 1
    if value is None:
        value, end = _read_written(words, at, stop)
    elif end < stop and words[end] in _SUFFIXES and words[end]:
        value, end = value * _SUFFIXES[words[end]], end + 1
    if value is None and words[at] in _words_of("scale") and at and words[at - 1] == "a":
        value, end = 1.0, at
    while value is not None and end < stop and words[end] in _words_of("scale"):
        value, end = value * float(_words_of("scale")[words[end]]), end + 1
    return value, end


def _read_written(words: Sequence[str], at: int, stop: int) -> tuple[float | None, int]:
    numbers = _words_of("number")
    parts = words[at].split("-")
    if not all(part in numbers for part in parts):
        return None, at
    value, end = sum(float(numbers[part]) for part in parts), at + 1
    if value >= TENS and len(parts) == 1 and end < stop and float(numbers.get(words[end], TENS)) < UNITS_OF_TEN:
        value, end = value + float(numbers[words[end]]), end + 1
    return value, end


def _unit_after(words: Sequence[str], end: int, stop: int) -> tuple[str, int]:
    """Return the unit behind a number and the word after it: money, a measure, else the concept counted."""
    if end >= stop:
        return "", end
    pair = " ".join(words[end : min(end + 2, stop)])
    for kind in ("money", "unit"):
        table = _words_of(kind)
        if pair in table:
            return table[pair], end + 2
        if words[end] in table:
            return table[words[end]], end + 1
    counted = next(
        (
            word
            for word in words[end : min(end + 2, stop)]
            if word[0].isalpha() and word not in passing_words("stop")
        ),
        "",
    )
    return (read_concepts().of_word(counted) if counted else ""), end


def find_quantities(words: Words, run: range) -> tuple[Quantity, ...]:
    """Return the numbers in a run of a report's words; years and *one* by itself are none."""
    lower = words.lower
    found: list[Quantity] = []
    at = run.start
    while at < run.stop:
        value, end = _read_number(lower, at, run.stop)
        if value is None:
            at += 1
            continue
        first, unit = at, ""
        if at > run.start and lower[at - 1] in _words_of("money"):
            first, unit = at - 1, _words_of("money")[lower[at - 1]]
        if not unit:
            unit, end = _unit_after(lower, end, run.stop)
        rough = any(word in _words_of("rough") for word in lower[max(run.start, first - REACH) : first])
        if lower[at] != "one" and not _is_year(lower[at], value):
            found.append(
                Quantity(value, unit, rough, first, end, words.text[words.starts[first] : words.ends[end - 1]])
            )
        at = max(end, at + 1)
    return tuple(found)


def _is_year(word: str, value: float) -> bool:
    return word.isdigit() and value in YEARS
