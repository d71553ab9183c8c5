"""The real file of April 2022, counted with the csv module."""

import csv
import lzma
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from ostiary.lists import read_list
from ostiary.model.lists import ListReading
from ostiary.model.statements import Listing

Taken = tuple[ListReading, list[Listing], list[dict[str, str]]]


@pytest.fixture(scope="module")
def taken(shared: Path) -> Taken:
    path = shared / "lists" / "other" / "us_csl_consolidated_2022-04.csv.xz"
    reading = read_list("us_csl", path, published=date(2022, 4, 15))
    with lzma.open(path, "rt", encoding="utf-8", newline="") as file:
        return reading, list(reading.listings), list(csv.DictReader(file))


def distinct(rows: list[dict[str, str]], column: str) -> int:
    return len({(row["_id"], part.strip()) for row in rows for part in row[column].split("; ") if part.strip()})


def test_every_number_is_a_party_and_every_value_is_kept(taken: Taken) -> None:
    _, listings, rows = taken
    counts = Counter(
        each.property
        for listing in listings
        for each in listing.statements
        if each.place.element == "line" or each.property == "Thing.notes"
    )
    assert len(listings) == len({row["_id"] for row in rows})
    assert counts["Sanction.list"] == len({(row["_id"], row["source"]) for row in rows})
    assert counts["Address.full"] == distinct(rows, "addresses")
    assert counts["Person.nationality"] == distinct(rows, "nationalities")
    assert counts["Person.citizenship"] == distinct(rows, "citizenships")
    assert counts["Person.birthPlace"] == distinct(rows, "places_of_birth")
    assert counts["Person.birthDate"] == distinct(rows, "dates_of_birth")
    assert counts["Thing.notes"] == len({(row["_id"], row["remarks"]) for row in rows if row["remarks"].strip()})
    names = {(row["_id"], row["name"].strip(), "name") for row in rows}
    aliases = [(row["_id"], name.strip()) for row in rows for name in row["alt_names"].split("; ")]
    names |= {
        (number, name.removeprefix("and ").lstrip("-").removesuffix(","), "") for number, name in aliases if name
    }
    assert counts["Alias.name"] == len(names)


def test_hardly_a_number_is_of_an_unknown_kind(taken: Taken) -> None:
    assert [warning.partition(" (")[0] for warning in taken[0].warnings] == [
        "unknown kind of number 'NIT #'",
        "unknown kind of number 'RSIN'",
    ]


def test_numbers_are_stated_once_each(taken: Taken) -> None:
    """Each is a property, a document or a wallet of its own; what two lists say in other words counts twice."""
    _, listings, rows = taken
    given = distinct(rows, "ids")
    own = ("Identification.number", "CryptoWallet.publicKey")
    features = Counter(
        each.property
        for listing in listings
        for each in listing.statements
        if each.property in own or (each.place.element == "line" and "/" not in each.subject)
    )
    columns = ("title", "call_sign", "vessel_type", "gross_tonnage", "gross_registered_tonnage", "vessel_flag")
    elsewhere = sum(distinct_whole(rows, column) for column in (*columns, "vessel_owner"))
    elsewhere += sum(distinct(rows, name) for name in ("nationalities", "citizenships", "places_of_birth"))
    elsewhere += distinct(rows, "dates_of_birth") + len(listings)
    assert sum(features.values()) - elsewhere == pytest.approx(given, rel=0.005)


def distinct_whole(rows: list[dict[str, str]], column: str) -> int:
    return len({(row["_id"], row[column]) for row in rows if row[column].strip()})
