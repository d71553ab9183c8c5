import csv
from pathlib import Path

import pytest

from ostiary.identity.naming import count_edits, find_agreeing, find_shared_word, share_any_word

CASES = list(csv.DictReader(Path(__file__).with_name("names.csv").read_text("utf-8").splitlines()))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['left']} ~ {case['right']}")
def test_names_agree_word_by_word(case: dict[str, str]) -> None:
    for left, right in ((case["left"], case["right"]), (case["right"], case["left"])):
        found = find_agreeing([left], [right], case["schema"])
        assert (found is not None) == (case["agree"] == "yes")


def test_any_name_of_a_listing_may_agree() -> None:
    assert find_agreeing(["Hugo", "Ali Maychou"], ["Abu X", "MAYCHOU Ali"], "Person") == (
        "Ali Maychou",
        "MAYCHOU Ali",
    )


def test_more_words_can_be_asked_for() -> None:
    assert find_agreeing(["Ali Maychou"], ["MAYCHOU Ali"], "Person", 3) is None
    assert find_agreeing(["Abdel Rahman"], ["Abdelrahman"], "Person", 3) is None


def test_a_shared_word_must_tell() -> None:
    assert find_shared_word(["Horizont Holding"], ["OJSC Horizont"], "Organization")
    assert not find_shared_word(["Alpha Trading Company"], ["Omega Trading Company"], "Organization")
    assert share_any_word(["Alpha Trading Company"], ["Omega Trading Company"], "Organization")
    assert not share_any_word(["Dimitri Herard"], ["Kempes Sanon"], "Person")


@pytest.mark.parametrize(
    ("left", "right", "edits"),
    [("", "", 0), ("abc", "abc", 0), ("abc", "ac", 1), ("abc", "xbcd", 2), ("", "ab", 2)],
)
def test_edits(left: str, right: str, edits: int) -> None:
    assert count_edits(left, right) == count_edits(right, left) == edits
