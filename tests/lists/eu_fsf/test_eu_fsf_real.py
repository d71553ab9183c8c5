"""A real version of the EU list in a container written anew, counted by other means: nothing of it is lost."""

import lzma
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from ostiary.lists import read_list
from ostiary.model.lists import ListReading
from ostiary.model.statements import Listing

NAMESPACE = "{http://eu.europa.ec/fpi/fsd/export}"
FILE = "eu_fsf_xml_1_1_2026-05-01_REBUILT.xml.xz"
Taken = tuple[ListReading, list[Listing]]


@pytest.fixture(scope="module")
def taken(shared: Path) -> Taken:
    reading = read_list("eu_fsf", shared / "lists" / "eu" / FILE)
    return reading, list(reading.listings)


@pytest.fixture(scope="module")
def counts(taken: Taken) -> Counter[str]:
    return Counter(each.property for listing in taken[1] for each in listing.statements)


@pytest.fixture(scope="module")
def root(shared: Path) -> etree._Element:
    with lzma.open(shared / "lists" / "eu" / FILE) as file:
        return etree.parse(file).getroot()


def find_values(root: etree._Element, tag: str, name: str) -> list[str]:
    """Values of an attribute that are not empty, with one blank between words."""
    found = (" ".join(each.get(name, "").split()) for each in root.iter(NAMESPACE + tag))
    return [value for value in found if value]


def test_everything_in_the_file_is_known(taken: Taken) -> None:
    assert taken[0].warnings == []
    assert len(taken[1]) == 5860


def test_every_element_became_a_statement(counts: Counter[str], root: etree._Element) -> None:
    assert counts["Alias.name"] == counts["Alias.kind"] == len(list(root.iter(f"{NAMESPACE}nameAlias"))) == 29826
    assert counts["Identification.type"] == len(list(root.iter(f"{NAMESPACE}identification")))
    numbers = [number for number in find_values(root, "identification", "number") if number != "-"]
    assert counts["Identification.number"] == len(numbers)
    assert counts["Sanction.program"] == len(find_values(root, "regulation", "programme"))
    assert counts["Address.city"] == len(find_values(root, "address", "city"))
    assert counts["Address.street"] == len(find_values(root, "address", "street"))
    assert counts["Alias.language"] == len(find_values(root, "nameAlias", "nameLanguage"))
    assert counts["Sanction.unscId"] == len(find_values(root, "sanctionEntity", "unitedNationId"))


def test_every_text_of_the_file_stands_in_a_statement(taken: Taken, root: etree._Element) -> None:
    said: set[str] = set()
    for listing in taken[1]:
        for each in listing.statements:
            said.update((each.value, each.value.rstrip("~"), *each.value.split(", ")))
    fields = {
        "nameAlias": ("wholeName", "firstName", "middleName", "lastName", "function", "title"),
        "birthdate": ("birthdate",),
        "address": ("street", "city", "zipCode", "region"),
        "regulation": ("numberTitle", "programme", "entryIntoForceDate"),
        "regulationSummary": ("numberTitle", "publicationDate"),
        "sanctionEntity": ("euReferenceNumber", "designationDetails"),
    }
    for tag, names in fields.items():
        for name in names:
            assert set(find_values(root, tag, name)) <= said, (tag, name)


def test_exactly_one_name_of_each_party_is_the_primary_one(taken: Taken) -> None:
    for listing in taken[1]:
        kinds = [each.value for each in listing.statements if each.property == "Alias.kind"]
        assert kinds.count("name") == 1, listing.party_id
