"""Finding date expressions: words become pieces, pieces letters, and forms are sought among the letters."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ostiary.documents.dates.context import is_date
from ostiary.documents.dates.expressions import Expression, Piece
from ostiary.documents.dates.lexicon import OTHER, calendar_words, forms, key_words, neighbours
from ostiary.documents.words import Words

_YEARS = range(1800, 2101)
_DAYS = range(1, 32)
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_DECADE = re.compile(r"(\d{2})?\d0s")
_WRITTEN = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_TWENTIETH_CENTURY = 1900
_DIGITS_OF_YEAR = 4
#: Stands for any number too long to count days or years.
_TOO_MANY = 9999
_CAPITALS = frozenset({"weekday", "shortday", "month", "shortmonth"})
#: What can take its year from the date after it.
_YEARLESS = frozenset({"month", "calendar_day"})
_LONGEST_JOINT = 2


def find_expressions(words: Words) -> list[Expression]:
    """Return the date expressions of a text in order; they never overlap and never leave a sentence."""
    found: list[Expression] = []
    for sentence, inside in enumerate(words.sentences):
        if not _may_hold(words.lower[inside.start : inside.stop]):
            continue
        pieces = [piece for number in inside for piece in _pieces_of(words, number)]
        found.extend(_find_in_sentence(words, sentence, pieces))
    return _lend_years(words, found)


def _may_hold(lower: Sequence[str]) -> bool:
    return not key_words().isdisjoint(lower) or any(word[0].isdecimal() or "-" in word[1:] for word in lower)


def _find_in_sentence(words: Words, sentence: int, pieces: list[Piece]) -> Iterator[Expression]:
    table = forms()
    letters = "".join(table.letters.get(piece.kind, OTHER) for piece in pieces)
    at, stop = 0, len(letters)
    while match := table.pattern.search(letters, at, stop):
        first, last = match.span()
        expression = Expression(
            table.readings[match.lastgroup or ""],
            tuple(pieces[first:last]),
            range(pieces[first].word, pieces[last - 1].word + 1),
            sentence,
        )
        if is_date(words, expression):
            yield expression
            at, stop = last, len(letters)
        elif last - first > 1:  # a shorter form may fit: "in March 20 people"
            at, stop = first, last - 1
        else:
            at, stop = first + 1, len(letters)


def _pieces_of(words: Words, number: int) -> list[Piece]:
    form, start, end = words.forms[number], words.starts[number], words.ends[number]
    kind, value = _classify(form)
    if kind == OTHER and "-" in form:
        left, _, right = form.partition("-")
        first, last = _classify(left), _classify(right)
        if (first[0] == "part" and last[0] != OTHER) or first[0] == last[0] == "month":
            cut = start + len(left)
            dash = Piece("dash", 0, cut, cut + 1, number)
            return [Piece(*first, start, cut, number), dash, Piece(*last, cut + 1, end, number)]
    return [Piece(kind, value, start, end, number)]


def _classify(form: str) -> tuple[str, int]:
    """Return kind and value of a word."""
    if form[:1].isdecimal():
        return _classify_number(form) if form.isascii() else (OTHER, 0)
    kind, value = calendar_words().get(form.lower(), (OTHER, 0))
    return (OTHER, 0) if kind in _CAPITALS and not form[0].isupper() else (kind, value)


def _classify_number(form: str) -> tuple[str, int]:
    if form.isdecimal():
        value = int(form) if len(form) <= _DIGITS_OF_YEAR else _TOO_MANY
        if len(form) == _DIGITS_OF_YEAR and value in _YEARS:
            return "year", value
        return ("daynumber" if value in _DAYS else "number"), value
    if ordinal := _ORDINAL.fullmatch(form):
        return ("daynumber", int(ordinal[1])) if int(ordinal[1]) in _DAYS else (OTHER, 0)
    if decade := _DECADE.fullmatch(form):
        return "decade", int(form[:-1]) + (0 if decade[1] else _TWENTIETH_CENTURY)
    if written := _WRITTEN.fullmatch(form):
        return "written", int(f"{written[1]}{written[2]:0>2}{written[3]}")
    return OTHER, 0


def _lend_years(words: Words, found: list[Expression]) -> list[Expression]:
    """Give a month or day without a year the year of the next one: ``in May and July 2024``."""
    for number in range(len(found) - 2, -1, -1):
        left, right = found[number], found[number + 1]
        if left.reading not in _YEARLESS or left.has("year") or not _joined(words, left, right):
            continue
        year = right.year or right.value("year")
        if year is not None and right.has("month", "shortmonth"):
            later = left.values("month", "shortmonth") > right.values("month", "shortmonth")
            found[number] = replace(left, year=year - later)
    return found


def _joined(words: Words, left: Expression, right: Expression) -> bool:
    between = words.lower[left.words.stop : right.words.start]
    return (
        left.sentence == right.sentence and len(between) <= _LONGEST_JOINT and set(between) <= neighbours("joint")
    )
