"""Rows of words in a text that are written as a listed name is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from ostiary.documents.parties.lexicon import has_sign
from ostiary.documents.parties.names import Array, PartyNames
from ostiary.documents.parties.setting import Setting
from ostiary.documents.tables import read_column, read_table
from ostiary.model.reports import Span
from ostiary.names.romanised import LINKING, consonants_of, is_romanised_alike
from ostiary.names.wording import ARTICLES, all_rows, fits_wording, row_keys, split_row, stretch_keys

_PACKAGE = "ostiary.documents.parties"
#: What may stand between two words of a name.
_JOIN = re.compile(r"[ \u00a0\n]?| ?[-\u2010-\u2013/&] ?|['\u2019\"\u201d] ?| ['\u2018\"\u201c]|\.,? ?|\.-")
#: A family name in capitals is parted from the given name by a comma: MADURO MOROS, Nicolas.
_COMMA = ", "
#: What ends in a point inside a name has at most so many letters: initials, St., Co.
_LONGEST_SHORTENED = 4
_MOST_SPELLED = 8


@cache
def _small_words() -> frozenset[str]:
    return frozenset(read_column("small_words.csv", "word", _PACKAGE))


@cache
def _small_starts() -> frozenset[str]:
    return frozenset(row["word"] for row in read_table("small_words.csv", _PACKAGE) if row["begins"] == "yes")


@dataclass(frozen=True, slots=True, order=True)
class Row:
    """Words of a text that are one written form of a listed name.

    Attributes:
        first: Number of its first word.
        last: Number of its last word.
        form: Number of the written form.
        bare: Whether a possessive ending of the last word is left off.
        split: Whether a nickname or an initial within it is no part of the listed name.
        spelled: Whether it is romanised otherwise than the list has it.
    """

    first: int
    last: int
    form: int
    bare: bool
    split: bool = False
    spelled: bool = False

    @property
    def words(self) -> range:
        """The numbers of its words."""
        return range(self.first, self.last + 1)


def row_span(setting: Setting, row: Row) -> Span:
    """Return where a row stands in the text."""
    return Span(setting.wording.starts[row.first], setting.wording.end_of(row.last, bare=row.bare))


def find_rows(setting: Setting, names: PartyNames) -> list[Row]:
    """Return all rows that are written as a listed name or a form of it is, in order, overlapping ones too."""
    wording = setting.wording
    begins = _small_starts()
    starts = [at for at, form in enumerate(wording.forms) if setting.capital[at] or form in begins]
    rows = row_keys(wording, *_with_room(setting, starts, names.listed.written.most_words))
    found, forms = names.find_forms(rows.keys)
    hits = zip(rows.first[found], rows.last[found], forms, rows.bare[found], strict=True)
    return sorted(
        row
        for first, last, form, bare in hits
        for row in _same_key(names, Row(int(first), int(last), int(form), bool(bare)))
        if _is_name(setting, row) and _fits(setting, names, row)
    )


def _with_room(
    setting: Setting, starts: Sequence[int], most: int, breaks: Sequence[int] = ()
) -> tuple[Array, Array]:
    """The words at which a row may begin, each with the most words of such a row.

    It ends with its sentence, and before a word that stands in no name.
    """
    firsts, sentences = np.array(starts, dtype=np.int64), np.array(setting.sentence_of, dtype=np.int64)
    ends = np.searchsorted(sentences, sentences[firsts], side="right")
    stops = np.array([*breaks, len(sentences)], dtype=np.int64)
    ends = np.minimum(ends, stops[np.searchsorted(stops, firsts)])
    return firsts, np.minimum(ends - firsts, most)


def find_spelled_rows(setting: Setting, names: PartyNames) -> list[Row]:
    """Return all rows that are a listed name romanised in another way, in order, overlapping ones too."""
    wording = setting.wording
    large = [at for at, capital in enumerate(setting.capital) if capital]
    sounds = [""] * len(wording)
    for at in large:
        sounds[at] = consonants_of(wording.form_of(at))
    starts = [at for at in large if sounds[at]]
    breaks = [at for at, form in enumerate(wording.forms) if not setting.capital[at] and form not in LINKING]
    first, last = all_rows(*_with_room(setting, starts, _MOST_SPELLED, breaks))
    rows = (
        Row(int(first[hit]), int(last[hit]), form, int(last[hit]) in wording.possessive, spelled=True)
        for hit, form in names.find_spelled(stretch_keys(sounds, first, last))
    )
    return sorted(
        _with_article(setting, row)
        for row in rows
        if sounds[row.last] and _is_name(setting, row) and _sounds_listed(setting, names, row)
    )


def _sounds_listed(setting: Setting, names: PartyNames, row: Row) -> bool:
    listed = split_row(names.listed.written.forms[row.form])
    return is_romanised_alike([setting.wording.form_of(at) for at in row.words], listed)


def _with_article(setting: Setting, row: Row) -> Row:
    """A row with the article before it: *al-Nusra*, *Al Nusra*, not the *as* or *at* of an English sentence."""
    before = row.first - 1
    if before < 0 or setting.wording.forms[before] not in ARTICLES:
        return row
    gap = setting.wording.gap(before)
    apart = gap == " " and (setting.capital[before] or setting.wording.forms[before] == "al")
    return replace(row, first=before) if gap == "-" or apart else row


def _same_key(names: PartyNames, row: Row) -> Iterator[Row]:
    return (Row(row.first, row.last, form, row.bare) for form in names.forms_from(row.form))


def _fits(setting: Setting, names: PartyNames, row: Row) -> bool:
    return fits_wording(
        setting.wording.row(row.first, row.last, bare=row.bare), names.listed.written.forms[row.form]
    )


def _is_name(setting: Setting, row: Row) -> bool:
    """Return whether a row is written in the case of a name, with nothing but what joins words between them."""
    wording = setting.wording
    large = [at for at in row.words if _is_large(setting, at, row.first)]
    if not large or not any(any(map(str.isalpha, wording.forms[at])) for at in large):
        return False
    small = [at for at in row.words if at not in large]
    if small and small[-1] == row.last and has_sign(wording.forms[row.last], "generic") and row.first in large:
        small.pop()
    return all(wording.forms[at] in _small_words() for at in small) and all(
        _joins(setting, at) for at in range(row.first, row.last)
    )


def _is_large(setting: Setting, at: int, first: int) -> bool:
    """A word counts as capitalised also behind a hyphen: Jong-un."""
    return setting.capital[at] or (at > first and setting.wording.gap(at - 1) == "-")


def _joins(setting: Setting, at: int) -> bool:
    gap = setting.wording.gap(at)
    if gap in {"", " "}:
        return True
    form = setting.wording.forms[at]
    if gap == _COMMA:
        return setting.upper[at]
    if gap.startswith("."):
        return len(form) <= _LONGEST_SHORTENED and bool(_JOIN.fullmatch(gap))
    return bool(_JOIN.fullmatch(gap))


def longest_rows(rows: Sequence[Row]) -> list[Row]:
    """Return the rows that no longer one covers; of two that overlap, the one that begins first."""
    kept: list[Row] = []
    for row in sorted(rows, key=lambda row: (row.first, -row.last, row.form)):
        if not kept or row.first > kept[-1].last or (row.first, row.last) == (kept[-1].first, kept[-1].last):
            kept.append(row)
    return kept
