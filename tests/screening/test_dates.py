import pytest

from ostiary.model.periods import parse_period
from ostiary.screening.dates import birth_part, founding_part, read_dates
from ostiary.screening.profiles import load_profile

POINTS = load_profile().evidence


@pytest.mark.parametrize(
    ("ours", "theirs", "label"),
    [
        ("1962-11-23", "1962-11-23", "birth date equal"),
        ("1962", "1962-11-23", "birth dates overlap"),
        ("1962-11-23", "1960/1965", "birth dates overlap"),
        ("1945-01-01", "1944~", "birth dates overlap"),
        ("1962-03-11", "1962-11-03", "birth day and month swapped"),
        ("1963-05-05", "1962-11-23", "birth year one off"),
        ("1962-11-24", "1962-11-23", "birth day or month off"),
        ("1962-01-05", "1962-11-23", "birth day and month off"),
        ("1962-10", "1962-11-23", "birth day and month off"),
        ("1965-11-23", "1962-11-23", "birth year off"),
        ("1990", "1962-11-23", "birth year far off"),
    ],
)
def test_birth_dates_of_unequal_precision_are_compared(ours: str, theirs: str, label: str) -> None:
    part = birth_part([parse_period(ours)], [parse_period(theirs)], POINTS)
    assert part is not None
    assert part.points == POINTS[label]
    assert part.reason.startswith(label)


def test_two_dates_that_are_the_same_are_told_once() -> None:
    listed = [parse_period("1962-11-23")]
    told = [birth_part([parse_period(text)], listed, POINTS) for text in ("1962-11-23", "1962")]
    assert [part.reason for part in told if part] == [
        "birth date equal: 1962-11-23",
        "birth dates overlap: 1962 and 1962-11-23",
    ]


def test_a_date_further_off_never_costs_less() -> None:
    listed = [parse_period("1962-11-23")]
    costs = []
    for text in ("1962-11-23", "1962-11-24", "1962-01-05", "1961-03-03", "1959", "1900"):
        part = birth_part([parse_period(text)], listed, POINTS)
        assert part is not None
        costs.append(part.points)
    assert costs == sorted(costs, reverse=True)


def test_what_systems_write_for_an_unknown_date_says_nothing() -> None:
    assert read_dates(["1900-01-01", "junk"]) == ()


def test_of_several_birth_dates_the_kindest_counts() -> None:
    part = birth_part([parse_period("1962")], [parse_period("1900"), parse_period("1962")], POINTS)
    assert part is not None
    assert part.points > 0


def test_what_is_unknown_says_nothing() -> None:
    assert birth_part([], [parse_period("1962")], POINTS) is None
    assert founding_part([parse_period("1962")], [], POINTS, vessel=True) is None


@pytest.mark.parametrize(
    ("ours", "theirs", "vessel", "label"),
    [
        ("2008-03-31", "2008-03-31", False, "founding date equal"),
        ("2008", "2008-03-31", False, "founding dates overlap"),
        ("2008-05-01", "2008-03-31", False, "founding date near"),
        ("2009", "2008-03-31", False, "founding date near"),
        ("2010", "2008-03-31", False, "founding year off"),
        ("1998", "1998", True, "build year equal"),
        ("1998-05", "1998-01-01", True, "build year equal"),
        ("1999", "1998", True, "build year one off"),
        ("2001", "1998", True, "build year off"),
    ],
)
def test_founding_and_building_are_compared(ours: str, theirs: str, vessel: bool, label: str) -> None:  # noqa: FBT001 - a column of the table
    part = founding_part([parse_period(ours)], [parse_period(theirs)], POINTS, vessel=vessel)
    assert part is not None
    assert part.points == POINTS[label]
    assert part.reason.startswith(f"{label}: ")


def test_two_dates_weigh_the_same_whichever_is_listed() -> None:
    texts = ("1962-11-23", "1962", "1963~", "1960/1965", "1990-02-02", "1962-11-03")
    periods = [parse_period(text) for text in texts]
    for one in periods:
        for other in periods:
            for vessel in (False, True):
                ours, theirs = (
                    founding_part([a], [b], POINTS, vessel=vessel) for a, b in ((one, other), (other, one))
                )
                assert ours is not None
                assert theirs is not None
                assert ours.points == theirs.points
            born, back = birth_part([one], [other], POINTS), birth_part([other], [one], POINTS)
            assert born is not None
            assert back is not None
            assert born.points == back.points
