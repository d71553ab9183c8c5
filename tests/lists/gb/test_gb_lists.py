"""Both British lists in the publishers' forms, with invented parties; the columns are those of the real files."""

import csv
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from ostiary.lists import read_list
from ostiary.lists.gb.mapping import load_mapping
from ostiary.model.errors import ForeignListError, ListFileError
from ostiary.model.lists import ListReading

HERE = Path(__file__).parent
LISTS = {
    "ofsi_36.csv": "gb_ofsi",
    "ofsi_29.csv": "gb_ofsi",
    "sanctions_list.csv": "gb_sanctions_list",
    "sanctions_list_2026-08-22.jsonl": "gb_sanctions_list",
}
Said = dict[tuple[str, str], list[str]]


def read(path: Path, list_id: str) -> tuple[dict[str, Said], ListReading]:
    """By party: kind of part and property to the values."""
    reading = read_list(list_id, path)
    parties: dict[str, Said] = {}
    for listing in reading.listings:
        said = parties.setdefault(listing.party_id.partition(":")[2], {})
        for each in listing.statements:
            kind = "/".join(each.subject.split("/")[1::2])
            said.setdefault((kind, each.property), []).append(each.value)
    return parties, reading


@pytest.fixture(scope="module")
def parties() -> dict[str, dict[str, Said]]:
    return {name: read(HERE / name, list_id)[0] for name, list_id in LISTS.items()}


@pytest.mark.parametrize(
    ("name", "published", "warnings"),
    [
        ("ofsi_36.csv", date(2025, 4, 14), []),
        ("ofsi_29.csv", date(2018, 4, 13), ["read as Windows-1252"]),
        ("sanctions_list.csv", date(2026, 2, 13), []),
        ("sanctions_list_2026-08-22.jsonl", date(2026, 8, 22), ["taken from its name", "are not the publisher's"]),
    ],
)
def test_every_form_is_read_with_nothing_unknown(name: str, published: date, warnings: list[str]) -> None:
    reading = read(HERE / name, LISTS[name])[1]
    assert reading.published == published
    assert len(reading.warnings) == len(warnings)
    assert all(text in warning for text, warning in zip(warnings, reading.warnings, strict=True))
    assert reading.snapshot is not None
    assert bool(reading.missing) == name.endswith("jsonl")


