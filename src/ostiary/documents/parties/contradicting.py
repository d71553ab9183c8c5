"""What a text says, beside a name, against the listed party as its bearer."""

import re
from collections.abc import Iterator
from datetime import date

from ostiary.documents.parties.candidates import Candidate
from ostiary.documents.parties.describing import Description, kind_of_thing, private_life
from ostiary.documents.parties.evidence import TOO_FREQUENT, countries_of
from ostiary.documents.parties.identifying import (
    find_birth,
    find_listed_number,
    find_other_number,
    fits_age,
    fits_birth,
)
from ostiary.documents.parties.lexicon import country_name, has_sign, nationality
from ostiary.documents.parties.names import is_craft, is_person
from ostiary.documents.parties.namesakes import is_told_apart
from ostiary.documents.parties.rows import Row
from ostiary.documents.parties.setting import Setting

#: So many words before a name describe its bearer at most.
_BESIDE = 5
_PARTY_MARK = re.compile(r"\s*,?\s*\(?[DR]-[A-Z]")
#: Kinds of things that are on no list, in words.
_UNLISTED = {
    "work": "a work of art or of letters",
    "band": "a band or choir",
    "animal": "an animal",
    "shop": "a shop or pub",
    "place": "something that is no ship",
}
#: An organisation may well be a shop, or be told of as a place.
_UNLISTED_BODIES = frozenset({"work", "band", "animal"})
#: Ships that are seldom listed; it takes more than the name to tell them.
_SELDOM_LISTED = frozenset({"ferry", "yacht", "fishing boat", "warship"})


def find_contradiction(setting: Setting, candidate: Candidate, told: Description, published: date | None) -> str:
    """Return what says that the bearer of a name is not the listed one; empty if nothing does.

    Args:
        setting: The text.
        candidate: The name and the party.
        told: The words that describe the bearer.
        published: The day of publication, to reckon ages from.
    """
    if is_told_apart(setting, candidate):
        return "the text says that the bearer is not the listed one of that name"
    if is_person(candidate.bearer):
        return _find_other_person(setting, candidate, told, published)
    kind = kind_of_thing(setting, told)
    if is_craft(candidate.bearer):
        other = f"the text calls it {_UNLISTED[kind]}" if kind in _UNLISTED else ""
        return find_other_number(setting, candidate) or other
    return f"the text calls it {_UNLISTED[kind]}" if kind in _UNLISTED_BODIES else _other_seat(setting, candidate)


def _other_seat(setting: Setting, candidate: Candidate) -> str:
    """Return what a country in brackets right behind an organisation's name says, where it is none of its own."""
    own, after = candidate.countries, candidate.row.last + 1
    if not own or after >= len(setting.wording) or setting.wording.gap(candidate.row.last) != " (":
        return ""
    for mark in setting.countries_in(range(after, after + 1)):
        if not mark.word.codes & own and setting.wording.text[setting.wording.ends[mark.last]] == ")":
            return f"the text names one of {country_name(min(mark.word.codes))}"
    return ""


def _find_other_person(setting: Setting, candidate: Candidate, told: Description, published: date | None) -> str:
    birth = find_birth(setting, candidate)
    if birth and fits_birth(candidate, birth) is False:
        return f"the birth date given, {birth}, is not the listed one"
    own = countries_of(candidate)
    found = "" if "us" in own else _find_american(setting, candidate.row)
    if found:
        return found
    if nation := _other_nationality(setting, candidate.row, own):
        return f"the text calls the bearer {nation}"
    if calling := private_life(setting, told):
        return f"the text calls the bearer “{calling}”"
    unfit = fits_age(setting, candidate, published) is False
    return "the age given does not fit the listed birth date" if unfit else ""


def _find_american(setting: Setting, row: Row) -> str:
    """Return what speaks for somebody who holds an office in the United States."""
    if _PARTY_MARK.match(setting.wording.text, setting.wording.ends[row.last]):
        return "the text gives a party and state of the United States"
    words = (setting.wording.form_of(at) for at in _words_before(setting, row))
    return (
        "the text gives an office of the United States"
        if any(has_sign(word, "us office") for word in words)
        else ""
    )


def find_doubt(setting: Setting, candidate: Candidate, told: Description) -> str:
    """Return what leaves open whether a ship is the listed one, though nothing contradicts it; else empty.

    Args:
        setting: The text.
        candidate: The name and the party.
        told: The words that describe the bearer.
    """
    kind = kind_of_thing(setting, told) if is_craft(candidate.bearer) else ""
    if kind not in _SELDOM_LISTED or find_listed_number(setting, candidate):
        return ""
    near = setting.near(candidate.row.first, candidate.row.last)
    own = countries_of(candidate) - TOO_FREQUENT
    tied = setting.find_sign("designation", near) is not None or any(
        mark.word.codes & own for mark in setting.countries_in(near)
    )
    return "" if tied else f"the text calls it a {kind}, and few of these are listed"


def names_no_country(setting: Setting, candidate: Candidate, *, programs: bool) -> bool:
    """Return whether the text names none of the countries that the list gives an organisation.

    Args:
        setting: The text.
        candidate: The name and the party.
        programs: Whether those that its programs are about count too.
    """
    own = (countries_of(candidate) if programs else frozenset(candidate.bearer.countries)) - TOO_FREQUENT
    return bool(own) and not any(code in setting.codes for code in own)


def _words_before(setting: Setting, row: Row) -> Iterator[int]:
    """The words before a name that describe its bearer, nearest first."""
    for at in range(row.first - 1, max(row.first - 1 - _BESIDE, -1), -1):
        if setting.wording.gap(at).strip(" \u00a0") not in {"", "-"} or at in setting.wording.possessive:
            return
        yield at


def _other_nationality(setting: Setting, row: Row, own: frozenset[str]) -> str:
    """The nationality in the words before a name, where it is none of the party's own."""
    before = set(_words_before(setting, row))
    if not before or not own:
        return ""
    marks = [mark for mark in setting.countries_in(range(min(before), row.first)) if mark.last in before]
    if not marks or any(mark.word.codes & own for mark in marks):
        return ""
    codes = marks[-1].word.codes
    adjective = marks[-1].word.adjective and setting.wording.gap(marks[-1].last) in {" ", "\u00a0"}
    return nationality(min(codes)) if adjective else ""
