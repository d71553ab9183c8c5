"""The timeline as drawn: in order, within its bounds, honest about what it cuts."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostiary.app.pages.timelines import Timeline, draw_timeline
from ostiary.model.briefs import TimelineEvent
from ostiary.model.periods import Period, parse_period
from tests.app.brief_samples import TIMELINE


def draw(*periods: str) -> Timeline:
    return draw_timeline([replace(TIMELINE[0], period=parse_period(text) if text else None) for text in periods])


def test_events_keep_their_order_and_their_stage() -> None:
    timeline = draw_timeline(TIMELINE)
    assert [row.event.stage for row in timeline.rows] == ["vow", "proposal", "act", "act", "statement", "order"]
    assert [event.stage for event in timeline.undated] == ["plan"]


def test_a_day_is_a_mark_and_a_longer_time_a_bar() -> None:
    day, week, month = draw("2025-08-14", "2025-08-04/2025-08-10", "2025-06").rows
    assert day.width == 0
    assert 0 < week.width < month.width
    assert week.left < week.at < week.left + week.width


def test_an_old_date_does_not_press_the_others_together() -> None:
    timeline = draw("1973", "2025-07-25", "2025-08-14")
    old, first, second = timeline.rows
    assert timeline.cuts
    assert second.at - first.at > 15
    assert old.left + old.width <= first.at
    assert not draw("2025-02", "2025-04", "2025-07-25").cuts


def test_no_tick_stands_within_a_cut() -> None:
    timeline = draw("1973-03-01", "2025-07-25", "2025-08-14")
    assert [tick.label for tick in timeline.ticks if tick.label.isdecimal()] == []


@pytest.mark.parametrize(
    ("periods", "labels"),
    [
        (("2020", "2024"), ["2020", "2021", "2022", "2023", "2024", "2025"]),
        (("2025-08-14",), ["14 Aug 2025"]),
        (("2025-08-01", "2025-08-30"), ["Aug 2025", "8 Aug 2025", "15 Aug 2025", "22 Aug 2025"]),
        (("9999-12-31", "9999-12-30"), ["30 Dec 9999"]),
        (("0001-01-01", "0001-01-02"), ["1"]),
    ],
)
def test_ticks(periods: tuple[str, ...], labels: list[str]) -> None:
    assert [tick.label for tick in draw(*periods).ticks] == labels


def test_nothing_dated() -> None:
    assert draw("", "") == Timeline((), (), (), draw("", "").undated)
    assert len(draw("", "").undated) == 2


DAYS = st.dates(date(1, 1, 1), date(9999, 12, 30))


@given(st.lists(st.tuples(DAYS, DAYS), min_size=1, max_size=8))
def test_everything_stands_within_the_drawing_in_the_order_of_time(pairs: list[tuple[date, date]]) -> None:
    events = [event(min(pair), max(pair)) for pair in pairs]
    timeline = draw_timeline(sorted(events, key=lambda one: str(one.period)))
    for row in timeline.rows:
        assert 0 <= row.left <= row.at <= 100
        assert row.left + row.width <= 100
    by_day = sorted((row.event.period.first, row.left) for row in timeline.rows if row.event.period)
    assert all(one[1] <= other[1] for one, other in pairwise(by_day))
    places = [tick.at for tick in timeline.ticks]
    assert all(other - one >= 11 for one, other in pairwise(places))
    narrow = [tick.at for tick in timeline.ticks if tick.narrow]
    assert all(other - one >= 26 for one, other in pairwise(narrow))


def event(first: date, last: date) -> TimelineEvent:
    return replace(TIMELINE[0], period=Period(first, last))
