"""What dates that are counted from another date of the text mean: ``the following day``, ``two weeks later``."""

from ostiary.documents.dates.counted_readings import VAGUE, count_from, count_of
from ostiary.documents.dates.expressions import Expression, Resolution, Setting
from ostiary.documents.dates.units import DAY, MONTH, WEEK, YEAR, whole_unit
from ostiary.model.periods import Period
from ostiary.model.reports import DatePrecision

_NOTHING_BEFORE = "cannot be resolved: counted from another date, and the text gives none just before"
_TOO_ROUGH = "cannot be resolved: counted from a date that is itself not as fine"
_PRECISION: dict[int, DatePrecision] = {DAY: "day", WEEK: "week", MONTH: "month", YEAR: "year"}
#: The longest that a date may be to count such units from it, in days.
_LONGEST_START = {DAY: 1, WEEK: 7, MONTH: 31, YEAR: 366}


def read_narrated_unit(found: Expression, setting: Setting) -> Resolution | None:
    """Read ``the following day``, ``the day before``, ``that same year``."""
    unit = found.values("unit")[0]
    step = found.value("following", "next", "previous", "before", "after") or 0
    if unit not in _PRECISION:
        return None
    if found.has("next") and setting.tense == "future" and unit != DAY and setting.today:
        return Resolution(_PRECISION[unit], whole_unit(setting.today, unit, 1), f"counted from {setting.today}")
    if unsure := _unsure(setting.previous, unit):
        return Resolution(_PRECISION[unit], None, unsure)
    start = setting.previous
    if start is None:
        return None
    first, last = whole_unit(start.first, unit, step), whole_unit(start.last, unit, step)
    return Resolution(_PRECISION[unit], Period(first.first, last.last, circa=start.circa), f"counted from {start}")


def read_narrated_count(found: Expression, setting: Setting) -> Resolution | None:
    """Read ``two weeks later`` and ``a day earlier``."""
    counted = count_of(found)
    if counted is None:
        return Resolution(_PRECISION.get(found.value("unit") or WEEK, "range"), None, VAGUE)
    unit, count = counted
    if unit not in _PRECISION:
        return None
    if unsure := _unsure(setting.previous, unit):
        return Resolution(_PRECISION[unit], None, unsure)
    step = found.value("earlier", "later", "before", "after") or 1
    return count_from(setting.previous, unit, count * step) if setting.previous else None


def _unsure(start: Period | None, unit: int) -> str:
    """Return why nothing can be counted from a date, or an empty text."""
    if start is None:
        return _NOTHING_BEFORE
    return _TOO_ROUGH if (start.last - start.first).days >= _LONGEST_START[unit] else ""
