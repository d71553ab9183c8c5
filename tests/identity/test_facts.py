from collections.abc import Callable

import pytest

from ostiary.identity.facts import gather_facts, is_junk
from ostiary.model.parties import Party

Listing = Callable[..., Party]


@pytest.mark.parametrize("number", ["00000000", "1111112", "12345678", "987654321", "1234", "ABCDEF", "", "0000"])
def test_numbers_that_fill_a_field_are_junk(number: str) -> None:
    assert is_junk(number)


@pytest.mark.parametrize("number", ["7707083893", "A0003039", "9187629", "008827"])
def test_numbers_that_tell_are_not(number: str) -> None:
    assert not is_junk(number)


@pytest.mark.parametrize(
    ("listing_id", "numbers", "list_name", "properties", "found"),
    [
        ("un_sc:QDi.001", ["QDi.001"], "UN List", {}, [("UN reference number", "qdi.001")]),
        (
            "eu_fsf:27",
            ["EU.27.28", "QDi.001"],
            "",
            {},
            [("UN reference number", "qdi.001"), ("EU reference number", "eu.27.28")],
        ),
        ("us_ofac:22790", [], "SDN List", {}, [("OFAC number", "22790")]),
        ("us_csl:9", ["22790"], "SDN - Treasury Department", {}, [("OFAC number", "22790")]),
        ("us_csl:9", ["22790"], "Entity List - Bureau of Industry and Security", {}, []),
        (
            "gb_sanctions_list:RUS0816",
            ["RUS0816"],
            "",
            {"ofsiGroupId": "14767"},
            [("OFSI group ID", "14767"), ("UK Sanctions List number", "rus0816")],
        ),
        ("opensanctions:ofac-22790", [], "", {}, [("OFAC number", "22790")]),
        ("opensanctions:eu-fsf-eu-27-28", [], "", {}, [("EU reference number", "eu.27.28")]),
        ("ca_sema:1", ["7"], "", {}, []),
    ],
)
def test_numbers_of_lists(
    listing: Listing,
    listing_id: str,
    numbers: list[str],
    list_name: str,
    properties: dict[str, str],
    found: list[tuple[str, str]],
) -> None:
    facts = gather_facts(listing(listing_id, "A B", numbers=numbers, list_name=list_name, **properties))
    assert [(one.space, one.number) for one in facts.references] == found


def test_identifiers_have_a_kind_a_country_and_what_is_written(listing: Listing) -> None:
    party = listing(
        "a:1",
        "Ivan Ivanov",
        documents=[
            ("Passport", "2019-03-11, 65 413 3553", "North Korea"),
            ("R.F.C.", "DIB-771110-HQ1", ""),
            ("Passport", "000000000", "Iraq"),
            ("Phone Number", "7707083893", ""),
            ("Registration Number", "253400V1H6ART1UQ0N98", "Russia"),
        ],
    )
    found = {(one.kind.name, one.number, one.country, one.written) for one in gather_facts(party).identifiers}
    assert ("passport", "654133553", "North Korea", "2019-03-11, 65 413 3553") in found
    assert ("tax number", "DIB771110HQ1", "mx", "DIB-771110-HQ1") in found
    assert len(found) <= 3


def test_a_ship_has_its_imo_number_alone(listing: Listing) -> None:
    ship = listing(
        "a:1",
        "ANTHEA",
        schema="Vessel",
        imoNumber="9187629",
        documents=[
            ("Vessel Registration Identification", "IMO 9187628", ""),
            ("Registration Number", "123987456", "Iran"),
        ],
    )
    assert [(one.kind.name, one.number) for one in gather_facts(ship).identifiers] == [
        ("IMO ship number", "9187629")
    ]


def test_forged_documents_and_weak_names_say_nothing(parties: list[Party]) -> None:
    assert gather_facts(parties[7]).identifiers == ()
    assert gather_facts(parties[2]).names == ("Cartel de los Soles", "Cartel of the Suns")


def test_births_gender_and_countries(listing: Listing) -> None:
    party = listing(
        "a:1", "A B", birthDate="1962-11-23; 1945/1950~; 1961", gender="Male", nationality="Germany. Russia",
        program="UKR",
    )  # fmt: skip
    facts = gather_facts(party)
    assert facts.birth_days == ("1962-11-23",)
    assert facts.gender == "m"
    assert [one.text for one in facts.countries] == ["Germany", "Russia"]
    assert facts.regimes[0].codes == {"ru", "ua", "by"}
