"""Dates that can be read in one way only: ``2025-08-09``, ``9 August 2025``, ``Aug. 9, 2025``."""

import re
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
_ISO = re.compile(r"(?<!\d)(?P<year>\d{4})(?P<mark>-?)(?P<month>\d{2})(?P=mark)(?P<day>\d{2})(?!\d)")
_WRITTEN = (
    re.compile(rf"\b{_MONTH}\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year>\d{{4}})\b"),
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s{_MONTH},?\s(?P<year>\d{{4}})\b"),
)
_EARLIEST, _LATEST = 1900, 2100


def find_plain_date(text: str) -> tuple[date, int, int] | None:
    """Return the first date in a text with a day, a month and a year in no doubtful order, and where it stands.

    Numbers parted by points or slashes are not read: which of them is the month depends on the country.
    """
    for pattern in (_ISO, *_WRITTEN):
        for found in pattern.finditer(text):
            day = _as_date(found)
            if day:
                return day, found.start(), found.end()
    return None


def _as_date(found: re.Match[str]) -> date | None:
    month = found["month"]
    number = int(month) if month.isdigit() else _MONTHS.get(month.lower(), 0)
    try:
        day = date(int(found["year"]), number, int(found["day"]))
    except ValueError:
        return None
    return day if _EARLIEST <= day.year <= _LATEST else None
