"""The four tables as OFAC's data specification describes them, with invented parties."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from ostiary.lists import read_list
from ostiary.lists.us_ofac_csv.tables import clear_null
from ostiary.model.errors import ForeignListError, ListFileError
from ostiary.model.lists import ListReading
from ostiary.model.statements import Listing

HERE = Path(__file__).parent
DAY = date(2025, 12, 1)
Said = dict[tuple[str, str], list[str]]


def read(path: Path, list_id: str = "us_ofac_csv") -> tuple[dict[str, Listing], ListReading]:
    reading = read_list(list_id, path, published=DAY)
    return {listing.party_id.partition(":")[2]: listing for listing in reading.listings}, reading


def group(listing: Listing) -> Said:
    """Kind of part and property to the values."""
    said: Said = {}
    for statement in listing.statements:
        kind = statement.subject.split("/")[1] if "/" in statement.subject else ""
        said.setdefault((kind, statement.property), []).append(statement.value)
    return said


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(HERE / "whole", tmp_path / "day"))


@pytest.fixture(scope="module")
def parties() -> dict[str, Said]:
    return {number: group(listing) for number, listing in read(HERE / "whole")[0].items()}


def test_the_whole_fixture_is_read_with_one_warning() -> None:
    listings, reading = read(HERE / "whole")
    assert list(listings) == ["101", "102", "103", "104", "105", "106"]
    assert reading.missing == ""
    (warning,) = reading.warnings
    assert "Person.birthDate" in warning
    assert "somewhere in spring" in warning
    assert reading.published == DAY
    assert reading.snapshot is not None
    assert reading.snapshot.name == "sdn.csv, alt.csv, add.csv, sdn_comments.csv"


@pytest.mark.parametrize(
    ("number", "prop", "values"),
    [
        ("101", "Thing.schema", ["LegalEntity"]),
        ("102", "Thing.schema", ["Person"]),
        ("104", "Thing.schema", ["Vessel"]),
        ("105", "Thing.schema", ["Airplane"]),
        ("101", "LegalEntity.website", ["www.lantern.example"]),
        ("101", "LegalEntity.email", ["office@lantern.example"]),
        ("101", "LegalEntity.incorporationDate", ["1999-03-14"]),
        ("101", "Ofac.secondarySanctionsRisk", ["section 1(b) of an Order"]),
        ("102", "Person.position", ["Director; Member of the Board"]),
        ("102", "Person.birthDate", ["1951~", "1953/1955"]),
        ("102", "Person.birthDate:unread", ["somewhere in spring"]),
        ("102", "Person.birthPlace", ["Strelsau, Ruritania"]),
        ("102", "Person.nationality", ["Ruritania"]),
        ("102", "Person.citizenship", ["Zenda"]),
        ("102", "Person.gender", ["Male"]),
        ("102", "LegalEntity.phone", ["00 1 555 0100"]),
        ("102", "Ofac.linkedTo", ["SOMEBODY ELSE"]),
        ("104", "Vessel.callSign", ["XYZ12"]),
        ("104", "Vehicle.type", ["Crude Oil Tanker"]),
        ("104", "Vessel.tonnage", ["318,000"]),
        ("104", "Vessel.grossRegisteredTonnage", ["163,660"]),
        ("104", "Vessel.flag", ["Ruritania"]),
        ("104", "Vehicle.owner", ["Heron Lines"]),
        ("104", "Vessel.pastFlags", ["Zenda", "Syldavia"]),
        ("104", "Vehicle.buildDate", ["1996"]),
        ("104", "Ofac.otherVesselFlag", ["Borduria"]),
        ("105", "Vehicle.buildDate", ["1992-01"]),
        ("105", "Vehicle.model", ["IL76-TD"]),
        ("105", "Vehicle.operator", ["Ruritania Air"]),
        ("105", "Vehicle.registrationNumber", ["RU-ABC"]),
        ("105", "Airplane.serialNumber", ["1023"]),
        ("105", "Ofac.aircraftConstructionNumber", ["8401"]),
    ],
)
def test_columns_and_remarks_become_properties(
    parties: dict[str, Said], number: str, prop: str, values: list[str]
) -> None:
    assert parties[number]["", prop] == values


@pytest.mark.parametrize(
    ("number", "part", "prop", "values"),
    [
        (
            "101",
            "alias",
            "Alias.name",
            ["LANTERN TRADING CO., LTD.", "LANTERN TRADE COMPANY", "LAMP & SONS", "LTC", "OLD LAMP"],
        ),
        ("101", "alias", "Alias.kind", ["name", "a.k.a.", "f.k.a.", "a.k.a.", "f.k.a."]),
        ("101", "alias", "Alias.quality", ["strong", "strong", "strong", "weak", "weak"]),
        ("101", "alias", "Alias.comment", ["trading name until 2004"]),
        ("102", "alias", "Alias.part:lastName", ["VANE", "WANE"]),
        ("102", "alias", "Alias.part:firstName", ["Rupert Albert", "Rupert"]),
        ("104", "alias", "Alias.kind", ["name", "n.k.a."]),
        ("101", "address", "Address.full", ["1 Quay Street, P.O. Box 4, Strelsau 1010, Ruritania", "Zenda"]),
        ("101", "address", "Address.country", ["Ruritania", "Zenda"]),
        ("101", "address", "Address.remarks", ["since 2003"]),
        ("101", "document", "Identification.type", ["US FEIN", "Tax ID No."]),
        ("101", "document", "Identification.number", ["XX-217-0-431", "7700112233"]),
        ("102", "document", "Identification.number", ["A-1234", "B-77", "216040"]),
        ("102", "document", "Identification.country", ["Ruritania", "Korea, North", "Ruritania"]),
        ("102", "document", "Identification.startDate", ["1998"]),
        ("102", "document", "Identification.endDate", ["2009-08"]),
        ("104", "document", "Identification.number", ["IMO 9000001", "570000001"]),
        ("101", "entry", "Sanction.program", ["SDGT", "IRAN"]),
        ("101", "entry", "Sanction.list", ["SDN List"]),
        ("101", "relation", "Relation.target", ["us_ofac_csv:106"]),
        ("102", "relation", "Relation.target", ["us_ofac_csv:101"]),
        ("103", "relation", "Relation.target", ["us_ofac_csv:101"]),
        ("103", "relation", "Relation.type", ["Linked To"]),
    ],
)
def test_parts_have_subjects_of_their_own(
    parties: dict[str, Said], number: str, part: str, prop: str, values: list[str]
) -> None:
    assert parties[number][part, prop] == values


def test_remarks_go_on_in_the_comments(parties: dict[str, Said]) -> None:
    said = parties["103"]
    assert said["wallet", "CryptoWallet.publicKey"] == [f"1InventedAddressNumber{i:03}Zz" for i in range(1, 20)]
    assert said["wallet", "CryptoWallet.currency"] == ["XBT"] * 19
    assert said["alias", "Alias.name"] == ["MARCHBANK, Lena", "THE LOCKSMITH"]
    assert said["document", "Identification.endDate"] == ["2021-02-02"]
    assert said["", "Thing.notes"][0].endswith("Linked To: LANTERN TRADING CO., LTD.")


def test_words_that_only_begin_like_a_document_stay_in_the_notes(parties: dict[str, Said]) -> None:
    assert "License" not in parties["102"]["document", "Identification.type"]
    assert "License holder for harbours" in parties["102"]["", "Thing.notes"][0]


def test_an_address_of_nulls_states_nothing(parties: dict[str, Said]) -> None:
    assert ("address", "Address.full") not in parties["106"]


def test_a_null_is_a_field_that_is_one_not_one_that_contains_it() -> None:
    assert clear_null("-0- ") == ""
    assert clear_null("US FEIN CH-217-0-431-423-3") == "US FEIN CH-217-0-431-423-3"


def test_any_of_the_four_files_is_enough_and_names_do_not_matter(folder: Path) -> None:
    for position, path in enumerate(sorted(folder.iterdir())):
        path.rename(folder / f"file{position}.txt")
    assert list(read(folder / "file0.txt")[0]) == list(read(HERE / "whole")[0])
    assert read(folder / "file1.txt")[1].missing == ""


@pytest.mark.parametrize(
    ("name", "loss"),
    [
        ("alt.csv", "all strong aliases"),
        ("add.csv", "all addresses"),
        ("sdn_comments.csv", "behind the 1,000th character"),
    ],
)
def test_a_list_that_lacks_a_table_says_what_that_loses(folder: Path, name: str, loss: str) -> None:
    (folder / name).unlink()
    listings, reading = read(folder)
    assert len(listings) == 6
    assert loss in reading.missing
    assert reading.missing in reading.warnings


def test_remarks_that_are_cut_lose_only_what_was_cut(folder: Path) -> None:
    (folder / "sdn_comments.csv").unlink()
    listings, reading = read(folder)
    said = group(listings["103"])
    assert said["wallet", "CryptoWallet.publicKey"] == [
        f"1InventedAddressNumber{i:03}Zz" for i in range(1, len(said["wallet", "CryptoWallet.publicKey"]) + 1)
    ]
    assert len(said["", "Thing.notes"][0]) == 1000
    assert any("cut and have no continuation (first at SDN 103" in warning for warning in reading.warnings)


def test_a_table_of_another_day_is_not_taken(folder: Path) -> None:
    (folder / "alt.csv").write_bytes(b'101,501,"aka","LANTERN",-0- \r\n999,502,"aka","STRANGER",-0- \r\n\x1a')
    reading = read(folder)[1]
    assert "alt.csv speaks of party 999, which sdn.csv lacks" in reading.missing


def test_two_tables_that_both_fit_are_refused(folder: Path) -> None:
    shutil.copy(folder / "alt.csv", folder / "alt2.csv")
    with pytest.raises(ListFileError, match=r"Both alt\.csv and alt2\.csv"):
        read(folder)


def test_two_main_tables_in_a_folder_are_refused_and_one_by_name_is_not(folder: Path) -> None:
    shutil.copy(folder / "sdn.csv", folder / "sdn2.csv")
    with pytest.raises(ListFileError, match="several main tables"):
        read(folder)
    assert len(read(folder / "sdn2.csv")[0]) == 6


def test_a_folder_without_a_main_table_is_refused(folder: Path) -> None:
    (folder / "sdn.csv").unlink()
    with pytest.raises(ListFileError, match="no main table"):
        read(folder)


def _break(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    return lambda content: content.replace(old, new)


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (
            _break(b'102,"VANE, Rupert Albert"', b'101,"VANE, Rupert Albert"'),
            "Party 101 stands in the main table twice",
        ),
        (_break(b'"individual","CYBER2"', b'"robot","CYBER2"'), "unknown type 'robot'"),
        (_break(b'"BLUE HERON"', b"-0- "), "has no name"),
        (_break(b'"CUBA"', b"-0- "), "has no program"),
        (_break(b"106,", b"x106,"), "not a number"),
        (_break(b'106,"HARBOUR HOLDING",', b"106,"), "has 11 fields where 12 are due"),
        (lambda content: content[:-400], "unexpected end of data|fields where 12 are due"),
    ],
)
def test_a_broken_main_table_is_refused_with_its_place(
    folder: Path, change: Callable[[bytes], bytes], what: str
) -> None:
    main = folder / "sdn.csv"
    main.write_bytes(change(main.read_bytes()))
    with pytest.raises(ListFileError, match=what) as caught:
        read(main)
    assert caught.value.where


def test_an_unknown_kind_of_name_and_a_missing_end_sign_are_told(folder: Path) -> None:
    alt = folder / "alt.csv"
    alt.write_bytes(alt.read_bytes().replace(b'"fka"', b'"wka"').removesuffix(b"\x1a"))
    warnings = read(folder)[1].warnings
    assert any("unknown kind of alternate name 'wka'" in warning for warning in warnings)
    assert any("alt.csv: the sign 0x1A" in warning for warning in warnings)


def test_the_other_list_of_the_same_form_is_told_apart_by_its_programs() -> None:
    with pytest.raises(ForeignListError, match="programs"):
        read_list("us_ofac_csv", HERE / "consolidated", published=DAY)
    with pytest.raises(ForeignListError, match="programs"):
        read_list("us_ofac_consolidated_csv", HERE / "whole", published=DAY)


def test_the_consolidated_list_is_read() -> None:
    listings, reading = read(HERE / "consolidated", "us_ofac_consolidated_csv")
    assert reading.warnings == []
    said = {number: group(listing) for number, listing in listings.items()}
    assert said["201"]["entry", "Sanction.program"] == ["UKRAINE-EO13662", "RUSSIA-EO14024"]
    assert said["201"]["", "Ofac.eo14024Directive1aListingDate"] == ["2022-02-22"]
    assert said["201"]["", "Company.bikCode"] == ["044030707"]
    assert said["202"]["", "Ofac.cmicListingDate"] == ["2021-06-03"]
    assert said["202"]["", "Ofac.issuerName"] == ["Opal Electronics Limited"]
    assert said["203"]["", "Person.birthPlace"] == ["Strelsau, Ruritania"]
    assert len(said["203"]["", "LegalEntity.phone"]) == 60


@pytest.mark.parametrize(
    "content", [b"<!doctype html><p>Wait</p>", b"<?xml version='1.0'?><sdnList/>", b"a,b,c\r\n"]
)
def test_another_file_is_refused_at_once(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "sdn.csv"
    path.write_bytes(content)
    with pytest.raises(ListFileError):
        read_list("us_ofac_csv", path, published=DAY)


def test_a_list_that_nobody_dates_is_refused(folder: Path) -> None:
    with pytest.raises(ListFileError, match="no date of publication"):
        read_list("us_ofac_csv", folder)
