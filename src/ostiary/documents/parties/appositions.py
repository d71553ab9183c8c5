"""Names that a text itself gives to a party (*X, also known as Y*; *X (Y)*), and acronyms that it spells out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ostiary.documents.parties.cues import name_cues
from ostiary.documents.parties.judgement import Judgement
from ostiary.documents.parties.lexicon import is_place
from ostiary.documents.parties.names import is_person
from ostiary.documents.parties.neighbours import is_longer
from ostiary.documents.parties.rows import Row
from ostiary.documents.parties.setting import Setting

_CLOSES = re.compile(r"[\"\u201d\u2019']?(?:[,;.)]|$| [\u2013\u2014-] )")
_LONGEST = 6
_LEAST_ACRONYM = 2
_HALF = 2
_SPELLED_OUT = 10


@dataclass(frozen=True, slots=True)
class Taught:
    """A name that the text gives to a party.

    Attributes:
        words: The words that are the name.
        source: The mention that it is given to.
    """

    words: range
    source: Judgement


def find_taught(setting: Setting, judged: Sequence[Judgement]) -> list[Taught]:
    """Return further places of names that the text itself says are names of a party already named.

    Holds within this text only. What is already found as a name is left out.
    """
    taken = {at for one in judged for at in one.candidate.row.words}
    taught: dict[tuple[str, ...], Judgement] = {}
    for one in judged:
        words = _taught_after(setting, one)
        if words and taken.isdisjoint(words):
            taught.setdefault(forms_of(setting, words), one)
    if not taught:
        return []
    places = places_of_capitals(setting)
    return [
        Taught(words, one)
        for forms, one in taught.items()
        for words in find_occurrences(setting, forms, places, person=False)
        if taken.isdisjoint(words)
    ]


def places_of_capitals(setting: Setting) -> dict[str, list[int]]:
    """Return the numbers of the capitalised words by folded word."""
    places: dict[str, list[int]] = {}
    for at in setting.large:
        places.setdefault(setting.wording.form_of(at), []).append(at)
    return places


def forms_of(setting: Setting, words: range) -> tuple[str, ...]:
    """Return the folded words of a range."""
    return tuple(setting.wording.form_of(at) for at in words)


def _taught_after(setting: Setting, one: Judgement) -> range | None:
    """The words of a name that is given right after a mention."""
    text, row = setting.wording.text, one.candidate.row
    end = setting.wording.ends[row.last]
    person = is_person(one.candidate.bearer)
    for place, plain in name_cues(text, end):
        words = _name_at(setting, row.last + 1, place)
        if words and (plain or (not person and _is_likely(setting, row, words))):
            return words
    return None


def _name_at(setting: Setting, first: int, place: int) -> range | None:
    """The capitalised words that begin at a place and are closed by a mark."""
    wording = setting.wording
    while first < len(wording) and wording.starts[first] < place:
        first += 1
    if first >= len(wording) or wording.starts[first] != place or not setting.capital[first]:
        return None
    last = first
    for at in range(first, min(first + _LONGEST, len(wording))):
        if setting.capital[at]:
            last = at
        if _CLOSES.match(wording.text, wording.ends[at]):
            return range(first, last + 1) if last == at else None
        if wording.gap(at) not in {" ", "-"}:
            return None
    return None


def _is_likely(setting: Setting, row: Row, words: range) -> bool:
    """Return whether words in brackets or after *or* are another name and not another thing.

    An acronym must be of the letters of the name; other words must share one with it, and name no place.
    """
    forms, own = forms_of(setting, words), forms_of(setting, row.words)
    if all(setting.upper[at] or setting.wording.forms[at].isdigit() for at in words):
        return len("".join(forms)) >= _LEAST_ACRONYM and is_acronym_of("".join(forms), own)
    return not is_place(forms[0]) and not set(forms).isdisjoint(
        form for form in own if len(form) > _LEAST_ACRONYM + 1
    )


def is_acronym_of(letters: str, words: Sequence[str]) -> bool:
    """Return whether letters stand, in their order, among those of words, and at least half begin a word."""
    plain = [letter for letter in letters if letter.isalpha()]
    rest = iter("".join(words))
    firsts = {word[0] for word in words}
    return all(letter in rest for letter in plain) and sum(map(firsts.__contains__, plain)) * _HALF >= len(plain)


def find_occurrences(
    setting: Setting, forms: tuple[str, ...], places: Mapping[str, Sequence[int]], *, person: bool
) -> Iterator[range]:
    """Yield where folded words stand, capitalised and not within a longer name.

    Args:
        setting: The text.
        forms: The folded words.
        places: The capitalised words, :func:`places_of_capitals`.
        person: Whether they name a person.
    """
    wording = setting.wording
    for first in places.get(forms[0], ()):
        words = range(first, min(first + len(forms), len(wording)))
        row = Row(words.start, words.stop - 1, -1, words.stop - 1 in wording.possessive)
        if (
            forms_of(setting, words) == forms
            and setting.capital[row.last]
            and not is_longer(setting, row, person=person)
        ):
            yield words


def spelled_otherwise(setting: Setting, judged: Sequence[Judgement]) -> dict[tuple[int, str], str]:
    """Return what the text itself spells out acronyms as, by party and letters, where that is something else.

    ``Andean University Club (AUC)`` says what AUC means here, unless the words are a name of the same party.
    """
    other: dict[tuple[int, str], str] = {}
    named = {(one.candidate.party, one.candidate.row.first) for one in judged}
    for one in judged:
        row = one.candidate.row
        if "acronym" in one.telling or setting.upper[row.first]:
            words = _spelled_out(setting, row)
            if words and named.isdisjoint((one.candidate.party, at) for at in words):
                span = slice(setting.wording.starts[words.start], setting.wording.ends[words.stop - 1])
                other[one.candidate.party, "".join(one.candidate.words)] = setting.wording.text[span]
    return other


def _spelled_out(setting: Setting, row: Row) -> range | None:
    """The words before an acronym in brackets whose first letters make it up."""
    if row.first == 0 or not setting.wording.gap(row.first - 1).endswith("("):
        return None
    letters = [letter for letter in "".join(forms_of(setting, row.words)) if letter.isalpha()]
    sentence = setting.sentence(row.first)
    for first in range(row.first - 1, max(sentence.start, row.first - _SPELLED_OUT) - 1, -1):
        large = [setting.wording.forms[at][0] for at in range(first, row.first) if setting.capital[at]]
        if large == letters:
            return range(first, row.first)
    return None
