"""A report's words as they stand: case, line and sentence, and what they say of those beside them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal

from ostiary.documents.parties.lexicon import (
    CountryWord,
    country_openings,
    country_words,
    signs_of_words,
)
from ostiary.documents.tables import read_column
from ostiary.names.wording import Wording, fold_text

LineCase = Literal["running", "title", "upper"]

_BREAKS = re.compile(r"[.!?\u2026]['\"\u201d\u2019)\]]*\s|\n")
_QUOTES = frozenset("\"\u201c\u2018\u00ab'`")
#: A longer line that ends in no mark goes on in the next one.
_WRAPPED = 50
#: In a line of words that are nearly all capitalised, a capital says nothing.
_TITLE_SHARE = 0.7
#: So many words before and after a name are near it, wherever sentences end.
_NEAR = 12
#: What is said of a bearer stands at most so many words from the name.
_FARTHEST = 30
#: A paragraph of more words is cut off, so that a text of one paragraph is read in linear time.
_LONGEST_PARAGRAPH = 300
_LEAST_WORD = 4
_LEAST_WORDS_OF_LINE = 3


@dataclass(frozen=True, slots=True)
class CountryMark:
    """A word or row of words that says something of a country: its words, and what."""

    first: int
    last: int
    word: CountryWord


@dataclass(frozen=True, slots=True)
class Setting:
    """The words of a report and how they stand. All sequences but the last three go by the number of the word.

    Attributes:
        wording: The folded words.
        large: Numbers of the words that start as a name does, ascending.
        capital: Whether the word starts as a name does: with a capital, a figure, or in a script without case.
        upper: Whether it is written all in capitals, at least two.
        opening: Whether it is the first of a sentence, line or quotation, where a capital says nothing.
        sentence_of: Number of its sentence.
        line_of: Number of its line.
        cases: How each line is written, by number of the line.
        signs: For each sign the numbers of the words that give it, ascending.
        countries: What is said of countries, in order.
        codes: For each country the first words of what is said of it, ascending.
    """

    wording: Wording
    large: Sequence[int]
    capital: Sequence[bool]
    upper: Sequence[bool]
    opening: Sequence[bool]
    sentence_of: Sequence[int]
    line_of: Sequence[int]
    cases: Sequence[LineCase]
    signs: Mapping[str, Sequence[int]]
    countries: Sequence[CountryMark]
    codes: Mapping[str, Sequence[int]]

    def case_at(self, word: int) -> LineCase:
        """Return how the line of a word is written."""
        return self.cases[self.line_of[word]]

    def sentence(self, word: int) -> range:
        """Return the words of the sentence that a word stands in."""
        number = self.sentence_of[word]
        return range(bisect_left(self.sentence_of, number), bisect_right(self.sentence_of, number))

    def near(self, first: int, last: int) -> range:
        """Return the words of the sentence of a row of words, and so many before and after on the same line."""
        sentence, line = self.sentence(first), self.line_of[first]
        start, stop = min(sentence.start, first - _NEAR), max(sentence.stop, last + 1 + _NEAR)
        return range(max(start, bisect_left(self.line_of, line)), min(stop, bisect_right(self.line_of, line)))

    def around(self, first: int, last: int) -> range:
        """Return the words of the sentence of a row of words in which something may be said of its bearer."""
        sentence = self.sentence(first)
        return range(max(sentence.start, first - _FARTHEST), min(sentence.stop, last + 1 + _FARTHEST))

    def paragraph_start(self, word: int) -> int:
        """Return the first word of the paragraph of a word, or one far before it: no wrapped line ends one."""
        floor = max(word - _LONGEST_PARAGRAPH, 0)
        first = self.sentence(word).start
        while first > floor and "\n" not in self.wording.gap(first - 1):
            first = self.sentence(first - 1).start
        return max(first, floor)

    def find_sign(self, sign: str, words: range) -> int | None:
        """Return the first word of a range that gives a sign, or None."""
        places = self.signs.get(sign, ())
        at = bisect_left(places, words.start)
        return places[at] if at < len(places) and places[at] < words.stop else None

    def countries_in(self, words: range) -> Sequence[CountryMark]:
        """Return what the words of a range say of countries."""
        start = bisect_left(self.countries, words.start, key=lambda mark: mark.first)
        stop = bisect_left(self.countries, words.stop, key=lambda mark: mark.first)
        return self.countries[start:stop]


def read_setting(text: str) -> Setting:
    """Return the words of a text and how they stand."""
    wording = fold_text(text)
    firsts = [text[start] for start in wording.starts]
    capital = [not letter.islower() for letter in firsts]
    upper = [
        firsts[at].isupper() and end - start > 1 and text[start : end - 2 * (at in wording.possessive)].isupper()
        for at, (start, end) in enumerate(zip(wording.starts, wording.ends, strict=True))
    ]
    sentence_of, line_of, opening = _break_up(wording, capital)
    large = [at for at, starts in enumerate(capital) if starts]
    countries = tuple(_find_countries(wording, large, upper))
    return Setting(
        wording,
        large,
        capital,
        upper,
        opening,
        sentence_of,
        line_of,
        _line_cases(wording, capital, upper, line_of),
        _find_signs(wording),
        countries,
        _places_by_code(countries),
    )


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(read_column("abbreviations.csv", "word"))


def _break_up(wording: Wording, capital: Sequence[bool]) -> tuple[list[int], list[int], list[bool]]:
    """The sentence and line of each word, and whether it is the first of a sentence, line or quotation."""
    sentences, lines, opening = [0], [0], [True]
    line_start = 0
    for word in range(len(wording) - 1):
        gap = wording.gap(word)
        if gap == " ":
            sentences.append(sentences[-1])
            lines.append(lines[-1])
            opening.append(False)
            continue
        line = "\n" in gap
        wrapped = gap == "\n" and wording.ends[word] - line_start > _WRAPPED
        line_start = wording.starts[word + 1] if line else line_start
        ends = not wrapped and (line or (capital[word + 1] and _ends_sentence(wording, word, gap)))
        sentences.append(sentences[-1] + ends)
        lines.append(lines[-1] + line)
        opening.append(ends or not _QUOTES.isdisjoint(gap) or ":" in gap)
    count = len(wording)
    return sentences[:count], lines[:count], opening[:count]


def _ends_sentence(wording: Wording, word: int, gap: str) -> bool:
    if not _BREAKS.search(gap):
        return False
    form = wording.forms[word]
    short = (
        len(form) == 1
        or form in _abbreviations()
        or "." in wording.text[wording.starts[word] : wording.ends[word]]
    )
    return not (gap.startswith(".") and short)


def _line_cases(
    wording: Wording, capital: Sequence[bool], upper: Sequence[bool], line_of: Sequence[int]
) -> list[LineCase]:
    starts = [0, *(at for at, (line, after) in enumerate(pairwise(line_of), 1) if line != after), len(line_of)]
    cases: list[LineCase] = []
    for start, stop in pairwise(starts):
        long = [at for at in range(start, stop) if len(wording.forms[at]) >= _LEAST_WORD]
        enough = len(long) >= _LEAST_WORDS_OF_LINE
        if enough and sum(upper[at] for at in long) > _TITLE_SHARE * len(long):
            cases.append("upper")
        elif not enough or sum(capital[at] for at in long) > _TITLE_SHARE * len(long):
            cases.append("title")
        else:
            cases.append("running")
    return cases


def _find_signs(wording: Wording) -> dict[str, list[int]]:
    known = signs_of_words()
    found: dict[str, list[int]] = {}
    for at, form in enumerate(wording.forms):
        if form in known or at in wording.possessive:
            for sign in known.get(wording.form_of(at), ()):
                found.setdefault(sign, []).append(at)
    return found


def _places_by_code(countries: Sequence[CountryMark]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for mark in countries:
        for code in mark.word.codes:
            found.setdefault(code, []).append(mark.first)
    return found


def _find_countries(wording: Wording, large: Sequence[int], upper: Sequence[bool]) -> Iterator[CountryMark]:
    openings, words = country_openings(), country_words()
    free = 0
    for at in large:
        form, bare = wording.forms[at], wording.form_of(at)
        if at < free or (form not in openings and bare not in openings and bare != "us"):
            continue
        if bare == "us" and upper[at]:
            yield CountryMark(at, at, words[("united", "states")])
        for length in range(openings.get(bare, openings.get(form, 0)), 0, -1):
            row = tuple(wording.form_of(word) for word in range(at, min(at + length, len(wording))))
            if row in words:
                yield CountryMark(at, at + len(row) - 1, words[row])
                free = at + len(row)
                break
