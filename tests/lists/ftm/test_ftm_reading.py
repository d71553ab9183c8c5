import bz2
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from ostiary.lists import describe_list, find_data_set, read_list
from ostiary.model.errors import ForeignListError, ListFileError, NotFoundError
from ostiary.model.statements import Listing
from ostiary.register import open_register

#: An invented data set that uses every kind of entity that is read.
ENTITIES: list[dict[str, object]] = [
    {
        "id": "xx-1",
        "schema": "Person",
        "caption": "Ilo Varnak",
        "datasets": ["xx_test"],
        "referents": [],
        "target": True,
        "first_seen": "2025-01-01",
        "last_seen": "2025-06-01",
        "last_change": "2025-03-01",
        "properties": {
            "name": ["Ilo Varnak", "Ило Варнак"],
            "alias": ["The Ferryman"],
            "weakAlias": ["Ilo"],
            "previousName": ["Ilo Petrov"],
            "firstName": ["Ilo"],
            "birthDate": ["1961-02", "unknown"],
            "nationality": ["bg"],
            "passportNumber": ["P100200"],
            "topics": ["sanction", "role.oligarch"],
            "address": ["1 Quay Street, Varna"],
            "addressEntity": ["addr-1"],
            "oddity": ["kept"],
        },
    },
    {"id": "addr-1", "schema": "Address", "properties": {"full": ["2 Mill Lane, Ruse"], "country": ["bg"]}},
    {
        "id": "s-1",
        "schema": "Sanction",
        "properties": {
            "entity": ["xx-1"],
            "authority": ["Ministry of Xenia"],
            "program": ["Ferry Order"],
            "reason": ["Ran the ferries."],
            "startDate": ["2024-05-06"],
            "endDate": ["2030-01-01"],
        },
    },
    {
        "id": "p-1",
        "schema": "Passport",
        "properties": {"holder": ["xx-1"], "number": ["P100200"], "country": ["bg"], "endDate": ["2029-12-31"]},
    },
    {
        "id": "xx-2",
        "schema": "Company",
        "properties": {"name": ["Ferry Lines"], "topics": ["sanction"], "innCode": ["7701234567"]},
    },
    {
        "id": "o-1",
        "schema": "Ownership",
        "properties": {"owner": ["xx-1"], "asset": ["xx-2"], "role": ["founder"]},
    },
    {
        "id": "w-1",
        "schema": "CryptoWallet",
        "properties": {"holder": ["xx-2"], "publicKey": ["1FerryXYZ"], "currencySymbol": ["XBT"]},
    },
    {"id": "xx-3", "schema": "Vessel", "properties": {"name": ["Old Ferry"], "imoNumber": ["9074729"]}},
    {"id": "s-3", "schema": "Sanction", "properties": {"entity": ["xx-3"], "listingDate": ["2024"]}},
    {
        "id": "xx-4",
        "schema": "Person",
        "properties": {"name": ["Mira Varnak"], "topics": ["role.rca", "sanction.linked"]},
    },
    {"id": "f-1", "schema": "Family", "properties": {"person": ["xx-1"], "relative": ["xx-4"]}},
]
DAY = date(2025, 6, 2)


def write(path: Path, entities: Sequence[object] = ENTITIES) -> Path:
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in entities), "utf-8")
    return path


def read(path: Path) -> tuple[dict[str, Listing], list[str]]:
    reading = read_list("ftm_xx_test", path, published=DAY)
    return {one.party_id.partition(":")[2]: one for one in reading.listings}, reading.warnings


def say(listing: Listing) -> set[tuple[str, str]]:
    return {(one.property, one.value) for one in listing.statements}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write(tmp_path / "entities.ftm.json")


def test_only_the_designated_are_parties(path: Path) -> None:
    listings, warnings = read(path)
    assert list(listings) == ["xx-1", "xx-2", "xx-3"]
    assert "entities that are not designated and are not recorded: 1 Person" in warnings


