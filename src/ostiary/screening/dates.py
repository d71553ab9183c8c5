"""Dates of birth, founding and building: each supports, contradicts, or is silent."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from ostiary.model.errors import InputError
from ostiary.model.hits import Part
from ostiary.model.periods import Period, parse_period

_FAR_YEARS = 5
_PLACEHOLDERS = (date(1900, 1, 1), date(1901, 1, 1))


def read_dates(texts: Sequence[str]) -> tuple[Period, ...]:
    """Return those of the texts that are dates; others, and what systems write for an unknown one, say nothing."""
    found = []
    for text in texts:
        try:
            period = parse_period(text)
        except InputError:
            continue
        if period.first not in _PLACEHOLDERS:
            found.append(period)
    return tuple(found)


def birth_part(ours: Sequence[Period], theirs: Sequence[Period], points: Mapping[str, int]) -> Part | None:
    """Return what birth dates say: the kindest of all pairs, since a list may publish several for one party."""
    if not ours or not theirs:
        return None
    return _kindest("birth date", _compare_births, ours, theirs, points)


def _kindest(
    what: str,
    compare: Callable[[Period, Period], str],
    ours: Sequence[Period],
    theirs: Sequence[Period],
    points: Mapping[str, int],
) -> Part:
    labelled = [(compare(our, their), our, their) for our in ours for their in theirs]
    label, our, their = max(labelled, key=lambda found: points[found[0]])
    values = dict.fromkeys((str(our), str(their)))
    return Part(what, str(our), str(their), points[label], f"{label}: {' and '.join(values)}")


def _compare_births(ours: Period, theirs: Period) -> str:
    if _is_one_day(ours, theirs):
        return "birth date equal"
    if _overlap(ours, theirs):
        return "birth dates overlap"
    apart = _years_apart(ours, theirs)
    if apart <= 0:
        return _compare_in_one_year(ours, theirs)
    if apart == 1:
        return "birth year one off"
    return "birth year far off" if apart > _FAR_YEARS else "birth year off"


def _compare_in_one_year(ours: Period, theirs: Period) -> str:
    one, other = ours.first, theirs.first
    if ours.first == ours.last and theirs.first == theirs.last:
        if (one.month, one.day) == (other.day, other.month):
            return "birth day and month swapped"
        if one.month == other.month or one.day == other.day:
            return "birth day or month off"
    return "birth day and month off"


def founding_part(
    ours: Sequence[Period], theirs: Sequence[Period], points: Mapping[str, int], *, vessel: bool
) -> Part | None:
    """Return what dates of founding say, or of building for a ship: the kindest of all pairs.

    Args:
        ours: The query's.
        theirs: The party's.
        points: What evidence weighs.
        vessel: Whether the party is a ship: it is built once, a company may be registered anew.
    """
    if not ours or not theirs:
        return None
    if vessel:
        return _kindest("build year", _compare_building, ours, theirs, points)
    return _kindest("founding date", _compare_foundings, ours, theirs, points)


def _compare_foundings(ours: Period, theirs: Period) -> str:
    if _is_one_day(ours, theirs):
        return "founding date equal"
    if _overlap(ours, theirs):
        return "founding dates overlap"
    return "founding date near" if _years_apart(ours, theirs) <= 1 else "founding year off"


def _compare_building(ours: Period, theirs: Period) -> str:
    apart = _years_apart(ours, theirs)
    if apart <= 0:
        return "build year equal"
    return "build year one off" if apart == 1 else "build year off"


def _is_one_day(ours: Period, theirs: Period) -> bool:
    return (ours.first, ours.last) == (theirs.first, theirs.last) and ours.first == ours.last


def _overlap(ours: Period, theirs: Period) -> bool:
    margin = timedelta(days=366 if ours.circa or theirs.circa else 0)
    return ours.first - margin <= theirs.last and theirs.first <= ours.last + margin


def _years_apart(ours: Period, theirs: Period) -> int:
    """Years between the two; none or less where they share one."""
    return max(theirs.first.year - ours.last.year, ours.first.year - theirs.last.year)
