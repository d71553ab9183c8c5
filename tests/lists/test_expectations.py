"""A field that vanished from a list is noticed."""

from dataclasses import replace
from datetime import date

import pytest

from ostiary.lists import describe_list
from ostiary.lists.expectations import watch_expectations
from ostiary.model.errors import ListFileError
from ostiary.model.lists import ListReading
from ostiary.model.statements import Listing, Place, Statement

BORN, RARE = "Person.birthDate", "Person.title"


def make_reading(born: int, parties: int = 100, least: int = 50) -> ListReading:
    """A list of parties of which the first few have a birth date."""
    listings = []
    for number in range(parties):
        said = [Statement(f"x:{number}", "Thing.schema", "Person", Place("row", number))]
        said += [Statement(f"x:{number}", BORN, "1960", Place("row", number))] * (2 if number < born else 0)
        listings.append(Listing(f"x:{number}", said))
    given = {"expected": {BORN: 0.8, RARE: 0.01}, "least_parties": least}
    return ListReading(replace(describe_list("us_ofac"), **given), date(2025, 1, 1), iter(listings))


def test_a_file_as_expected_is_read_without_a_remark() -> None:
    reading = watch_expectations(make_reading(61))
    assert len(list(reading.listings)) == 100
    assert [text for text in reading.warnings if BORN in text] == []


def test_far_fewer_than_expected_are_remarked_and_each_party_counts_once() -> None:
    reading = watch_expectations(make_reading(59))
    assert len(list(reading.listings)) == 100
    assert "only 59.0% of the parties have Person.birthDate, where 80% are expected" in reading.warnings


def test_none_where_most_should_is_refused_after_the_last_party() -> None:
    reading = watch_expectations(make_reading(0))
    with pytest.raises(ListFileError, match=r"No party has Person\.birthDate, which 80% of them should have"):
        list(reading.listings)


def test_none_of_what_is_rare_is_a_remark() -> None:
    reading = watch_expectations(make_reading(80))
    list(reading.listings)
    assert reading.warnings == ["only 0.0% of the parties have Person.title, where 1% are expected"]


def test_a_part_of_a_file_is_left_to_the_check_of_its_size() -> None:
    reading = watch_expectations(make_reading(0, parties=10))
    assert len(list(reading.listings)) == 10
    assert reading.warnings == []
