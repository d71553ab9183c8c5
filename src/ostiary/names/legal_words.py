"""Long words of legal forms, spelled right before the forms are sought: *Limited Liabilaty Company*.

A legal form of several words is known only as a whole. One slip in it would leave three words that say nothing,
and they would weigh as much as the name.
"""

import unicodedata
from functools import cache, lru_cache

from rigour.text.distance import levenshtein

from ostiary.names.tables import organisation_word_kinds

#: Shorter words are too like others to be spelled anew, but beside another legal word (Joint Stotk Company).
_LEAST_LETTERS = 6
_LEAST_BESIDE = 5
#: Letters from which two slips are allowed.
_LONG = 9
_MANY = 99


@cache
def _legal_words() -> tuple[str, ...]:
    kinds = organisation_word_kinds()
    return tuple(form for form, kind in kinds.items() if kind == "LEGAL_FORM" and len(form) >= _LEAST_BESIDE)


def respell_legal_words(text: str) -> str:
    """Return the name of an organisation with slips in the words of its legal form undone."""
    words = text.split(" ")
    if len(words) == 1:
        return text
    words = [_respelled(word, _LEAST_LETTERS) for word in words]
    legal = [organisation_word_kinds().get(word.lower()) == "LEGAL_FORM" for word in words]
    beside = [before or after for before, after in zip([False, *legal], [*legal[1:], False], strict=False)]
    return " ".join(
        _respelled(word, _LEAST_BESIDE) if near else word for word, near in zip(words, beside, strict=True)
    )


@lru_cache(maxsize=65536)
def _respelled(word: str, least: int) -> str:
    """Return the word of a legal form that a word is a slip of, else the word."""
    form = _fold(word)
    if len(form) < least or not form.isalpha() or not form.isascii() or form in organisation_word_kinds():
        return word
    slips, known = min((_count_slips(form, known), known) for known in _legal_words())
    if slips > 1 + (len(known) >= _LONG) or len(known) < least:
        return word
    return known.upper() if word.isupper() else known.capitalize()


def _count_slips(form: str, known: str) -> int:
    if abs(len(form) - len(known)) > 1 + (len(known) >= _LONG):
        return _MANY
    return 1 if sorted(form) == sorted(known) else levenshtein(form, known)


def _fold(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.lower())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
