"""The real report with gold: every designated party by name, no false one, no trap."""

import json
from datetime import date
from pathlib import Path

import pytest

from ostiary.documents.parties import find_mentions
from ostiary.model.reports import Mention
from tests.documents.invented_parties import body, names_of, person, report_of

#: What the list of August 2025 says of the four parties, and of some whose names trap.
LISTED = [
    person(1, "MADURO MOROS, Nicolas", citizenship="Venezuela", nationality="Venezuela", gender="Male",
           position="President of the Bolivarian Republic of Venezuela", programs=("VENEZUELA",)),
    person(2, "MADURO GUERRA, Nicolas Ernesto", nationality="Venezuela", programs=("VENEZUELA",)),
    body(3, "Tren de Aragua", "EL TREN DE ARAGUA", weak=("Aragua Train",), programs=("FTO", "TCO")),
    body(4, "MS-13", "MARA SALVATRUCHA", programs=("FTO", "TCO")),
    body(5, "Cartel de los Soles", "Cartel of the Suns", addresses=("Venezuela",)),
    person(6, "KELLER, Oto", weak=("Fox", "SAID"), programs=("SDNTK",)),
    body(7, "JUSTICE", schema="Vessel"),
]  # fmt: skip
ENTITIES = {"tren-de-aragua": "t:3", "ms-13": "t:4", "cartel-de-los-soles": "t:5", "nicolas-maduro": "t:1"}


@pytest.fixture(scope="module")
def gold(shared: Path) -> dict[str, object]:
    return json.loads((shared / "news" / "reports" / "gold_004.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def found(shared: Path, gold: dict[str, object]) -> tuple[Mention, ...]:
    name = gold["documents"][0]["file"]
    text = (shared / "news" / "reports" / name).read_bytes().decode()
    return find_mentions(report_of(text, date(2025, 8, 9)), names_of(LISTED))


def test_every_designated_party_by_name_and_no_false_one(gold: dict, found: tuple[Mention, ...]) -> None:
    wanted = {
        (one["start"], one["end"], ENTITIES[one["entity"]])
        for one in gold["documents"][0]["mentions"]
        if one["tier"] == "designated" and one["kind"] not in ("nominal", "pronoun")
    }
    named = [one for one in found if one.matched_name]
    assert {(one.span.start, one.span.end, one.party_id) for one in named} == wanted
    assert all(one.sure for one in named)


def test_what_refers_back_is_right_and_never_sure(gold: dict, found: tuple[Mention, ...]) -> None:
    wanted = {
        (one["start"], one["end"], ENTITIES[one["entity"]])
        for one in gold["documents"][0]["mentions"]
        if one["tier"] == "designated" and one["kind"] in ("nominal", "pronoun")
    }
    referring = {(one.span.start, one.span.end, one.party_id) for one in found if not one.matched_name}
    assert len(referring) >= 2
    assert referring <= wanted
    assert not any(one.sure for one in found if not one.matched_name)
