"""What dates of the calendar mean: days, months, seasons and years, with the year given or to be chosen."""

from collections.abc import Callable
from datetime import timedelta

from ostiary.documents.dates.calendar_days import (
    DAYS_OF_WEEK,
    join,
    make_day,
    months_of_year,
    whole_decade,
    whole_month,
    whole_season,
    whole_year,
)
from ostiary.documents.dates.choosing import STATED, choose_year
from ostiary.documents.dates.expressions import Expression, Resolution, Setting
from ostiary.documents.dates.lexicon import parts_of_spans
from ostiary.documents.dates.units import DAY, WEEK, YEAR
from ostiary.model.periods import Period

NORTH = "by whole months, north of the equator"
MONTHS = ("month", "shortmonth")
TURNS = ("last", "past", "this", "next", "coming", "following")
_WEEKDAYS = ("weekday", "shortday")
_MONTHS_OF_PART = {"quarter": 3, "half": 6}
_MONTHS_OF_YEAR = 12
_WINTER = 4
_CENTURY = 2000
_TWO_DIGITS = 100


def read_written_day(found: Expression, _: Setting) -> Resolution | None:
    """Read ``20.2.2025``: points put the day first."""
    rest, year = divmod(found.values("written")[0], 10_000)
    day, month = divmod(rest, _TWO_DIGITS)
    period = make_day(year, month, day)
    return Resolution("day", period, STATED) if period else None


def read_iso_day(found: Expression, _: Setting) -> Resolution | None:
    """Read ``2025-02-20``."""
    period = make_day(found.values("year")[0], *found.values("daynumber"))
    return Resolution("day", period, STATED) if period else None


def read_numeric_day(found: Expression, _: Setting) -> Resolution | None:
    """Read ``03/04/2025``: day and month may be either way round, so both where both are dates."""
    first, second, year = found.values("daynumber", "number", "year")
    if not found.has("year"):
        if year >= _TWO_DIGITS:
            return None
        year += _CENTURY
    readings = [period for period in (make_day(year, first, second), make_day(year, second, first)) if period]
    if not readings:
        return None
    if readings[0] == readings[-1]:
        return Resolution("day", readings[0], STATED)
    both = join(readings[0], readings[1])
    return Resolution("range", both, f"day and month may be either way round: {both.first} or {both.last}")


def read_day_range(found: Expression, setting: Setting) -> Resolution | None:
    """Read ``June 3-5``."""
    month, days = found.values(*MONTHS)[0], found.values("daynumber")

    def in_year(year: int) -> Period | None:
        first, last = make_day(year, month, days[0]), make_day(year, month, days[1])
        return join(first, last) if first and last and first < last else None

    return choose_year(found, setting, "range", in_year)


def read_calendar_day(found: Expression, setting: Setting) -> Resolution | None:
    """Read ``Thursday, Feb. 20, 2025``, with or without weekday and year."""
    month, day = found.values(*MONTHS)[0], found.values("daynumber")[0]

    def in_year(year: int) -> Period | None:
        return make_day(year, month, day)

    resolved = choose_year(found, setting, "day", in_year)
    weekday = found.value(*_WEEKDAYS)
    if weekday is None or resolved is None or resolved.period is None:
        return resolved
    if resolved.period.first.weekday() == weekday:
        return resolved
    if found.has("year"):
        return Resolution("day", resolved.period, f"{STATED}; that day was another weekday")
    return _fit_weekday(in_year, resolved.period, weekday)


def _fit_weekday(in_year: Callable[[int], Period | None], period: Period, weekday: int) -> Resolution:
    """Return the day in the year before or after that falls on the weekday named."""
    beside = [in_year(period.first.year + step) for step in (1, -1)]
    fitting = [other for other in beside if other and other.first.weekday() == weekday]
    if len(fitting) == 1:
        return Resolution("day", fitting[0], "the nearest year in which that day has that weekday")
    return Resolution("day", None, "cannot be resolved: in no near year has that day that weekday")


def read_month(found: Expression, setting: Setting) -> Resolution | None:
    """Read ``February`` and ``February 2024``, and a part of them (``early February``)."""
    month, part = found.values(*MONTHS)[0], found.value("part")

    def in_year(year: int) -> Period:
        return part_of_month(year, month, part) if part else whole_month(year, month)

    return choose_year(found, setting, "range" if part else "month", in_year)


