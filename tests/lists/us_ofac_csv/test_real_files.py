"""The publisher's own files: every row and every weak name is there (beside the XML: bench/ofac_forms.py)."""

import csv
import lzma
import re
import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from ostiary.lists import read_list
from ostiary.model.lists import ListReading
from ostiary.model.statements import Listing

Taken = tuple[ListReading, list[Listing]]
WEAK = re.compile(r"(?:^|; )[afn]\.k\.a\. '")


@pytest.fixture(scope="module")
def folder(shared: Path) -> Path:
    return shared / "lists" / "us_ofac_csv"


def read_rows(path: Path) -> list[list[str]]:
    with lzma.open(path, "rt", encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows.pop() == ["\x1a"]
    return rows


def count(taken: Taken) -> Counter[str]:
    return Counter(each.property for listing in taken[1] for each in listing.statements)


@pytest.fixture(scope="module")
def consolidated(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Taken:
    day = tmp_path_factory.mktemp("day")
    for path in folder.glob("cons_*"):
        shutil.copy(path, day)
    reading = read_list("us_ofac_consolidated_csv", day, published=date(2025, 12, 1))
    return reading, list(reading.listings)


@pytest.fixture(scope="module")
def main_table(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Taken:
    day = tmp_path_factory.mktemp("day")
    shutil.copy(folder / "sdn_2024-05-03.csv.xz", day)
    reading = read_list("us_ofac_csv", day / "sdn_2024-05-03.csv.xz")
    return reading, list(reading.listings)


def test_the_four_tables_of_one_day_are_read_whole(consolidated: Taken, folder: Path) -> None:
    reading, listings = consolidated
    assert (reading.warnings, reading.missing) == ([], "")
    main = read_rows(folder / "cons_prim_2025-12.csv.xz")
    more = dict(read_rows(folder / "cons_comments_2025-12.csv.xz"))
    weak = sum(len(WEAK.findall(row[11] + more.get(row[0], ""))) for row in main)
    strong = len(read_rows(folder / "cons_alt_2025-12.csv.xz"))
    places = [row for row in read_rows(folder / "cons_add_2025-12.csv.xz") if {*row[2:5]} != {"-0- "}]
    counts = count(consolidated)
    assert [listing.party_id.partition(":")[2] for listing in listings] == [row[0] for row in main]
    assert counts["Alias.name"] == len(main) + strong + weak
    assert counts["Address.full"] == len(places)
    assert counts["Sanction.program"] == sum(len(row[3].split("] [")) for row in main)


def test_a_main_table_alone_says_what_it_lacks(main_table: Taken, folder: Path) -> None:
    reading, listings = main_table
    assert "all strong aliases" in reading.missing
    assert any("18 in all" in warning and "no continuation" in warning for warning in reading.warnings)
    rows = read_rows(folder / "sdn_2024-05-03.csv.xz")
    assert [listing.party_id.partition(":")[2] for listing in listings] == [row[0] for row in rows]


def test_a_null_within_a_number_is_no_null(main_table: Taken) -> None:
    (said,) = (listing.statements for listing in main_table[1] if listing.party_id == "us_ofac_csv:8214")
    numbers = [each.value for each in said if each.property == "Identification.number"]
    assert numbers == ["CH-217-0-431-423-3"]


def test_the_files_of_two_days_are_not_joined(folder: Path) -> None:
    reading = read_list("us_ofac_csv", folder / "sdn_2024-05-03.csv.xz")
    assert "alternate names" in reading.missing
    assert "alt_2025-12.csv.xz speaks of party" in reading.missing
