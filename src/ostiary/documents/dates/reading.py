"""From a date expression to what it means: one reading for each form."""

from collections.abc import Callable, Mapping

from ostiary.documents.dates import calendar_readings as of_calendar
from ostiary.documents.dates import counted_readings as of_counts
from ostiary.documents.dates import narrated_readings as of_text
from ostiary.documents.dates import relative_readings as of_publication
from ostiary.documents.dates import weekday_readings as of_weekdays
from ostiary.documents.dates.expressions import Expression, Resolution, Setting

_BEYOND = "cannot be resolved: it lies beyond what is counted"

_READINGS: Mapping[str, Callable[[Expression, Setting], Resolution | None]] = {
    "written_day": of_calendar.read_written_day,
    "iso_day": of_calendar.read_iso_day,
    "numeric_day": of_calendar.read_numeric_day,
    "day_range": of_calendar.read_day_range,
    "calendar_day": of_calendar.read_calendar_day,
    "quarter": of_calendar.read_quarter,
    "week_of_month": of_calendar.read_week_of_month,
    "month_of_turned_year": of_calendar.read_month_of_turned_year,
    "month": of_calendar.read_month,
    "season": of_calendar.read_season,
    "year": of_calendar.read_year,
    "decade": of_calendar.read_decade,
    "day_beside": of_publication.read_day_beside,
    "weekday_of_turned_week": of_weekdays.read_weekday_of_turned_week,
    "part_of_turned": of_publication.read_part_of_turned,
    "last_night": of_publication.read_last_night,
    "this_day": of_publication.read_this_day,
    "turned_weekend": of_weekdays.read_turned_weekend,
    "turned_weekday": of_weekdays.read_turned_weekday,
    "turned_month": of_publication.read_turned_month,
    "turned_season": of_publication.read_turned_season,
    "recent_run": of_counts.read_recent_run,
    "coming_run": of_counts.read_coming_run,
    "turned_unit": of_publication.read_turned_unit,
    "ago": of_counts.read_ago,
    "from_now": of_counts.read_from_now,
    "in_count": of_counts.read_in_count,
    "relative_day": of_publication.read_relative_day,
    "weekday": of_weekdays.read_weekday,
    "bare_season": of_publication.read_bare_season,
    "narrated_unit": of_text.read_narrated_unit,
    "narrated_count": of_text.read_narrated_count,
}


def read_expression(found: Expression, setting: Setting) -> Resolution | None:
    """Return what an expression means, or None if it is no date after all (``31 February``)."""
    try:
        return _READINGS[found.reading](found, setting)
    except (ValueError, OverflowError):
        return Resolution("none", None, _BEYOND)
