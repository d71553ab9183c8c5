"""Dates of unequal precision, written in EDTF and compared as spans of days.

Lists publish a birth date as a day, a month, a year, a range, or "circa". All of these are one span of days,
first to last, with a flag for "circa"; the written form is the Extended Date/Time Format (ISO 8601-2:2019,
level 1): ``1962-11-23``, ``1962-11``, ``1962``, ``1960/1965``, ``1962~``.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from ostiary.model.errors import InputError

_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A span of days.

    Attributes:
        first: First day that the date may be.
        last: Last day that it may be, not before ``first``.
        circa: Whether the source calls it approximate.
    """

    first: date
    last: date
    circa: bool = False

    def __str__(self) -> str:
        return ("/".join(_written_ends(self.first, self.last))) + ("~" if self.circa else "")


def _written_ends(first: date, last: date) -> tuple[str, ...]:
    if first == last:
        return (first.isoformat(),)
    whole_month = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
    if whole_month and (first.year, first.month) == (last.year, last.month):
        return (f"{first:%Y-%m}",)
    if whole_month and first.month == 1 and last.month == 12:  # noqa: PLR2004 - December
        return (f"{first.year:04}",) if first.year == last.year else (f"{first.year:04}", f"{last.year:04}")
    return first.isoformat(), last.isoformat()


def _span(text: str) -> tuple[date, date]:
    found = _WRITTEN.fullmatch(text)
    if not found:
        raise ValueError(text)
    year, month, day = (int(part) if part else None for part in found.groups())
    if year is None or month is None:
        return date(int(found[1]), 1, 1), date(int(found[1]), 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


def parse_period(text: str) -> Period:
    """Return the span of days that an EDTF date stands for.

    Args:
        text: ``YYYY``, ``YYYY-MM``, ``YYYY-MM-DD``, two of them joined by ``/``, each form with ``~`` for circa.

    Raises:
        InputError: The text is not such a date.
    """
    plain = text.strip()
    circa = plain.endswith("~")
    start, _, end = plain.removesuffix("~").partition("/")
    advice = "Write YYYY, YYYY-MM, YYYY-MM-DD or a range such as 1960/1965."
    try:
        first, last = _span(start)[0], _span(end or start)[1]
    except ValueError as error:
        raise InputError(f"{text!r} is not a date.", advice=advice) from error
    if last < first:
        raise InputError(f"{text!r} ends before it starts.", advice=advice)
    return Period(first, last, circa)
