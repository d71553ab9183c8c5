"""Numbers, birth dates and plain words in a text that tell the listed bearer of a name from somebody else."""

import calendar
import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ostiary.documents.parties.candidates import Candidate
from ostiary.documents.parties.names import is_craft, is_person
from ostiary.documents.parties.rows import Row
from ostiary.documents.parties.setting import Setting
from ostiary.model.errors import InputError
from ostiary.model.periods import Period, parse_period

_MONTHS = {name[:3].lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTH = r"(?P<month>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6})\.?"
_DATES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})\b",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH},? (?P<year>\d{{4}})\b",
        rf"{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})\b",
        rf"{_MONTH},? (?P<year>\d{{4}})\b",
        r"(?:\d{1,2}[./]\d{1,2}[./])?(?P<year>\d{4})\b",
    )
)
#: What leads to a birth date; nothing that may part it from the name stands between.
_BORN = re.compile(
    r"(?:(?!\band\b|\bor\b)[^.;!?\n]){0,60}?"
    r"\b(?:born|DOB|[Dd]ate of birth|[Bb]irth date)\b[\s:,]{0,3}(?:on |in |about |around |circa )?"
)
_SHIP_NUMBER = re.compile(
    r"(?:(?!\band\b|\bor\b)[^.;!?\nA-Z]){0,40}?\bIMO\b[\s:#]{0,3}(?:(?:number|no\.?)[\s:#]{0,3})?(\d{7})\b"
)
_NUMBER = re.compile(r"\b[A-Z]{0,4}\d[\d-]{4,20}[A-Z]?\b")
_NOISE = re.compile(r"[\W_]+|^IMO")
_LEAST_DIGITS = 5
_YEARS_OF_SLIPS = 1
#: What is said of a bearer stands at most so many words from the name.
_FARTHEST = 30
#: Somebody else is spoken of: enough by itself, or only where the name follows again.
_OTHER = re.compile(
    r"\b(?:(?:confused|mistaken|mistook \w{1,20}|confuse \w{1,20}) (?:with|for)|mistaken identity|namesakes?"
    r"|(?:of|by|with|bears?|has|shares?|sharing) (?:the|a|his|her|its|their) (?:same )?name)\b",
    re.IGNORECASE,
)
_APART = re.compile(
    r"\b(?:not (?:related|connected|linked|affiliated|identical|the same)|unrelated|unconnected"
    r"|no (?:relation|relative|connection|link|ties?)|(?:is|was|are|were) not the)\b",
    re.IGNORECASE,
)


def find_listed_number(setting: Setting, candidate: Candidate) -> str:
    """Return a number of the listed party that stands near the name, with what it is; empty if there is none."""
    listed = {_bare(value): label for label, value in candidate.bearer.identifiers}
    if not listed:
        return ""
    near = _around(setting, candidate.row)
    start, end = setting.wording.starts[near.start], setting.wording.ends[near.stop - 1]
    for found in _NUMBER.finditer(setting.wording.text, start, end):
        number = _bare(found[0])
        if number in listed and sum(map(str.isdigit, number)) >= _LEAST_DIGITS:
            return f"{_name_label(listed[number])} {found[0]}"
    return ""


def _bare(number: str) -> str:
    return _NOISE.sub("", number.upper())


def _name_label(label: str) -> str:
    """What an identifier is, in plain words: ``imoNumber`` is the IMO number."""
    if label.casefold().startswith(("imo", "vessel")):
        return "IMO number"
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", label).lower()


def find_other_number(setting: Setting, candidate: Candidate) -> str:
    """Return what speaks against a ship: an IMO number right after the name that is not its own."""
    own = {_bare(value) for label, value in candidate.bearer.identifiers if _name_label(label) == "IMO number"}
    if not own or not is_craft(candidate.bearer):
        return ""
    found = _SHIP_NUMBER.match(setting.wording.text, setting.wording.ends[candidate.row.last])
    return f"the text gives another IMO number, {found[1]}" if found and found[1] not in own else ""


def find_birth(setting: Setting, candidate: Candidate) -> Period | None:
    """Return the birth date that a text gives right after a name, as fine as stated; None if it gives none."""
    text = setting.wording.text
    cue = _BORN.match(text, setting.wording.ends[candidate.row.last])
    if not cue or not is_person(candidate.bearer):
        return None
    for pattern in _DATES:
        if found := pattern.match(text, cue.end()):
            return _read_date(found.groupdict())
    return None


