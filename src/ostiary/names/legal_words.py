"""Words of legal forms, spelled right before the forms are sought: *Limited Liabilaty Company*.

A legal form of several words is known only as a whole. One slip in it would leave three words that say nothing,
and they would weigh as much as the name. So a row of words that is nearly such a phrase becomes it: with a few
letters wrong, digits for letters, a blank too many or too few, the end cut off by a field. A long word of a legal
form is spelled right by itself too.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from ostiary.names.damage import LOST
from ostiary.names.rigour_parts import count_edits
from ostiary.names.tables import organisation_word_kinds, table_rows

#: Shorter words are too like others to be spelled anew, but beside another legal word (Joint Stotk Company).
_LEAST_LETTERS = 6
_LEAST_BESIDE = 5
#: Letters from which two slips are allowed.
_LONG = 9
_MANY = 99
#: In a phrase one slip is allowed, and one more for each so many letters.
_LETTERS_PER_SLIP = 10
#: Letters that a phrase has at least before the end of a field.
_LEAST_BEFORE_END = 8
#: A word with lost letters is known by those that are left: so many, and no fewer than half.
_LEAST_LEFT = 3
_LETTERS = str.maketrans("0134578|", "oieastbl")
_SHORT_WORDS = {"co": "company", "comp": "company", "coy": "company"}


class _Phrase(NamedTuple):
    """A legal form of several words: its letters, how many words it has, and what is written for it.

    ``head`` is the word before another phrase (*public*, before *joint stock company*); empty where there is none.
    """

    letters: str
    words: int
    written: str
    head: str


@cache
def _phrases() -> Mapping[str, tuple[_Phrase, ...]]:
    """The phrases of ``legal_phrases.csv`` by each word in them, the longest first."""
    found: dict[str, list[_Phrase]] = {}
    rows = sorted(table_rows("legal_phrases.csv"), key=lambda row: -len(row["phrase"]))
    known = {row["phrase"] for row in rows}
    for row in rows:
        words = row["phrase"].split()
        head = words[0] if " ".join(words[1:]) in known else ""
        for word in words:
            if len(word) > 1:
                phrase = _Phrase("".join(words), len(words), row["short"] or row["phrase"], head)
                found.setdefault(word, []).append(phrase)
    return {word: tuple(phrases) for word, phrases in found.items()}


class _LegalWord(NamedTuple):
    """A word of a legal form: its letters, the same sorted, and three parts of it, one after the other."""

    form: str
    letters: Sequence[str]
    parts: Sequence[str]


@cache
def _legal_words(letters: int) -> Sequence[_LegalWord]:
    """The words of legal forms that are not too long or short for a slip in a word of so many letters."""
    return tuple(
        _LegalWord(form, sorted(form), (form[: len(form) // 3], form[len(form) // 3 : -2], form[-2:]))
        for form, kind in organisation_word_kinds().items()
        if kind == "LEGAL_FORM" and len(form) >= _LEAST_BESIDE and abs(letters - len(form)) <= _most_slips(form)
    )


def _count_slips(form: str, known: _LegalWord, letters: Sequence[str]) -> int:
    """How many slips make a word of a known one; many if it has more than two, which leave none of three parts."""
    if letters == known.letters:
        return 1
    return count_edits(form, known.form) if any(part in form for part in known.parts) else _MANY


def respell_legal_words(text: str, *, cut: bool = False) -> str:
    """Return the name of an organisation with slips in the words of its legal form undone.

    Args:
        text: The name.
        cut: Whether it fills a field, so that its end may be missing.
    """
    words = text.split()
    if len(words) <= 1:
        return text
    words = [_respelled(_restored(word), _LEAST_LETTERS) for word in words]
    legal = [organisation_word_kinds().get(word.lower()) == "LEGAL_FORM" for word in words]
    beside = [before or after for before, after in zip([False, *legal], [*legal[1:], False], strict=False)]
    words = [_respelled(word, _LEAST_BESIDE) if near else word for word, near in zip(words, beside, strict=True)]
    return " ".join(_with_phrases(words, cut=cut))


def _with_phrases(words: Sequence[str], *, cut: bool) -> list[str]:
    """The words, each row of them that is nearly the phrase of a legal form replaced by it."""
    found = list(words)
    letters = [_plain(word) for word in found]
    phrases = list(dict.fromkeys(phrase for word in letters for phrase in _phrases().get(word, ())))
    spans = [(_find_phrase, phrase) for phrase in phrases]
    if cut:
        # Of several that begin so the shortest, which is the usual one.
        spans += [(_find_beginning, phrase) for phrase in reversed(phrases)]
    for find, phrase in spans:
        span, written = find(letters, phrase), phrase.written.split()
        if span and [_fold(word) for word in found[slice(*span)]] != written:
            found[slice(*span)] = letters[slice(*span)] = written
    return found


def _find_phrase(letters: Sequence[str], phrase: _Phrase) -> tuple[int, int] | None:
    """Where the words stand that are most like a phrase, if any are like it."""
    most = 1 + len(phrase.letters) // _LETTERS_PER_SLIP
    best: tuple[int, int, int] | None = None
    for count in (phrase.words, phrase.words - 1, phrase.words + 1):
        for start in range(len(letters) - count + 1):
            row = "".join(letters[start : start + count])
            if abs(len(row) - len(phrase.letters)) > most:
                continue
            slips = count_edits(row, phrase.letters, most)
            if (
                slips <= most
                and (best is None or slips < best[0])
                and (not slips or _is_headed(letters, start, count, phrase))
            ):
                best = slips, start, start + count
    return best[1:] if best else None


def _is_headed(letters: Sequence[str], start: int, count: int, phrase: _Phrase) -> bool:
    """Whether a row of words has the head of a phrase, if that has one, with no more than a slip in it.

    The word before *joint stock company* may be the name itself, so another must be left to be that.
    """
    if not phrase.head:
        return True
    if len(letters) == count:
        return False
    return count_edits(letters[start], phrase.head) <= _most_slips(phrase.head)


def _find_beginning(letters: Sequence[str], phrase: _Phrase) -> tuple[int, int] | None:
    """Where the beginning of a phrase stands at the end of the words."""
    for start in range(max(len(letters) - phrase.words, 0), len(letters) - 1):
        row = "".join(letters[start:])
        if len(row) >= _LEAST_BEFORE_END and phrase.letters.startswith(row):
            return start, len(letters)
    return None


@lru_cache(maxsize=8192)
def _plain(word: str) -> str:
    """The letters of a word, folded, digits read as the letters that they look like."""
    form = _fold(word)
    form = form if form.isalnum() else "".join(letter for letter in form if letter.isalnum() or letter == "|")
    form = form if form.isalpha() or form.isdigit() else form.translate(_LETTERS)
    return _SHORT_WORDS.get(form, form)


def _restored(word: str) -> str:
    """A word with lost letters as the known company word that it can only be, else as it is."""
    form = _fold(word)
    if LOST not in form or len(form) - form.count(LOST) < max(_LEAST_LEFT, form.count(LOST)):
        return word
    pattern = re.compile(re.escape(form).replace(LOST, "."))
    return next(filter(pattern.fullmatch, _words_by_length().get(len(form), ())), word)


@cache
def _words_by_length() -> Mapping[int, Sequence[str]]:
    found: dict[int, list[str]] = {}
    for form in organisation_word_kinds():
        found.setdefault(len(form), []).append(form)
    return found


@lru_cache(maxsize=8192)
def _respelled(word: str, least: int) -> str:
    """Return the word of a legal form that a word is a slip of, else the word."""
    form = _fold(word)
    if len(form) < least or not form.isalpha() or not form.isascii() or form in organisation_word_kinds():
        return word
    letters = sorted(form)
    slips, known = min(
        ((_count_slips(form, known, letters), known.form) for known in _legal_words(len(form))),
        default=(_MANY, ""),
    )
    if slips > _most_slips(known) or len(known) < least:
        return word
    return known.upper() if word.isupper() else known.capitalize()


def _most_slips(known: str) -> int:
    return 1 + (len(known) >= _LONG)


def _fold(word: str) -> str:
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.lower())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
