from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostiary.model.errors import InputError
from ostiary.model.periods import Period, parse_period

days = st.dates(date(1800, 1, 1), date(2100, 12, 31))


@given(days, days, st.booleans())
def test_what_is_written_is_read(one: date, other: date, circa: bool) -> None:  # noqa: FBT001 - drawn
    period = Period(min(one, other), max(one, other), circa)
    assert parse_period(str(period)) == period


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1962", "1962-01-01", "1962-12-31"),
        ("1962-02", "1962-02-01", "1962-02-28"),
        ("1960/1965", "1960-01-01", "1965-12-31"),
    ],
)
def test_a_date_is_a_span_of_days(text: str, first: str, last: str) -> None:
    period = parse_period(text)
    assert (period.first.isoformat(), period.last.isoformat()) == (first, last)
    assert str(period) == text


@pytest.mark.parametrize("text", ["", "62", "1962-13", "1962-02-30", "23/11/1962", "1965/1960", "0000", "~"])
def test_what_is_no_date_is_refused_with_advice(text: str) -> None:
    with pytest.raises(InputError, match="Write YYYY"):
        parse_period(text)
