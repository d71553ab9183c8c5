"""The forms of English verbs: from ``deny`` to ``denies``, ``denied``, ``denying``, and back.

Regular spelling rules as in any grammar of English; what departs from them stands in a table.
"""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from ostiary.documents.tables import read_table

_PACKAGE = "ostiary.documents.attribution"
_VOWELS = frozenset("aeiou")
_UNDOUBLED = frozenset("wxy")


class Form(StrEnum):
    """A form of a verb. ``PAST`` is also the participle where both are spelt alike."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    PARTICIPLE = "participle"
    ING = "ing"


class Inflected(NamedTuple):
    """A verb in one of its forms."""

    base: str
    form: Form


@cache
def _irregular() -> dict[str, dict[str, str]]:
    return {row["base"]: row for row in read_table("irregular_verbs.csv", _PACKAGE)}


def inflect(base: str) -> Iterator[tuple[str, Form]]:
    """Yield every written form of a verb, with what it is; several spellings of one form where both are in use."""
    row = _irregular().get(base)
    if row:
        yield base, Form.BASE
        yield from ((word, Form.THIRD) for word in row["third"].split("|"))
        yield from ((word, Form.PAST) for word in row["past"].split("|"))
        yield from ((word, Form.PARTICIPLE) for word in row["participle"].split("|"))
        yield row["ing"], Form.ING
        return
    yield base, Form.BASE
    yield _add_s(base), Form.THIRD
    for stem in _stems(base):
        yield stem + "ed", Form.PAST
        yield stem + "ing", Form.ING
    if base[-1] == "e":
        yield base + "d", Form.PAST
    elif base[-1] == "y" and base[-2] not in _VOWELS:
        yield base[:-1] + "ied", Form.PAST
        yield base + "ing", Form.ING


def _add_s(base: str) -> str:
    if base[-1] == "y" and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _stems(base: str) -> tuple[str, ...]:
    """Return what -ed and -ing are added to: both spellings where a last consonant may be doubled."""
    if base.endswith("ie"):
        return (base[:-2] + "y",)
    if base[-1] == "e":
        return (base,) if base.endswith(("ee", "oe", "ye")) else (base[:-1],)
    if base[-1] == "y" and base[-2] not in _VOWELS:
        return ()
    closed = base[-1] not in _VOWELS and base[-1] not in _UNDOUBLED and base[-2] in _VOWELS
    if closed and (base[-3:-2] not in _VOWELS or base[-4:-2] == "qu"):
        return (base + base[-1], base)
    return (base,)


@cache
def verb_forms() -> dict[str, Inflected]:
    """Return every form of every verb in the tables, with its verb; cues go before others of one form."""
    bases = [row["base"] for row in read_table("cues.csv", _PACKAGE)]
    bases += [row["base"] for row in read_table("verbs.csv", _PACKAGE)]
    bases += _irregular()
    forms: dict[str, Inflected] = {}
    for base in dict.fromkeys(bases):
        for word, form in inflect(base):
            forms.setdefault(word, Inflected(base, form))
    return forms


@cache
def noun_like() -> frozenset[str]:
    """Return the verbs whose bare form is as often a noun (``report``, ``claim``)."""
    rows = (*read_table("cues.csv", _PACKAGE), *read_table("verbs.csv", _PACKAGE))
    return frozenset(row["base"] for row in rows if row["noun"])
