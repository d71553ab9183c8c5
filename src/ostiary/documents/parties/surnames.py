"""Family names alone, which name a listed person only where the text has the full name too."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ostiary.documents.parties.bearers import Side
from ostiary.documents.parties.candidates import Candidate, find_candidates
from ostiary.documents.parties.describing import describe
from ostiary.documents.parties.judgement import Judgement
from ostiary.documents.parties.lexicon import is_ordinary, is_place
from ostiary.documents.parties.names import PartyNames, is_person
from ostiary.documents.parties.neighbours import has_longer_start, is_longer
from ostiary.documents.parties.rows import Row, longest_rows
from ostiary.documents.parties.setting import Setting
from ostiary.names.written import WrittenForm


@dataclass(frozen=True, slots=True)
class Surname:
    """A family name alone.

    Attributes:
        candidate: The family name and the party.
        full: The full name that it goes back to.
        shared: Whether the text has another person of that family name.
        untold: Whether the text tells of several bearers of the full name, and not whom it means here.
        one_of: The full names of the listed people who may be meant, if there are several.
    """

    candidate: Candidate
    full: Judgement
    shared: bool
    untold: bool = False
    one_of: tuple[str, ...] = ()


def find_surnames(
    setting: Setting, names: PartyNames, rows: Iterable[Row], judged: Sequence[Judgement]
) -> list[Surname]:
    """Return the family names alone that go back to a full name of a listed person in the same text.

    A family name goes to the nearest bearer before it; in a headline, to the first after it. Where that is someone
    else, it names nobody listed.
    """
    people: dict[int, list[Judgement]] = {}
    for one in sorted(judged, key=lambda one: one.candidate.row):
        if is_person(one.candidate.bearer):
            people.setdefault(one.candidate.party, []).append(one)
    if not people:
        return []
    taken = {at for one in judged for at in one.candidate.row.words}
    alone = [
        row
        for row in rows
        if taken.isdisjoint(row.words)
        and any(form == WrittenForm.FAMILY for _, form in names.names_of_form(row.form))
    ]
    others: dict[str, list[int]] = {}
    for row in alone:
        if has_longer_start(setting, row):
            others.setdefault(names.listed.written.forms[row.form].replace("-", " "), []).append(row.first)
    found = [
        surname
        for candidate in find_candidates(setting, names, alone, family=frozenset(people))
        if not is_longer(setting, candidate.row, person=True)
        if not _says_nothing(setting, candidate)
        if (surname := _trace(setting, candidate, people[candidate.party], others))
    ]
    covered = {at for row in longest_rows([one.candidate.row for one in found]) for at in [(row.first, row.last)]}
    return _all_bearers([one for one in found if (one.candidate.row.first, one.candidate.row.last) in covered])


def _says_nothing(setting: Setting, candidate: Candidate) -> bool:
    """Return whether a word says whose somebody is (*Uzbek*), or any ordinary one would have a capital there."""
    if len(candidate.words) == 1 and is_place(candidate.words[0]):
        return True
    first = candidate.row.first
    doubtful = setting.opening[first] or setting.case_at(first) != "running"
    return doubtful and len(candidate.words) == 1 and is_ordinary(candidate.words[0])


def _trace(
    setting: Setting, candidate: Candidate, own: Sequence[Judgement], others: Mapping[str, Sequence[int]]
) -> Surname | None:
    """The full name that a family name goes back to, unless somebody else of that name is meant."""
    first = candidate.row.first
    bearers = others.get(" ".join(candidate.words), ())
    before = bisect_left(bearers, first)
    side = _side_of(setting, candidate, own)
    meant = [one for one in own if one.side != "other"] if side == "listed" else own
    full = (meant or own)[max(bisect_left(meant, first, key=lambda one: one.candidate.row.first) - 1, 0)]
    if side == "other" or (before and bearers[before - 1] > full.candidate.row.first):
        return None
    return Surname(candidate, full, bool(bearers) or side == "either", side == "either")


def _side_of(setting: Setting, candidate: Candidate, own: Sequence[Judgement]) -> Side | None:
    """Which bearer of the full name a family name means; None where the text tells of one only."""
    if own[0].bearers is None:
        return None
    told = describe(setting, candidate.row, len(setting.wording))
    return own[0].bearers.side_of(setting, candidate.row, told)


def _all_bearers(found: Sequence[Surname]) -> list[Surname]:
    """Of several listed people of one family name all, each of them unsure: it may be any one of them."""
    by_row: dict[tuple[int, int], list[Surname]] = {}
    for one in found:
        by_row.setdefault((one.candidate.row.first, one.candidate.row.last), []).append(one)
    return [one for rivals in by_row.values() for one in _say_which(rivals)]


def _say_which(rivals: Sequence[Surname]) -> Sequence[Surname]:
    if len(rivals) == 1:
        return rivals
    one_of = tuple(one.candidate.bearer.caption for one in rivals)
    return [replace(one, shared=True, one_of=one_of) for one in rivals]
