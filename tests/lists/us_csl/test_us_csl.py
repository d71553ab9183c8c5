"""The Consolidated Screening List in the publisher's form, with invented parties."""

from datetime import date
from pathlib import Path

import pytest

from ostiary.lists import read_list
from ostiary.model.errors import ForeignListError, ListFileError
from ostiary.model.lists import ListReading
from ostiary.model.statements import Statement

FILE = Path(__file__).with_name("consolidated.csv")
DAY = date(2022, 4, 15)
Parties = dict[str, list[Statement]]


def read(path: Path = FILE) -> tuple[Parties, ListReading]:
    reading = read_list("us_csl", path, published=DAY)
    return {each.party_id.partition(":")[2]: list(each.statements) for each in reading.listings}, reading


@pytest.fixture(scope="module")
def parties() -> Parties:
    return read()[0]


def test_the_fixture_is_read_and_an_unknown_kind_of_number_is_told() -> None:
    found, reading = read()
    assert list(found) == ["5f1e", "6a2b", "7c3d", "8d4e", "9001", "9002", "9003", "9004", "9005"]
    assert [warning.partition(" (")[0] for warning in reading.warnings] == ["unknown kind of number 'RSIN'"]
    assert reading.published == DAY
    assert reading.snapshot is not None


@pytest.mark.parametrize(
    ("number", "part", "prop", "values"),
    [
        ("5f1e", "", "Thing.schema", ["Thing"]),
        ("5f1e", "alias", "Alias.name", ["Aron Delmar"]),
        ("5f1e", "address", "Address.country", ["RU"]),
        ("5f1e", "entry", "Sanction.list", ["Denied Persons List (DPL) - Bureau of Industry and Security"]),
        ("5f1e", "entry", "Sanction.program", ["DPL"]),
        ("6a2b", "entry", "Sanction.program", ["EL"]),
        ("5f1e", "entry", "Sanction.authority", ["Bureau of Industry and Security"]),
        ("5f1e", "entry", "Sanction.measureComment", ["Standard order: Y"]),
        ("5f1e", "entry", "Sanction.endDate", ["2056-06-29"]),
        ("5f1e", "entry/act", "Act.date", ["2003-06-19"]),
        ("5f1e", "entry/act", "Act.legalBasis", ["68 F.R. 38290 6/27/03"]),
        ("5f1e", "", "Thing.notes", ["FR NOTICE ADDED"]),
        ("6a2b", "alias", "Alias.name", ["LW", "Lamp Works", "Lantern Factory", "Lantern Works"]),
        ("6a2b", "address", "Address.full", ["2 Quay Street, Strelsau, RU", "ZENDA"]),
        (
            "6a2b",
            "entry",
            "Sanction.measureComment",
            ["License policy: Presumption of denial.", "License requirement: For all items subject to the EAR."],
        ),
        ("7c3d", "entry/act", "Act.legalBasis", ["77 FR 61249 No. 195"]),
        ("8d4e", "address", "Address.country", ["HK"]),
        ("9001", "", "Thing.schema", ["LegalEntity"]),
        ("9001", "entry", "Sanction.program", ["IRAN", "RUSSIA-EO14024", "SDGT"]),
        ("9001", "entry", "Sanction.authorityId", ["9001", "9001"]),
        ("9001", "alias", "Alias.kind", ["a.k.a.", "name"]),
        ("9001", "document", "Identification.type", ["RSIN", "Tax ID No."]),
        ("9001", "document", "Identification.number", ["7700112233", "XX, 858100034"]),
        ("9001", "document", "Identification.country", ["RU"]),
        ("9001", "", "LegalEntity.website", ["www.lantern.example"]),
        ("9001", "", "LegalEntity.incorporationDate", ["1999-03-14"]),
        ("9001", "", "Ofac.secondarySanctionsRisk", ["section 1(b), as amended"]),
        ("9001", "wallet", "CryptoWallet.publicKey", ["0x098b716b8aaf21512996dc57eb0615e2383e2f96"]),
        ("9001", "wallet", "CryptoWallet.currency", ["ETH"]),
        ("9001", "relation", "Relation.target", ["us_csl:9005"]),
        ("9001", "", "Ofac.linkedTo", ["SOMEBODY ELSE"]),
        ("9002", "", "Person.birthDate", ["1960-01-02", "1960/1962", "1961~"]),
        ("9002", "", "Person.citizenship", ["CO", "MX"]),
        ("9002", "", "Person.nationality", ["RU"]),
        ("9002", "", "Person.birthPlace", ["Strelsau, Ruritania", "Zenda"]),
        ("9002", "", "Person.position", ["Director"]),
        ("9002", "", "Person.gender", ["Male"]),
        ("9002", "alias", "Alias.part:lastName", ["VANE"]),
        ("9002", "alias", "Alias.part:firstName", ["Rupert"]),
        ("9002", "document", "Identification.country", ["MX"]),
        ("9003", "", "Vessel.callSign", ["XYZ12"]),
        ("9003", "", "Vehicle.type", ["Tug"]),
        ("9003", "", "Vessel.tonnage", ["318000"]),
        ("9003", "", "Vessel.grossRegisteredTonnage", ["163660"]),
        ("9003", "", "Vessel.flag", ["Iran"]),
        ("9003", "", "Vehicle.owner", ["Heron Lines"]),
        ("9003", "document", "Identification.number", ["IMO 9000001"]),
        ("9004", "", "Thing.schema", ["Airplane"]),
        ("9004", "", "Vehicle.model", ["IL76-TD"]),
    ],
)
def test_every_column_becomes_statements(
    parties: Parties, number: str, part: str, prop: str, values: list[str]
) -> None:
    found = [
        each.value
        for each in parties[number]
        if each.property == prop and "/".join(each.subject.split("/")[1::2]) == part
    ]
    assert sorted(found) == sorted(values)


