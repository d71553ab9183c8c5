"""What dates that are counted from publication mean: days, weeks, months and years before or after it."""

from datetime import date, timedelta

from ostiary.documents.dates.calendar_days import (
    DAYS_OF_WEEK,
    MONTHS_OF_YEAR,
    add_months,
    earliest_weekday,
    join,
    latest_weekday,
    one_day,
    whole_decade,
    whole_month,
    whole_season,
    whole_week,
    whole_year,
)
from ostiary.documents.dates.calendar_readings import (
    DAY,
    DECADE,
    MONTH,
    MONTHS,
    NORTH,
    WEEK,
    YEAR,
    choose_tense,
    choose_year,
    part_of_month,
    part_of_year,
)
from ostiary.documents.dates.expressions import Expression, Resolution, Setting
from ostiary.model.periods import Period
from ostiary.model.reports import DatePrecision

_SATURDAY = 5
_HOURS_OF_DAY = 24
_YEARS_OF_DECADE = 10
_FORTNIGHT = 14
#: Nobody counts further back from the day of publication than this many years.
_FURTHEST_YEARS = 150
_VAGUE = "cannot be resolved: the text does not say how many"
_PRECISION: dict[int, DatePrecision] = {DAY: "day", WEEK: "week", MONTH: "month", YEAR: "year", DECADE: "range"}
_TURNS = ("last", "past", "this", "next", "coming", "following")


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
    return Resolution(precision, one_day(setting.today + timedelta(days=days)), _counted(setting))


def _counted(setting: Setting) -> str:
    return f"counted from {setting.today}"


def read_weekday(found: Expression, setting: Setting) -> Resolution | None:
    """Read ``Thursday``: the latest not after publication, the next from it on where the verb looks ahead."""
    if setting.today is None:
        return Resolution("day", None, setting.unknown)
    weekday = found.values("weekday")[0]
    past, future = latest_weekday(setting.today, weekday), earliest_weekday(setting.today, weekday)
    return choose_tense(setting, "day", one_day(past), one_day(future))


def read_turned_weekday(found: Expression, setting: Setting) -> Resolution | None:
    """Read ``last Thursday`` and ``next Thursday``: two days are possible where the near one is in this week."""
    if setting.today is None:
        return Resolution("day", None, setting.unknown)
    turn, weekday = found.value(*_TURNS), found.values("weekday")[0]
    if not turn:
        return _this_weekday(setting.today, weekday, setting)
    step = timedelta(days=1 if turn > 0 else -1)
    near = (
        earliest_weekday(setting.today + step, weekday)
        if turn > 0
        else latest_weekday(setting.today + step, weekday)
    )
    if not found.has("last", "next") or whole_week(near) != whole_week(setting.today):
        return Resolution("day", one_day(near), f"the {'next' if turn > 0 else 'latest'} from {setting.today}")
    far = near + step * DAYS_OF_WEEK
    both = join(one_day(near), one_day(far))
    return Resolution("range", both, f"this week's or that of the week beside it: {near} or {far}")


def _this_weekday(today: date, weekday: int, setting: Setting) -> Resolution:
    """Return the day of this week, Monday to Sunday; the next one where that is past and the verb looks ahead."""
    day = whole_week(today).first + timedelta(days=weekday)
    if setting.tense == "future":
        day = earliest_weekday(today, weekday)
    return Resolution("day", one_day(day), f"the one of the week of {today}")


def read_weekday_of_turned_week(found: Expression, setting: Setting) -> Resolution | None:
    """Read ``Thursday last week``."""
    if found.value("unit") != WEEK:
        return None
    if setting.today is None:
        return Resolution("day", None, setting.unknown)
    days = DAYS_OF_WEEK * (found.value(*_TURNS) or 0) + found.values("weekday")[0]
    return Resolution("day", one_day(whole_week(setting.today).first + timedelta(days=days)), _counted(setting))


def read_turned_weekend(found: Expression, setting: Setting) -> Resolution | None:
    """Read ``last weekend``, and ``the weekend`` by its tense."""
    if setting.today is None:
        return Resolution("range", None, setting.unknown)
    turn, today = found.value(*_TURNS) or 0, setting.today
    past, future = _weekend(latest_weekday(today, _SATURDAY)), _weekend(earliest_weekday(today, _SATURDAY))
    if not turn:
        if today.weekday() > _SATURDAY:
            future = past
        return choose_tense(setting, "range", past, future)
    if turn < 0:
        ended = past if past.last < today else _weekend(past.first - timedelta(days=DAYS_OF_WEEK))
        return Resolution("range", ended, _counted(setting))
    if found.has("next"):
        far = _weekend(future.first + timedelta(days=DAYS_OF_WEEK))
        return Resolution("range", join(future, far), f"this week's or that of the week after: {future} or {far}")
    return Resolution("range", future, _counted(setting))


def _weekend(saturday: date) -> Period:
    return Period(saturday, saturday + timedelta(days=1))


def read_turned_month(found: Expression, setting: Setting) -> Resolution | None:
    """Read ``last February``, ``next May``: two are possible where the near one is in this year."""
    turn, month = found.value(*_TURNS) or 0, found.values(*MONTHS)[0]
    if setting.today is None:
        return Resolution("month", None, setting.unknown)
    if not turn:
        return Resolution("month", whole_month(setting.today.year, month), f"in the year of {setting.today}")
    year = setting.today.year
    if (turn < 0) == (whole_month(year, month).first < whole_month(year, setting.today.month).first):
        near, far = whole_month(year, month), whole_month(year + turn, month)
        return Resolution("range", join(near, far), f"this year's or that of the year beside it: {near} or {far}")
    return Resolution("month", whole_month(year + turn, month), _counted(setting))


