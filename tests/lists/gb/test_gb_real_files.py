"""The real files, counted with the csv and json modules: no name, date, address, regime or document is lost."""

import csv
import json
import lzma
from collections import Counter
from pathlib import Path

import pytest

from ostiary.lists import read_list
from ostiary.model.lists import ListReading
from ostiary.model.statements import Listing

NAMES = [f"Name {number}" for number in (1, 2, 3, 4, 5, 6)]
ADDRESS = [*(f"Address {number}" for number in range(1, 7)), "Post/Zip Code", "Country"]
Taken = tuple[ListReading, list[Listing], list[dict[str, str]]]


@pytest.fixture(scope="module", params=["2025-04-10_converted", "2025-04-14_converted", "2018-04-13"])
def taken(shared: Path, request: pytest.FixtureRequest) -> Taken:
    path = shared / "lists" / "uk" / f"uk_ofsi_conlist_{request.param}.csv.xz"
    reading = read_list("gb_ofsi", path)
    encoding = "cp1252" if "2018" in request.param else "utf-8"
    with lzma.open(path, "rt", encoding=encoding, newline="") as file:
        next(file)
        rows = [{name: value.strip() for name, value in row.items()} for row in csv.DictReader(file)]
    return reading, list(reading.listings), rows


def count(listings: list[Listing]) -> Counter[str]:
    return Counter(each.property for listing in listings for each in listing.statements)


def distinct(rows: list[dict[str, str]], *columns: str) -> int:
    """How many different values the parties have in these columns together, leaving out blank ones."""
    found = {(row["Group ID"], *values) for row in rows if any(values := [row.get(name, "") for name in columns])}
    return len(found)


def test_every_group_is_a_party_and_every_field_is_kept(taken: Taken) -> None:
    _, listings, rows = taken
    counts = count(listings)
    assert len(listings) == len({row["Group ID"] for row in rows})
    assert counts["Address.full"] == distinct(rows, *ADDRESS)
    assert counts["Sanction.program"] == distinct(rows, "Regime")
    assert counts["Person.birthDate"] == distinct(rows, "DOB")
    assert counts["Thing.notes"] >= distinct(rows, "Other Information")
    dates = ["Listed On", *(["UK Sanctions List Date Designated"] if "Alias Quality" in rows[0] else [])]
    assert counts["Act.date"] == sum(distinct(rows, "Regime", name) for name in dates)


def test_every_written_name_is_there(taken: Taken) -> None:
    _, listings, rows = taken
    written = {
        (listing.party_id.partition(":")[2], each.value)
        for listing in listings
        for each in listing.statements
        if each.property == "Alias.name"
    }
    expected = {(row["Group ID"], " ".join(filter(None, (row[name] for name in NAMES)))) for row in rows}
    expected |= {(row["Group ID"], text) for row in rows if (text := row.get("Name Non-Latin Script"))}
    assert written == expected


def test_every_party_has_one_primary_name_and_an_act(taken: Taken) -> None:
    for listing in taken[1]:
        said = Counter((each.property, each.value) for each in listing.statements)
        assert said["Alias.kind", "name"] == 1, listing.party_id
        assert any(prop == "Act.date" for prop, _ in said), listing.party_id


def test_little_is_odd_in_them(taken: Taken) -> None:
    known = ("without a primary name", "do not belong together", "read as Windows-1252")
    assert [warning for warning in taken[0].warnings if not any(text in warning for text in known)] == []


def test_the_lines_of_json_are_kept_whole(shared: Path) -> None:
    path = shared / "lists" / "uk" / "uk_sanctions_list_2026-08-22.jsonl.xz"
    reading = read_list("gb_sanctions_list", path)
    listings = list(reading.listings)
    with lzma.open(path, "rt", encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    counts = count(listings)
    assert "birth dates" in reading.missing
    assert len(reading.warnings) == 2  # the day from the name, and what is missing
    assert len(listings) == len(records)
    measures = sum(len({part.strip() for part in record["sanctions_imposed"].split("|")}) for record in records)
    assert counts["Sanction.measure"] == measures
    assert counts["Sanction.unscId"] == sum("un_reference_number" in record for record in records)
    names = {
        (
            record["unique_id"],
            " ".join(filter(None, (name.get(f"name{n}", "").strip() for n in (1, 2, 3, 4, 5, 6)))),
        )
        for record in records
        for name in record["names"]["names"]
    }
    names |= {
        (record["unique_id"], name["name_non_latin_script"].strip())
        for record in records
        for name in record.get("non_latin_names", {}).get("names", ())
    }
    names = {(number, name) for number, name in names if name}
    written = {
        (listing.party_id.partition(":")[2], each.value)
        for listing in listings
        for each in listing.statements
        if each.property == "Alias.name"
    }
    assert written == names
