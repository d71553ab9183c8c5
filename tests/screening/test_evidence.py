import pytest

from ostiary.model.periods import parse_period
from ostiary.screening.evidence import birth_part, country_part, read_birth_dates
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


def test_a_date_further_off_never_costs_less() -> None:
    listed = [parse_period("1962-11-23")]
    costs = []
    for text in ("1962-11-23", "1962-11-24", "1962-01-05", "1961-03-03", "1959", "1900"):
        part = birth_part([parse_period(text)], listed, POINTS)
        assert part is not None
        costs.append(part.points)
    assert costs == sorted(costs, reverse=True)


def test_what_systems_write_for_an_unknown_date_says_nothing() -> None:
    assert read_birth_dates(["1900-01-01", "junk"]) == ()


def test_of_several_birth_dates_the_kindest_counts() -> None:
    part = birth_part([parse_period("1962")], [parse_period("1900"), parse_period("1962")], POINTS)
    assert part is not None
    assert part.points > 0


def test_what_is_unknown_says_nothing() -> None:
    assert birth_part([], [parse_period("1962")], POINTS) is None
    assert country_part(["ve"], [], POINTS) is None


def test_countries_support_or_contradict() -> None:
    shared, apart = country_part(["ve", "co"], ["ve"], POINTS), country_part(["us"], ["ve"], POINTS)
    assert shared is not None
    assert apart is not None
    assert shared.points > 0 > apart.points
