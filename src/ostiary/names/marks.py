"""The registration marks of aircraft: state, hyphen, own letters (ICAO Annex 7). Every sign of one counts."""

import re

from ostiary.names.tables import person_word_kinds

_MARK = re.compile(r"\b([A-Z\d]{1,2})-([A-Z\d]{3,5})\b")
#: Signs that nobody tells from each other when a mark is copied: each letter with its digit.
_LOOK_ALIKES = str.maketrans("oilzasbg", "01124589")


def join_marks(text: str) -> tuple[str, frozenset[str]]:
    """Return a name with the hyphens of registration marks left out, and the marks in small letters.

    *Al-Noor* is no mark: what stands before the hyphen may be no particle.
    """
    marks = {found[0] for found in _MARK.finditer(text) if found[1].lower() not in person_word_kinds()}
    for mark in marks:
        text = text.replace(mark, mark.replace("-", ""))
    return text, frozenset(mark.replace("-", "").lower() for mark in marks)


def mark_symbol(form: str) -> str:
    """Return the symbol that a mark shares with its look-alikes (P4-ZLO, P4-ZL0)."""
    return f"mark:{form.translate(_LOOK_ALIKES)}"
