"""Words of organisations that are translated."""

import csv
from pathlib import Path

import pytest

from ostiary.names.analysis import NameClass, WordKind, name_readings, symbol_number
from ostiary.names.divisions import join_compounds, part_compounds
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


def test_a_russian_place_is_its_adjective_in_an_organisations_name() -> None:
    adjective, place = "\u0441\u0430\u043c\u0430\u0440\u0441\u043a\u0438\u0439", "samara"
    assert set(meanings_of(adjective)) & set(latin_meanings(place))


def test_a_sign_of_a_brand_may_be_its_meaning_or_its_sound() -> None:
    words = name_readings("\u660e\u82af\u8d38\u6613\u516c\u53f8", NameClass.ORGANISATION)
    signs = [word for reading in words for word in reading.words if word.native == "\u82af"]
    assert any(symbol_number("sign:chip") in word.symbols for word in signs)
    person = name_readings("\u660e\u82af", NameClass.PERSON)
    assert all(symbol_number("sign:chip") not in word.symbols for reading in person for word in reading.words)


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        (
            "\u0645\u062d\u0645\u062f\u0639\u0644\u06cc \u0631\u0636\u0627",
            "\u0645\u062d\u0645\u062f \u0639\u0644\u06cc \u0631\u0636\u0627",
        ),
        ("\u0645\u0648\u0633\u0648\u06cc \u0641\u0631", "\u0645\u0648\u0633\u0648\u06cc\u0641\u0631"),
        (
            "\u0639\u0628\u062f\u0627\u0644\u0631\u0627\u0632\u0642",
            "\u0639\u0628\u062f \u0627\u0644\u0631\u0627\u0632\u0642",
        ),
        ("\u0645\u062d\u0645\u062f\u06cc", ""),
    ],
    ids=["two given names", "an ending", "servant of", "a family name that begins like a given one"],
)
def test_a_persons_compound_is_read_apart_and_together(text: str, ways: str) -> None:
    assert part_compounds(join_compounds(text, person=True)) == (ways or text)


def test_half_a_compound_is_no_full_name() -> None:
    readings = name_readings("\u0645\u062d\u0645\u062f\u0639\u0644\u06cc \u0631\u0636\u0627", NameClass.PERSON)
    assert readings[-1].words[0].kind is WordKind.BOUND


def test_a_compound_name_is_read_together_too() -> None:
    readings = name_readings("\u0639\u0628\u062f \u0627\u0644\u0644\u0647 \u062d\u0633\u0646", NameClass.PERSON)
    assert [len(reading.words) for reading in readings] == [3, 2]


@pytest.mark.parametrize(
    ("compound", "stem"), [("северсталь", "северная"), ("океанприбор", "океанский"), ("агросоюз", "агрономии")]
)
def test_a_brand_of_two_words_does_not_mean_the_first_alone(compound: str, stem: str) -> None:
    assert meanings_of(compound) == ()
    assert meanings_of(stem) != ()
