"""A real version of the Canadian list, counted by other means: nothing of it is lost."""

import lzma
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from ostiary.lists import read_list
from ostiary.model.lists import ListReading
from ostiary.model.statements import Listing

FILE = "ca_sema-lmes_2025-05.xml.xz"
Taken = tuple[ListReading, list[Listing]]


@pytest.fixture(scope="module")
def taken(shared: Path) -> Taken:
    reading = read_list("ca_sema", shared / "lists" / "other" / FILE, published=date(2025, 5, 31))
    return reading, list(reading.listings)


@pytest.fixture(scope="module")
def records(shared: Path) -> list[dict[str, str]]:
    with lzma.open(shared / "lists" / "other" / FILE) as file:
        root = etree.parse(file).getroot()
    return [{field.tag: " ".join((field.text or "").split()) for field in record} for record in root]


def test_every_record_is_a_party_and_just_two_dates_cannot_be_read(taken: Taken) -> None:
    (warning,) = taken[0].warnings
    assert "a date for Person.birthDate that cannot be read" in warning
    assert warning.endswith("2 in all)")
    assert len(taken[1]) == 4759


def test_every_field_became_a_statement(taken: Taken, records: list[dict[str, str]]) -> None:
    counts = Counter(each.property for listing in taken[1] for each in listing.statements)
    filled = Counter(name for record in records for name, value in record.items() if value)
    assert counts["Alias.part:lastName"] == filled["LastName"]
    assert counts["Alias.part:firstName"] == filled["GivenName"]
    assert counts["Sanction.program"] == filled["Country"]
    assert counts["Ca.schedule"] == filled["Schedule"]
    assert counts["Ca.item"] == filled["Item"]
    assert counts["Act.date"] == filled["DateOfListing"]
    assert counts["Vessel.imoNumber"] == filled["ShipIMONumber"]
    assert counts["Vehicle.type"] + counts["Person.title"] == filled["TitleOrShip"]
    dates = [prop for prop in counts if prop.startswith(("Person.birthDate", "Vehicle.buildDate"))]
    either = sum(" or " in record.get("DateOfBirthOrShipBuildDate", "").lower() for record in records)
    assert sum(counts[prop] for prop in dates) == filled["DateOfBirthOrShipBuildDate"] + either


def test_every_alias_is_whole_or_its_field_is_kept_beside_its_parts(
    taken: Taken, records: list[dict[str, str]]
) -> None:
    said = {each.value for listing in taken[1] for each in listing.statements}
    assert {record["Aliases"] for record in records if record.get("Aliases")} <= said
    names = {record.get("EntityOrShip", "") for record in records} - {""}
    assert names <= said


def test_no_piece_of_a_name_that_thousands_bear_became_a_strong_alias(taken: Taken) -> None:
    strong = {
        each.subject
        for listing in taken[1]
        for each in listing.statements
        if (each.property, each.value) == ("Alias.quality", "strong")
    }
    said = [each for listing in taken[1] for each in listing.statements if each.property == "Alias.name"]
    names = Counter(each.value for each in said if each.subject in strong)
    assert [name for name, count in names.most_common(20) if count > 4] == []
    assert {"JSC", "LLC", "Ltd.", "Department of Engineering", "Andrei"}.isdisjoint(names)