def read_turned_season(found: Expression, setting: Setting) -> Resolution | None:
    """Read ``this spring`` and ``last summer``."""
    if setting.today is None:
        return Resolution("season", None, setting.unknown)
    today, season, turn = setting.today, found.values("season")[0], found.value(*_TURNS) or 0
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
        return _run(setting, unit, 1, found.value(*_TURNS) or 0)
    if setting.today is None:
        return Resolution(_PRECISION[unit], None, setting.unknown)
    return Resolution(
        _PRECISION[unit], whole_unit(setting.today, unit, found.value(*_TURNS) or 0), _counted(setting)
    )


def whole_unit(day: date, unit: int, turn: int) -> Period:
    """Return the calendar week, month, year or decade that lies so many after the one of a day."""
    if unit == DAY:
        return one_day(day + timedelta(days=turn))
    if unit == WEEK:
        return whole_week(day + timedelta(days=DAYS_OF_WEEK * turn))
    if unit == MONTH:
        moved = add_months(day.replace(day=1), turn)
        return whole_month(moved.year, moved.month)
    return whole_decade(day.year + _YEARS_OF_DECADE * turn) if unit == DECADE else whole_year(day.year + turn)


def read_part_of_turned(found: Expression, setting: Setting) -> Resolution | None:
    """Read ``earlier this year``, ``at the beginning of the year``, ``late last month``."""
    turn = found.value(*_TURNS) or 0
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
    return Resolution("range", _part_of(period, part), f"{_counted(setting)}; where a part begins is a convention")


def _whole_of(found: Expression, setting: Setting, turn: int) -> Resolution | None:
    if found.has("season"):
        return read_turned_season(found, setting)
    if found.has(*MONTHS):
        return read_turned_month(found, setting)
    unit = found.values("unit")[0]
    if setting.today is None:
        return Resolution("range", None, setting.unknown)
    return Resolution("range", whole_unit(setting.today, unit, turn), _counted(setting))


def _cut(found: Expression, setting: Setting, period: Period) -> Resolution | None:
    """Return what of a span lies before publication (``earlier``) or after it (``later``)."""
    today = setting.today or period.last
    first, last = (
        (period.first, min(today, period.last))
        if found.has("earlier")
        else (max(today, period.first), period.last)
    )
    if last < first:
        return Resolution("range", period, _counted(setting))
    return Resolution("range", Period(first, last), f"the part of it on that side of {today}")


def _part_of(period: Period, part: int) -> Period:
    """Return about which days the beginning, middle or end of a year, month or shorter span are."""
    first, last = period.first, period.last
    if period == whole_year(first.year):
        return part_of_year(first.year, part)
    if period == whole_month(first.year, first.month):
        return part_of_month(first.year, first.month, part)
    return Period(first, last, circa=True)


def read_recent_run(found: Expression, setting: Setting) -> Resolution | None:
    """Read ``the past two weeks``, ``the last 24 hours``: the days up to publication."""
    return _read_run(found, setting, -1)


def read_coming_run(found: Expression, setting: Setting) -> Resolution | None:
    """Read ``the next two weeks``."""
    return _read_run(found, setting, 1)


def _read_run(found: Expression, setting: Setting, turn: int) -> Resolution | None:
    if found.has("vague"):
        return Resolution("range", None, _VAGUE)
    count = found.value("number", "daynumber") or 1
    if found.has("hour"):
        return _run(setting, DAY, -(-count // _HOURS_OF_DAY), turn)
    if found.has("fortnight"):
        return _run(setting, DAY, _FORTNIGHT * count, turn)
    return _run(setting, found.values("unit")[0], count, turn)


def _run(setting: Setting, unit: int, count: int, turn: int) -> Resolution:
    if setting.today is None:
        return Resolution("range", None, setting.unknown)
    end = move(setting.today, unit, count * turn)
    return Resolution("range", join(one_day(setting.today), one_day(end)), _counted(setting))


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
        return Resolution(_PRECISION[found.value("unit") or WEEK], None, _VAGUE)
    if setting.today is None:
        return Resolution(_PRECISION[counted[0]], None, setting.unknown)
    return count_from(one_day(setting.today), counted[0], counted[1] * turn)


def _hours(found: Expression, setting: Setting, turn: int) -> Resolution | None:
    count = found.value("number", "daynumber", "article")
    if count is None:
        return Resolution("day", None, _VAGUE)
    return _run(setting, DAY, -(-count // _HOURS_OF_DAY), turn)


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
        return Resolution(_PRECISION[unit], Period(first, last, circa=unit == WEEK), reason)
    whole = join(whole_unit(first, unit, 0), whole_unit(last, unit, 0))
    return Resolution(_PRECISION[unit], Period(whole.first, whole.last, circa=True), reason)


def move(day: date, unit: int, count: int) -> date:
    """Return the day so many days, weeks, months, years or decades later.

    Raises:
        ValueError: That is further than anybody counts.
    """
    days = {DAY: 1, WEEK: DAYS_OF_WEEK}.get(unit)
    months = {MONTH: 1, YEAR: MONTHS_OF_YEAR, DECADE: MONTHS_OF_YEAR * _YEARS_OF_DECADE}.get(unit, 0)
    moved = day + timedelta(days=days * count) if days else add_months(day, months * count)
    if abs(moved.year - day.year) > _FURTHEST_YEARS:
        raise ValueError(count)
    return moved
