"""Dates as lists write them, turned into EDTF: a day, a month, a year, a range, "circa", one or another.

Known shapes: ``1962-11-23`` (also with a time or a zone behind it), ``23/11/1962`` with ``00`` or letters for what
is unknown (``00/00/1962``, ``dd/mm/1962``), ``11/1962``, ``23 Nov 1962``, ``Nov 1962``, ``1962``; two of them
joined by ``to``, ``-`` or ``between … and …``; ``circa`` and its like before one of them; ``or`` between several.
"""

import calendar
import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Final

from ostiary.lists.audit import Audit
from ostiary.model import vocabulary as words
from ostiary.model.errors import InputError, ListFileError
from ostiary.model.periods import Period, parse_period

#: A longer text is no date, whatever it holds.
_LONGEST: Final = 200
#: Dates are few and come again and again.
_MOST_KNOWN: Final = 1 << 14
_CIRCA: Final = re.compile(
    r"^(?:circa|approximately|approx\b\.?|about|around|ca\b\.?|c\.)\s*"
    r"|\s*\((?:approx(?:imately|imate|\.)?|circa)\)$",
    re.IGNORECASE,
)
_ALTERNATIVES: Final = re.compile(r"\s+or\s+|\s*;\s*", re.IGNORECASE)
_TO: Final = re.compile(
    r"\s+(?:to|until)\s+|\s*[–—]\s*|\s+-\s+|(?<=\d{4})[-/](?=\d{4}\b)|(?<=\d-\d\d)/(?=\d{4}-)",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r"^between\s+(.{4,50}?)\s+and\s+", re.IGNORECASE)
_ISO: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ]\d\d:[\d:.]+)?(?:Z|[+-]\d\d:\d\d)?)?)?")
_SLASHED: Final = re.compile(r"(?:(\d\d?|[dDxX?-]{2})[/.])?(\d\d?|[mMxX?-]{2})[/.](\d{4})")
_SPOKEN: Final = re.compile(r"(?:(\d\d?)(?:st|nd|rd|th)?[ -])?([A-Za-z]{3,9})\.?,?[ -](\d{4})")
_SPOKEN_MONTH_FIRST: Final = re.compile(r"([A-Za-z]{3,9})\.? (\d\d?)(?:st|nd|rd|th)?,? (\d{4})")
_MONTHS: Final = {
    name.lower(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if number
} | {"sept": 9}


@lru_cache(maxsize=_MOST_KNOWN)
def read_dates(text: str, *, month_first: bool = False) -> tuple[str, ...]:
    """Return the dates that a text states, in EDTF.

    Args:
        text: As published.
        month_first: Whether ``11/23/1962`` is a date and ``23/11/1962`` is not.

    Returns:
        One date, several where the text says ``or``, or none where it cannot be read whole.
    """
    plain = text.strip().rstrip(".")
    if not plain or len(plain) > _LONGEST:
        return ()
    try:
        return tuple(str(_read_span(part, month_first=month_first)) for part in _ALTERNATIVES.split(plain))
    except (LookupError, ValueError, InputError):
        return ()


def read_day(text: str, where: str, *, month_first: bool = False) -> date:
    """Return the one day that a text states.

    Args:
        text: As published.
        where: Row or element, for the error.
        month_first: As in :func:`read_dates`.

    Raises:
        ListFileError: It states no day, or more than one.
    """
    found = read_dates(text, month_first=month_first)
    period = parse_period(found[0]) if len(found) == 1 else None
    if period is None or period.first != period.last:
        raise ListFileError(f"{text!r} is not a day.", where=where, advice="Fetch the file again.")
    return period.first


def name_dates(prop: str, text: str, audit: Audit, place: object) -> Iterator[tuple[str, str]]:
    """Yield property and value of each date that a text states.

    Args:
        prop: The property that a readable date has.
        text: As published; an empty one states nothing.
        audit: Told of a text that cannot be read: it is kept, under the property with ``:unread`` behind it.
        place: Where it stands, for the audit.
    """
    found = read_dates(text)
    if text.strip() and not found:
        audit.warn(f"a date for {prop} that cannot be read and is kept as text", f"{place}: {text[:_LONGEST]!r}")
        yield prop + words.UNREAD, text
    for value in found:
        yield prop, value


def _read_span(text: str, *, month_first: bool) -> Period:
    """Return one date or range; circa if either end is called so.

    Raises:
        LookupError: It names a month that there is not.
        ValueError: It cannot be read.
        InputError: There is no such day.
    """
    ends = _TO.split(_BETWEEN.sub(r"\1 to ", text.strip()))
    if len(ends) > 2:  # noqa: PLR2004 - a start and an end
        raise ValueError(text)
    plain = [_CIRCA.sub("", end).strip() for end in ends]
    spans = [parse_period(_write(end, month_first=month_first)) for end in plain]
    if spans[-1].last < spans[0].first:
        raise ValueError(text)
    return Period(spans[0].first, spans[-1].last, circa=plain != [end.strip() for end in ends])


def _write(text: str, *, month_first: bool) -> str:
    if found := _ISO.fullmatch(text):
        return _join(found[1], found[2] or "", found[3] or "")
    if found := _SLASHED.fullmatch(text):
        day, month, year = found[1] or "", found[2], found[3]
        return _join(year, *((month, day) if not (month_first and day) else (day, month)))
    if found := _SPOKEN.fullmatch(text):
        return _join(found[3], str(_MONTHS[found[2].lower()]), found[1] or "")
    if found := _SPOKEN_MONTH_FIRST.fullmatch(text):
        return _join(found[3], str(_MONTHS[found[1].lower()]), found[2])
    raise ValueError(text)


def _join(year: str, month: str, day: str) -> str:
    """Return the date in EDTF; a day of an unknown month is no date."""
    known = [part.zfill(2) for part in (month, day) if part.isdecimal() and int(part)]
    if (day.isdecimal() and int(day)) and len(known) == 1:
        raise ValueError(day)
    return "-".join([year, *known])
