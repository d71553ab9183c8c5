"""The Canadian list: keys, aliases, both forms, and what is refused."""

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ostiary.lists import read_list
from ostiary.lists.ca_sema.aliases import part_aliases
from ostiary.model.errors import ForeignListError, ListFileError

if TYPE_CHECKING:
    from tests.lists.conftest import Read

PATH = Path(__file__).with_name("ca_sema.xml")
DAY = date(2025, 5, 31)
with PATH.with_name("aliases.csv").open(encoding="utf-8", newline="") as file:
    ALIASES = [(row["bearer"], row["field"], row["names"]) for row in csv.DictReader(file)]


@pytest.fixture(scope="module")
def text() -> str:
    return PATH.read_text(encoding="utf-8")


@pytest.fixture
def taken(read_list_file: Callable[..., "Read"]) -> "Read":
    return read_list_file("ca_sema", PATH, DAY)


def find_names(found: "Read") -> dict[str, str]:
    """The primary name of each party, by id."""
    return {
        party: found.values(f"{party.partition(':')[2]}/alias/name", "Alias.name")[0] for party in found.parties
    }


@pytest.mark.parametrize(("bearer", "field", "names"), ALIASES)
def test_a_field_of_aliases_is_parted_where_it_is_certain(bearer: str, field: str, names: str) -> None:
    assert part_aliases(field, person=bearer == "person") == names.split("|")


def test_both_forms_are_read_to_the_same_properties(taken: "Read") -> None:
    schemas = [each.value for each in taken.statements() if each.property == "Thing.schema"]
    assert schemas == ["Person", "LegalEntity", "Vessel", "Person"]
    assert list(find_names(taken).values()) == ["Ada BERA", "Test Works/ Ateliers Test", "Lake Maid", "Ida Berg"]
    ship = list(taken.parties)[2].partition(":")[2]
    assert taken.values(ship, "Vessel.imoNumber") == ["9074729"]
    assert taken.values(ship, "Vehicle.buildDate") == ["1999"]


def test_a_date_that_cannot_be_read_is_kept_and_told(taken: "Read") -> None:
    assert taken.values(list(taken.parties)[3].partition(":")[2], "Person.birthDate:unread") == ["born long ago"]
    (warning,) = taken.warnings
    assert "record 4: 'born long ago'" in warning


def test_a_single_word_out_of_a_row_of_names_is_weak(taken: "Read") -> None:
    ada = next(iter(taken.parties))
    said = {each.value: each.subject for each in taken.parties[ada].statements if each.property == "Alias.name"}
    quality = {name: taken.values(subject.partition(":")[2], "Alias.quality") for name, subject in said.items()}
    assert quality == {"Ada BERA": ["strong"], "Ада Бера": ["strong"], "Keeper": ["weak"]}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<Country>Ruritania / Ruritanie<", "<Country>Ruritania<"),
        ("<Schedule>1, Part 1<", "<Schedule>1,Part 1<"),
        ("<LastName>BERA<", "<LastName>Bera <"),
        ("<Aliases>Ада Бера; Keeper<", "<Aliases>Other Name<"),
        ("2020-09-28", "2020-09-29"),
        (
            "\t<record>\n\t\t<Country>Ruritania / Ruritanie</Country>\n\t\t<LastName>",
            "<record><Country>Ruritania</Country><LastName>",
        ),
    ],
)
def test_a_party_keeps_its_key_when_little_changes(
    text: str,
    taken: "Read",
    save: Callable[[str], Path],
    read_list_file: Callable[..., "Read"],
    old: str,
    new: str,
) -> None:
    assert old in text
    assert list(read_list_file("ca_sema", save(text.replace(old, new)), DAY).parties) == list(taken.parties)


def test_aliases_keep_their_keys_when_records_move(
    text: str, taken: "Read", save: Callable[[str], Path], read_list_file: Callable[..., "Read"]
) -> None:
    head, *records = text.split("\t<record>")
    last, end = records[-1].split("</data-set>")
    moved = head + "".join("\t<record>" + each for each in [last, *records[:-1]]) + f"</data-set>{end}"
    found = read_list_file("ca_sema", save(moved), DAY)
    assert {(each.subject, each.property, each.value) for each in found.statements()} == {
        (each.subject, each.property, each.value) for each in taken.statements()
    }


def test_the_day_must_be_said_since_the_file_is_silent(text: str, save: Callable[[str], Path]) -> None:
    with pytest.raises(ListFileError, match="states no date of publication"):
        read_list("ca_sema", save(text))
    assert read_list("ca_sema", save(text), published=DAY).published == DAY


@pytest.mark.parametrize("content", ["<data-set/>", "<data-set><record><Name>x</Name></record></data-set>"])
def test_records_of_another_kind_are_foreign_at_once(save: Callable[[str], Path], content: str) -> None:
    with pytest.raises((ForeignListError, ListFileError), match=r"Government of Canada|lacks record"):
        read_list("ca_sema", save(content), published=DAY)
