"""Dates that bound a time rather than name it (``since 2019``, ``before May``), and two that span one."""

from datetime import date

from ostiary.documents.dates.calendar_days import join
from ostiary.documents.dates.context import limit_before, word_after, word_before
from ostiary.documents.dates.expressions import Expression, Resolution
from ostiary.documents.dates.lexicon import neighbours
from ostiary.documents.words import Words
from ostiary.model.periods import Period
from ostiary.model.reports import ReportedDate, Span

_COUNTS = frozenset({"ago", "from_now", "in_count", "narrated_count"})


def soften(words: Words, found: Expression, resolved: Resolution) -> Resolution:
    """Return a counted date as rough, or as none, where the text says ``about`` or ``more than`` before it."""
    limit = limit_before(words, found) if found.reading in _COUNTS else ""
    if not limit or resolved.period is None:
        return resolved
    if limit == "about":
        period = Period(resolved.period.first, resolved.period.last, circa=True)
        return Resolution(resolved.precision, period, resolved.reason)
    return Resolution(resolved.precision, None, "cannot be resolved: the text only says more or less than that")


def bound(words: Words, found: Expression, resolved: Resolution, today: date | None) -> ReportedDate:
    """Return a date as reported, with the word before it that makes it the bound of a time, if there is one."""
    start = found.words.start
    before, span = word_before(words, found), found.span
    if before == "the" and found.reading == "decade":
        start, before = start - 1, word_before(words, found, 2)
    if before not in neighbours("bound") or resolved.period is None or word_after(words, found) == "'s":
        return ReportedDate(span, resolved.precision, resolved.period, resolved.reason)
    span = Span(words.starts[start - 1], span.end)
    known = resolved.period
    if before in {"since", "after"}:
        first = known.first if before == "since" else known.last
        if today is None:
            return ReportedDate(
                span, "range", None, f"{before} {known}, up to publication, whose day is not known"
            )
        if first <= today:
            return ReportedDate(
                span, "range", Period(first, today, known.circa), f"{before} {known}, up to {today}"
            )
    elif today is not None and known.first >= today:
        return ReportedDate(
            span, "range", Period(today, known.last, known.circa), f"{before} {known}, from {today} on"
        )
    return ReportedDate(span, "range", None, f"cannot be resolved: the text only says {before} {known}")


def spans_with(words: Words, left: Expression, right: Expression) -> bool:
    """Return whether two expressions span one time: ``between 2010 and 2012``, ``Monday to Friday``."""
    between = words.lower[left.words.stop : right.words.start]
    if left.sentence != right.sentence or len(between) != 1:
        return False
    return between[0] in neighbours("run") or (between[0] == "and" and word_before(words, left) == "between")


def make_run(words: Words, left: Expression, right: Expression, periods: tuple[Period, Period]) -> ReportedDate:
    """Return the time that two dates span, with the word that opens it."""
    opened = word_before(words, left) in {"between", "from"}
    start = words.starts[left.words.start - 1] if opened else left.span.start
    return ReportedDate(Span(start, right.span.end), "range", join(*periods), f"from {periods[0]} to {periods[1]}")
