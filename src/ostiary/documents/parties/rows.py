"""Rows of words in a text that are written as a listed name is."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from ostiary.documents.parties.lexicon import has_sign
from ostiary.documents.parties.names import Array, PartyNames
from ostiary.documents.parties.setting import Setting
from ostiary.documents.tables import read_column, read_table
from ostiary.model.reports import Span
from ostiary.names.romanised import LINKING, consonants_of, is_romanised_alike
from ostiary.names.wording import ARTICLES, all_rows, fits_wording, row_keys, stretch_keys

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
        insert: The folded words of a nickname or an initial within it that is no part of the listed name.
        spelled: Whether it is romanised otherwise than the list has it.
    """

    first: int
    last: int
    form: int
    bare: bool
    insert: tuple[str, ...] = ()
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
    starts = np.array(
        [at for at, form in enumerate(wording.forms) if setting.capital[at] or form in begins], dtype=np.int64
    )
    rows = row_keys(wording, starts, np.minimum(_find_room(setting, starts), names.listed.written.most_words))
    found, forms = names.find_forms(rows.keys)
    hits = zip(rows.first[found], rows.last[found], forms, rows.bare[found], strict=True)
    return sorted(
        row
        for first, last, form, bare in hits
        for row in _same_key(names, Row(int(first), int(last), int(form), bool(bare)))
        if _is_name(setting, row) and _fits(setting, names, row)
    )


def _find_room(setting: Setting, starts: Array) -> Array:
    """The most words of a name that begins at each word: to the end of its sentence, or a word that ends any name.

    That is one in lower case that stands in no name but as its last word (*Estero cartel*).
    """
    small = _small_words()
    sentences = np.array(setting.sentence_of, dtype=np.int64)
    ends = np.searchsorted(sentences, sentences[starts], side="right")
    plain = [at for at, form in enumerate(setting.wording.forms) if not setting.capital[at] and form not in small]
    breaks = np.array([*plain, len(sentences)], dtype=np.int64)
    stops = breaks[np.searchsorted(breaks, starts, side="right")]
    hyphened = [at for at in set(stops.tolist()) if at < len(sentences) and setting.wording.gap(at - 1) == "-"]
    return np.where(np.isin(stops, hyphened), ends, np.minimum(ends, stops + 1)) - starts


def find_spelled_rows(setting: Setting, names: PartyNames) -> list[Row]:
    """Return all rows that are a listed name romanised in another way, in order, overlapping ones too."""
    wording = setting.wording
    sounds = [""] * len(wording)
    for at in setting.large:
        sounds[at] = consonants_of(wording.form_of(at))
    ends = _run_ends(setting)
    starts = [at for at in setting.large if sounds[at]]
    lengths = [min(ends[at] - at, _MOST_SPELLED) for at in starts]
    first, last = all_rows(np.array(starts, dtype=np.int64), np.array(lengths, dtype=np.int64))
    rows = (
        Row(int(first[hit]), int(last[hit]), form, int(last[hit]) in wording.possessive)
        for hit, form in names.find_spelled(stretch_keys(sounds, first, last))
    )
    return sorted(
        _with_article(setting, replace(row, spelled=True))
        for row in rows
        if sounds[row.last] and _sounds_listed(setting, names, row) and _is_name(setting, row)
    )


def _run_ends(setting: Setting) -> Mapping[int, int]:
    """For each capitalised word, where the words end that may belong to one name with it."""
    forms, sentences = setting.wording.forms, setting.sentence_of
    ends: dict[int, int] = {}
    for at in reversed(setting.large):
        after = at + 1
        while after not in ends and after < len(forms) and forms[after] in LINKING:
            after += 1
        joined = after in ends and sentences[after] == sentences[at]
        ends[at] = ends[after] if joined else at + 1
    return ends


def _sounds_listed(setting: Setting, names: PartyNames, row: Row) -> bool:
    listed = names.words_of_form(row.form)
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
