"""Numbers with units and scale, so that ``$50 million`` and ``50m dollars`` are one, and a month is 30 days."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ostiary.documents.agreement.concepts import PACKAGE, passing_words, read_concepts
from ostiary.documents.tables import read_table
from ostiary.documents.words import Words

_FIGURE = re.compile(r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d{1,6})?)(m|bn|k)?")
_TIME_OF_DAY = re.compile(r"(\d{1,2}):\d{2}")
_SUFFIXES = {"m": 1_000_000.0, "bn": 1_000_000_000.0, "k": 1_000.0, "": 1.0}
#: How far before a number words such as *about* and *at least* are looked for.
REACH = 2
#: How many words after a number may say what is counted.
COUNTED = 3
#: Numbers agree when they are this near, as a share of the greater one: rough ones, and all others (roundings).
ROUGH, EXACT = 0.15, 0.02
TENS, UNITS_OF_TEN = 20, 10
#: A bare number among these is a year.
YEARS = range(1900, 2100)
HALF_DAY = 12
#: Units without which a number means nothing, since it was reckoned in them.
READ_UNITS = frozenset({"days", "percent", "clock"})
ARTICLES = frozenset({"a", "an", "one"})
#: After a greater number these say what sort of thing is counted: ``two night watchmen``.
NIGHTS = frozenset({"night", "day", "week", "month", "year"})
#: What may follow a fraction; another word is what is counted in order: *a third man*.
AFTER_FRACTIONS = frozenset(
    {"of", "more", "less", "fewer", "in", "to", "by", "since", "and", "or", "the", "a", "that"}
)
#: What makes a stretch of days a date: ``a year ago``.
DATED = frozenset({"ago", "after", "before", "later", "earlier", "old"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text.

    Attributes:
        value: Its value, scale included.
        unit: Currency code, ``days``, ``percent``, ``clock`` (hour of the half day), another measure, or empty for
            a count.
        counted: The concepts that may be what is counted (``12 dockers``).
        rough: Whether the text calls it approximate or a bound.
        first: Its first word.
        last: The word after its last one; what is counted is not part of it.
        written: As written.
    """

    value: float
    unit: str
    counted: frozenset[str]
    rough: bool
    first: int
    last: int
    written: str

    @property
    def key(self) -> str:
        """What is equal in two texts that give the same number, whatever is counted, or in what currency."""
        unit = self.unit if self.unit in READ_UNITS else ""
        return f"number {self.value:.4g} {unit}".rstrip()

    def compares(self, other: "Quantity") -> bool:
        """Return whether the two may be numbers of one thing."""
        return self.unit == other.unit and (bool(self.unit) or bool(self.counted & other.counted))

    def agrees(self, other: "Quantity") -> bool:
        """Return whether both may be right about one thing."""
        gap = abs(self.value - other.value)
        return gap <= (ROUGH if self.rough or other.rough else EXACT) * max(self.value, other.value)


@cache
def _words_of(kind: str) -> Mapping[str, str]:
    return {row["word"]: row["value"] for row in read_table("number_words.csv", PACKAGE) if row["kind"] == kind}


def find_quantities(words: Words, run: range) -> tuple[Quantity, ...]:
    """Return the numbers in a run of a report's words; years and *one* by itself are none."""
    found: list[Quantity] = []
    at = run.start
    while at < run.stop:
        quantity = _read_quantity(words, at, run)
        if quantity:
            found.append(quantity)
        at = max(quantity.last, at + 1) if quantity else at + 1
    return tuple(found)


def _read_quantity(words: Words, at: int, run: range) -> Quantity | None:
    """Return the number that starts at a word, if one does."""
    lower, first = words.lower, at
    value, end = _read_number(words, at, run.stop)
    if value is None:
        return None
    unit = ""
    if at > run.start and lower[at - 1] in _words_of("money"):
        first, unit = at - 1, _words_of("money")[lower[at - 1]]
    if not unit:
        value, unit, end = _read_unit(words, value, end, run.stop)
    if not unit and ((value == 1 and lower[at] in ARTICLES) or _is_year(lower[at])):
        return None
    rough = any(word in _words_of("rough") for word in lower[max(run.start, first - REACH) : first])
    counted = frozenset() if unit else _counted(words, end, run.stop)
    return Quantity(value, unit, counted, rough, first, end, words.text[words.starts[first] : words.ends[end - 1]])


def _is_year(word: str) -> bool:
    return word.isdigit() and int(word[:5]) in YEARS


