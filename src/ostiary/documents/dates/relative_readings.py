"""What days, weeks, months, seasons and years beside that of publication mean."""

from datetime import timedelta

from ostiary.documents.dates.calendar_days import (
    join,
    one_day,
    whole_month,
    whole_season,
    whole_year,
)
from ostiary.documents.dates.calendar_readings import (
    MONTHS,
    NORTH,
    TURNS,
    part_of_month,
    part_of_year,
)
from ostiary.documents.dates.choosing import choose_tense, choose_year
from ostiary.documents.dates.counted_readings import run_from
from ostiary.documents.dates.expressions import Expression, Resolution, Setting
from ostiary.documents.dates.units import DAY, PRECISION, whole_unit
from ostiary.model.periods import Period
from ostiary.model.reports import DatePrecision


def read_relative_day(found: Expression, setting: Setting) -> Resolution | None:
    """Read ``today``, ``yesterday``, ``tomorrow`` and ``tonight``."""
    return _shift("day", setting, found.values("relative")[0])


def read_day_beside(found: Expression, setting: Setting) -> Resolution | None:
    """Read ``the day before yesterday`` and ``the day after tomorrow``."""
    step = found.value("before", "after") or 0
    relative = found.values("relative")[0]
    return _shift("day", setting, relative + step) if found.value("unit") == DAY and relative == step else None


def read_last_night(found: Expression, setting: Setting) -> Resolution | None:
    """Read ``last night``."""
    return _shift("day", setting, found.values("last")[0])


def read_this_day(found: Expression, setting: Setting) -> Resolution | None:
    """Read ``this morning``."""
    return _shift("day", setting, found.values("this")[0])


def _shift(precision: DatePrecision, setting: Setting, days: int) -> Resolution:
    if setting.today is None:
        return Resolution(precision, None, setting.unknown)
    return Resolution(precision, one_day(setting.today + timedelta(days=days)), setting.counted)


def read_turned_month(found: Expression, setting: Setting) -> Resolution | None:
    """Read ``last February``, ``next May``: two are possible where the near one is in this year."""
    turn, month = found.value(*TURNS) or 0, found.values(*MONTHS)[0]
    if setting.today is None:
        return Resolution("month", None, setting.unknown)
    if not turn:
        return Resolution("month", whole_month(setting.today.year, month), f"in the year of {setting.today}")
    year = setting.today.year
    if (turn < 0) == (whole_month(year, month).first < whole_month(year, setting.today.month).first):
        near, far = whole_month(year, month), whole_month(year + turn, month)
        return Resolution("range", join(near, far), f"this year's or that of the year beside it: {near} or {far}")
    return Resolution("month", whole_month(year + turn, month), setting.counted)


def read_turned_season(found: Expression, setting: Setting) -> Resolution | None:
    """Read ``this spring`` and ``last summer``."""
    if setting.today is None:
        return Resolution("season", None, setting.unknown)
    today, season, turn = setting.today, found.values("season")[0], found.value(*TURNS) or 0
    seasons = [whole_season(today.year + step, season) for step in (-2, -1, 0, 1, 2)]
    if not turn:
        holding = [period for period in seasons if period.first <= today <= period.last]
        past = [period for period in seasons if period.last < today][-1]
        future = next(period for period in seasons if period.first > today)
        return (
            Resolution("season", holding[0], NORTH) if holding else choose_tense(setting, "season", past, future)
        )
    if turn < 0:
        return Resolution("season", [period for period in seasons if period.last < today][-1], NORTH)
    return Resolution("season", next(period for period in seasons if period.first > today), NORTH)


def read_bare_season(found: Expression, setting: Setting) -> Resolution | None:
    """Read ``the spring``."""
    season = found.values("season")[0]
    resolved = choose_year(found, setting, "season", lambda year: whole_season(year, season))
    return Resolution(resolved.precision, resolved.period, f"{resolved.reason}; {NORTH}") if resolved else None


def read_turned_unit(found: Expression, setting: Setting) -> Resolution | None:
    """Read ``last week``, ``this month``, ``next year``; weeks are from Monday to Sunday."""
    unit = found.values("unit")[0]
    if unit == DAY:
        return None
    if found.has("past", "coming"):
        return run_from(setting, unit, 1, found.value(*TURNS) or 0)
    if setting.today is None:
        return Resolution(PRECISION[unit], None, setting.unknown)
    return Resolution(PRECISION[unit], whole_unit(setting.today, unit, found.value(*TURNS) or 0), setting.counted)


def read_part_of_turned(found: Expression, setting: Setting) -> Resolution | None:
    """Read ``earlier this year``, ``at the beginning of the year``, ``late last month``."""
    turn = found.value(*TURNS) or 0
    whole = _whole_of(found, setting, turn)
    if whole is None or (found.value("unit") == DAY):
        return None
    if setting.today is None:
        return Resolution("range", None, setting.unknown)
    part, period = found.value("part"), whole.period
    if period is None:
        return whole
    if part is None:
        return _cut(found, setting, period)
    return Resolution("range", _part_of(period, part), f"{setting.counted}; where a part begins is a convention")


def _whole_of(found: Expression, setting: Setting, turn: int) -> Resolution | None:
    if found.has("season"):
        return read_turned_season(found, setting)
    if found.has(*MONTHS):
        return read_turned_month(found, setting)
    unit = found.values("unit")[0]
    if setting.today is None:
        return Resolution("range", None, setting.unknown)
    return Resolution("range", whole_unit(setting.today, unit, turn), setting.counted)


def _cut(found: Expression, setting: Setting, period: Period) -> Resolution | None:
    """Return what of a span lies before publication (``earlier``) or after it (``later``)."""
    today = setting.today or period.last
    first, last = (
        (period.first, min(today, period.last))
        if found.has("earlier")
        else (max(today, period.first), period.last)
    )
    if last < first:
        return Resolution("range", period, setting.counted)
    return Resolution("range", Period(first, last), f"the part of it on that side of {today}")


def _part_of(period: Period, part: int) -> Period:
    """Return about which days the beginning, middle or end of a year, month or shorter span are."""
    first, last = period.first, period.last
    if period == whole_year(first.year):
        return part_of_year(first.year, part)
    if period == whole_month(first.year, first.month):
        return part_of_month(first.year, first.month, part)
    return Period(first, last, circa=True)
