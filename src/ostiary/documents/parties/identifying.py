"""Numbers, birth dates and ages in a text that tell the listed bearer of a name from somebody else."""

import calendar
import re
from collections.abc import Iterator, Sequence
from datetime import date

from ostiary.documents.parties.candidates import Candidate
from ostiary.documents.parties.names import is_craft, is_person
from ostiary.documents.parties.namesakes import is_the_other
from ostiary.documents.parties.rows import Row, row_span
from ostiary.documents.parties.setting import Setting
from ostiary.model.errors import InputError
from ostiary.model.periods import Period, parse_period
from ostiary.model.reports import Span

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
_AGE = re.compile(r"(?:, | \()(?:aged? |an? )?(\d{2})(?=\)|,|\.|;| years old|-year-old)")
#: The age before a name, with what its bearer is: *the 71-year-old violin maker X*.
_AGE_BEFORE = re.compile(r"\b(\d{2})-year-old(?: [\w'-]{1,20}){0,4} $")
#: The age in a sentence of its own: *X teaches there. He is 41.*
_AGE_LATER = re.compile(r"[^.!?\n]{0,120}\. (?:He|She) is (\d{2})(?= years old|\.|,|;)")
_LONGEST_BEFORE = 90
_AGE_MARGIN = 2
_YEAR = 365.25


def find_listed_number(setting: Setting, candidate: Candidate) -> str:
    """Return a number of the listed party that stands near the name, with what it is; empty if there is none."""
    listed = {_bare(value): label for label, value in candidate.bearer.identifiers}
    if not listed:
        return ""
    row = candidate.row
    near = setting.around(row.first, row.last)
    start, end = setting.wording.starts[near.start], setting.wording.ends[near.stop - 1]
    for found in _NUMBER.finditer(setting.wording.text, start, end):
        number = _bare(found[0])
        known = number in listed and sum(map(str.isdigit, number)) >= _LEAST_DIGITS
        if known and not _is_anothers(setting, row, setting.wording.number_at(found.start())):
            return f"{_name_label(listed[number])} {found[0]}"
    return ""


def _is_anothers(setting: Setting, row: Row, place: int) -> bool:
    """Return whether the name is said again between it and a number behind it: whose number that is."""
    between = range(row.last + 1, place)
    return any(setting.wording.form_of(at) == setting.wording.form_of(row.first) for at in between)


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


def find_age(text: str, name: Span) -> tuple[int, Span] | None:
    """Return the age that is given beside a name (*X, 62,*; *X (62)*; *the 62-year-old X*), and where.

    Args:
        text: The text.
        name: Where the name stands.
    """
    found = _AGE.match(text, name.end) or _AGE_LATER.match(text, name.end)
    if not found:
        found = _AGE_BEFORE.search(text, max(name.start - _LONGEST_BEFORE, 0), name.start)
    return (int(found[1]), Span(found.start(1), found.end(1))) if found else None


def is_age_possible(age: int, births: Sequence[Period], published: date) -> bool:
    """Return whether an age fits one of the listed birth dates, allowing for slips of a year or two."""
    return any(
        (published - birth.last).days / _YEAR - _AGE_MARGIN <= age <= (published - birth.first).days / _YEAR + 1
        for birth in births
    )


def fits_age(setting: Setting, candidate: Candidate, published: date | None) -> bool | None:
    """Return whether an age given beside the name fits the listed birth date; None if either is not known."""
    found = find_age(setting.wording.text, row_span(setting, candidate.row))
    if not found or not published or not candidate.bearer.births:
        return None
    return is_age_possible(found[0], candidate.bearer.births, published)


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
