"""A text as folded words that lead back to the text, and one number for each row of words.

Accents, case, apostrophes and the points of
abbreviations are folded away (``Nicolás``, ``Qa'ida``, ``P.K.K.``), so that a
listed name is found however a text writes it. The number of a row of words does not depend on where it is cut into
words: ``MS-13``, ``MS 13`` and ``MS13`` have one. Whether two cuts may stand for each other is asked afterwards
(:func:`fits_wording`), so a number that is equal by accident is never a match.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

#: Signs that are a word each, no spaces being written between them.
_IDEOGRAPHS = "\u3400-\u9fff\uf900-\ufaff"
#: Marks that belong to the letter before: accents written apart, Hebrew points, Arabic vowels.
_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670"
_APOSTROPHES = "'\u2018\u2019\u02bc\u02bb`\u00b4"
_LETTER = rf"[^\W_{_IDEOGRAPHS}]"
_LETTERS = rf"(?:{_LETTER}|[{_MARKS}])+"
_WORD = re.compile(
    rf"[{_IDEOGRAPHS}]"
    rf"|[^\W\d_{_IDEOGRAPHS}](?:\.[^\W\d_{_IDEOGRAPHS}])+(?!\w)"
    rf"|{_LETTER}[{_MARKS}]*(?:{_LETTERS})?(?:[{_APOSTROPHES}]{_LETTERS})*"
)
_POSSESSIVE = re.compile(rf"[{_APOSTROPHES}][sS]$")
_CUT = re.compile(r"([^ -]+)([ -]?)")
_DROPPED = re.compile(rf"[.{_APOSTROPHES}]")
#: Letters that Unicode does not take apart.
_SINGLE_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "\u0131": "i", "æ": "ae", "œ": "oe", "þ": "th", "ŧ": "t"}
)
#: Between these and the next word a space, a hyphen or nothing is written at will: al-Qaeda, al Qaeda, Alqaeda.
ARTICLES = frozenset({"al", "el", "ul", "ad", "an", "ar", "as", "ash", "at", "az"})
_HYPHENS = "-\u2010\u2011\u2012\u2013"

#: More rows than this are numbered in several goes: each letter takes five whole numbers on the way.
_ROWS_AT_ONCE = 2_000
_BASE = np.uint64(0x9E3779B97F4A7C15)
_INVERSE = np.uint64(pow(int(_BASE), -1, 1 << 64))


@dataclass(frozen=True, slots=True)
class Wording:
    """A text as folded words.

    Attributes:
        text: As written.
        forms: The folded words, a possessive ``s`` included.
        starts: Where each word starts in the text.
        ends: Where each word ends in the text, possessive included.
        possessive: Numbers of the words that end in an apostrophe and ``s``.
    """

    text: str
    forms: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    possessive: frozenset[int]

    def __len__(self) -> int:
        return len(self.forms)

    def end_of(self, word: int, *, bare: bool) -> int:
        """Return where a word ends in the text, with or without its possessive ending."""
        return self.ends[word] - 2 if bare and word in self.possessive else self.ends[word]

    def form_of(self, word: int) -> str:
        """Return a folded word without its possessive ending."""
        return self.forms[word][:-1] if word in self.possessive else self.forms[word]

    def number_at(self, place: int) -> int:
        """Return the number of the word that begins at a place of the text, or of the next one."""
        return bisect_left(self.starts, place)

    def gap(self, word: int) -> str:
        """Return what stands between a word and the next one."""
        return self.text[self.ends[word] : self.starts[word + 1]]

    def row(self, first: int, last: int, *, bare: bool = True) -> str:
        """Return the folded words from one to another, with ``-`` where they may be written together."""
        parts = [self.forms[first]]
        for word in range(first, last):
            parts += [_seam(self.gap(word)), self.forms[word + 1]]
        row = "".join(parts)
        return row[:-1] if bare and last in self.possessive else row


def _seam(gap: str) -> str:
    return "-" if not gap or (len(gap) == 1 and gap in _HYPHENS) else " "


@lru_cache(maxsize=8192)
def fold_word(word: str) -> str:
    """Return a word in lower case without accents, apostrophes and points."""
    if not word.isascii():
        parts = unicodedata.normalize("NFKD", word)
        word = "".join(part for part in parts if not unicodedata.combining(part))
        word = word.casefold().translate(_SINGLE_LETTERS)
    return word.lower() if word.isalnum() else _DROPPED.sub("", word.lower())


def fold_text(text: str) -> Wording:
    """Return a text as folded words."""
    spans = [found.span() for found in _WORD.finditer(text)]
    words = [text[start:end] for start, end in spans]
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    possessive = (at for at, word in enumerate(words) if word[-1] in "sS" and _POSSESSIVE.search(word))
    return Wording(text, [fold_word(word) for word in words], starts, ends, frozenset(possessive))


@lru_cache(maxsize=4096)
def fold_name(text: str) -> str:
    """Return a name as one row of folded words, with ``-`` where two of them may be written together."""
    if text.isascii() and text.replace(" ", "").isalpha():
        return " ".join(text.lower().split())
    wording = fold_text(text)
    return wording.row(0, len(wording) - 1, bare=False) if len(wording) else ""


def split_row(row: str) -> list[str]:
    """Return the folded words of a row."""
    return row.replace("-", " ").split()


class RowKeys(NamedTuple):
    """The numbers of all rows of words that were asked for.

    Attributes:
        keys: int64[R], the number of the row.
        first: int64[R], its first word.
        last: int64[R], its last word.
        bare: bool[R], whether the possessive ending of the last word is left off.
    """

    keys: Array
    first: Array
    last: Array
    bare: Array


def row_keys(wording: Wording, starts: Array, lengths: Array) -> RowKeys:
    """Return the numbers of all rows that begin at the given words.

    Args:
        wording: The text.
        starts: int64[S], the words at which a row may begin.
        lengths: int64[S], the most words of a row that begins there; none goes beyond the text.
    """
    first, last = all_rows(starts, lengths)
    bare = np.zeros(len(wording), dtype=np.int64)
    bare[list(wording.possessive)] = 1
    again = bare[last] == 1
    first, last = np.concatenate([first, first[again]]), np.concatenate([last, last[again]])
    cut = np.concatenate([np.zeros(len(again), dtype=np.int64), np.ones(int(again.sum()), dtype=np.int64)])
    return RowKeys(stretch_keys(wording.forms, first, last, cut), first, last, cut == 1)


def all_rows(starts: Array, lengths: Array) -> tuple[Array, Array]:
    """Return first and last word of all rows that begin at some words, int64[R] each, as for :func:`row_keys`."""
    first = np.repeat(starts, lengths)
    return first, first + np.arange(len(first)) - np.repeat(np.cumsum(lengths) - lengths, lengths)


def stretch_keys(words: Sequence[str], first: Array, last: Array, cut: Array | int = 0) -> Array:
    """Return the numbers of stretches of words, int64[R], as :func:`name_keys` gives them.

    Args:
        words: All words, in order.
        first: int64[R], the first word of each stretch.
        last: int64[R], its last word.
        cut: int64[R], how many letters at its end do not count.
    """
    begins, ends = _places(words)
    sums, inverse = _running_sums("".join(words))
    keys: Array = ((sums[ends[last] - cut] - sums[begins[first]]) * inverse[begins[first]]).view(np.int64)
    return keys


def name_keys(rows: Sequence[str]) -> Array:
    """Return the number of each folded name, int64[N], as :func:`row_keys` gives it for the same words."""
    keys = np.empty(len(rows), dtype=np.int64)
    for first in range(0, len(rows), _ROWS_AT_ONCE):
        joined = [row.replace(" ", "").replace("-", "") for row in rows[first : first + _ROWS_AT_ONCE]]
        begins, ends = _places(joined)
        sums, inverse = _running_sums("".join(joined))
        keys[first : first + _ROWS_AT_ONCE] = ((sums[ends] - sums[begins]) * inverse[begins]).view(np.int64)
    return keys


def _places(words: Sequence[str]) -> tuple[Array, Array]:
    """Where each word begins and ends when all are written together."""
    places = np.cumsum([0, *map(len, words)], dtype=np.int64)
    return places[:-1], places[1:]


def _running_sums(letters: str) -> tuple[Array, Array]:
    """Sums of letter times power of the base up to each place, and the base's inverse to the power of that place.

    All in the ring of 64-bit numbers, where an odd base has an inverse: so the number of any stretch is one
    difference and one product.
    """
    codes = np.frombuffer(letters.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    powers = _powers(_BASE, len(codes))
    sums = np.concatenate([np.zeros(1, dtype=np.uint64), np.cumsum(codes * powers[: len(codes)], dtype=np.uint64)])
    return sums, _powers(_INVERSE, len(codes))


def _powers(base: np.uint64, count: int) -> Array:
    factors = np.full(count + 1, base, dtype=np.uint64)
    factors[0] = 1
    return np.cumprod(factors, dtype=np.uint64)


def fits_wording(written: str, listed: str) -> bool:
    """Return whether two rows with the same letters are cut into words in ways that stand for each other.

    A cut at a hyphen, between letters and digits, or after an Arabic article may be missing on the other side; any
    other may not.

    Args:
        written: A row of folded words of a text.
        listed: The folded name.
    """
    if written == listed:
        return True
    left, left_cuts = _cuts(written)
    right, right_cuts = _cuts(listed)
    if left != right:
        return False
    return all(
        (left_cuts.get(place, True) and right_cuts.get(place, True))
        or left[place - 1].isdigit() != left[place].isdigit()
        for place in left_cuts.keys() ^ right_cuts.keys()
    )


def _cuts(row: str) -> tuple[str, dict[int, bool]]:
    """The letters of a row, and for each place where it is cut whether that cut may be missing."""
    cuts: dict[int, bool] = {}
    letters = ""
    for word, cut in _CUT.findall(row):
        letters += word
        if cut:
            cuts[len(letters)] = cut == "-" or word in ARTICLES
    return letters, cuts
