"""The dates of a report in order: expressions found, each resolved against what the text says around it."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ostiary.documents.dates.bounds import bound, make_run, soften, spans_with
from ostiary.documents.dates.calendar_readings import MONTHS
from ostiary.documents.dates.context import hangs_on_event, names_event, word_before
from ostiary.documents.dates.expressions import Expression, Resolution, Setting
from ostiary.documents.dates.lexicon import neighbours
from ostiary.documents.dates.reading import read_expression
from ostiary.documents.dates.spotting import find_expressions
from ostiary.documents.dates.tense import read_tense
from ostiary.documents.dates.unplaced import find_unplaced
from ostiary.documents.quotations import Quotation, find_quotations
from ostiary.documents.words import Words
from ostiary.model.periods import Period
from ostiary.model.reports import Report, ReportedDate

_UNPUBLISHED = "cannot be resolved: the day of publication is not known"
_UNSPOKEN = "cannot be resolved: it stands in a quotation, and the text does not say when that was said"
_AS_RECENT = "in a quotation, taken to be as recent as the report"
_EVENT = "cannot be resolved: the day names an event, and the text does not give its year"
_HANGS = "cannot be resolved: counted from an event that the text does not date"
_HANGING = frozenset({"narrated_unit", "narrated_count", "weekday"})
#: Within quotations these still hold if publication stands for the day of speech.
_COARSE = frozenset({"month", "season", "year"})
#: A year within the first words of a sentence is what the sentence tells of.
_OPENING_WORDS = 3
_BEFORE_DATES = frozenset({"in", "on", "by", "since", "until", "from"})
_WHOLE = frozenset({"day", "week", "month", "year"})


def find_dates(
    report: Report, words: Words, quotations: Sequence[Quotation] | None = None
) -> tuple[ReportedDate, ...]:
    """Return the date expressions of a report's readable text, each resolved as far as the text allows.

    Args:
        report: The report; relative dates are resolved against its day of publication.
        words: Its words.
        quotations: Its quotations, if they are known already.

    Returns:
        In order of the text. What cannot be resolved has no period, and the reason says why.
    """
    expressions = find_expressions(words)
    known = find_quotations(words) if quotations is None else quotations
    resolved = _resolve_all(words, expressions, known, report.published)
    dates = _join_runs(words, resolved, report.published)
    dates.extend(find_unplaced(words, [found.words.start for found, _ in resolved]))
    return tuple(sorted(dates, key=lambda found: (found.span.start, found.span.end)))


def _resolve_all(
    words: Words, expressions: list[Expression], quotations: Sequence[Quotation], published: date | None
) -> list[tuple[Expression, Resolution]]:
    quoted = {found.words.start: _quotation_at(quotations, found) for found in expressions}
    outside = _resolve_telling(words, [found for found in expressions if not quoted[found.words.start]], published)
    resolved = list(outside)
    for found in expressions:
        if quotation := quoted[found.words.start]:
            resolved.extend(_resolve_quoted(words, found, _said_on(words, quotation, outside), published))
    return sorted(resolved, key=lambda pair: pair[0].span.start)


def _quotation_at(quotations: Sequence[Quotation], found: Expression) -> Quotation | None:
    number = bisect_right(quotations, found.words.start, key=lambda quotation: quotation.words.start) - 1
    if number < 0 or found.words.start >= quotations[number].words.stop:
        return None
    return quotations[number]


def _resolve_telling(
    words: Words, expressions: list[Expression], published: date | None
) -> list[tuple[Expression, Resolution]]:
    """Resolve what the report tells outside quotations, in order: a date may rest on the one before it."""
    resolved: list[tuple[Expression, Resolution]] = []
    last: tuple[Expression, Period] | None = None
    told: tuple[int, int] | None = None
    for found in expressions:
        paragraph = words.paragraph_of[found.sentence]
        near = last if last and last[0].sentence >= found.sentence - 1 else None
        setting = Setting(
            published,
            _UNPUBLISHED,
            read_tense(words, found),
            near[1] if near else None,
            told[1] if told and told[0] == paragraph else _carried_year(words, near, found),
        )
        answer = _resolve(words, found, setting)
        if answer is None:
            continue
        resolved.append((found, answer))
        if answer.period and answer.precision in _WHOLE:
            last = (found, answer.period)
            told = _told_year(words, found, answer.period, paragraph) or (told if found.has("month") else None)
    return resolved


def _carried_year(words: Words, near: tuple[Expression, Period] | None, found: Expression) -> int | None:
    """Return the year of a full date just before that the telling goes on from: ``in May 2022, and in June``."""
    if near is None or not (near[0].has("year") and near[0].has(*MONTHS)):
        return None
    if word_before(words, near[0]) in neighbours("bound"):
        return None
    before = found.words.start - (word_before(words, found) in _BEFORE_DATES)
    if near[0].sentence == found.sentence:
        goes_on = words.lower[before - 1] in neighbours("coordinator") | {"then", "before"}
    else:
        goes_on = before <= words.sentences[found.sentence].start and _one_paragraph(words, near[0], found)
    return near[1].first.year if goes_on else None


def _one_paragraph(words: Words, left: Expression, right: Expression) -> bool:
    return words.paragraph_of[left.sentence] == words.paragraph_of[right.sentence]


def _told_year(words: Words, found: Expression, period: Period, paragraph: int) -> tuple[int, int] | None:
    """Return paragraph and year where a sentence opens with a year, so that months after it are of that year."""
    opens = found.words.start - words.sentences[found.sentence].start <= _OPENING_WORDS
    named = found.has("year") or (found.value("unit") is not None and period.first.year == period.last.year)
    return (paragraph, period.first.year) if opens and named and period.first.year == period.last.year else None


def _resolve(words: Words, found: Expression, setting: Setting) -> Resolution | None:
    if found.reading in _HANGING and hangs_on_event(words, found):
        answer = read_expression(found, setting)
        return Resolution(answer.precision, None, _HANGS) if answer else None
    if names_event(words, found):
        return Resolution("day", None, _EVENT)
    answer = read_expression(found, setting)
    return soften(words, found, answer) if answer else None


def _said_on(
    words: Words, quotation: Quotation, outside: list[tuple[Expression, Resolution]]
) -> list[Period | None]:
    """Return the dates beside a quotation in its sentences: the day of speech is among them, if it is given."""
    first = words.sentence_of[quotation.words.start]
    last = words.sentence_of[quotation.words.stop - 1]
    return [answer.period for found, answer in outside if first <= found.sentence <= last]


def _resolve_quoted(
    words: Words, found: Expression, beside: list[Period | None], published: date | None
) -> list[tuple[Expression, Resolution]]:
    """Resolve a date within a quotation from the day of speech; what needs none is the same as outside."""
    days = {period.first for period in beside if period and period.first == period.last}
    tense = read_tense(words, found)
    if len(days) == 1 and published:
        answer = _resolve(words, found, Setting(days.pop(), _UNSPOKEN, tense))
    else:
        answer = _resolve(words, found, Setting(None, _UNSPOKEN if published else _UNPUBLISHED, tense))
        recent = _resolve(words, found, Setting(published, _UNPUBLISHED, tense)) if not beside else None
        coarse = recent is not None and (recent.precision in _COARSE or found.reading == "calendar_day")
        if answer and answer.period is None and recent and recent.period and coarse:
            answer = replace(recent, reason=f"{recent.reason}; {_AS_RECENT}")
    return [(found, answer)] if answer else []


def _join_runs(
    words: Words, resolved: list[tuple[Expression, Resolution]], published: date | None
) -> list[ReportedDate]:
    dates: list[ReportedDate] = []
    at = 0
    while at < len(resolved):
        found, answer = resolved[at]
        following = resolved[at + 1] if at + 1 < len(resolved) else None
        if following and spans_with(words, found, following[0]):
            left, right = answer.period, following[1].period
            if left and right and left.first <= right.first:
                dates.append(make_run(words, found, following[0], (left, right)))
                at += 2
                continue
        dates.append(bound(words, found, answer, published))
        at += 1
    return dates
