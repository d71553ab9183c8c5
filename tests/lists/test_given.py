"""What is known of a file beside its content."""

from datetime import date
from pathlib import Path

import pytest

from ostiary.lists.given import GivenFile
from ostiary.model.errors import ListFileError

STATED, SAID = date(2025, 1, 2), date(2024, 3, 4)


def test_the_files_own_date_stands_above_the_one_that_was_said() -> None:
    warnings: list[str] = []
    assert GivenFile(Path("list_2023-05-06.xml"), SAID).choose_published(STATED, warnings) == STATED
    assert GivenFile(Path("list_2023-05-06.xml"), SAID).choose_published(None, warnings) == SAID
    assert warnings == []


def test_a_date_from_the_name_is_remarked() -> None:
    warnings: list[str] = []
    assert GivenFile(Path("a_2023-13-01_2023-05-06.csv.xz")).choose_published(None, warnings) == date(2023, 5, 6)
    assert warnings == ["the file states no date of publication: 2023-05-06 is taken from its name"]


@pytest.mark.parametrize("name", ["list.xml", "list_2025-05.xml", "12023-05-061.xml", "2023-02-30.xml"])
def test_no_date_at_all_is_refused_and_says_what_to_do(name: str) -> None:
    with pytest.raises(ListFileError, match="states no date of publication") as caught:
        GivenFile(Path(name)).choose_published(None, [])
    assert "put that day into its name" in caught.value.advice
