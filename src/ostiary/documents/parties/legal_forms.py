"""Legal forms right behind a name: a *GmbH* is no company of Honduras."""

from collections.abc import Mapping
from functools import cache

from ostiary.documents.parties.candidates import Candidate
from ostiary.documents.parties.names import is_craft, is_person
from ostiary.documents.parties.setting import Setting
from ostiary.documents.tables import read_table

_PACKAGE = "ostiary.documents.parties"
#: A company may add a word to its name before the form: *Green Mantle Produce Ltd*.
_MOST_ADDED = 2
_NEAR = 5


@cache
def _countries_of_forms() -> Mapping[str, frozenset[str]]:
    rows = read_table("legal_forms.csv", _PACKAGE)
    return {row["form"]: frozenset(row["countries"].split("|")) - {""} for row in rows}


def has_foreign_form(setting: Setting, candidate: Candidate) -> bool:
    """Return whether a name goes on with a legal form that tells a company of another country.

    Either none of the party's countries has such a form, or only others are named right behind it.

    Args:
        setting: The text.
        candidate: The name and the party.
    """
    own, wording = candidate.countries, setting.wording
    if not own or is_person(candidate.bearer) or is_craft(candidate.bearer):
        return False
    last = candidate.row.last
    for at in range(last + 1, min(last + 2 + _MOST_ADDED, len(wording))):
        if not setting.capital[at] or wording.gap(at - 1) not in {" ", ", "}:
            return False
        form = wording.form_of(at)
        if form in _countries_of_forms():
            countries = _countries_of_forms()[form]
            return (bool(countries) and own.isdisjoint(countries)) or _is_placed_elsewhere(setting, own, at)
    return False


def _is_placed_elsewhere(setting: Setting, own: frozenset[str], form: int) -> bool:
    """Return whether countries are named right behind a legal form, and none of the party's own."""
    behind = range(form + 1, min(form + 1 + _NEAR, setting.sentence(form).stop))
    marks = setting.countries_in(behind) if behind else ()
    return bool(marks) and not any(mark.word.codes & own for mark in marks)
