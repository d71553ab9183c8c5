"""Features: each under its property, with what the list says of it."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ostiary.model.errors import ListFileError

if TYPE_CHECKING:
    from tests.lists.conftest import Read, SdnFile

Reader = Callable[["SdnFile"], "Read"]

with (Path(__file__).parent / "features.csv").open(encoding="utf-8", newline="") as table:
    FEATURES = list(csv.DictReader(table))


@pytest.fixture
def read_feature(sdn: "SdnFile", read: Reader) -> Callable[..., "Read"]:
    """Read a list of one party with one feature, number 7."""

    def build(feature: str, *content: str, kind: str = "Individual", **said: str) -> "Read":
        sdn.add_party(1, sdn.name(11, ("Last Name", "X")), sdn.feature(7, feature, *content, **said), kind=kind)
        return read(sdn)

    return build


@pytest.fixture
def give(
    sdn: "SdnFile", element_xml: Callable[..., str], period_xml: Callable[..., str]
) -> Callable[..., list[str]]:
    """The content of a feature in each of the forms in which the list gives one."""

    def build(form: str, value: str) -> list[str]:
        if form == "country":
            sdn.add_location(5, [("Unknown", value, "")])
            return [element_xml("VersionDetail", DetailTypeID=1), element_xml("VersionLocation", LocationID=5)]
        if form == "date":
            return [period_xml(value), element_xml("VersionDetail", DetailTypeID=1)]
        return [sdn.text(value) if form == "text" else sdn.lookup(value)]

    return build


@pytest.mark.parametrize("row", FEATURES, ids=lambda row: f"{row['feature']} {row['kind']}")
def test_a_feature_becomes_its_property(
    row: dict[str, str], read_feature: Callable[..., "Read"], give: Callable[..., list[str]]
) -> None:
    found = read_feature(row["feature"], *give(row["given"], row["value"]), kind=row["kind"])
    assert found.values("1", row["property"]) == [row["expected"]]
    assert found.warnings == []
    assert found.values("1/feature/7") == []


def test_a_circa_date_and_a_range_of_years(sdn: "SdnFile", read: Reader, period_xml: Callable[..., str]) -> None:
    circa = sdn.feature(7, "Birthdate", period_xml("1956-01-01", "1956-12-31", circa=True))
    span = sdn.feature(8, "Birthdate", period_xml("1960-01-01", "1965-12-31"))
    sdn.add_party(1, sdn.name(11, ("Last Name", "X")), circa, span)
    assert read(sdn).values("1", "Person.birthDate") == ["1956~", "1960/1965"]


def test_a_false_value_is_set_apart_from_the_true_ones(
    sdn: "SdnFile", read: Reader, period_xml: Callable[..., str]
) -> None:
    false = sdn.feature(7, "Birthdate", period_xml("1970-01-01"), reliability="False")
    reported = sdn.feature(8, "Birthdate", period_xml("1971-01-01"), reliability="Reported", comment="POB: Rome")
    sdn.add_party(1, sdn.name(11, ("Last Name", "X")), false, reported)
    found = read(sdn)
    assert found.values("1", "Person.birthDate") == ["1971-01-01"]
    assert found.values("1", "Person.birthDate:false") == ["1970-01-01"]
    assert found.values("1/feature/7") == [
        "Feature.property=Person.birthDate:false",
        "Feature.value=1970-01-01",
        "Feature.reliability=False",
    ]
    assert found.values("1/feature/8") == [
        "Feature.property=Person.birthDate",
        "Feature.value=1971-01-01",
        "Feature.reliability=Reported",
        "Feature.comment=POB: Rome",
    ]


@pytest.mark.parametrize("currency", ["XBT", "ETH", "A NEW ONE"])
def test_a_wallet_has_its_currency(currency: str, read_feature: Callable[..., "Read"], sdn: "SdnFile") -> None:
    address = "12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h"
    found = read_feature(f"Digital Currency Address - {currency}", sdn.text(address), comment="Active.")
    assert found.values("1/wallet/7") == [f"CryptoWallet.currency={currency}", f"CryptoWallet.publicKey={address}"]
    assert found.values("1/feature/7", "Feature.comment") == ["Active."]
    assert found.warnings == []


def test_an_unknown_feature_is_kept_and_named(read_feature: Callable[..., "Read"], sdn: "SdnFile") -> None:
    found = read_feature("Submarine Depth (m):", sdn.text("300"))
    assert found.values("1", "Ofac.submarineDepthM") == ["300"]
    assert found.warnings == ["unknown feature 'Submarine Depth (m):' (first at FeatureVersion 7, 1 in all)"]


def test_a_feature_without_a_value_is_named(read_feature: Callable[..., "Read"], sdn: "SdnFile") -> None:
    found = read_feature("Title", sdn.text(""), comment="unclear")
    assert found.values("1/feature/7") == ["Feature.comment=unclear"]
    assert found.warnings == ["a feature 'Title' without a value (first at FeatureVersion 7, 1 in all)"]


def test_the_same_value_twice_is_stated_once(sdn: "SdnFile", read: Reader) -> None:
    flags = [sdn.feature(number, "Vessel Flag", sdn.text("Iran")) for number in (7, 8)]
    sdn.add_party(1, sdn.name(11, ("Vessel Name", "OCEAN")), *flags, kind="Vessel")
    found = [each for each in read(sdn).statements() if each.property == "Vessel.flag"]
    assert [(each.value, str(each.place)) for each in found] == [("Iran", "FeatureVersion 7")]


def test_a_feature_of_another_party_is_named(sdn: "SdnFile", read: Reader) -> None:
    sdn.add_party(1, sdn.name(11, ("Last Name", "X")), sdn.feature(7, "Title", sdn.text("Chief"), party=2))
    assert any("identity of another party" in text for text in read(sdn).warnings)


def test_a_location_that_is_not_there_is_refused(
    read_feature: Callable[..., "Read"], element_xml: Callable[..., str]
) -> None:
    with pytest.raises(ListFileError, match="Location 99 is referred to") as caught:
        read_feature("Location", element_xml("VersionLocation", LocationID=99))
    assert caught.value.where.endswith("DistinctParty 1")
