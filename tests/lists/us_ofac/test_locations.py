"""Addresses: parts in reading order, other scripts beside them, the country as published."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import pytest

from ostiary.model.errors import ListFileError

if TYPE_CHECKING:
    from tests.lists.conftest import Read, SdnFile

Part = tuple[str, str, str]


@pytest.fixture
def read_address(
    sdn: "SdnFile", read: Callable[["SdnFile"], "Read"], element_xml: Callable[..., str]
) -> Callable[..., list[str]]:
    def build(parts: Sequence[Part] = (), country: str = "") -> list[str]:
        sdn.add_location(5, parts, country)
        feature = sdn.feature(7, "Location", element_xml("VersionLocation", LocationID=5))
        sdn.add_party(1, sdn.name(11, ("Entity Name", "X")), feature, kind="Entity")
        return read(sdn).values("1/address/5")

    return build


def test_an_address_is_read_from_the_street_to_the_country(read_address: Callable[..., list[str]]) -> None:
    parts = [
        ("REGION", "Crimea", ""),
        ("CITY", "Culiacan", ""),
        ("ADDRESS1", "Calle 12", ""),
        ("STATE/PROVINCE", "Sinaloa", ""),
        ("POSTAL CODE", "8000", ""),
        ("ADDRESS2", "Colonia Canadas", ""),
    ]
    assert read_address(parts, "Mexico") == [
        "Address.full=Calle 12, Colonia Canadas, Culiacan, Sinaloa, 8000, Crimea, Mexico",
        "Address.country=Mexico",
        "Address.street=Calle 12",
        "Address.street2=Colonia Canadas",
        "Address.city=Culiacan",
        "Address.state=Sinaloa",
        "Address.postalCode=8000",
        "Address.region=Crimea",
    ]


def test_a_part_in_another_script_stands_beside_the_address(read_address: Callable[..., list[str]]) -> None:
    assert read_address([("CITY", "Nagoya", ""), ("CITY", "名古屋市", "Japanese")], "Japan") == [
        "Address.full=Nagoya, Japan",
        "Address.country=Japan",
        "Address.city=Nagoya",
        "Address.city:Japanese=名古屋市",
    ]


def test_a_country_alone_is_an_address(read_address: Callable[..., list[str]]) -> None:
    assert read_address(country="Ecuador") == ["Address.full=Ecuador", "Address.country=Ecuador"]


def test_a_country_given_as_a_place_is_not_said_twice(read_address: Callable[..., list[str]]) -> None:
    assert read_address([("Unknown", "Cuba", "")], "Cuba")[0] == "Address.full=Cuba"


def test_an_unknown_part_is_refused(read_address: Callable[..., list[str]]) -> None:
    with pytest.raises(ListFileError, match="unknown type 'GRID'"):
        read_address([("GRID", "38SMB", "")])
