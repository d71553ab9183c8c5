"""Real versions of the UN list, counted by other means: nothing of them is lost."""

import lzma
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from ostiary.lists import read_list
from ostiary.model.errors import ListFileError
from ostiary.model.lists import ListReading
from ostiary.model.statements import Listing

#: Version to the parties and warnings in it.
VERSIONS = {
    "2020-03-20": (1014, 1),
    "2023-01-27": (958, 1),
    "2024-01-31": (869, 1),
    "2025-08-02": (879, 1),
    "2025-12-10": (999, 1),
    "2026-02-27": (1003, 1),
}
Taken = tuple[ListReading, list[Listing], etree._Element]


@pytest.fixture(scope="module")
def folder(shared: Path) -> Path:
    return shared / "lists" / "un"


@pytest.fixture(scope="module", params=VERSIONS)
def taken(request: pytest.FixtureRequest, folder: Path) -> Taken:
    path = folder / f"un_consolidated_{request.param}.xml.xz"
    reading = read_list("un_sc", path)
    with lzma.open(path) as file:
        return reading, list(reading.listings), etree.parse(file).getroot()


def count_filled(root: etree._Element, path: str, *tags: str) -> int:
    """Elements of a path in which at least one of some children holds a text."""
    return sum(any((each.findtext(tag) or "").strip() for tag in tags) for each in root.iterfind(path))


def find_texts(root: etree._Element, path: str) -> Iterator[str]:
    return (" ".join(each.text.split()) for each in root.iterfind(path) if each.text and each.text.strip())


def test_every_party_is_read_and_what_cannot_be_understood_is_known(taken: Taken) -> None:
    reading, listings, _ = taken
    parties, warnings = VERSIONS[reading.published.isoformat()]
    assert (len(listings), len(reading.warnings)) == (parties, warnings)
    assert "Person.birthDate that cannot be read" in reading.warnings[0]


def test_every_element_became_a_statement(taken: Taken) -> None:
    _, listings, root = taken
    counts = Counter(each.property for listing in listings for each in listing.statements)
    assert counts["Sanction.program"] == counts["Sanction.authorityId"] == len(root.findall("./*/*/DATAID"))
    acts = len(set(find_acts(root)))
    assert counts["Act.date"] == acts
    addresses = ("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY", "NOTE")
    filled = sum(count_filled(root, f".//{kind}_ADDRESS", *addresses) for kind in ("INDIVIDUAL", "ENTITY"))
    assert filled - 5 <= counts["Address.full"] <= filled, "some are stated twice"
    documents = count_filled(root, ".//INDIVIDUAL_DOCUMENT", "TYPE_OF_DOCUMENT", "TYPE_OF_DOCUMENT2")
    assert documents - 5 <= counts["Identification.type"] <= documents, "some are stated twice"


def find_acts(root: etree._Element) -> Iterator[tuple[str, str]]:
    for party in root.iterfind("./*/*"):
        number = party.findtext("REFERENCE_NUMBER", "")
        yield number, "listed"
        for day in find_texts(party, "LAST_DAY_UPDATED/VALUE"):
            yield number, day


def test_every_text_of_the_file_stands_in_a_statement(taken: Taken) -> None:
    _, listings, root = taken
    said: set[str] = set()
    for listing in listings:
        for each in listing.statements:
            said.update((each.value, *each.value.split(", ")))
    for tag in ("DESIGNATION/VALUE", "TITLE/VALUE", "NATIONALITY/VALUE", "UN_LIST_TYPE", "LIST_TYPE/VALUE"):
        assert set(find_texts(root, f"./*/*/{tag}")) <= said, tag
    for tag in ("ALIAS_NAME", "NAME_ORIGINAL_SCRIPT", "DATAID", "REFERENCE_NUMBER", "FIRST_NAME", "CITY"):
        found = set(find_texts(root, f".//{tag}")) - said
        assert not [text for text in found if not is_parted(text, said)], tag


def is_parted(text: str, said: set[str]) -> bool:
    """Whether a text stands in statements piece by piece: names that a semicolon or parentheses part."""
    pieces = text.replace("original script:", "").replace("(", ";").replace(")", ";").replace(", ", ";").split(";")
    joined = " ".join(said)
    return all(piece.strip() in joined for piece in pieces)


def test_no_statement_is_made_twice_and_just_one_name_is_the_primary_one(taken: Taken) -> None:
    for listing in taken[1]:
        keys = {(each.subject, each.property, each.value, each.valid_from) for each in listing.statements}
        assert len(keys) == len(listing.statements)
        assert [each.value for each in listing.statements if each.property == "Alias.kind"].count("name") == 1


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("un_BAD_153bytes.html", "web page"),
        ("un_BAD_maintenance_page_92bytes.html", "web page"),
        ("un_consolidated_2025-08-16_MALFORMED_invalid_char.xml.xz", "malformed"),
    ],
)
def test_really_broken_files_are_refused(folder: Path, name: str, message: str) -> None:
    with pytest.raises(ListFileError, match=message):
        list(read_list("un_sc", folder / name).listings)


def test_the_version_says_when_it_was_made(folder: Path) -> None:
    path = folder / "un_consolidated_2020-03-20.xml.xz"
    assert read_list("un_sc", path).published == date(2020, 3, 20)