def part_of_month(year: int, month: int, part: int) -> Period:
    """Return about which days the beginning, the middle or the end of a month are."""
    whole, days = whole_month(year, month), parts_of_spans()[part]
    last = whole.last.replace(day=days["last_day"]) if days["last_day"] else whole.last
    return Period(whole.first.replace(day=days["first_day"]), last, circa=True)


def part_of_year(year: int, part: int) -> Period:
    """Return about which months the beginning, the middle or the end of a year are."""
    months = parts_of_spans()[part]
    whole = months_of_year(year, months["first_month"], months["last_month"])
    return Period(whole.first, whole.last, circa=True)


def read_week_of_month(found: Expression, setting: Setting) -> Resolution | None:
    """Read ``the last week of February`` as about seven days, ``the last day`` exactly."""
    month, unit, turn = found.values(*MONTHS)[0], found.value("unit"), found.value("ordinal")
    if unit == DAY and not turn:
        return choose_year(found, setting, "day", lambda year: _last_days(year, month, 1))
    if unit != WEEK:
        return None
    if not turn:
        return choose_year(found, setting, "week", lambda year: _last_days(year, month, DAYS_OF_WEEK))
    return choose_year(found, setting, "week", lambda year: _numbered_week(year, month, turn))


def _last_days(year: int, month: int, days: int) -> Period:
    last = whole_month(year, month).last
    return Period(last - timedelta(days=days - 1), last, circa=days > 1)


def _numbered_week(year: int, month: int, number: int) -> Period:
    first = whole_month(year, month).first + timedelta(days=DAYS_OF_WEEK * (number - 1))
    return Period(first, first + timedelta(days=DAYS_OF_WEEK - 1), circa=True)


def read_quarter(found: Expression, setting: Setting) -> Resolution | None:
    """Read ``first quarter of 2025`` and ``second half of last year``."""
    year = found.value("year")
    if year is None:
        if found.value("unit") != YEAR:
            return None
        if setting.today is None:
            return Resolution("range", None, setting.unknown)
        year = setting.today.year + (found.value("last", "this", "next") or 0)
    months = _MONTHS_OF_PART["quarter" if found.has("quarter") else "half"]
    last = found.values("ordinal")[0] * months
    if last > _MONTHS_OF_YEAR:
        return None
    return Resolution("range", months_of_year(year, last - months + 1, last), STATED)


def read_month_of_turned_year(found: Expression, setting: Setting) -> Resolution | None:
    """Read ``February of last year``."""
    if found.value("unit") != YEAR:
        return None
    part = found.value("part")
    if setting.today is None:
        return Resolution("range" if part else "month", None, setting.unknown)
    year, month = setting.today.year + (found.value("last", "this", "next") or 0), found.values("month")[0]
    if part:
        return Resolution("range", part_of_month(year, month, part), f"counted from {setting.today}")
    return Resolution("month", whole_month(year, month), f"counted from {setting.today}")


def read_season(found: Expression, setting: Setting) -> Resolution | None:
    """Read ``spring 2024`` and ``summer of last year``; a winter may begin or end in the year named."""
    year = found.value("year")
    if year is None:
        if found.value("unit") != YEAR:
            return None
        if setting.today is None:
            return Resolution("season", None, setting.unknown)
        year = setting.today.year + (found.value("last", "this", "next") or 0)
    season = found.values("season")[0]
    period = whole_season(year, season)
    if season == _WINTER:
        return Resolution(
            "season", join(whole_season(year - 1, season), period), f"{NORTH}; it may begin or end in {year}"
        )
    return Resolution("season", period, NORTH)


def read_year(found: Expression, _: Setting) -> Resolution | None:
    """Read ``2019`` and a part of it (``early 2024``)."""
    year, part = found.values("year")[0], found.value("part")
    if part:
        return Resolution("range", part_of_year(year, part), f"{STATED}; the months are a convention")
    return Resolution("year", whole_year(year), STATED)


def read_decade(found: Expression, _: Setting) -> Resolution | None:
    """Read ``1990s``."""
    return Resolution("range", whole_decade(found.values("decade")[0]), STATED)