def test_an_entry_is_in_force_from_its_first_day_to_its_last(parties: Parties) -> None:
    terms = {(each.valid_from, each.valid_until) for each in parties["5f1e"] if "/entry/" in each.subject}
    assert terms == {("2003-06-19", "2056-06-29")}


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("9002,Specially", ",Specially", "lacks the attribute _id"),
        (",Individual,", ",Robot,", "types \\['robot'\\]"),
        ("9002,Specially", "9003,Specially", "types \\['individual', 'vessel'\\]"),
        ('"VANE, Rupert"', "", "has no name"),
        ("ITAR Debarred (DTC) - State Department", "", "names no source"),
        ("2056-06-29", "soon", "'soon' is not a day"),
        ("_id,", "id,", "columns _id are missing"),
        ('Strelsau, Ruritania; Zenda"', "Strelsau", "malformed"),
    ],
)
def test_a_broken_file_is_refused_with_its_place(tmp_path: Path, old: str, new: str, what: str) -> None:
    text = FILE.read_text("utf-8")
    assert old in text
    path = tmp_path / "list.csv"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ListFileError, match=what) as caught:
        read(path)
    assert str(path) in caught.value.where


def test_lists_that_name_a_party_differently_are_told(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    text = FILE.read_text("utf-8").replace('RUSSIA-EO14024,"LANTERN', 'RUSSIA-EO14024,"OLD LANTERN')
    path.write_text(text, encoding="utf-8")
    found, reading = read(path)
    kinds = {each.value for each in found["9001"] if each.property == "Alias.kind"}
    assert "also written" in kinds
    assert any("name it differently" in warning for warning in reading.warnings)


def test_a_list_that_nobody_dates_and_another_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ListFileError, match="no date of publication"):
        read_list("us_csl", FILE)
    path = tmp_path / "other.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(ForeignListError):
        read_list("us_csl", path, published=DAY)
