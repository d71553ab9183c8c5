"""Words of organisations that are translated."""

import csv
from pathlib import Path

import pytest

from ostiary.names.analysis import NameClass, WordKind, name_readings
from ostiary.names.meanings import brand_meanings, latin_meanings, meanings_of

with (Path(__file__).parent / "meanings.csv").open(encoding="utf-8", newline="") as table:
    CASES = list(csv.DictReader(table))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["word"])
def test_a_word_means_what_its_group_says(case: dict[str, str]) -> None:
    found = meanings_of(case["word"].lower())
    assert (f"organisation:{case['group']}" in found) if case["group"] else not found


def test_words_that_are_translated_have_the_kind_of_their_english_word() -> None:
    words = name_readings("\u660e\u8fbe\u8d38\u6613\u6709\u9650\u516c\u53f8", NameClass.ORGANISATION)[-1].words
    assert [word.kind for word in words[-2:]] == [WordKind.ACTIVITY, WordKind.LEGAL_FORM]


def test_english_words_of_one_sign_are_not_alike_for_it() -> None:
    assert set(latin_meanings("ocean")).isdisjoint(latin_meanings("sea"))
    assert {"sign:sea", "sign:ocean"} <= set(brand_meanings("\u6d77"))
    assert not brand_meanings("\u6708\u6d77")


def test_latin_words_without_a_group_of_their_own_have_the_group_of_their_translation() -> None:
    assert "organisation:missile" in latin_meanings("rocket")
    assert not latin_meanings("ostiary")


def test_a_compound_name_is_read_together_too() -> None:
    readings = name_readings("\u0639\u0628\u062f \u0627\u0644\u0644\u0647 \u062d\u0633\u0646", NameClass.PERSON)
    assert [len(reading.words) for reading in readings] == [3, 2]


@pytest.mark.parametrize(
    ("compound", "stem"), [("северсталь", "северная"), ("океанприбор", "океанский"), ("агросоюз", "агрономии")]
)
def test_a_brand_of_two_words_does_not_mean_the_first_alone(compound: str, stem: str) -> None:
    assert meanings_of(compound) == ()
    assert meanings_of(stem) != ()
