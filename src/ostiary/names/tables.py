"""The word tables shipped with the release, read once when first needed.

``given_names.csv`` joins variants of one given name, ``organisation_words.csv`` the spellings of one word in names
of companies, ``titles.csv`` says which words of a person's name are titles, particles or generations,
``countries.csv`` what countries, their people and their best-known places are called in English,
``group_words.csv`` which words of a group's name say only what kind of group it is.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

_KINDS = {
    "title": "TITLE",
    "particle": "PARTICLE",
    "kunya": "PARTICLE",
    "before father": "PARTICLE",
    "after father": "PARTICLE",
    "generation": "GENERATION",
    "form": "LEGAL_FORM",
    "generic": "GENERIC",
    "activity": "ACTIVITY",
    "place": "PLACE",
    "number": "NUMBER",
}


def table_rows(table: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a table shipped with the release."""
    text = files("ostiary.names").joinpath("data", table).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())


def _groups(table: str, prefix: str) -> Mapping[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = {}
    for row in table_rows(table):
        for form in row["forms"].split("|"):
            groups.setdefault(form, []).append(f"{prefix}:{row['group']}")
    return {form: tuple(names) for form, names in groups.items()}


@cache
def given_name_groups() -> Mapping[str, tuple[str, ...]]:
    """Return, for each folded form of a given name, the symbols of the names that it is a variant of."""
    return _groups("given_names.csv", "given")


@cache
def given_name_languages() -> Mapping[str, frozenset[str]]:
    """Return, for each folded form of a given name, the ISO 639 codes of the languages that have it."""
    languages: dict[str, set[str]] = {}
    for row in table_rows("given_names.csv"):
        for form in row["forms"].split("|"):
            languages.setdefault(form, set()).add(row["language"])
    return {form: frozenset(codes) for form, codes in languages.items()}


@cache
def organisation_groups() -> Mapping[str, tuple[str, ...]]:
    """Return, for each folded form of a company word, the symbols of the words that it may stand for."""
    return _groups("organisation_words.csv", "organisation")


@cache
def organisation_word_kinds() -> Mapping[str, str]:
    """Return the name of the word kind (``ACTIVITY``) for each folded form of a company word."""
    rows = table_rows("organisation_words.csv")
    return {form: _KINDS[row["kind"]] for row in rows for form in row["forms"].split("|")}


@cache
def organisation_group_kinds() -> Mapping[str, str]:
    """Return the name of the word kind (``ACTIVITY``) for each group of company words."""
    return {row["group"]: _KINDS[row["kind"]] for row in table_rows("organisation_words.csv")}


@cache
def person_word_kinds() -> Mapping[str, str]:
    """Return the name of the word kind (``TITLE``) for each folded form that is no name by itself."""
    return {row["form"]: _KINDS[row["kind"]] for row in table_rows("titles.csv") if row["kind"] in _KINDS}


@cache
def child_words(place: str) -> frozenset[str]:
    """Return the folded words that mean *child of* and stand beside the father's name (*bin*, *oglu*).

    Args:
        place: ``before`` or ``after`` it.
    """
    return frozenset(row["form"] for row in table_rows("titles.csv") if row["kind"] == f"{place} father")


@cache
def bound_words() -> frozenset[str]:
    """Return the folded words of a person's name that are a name only with the next word (*abdul*)."""
    return frozenset(row["form"] for row in table_rows("titles.csv") if row["kind"] == "bound")


@cache
def group_words(place: str) -> Mapping[str, tuple[str, bool]]:
    """Return the folded words that say only what kind of group bears a name (*front*, *jabhat*).

    Each comes with the English word, and whether the rest names the group by itself: that of a cartel is a place.

    Args:
        place: Where in the name the word says no more than that: ``first`` or ``last``.
    """
    return {
        row["word"]: (row["english"], row["telling"] == "name")
        for row in table_rows("group_words.csv")
        if row["place"] in {place, "both"}
    }


@cache
def listed_countries() -> tuple[tuple[str, str, str], ...]:
    """Return code, form and kind (``names``, ``adjectives``, ``places``) of what countries are called."""
    return tuple(
        (row["code"], form, kind)
        for row in table_rows("countries.csv")
        for kind in ("names", "adjectives", "places")
        for form in row[kind].split("|")
        if form
    )


#: Words by which the full name of a state is known.
_STATE_WORDS = re.compile(r"Republic|Ivoire|Federation|States of|Kingdom of")


@cache
def country_abbreviations() -> Mapping[str, str]:
    """Return the usual name of a country by its abbreviation (``UAE``) or its full name, also in capitals."""
    # US is not in the table, where readers of texts would take the pronoun for it.
    found = {"US": "United States"}
    for row in table_rows("countries.csv"):
        usual, *others = row["names"].split("|")
        for form in others:
            if (form.isascii() and form.isupper()) or _STATE_WORDS.search(form):
                found[form] = found[form.upper()] = usual
    return found