NEW, OLD, CSV, JSON = LISTS
CASES = [
    (NEW, "90001", "", "Thing.schema", ["Person"]),
    (NEW, "90002", "", "Thing.schema", ["LegalEntity"]),
    (NEW, "90003", "", "Thing.schema", ["Vessel"]),
    (NEW, "90001", "", "Person.birthDate", ["1980", "1981-09", "1982-04-03"]),
    (NEW, "90001", "", "Person.birthPlace", ["Strelsau", "Zenda"]),
    (NEW, "90001", "", "Person.birthCountry", ["Ruritania"]),
    (NEW, "90001", "", "Person.nationality", ["Ruritania", "Syldavia"]),
    (NEW, "90001", "", "Person.title", ["Dr", "Haji"]),
    (NEW, "90001", "", "Person.position", ["Director", "Member of the Board"]),
    (NEW, "90001", "", "Person.gender", ["Male"]),
    (NEW, "90001", "", "LegalEntity.phone", ["+99 1 555 0100", "+99 1 555 0101"]),
    (NEW, "90001", "", "Gb.fax", ["+99 1 555 0102"]),
    (NEW, "90001", "", "LegalEntity.email", ["vane@example.org"]),
    (NEW, "90001", "", "LegalEntity.website", ["www.vane.example"]),
    (NEW, "90001", "", "Thing.modifiedAt", ["2024-06-05"]),
    (NEW, "90002", "", "LegalEntity.phone", ["+99 1 555 0199"]),
    (NEW, "90002", "", "LegalEntity.legalForm", ["Joint Stock Company"]),
    (NEW, "90002", "", "Gb.parentCompany", ["Harbour Holding"]),
    (NEW, "90002", "", "Gb.subsidiary", ["Lamp Ltd", "Wick Ltd"]),
    (NEW, "90002", "alias", "Alias.kind", ["f.k.a.", "name"]),
    (NEW, "90002", "alias", "Alias.part:entityName", ["LAMP & SONS", "LANTERN TRADING"]),
    (NEW, "90002", "document", "Identification.number", ["2756979", "TIN: 7718"]),
    (NEW, "90003", "", "Vessel.imoNumber", ["9000001"]),
    (NEW, "90003", "", "Vehicle.owner", ["Heron Lines"]),
    (NEW, "90003", "", "Gb.previousOwner", ["Grebe Lines"]),
    (NEW, "90003", "", "Vessel.flag", ["Ruritania"]),
    (NEW, "90003", "", "Vessel.pastFlags", ["Zenda"]),
    (NEW, "90003", "", "Vehicle.type", ["Oil tanker"]),
    (NEW, "90003", "", "Vessel.tonnage", ["1676"]),
    (NEW, "90003", "", "Gb.shipLength", ["75"]),
    (NEW, "90003", "", "Vehicle.buildDate", ["1986"]),
    (
        NEW,
        "90001",
        "alias",
        "Alias.name",
        [
            "Rudolf Maria Karl Otto Georg VANE",
            "Rupert Albert VANE",
            "Rupert WANE",
            "THE LOCKSMITH",
            "Руперт Вейн",
            "الحداد",
        ],
    ),
    (NEW, "90001", "alias", "Alias.kind", ["a.k.a."] * 3 + ["also written"] * 2 + ["name"]),
    (NEW, "90001", "alias", "Alias.quality", ["strong"] * 4 + ["weak"] * 2),
    (NEW, "90001", "alias", "Alias.script", ["Arabic", "Cyrillic"]),
    (NEW, "90001", "alias", "Alias.language", ["Arabic", "Russian"]),
    (NEW, "90001", "alias", "Alias.part:firstName", ["Rudolf", "Rupert", "Rupert"]),
    (NEW, "90001", "alias", "Alias.part:middleName", ["Albert", "Georg", "Karl", "Maria", "Otto"]),
    (
        NEW,
        "90001",
        "document",
        "Identification.type",
        ["National identification", "Passport", "Passport", "Passport"],
    ),
    (NEW, "90001", "document", "Identification.number", ["998877", "A-1234", "B777", "C555"]),
    (NEW, "90001", "document", "Identification.validity", ["Fraudulent"]),
    (
        NEW,
        "90001",
        "address",
        "Address.full",
        [
            "1 Quay Street, Harbour, Old Town, District 4, Strelsau, Ruritania Province, 1010, Ruritania",
            "Zenda, Ruritania",
        ],
    ),
    (NEW, "90001", "address", "Address.postalCode", ["1010"]),
    (NEW, "90001", "entry", "Sanction.program", ["Ruritania", "Syldavia"]),
    (NEW, "90001", "entry", "Sanction.list", ["Consolidated List", "Consolidated List"]),
    (NEW, "90001", "entry", "Sanction.authorityId", ["RUS9001", "RUS9001"]),
    (NEW, "90001", "entry", "Sanction.unscId", ["QDi.999", "QDi.999"]),
    (NEW, "90001", "entry", "Sanction.reason", ["Rupert VANE is an involved person (see note 3)."] * 2),
    (
        NEW,
        "90001",
        "entry",
        "Sanction.measure",
        ["Asset freeze", "Asset freeze", "Trust services", "Trust services"],
    ),
    (NEW, "90001", "entry/act", "Act.date", ["2020-01-31", "2020-02-01", "2021-08-06", "2021-08-07"]),
    (NEW, "90001", "entry/act", "Act.event", ["Date Designated", "Date Designated", "Listed On", "Listed On"]),
    (OLD, "90004", "alias", "Alias.name", ["FLAVIA", "Élodie RASSENDYLL"]),
    (OLD, "90004", "alias", "Alias.kind", ["a.k.a.", "name"]),
    (OLD, "90004", "", "Person.birthDate", ["1938-05"]),
    (OLD, "90004", "", "Person.nationality", ["Ruritanian", "Zendan"]),
    (OLD, "90004", "document", "Identification.number", ["1729765", "Q592667"]),
    (
        OLD,
        "90004",
        "document",
        "Identification.comment",
        ["Passport no. Q592667 (issued 2007)", "Ration card no. 1729765"],
    ),
    (OLD, "90004", "entry", "Sanction.unscId", ["QDi.998"]),
    (OLD, "90004", "entry/act", "Act.date", ["2016-04-01"]),
    (OLD, "90005", "document", "Identification.type", ["IMO number"]),
    (OLD, "90005", "document", "Identification.number", ["9000002"]),
    (CSV, "RUS9101", "alias", "Alias.name", ["Flavia A B C D ELPHBERG", "Flavia Elfberg", "The Red", "Флавия"]),
    (CSV, "RUS9101", "alias", "Alias.quality", ["strong", "strong", "strong", "weak"]),
    (CSV, "RUS9101", "", "Person.birthDate", ["1945", "1946-11-17"]),
    (CSV, "RUS9101", "", "Person.gender", ["Female"]),
    (CSV, "RUS9101", "", "Thing.notes", ["A remark, with a comma."]),
    (CSV, "RUS9101", "", "Gb.ofsiGroupId", ["17001"]),
    (CSV, "RUS9101", "document", "Identification.number", ["998877", "A-1234", "B777"]),
    (CSV, "RUS9101", "entry", "Sanction.program", ["The Ruritania (Sanctions) Regulations 2020"]),
    (CSV, "RUS9101", "entry", "Sanction.measure", ["Asset freeze", "Travel Ban"]),
    (CSV, "RUS9101", "entry", "Sanction.authority", ["UK", "UN"]),
    (CSV, "RUS9101", "entry", "Sanction.reason", ["Involved.\nFor years."]),
    (CSV, "RUS9101", "entry", "Sanction.unscId", ["QDi.997"]),
    (CSV, "RUS9101", "entry/act", "Act.date", ["2012-06-29"]),
    (CSV, "RUS9102", "", "Vessel.imoNumber", ["IMO9000001"]),
    (CSV, "RUS9102", "", "Vessel.pastFlags", ["Syldavia", "Zenda"]),
    (CSV, "RUS9102", "", "Vehicle.buildDate", ["2019"]),
    (CSV, "RUS9102", "", "Gb.hullIdentificationNumber", ["HIN1"]),
    (CSV, "RUS9103", "", "LegalEntity.legalForm", ["Company"]),
    (CSV, "RUS9103", "document", "Identification.type", ["Business registration number", "IMO number"]),
    (JSON, "RUS9101", "alias", "Alias.name", ["Flavia A B C D ELPHBERG", "The Red", "Флавия"]),
    (JSON, "RUS9101", "alias", "Alias.quality", ["strong", "strong", "weak"]),
    (
        JSON,
        "RUS9101",
        "address",
        "Address.full",
        ["1 Castle Road, a, b, c, d, Zenda, 2020, Ruritania", "Strelsau"],
    ),
    (JSON, "RUS9101", "entry", "Sanction.measure", ["Asset freeze", "Travel Ban"]),
    (JSON, "RUS9101", "entry/act", "Act.date", ["2012-06-29"]),
    (JSON, "RUS9102", "", "Thing.schema", ["Vessel"]),
]


