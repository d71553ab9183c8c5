"""A real version of OFAC's non-SDN list, counted by other means: nothing of it is lost."""

import lzma
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from ostiary.lists import read_list
from ostiary.model.lists import ListReading
from ostiary.model.statements import Listing

FILE = "ofac_consolidated_nonsdn_2025-03-28.xml.xz"
Taken = tuple[ListReading, list[Listing]]


@pytest.fixture(scope="module")
def taken(shared: Path) -> Taken:
    reading = read_list("us_ofac_consolidated", shared / "lists" / "other" / FILE)
    return reading, list(reading.listings)


@pytest.fixture(scope="module")
def root(shared: Path) -> etree._Element:
    with lzma.open(shared / "lists" / "other" / FILE) as file:
        return etree.parse(file).getroot()


def test_everything_in_the_file_is_known(taken: Taken) -> None:
    assert taken[0].warnings == []
    assert len(taken[1]) == 443


def test_every_element_became_a_statement(taken: Taken, root: etree._Element) -> None:
    counts = Counter(each.property for listing in taken[1] for each in listing.statements)
    found = Counter(etree.QName(element).localname for element in root.iter())
    assert counts["Alias.name"] == found["sdnEntry"] + found["aka"]
    assert counts["Alias.part:firstName"] == found["firstName"]
    assert counts["Address.full"] == found["address"]
    assert counts["Sanction.program"] == found["program"]
    assert counts["Person.birthDate"] == found["dateOfBirth"]
    assert counts["Thing.notes"] == found["remarks"]
    assert counts["Relation.target"] + counts["Ofac.linkedTo"] == sum(
        (element.text or "").count("Linked To: ") for element in root.iter("{*}remarks")
    )


def test_every_text_of_the_file_stands_in_a_statement(taken: Taken, root: etree._Element) -> None:
    said = {each.value for listing in taken[1] for each in listing.statements}
    dates = ("Listing Date", "Effective Date", "Purchase/Sales", "Organization Established Date")
    for element in root.iter("{*}id"):
        kind, number = element.findtext("{*}idType", ""), element.findtext("{*}idNumber", "")
        assert kind.startswith(dates) or " ".join(number.split()) in said, (kind, number)
