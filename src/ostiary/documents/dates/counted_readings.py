"""What counts of days, weeks, months and years before or after publication mean."""

from datetime import date, timedelta

from ostiary.documents.dates.calendar_days import (
    DAYS_OF_WEEK,
    MONTHS_OF_YEAR,
    add_months,
    join,
    one_day,
)
from ostiary.documents.dates.expressions import Expression, Resolution, Setting
from ostiary.documents.dates.units import DAY, DECADE, MONTH, PRECISION, WEEK, YEAR, YEARS_OF_DECADE, whole_unit
from ostiary.model.periods import Period

_HOURS_OF_DAY = 24
_FORTNIGHT = 14
#: Nobody counts further back from the day of publication than this many years.
_FURTHEST_YEARS = 150
VAGUE = "cannot be resolved: the text does not say how many"


def read_recent_run(found: Expression, setting: Setting) -> Resolution | None:
    """Read ``the past two weeks``, ``the last 24 hours``: the days up to publication."""
    return _read_run(found, setting, -1)


def read_coming_run(found: Expression, setting: Setting) -> Resolution | None:
    """Read ``the next two weeks``."""
    return _read_run(found, setting, 1)


def _read_run(found: Expression, setting: Setting, turn: int) -> Resolution | None:
    if found.has("vague"):
        return Resolution("range", None, VAGUE)
    count = found.value("number", "daynumber") or 1
    if found.has("hour"):
        return run_from(setting, DAY, -(-count // _HOURS_OF_DAY), turn)
    if found.has("fortnight"):
        return run_from(setting, DAY, _FORTNIGHT * count, turn)
    return run_from(setting, found.values("unit")[0], count, turn)


def run_from(setting: Setting, unit: int, count: int, turn: int) -> Resolution:
    """Return the days from publication to so many units after it (``turn`` 1) or before it (-1)."""
    if setting.today is None:
        return Resolution("range", None, setting.unknown)
    end = move(setting.today, unit, count * turn)
    return Resolution("range", join(one_day(setting.today), one_day(end)), setting.counted)


def read_ago(found: Expression, setting: Setting) -> Resolution | None:
    """Read ``two weeks ago``: the day counted back, called about it, no finer than the unit."""
    return _read_count(found, setting, -1)


def read_from_now(found: Expression, setting: Setting) -> Resolution | None:
    """Read ``two weeks from now``."""
    return _read_count(found, setting, 1)


def read_in_count(found: Expression, setting: Setting) -> Resolution | None:
    """Read ``in two weeks`` where the verb looks ahead; else it says how long something took."""
    return _read_count(found, setting, 1) if setting.tense == "future" else None


def _read_count(found: Expression, setting: Setting, turn: int) -> Resolution | None:
    if found.has("hour"):
        return _hours(found, setting, turn)
    counted = count_of(found)
    if counted is None:
        return Resolution(PRECISION[found.value("unit") or WEEK], None, VAGUE)
    if setting.today is None:
        return Resolution(PRECISION[counted[0]], None, setting.unknown)
    return count_from(one_day(setting.today), counted[0], counted[1] * turn)


def _hours(found: Expression, setting: Setting, turn: int) -> Resolution | None:
    count = found.value("number", "daynumber", "article")
    if count is None:
        return Resolution("day", None, VAGUE)
    return run_from(setting, DAY, -(-count // _HOURS_OF_DAY), turn)


def count_of(found: Expression) -> tuple[int, int] | None:
    """Return unit and number of a count (``two weeks``), or None where it has no number (``weeks``)."""
    count = found.value("number", "daynumber") or (None if found.has("vague") else found.value("article"))
    if count is None:
        return None
    return (WEEK, 2 * count) if found.has("fortnight") else (found.values("unit")[0], count)


def count_from(start: Period, unit: int, count: int) -> Resolution:
    """Return what lies so many units after a date: a day for days, about a day for weeks, whole months and years.

    Raises:
        ValueError: That lies beyond the calendar.
    """
    reason = f"counted from {start}"
    first, last = move(start.first, unit, count), move(start.last, unit, count)
    if unit in (DAY, WEEK):
        return Resolution(PRECISION[unit], Period(first, last, circa=unit == WEEK), reason)
    whole = join(whole_unit(first, unit, 0), whole_unit(last, unit, 0))
    return Resolution(PRECISION[unit], Period(whole.first, whole.last, circa=True), reason)


def move(day: date, unit: int, count: int) -> date:
    """Return the day so many days, weeks, months, years or decades later.

    Raises:
        ValueError: That is further than anybody counts.
    """
    days = {DAY: 1, WEEK: DAYS_OF_WEEK}.get(unit)
    months = {MONTH: 1, YEAR: MONTHS_OF_YEAR, DECADE: MONTHS_OF_YEAR * YEARS_OF_DECADE}.get(unit, 0)
    moved = day + timedelta(days=days * count) if days else add_months(day, months * count)
    if abs(moved.year - day.year) > _FURTHEST_YEARS:
        raise ValueError(count)
    return moved
