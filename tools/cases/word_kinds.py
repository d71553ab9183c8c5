"""What kind of word is left out or another? Words of the package's own tables, and endings of names."""

import csv
import re
from functools import cache
from pathlib import Path

_TABLES = Path(__file__).resolve().parents[2] / "src" / "ostiary" / "names" / "data"
_LEGAL_FORMS = """
ab ad ag ao as bhd bv cjsc co company corp corporation cv de doo eood est fzc fzco fze gmbh inc
incorporated joint jsc kft kg limitada limited llc llp lp ltd ltda nv oao oe ojsc ood ooo oy pao pjs
pjsc pk plc pt pte pty pvt rl sa sal sarl sas sdn sh sia spa spc srl sro stock the tov uab zao
"""
LEGAL_FORMS = frozenset(_LEGAL_FORMS.split())
GENERATION = frozenset(("jr", "junior", "sr", "senior", "ii", "iii", "iv"))
NASAB = frozenset(("bin", "ibn", "ben", "bint", "b"))
KUNYA = frozenset(("abu", "abou", "umm"))
ARTICLES = frozenset(("al", "el", "ul", "ad", "as", "ar", "az", "an"))
_PATRONYMIC = re.compile(r"[a-z]{2,}(?:[eoy]vich|[eoy]vych|ovyc|[eoy]vic|ich|[eoy]vna|ichna|ivna|[eo]vitj)")
_NISBA = re.compile(r"[a-z]{2,}[iy]")
_SLAVIC_ENDING = re.compile(r"(?:ova|ov|eva|ev|ina|in|skaya|skiy|sky|aya|iy|y)$")


def is_patronymic(word: str) -> bool:
    """Return whether a word has the ending of a Slavic patronymic."""
    return bool(_PATRONYMIC.fullmatch(word))


def is_nisba(word: str) -> bool:
    """Return whether a word has the ending of an Arabic name of origin."""
    return bool(_NISBA.fullmatch(word))


def is_gendered(one: str, other: str) -> bool:
    """Return whether two words can be a Slavic surname in its two forms."""
    return _SLAVIC_ENDING.sub("", one) == _SLAVIC_ENDING.sub("", other)


@cache
def titles() -> frozenset[str]:
    """Return the words that the package knows as titles."""
    return frozenset(form for form, kind in _read("titles.csv", "form") if kind in {"title", "vessel prefix"})


@cache
def organisation_words() -> dict[str, str]:
    """Return the kind of each word that the package knows in names of organisations."""
    rows = _read("organisation_words.csv", "forms")
    return {form: kind for forms, kind in rows for form in forms.split("|")}


def _read(name: str, column: str) -> list[tuple[str, str]]:
    with (_TABLES / name).open(encoding="utf-8", newline="") as table:
        return [(row[column], row["kind"]) for row in csv.DictReader(table)]
