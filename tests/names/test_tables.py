"""The word tables keep their strict form: sorted, unique, folded, no empty cell, no group of one form."""

import csv
import re
from pathlib import Path

import pytest

from ostiary.names.scripts import name_script

DATA = Path(__file__).parents[2] / "src" / "ostiary" / "names" / "data"
GROUPED = ("given_names.csv", "organisation_words.csv")
LEAST = {"given_names.csv": 350, "organisation_words.csv": 120, "titles.csv": 100}
ORGANISATION_KINDS = {"generic", "place", "activity", "number", "form"}
TITLE_KINDS = {"title", "particle", "kunya", "generation", "vessel prefix", "alias marker", "bound"} | {
    f"{place} father" for place in ("before", "after")
}


def read_rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def forms_of(name: str, group: str) -> set[str]:
    return next(set(row["forms"].split("|")) for row in read_rows(name) if row["group"] == group)


def share_a_group(name: str, left: str, right: str) -> bool:
    return any({left, right} <= set(row["forms"].split("|")) for row in read_rows(name))


@pytest.mark.parametrize("name", sorted(LEAST))
def test_table_is_whole_and_sorted(name: str) -> None:
    rows = read_rows(name)
    keys = [tuple(row.values()) for row in rows]
    assert len(rows) >= LEAST[name]
    assert keys == sorted(keys)
    assert all(cell and cell == cell.strip() for row in keys for cell in row)


@pytest.mark.parametrize("name", GROUPED)
def test_groups_are_unique_and_of_several_folded_forms(name: str) -> None:
    rows = read_rows(name)
    assert len({row["group"] for row in rows}) == len(rows)
    for row in rows:
        forms = row["forms"].split("|")
        assert len(forms) > 1, row
        assert forms == sorted(set(forms)), row
        assert all(re.fullmatch(r"[a-z0-9]+", form) for form in forms), row


def test_no_group_of_given_names_repeats_another() -> None:
    groups = [frozenset(row["forms"].split("|")) for row in read_rows("given_names.csv")]
    assert len(set(groups)) == len(groups)


def test_given_names_are_words_with_a_language() -> None:
    for row in read_rows("given_names.csv"):
        assert re.fullmatch(r"[a-z]{2,3}", row["language"]), row
        assert all(re.fullmatch(r"[a-z]{2,}", form) for form in row["forms"].split("|")), row


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("william", "bill"),
        ("francisco", "paco"),
        ("oleksandr", "alexander"),
        ("volodymyr", "vladimir"),
        ("mohamed", "muhammad"),
        ("hossein", "husayn"),
        ("kim", "gim"),
        ("hsieh", "xie"),
    ],
)
def test_variants_of_one_name_share_a_group(left: str, right: str) -> None:
    assert share_a_group("given_names.csv", left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("angelo", "angela"),
        ("aleksandr", "aleksandra"),
        ("mahmud", "muhammad"),
        ("salah", "saleh"),
        ("hasan", "husayn"),
        ("basim", "bassam"),
    ],
)
def test_different_names_share_no_group(left: str, right: str) -> None:
    assert not share_a_group("given_names.csv", left, right)


def test_organisation_words_have_a_known_kind_and_all_numbers_to_twenty() -> None:
    rows = read_rows("organisation_words.csv")
    assert {row["kind"] for row in rows} == ORGANISATION_KINDS
    numbers = {form for row in rows if row["kind"] == "number" for form in row["forms"].split("|")}
    assert {str(number) for number in range(1, 21)} <= numbers
    assert {"tech", "technologies"} <= forms_of("organisation_words.csv", "technology")


def test_titles_have_a_known_kind_and_stand_once_in_it() -> None:
    rows = read_rows("titles.csv")
    assert {row["kind"] for row in rows} == TITLE_KINDS
    assert len({(row["form"], row["kind"]) for row in rows}) == len(rows)
    assert all(re.fullmatch(r"[a-z]+(/[a-z]+)*|[א-ת]+|[ء-ی]+", row["form"]) for row in rows)


@pytest.mark.parametrize(
    "name", ["compounds.csv", "letter_names.csv", "meanings.csv", "places.csv", "sign_meanings.csv"]
)
def test_rows_are_unique_and_no_cell_has_a_form_twice(name: str) -> None:
    rows = read_rows(name)
    keys = [next(iter(row.values())) for row in rows]
    assert len(keys) == len(set(keys))
    for row in rows:
        for cell in row.values():
            forms = cell.split("|")
            assert forms == [form.strip() for form in forms if form] or not cell, row
            assert len(forms) == len(set(forms)), row


def test_a_sign_stands_in_one_row_and_readings_are_latin_letters() -> None:
    rows = read_rows("han.csv")
    signs = "".join(row["signs"] for row in rows)
    assert len(signs) == len(set(signs))
    for row in rows:
        assert all(name_script(sign) == "Han" for sign in row["signs"]), row
        for column in ("mandarin", "elsewhere", "japanese"):
            readings = row[column].split()
            assert len(readings) == len(set(readings)), row
            assert all(re.fullmatch(r"[a-z]+", reading) for reading in readings), row


def test_every_meaning_has_an_english_word() -> None:
    groups = {row["group"] for row in read_rows("organisation_words.csv")}
    for row in read_rows("meanings.csv"):
        assert row["latin"] or row["group"] in groups or ":" in row["group"], row


def test_a_compound_is_written_apart_on_one_side_or_cut_without_spaces() -> None:
    for row in read_rows("compounds.csv"):
        assert row["written"] != row["words"]
        assert "|" in row["words"] or (" " in row["written"]) or (" " in row["words"]), row


def test_what_a_compound_is_taken_apart_into_is_known() -> None:
    cells = (cell for row in read_rows("meanings.csv") for cell in row.values())
    known = {form.removesuffix("*") for cell in cells for form in cell.split("|")}
    signs = [row for row in read_rows("compounds.csv") if "|" in row["words"]]
    assert {word for row in signs for word in row["words"].split("|")} <= known
