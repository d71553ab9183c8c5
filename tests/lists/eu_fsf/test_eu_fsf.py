"""The EU list: what is odd in it, and what is refused."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ostiary.lists import read_list
from ostiary.model.errors import ForeignListError

if TYPE_CHECKING:
    from tests.lists.conftest import Read

PATH = Path(__file__).with_name("eu_fsf.xml")
NAME = (
    '<nameAlias firstName="{first}" lastName="{last}" wholeName="{whole}" function="{office}"'
    ' nameLanguage="{language}" strong="true" regulationLanguage="en" logicalId="{number}"/>'
)


@pytest.fixture(scope="module")
def text() -> str:
    return PATH.read_text(encoding="utf-8")


@pytest.fixture
def taken(read_list_file: Callable[..., "Read"]) -> "Read":
    return read_list_file("eu_fsf", PATH)


def test_the_date_is_the_day_on_which_it_was_generated_there(taken: "Read") -> None:
    assert taken.reading.published == date(2025, 6, 1)
    assert list(taken.parties) == ["eu_fsf:101", "eu_fsf:102"]


def test_dates_of_birth_of_every_shape_and_calendar(taken: "Read") -> None:
    assert taken.values("101", "Person.birthDate") == [
        "1960-02-03",
        "1963~",
        "1961-08",
        "1955/1958",
        "1982-04-19",
        "1971-05-06",
        "1971-05-07",
    ]
    assert taken.values("101", "Eu.birthDate:ISLAMIC") == ["1343", "1402-06-24"]
    (warning,) = taken.warnings
    assert warning.startswith("a date of birth whose parts say another day; both are kept (first at birthdate 407")


def test_a_regulation_that_several_elements_name_is_one_act_that_dates_no_listing(taken: "Read") -> None:
    acts = [each for each in taken.statements() if each.property == "Act.legalBasis"]
    assert sorted(each.value for each in acts) == ["2019/9 (OJ L9)", "2020/5 (OJ L5)", "2023/1 (OJ L1)"]
    for act in acts:
        assert taken.values(act.subject.removeprefix("eu_fsf:"), "Act.kind") == ["order"]


def test_days_of_listing_are_read_from_words_and_said_once(taken: "Read") -> None:
    listed = "101/entry/101/act/designation-2019-03-0"
    assert taken.values(f"{listed}4", "Act.date") == ["2019-03-04"]
    assert taken.values(f"{listed}5", "Act.date") == ["2019-03-05"]
    assert taken.values("102/entry/102/act/delisting-2025-05-31", "Act.kind") == ["delisting"]


def test_a_false_document_is_fraudulent_and_an_unknown_number_is_none(taken: "Read") -> None:
    assert taken.values("101/document/702", "Identification.validity") == ["Fraudulent"]
    assert taken.values("101/document/703", "Identification.number") == ["L 3"]


def test_an_address_of_which_nothing_is_said_is_none(taken: "Read") -> None:
    assert [each for each in taken.statements() if each.subject == "eu_fsf:101/address/603"] == []


@pytest.mark.parametrize(
    ("names", "primary"),
    [
        (["7|||Ada Berova||", "5|||Ida Berg||"], "Ida Berg"),
        (["5|||Ida Berg||", "7|||Ada Bera|Keeper|EN"], "Ada Bera"),
        (["5|||Ida Berg||", "7|Ada|Bera|Ada Bera||"], "Ada Bera"),
        (["5|||Ада Бера|Keeper|", "7|||Ada Bera||"], "Ada Bera"),
        (["5|||Ada Berasz|Keeper|HU", "7|||Ada Bera||EN"], "Ada Bera"),
        (["5|||Ада Бера||RU", "7|||Ада Берова||RU"], "Ада Бера"),
    ],
)
def test_the_primary_name_shows_from_what_stands_beside_it_not_from_the_order(
    save: Callable[[str], Path], read_list_file: Callable[..., "Read"], text: str, names: list[str], primary: str
) -> None:
    kinds = ("number", "first", "last", "whole", "office", "language")
    made = [NAME.format(**dict(zip(kinds, name.split("|"), strict=True))) for name in names]
    head, tail = text[: text.index("<nameAlias")], text[text.index("<citizenship") :]
    for order in (made, made[::-1]):
        found = read_list_file("eu_fsf", save(head + "".join(order) + tail))
        (chosen,) = [
            each.subject
            for each in found.parties["eu_fsf:101"].statements
            if (each.property, each.value) == ("Alias.kind", "name")
        ]
        assert found.values(chosen.removeprefix("eu_fsf:"), "Alias.name") == [primary]


def test_other_xml_is_foreign_at_once(save: Callable[[str], Path]) -> None:
    with pytest.raises(ForeignListError, match="the European Union"):
        read_list("eu_fsf", save('<export xmlns="http://other.example/" generationDate="2025-01-01"/>'))
