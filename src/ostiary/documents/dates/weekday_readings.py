"""What weekdays and weekends mean, counted from publication."""

from datetime import date, timedelta

from ostiary.documents.dates.calendar_days import (
    DAYS_OF_WEEK,
    earliest_weekday,
    join,
    latest_weekday,
    one_day,
    whole_week,
)
from ostiary.documents.dates.calendar_readings import (
    TURNS,
)
from ostiary.documents.dates.choosing import choose_tense
from ostiary.documents.dates.expressions import Expression, Resolution, Setting
from ostiary.documents.dates.units import WEEK
from ostiary.model.periods import Period

_SATURDAY = 5


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
    turn, weekday = found.value(*TURNS), found.values("weekday")[0]
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
    days = DAYS_OF_WEEK * (found.value(*TURNS) or 0) + found.values("weekday")[0]
    return Resolution("day", one_day(whole_week(setting.today).first + timedelta(days=days)), setting.counted)


def read_turned_weekend(found: Expression, setting: Setting) -> Resolution | None:
    """Read ``last weekend``, and ``the weekend`` by its tense."""
    if setting.today is None:
        return Resolution("range", None, setting.unknown)
    turn, today = found.value(*TURNS) or 0, setting.today
    past, future = _weekend(latest_weekday(today, _SATURDAY)), _weekend(earliest_weekday(today, _SATURDAY))
    if not turn:
        if today.weekday() > _SATURDAY:
            future = past
        return choose_tense(setting, "range", past, future)
    if turn < 0:
        ended = past if past.last < today else _weekend(past.first - timedelta(days=DAYS_OF_WEEK))
        return Resolution("range", ended, setting.counted)
    if found.has("next"):
        far = _weekend(future.first + timedelta(days=DAYS_OF_WEEK))
        return Resolution("range", join(future, far), f"this week's or that of the week after: {future} or {far}")
    return Resolution("range", future, setting.counted)


def _weekend(saturday: date) -> Period:
    return Period(saturday, saturday + timedelta(days=1))