def _read_date(parts: dict[str, str]) -> Period | None:
    month = int(parts.get("number") or _MONTHS.get(parts.get("month", "")[:3].lower(), 0))
    day = int(parts.get("day") or 0)
    written = parts["year"] + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")
    try:
        return parse_period(written)
    except InputError:
        return None  # the thirty-first of June: no day


def fits_birth(candidate: Candidate, birth: Period) -> bool | None:
    """Return whether a birth date may be a listed one; None where it is off by a slip, or none is listed."""
    listed = candidate.bearer.births
    if any(one.first <= birth.last and birth.first <= one.last for one in listed):
        return True
    slips = any(_years_between(one, birth) <= _YEARS_OF_SLIPS or one.circa for one in listed)
    return None if slips or not listed else False


def _years_between(one: Period, other: Period) -> int:
    earlier, later = sorted((one, other), key=lambda period: period.first)
    return later.first.year - earlier.last.year


def is_told_apart(setting: Setting, candidate: Candidate) -> bool:
    """Return whether the text says, after a name, that its bearer is not the listed one of that name."""
    last, around = candidate.row.last, _around(setting, candidate.row)
    cue = _find_cue(setting, around)
    if cue is None or cue.start < setting.wording.ends[last]:
        return False
    listed = setting.find_sign("designation", range(last + 1, around.stop)) is not None
    namesake = is_person(candidate.bearer) and _same_name_in(setting, last, around)
    after = range(setting.wording.number_at(cue.end), around.stop)
    return _stands_in(setting, last, after) or (cue.enough and listed) or namesake


def _same_name_in(setting: Setting, last: int, around: range) -> bool:
    """Return whether words such as *of the same name* stand after a name."""
    end = setting.wording.ends[around.stop - 1]
    return any(
        cue.enough and setting.wording.ends[last] <= cue.start < end for cue in _cues_of(setting.wording.text)
    )


def is_the_other(setting: Setting, candidate: Candidate) -> bool:
    """Return whether the text says, before a name, that somebody else of that name is not its bearer."""
    around = _around(setting, candidate.row)
    cue = _find_cue(setting, around)
    if cue is None or cue.end > setting.wording.starts[candidate.row.first]:
        return False
    before = range(around.start, setting.wording.number_at(cue.start))
    return _stands_in(setting, candidate.row.last, before)


class _Cue(NamedTuple):
    """Words that tell two bearers of a name apart, and whether they do so without the name being said again."""

    start: int
    end: int
    enough: bool


@lru_cache(maxsize=4)
def _cues_of(text: str) -> tuple[_Cue, ...]:
    found = [
        _Cue(*cue.span(), enough)
        for pattern, enough in ((_OTHER, True), (_APART, False))
        for cue in pattern.finditer(text)
    ]
    return tuple(sorted(found))


def _around(setting: Setting, row: Row) -> range:
    """The words of the sentence of a row that are near it."""
    sentence = setting.sentence(row.first)
    return range(max(sentence.start, row.first - _FARTHEST), min(sentence.stop, row.last + 1 + _FARTHEST))


def _find_cue(setting: Setting, words: range) -> _Cue | None:
    """The first words among others that tell two bearers of a name apart."""
    cues = _cues_of(setting.wording.text)
    at = bisect_left(cues, setting.wording.starts[words.start], key=lambda cue: cue.start)
    return cues[at] if at < len(cues) and cues[at].end <= setting.wording.ends[words.stop - 1] else None


def _stands_in(setting: Setting, word: int, words: range) -> bool:
    """Return whether a word stands among others as well."""
    return any(setting.wording.form_of(at) == setting.wording.form_of(word) for at in words)


def identifying_evidence(setting: Setting, candidate: Candidate) -> Iterator[tuple[str, str]]:
    """Yield what identifies the listed bearer: a kind of evidence and what it is.

    Args:
        setting: The text.
        candidate: The name and the party.
    """
    number = find_listed_number(setting, candidate)
    if number and not find_other_number(setting, candidate):
        yield "identifier", number
    birth = find_birth(setting, candidate)
    if birth and fits_birth(candidate, birth):
        yield "birth", str(birth)
    if is_the_other(setting, candidate):
        yield "told apart", ""


def identifying_contradiction(setting: Setting, candidate: Candidate) -> str:
    """Return what says that the bearer of a name is not the listed one; empty if nothing does.

    Args:
        setting: The text.
        candidate: The name and the party.
    """
    if is_told_apart(setting, candidate):
        return "the text says that the bearer is not the listed one of that name"
    birth = find_birth(setting, candidate)
    if birth and fits_birth(candidate, birth) is False:
        return f"the birth date given, {birth}, is not the listed one"
    return find_other_number(setting, candidate)
