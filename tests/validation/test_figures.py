"""Shares with their intervals, sweeps, areas: against values computed by other means."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostiary.model.queries import Query
from ostiary.model.validation import Share, SweepRow, Trial
from ostiary.validation.examining import Answer
from ostiary.validation.gates import cut_percent, say_share
from ostiary.validation.pairs import area_under_curve
from ostiary.validation.tallies import Tally, sweep_thresholds
from ostiary.validation.tuning import choose_threshold


@pytest.mark.parametrize(
    ("part", "of", "low", "high"),
    [
        # Wilson's interval by its closed formula, computed by hand in a table of fractions.
        (95, 100, 0.8882, 0.9785),
        (0, 10, 0.0, 0.2775),
        (10, 10, 0.7225, 1.0),
        (1, 2, 0.0945, 0.9055),
        (0, 0, 0.0, 1.0),
    ],
)
def test_an_interval_is_wilsons(part: int, of: int, low: float, high: float) -> None:
    share = Share(part, of)
    assert (round(share.low, 4), round(share.high, 4)) == (low, high)


@given(st.integers(0, 500), st.integers(1, 500))
def test_an_interval_holds_its_share(part: int, of: int) -> None:
    share = Share(min(part, of), of)
    assert 0 <= share.low <= share.share <= share.high <= 1


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (Share(95, 96), "98.9 % (95 of 96)"),
        (Share(1999, 2000), "99.9 % (1,999 of 2,000)"),
        (Share(7, 7), "100.0 % (7 of 7)"),
        (Share(0, 0), "0.0 % (0 of 0)"),
    ],
)
def test_a_share_never_looks_better_than_it_is(share: Share, said: str) -> None:
    assert say_share(share) == said


def test_tenths_stay_tenths() -> None:
    assert [cut_percent(value / 1000) for value in range(1001)] == [f"{value / 10:.1f}" for value in range(1001)]


def answer(points: int | None, listed: str = "SANTOS Joaquin", schema: str = "Person", place: int = 0) -> Answer:
    trial = Trial("altered", "any", Query(names=("x",), schema=schema), listed, "p")
    return Answer(trial, 700, points, place, ())


def test_a_tally_counts_by_length_and_schema() -> None:
    tally = Tally()
    for one in (
        answer(800, place=1),
        answer(699),
        answer(None, "ROOK", "Vessel"),
        answer(720, "SEA ROOK", "Vessel", 2),
    ):
        tally.add(one)
    result = tally.result("any")
    assert (result.found, result.found_long, result.first) == (Share(2, 4), Share(1, 2), 1)
    assert result.by_schema == {"Person": Share(1, 2), "Vessel": Share(1, 2)}
    assert tally.points == {800: 1, 699: 1, -1: 1, 720: 1}


def test_a_sweep_counts_what_reaches_each_threshold() -> None:
    rows = sweep_thresholds(Counter({900: 3, 700: 1, -1: 1}), Counter({720: 2, -1: 8}), [650, 710, 800])
    assert [(row.recall, row.alerts, row.precision) for row in rows] == [
        (Share(4, 5), Share(2, 10), Share(4, 6)),
        (Share(3, 5), Share(2, 10), Share(3, 5)),
        (Share(3, 5), Share(0, 10), Share(3, 3)),
    ]


@given(
    st.lists(st.integers(0, 30), min_size=1, max_size=20), st.lists(st.integers(0, 30), min_size=1, max_size=20)
)
def test_the_area_is_the_share_of_pairs_in_the_right_order(ours: list[int], theirs: list[int]) -> None:
    wins = sum((one > other) + (one == other) / 2 for one in ours for other in theirs)
    assert area_under_curve(Counter(ours), Counter(theirs)) == pytest.approx(wins / len(ours) / len(theirs))


def test_an_area_without_either_kind_is_none() -> None:
    assert area_under_curve(Counter({700: 3}), Counter()) == 0.0


@pytest.mark.parametrize(("needed", "chosen"), [(100, 700), (90, 710), (50, 720), (0, 720)])
def test_the_highest_threshold_that_finds_enough_is_chosen(needed: float, chosen: int) -> None:
    found = {690: 10, 700: 10, 710: 9, 720: 5}
    sweep = tuple(SweepRow(at, Share(part, 10), Share(0, 1), Share(0, 1)) for at, part in found.items())
    assert choose_threshold(sweep, needed) == chosen


def test_no_threshold_is_chosen_where_none_finds_enough() -> None:
    assert choose_threshold((SweepRow(650, Share(9, 10), Share(0, 1), Share(0, 1)),), 95) is None
