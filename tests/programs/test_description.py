"""What a tag means in law on a day."""

from datetime import date

import pytest

from ostiary.programs import describe_program

DAY = date(2026, 11, 22)


def test_a_program_is_described_with_its_sources() -> None:
    found = describe_program("FTO", "us_ofac", DAY)
    assert (found.standing, found.title) == ("described", "Foreign Terrorist Organization")
    assert all(point.citations for point in found.points)
    assert found.instruments[0].citation.section == "8 U.S.C. 1189(a)"


def test_an_instrument_shows_only_what_had_happened_by_the_day() -> None:
    (order, *_) = describe_program("SDGT", "us_ofac", date(2010, 1, 1)).instruments
    assert [event.kind for event in order.events] == ["signed", "effective"]


@pytest.mark.parametrize(("day", "effects"), [(date(2001, 9, 23), 0), (date(2001, 9, 24), 1)])
def test_nothing_has_an_effect_before_it_began(day: date, effects: int) -> None:
    found = describe_program("SDGT", "us_ofac", day)
    assert len(list(found.select("effect"))) == effects
    assert found.began == date(2001, 9, 24)


@pytest.mark.parametrize(("tag", "list_id"), [("NO SUCH TAG", "us_ofac"), ("SDGT", "un_sc"), ("SDGT", "no_list")])
def test_a_tag_that_is_not_known_is_said_to_be_unknown(tag: str, list_id: str) -> None:
    found = describe_program(tag, list_id, DAY)
    assert (found.standing, found.points, found.authority) == ("unknown", (), "")