def test_everything_that_is_said_of_a_party_is_kept(path: Path) -> None:
    person = say(read(path)[0]["xx-1"])
    for expected in (
        ("Thing.schema", "Person"),
        ("Alias.name", "Ило Варнак"),
        ("Alias.kind", "f.k.a."),
        ("Alias.quality", "weak"),
        ("Person.firstName", "Ilo"),
        ("Person.birthDate", "1961-02"),
        ("Person.birthDate:unread", "unknown"),
        ("Person.passportNumber", "P100200"),
        ("Thing.topics", "role.oligarch"),
        ("Thing.oddity", "kept"),
        ("Address.full", "1 Quay Street, Varna"),
        ("Address.full", "2 Mill Lane, Ruse"),
        ("Address.country", "bg"),
        ("Sanction.program", "Ferry Order"),
        ("Sanction.list", "Ministry of Xenia"),
        ("Sanction.reason", "Ran the ferries."),
        ("Act.date", "2024-05-06"),
        ("Act.kind", "delisting"),
        ("Identification.number", "P100200"),
        ("Identification.endDate", "2029-12-31"),
        ("Relation.type", "Ownership"),
        ("Relation.target", "ftm_xx_test:xx-2"),
        ("Relation.comment", "founder"),
        ("Ftm.unlistedLink", "Family: Mira Varnak"),
    ):
        assert expected in person
    company = say(read(path)[0]["xx-2"])
    assert {("CryptoWallet.publicKey", "1FerryXYZ"), ("CryptoWallet.currency", "XBT")} <= company
    assert ("Company.innCode", "7701234567") not in company
    assert ("LegalEntity.innCode", "7701234567") in company


def test_every_value_of_a_designated_entity_is_somewhere(path: Path) -> None:
    listings, _ = read(path)
    said = {value for listing in listings.values() for _, value in say(listing)}
    for entity in ENTITIES:
        if entity["id"] in ("xx-4", "f-1"):
            continue
        for prop, values in entity["properties"].items():  # type: ignore[attr-defined] # a dict, as above
            if prop not in ("entity", "holder", "owner", "asset", "addressEntity"):
                assert set(values) <= said, prop


def test_it_is_recorded_and_screened_as_any_list(path: Path, tmp_path: Path) -> None:
    with open_register(tmp_path / "register.sqlite", create=True) as register:
        reading = read_list("ftm_xx_test", path, published=DAY)
        assert register.record(reading).listed == 3
        party = register.state("ftm_xx_test").party("ftm_xx_test:xx-1")
        assert party is not None
        assert party.aliases[0].name == "Ilo Varnak"
        assert [membership.program for entry in party.entries for membership in entry.programs] == ["Ferry Order"]
        for day, listed in ((date(2024, 5, 5), False), (date(2030, 1, 1), True), (date(2031, 1, 1), False)):
            then = register.state("ftm_xx_test", valid_on=day).party("ftm_xx_test:xx-1")
            assert (then is not None) == listed


def test_rows_may_move_and_nothing_changes(path: Path, tmp_path: Path) -> None:
    def key(listing: Listing) -> set[tuple[str, str, str]]:
        return {(one.subject, one.property, one.value) for one in listing.statements}

    moved = write(tmp_path / "moved.json", list(reversed(ENTITIES)))
    first, second = read(path)[0], read(moved)[0]
    assert {one: key(listing) for one, listing in first.items()} == {
        one: key(listing) for one, listing in second.items()
    }


def test_packed_files_are_read(path: Path, tmp_path: Path) -> None:
    packed = tmp_path / "packed"
    packed.write_bytes(bz2.compress(path.read_bytes()))
    assert len(read(packed)[0]) == 3
    assert find_data_set(packed) == "xx_test"


