"""Days that a line or a page names: ``2025-08-09``, ``9 August 2025``, ``Aug. 9, 2025``, ``25/04/2025``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ],
        1,
    )
    for name in names.split()
}
_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_ISO = re.compile(r"(?<!\d)(?P<year>\d{4})(?P<mark>[-/]?)(?P<month>\d{2})(?P=mark)(?P<day>\d{2})(?!\d)")
_WRITTEN = (
    re.compile(rf"\b{_MONTH}\s{_DAY},?\s(?P<year>\d{{4}})\b"),
    re.compile(rf"\b{_DAY}[\s-](?:of\s)?{_MONTH},?[\s-](?P<year>\d{{4}})\b"),
)
_NUMBERS = re.compile(
    r"(?<![\d./])(?P<one>\d{1,2})(?P<mark>[./])(?P<two>\d{1,2})(?P=mark)(?P<year>\d{4})(?![\d/])"
)
_YEARLESS = (re.compile(rf"\b{_MONTH}\s{_DAY}\b"), re.compile(rf"\b{_DAY}\s{_MONTH}(?!\w)"))
_EARLIEST, _LATEST = 1900, 2100
#: A leap year: every day of the calendar is in it.
_ANY_YEAR = 2000


@dataclass(frozen=True, slots=True)
class PlainDate:
    """A day as a line names it.

    Attributes:
        start: Where it starts in the line.
        end: Where it ends.
        days: What it may be: one day; two where the month may be either number; none where no year is written.
        month: The month, where no year is written, else 0.
        day: The day of the month, likewise.
    """

    start: int
    end: int
    days: tuple[date, ...]
    month: int = 0
    day: int = 0

    @property
    def sure(self) -> date | None:
        """The day, if there is no doubt which it is."""
        return self.days[0] if len(self.days) == 1 else None

    def in_year(self, year: int) -> date | None:
        """Return the day in a year, if the calendar has it then."""
        return _make(year, self.month, self.day)


def find_plain_date(text: str) -> tuple[date, int, int] | None:
    """Return the first day that a text names beyond doubt, and where it stands."""
    return next(((found.days[0], found.start, found.end) for found in find_plain_dates(text) if found.sure), None)


def find_plain_dates(text: str) -> tuple[PlainDate, ...]:
    """Return the days that a text names with a year, in order; numbers either way round are given both ways."""
    found = sorted(_dates_in(text), key=lambda each: (each.start, -each.end))
    return tuple(each for number, each in enumerate(found) if not number or each.start >= found[number - 1].end)


def _dates_in(text: str) -> Iterator[PlainDate]:
    for pattern in (_ISO, *_WRITTEN):
        for match in pattern.finditer(text):
            if day := _make(int(match["year"]), _number_of(match["month"]), int(match["day"])):
                yield PlainDate(match.start(), match.end(), (day,))
    for match in _NUMBERS.finditer(text):
        one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
        if days := {day for day in (_make(year, two, one), _make(year, one, two)) if day}:
            yield PlainDate(match.start(), match.end(), tuple(sorted(days)))


def find_yearless_date(text: str) -> PlainDate | None:
    """Return the first day that a text names by month and number alone."""
    matches = (match for pattern in _YEARLESS for match in pattern.finditer(text))
    found = (
        PlainDate(match.start(), match.end(), (), day.month, day.day)
        for match in matches
        if (day := _make(_ANY_YEAR, _number_of(match["month"]), int(match["day"])))
    )
    return min(found, key=lambda each: each.start, default=None)


def _number_of(month: str) -> int:
    return int(month) if month.isdigit() else _MONTHS.get(month.lower(), 0)


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if _EARLIEST <= year <= _LATEST else None
    except ValueError:
        return None
