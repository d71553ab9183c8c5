"""The UN list: what is odd in it, and what is refused."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ostiary.lists import read_list
from ostiary.model.errors import ForeignListError, ListFileError

if TYPE_CHECKING:
    from tests.lists.conftest import Read

PATH = Path(__file__).with_name("un_sc.xml")
ADA = "ZZi.001"


@pytest.fixture(scope="module")
def text() -> str:
    return PATH.read_text(encoding="utf-8")


@pytest.fixture
def taken(read_list_file: Callable[..., "Read"]) -> "Read":
    return read_list_file("un_sc", PATH)


def test_the_date_is_that_on_which_the_file_was_made(taken: "Read") -> None:
    assert taken.reading.published == date(2025, 8, 2)


def test_parties_have_their_reference_number_and_both_kinds_are_read(taken: "Read") -> None:
    assert [party.rpartition(":")[2] for party in taken.parties] == [ADA, "ZZe.001"]
    assert taken.values(ADA, "Thing.schema") == ["Person"]
    assert taken.values("ZZe.001", "Thing.schema") == ["LegalEntity"]


def test_dates_of_birth_of_every_shape_and_of_aliases(taken: "Read") -> None:
    assert set(taken.values(ADA, "Person.birthDate")) == {
        "1960-02-03",
        "1961",
        "1963~",
        "1964~",
        "1965/1967",
        "1968-11",
        "1960/1962",
    }
    assert taken.values(ADA, "Person.birthDate:unread") == ["about forty"]
    (warning,) = taken.warnings
    assert warning.startswith("a date for Person.birthDate that cannot be read and is kept as text (first at")
    assert "INDIVIDUAL/INDIVIDUAL_DATE_OF_BIRTH 7001: 'about forty', 1 in all" in warning


def test_weak_aliases_are_weak_and_spellings_point_to_what_they_spell(taken: "Read") -> None:
    said = {each.value: each.subject for each in taken.statements() if each.property == "Alias.name"}

    def about(name: str, prop: str) -> list[str]:
        return taken.values(said[name].removeprefix("un_sc:"), prop)

    assert about("The Doorkeeper", "Alias.quality") == about("Keeper", "Alias.quality") == ["weak"]
    assert about("Привратник Ада", "Alias.spellingOf") == [said["The Doorkeeper"]]
    assert about("أدا بيروفا", "Alias.spellingOf") == [said["Ada Berova"]]
    assert about("أدا بيرا", "Alias.spellingOf") == [said["ADA BERA CORIN DEVAL"]]
    assert about("Puddle Air", "Alias.kind") == ["f.k.a."]


def test_a_delisted_party_stays_with_the_day_of_its_delisting(taken: "Read") -> None:
    assert taken.values("ZZe.001/entry/ZZe.001/act/delisted", "Act.kind") == ["delisting"]
    (program,) = [
        each for each in taken.parties["un_sc:ZZe.001"].statements if each.property == "Sanction.program"
    ]
    assert (program.value, program.valid_until) == ("DRC", "2024-01-05")


def test_indentation_quotes_and_line_breaks_change_nothing(
    text: str, taken: "Read", save: Callable[[str], Path], read_list_file: Callable[..., "Read"]
) -> None:
    head, body = text.split("?>", 1)
    folded = body.replace("> ", ">").replace("  <", "\n\t\t  <").replace("High Street", "High\n        Street")
    other = read_list_file("un_sc", save(f"{head.replace(chr(34), chr(39))}?>{folded}"))
    assert list(other.statements()) == list(taken.statements())


def test_a_gender_that_only_the_remarks_give_is_read(
    text: str, save: Callable[[str], Path], read_list_file: Callable[..., "Read"]
) -> None:
    told = text.replace("<GENDER>Female</GENDER>", "<GENDER>Unknown</GENDER>")
    told = told.replace("Mother of nobody.", "Gender: female. Mother of nobody.")
    assert read_list_file("un_sc", save(told)).values(ADA, "Person.gender") == ["female"]


@pytest.mark.parametrize("date_generated", ["", "soon", "2025-02-30", "2025"])
def test_a_file_that_does_not_say_its_day_is_refused(
    text: str, save: Callable[[str], Path], date_generated: str
) -> None:
    path = save(text.replace("2025-08-02T23:00:00.935Z", date_generated))
    with pytest.raises(ListFileError, match="is not a day"):
        read_list("un_sc", path)


@pytest.mark.parametrize(
    "page", ["<head><body>Back <a HREF='https://x.example/'>soon</a></body>", "<html><title>403</title></html>"]
)
def test_a_web_page_is_called_so_at_once(save: Callable[[str], Path], page: str) -> None:
    with pytest.raises(ListFileError, match="web page"):
        read_list("un_sc", save(page))


def test_xml_of_another_publisher_is_foreign_at_once(save: Callable[[str], Path]) -> None:
    with pytest.raises(ForeignListError, match="United Nations Security Council"):
        read_list("un_sc", save("<?xml version='1.0'?><sdnList/>"))
