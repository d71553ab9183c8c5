"""The tables that mentions of parties rest on: countries, signs of what somebody is, and how common a word is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ostiary.documents.tables import read_column, read_table
from ostiary.names.tables import given_name_groups, given_name_languages, listed_countries
from ostiary.names.wording import fold_name

_PACKAGE = "ostiary.documents.parties"
_MANY_ARTICLES = 40
#: Languages of lands from which few are listed, or whose names half the world has.
_FAR_FROM_LISTS = frozenset(
    (
        "ca",
        "cs",
        "da",
        "de",
        "el",
        "en",
        "es",
        "fi",
        "fr",
        "hu",
        "it",
        "lt",
        "lv",
        "nl",
        "no",
        "pl",
        "pt",
        "ro",
        "sv",
    )
)


@dataclass(frozen=True, slots=True)
class CountryWord:
    """What a word or row of words says of a country.

    Attributes:
        codes: ISO 3166 codes of the countries that it may mean.
        adjective: Whether it says whose somebody is (``Venezuelan``) and does not name the country.
    """

    codes: frozenset[str]
    adjective: bool


@cache
def country_words() -> Mapping[tuple[str, ...], CountryWord]:
    """Return what each folded row of words says of countries; towns and provinces stand for theirs."""
    found: dict[tuple[str, ...], CountryWord] = {}
    for code, form, kind in listed_countries():
        row = tuple(fold_name(form).replace("-", " ").split())
        codes = found[row].codes if row in found else frozenset()
        found[row] = CountryWord(codes | {code}, kind == "adjectives")
    return found


@cache
def country_openings() -> Mapping[str, int]:
    """Return the first words of rows that say something of countries, each with the most words of such a row."""
    longest: dict[str, int] = {}
    for row in country_words():
        longest[row[0]] = max(longest.get(row[0], 0), len(row))
    return longest


@cache
def country_name(code: str) -> str:
    """Return what a country is called, or its code where the table has none."""
    return next((form for own, form, kind in listed_countries() if own == code and kind == "names"), code)


@cache
def nationality(code: str) -> str:
    """Return the adjective of a country (``Venezuelan``), or its name."""
    forms = (form for own, form, kind in listed_countries() if own == code and kind == "adjectives")
    return next(forms, country_name(code))


@cache
def _nations() -> Mapping[str, str]:
    return {fold_name(form): code for code, form, kind in listed_countries() if kind == "adjectives"}


def nation_of(word: str) -> str:
    """Return the code of the country whose adjective a folded word is (``lebanese``); empty if it is none."""
    return _nations().get(word, "")


@cache
def signs_of_words() -> Mapping[str, frozenset[str]]:
    """Return, for each folded word, what it says of the one beside whom it stands."""
    found: dict[str, set[str]] = {}
    for row in read_table("signs.csv", _PACKAGE):
        found.setdefault(row["word"].replace("-", ""), set()).add(row["sign"])
    return {word: frozenset(signs) for word, signs in found.items()}


def has_sign(word: str, *signs: str) -> bool:
    """Return whether a folded word says one of these things."""
    return not signs_of_words().get(word, frozenset()).isdisjoint(signs)


@cache
def kinds_of_things() -> Mapping[str, str]:
    """Return, for each folded noun of ``things.csv``, what kind of thing bears the name beside it."""
    return {row["word"]: row["kind"] for row in read_table("things.csv", _PACKAGE)}


@cache
def known_for(program: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the signs of a program's parties in the news, and the codes of the countries that it is about."""
    signs: set[str] = set()
    countries: set[str] = set()
    for row in read_table("programs.csv", _PACKAGE):
        if program.startswith(row["program"]):
            signs.update(row["signs"].split("|"))
            countries.update(row["countries"].split("|"))
    return frozenset(signs - {""}), frozenset(countries - {""})


@cache
def _ordinary() -> Mapping[str, int]:
    return {row["word"]: int(row["articles"]) for row in read_table("ordinary_words.csv", _PACKAGE)}


@cache
def is_ordinary(word: str) -> bool:
    """Return whether a folded word is one that English writes in lower case, in this form or without an ending."""
    return any(form in _ordinary() for form in _bare_forms(word))


def is_very_ordinary(word: str) -> bool:
    """Return whether a folded word is so ordinary that it is no name even where all words have a capital."""
    return _ordinary().get(word, 0) >= _MANY_ARTICLES


def _bare_forms(word: str) -> Iterator[str]:
    yield word
    for ending in ("s", "es", "ed", "ing", "ly"):
        if word.endswith(ending):
            yield word.removesuffix(ending)


@cache
def _borrowed() -> frozenset[str]:
    return frozenset(read_column("borrowed_words.csv", "word", _PACKAGE))


def is_borrowed(word: str) -> bool:
    """Return whether a folded word is one that thousands of companies and ships take for a name (*Orion*)."""
    return word in _borrowed()


@cache
def _family_names() -> frozenset[str]:
    return frozenset(read_column("family_names.csv", "name", _PACKAGE))


def is_personal(word: str) -> bool:
    """Return whether many people have a folded word in their name, as a given or a family name."""
    return word in _family_names() or word in given_name_groups()


def is_widespread(word: str) -> bool:
    """Return whether many people who are on no list have a folded word in their name.

    How usual a given name is where thousands are listed, the list itself tells; of other lands not.
    """
    languages = given_name_languages().get(word, frozenset())
    return word in _family_names() or not languages.isdisjoint(_FAR_FROM_LISTS)


def is_place(word: str) -> bool:
    """Return whether a folded word names a country or place, or says whose somebody is."""
    return word in country_openings()


@cache
def _romanised() -> frozenset[str]:
    return frozenset(read_column("romanised_countries.csv", "code", _PACKAGE))


def is_latin_written(code: str) -> bool:
    """Return whether a country's names are in Latin letters from the first, so that each has one spelling."""
    return code not in _romanised()
