"""Spans of days of the calendar: weeks, months, seasons, years, and the nearest of a kind."""

import calendar
from collections.abc import Callable
from datetime import date, timedelta

from ostiary.model.periods import Period

DAYS_OF_WEEK = 7
MONTHS_OF_YEAR = 12
MONTHS_OF_SEASON = 3
#: Spring is 1 and starts in March.
_SEASONS_BEFORE_SPRING = 2
_YEARS_OF_DECADE = 10
#: A day of February that only leap years have comes again within eight years.
_YEARS_SEARCHED = 8


def make_day(year: int, month: int, day: int) -> Period | None:
    """Return one day, or None where the calendar has no such day."""
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return Period(found, found)


def one_day(day: date) -> Period:
    """Return a day as a period."""
    return Period(day, day)


def whole_month(year: int, month: int) -> Period:
    """Return a month of a year."""
    return Period(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def whole_year(year: int) -> Period:
    """Return a year."""
    return Period(date(year, 1, 1), date(year, 12, 31))


def whole_decade(year: int) -> Period:
    """Return the decade that holds a year."""
    first = year - year % _YEARS_OF_DECADE
    return Period(date(first, 1, 1), date(first + _YEARS_OF_DECADE - 1, 12, 31))


def whole_week(day: date) -> Period:
    """Return the week, Monday to Sunday, that holds a day."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=DAYS_OF_WEEK - 1))


def whole_season(year: int, season: int) -> Period:
    """Return a season by whole months, north of the equator: 1 is March to May, 4 ends in the next year."""
    first = (season - 1) * MONTHS_OF_SEASON + _SEASONS_BEFORE_SPRING
    start, end = add_months(date(year, 1, 1), first), add_months(date(year, 1, 1), first + MONTHS_OF_SEASON - 1)
    return Period(start, whole_month(end.year, end.month).last)


def months_of_year(year: int, first: int, last: int) -> Period:
    """Return a run of months of one year."""
    return Period(whole_month(year, first).first, whole_month(year, last).last)


def add_months(day: date, months: int) -> date:
    """Return the day so many months later, or the last of that month where it is shorter.

    Raises:
        ValueError: That lies beyond the calendar.
    """
    year, month = divmod(day.year * MONTHS_OF_YEAR + day.month - 1 + months, MONTHS_OF_YEAR)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def latest_weekday(day: date, weekday: int) -> date:
    """Return the latest such weekday (Monday is 0) not after a day."""
    return day - timedelta(days=(day.weekday() - weekday) % DAYS_OF_WEEK)


def earliest_weekday(day: date, weekday: int) -> date:
    """Return the earliest such weekday (Monday is 0) not before a day."""
    return day + timedelta(days=(weekday - day.weekday()) % DAYS_OF_WEEK)


def latest_of_years(day: date, in_year: Callable[[int], Period | None]) -> Period | None:
    """Return the latest of what comes once a year that has begun by a day."""
    found = (in_year(day.year - back) for back in range(_YEARS_SEARCHED + 1))
    return next((period for period in found if period and period.first <= day), None)


def earliest_of_years(day: date, in_year: Callable[[int], Period | None]) -> Period | None:
    """Return the earliest of what comes once a year that has not ended before a day."""
    found = (in_year(day.year + ahead) for ahead in range(-1, _YEARS_SEARCHED + 1))
    return next((period for period in found if period and period.last >= day), None)


def join(left: Period, right: Period) -> Period:
    """Return the days from the start of the earlier to the end of the later."""
    return Period(min(left.first, right.first), max(left.last, right.last), circa=left.circa or right.circa)
