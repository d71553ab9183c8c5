import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pyarrow import parquet

from ostiary.app.exports.entities import make_entities
from ostiary.app.exports.rows import COLUMNS
from ostiary.lists import describe_list
from ostiary.model.acts import Act, Membership
from ostiary.model.parties import Address, Alias, Entry, IdentityDocument, Party, Relation, Wallet

Run = Callable[..., Any]

PARTY = Party(
    id="xx:1",
    schema="Person",
    list_id="us_ofac",
    version="2025-01-01",
    aliases=(
        Alias("xx:1/alias/1", "VARNAK, Ilo", "name", "strong", "Latn"),
        Alias("xx:1/alias/2", "Ilo Petrov", "f.k.a.", "strong", "Latn"),
        Alias("xx:1/alias/3", "The Ferryman", "a.k.a.", "weak", "Latn"),
    ),
    entries=(
        Entry(
            "xx:1/entry/1",
            "Ferry List",
            (Act("designation", "Ministry of Xenia", "2024-05-06", "Order 1"),),
            (Membership("FERRY", "xx:1/entry/1", "2025-01-01"),),
            ("Block",),
            ("F.1", "QDi.001"),
            ("Ran the ferries.",),
        ),
    ),
    documents=(
        IdentityDocument("xx:1/document/1", "Passport", "P1", "Bulgaria", expires="2029-01-01/2029-12-31"),
        IdentityDocument("xx:1/document/2", "Passport", "P2", fraudulent=True),
    ),
    addresses=(Address("xx:1/address/1", "1 Quay Street", "Bulgaria"),),
    relations=(
        Relation("xx:1/relation/1", "Owned or Controlled By", "xx:1", "xx:2", former=True, period="2019-09-19/.."),
    ),
    wallets=(Wallet("xx:1/wallet/1", "XBT", "1Ferry"),),
    properties={
        "birthDate": ("1961-02~", "1960/1965"),
        "birthDate:false": ("1970",),
        "nationality": ("Bulgaria", "Atlantis"),
        "secondarySanctionsRisk": ("of the Ferry Order",),
        "owner": ("somebody",),
    },
)


def find_country(text: str) -> str:
    return {"Bulgaria": "bg"}.get(text, "")


def read_rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8"), newline="")))


def test_a_party_becomes_entities() -> None:
    entities = {one["id"]: one for one in make_entities(PARTY, find_country)}
    assert list(entities) == [
        "xx-1",
        "xx-1.address.1",
        "xx-1.document.1",
        "xx-1.wallet.1",
        "xx-1.entry.1",
        "xx-1.relation.1",
    ]
    assert entities["xx-1"]["properties"] == {
        "name": ["VARNAK, Ilo"],
        "previousName": ["Ilo Petrov"],
        "weakAlias": ["The Ferryman"],
        "birthDate": ["1961-02"],
        "nationality": ["bg"],
        "notes": [
            "birthDate: 1960/1965",
            "nationality: Atlantis",
            "secondarySanctionsRisk: of the Ferry Order",
            "owner: somebody",
        ],
        "program": ["FERRY"],
        "topics": ["sanction"],
        "addressEntity": ["xx-1.address.1"],
    }
    assert entities["xx-1.document.1"]["schema"] == "Passport"
    assert entities["xx-1.document.1"]["properties"]["endDate"] == ["2029"]
    assert entities["xx-1.entry.1"]["properties"] == {
        "entity": ["xx-1"],
        "authority": ["Ministry of Xenia"],
        "authorityId": ["F.1", "QDi.001"],
        "unscId": ["QDi.001"],
        "program": ["FERRY"],
        "provisions": ["Block"],
        "reason": ["Ran the ferries.", "Order 1"],
        "listingDate": ["2024-05-06"],
        "startDate": ["2024-05-06"],
        "summary": ["Ferry List"],
        "publisher": [describe_list("us_ofac").publisher],
        "sourceUrl": [describe_list("us_ofac").url],
    }
    relation = entities["xx-1.relation.1"]
    # A person is nothing that can be owned there.
    assert (relation["schema"], relation["properties"]["subject"]) == ("UnknownLink", ["xx-1"])
    assert relation["properties"]["role"] == ["Owned or Controlled By"]
    assert relation["properties"]["status"] == ["former"]
    assert relation["properties"]["startDate"] == ["2019-09-19"]


