"""Names of organisations without spaces, cut into words."""

import csv
from pathlib import Path

import pytest

from ostiary.names.han import plain_signs
from ostiary.names.unspaced import cut_by_meaning, cut_to_signs

with (Path(__file__).parent / "unspaced.csv").open(encoding="utf-8", newline="") as table:
    CASES = list(csv.DictReader(table))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["reason"])
def test_a_name_without_spaces_is_cut_where_a_word_is_known(case: dict[str, str]) -> None:
    name, words, signs = (plain_signs(case[column]) for column in ("name", "words", "signs"))
    assert cut_by_meaning(name) == words.split("|")
    assert cut_to_signs(name) == (signs or words).split("|")
