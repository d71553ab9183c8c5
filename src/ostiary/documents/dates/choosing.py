"""Which of several days an expression means: of which year, before publication or after it."""

from collections.abc import Callable

from ostiary.documents.dates.calendar_days import earliest_of_years, join, latest_of_years
from ostiary.documents.dates.expressions import Expression, Resolution, Setting
from ostiary.model.periods import Period
from ostiary.model.reports import DatePrecision

STATED = "as the text says"
#: A leap year: it has every day that a year can have.
_ANY_YEAR = 2000


def choose_year(
    found: Expression, setting: Setting, precision: DatePrecision, in_year: Callable[[int], Period | None]
) -> Resolution | None:
    """Return what an expression means in the year that it names, else in the one that the tense points to.

    Args:
        found: The expression.
        setting: What it is resolved against.
        precision: How fine it is.
        in_year: What it means in a year; None where that year has no such day.

    Returns:
        None if no year has such a day.
    """
    year = found.value("year") or found.year
    if year is not None:
        period = in_year(year)
        return Resolution(precision, period, STATED) if period else None
    if setting.today is None:
        known = in_year(_ANY_YEAR)
        return Resolution(precision, None, setting.unknown) if known else None
    past, future = latest_of_years(setting.today, in_year), earliest_of_years(setting.today, in_year)
    if past is None or future is None:
        return None
    return _clash(setting, precision, past, in_year) or choose_tense(setting, precision, past, future)


def _clash(
    setting: Setting, precision: DatePrecision, latest: Period, in_year: Callable[[int], Period | None]
) -> Resolution | None:
    """Return no date where the paragraph tells of a year other than that of the latest reading."""
    told = in_year(setting.year) if setting.year else None
    if told is None or told == latest or setting.tense != "past":
        return None
    reason = f"cannot be resolved: {told}, as the text speaks of {setting.year} just before, or {latest}"
    return Resolution(precision, None, reason)


def choose_tense(setting: Setting, precision: DatePrecision, past: Period, future: Period) -> Resolution:
    """Return the latest or the next, as the verb tells; both where it leaves that open."""
    if past == future or setting.tense == "past":
        return Resolution(precision, past, f"the latest not after {setting.today}")
    if setting.tense == "future":
        return Resolution(precision, future, f"the next from {setting.today} on")
    reason = f"the text does not tell whether before or after {setting.today}: {past} or {future}"
    return Resolution("range", join(past, future), reason)
