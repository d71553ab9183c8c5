"""Seven real versions of the SDN list, recorded one after another, against independently counted changes."""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ostiary.lists import read_list
from ostiary.register import Register, open_register
from ostiary.register.standing import StandingReader
from tests.register.walking import find_present, walk_standing

#: Names of the files, less what is common, and the labels that they get in the register.
LABELS = {
    "2024-05-28": "2024-05-28",
    "2025-02-11": "2025-02-11",
    "2025-03-04": "2025-03-04",
    "2025-07-01": "2025-07-01",
    "2025-08-14": "2025-08-14",
    "2025-11-19a": "2025-11-19",
    "2025-11-19b": "2025-11-19.2",
}
TRANSITIONS = [("2025-02-11", "2025-03-04"), ("2025-07-01", "2025-08-14"), ("2025-11-19a", "2025-11-19b")]
PARTIES = {"2024-05-28": 14984, "2025-11-19b": 18367}
#: Syria's removal took some 520 parties at once.
SHRUNKEN = "2025-07-01"


@pytest.fixture(scope="module")
def folder(shared: Path) -> Path:
    return shared / "lists" / "us_ofac_sdn_advanced"


@pytest.fixture(scope="module")
def register(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    with open_register(tmp_path_factory.mktemp("real") / "register.db", create=True) as opened:
        for name in LABELS:
            reading = read_list("us_ofac", folder / f"sdn_advanced_{name}.xml.bz2")
            opened.record(reading, accept_shrink="the Syria program ended" if name == SHRUNKEN else "")
        yield opened


def _split_programs(cell: str) -> tuple[str, ...]:
    return tuple(sorted(tag for tag in cell.split("; ") if tag))


def test_expected_changes(register: Register, folder: Path) -> None:
    with (folder / "expected_changes.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    kinds = {"added": "listed", "removed": "delisted", "programs": "amended"}
    expected = {
        (
            row["from"],
            row["to"],
            kinds[row["change"]],
            row["uid"],
            row["name"],
            _split_programs(row["programs_before"]),
            _split_programs(row["programs_after"]),
        )
        for row in rows
    }
    found = {
        (since, until, one.kind, one.party_id.partition(":")[2], one.name, one.programs_before, one.programs_after)
        for since, until in TRANSITIONS
        for one in register.changes("us_ofac", LABELS[since], LABELS[until])
        if one.kind != "amended" or one.programs_before != one.programs_after
    }
    assert len(expected) == len(rows)
    assert found == expected


def test_versions(register: Register) -> None:
    versions = register.versions("us_ofac")
    assert [version.label for version in versions] == list(LABELS.values())
    parties = {version.label: version.parties for version in versions}
    assert all(parties[LABELS[name]] == number for name, number in PARTIES.items())
    assert [version.accepted_shrink != "" for version in versions] == [name == SHRUNKEN for name in LABELS]


def test_every_version_reads_back_whole(register: Register) -> None:
    # One after the largest loss, and the second of two with one date.
    for version in register.versions("us_ofac")[3::3]:
        ids = [party.id for party in register.state("us_ofac", known_at=version.label).parties()]
        assert len(ids) == len(set(ids)) == version.parties


@pytest.mark.parametrize("day", [None, date(2012, 6, 1), date(2025, 3, 1)])
def test_a_whole_version_is_read_as_statement_by_statement(register: Register, day: date | None) -> None:
    present = find_present(register, "us_ofac", "2025-03-04")
    read = dict(StandingReader(register._store, present.version, day).read(present.parties))
    assert read == walk_standing(register, present, day)


def test_a_cartel_becomes_a_terrorist_organisation(register: Register) -> None:
    dates = {
        one.program: (one.absent_in, one.first_in) for one in register.party("us_ofac:49756").entries[0].programs
    }
    assert dates["FTO"] == dates["SDGT"] == ("2025-02-11", "2025-03-04")
    assert register.party("us_ofac:49756", known_at=date(2025, 3, 1)).programs == ("TCO",)
    assert register.party("us_ofac:49756", valid_on=date(2025, 2, 11)).programs == ("TCO",)
    assert register.find_ids("tren de aragua") == ("us_ofac:49756",)


def test_size(register: Register) -> None:
    assert Path(register._store._engine.url.database or "").stat().st_size < 200e6
