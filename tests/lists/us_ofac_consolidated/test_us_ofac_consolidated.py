"""OFAC's non-SDN list in the older XML form."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ostiary.lists import read_list
from ostiary.model.errors import ForeignListError

if TYPE_CHECKING:
    from tests.lists.conftest import Read

LIST = "us_ofac_consolidated"
PATH = Path(__file__).with_name(f"{LIST}.xml")


@pytest.fixture(scope="module")
def text() -> str:
    return PATH.read_text(encoding="utf-8")


@pytest.fixture
def taken(read_list_file: Callable[..., "Read"]) -> "Read":
    return read_list_file(LIST, PATH)


def test_parties_keep_their_numbers_and_the_day_is_the_files(taken: "Read") -> None:
    assert taken.reading.published == date(2025, 3, 28)
    assert [party.rpartition(":")[2] for party in taken.parties] == ["101", "102", "103"]


def test_names_have_kind_quality_and_parts(taken: "Read") -> None:
    assert taken.values("101/alias/name", "Alias.name") == ["BERA Ada Corin"]
    assert taken.values("101/alias/name", "Alias.part:lastName") == ["BERA"]
    assert taken.values("101/alias/12", "Alias.quality") == ["weak"]
    assert taken.values("101/alias/12", "Alias.kind") == ["f.k.a."]
    assert taken.values("102/alias/name", "Alias.part:entityName") == ["GRAND LAKE AIR"]
    assert taken.values("103/alias/name", "Alias.part:vesselName") == ["LAKE MAID"]


def test_what_has_the_number_of_a_document_is_told_apart(taken: "Read") -> None:
    assert taken.values("101/document/1", "Identification.startDate") == ["2001-02-03"]
    assert taken.values("101", "Person.gender") == ["Female"]
    assert taken.values("101/wallet/3", "CryptoWallet.currency") == ["XBT"]
    assert taken.values("101", "Ofac.secondarySanctionsRisk") == ["section 1(b) of Order 0"]
    assert taken.values("101", "Ofac.order99999Information") == ["new"]
    assert taken.values("102", "Ofac.cmicListingDate") == ["2021-06-03"]
    assert taken.values("102", "LegalEntity.jurisdiction") == ["Ruritania"]
    assert taken.values("103", "Vessel.callSign") == ["RRLM"]


def test_links_in_remarks_are_relations_where_the_list_has_the_party(taken: "Read") -> None:
    relations = [each for each in taken.statements() if each.property == "Relation.target"]
    assert [each.value for each in relations] == [f"{LIST}:102"]
    assert taken.values("101", "Ofac.linkedTo") == ["NOBODY HERE"]


def test_dates_and_what_is_unknown_are_told(taken: "Read") -> None:
    assert taken.values("101", "Person.birthDate") == ["1960-02-03", "1958/1961~"]
    assert taken.values("101", "Person.birthDate:unread") == ["long ago"]
    assert [warning.partition(" (first")[0] for warning in taken.warnings] == [
        "a date for Person.birthDate that cannot be read and is kept as text",
        "unknown statement 'Order 99999 Information:', kept under a name of its own",
    ]


def test_the_sdn_list_in_the_same_form_is_foreign_at_once(text: str, save: Callable[[str], Path]) -> None:
    with pytest.raises(ForeignListError, match="it is the SDN list in this form"):
        read_list(LIST, save(text.replace("<Record_Count>3<", "<Record_Count>17000<")))