@pytest.mark.parametrize(("name", "number", "part", "prop", "values"), CASES)
def test_every_column_becomes_statements(
    parties: dict[str, dict[str, Said]], name: str, number: str, part: str, prop: str, values: list[str]
) -> None:
    assert sorted(parties[name][number][part, prop]) == sorted(values)


def test_a_ship_that_somebody_only_owns_gives_no_number(parties: dict[str, dict[str, Said]]) -> None:
    assert ("document", "Identification.number") not in parties[OLD]["90006"]


def test_every_property_of_the_mapping_is_in_a_fixture(parties: dict[str, dict[str, Said]]) -> None:
    mapping = load_mapping()
    seen = {prop for each in parties.values() for said in each.values() for _, prop in said}
    assert {*mapping.properties.values(), *mapping.dates.values()} <= seen


def test_an_alias_keeps_its_key_when_rows_move(tmp_path: Path) -> None:
    first, header, *rows = (HERE / NEW).read_bytes().splitlines(keepends=True)
    (tmp_path / "turned.csv").write_bytes(first + header + b"".join(reversed(rows)))
    subjects = [
        {each.subject for listing in read_list("gb_ofsi", path).listings for each in listing.statements}
        for path in (HERE / NEW, tmp_path / "turned.csv")
    ]
    assert subjects[0] == subjects[1]


Rows = list[list[str]]


def _set(row: int, column: int, value: str) -> Callable[[Rows], None]:
    def change(rows: Rows) -> None:
        rows[row][column] = value

    return change


def _cut(row: int) -> Callable[[Rows], None]:
    def change(rows: Rows) -> None:
        rows[row].pop()

    return change


