"""Dates of the list: a period with a start and an end, each of them a span of days."""

import csv
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from ostiary.lists.audit import Audit
from ostiary.lists.nodes import Node, Unfolder
from ostiary.lists.us_ofac.periods import Bounds, read_bounds
from ostiary.model.errors import ListFileError
from ostiary.model.periods import Period, parse_period

if TYPE_CHECKING:
    from tests.lists.conftest import Read, SdnFile

with (Path(__file__).parent / "dates.csv").open(encoding="utf-8", newline="") as table:
    DATES = list(csv.DictReader(table))


def unfold(*content: str) -> Node:
    text = f"<DatePeriod>{''.join(content)}</DatePeriod>"
    return Unfolder("", {}).unfold(etree.fromstring(text))[0]


@pytest.mark.parametrize("row", DATES, ids=lambda row: row["expected"])
def test_a_date_is_kept_as_one_span(row: dict[str, str], boundary_xml: Callable[..., str]) -> None:
    flag = row["approximate"]
    node = unfold(
        boundary_xml("Start", row["start_from"], row["start_to"], approximate=flag),
        boundary_xml("End", row["end_from"], row["end_to"], approximate=flag),
    )
    audit = Audit({})
    found = str(read_bounds(node, audit, "Feature 1"))
    assert found == row["expected"]
    assert parse_period(found).first.isoformat() == row["start_from"]
    assert parse_period(found).last.isoformat() == row["end_to"]
    assert [text[: len(row["warning"])] for text in audit.report()] == ([row["warning"]] if row["warning"] else [])


@given(
    first=st.dates(min_value=date(1000, 1, 1), max_value=date(2500, 1, 1)),
    days=st.integers(0, 900),
    circa=st.booleans(),
)
def test_the_widest_span_can_be_read_back(first: date, days: int, *, circa: bool) -> None:
    last = first + timedelta(days=days)
    bounds = Bounds(Period(first, first, circa), Period(last, last, circa))
    assert parse_period(str(bounds)) == Period(first, last, circa)


def test_an_open_period_says_so(period_xml: Callable[..., str]) -> None:
    text = period_xml("2019-09-19", "..").removeprefix("<DatePeriod ")
    bounds = read_bounds(unfold(text.partition(">")[2].removesuffix("</DatePeriod>")), Audit({}), "")
    assert (str(bounds), bounds.first, bounds.last) == ("2019-09-19/..", "2019-09-19", "")


@pytest.mark.parametrize(
    ("first", "last", "what"),
    [("2020-01-02", "2020-01-01", "before it starts"), ("2020-02-30", "2020-03-01", "no date")],
)
def test_a_date_that_cannot_be_is_refused_with_its_place(
    first: str,
    last: str,
    what: str,
    sdn: "SdnFile",
    read: Callable[["SdnFile"], "Read"],
    period_xml: Callable[..., str],
) -> None:
    feature = sdn.feature(7, "Birthdate", period_xml(first, last))
    sdn.add_party(1, sdn.name(11, ("Last Name", "LOVELACE")), feature)
    with pytest.raises(ListFileError, match=what) as caught:
        read(sdn)
    assert caught.value.where.endswith("list.xml: DistinctParty 1")
