"""Several names in one field, parted where the list itself parts them: by semicolons, or by a second script."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, Literal

Script = Literal["Latin", "other", "mixed", ""]

_PARENTHESES: Final = re.compile(r"[()]")
#: What a list writes before a name in another script: ``original script:``.
_LABEL: Final = re.compile(r"[A-Za-z][A-Za-z ]{0,30}:\s*")
_AROUND: Final = " \t\n.,;:-–—“”\"'"
_LETTERS: Final = 1 << 16


def split_names(text: str) -> list[str]:
    """Return the names that semicolons part, none of them within parentheses; blank ones are left out."""
    depth, start, found = 0, 0, []
    for at, sign in enumerate(text):
        depth = max(0, depth + (sign == "(") - (sign == ")"))
        if sign == ";" and not depth:
            found.append(text[start:at])
            start = at + 1
    return [name for name in map(str.strip, (*found, text[start:])) if name]


def split_spellings(name: str) -> list[str]:
    """Return the spellings of one name that stand beside each other, the second one in parentheses.

    ``Abu Test (أبو تست)`` is a name in two scripts; ``TEST GROUP (TG)`` and ``فرقة Test`` are one each.
    """
    segments = [segment for segment in map(_clean, _PARENTHESES.split(name)) if segment]
    scripts = [find_script(segment) for segment in segments]
    if len(set(scripts)) <= 1 or not {"Latin", "other"}.issuperset(scripts):
        return [name]
    return [piece for segment in segments for piece in split_names(segment)]


def find_other_script(text: str) -> Iterator[str]:
    """Yield the stretches of a remark that are not in Latin script (``original script: أبو تست``)."""
    stretch: list[str] = []
    for word in (*text.split(), "x"):
        if find_script(word) == "other":
            stretch.append(word.strip(_AROUND + "()"))
        elif stretch:
            yield " ".join(stretch)
            stretch = []


def find_script(text: str) -> Script:
    """Return whether the letters of a text are Latin, of another script, or both; empty without letters."""
    kinds = {_is_latin(sign) for sign in text if sign.isalpha()}
    if len(kinds) > 1:
        return "mixed"
    return ("Latin" if kinds.pop() else "other") if kinds else ""


def _clean(segment: str) -> str:
    plain = segment.strip(_AROUND)
    label = _LABEL.match(plain)
    rest = plain[label.end() :] if label else ""
    return rest if rest and find_script(rest) == "other" else plain


@lru_cache(_LETTERS)
def _is_latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith(("LATIN", "MODIFIER LETTER", "FULLWIDTH LATIN"))
