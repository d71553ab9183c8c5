"""Legal forms of companies: left out, added, written out, shortened, dotted."""

import re
from random import Random

from ostiary.validation.tables import read_table
from ostiary.validation.variations.variation import ORGANISATIONS, Variation
from ostiary.validation.variations.words import full_places, is_latin, match_case, split_words

_EDGE = r"(?<![^\W_])(?<![^\W_]\.){}(?!\.?[^\W_])\.?"
#: Letters of a legal form may have dots between them: S.A.
_DOT = r"\.?"


def find_form(name: str, column: str) -> tuple[re.Match[str], dict[str, str]] | None:
    """Return the longest legal form that stands in a name, and its row; None if there is none.

    Args:
        name: The name.
        column: Of the table of forms: ``short`` or ``long``.
    """
    rows = sorted(read_table("legal_forms.csv"), key=lambda row: -len(row[column]))
    for row in rows:
        found = re.search(_EDGE.format(_DOT.join(map(re.escape, row[column]))), name, re.IGNORECASE)
        if found:
            return found, row
    return None


def _put(name: str, found: re.Match[str], form: str) -> str:
    put = match_case(form, name)
    return " ".join(f"{name[: found.start()]}{put}{name[found.end() :]}".split())


def leave_out_form(name: str, _dice: Random) -> str | None:
    """Return a company's name without its legal form, long or short."""
    found = find_form(name, "long") or find_form(name, "short")
    if not found:
        return None
    left = re.sub(r"[\s,.\"]+$|^[\s,.\"]+", "", _put(name, found[0], ""))
    return left if full_places(split_words(left)) else None


def add_form(name: str, dice: Random) -> str | None:
    """Return a company's name that has no legal form with one."""
    if find_form(name, "short") or find_form(name, "long") or not is_latin(name):
        return None
    common = [row["short"] for row in read_table("legal_forms.csv") if row["common"]]
    return f"{name} {match_case(dice.choice(common), name)}"


def write_out_form(name: str, _dice: Random) -> str | None:
    """Return a company's name with its legal form written out."""
    found = None if find_form(name, "long") else find_form(name, "short")
    return _put(name, found[0], found[1]["long"]) if found else None


def shorten_form(name: str, _dice: Random) -> str | None:
    """Return a company's name with its legal form shortened."""
    found = find_form(name, "long")
    return _put(name, found[0], found[1]["short"]) if found else None


def dot_form(name: str, _dice: Random) -> str | None:
    """Return a company's name with dots between the letters of its legal form, or without them."""
    found = find_form(name, "short")
    if not found or not found[1]["dotted"]:
        return None
    written = found[0][0]
    return _put(name, found[0], written.replace(".", "") if "." in written else ".".join(written) + ".")


VARIATIONS = (
    Variation("legal form left out", "legal forms", "The legal form is left out.", leave_out_form, ORGANISATIONS),
    Variation("legal form added", "legal forms", "A common legal form stands behind it.", add_form, ORGANISATIONS),
    Variation(
        "legal form written out", "legal forms", "The legal form is written out.", write_out_form, ORGANISATIONS
    ),
    Variation("legal form shortened", "legal forms", "The legal form is shortened.", shorten_form, ORGANISATIONS),
    Variation(
        "legal form dotted",
        "legal forms",
        "Dots between its letters are put in, or left out.",
        dot_form,
        ORGANISATIONS,
    ),
)
