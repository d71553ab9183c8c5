"""Several names in one field."""

import csv
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from ostiary.lists.spellings import find_other_script, find_script, split_names, split_spellings

SPLITTERS: dict[str, Callable[[str], Iterable[str]]] = {
    "names": split_names,
    "spellings": split_spellings,
    "other": find_other_script,
}
with Path(__file__).with_name("spellings.csv").open(encoding="utf-8", newline="") as file:
    CASES = [(row["how"], row["text"], row["parts"]) for row in csv.DictReader(file)]


@pytest.mark.parametrize(("how", "text", "parts"), CASES)
def test_fields_are_parted_where_the_list_parts_them(how: str, text: str, parts: str) -> None:
    assert list(SPLITTERS[how](text)) == (parts.split("|") if parts else [])


@pytest.mark.parametrize(
    ("text", "script"),
    [("Ångström’s", "Latin"), ("أبو-1", "other"), ("أبو Test", "mixed"), ("12/3 (4)", ""), ("", "")],
)
def test_the_script_of_a_text_is_that_of_all_its_letters(text: str, script: str) -> None:
    assert find_script(text) == script


def test_a_long_field_is_parted_in_linear_time() -> None:
    assert len(split_names("(;" * 50_000)) == 1
    assert len(split_spellings("(" * 50_000 + "أبو" + ")" * 50_000)) == 1
