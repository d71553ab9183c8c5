import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostiary.model.errors import QueryError
from ostiary.screening import compare

CASES = list(csv.DictReader((Path(__file__).parent / "comparisons.csv").read_text(encoding="utf-8").splitlines()))
names = st.lists(
    st.sampled_from(["ali", "hasan", "hassan", "smith", "jon", "bin", "llc", "7"]), min_size=1, max_size=5
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['left']} ~ {case['right']}")
def test_two_names_score_as_a_reviewer_expects(case: dict[str, str]) -> None:
    found = compare(case["left"], case["right"], schema=case["schema"])
    assert int(case["least"]) <= found.points <= int(case["most"]), found.parts


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['left']} ~ {case['right']}")
def test_the_parts_sum_to_the_points_both_ways_round(case: dict[str, str]) -> None:
    one = compare(case["left"], case["right"], schema=case["schema"])
    other = compare(case["right"], case["left"], schema=case["schema"])
    assert sum(part.points for part in one.parts) == one.points == other.points
    assert one.score == other.score
    assert all(part.reason for part in one.parts)


@given(names, names, st.sampled_from(["Person", "Company", ""]))
def test_comparing_is_symmetric_and_stays_on_the_scale(left: list[str], right: list[str], schema: str) -> None:
    one = compare(" ".join(left), " ".join(right), schema=schema)
    assert one.points == compare(" ".join(right), " ".join(left), schema=schema).points
    assert 0 <= one.score <= 1


def test_accents_are_seen_though_they_cost_next_to_nothing() -> None:
    same = compare("Nicolás Maduro", "Nicolás Maduro", schema="Person")
    accents = compare("Nicolas Maduro", "Nicolás Maduro", schema="Person")
    assert 0 < same.points - accents.points < 20


@pytest.mark.parametrize(("left", "right"), [("", "John"), ("John", "..."), ("", "")])
def test_nothing_to_compare_is_said(left: str, right: str) -> None:
    with pytest.raises(QueryError, match="nothing to compare"):
        compare(left, right)
