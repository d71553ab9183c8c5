"""The newest real list: counts against a plain count of its elements, no warnings, known values."""

import bz2
import csv
import hashlib
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from ostiary.lists import read_list
from ostiary.lists.us_ofac.mapping import load_mapping
from ostiary.model.lists import ListReading
from ostiary.model.statements import Listing

Taken = tuple[ListReading, list[Listing]]


@pytest.fixture(scope="module")
def folder(shared: Path) -> Path:
    return shared / "lists" / "us_ofac_sdn_advanced"


@pytest.fixture(scope="module")
def taken(folder: Path) -> Taken:
    reading = read_list("us_ofac", folder / "sdn_advanced_2025-11-19b.xml.bz2")
    return reading, list(reading.listings)


@pytest.fixture(scope="module")
def counts(taken: Taken) -> Counter[str]:
    return Counter(each.property for listing in taken[1] for each in listing.statements)


@pytest.fixture(scope="module")
def elements(folder: Path) -> Counter[str]:
    """Elements of the file by name; features by their type."""
    namespace = f"{{{load_mapping().namespace}}}"
    found: Counter[str] = Counter()
    kinds: dict[str, str] = {}
    with bz2.open(folder / "sdn_advanced_2025-11-19b.xml.bz2") as file:
        names = ("FeatureType", "Feature", "DocumentedName", "IDRegDocument", "ProfileRelationship", "EntryEvent")
        for _, element in etree.iterparse(file, tag=[namespace + name for name in names]):
            name = element.tag.removeprefix(namespace)
            found[name] += 1
            if name == "FeatureType":
                kinds[element.get("ID")] = element.text
            elif name == "Feature":
                found[kinds[element.get("FeatureTypeID")]] += 1
            element.clear()
    return found


def test_everything_in_the_file_is_known(taken: Taken) -> None:
    assert taken[0].warnings == []


def test_the_snapshot_is_the_file_as_stored(taken: Taken, folder: Path) -> None:
    stored = (folder / "sdn_advanced_2025-11-19b.xml.bz2").read_bytes()
    assert taken[0].snapshot is not None
    assert taken[0].snapshot.digest == hashlib.sha256(stored).hexdigest()


def test_every_element_became_a_statement(taken: Taken, counts: Counter[str], elements: Counter[str]) -> None:
    assert len(taken[1]) == 18367
    assert counts["Alias.name"] == elements["DocumentedName"] == 48482
    assert counts["Identification.number"] == elements["IDRegDocument"]
    assert counts["Relation.target"] == elements["ProfileRelationship"]
    assert counts["Act.date"] == elements["EntryEvent"]
    assert counts["Address.full"] == elements["Location"]
    assert (
        sum(count for name, count in elements.items() if name.startswith("Digital"))
        == counts["CryptoWallet.publicKey"]
    )


def test_every_feature_became_a_statement_of_its_property(counts: Counter[str], elements: Counter[str]) -> None:
    """A few values are stated twice by the list, and once by us."""
    for feature, prop in load_mapping().features.items():
        names = {prop} if isinstance(prop, str) else set(prop.values())
        sources = [key for key, value in load_mapping().features.items() if value == prop]
        stated = sum(counts[name] + counts[f"{name}:false"] for name in names)
        due = sum(elements[source] for source in sources)
        assert due - 3 <= stated <= due or "LegalEntity.jurisdiction" in names, feature


def test_exactly_one_name_of_each_party_is_the_primary_one(taken: Taken) -> None:
    for listing in taken[1]:
        kinds = [each.value for each in listing.statements if each.property == "Alias.kind"]
        assert kinds.count("name") == 1, listing.party_id


def test_no_statement_is_made_twice_and_none_is_empty(taken: Taken) -> None:
    for listing in taken[1]:
        keys = {(each.subject, each.property, each.value, each.valid_from) for each in listing.statements}
        assert len(keys) == len(listing.statements)
        assert all(each.value and each.subject.split("/")[0] == listing.party_id for each in listing.statements)


def test_added_parties_have_the_expected_names(taken: Taken, folder: Path) -> None:
    with (folder / "expected_changes.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["change"] == "added"]
    names: dict[str, str] = {}
    for listing in taken[1]:
        primary = next(
            each.subject for each in listing.statements if (each.property, each.value) == ("Alias.kind", "name")
        )
        names[listing.party_id] = next(
            each.value for each in listing.statements if (each.subject, each.property) == (primary, "Alias.name")
        )
    same = [row for row in rows if names.get(f"us_ofac:{row['uid']}") == row["name"]]
    assert len(same) > 0.9 * len(rows) > 100, "some were renamed or removed later"