def test_what_nobody_names_is_a_legal_entity() -> None:
    party = replace(PARTY, schema="Thing", properties={"gender": ("M",), "country": ("Bulgaria",)})
    made = next(make_entities(party, find_country))
    assert made["schema"] == "LegalEntity"
    assert made["properties"]["notes"] == ["gender: M"]
    assert made["properties"]["country"] == ["bg"]


def test_numbers_of_a_vessel_are_its_own() -> None:
    documents = (
        IdentityDocument("xx:1/document/1", "Vessel Registration Identification", "IMO 9187629"),
        IdentityDocument("xx:1/document/2", "MMSI", "445114000"),
        IdentityDocument("xx:1/document/3", "Registration", "R 1"),
        IdentityDocument("xx:1/document/4", "Registration", "R 2", fraudulent=True),
    )
    party = replace(PARTY, schema="Vessel", documents=documents, properties={"pastFlags": ("Bulgaria",)})
    made = list(make_entities(party, find_country))
    properties = made[0]["properties"]
    assert properties["imoNumber"] == ["IMO9187629"]
    assert properties["mmsi"] == ["445114000"]
    assert properties["registrationNumber"] == ["R 1"]
    assert properties["pastFlags"] == ["bg"]
    assert not {"Identification", "Passport"} & {one["schema"] for one in made}
    ownership = next(one for one in made if one["schema"] == "Ownership")
    assert (ownership["properties"]["asset"], ownership["properties"]["owner"]) == (["xx-1"], ["xx-2"])


@pytest.mark.parametrize("form", ["csv", "ftm", "parquet"])
def test_the_samples_are_exported_whole(run: Run, tmp_path: Path, form: str) -> None:
    out = tmp_path / f"parties.{form}"
    answer = run("export", "--format", form, "--out", out, "--json").json
    assert (answer["parties"], answer["versions"][0]["label"]) == (34, "2025-11-24")
    if form == "csv":
        rows = read_rows(out)
        assert list(rows[0]) == [name for name, _ in COLUMNS]
        names = [row["name"] for row in rows]
    elif form == "parquet":
        names = parquet.read_table(out)["name"].to_pylist()
    else:
        lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
        names = [one["properties"]["name"][0] for one in lines if one.get("target")]
    assert len(names) == 34
    assert "CARTEL DE LOS SOLES" in {name.upper() for name in names}


def test_a_day_gone_by(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "then.csv"
    answer = run("export", "--format", "csv", "--out", out, "--as-of", "2025-09-01", "--json").json
    assert (answer["parties"], answer["versions"][0]["label"]) == (35, "2025-08-14")
    programs = {row["name"]: row["programs"] for row in read_rows(out)}
    assert programs["Cartel de los Soles"] == "SDGT"


def test_what_is_exported_can_be_taken_in_again(run: Run, run_empty: Run, tmp_path: Path) -> None:
    out = tmp_path / "2025-11-24.json"
    run("export", "--format", "ftm", "--out", out)
    answer = run_empty("update", "--from", out, "--json")
    assert answer.exit_code == 0, answer.err
    done = answer.json["lists"][0]
    assert (done["list_id"], done["recording"]["listed"]) == ("ftm_us_ofac_sample", 34)
    hit = run_empty("screen", "Cartel of the Suns", "--json").json["screening"]["hits"][0]
    assert hit["programs"] == ["FTO", "SDGT"]


def test_what_cannot_be_exported(run: Run, run_empty: Run, tmp_path: Path) -> None:
    out = tmp_path / "x.csv"
    assert run("export", "nonesuch", "--format", "csv", "--out", out).exit_code == 4
    assert run("export", "--format", "csv", "--out", out, "--as-of", "2001-01-01").exit_code == 4
    assert run_empty("export", "--format", "csv", "--out", out).exit_code == 7
    assert run("export", "--format", "csv", "--out", tmp_path).exit_code in (1, 2)
    assert not out.exists()
