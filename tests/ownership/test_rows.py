"""One row to one holding: what is taken, and what is wrong with each field."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostiary.model.ownership import UNKNOWN, Holding, Share, write_percent
from ostiary.ownership.rows import RowError, read_row, read_share

ROW = {"owner": "Ann", "owned": "Kestrel BV", "share": "25"}


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("50", "1/2", "1/2"),
        ("50%", "1/2", "1/2"),
        ("33.34 %", "1667/5000", "1667/5000"),
        ("1/3", "1/3", "1/3"),
        ("0", "0", "0"),
        ("100", "1", "1"),
        ("25-50", "1/4", "1/2"),
        ("25 % to 50 %", "1/4", "1/2"),
        ("25–50", "1/4", "1/2"),
        ("", "0", "1"),
        ("?", "0", "1"),
        ("Unknown", "0", "1"),
    ],
)
def test_a_share_is_read_exactly(text: str, least: str, most: str) -> None:
    assert read_share(text) == Share(Fraction(least), Fraction(most))


@pytest.mark.parametrize("text", ["-5", "101", "50-25", "half", "33,3", "3/0", "4/3", ">25", "1e2", "50 50"])
def test_what_is_no_share_is_refused(text: str) -> None:
    with pytest.raises(RowError):
        read_share(text)


@given(st.fractions(0, 1, max_denominator=10_000))
def test_a_share_survives_being_written(part: Fraction) -> None:
    assert read_share(str(part) if part.denominator > 1 else str(part * 100)).least == part


@pytest.mark.parametrize(
    ("part", "written"),
    [("1/2", "50 %"), ("1/3", "1/3 (about 33.33 %)"), ("1667/5000", "33.34 %"), ("0", "0 %"), ("1", "100 %")],
)
def test_a_part_is_written_exactly(part: str, written: str) -> None:
    assert write_percent(Fraction(part)) == written


def test_a_row_becomes_a_holding() -> None:
    row = ROW | {"from": "2020-01-01", "until": "2021-12-31", "joint": "J", "owner_party": "US_OFAC:22790"}
    found = read_row(row, 7, "made.csv")
    assert isinstance(found, Holding)
    assert (found.line, found.source, found.joint, found.owner_party) == (7, "made.csv", "J", "us_ofac:22790")
    assert [str(found.first), str(found.last)] == ["2020-01-01", "2021-12-31"]
    assert str(found.share) == "25 %"


def test_an_id_may_stand_in_place_of_a_name() -> None:
    found = read_row({"owner": "government:VE", "owned": "us_ofac:1"}, 2, "")
    assert isinstance(found, Holding)
    assert (found.owner_party, found.owned_party, found.share) == ("government:VE", "us_ofac:1", UNKNOWN)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"owner": " "}, "owner"),
        ({"owned": ""}, "owned"),
        ({"owned": " ann "}, "owner"),
        ({"owner": "A", "owner_party": "us_ofac:1", "owned_party": "US_OFAC:1"}, "owner"),
        ({"share": "-1"}, "share"),
        ({"share": "101"}, "share"),
        ({"kind": "control"}, "share"),
        ({"kind": "trust"}, "kind"),
        ({"from": "01.02.2020"}, "from"),
        ({"from": "2020-02-30"}, "from"),
        ({"from": "2021-01-01", "until": "2020-01-01"}, "until"),
        ({"owner_party": "22790"}, "owner_party"),
        ({"source": "x" * 1_001}, "source"),
    ],
)
def test_every_fault_names_its_line_and_field(change: dict[str, str], field: str) -> None:
    found = read_row(ROW | change, 12, "")
    assert not isinstance(found, Holding)
    assert [(one.line, one.field) for one in found] == [(12, field)]
    assert found[0].what


def test_all_faults_of_a_row_are_told_at_once() -> None:
    found = read_row(ROW | {"share": "x", "from": "x", "owner_party": "x"}, 1, "")
    assert not isinstance(found, Holding)
    assert sorted(one.field for one in found) == ["from", "owner_party", "share"]