def _read_number(words: Words, at: int, stop: int) -> tuple[float | None, int]:
    """Return the number that starts at a word, and the word after it; an article counts before a scale or unit."""
    lower = words.lower
    value, end = _read_figure(lower[at]), at + 1
    if lower[at] in _words_of("noon"):
        return float(_words_of("noon")[lower[at]]), end
    if value is None:
        value, end = _read_written(words, at, stop)
    elif end < stop and lower[end] in _SUFFIXES:
        value, end = value * _SUFFIXES[lower[end]], end + 1
    if value is None and lower[at] == "half":
        value, end = 1.0, at
    elif value is None and lower[at] in ARTICLES and _counts(words, at, stop):
        value, end = 1.0, at + 1
    while value is not None and end < stop and lower[end] in _words_of("scale"):
        value, end = value * float(_words_of("scale")[lower[end]]), end + 1
    if value is not None and end < stop and lower[end - 1] in _words_of("scale"):
        return _add_smaller(words, value, end, stop)
    return value, end


def _add_smaller(words: Words, value: float, end: int, stop: int) -> tuple[float, int]:
    """Return a number with what follows its scale (*eight thousand four hundred*, *two hundred and six*)."""
    lower = words.lower
    after = end + 1 if lower[end] == "and" and end + 1 < stop else end
    scale = float(_words_of("scale")[lower[end - 1]])
    if _read_written(words, after, stop)[0] is None:
        return value, end
    more, last = _read_number(words, after, stop)
    return (value + more, last) if more is not None and more < scale else (value, end)


def _read_figure(word: str) -> float | None:
    found = _FIGURE.fullmatch(word)
    if found:
        return float(found[1].replace(",", "")) * _SUFFIXES[found[2] or ""]
    found = _TIME_OF_DAY.fullmatch(word)
    return float(found[1]) if found else None


def _read_written(words: Words, at: int, stop: int) -> tuple[float | None, int]:
    numbers, lower = _words_of("number"), words.lower
    parts = lower[at].split("-")
    if not all(part in numbers for part in parts):
        return None, at
    value, end = sum(float(numbers[part]) for part in parts), at + 1
    if value >= TENS and len(parts) == 1 and end < stop and float(numbers.get(lower[end], TENS)) < UNITS_OF_TEN:
        value, end = value + float(numbers[lower[end]]), end + 1
    return value, end


def _counts(words: Words, at: int, stop: int) -> bool:
    """Return whether an article stands for one: *a million*, *a month*, *a tenth*, but not *a month ago*."""
    after = words.lower[at + 1 : min(at + 3, stop)]
    if not after:
        return False
    if after[0] in _words_of("time"):
        return after[-1] not in DATED or float(_words_of("time")[after[0]]) < 1
    return after[0] in _words_of("scale") or after[0] in _words_of("fraction")


def _read_unit(words: Words, value: float, end: int, stop: int) -> tuple[float, str, int]:
    """Return a number in its unit, the unit, and the word after it."""
    if ":" in words.lower[end - 1] or words.lower[end - 1] in _words_of("noon"):
        return value % HALF_DAY, "clock", end
    if end >= stop:
        return value, "", end
    word = words.lower[end]
    pair = f"{word} {words.lower[end + 1]}" if end + 1 < stop else ""
    for kind in ("money", "unit"):
        for form, length in ((pair, 2), (word, 1)):
            if form in _words_of(kind):
                return value, _words_of(kind)[form], end + length
    for kind, unit in (("time", "days"), ("fraction", "percent")):
        if word in _words_of(kind) and not (value > 1 and word in NIGHTS):
            if kind == "fraction" and not _is_part(words, end + 1, stop):
                continue
            return value * float(_words_of(kind)[word]), unit, end + 1
    if word.rstrip(".") in _words_of("clock"):
        return value % HALF_DAY, "clock", end + 1
    return value, "", end


def _is_part(words: Words, after: int, stop: int) -> bool:
    """Return whether a fraction is one: *a third of them*, *by a third.*, and not *a third time*."""
    return after >= stop or not words.lower[after][0].isalnum() or words.lower[after] in AFTER_FRACTIONS


def _counted(words: Words, end: int, stop: int) -> frozenset[str]:
    found = words.lower[end : min(end + COUNTED, stop)]
    return frozenset(
        read_concepts().of_word(word) for word in found if word[0].isalpha() and word not in passing_words("stop")
    )
