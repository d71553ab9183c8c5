"""Short forms of a name that a text has in full: *Nusra* after *Nusra Front*, *Gadhafi* after *Moammar Gadhafi*.

Here the text's own spelling counts; forms that the list itself gives are found by themselves.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ostiary.documents.parties.appositions import find_occurrences, forms_of, places_of_capitals
from ostiary.documents.parties.judgement import Judgement
from ostiary.documents.parties.lexicon import is_ordinary, is_personal, is_place
from ostiary.documents.parties.names import is_craft, is_person
from ostiary.documents.parties.setting import Setting
from ostiary.names.tables import group_words
from ostiary.names.wording import ARTICLES

_LEAST_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Shortened:
    """A short form of a name.

    Attributes:
        words: The words that are the short form.
        source: The full name that it goes back to.
        sure: Whether it is taken for the party: no person has that name in the text.
    """

    words: range
    source: Judgement
    sure: bool


def find_shortened(setting: Setting, judged: Sequence[Judgement], taken: Sequence[range]) -> list[Shortened]:
    """Return the places of short forms of names that a text has in full.

    Args:
        setting: The text.
        judged: The full names.
        taken: The words of all mentions found so far.
    """
    used = {at for words in taken for at in words}
    sources: dict[tuple[str, ...], list[Judgement]] = {}
    for one in judged:
        words = _short_form(setting, one)
        if words and not _is_plain(forms_of(setting, words)):
            sources.setdefault(forms_of(setting, words), []).append(one)
    if not sources:
        return []
    places = places_of_capitals(setting)
    return [
        Shortened(words, source, source.side != "either" and _is_sure(setting, own, forms, places))
        for forms, own in sources.items()
        if len({one.candidate.party for one in own}) == 1
        for words in find_occurrences(setting, forms, places, person=is_person(own[0].candidate.bearer))
        if used.isdisjoint(words) and (source := _nearest(own, words)).side != "other"
    ]


def _short_form(setting: Setting, one: Judgement) -> range:
    """The words of a full name that stand for it alone; an empty range if there are none."""
    row = one.candidate.row
    if is_craft(one.candidate.bearer) or one.candidate.weak:
        return range(0)
    last = setting.wording.form_of(row.last)
    if is_person(one.candidate.bearer):
        return range(row.last, row.last + 1) if row.spelled and row.last > row.first else range(0)
    kind = group_words("last").get(last)
    first = row.first + (setting.wording.forms[row.first] in ARTICLES)
    return range(first, row.last) if kind and kind[1] else range(0)


def _is_plain(forms: Sequence[str]) -> bool:
    """Return whether words tell nobody apart even where the text has the full name."""
    return all(len(form) < _LEAST_LETTERS or is_ordinary(form) or is_place(form) for form in forms)


def _is_sure(
    setting: Setting, own: Sequence[Judgement], forms: Sequence[str], places: dict[str, list[int]]
) -> bool:
    sure = any(one.sure for one in own)
    if is_person(own[0].candidate.bearer):
        last = {one.candidate.row.last for one in own}
        others = (at for at in places.get(forms[-1], ()) if at not in last)
        return sure and not any(_has_given_name(setting, at) for at in others)
    return sure and not any(map(is_personal, forms))


def _has_given_name(setting: Setting, at: int) -> bool:
    before = at - 1
    return before >= 0 and setting.wording.gap(before) == " " and is_personal(setting.wording.forms[before])


def _nearest(own: Sequence[Judgement], words: range) -> Judgement:
    """The full name that stands last before a short form, or else the first."""
    return max(own, key=lambda one: (one.candidate.row.first < words.start, one.candidate.row.first))
