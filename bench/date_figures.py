"""Are the dates of a report resolved as far as the text allows, and none invented?"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from figures import Gate, Tally
from gold import GoldDate, GoldReport
from relations import measure_overlap

from ostiary.model.periods import Period, parse_period
from ostiary.model.reports import FURNITURE, Report, ReportedDate

DATES, INVENTED = "computable dates right", "invented dates"
DATE_GATES: Mapping[str, Gate] = {DATES: Gate(1.0), INVENTED: Gate(0.0, most=True)}

#: A day that is counted back from publication (*two weeks ago*) may be given as some days about it.
_ABOUT = timedelta(days=3)
#: What a text may leave open at its end: *earlier this year*, *early in 2025*.
_OPEN = ("range", "year to date")


def tally_dates(gold: GoldReport, found: Sequence[ReportedDate], day: str) -> Tally:
    """Count the dates that are right, and found ones that the text does not give, as if published on a day."""
    wanted = [each for each in read_dates(gold) if each.resolved[day]]
    invented = list(_find_invented(gold, found, day))
    resolved = [each for each in found if each.period]
    right = sum(any(_is_right(each, one, day) for one in _at(each, found)) for each in wanted)
    return {DATES: (right, len(wanted)), INVENTED: (len(invented), len(resolved))}


def read_dates(gold: GoldReport) -> list[GoldDate]:
    """Return the gold dates outside furniture: what stands in a caption dates a picture."""
    furniture = [stretch for stretch, kind in gold.zones if kind in FURNITURE]
    return [each for each in gold.dates if not measure_overlap([each.span], furniture)]


def _at(gold: GoldDate, found: Sequence[ReportedDate]) -> Iterator[ReportedDate]:
    return (each for each in found if measure_overlap([gold.span], [(each.span.start, each.span.end)]))


def _find_invented(gold: GoldReport, found: Sequence[ReportedDate], day: str) -> Iterator[ReportedDate]:
    """Yield resolved dates where the text has none or none that can be resolved, also those in furniture."""
    real = [each.span for each in read_dates(gold) if each.resolved[day]]
    return (
        each for each in found if each.period and not measure_overlap(real, [(each.span.start, each.span.end)])
    )


def _is_right(gold: GoldDate, found: ReportedDate, day: str) -> bool:
    if found.period is None:
        return False
    wanted, given = parse_period(gold.resolved[day] or ""), found.period
    if gold.precision in _OPEN:
        return given.first == wanted.first and given.last.year == wanted.last.year
    if (given.first, given.last) == (wanted.first, wanted.last):
        return True
    return _is_counted_back(gold) and found.precision != "day" and _is_about(wanted, given)


def _is_counted_back(gold: GoldDate) -> bool:
    """Return whether a date moves with the day of publication."""
    return len(set(gold.resolved.values())) > 1


def _is_about(wanted: Period, given: Period) -> bool:
    within = wanted.first - _ABOUT <= given.first and given.last <= wanted.last + _ABOUT
    return within and given.first <= wanted.first and wanted.last <= given.last


def list_date_wrongs(gold: GoldReport, report: Report, found: Sequence[ReportedDate], day: str) -> Iterator[str]:
    """Yield the dates that are wrong, missing or invented, each in a line."""
    for each in read_dates(gold):
        given = [str(one.period) for one in _at(each, found)]
        if each.resolved[day] and not any(_is_right(each, one, day) for one in _at(each, found)):
            where = report.text[each.span[0] : each.span[1]]
            yield f"published {day}: date {where!r} {given or 'not found'}, not {each.resolved[day]}"
    for one in _find_invented(gold, found, day):
        yield f"published {day}: invented {report.words_of(one.span)!r} {one.period}: {one.reason}"
