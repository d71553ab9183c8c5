"""The timeline: each event on a line of its own, placed in per cent, so that the drawing fits any width.

Long stretches in which nothing begins or ends are cut, and the cut is drawn: else one old date would press all
others together.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from itertools import accumulate, pairwise

from ostiary.model.briefs import TimelineEvent
from ostiary.model.periods import Period

#: A stretch of more days than this is cut if it is so many times as long as all shorter ones together; then it is
#: drawn half as long as they are, and so many days at least.
_NEVER_CUT = 45
_CUT_FROM = 2
_CUT_TO = 0.5
_LEAST_CUT = 30
#: Two days, and what lies between them: nothing is pressed together there.
_FEW_STRETCHES = 3
#: Room at both ends, in per cent.
_MARGIN = 4.0
#: Ticks of the axis stand at least so far apart, in per cent: on a wide page, and on a narrow one.
_TICK_ROOM = 11.0
_WORD_ROOM = 18.0
_TICK_ROOM_NARROW = 26.0
#: A mark further right than this has its word on its left.
_TURN = 70.0
#: Ticks of months are tried for up to so many years, those of days for up to so many days.
_YEARS_WITH_MONTHS = 12
_DAYS_WITH_DAYS = 60
_DAY_STEPS = (1, 8, 15, 22)


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the axis: per cent, its label, and whether a narrow page has room for it."""

    at: float
    label: str
    narrow: bool


@dataclass(frozen=True, slots=True)
class Row:
    """An event as drawn.

    Attributes:
        event: The event.
        left: Where its days begin, in per cent.
        width: How long they last, in per cent; 0 for a single day.
        at: Where its mark stands.
        word: Where its word begins, or ends if it is turned.
        turned: Whether its word stands left of it.
    """

    event: TimelineEvent
    left: float
    width: float
    at: float
    word: float
    turned: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """All that is drawn of a timeline.

    Attributes:
        rows: Events with a date, in order.
        ticks: The axis.
        cuts: Where empty stretches are cut, in per cent.
        undated: Events without a date.
    """

    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]
    cuts: tuple[float, ...]
    undated: tuple[TimelineEvent, ...]


def draw_timeline(events: Sequence[TimelineEvent]) -> Timeline:
    """Return the timeline of a brief's events."""
    undated = tuple(event for event in events if event.period is None)
    dated = tuple(event for event in events if event.period)
    if not dated:
        return Timeline((), (), (), undated)
    spans = [_span(event.period) for event in events if event.period]
    scale = _Scale(spans)
    rows = tuple(_make_row(event, scale, *span) for event, span in zip(dated, spans, strict=True))
    return Timeline(rows, tuple(scale.ticks()), scale.cuts, undated)


def _span(period: Period) -> tuple[int, int]:
    """Return the first day and the one after the last, as ordinals."""
    return period.first.toordinal(), period.last.toordinal() + 1


def _make_row(event: TimelineEvent, scale: "_Scale", first: int, end: int) -> Row:
    left, right = scale.place(first), scale.place(end)
    width = round(right - left, 2) if end - first > 1 else 0.0
    at = round((left + right) / 2, 2)
    turned = right > _TURN
    word = (left if turned else right) if width else at
    if width and turned and left < _WORD_ROOM:
        word, turned = at, False  # no room on either side of the bar: the word stands within it
    return Row(event, left, width, at, word, turned)


class _Scale:
    """Days to per cent, with empty stretches cut.

    Args:
        spans: First day, and the day after the last, of each event, as ordinals.
    """

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._days = sorted({day for span in spans for day in span})
        gaps = [end - start for start, end in pairwise(self._days)]
        drawn = _cut_gaps(gaps)
        self._sums = [0, *accumulate(drawn)]
        self._unit = (100 - 2 * _MARGIN) / self._sums[-1]
        shortened = [at for at, gap in enumerate(gaps) if gap > drawn[at]]
        self._cut = {self._days[at] for at in shortened}
        self.cuts = tuple(round((self._at(at) + self._at(at + 1)) / 2, 2) for at in shortened)

    def _at(self, index: int) -> float:
        return _MARGIN + self._sums[index] * self._unit

    def place(self, day: int) -> float:
        """Return where a day stands, in per cent."""
        index = min(bisect_right(self._days, day) - 1, len(self._days) - 2)
        share = (day - self._days[index]) / (self._days[index + 1] - self._days[index])
        return round(self._at(index) + share * (self._at(index + 1) - self._at(index)), 2)

    def ticks(self) -> Iterator[Tick]:
        """Yield the ticks of the axis: years first, then months and days while there is room."""
        taken: list[float] = []
        taken_narrow: list[float] = []
        found = []
        for day, label in self._candidates():
            at = self.place(day)
            if all(abs(at - other) >= _TICK_ROOM for other in taken):
                narrow = all(abs(at - other) >= _TICK_ROOM_NARROW for other in taken_narrow)
                taken.append(at)
                taken_narrow += [at] if narrow else []
                found.append(Tick(at, label, narrow))
        yield from sorted(found, key=lambda tick: tick.at)

    def _candidates(self) -> Iterator[tuple[int, str]]:
        """Yield days that a tick may stand at, with its label, the most telling first; none within a cut."""
        first, last = date.fromordinal(self._days[0]), date.fromordinal(self._days[-1] - 1)
        years = range(first.year, min(last.year + 1, MAXYEAR) + 1)
        starts = [(date(year, 1, 1), f"{year}") for year in years]
        if len(years) <= _YEARS_WITH_MONTHS:
            starts += [(day, f"{day:%b %Y}") for year in years for day in _months(year)]
        starts.append((first, _label_day(first)))
        if (last - first).days <= _DAYS_WITH_DAYS:
            days = (first + timedelta(days) for days in range((last - first).days + 1))
            starts += [(day, _label_day(day)) for day in days if day.day in _DAY_STEPS]
        return ((day.toordinal(), label) for day, label in starts if self._shows(day.toordinal()))

    def _shows(self, day: int) -> bool:
        if not self._days[0] <= day <= self._days[-1]:
            return False
        return day in self._days or self._days[bisect_right(self._days, day) - 1] not in self._cut


def _cut_gaps(gaps: Sequence[int]) -> list[float]:
    """Return how long each stretch is drawn, in days."""
    drawn: list[float] = list(gaps)
    if len(gaps) <= _FEW_STRETCHES:
        return drawn
    shorter = float(min(gaps))
    for gap, at in sorted((gap, at) for at, gap in enumerate(gaps))[1:]:
        if gap > max(_NEVER_CUT, _CUT_FROM * shorter):
            drawn[at] = max(_LEAST_CUT, _CUT_TO * shorter)
        shorter += drawn[at]
    return drawn


def _months(year: int) -> Iterator[date]:
    return (date(year, month, 1) for month in range(1, 13))


def _label_day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"
