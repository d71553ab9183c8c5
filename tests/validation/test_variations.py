import csv
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostiary.validation.tables import read_table
from ostiary.validation.variations import Variation, all_variations, alter_name
from ostiary.validation.variations.words import is_full, is_latin, replace_one

VARIATIONS = {variation.name: variation for variation in all_variations()}
NAMES = [
    "SANTOS PEREIRA Joaquin Emilio",
    "North Quay Trading Co., Ltd.",
    "AMBER 7",
    "Андрей Петрович Волков",
    "Rook",
]


def cases() -> Iterator[tuple[str, str, str]]:
    lines = (Path(__file__).parent / "variations.csv").read_text("utf-8").splitlines()
    for row in csv.DictReader(line for line in lines if not line.startswith("#")):
        shown = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), row["altered"])
        yield row["class"], row["name"], shown


@pytest.mark.parametrize(("name", "listed", "altered"), list(cases()))
def test_a_name_is_altered_as_the_table_says(name: str, listed: str, altered: str) -> None:
    assert (alter_name(VARIATIONS[name], listed, seed=1) or "") == altered


def test_every_class_has_a_case_that_alters_a_name() -> None:
    assert len(VARIATIONS) == len(all_variations()) >= 24
    assert VARIATIONS.keys() == {name for name, _, altered in cases() if altered}


@pytest.mark.parametrize("variation", all_variations(), ids=lambda variation: variation.name)
def test_the_same_seed_gives_the_same_name_and_says_what_it_does(variation: Variation) -> None:
    for name in NAMES:
        assert alter_name(variation, name, seed=7) == alter_name(variation, name, seed=7) != name
    assert variation.meaning.endswith(".")
    assert variation.bearers


def test_another_seed_gives_other_names() -> None:
    variation = VARIATIONS["letter replaced"]
    assert len({alter_name(variation, NAMES[0], seed) for seed in range(20)}) > 10


def edits_between(left: str, right: str) -> int:
    """The edits between two names: letters put in, left out, replaced, and neighbours swapped."""
    rows = [list(range(len(right) + 1))]
    for i, one in enumerate(left, 1):
        row = [i]
        for j, other in enumerate(right, 1):
            best = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (one != other))
            if i > 1 and j > 1 and one == right[j - 2] and left[i - 2] == other:
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]


@pytest.mark.parametrize(
    "variation", [one for one in all_variations() if one.single_edit], ids=lambda one: one.name
)
def test_a_single_edit_is_one(variation: Variation) -> None:
    for seed in range(30):
        for name in (*NAMES, "HADDAD Mustafa"):
            altered = alter_name(variation, name, seed)
            assert altered is None or edits_between(name, altered) == 1, altered


@given(st.text(max_size=60), st.integers(0, 9))
def test_no_text_whatever_breaks_a_variation(text: str, seed: int) -> None:
    for variation in all_variations():
        altered = alter_name(variation, text, seed)
        assert altered is None or altered != text


@pytest.mark.parametrize(
    ("word", "full"), [("Haddad", True), ("bin", False), ("Li", False), ("Co.,", False), ("GmbH", False)]
)
def test_words_that_tell_nobody_apart_are_not_full(word: str, *, full: bool) -> None:
    assert is_full(word) is full


@pytest.mark.parametrize(("text", "latin"), [("José", True), ("Иван", False), ("J\u043ese", False), ("12", False)])
def test_letters_are_latin_or_not(text: str, *, latin: bool) -> None:
    assert is_latin(text) is latin


def test_one_spelling_is_replaced_once_in_its_case() -> None:
    dice = Random(1)  # noqa: S311 - no secret
    assert replace_one("KAREEM", dice, (("ee", "i"),)) == "KARIM"
    assert replace_one("Philip", dice, (("ph", "f"),)) == "Filip"
    assert replace_one("Omar", dice, (("ph", "f"),)) is None


@pytest.mark.parametrize(
    "table", ["abbreviations", "arabic", "chinese", "cyrillic", "keyboard", "korean", "legal_forms", "numbers",
              "scanning", "small_words", "sounds", "titles", "lookalikes", "accents"],
)  # fmt: skip
def test_a_table_has_no_row_twice_and_no_row_of_another_width(table: str) -> None:
    rows = read_table(f"{table}.csv")
    assert len({tuple(row.values()) for row in rows}) == len(rows) > 5
    assert all(None not in row and None not in row.values() for row in rows)


def test_keys_are_neighbours_of_each_other() -> None:
    pairs = {(row["key"], row["neighbour"]) for row in read_table("keyboard.csv")}
    assert {(other, one) for one, other in pairs} == pairs
    assert ("a", "s") in pairs
    assert ("a", "l") not in pairs