def test_an_unknown_field_is_a_warning_with_its_place(tmp_path: Path) -> None:
    odd = write(tmp_path / "odd.json", [{**ENTITIES[4], "colour": "red"}])
    assert any("entity@colour" in one and "line 1" in one for one in read(odd)[1])


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ([{**ENTITIES[4]}, {**ENTITIES[4]}], "stands twice"),
        ([ENTITIES[9]], "Nobody in this data set is designated"),
        ([{**ENTITIES[4], "properties": {"topics": ["sanction"]}}], "has no name"),
        ([{**ENTITIES[4], "properties": {"name": "Ferry"}}], "no list of texts"),
        ([{**ENTITIES[4], "id": "a/b"}], "must not hold"),
        ([{**ENTITIES[4], "id": ""}], "has no id"),
        ([{**ENTITIES[0]}], "stands nowhere"),
        ([ENTITIES[0], ENTITIES[1], ENTITIES[5]], "stands nowhere"),
    ],
)
def test_a_damaged_data_set_is_refused(tmp_path: Path, lines: list[object], words: str) -> None:
    bad = write(tmp_path / "bad.json", lines)
    with pytest.raises(ListFileError, match=words) as caught:
        read(bad)
    assert str(bad) in caught.value.where


def test_a_truncated_file_is_refused(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(ListFileError, match="no JSON"):
        read(path)


@pytest.mark.parametrize("text", ["<xml/>", "name;date\n", '{"a": 1}\n', "[1]\n", "<!doctype html>"])
def test_what_is_no_data_set_is_refused_at_once(tmp_path: Path, text: str) -> None:
    foreign = tmp_path / "foreign"
    foreign.write_text(text)
    with pytest.raises(ListFileError):
        read_list("ftm_xx_test", foreign, published=DAY)
    with pytest.raises(ListFileError):
        find_data_set(foreign)


def test_the_day_of_publication_must_be_said(path: Path) -> None:
    with pytest.raises(ListFileError, match="no date of publication"):
        read_list("ftm_xx_test", path)


def test_a_line_nested_without_end_is_refused(tmp_path: Path) -> None:
    deep = tmp_path / "deep.json"
    deep.write_text("[" * 100_000 + "\n")
    with pytest.raises(ForeignListError):
        read_list("ftm_xx_test", deep, published=DAY)


def test_ids_of_data_sets() -> None:
    assert describe_list("ftm_ch_seco_sanctions").title == "FollowTheMoney data set ch_seco_sanctions"
    with pytest.raises(NotFoundError):
        describe_list("ftm_../x")


#: An invented vessel as data sets of designated vessels write one.
VESSEL: list[dict[str, object]] = [
    {
        "id": "v-1",
        "schema": "Vessel",
        "properties": {
            "name": ["Lantern Star", "Zenda Rose"],
            "imoNumber": ["IMO9074729"],
            "mmsi": ["445114000"],
            "flag": ["kp"],
            "callSign": ["HMZE9"],
            "type": ["General cargo"],
            "topics": ["sanction"],
        },
    },
    {
        "id": "s-9",
        "schema": "Sanction",
        "properties": {
            "entity": ["v-1"],
            "authority": ["Council of Xenia"],
            "program": ["Paragraph 6"],
            "authorityId": ["V1"],
            "listingDate": ["2018-03-30"],
            "sourceUrl": ["https://xenia.example/vessels"],
        },
    },
    {"id": "o-9", "schema": "LegalEntity", "properties": {"name": ["Ocean Owner"]}},
    {
        "id": "l-9",
        "schema": "UnknownLink",
        "properties": {"subject": ["o-9"], "object": ["v-1"], "role": ["owner"]},
    },
]


def test_a_data_set_of_designated_vessels(tmp_path: Path) -> None:
    reading = read_list("ftm_xx_vessels", write(tmp_path / "vessels.json", VESSEL), published=date(2026, 1, 5))
    said = {(each.property, each.value) for listing in reading.listings for each in listing.statements}
    assert {
        ("Thing.schema", "Vessel"),
        ("Vessel.imoNumber", "IMO9074729"),
        ("Vessel.mmsi", "445114000"),
        ("Vessel.flag", "kp"),
        ("Vessel.callSign", "HMZE9"),
        ("Vehicle.type", "General cargo"),
        ("Sanction.program", "Paragraph 6"),
        ("Sanction.authorityId", "V1"),
        ("Sanction.sourceUrl", "https://xenia.example/vessels"),
        ("Act.date", "2018-03-30"),
    } <= said
