"""The rules on ownership: what stands in the files, and what a file may not lack."""

import csv
from datetime import date
from fractions import Fraction
from typing import get_args

import pytest

from ostiary.lists import list_ids
from ostiary.model.errors import InputError, NotFoundError
from ostiary.model.ownership import Regime
from ostiary.model.programs import Citation
from ostiary.programs.ownership_laws import find_ownership_rule, load_ownership_law, read_ownership_law
from ostiary.programs.tables import DATA

KNOWN = {"law": Citation("A law", "section 1", "https://example.org", date(2026, 1, 1), "text")}
FILE = """
regime: us
authority: Somebody
rules:
  - from: 2020-01-01
    until: 2020-12-31
    threshold: 1/2
    reached: at least
    aggregation: all
    control: counts
    says: A sentence.
    taken: [a thing]
    cite: [law]
  - from: 2021-01-01
    threshold: 1/3
    reached: more than
    aggregation: joint
    control: does not count
    says: A sentence.
    taken: [a thing]
    cite: [law]
lists:
  - {list: us_ofac}
"""


def test_a_file_is_read() -> None:
    first, second = read_ownership_law("us.yml", FILE, KNOWN).rules
    assert (first.threshold, first.inclusive, first.control, first.limit) == (
        Fraction(1, 2),
        True,
        True,
        "50 % or more",
    )
    assert (second.inclusive, second.aggregation, second.limit) == (
        False,
        "joint",
        "more than 1/3 (about 33.33 %)",
    )
    assert first.reaches(Fraction(1, 2))
    assert not second.reaches(Fraction(1, 3))


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("    cite: [law]\nlists", "lists"),
        ("cite: [law]\nlists", "cite: [other]\nlists"),
        ("from: 2021-01-01", "since: 2021-01-01"),
        ("from: 2021-01-01", "from: 2020-12-31"),
        ("threshold: 1/3", "threshold: a third"),
        ("threshold: 1/3", "threshold: 1/0"),
        ("reached: more than", "reached: over"),
        ("aggregation: joint", "aggregation: some"),
        ("control: does not count", "control: no"),
        ("    taken: [a thing]\n    cite: [law]\nlists", "    cite: [law]\nlists"),
        ("{list: us_ofac}", "{list: us_ofac, kind: x}"),
        ("regime: us", "regime: xx"),
    ],
)
def test_a_fault_is_refused(was: str, becomes: str) -> None:
    assert was in FILE
    with pytest.raises(InputError, match=r"us\.yml"):
        read_ownership_law("us.yml", FILE.replace(was, becomes), KNOWN)


@pytest.mark.parametrize(
    ("regime", "day", "limit", "aggregation", "control"),
    [
        ("us", "2014-08-12", "50 % or more", "alone", False),
        ("us", "2014-08-13", "50 % or more", "all", False),
        ("eu", "2022-03-19", "more than 50 %", "alone", True),
        ("eu", "2024-07-02", "more than 50 %", "all", True),
        ("eu", "2024-07-03", "50 % or more", "all", True),
        ("uk", "2026-01-01", "more than 50 %", "joint", True),
    ],
)
def test_the_rule_of_a_day(regime: Regime, day: str, limit: str, aggregation: str, control: bool) -> None:  # noqa: FBT001 - a case
    rule = find_ownership_rule(regime, date.fromisoformat(day))
    assert (rule.limit, rule.aggregation, rule.control) == (limit, aggregation, control)
    assert rule.sources


@pytest.mark.parametrize(("regime", "day"), [("us", "2008-02-13"), ("uk", "2020-12-30"), ("ca", "2026-01-01")])
def test_no_rule_is_made_up(regime: Regime, day: str) -> None:
    with pytest.raises(NotFoundError):
        find_ownership_rule(regime, date.fromisoformat(day))


def test_every_list_that_blocks_is_one_that_is_read() -> None:
    named = {one.list_id for regime in get_args(Regime) for one in load_ownership_law(regime).lists}
    assert named <= set(list_ids())


def test_every_source_is_cited() -> None:
    rows = csv.DictReader(DATA.joinpath("ownership", "citations.csv").read_text("utf-8").splitlines()[1:])
    text = "".join(DATA.joinpath("ownership", f"{regime}.yml").read_text("utf-8") for regime in get_args(Regime))
    assert [row["key"] for row in rows if row["key"] not in text] == []