KIND, NAME, REGIME, LISTED, GROUP = 28, 0, 31, 32, 35


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (_set(0, 1, "soon"), "'soon' is not a day"),
        (_set(1, 10, "Birthday"), "columns DOB are missing"),
        (_set(1, 7, "DOB"), "columns Name Non-Latin Script are missing"),
        (_cut(4), "has 35 fields where 36 are due"),
        (_set(10, KIND, "Robot"), "types \\['Robot'\\]"),
        (_set(2, KIND, "Entity"), "types \\['Entity', 'Individual'\\]"),
        (_set(10, NAME, ""), "has no name"),
        (_set(10, REGIME, ""), "names no regime"),
        (_set(10, LISTED, "00/00/2020"), "'00/00/2020' is not a day"),
        (_set(10, GROUP, ""), "lacks the attribute Group ID"),
    ],
)
def test_a_broken_file_is_refused_with_its_place(
    tmp_path: Path, change: Callable[[Rows], None], what: str
) -> None:
    rows = list(csv.reader(io.StringIO((HERE / NEW).read_text("utf-8"), newline="")))
    change(rows)
    path = tmp_path / "list.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    with pytest.raises(ListFileError, match=what) as caught:
        list(read_list("gb_ofsi", path).listings)
    assert caught.value.where.startswith(f"{path}: line")


def test_what_is_odd_is_told(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    rows = list(csv.reader(io.StringIO((HERE / NEW).read_text("utf-8"), newline="")))
    for row in rows[2:]:
        row.append("blue")
    rows[1].append("Colour")
    rows[2][10], rows[9][29], rows[7][14] = "in spring", "WKA", "A-1"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    warnings = " ".join(read(path, "gb_ofsi")[1].warnings)
    for told in (
        "unknown attribute row@Colour",
        "in spring",
        "unknown kind of name 'WKA'",
        "do not belong together",
    ):
        assert told in warnings


def test_a_party_whose_primary_name_the_list_forgot_has_its_first_name_and_it_is_told(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes((HERE / NEW).read_bytes().replace(b",Ship,Primary name,", b",Ship,Primary name variation,"))
    found, reading = read(path, "gb_ofsi")
    assert found["90003"]["alias", "Alias.kind"] == ["name"]
    assert any("without a primary name" in warning for warning in reading.warnings)


@pytest.mark.parametrize("list_id", ["gb_ofsi", "gb_sanctions_list"])
@pytest.mark.parametrize(
    "content",
    [
        b"<!doctype html><p>Wait</p>",
        b"<?xml version='1.0'?><Designations/>",
        b'36,"AEROCARIBBEAN",-0- \r\n',
        b'{"id": "x"}\n',
        b"Report Date: 13-Feb-2026\r\na,b\r\n",
        b"Last Updated,13/02/2026\r\na,b\r\n",
    ],
)
def test_another_file_is_refused_at_once(tmp_path: Path, list_id: str, content: bytes) -> None:
    path = tmp_path / "2026-01-01.csv"
    path.write_bytes(content)
    with pytest.raises(ListFileError):
        read_list(list_id, path)


def test_each_british_list_refuses_the_other() -> None:
    for name, list_id in LISTS.items():
        other = {"gb_ofsi": "gb_sanctions_list", "gb_sanctions_list": "gb_ofsi"}[list_id]
        with pytest.raises(ForeignListError):
            read_list(other, HERE / name)


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ('{"unique_id": "RUS1"', "not JSON"),
        ("[1]", "not a JSON object"),
        ("[" * 100_000, "not JSON"),
        ('{"unique_id": "RUS1"}', "no entry of the UK Sanctions List"),
    ],
)
def test_a_broken_line_of_json_is_refused_with_its_number(tmp_path: Path, line: str, what: str) -> None:
    path = tmp_path / "list_2026-08-22.jsonl"
    path.write_text((HERE / JSON).read_text("utf-8") + line + "\n", encoding="utf-8")
    with pytest.raises(ListFileError, match=what) as caught:
        list(read_list("gb_sanctions_list", path).listings)
    assert caught.value.where == f"{path}: line 3"


def test_an_unknown_field_of_a_line_is_told(tmp_path: Path) -> None:
    path = tmp_path / "list_2026-08-22.jsonl"
    text = (HERE / JSON).read_text("utf-8").replace('"name_type"', '"colour": "blue", "name_type"', 1)
    path.write_text(text, encoding="utf-8")
    assert any("names@colour" in warning for warning in read(path, "gb_sanctions_list")[1].warnings)
