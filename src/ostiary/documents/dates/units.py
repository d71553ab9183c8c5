"""Units of counting: days, weeks, months, years and decades, and the whole one that lies so many after a day's."""

from datetime import date, timedelta

from ostiary.documents.dates.calendar_days import (
    DAYS_OF_WEEK,
    add_months,
    one_day,
    whole_decade,
    whole_month,
    whole_week,
    whole_year,
)
from ostiary.model.periods import Period
from ostiary.model.reports import DatePrecision

#: Values of ``unit`` in the table of words.
DAY, WEEK, MONTH, YEAR, DECADE = 1, 2, 3, 4, 5
YEARS_OF_DECADE = 10
PRECISION: dict[int, DatePrecision] = {DAY: "day", WEEK: "week", MONTH: "month", YEAR: "year", DECADE: "range"}


def whole_unit(day: date, unit: int, turn: int) -> Period:
    """Return the calendar week, month, year or decade that lies so many after the one of a day."""
    if unit == DAY:
        return one_day(day + timedelta(days=turn))
    if unit == WEEK:
        return whole_week(day + timedelta(days=DAYS_OF_WEEK * turn))
    if unit == MONTH:
        moved = add_months(day.replace(day=1), turn)
        return whole_month(moved.year, moved.month)
    return whole_decade(day.year + YEARS_OF_DECADE * turn) if unit == DECADE else whole_year(day.year + turn)
