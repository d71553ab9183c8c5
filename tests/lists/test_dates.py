import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis.strategies import booleans, text
from hypothesis.strategies import dates as days

from ostiary.lists.audit import Audit
from ostiary.lists.dates import name_dates, read_dates, read_day
from ostiary.model.errors import ListFileError
from ostiary.model.periods import Period, parse_period

CASES = list(csv.DictReader(Path(__file__).with_name("dates.csv").read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_a_written_date_becomes_edtf(case: dict[str, str]) -> None:
    assert " ".join(read_dates(case["text"])) == case["edtf"]


def test_the_month_comes_first_where_the_list_writes_so() -> None:
    assert read_dates("03/28/2025", month_first=True) == ("2025-03-28",)
    assert read_dates("28/03/2025", month_first=True) == ()


def test_one_day_is_read_as_a_day() -> None:
    assert read_day("13/04/2018", "row 1") == date(2018, 4, 13)


@pytest.mark.parametrize("text", ["", "2018", "13/04/2018 or 14/04/2018", "soon"])
def test_what_is_not_one_day_is_refused(text: str) -> None:
    with pytest.raises(ListFileError, match="not a day") as caught:
        read_day(text, "row 1")
    assert caught.value.where == "row 1"


def test_a_date_that_cannot_be_read_stays_as_text_and_is_told() -> None:
    audit = Audit({})
    assert list(name_dates("Person.birthDate", "in the sixties", audit, "row 7")) == [
        ("Person.birthDate:unread", "in the sixties")
    ]
    (warning,) = audit.report()
    assert "Person.birthDate" in warning
    assert "row 7: 'in the sixties'" in warning


def test_an_empty_date_states_nothing() -> None:
    audit = Audit({})
    assert list(name_dates("Person.birthDate", " ", audit, "row 7")) == []
    assert audit.report() == []


def test_every_date_of_several_is_stated() -> None:
    assert list(name_dates("Person.birthDate", "1960 or 1962", Audit({}), "row 7")) == [
        ("Person.birthDate", "1960"),
        ("Person.birthDate", "1962"),
    ]


def test_hostile_lengths_cost_nothing() -> None:
    assert read_dates("between " + "a and " * 100_000) == ()


@given(text(max_size=40), booleans())
def test_no_text_breaks_the_reading_of_dates(written: str, month_first: bool) -> None:  # noqa: FBT001 - drawn
    assert all(parse_period(found) for found in read_dates(written, month_first=month_first))


@given(days(date(1000, 1, 1)), days(date(1000, 1, 1)))
def test_a_date_in_edtf_reads_as_itself(one: date, other: date) -> None:
    first, last = sorted((one, other))
    assert [parse_period(each) for each in read_dates(f"{first} to {last}")] == [Period(first, last)]
    assert [parse_period(each) for each in read_dates(f"circa {first}")] == [Period(first, first, circa=True)]
    assert [parse_period(each) for each in read_dates(f"{first:%d/%m/%Y}")] == [Period(first, first)]
