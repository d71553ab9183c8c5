"""Identity documents: numbers as published, validity, dates, whose they are."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from ostiary.model.errors import ListFileError

if TYPE_CHECKING:
    from tests.lists.conftest import Read, SdnFile

Reader = Callable[["SdnFile"], "Read"]
LOVELACE = {"identity": 100001, "name": 11}


def test_a_fraudulent_passport_with_its_dates(person: "SdnFile", read: Reader) -> None:
    dates = [
        person.document_date("Issue Date", "2010-05-02"),
        person.document_date("Expiration Date", "2017-04-24"),
    ]
    said = {"country": "Mexico", "validity": "Fraudulent", "comment": "Expired", "authority": "Military"}
    person.add_document(3, "Passport", "07040059504", *dates, **LOVELACE, **said)
    assert read(person).values("1/document/3") == [
        "Identification.type=Passport",
        "Identification.number=07040059504",
        "Identification.country=Mexico",
        "Identification.authority=Military",
        "Identification.startDate=2010-05-02",
        "Identification.endDate=2017-04-24",
        "Identification.validity=Fraudulent",
        "Identification.comment=Expired",
    ]


def test_an_imo_number_stays_as_published(sdn: "SdnFile", read: Reader) -> None:
    sdn.add_party(1, sdn.name(11, ("Vessel Name", "HONESTAR")), kind="Vessel")
    sdn.add_document(3, "Vessel Registration Identification", "IMO 9187629", **LOVELACE)
    found = read(sdn)
    assert found.values("1", "Thing.schema") == ["Vessel"]
    assert found.values("1/document/3", "Identification.number") == ["IMO 9187629"]


def test_a_document_to_another_name_says_to_which(person: "SdnFile", read: Reader) -> None:
    alias = person.alias(person.written(21, [("Last Name", "BYRON")]), kind="A.K.A.")
    person.add_party(2, person.name(20, ("Last Name", "KING")), alias)
    person.add_document(3, "Passport", "A1", identity=100002, name=21)
    person.add_document(4, "Passport", "A2", identity=100002, name=20)
    found = read(person)
    assert found.values("2/document/3", "Identification.holder") == ["us_ofac:2/alias/21"]
    assert found.values("2/document/4", "Identification.holder") == []


def test_a_place_of_issue_is_one_text(person: "SdnFile", read: Reader) -> None:
    person.add_location(6, [("CITY", "Faisalabad", ""), ("STATE/PROVINCE", "Punjab", "")], "Pakistan")
    person.add_document(3, "National ID No.", "35404", place=6, **LOVELACE)
    assert read(person).values("1/document/3", "Identification.place") == ["Faisalabad, Punjab, Pakistan"]


def test_a_document_that_states_a_feature_points_to_it(
    sdn: "SdnFile", read: Reader, element_xml: Callable[..., str]
) -> None:
    sdn.add_party(1, sdn.name(11, ("Last Name", "X")), sdn.feature(7, "Gender", sdn.lookup("Male")))
    cited = element_xml("FeatureVersionReference", FeatureVersionID=7)
    sdn.add_document(3, "Passport", "A1", cited, **LOVELACE)
    found = read(sdn)
    assert found.values("1/document/3", "Identification.feature") == ["us_ofac:1/feature/7"]
    assert found.values("1/feature/7") == ["Feature.property=Person.gender", "Feature.value=Male"]


@pytest.mark.parametrize(
    ("said", "cited", "what"),
    [
        ({"identity": 100009, "name": 11}, 0, "Identity 100009 has documents but stands nowhere"),
        ({"identity": 100001, "name": 12}, 0, "made out to name 12, which its party does not have"),
        ({"identity": 100001, "name": 11, "place": 99}, 0, "Location 99 is referred to"),
        ({"identity": 100001, "name": 11}, 77, "Feature version 77 is referred to"),
    ],
)
def test_a_document_that_points_nowhere_is_refused(
    said: dict[str, int],
    cited: int,
    what: str,
    person: "SdnFile",
    read: Reader,
    element_xml: Callable[..., str],
) -> None:
    content = [element_xml("FeatureVersionReference", FeatureVersionID=cited)] if cited else []
    person.add_document(3, "Passport", "A1", *content, **said)
    with pytest.raises(ListFileError, match=what) as caught:
        read(person)
    assert "list.xml: " in caught.value.where
