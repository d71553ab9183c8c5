"""Sanctions entries: lists, programs, measures, acts."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from ostiary.model.errors import ForeignListError, ListFileError

if TYPE_CHECKING:
    from tests.lists.conftest import Read, SdnFile

Reader = Callable[["SdnFile"], "Read"]


def test_an_entry_has_programs_measures_and_acts(sdn: "SdnFile", read: Reader) -> None:
    sdn.add_party(49756, sdn.name(11, ("Entity Name", "Tren de Aragua")), kind="Entity")
    acts = [("2024-07-11", "Executive Order 13581 (TCO)"), ("2024-07-11", "Unknown")]
    sdn.add_entry(49756, "TCO", "FTO", acts=acts)
    found = read(sdn)
    assert found.values("49756/entry/49756") == [
        "Sanction.list=SDN List",
        "Sanction.measure=Block",
        "Sanction.program=TCO",
        "Sanction.program=FTO",
    ]
    assert found.values("49756/entry/49756/act/49756") == [
        "Act.event=Created",
        "Act.date=2024-07-11",
        "Act.legalBasis=Executive Order 13581 (TCO)",
    ]
    assert found.values("49756/entry/49756/act/1049756") == ["Act.event=Created", "Act.date=2024-07-11"]


def test_several_entries_on_several_lists_are_all_kept(person: "SdnFile", read: Reader) -> None:
    person.add_entry(70000001, "UKRAINE-EO13662", on="Sectoral Sanctions Identifications List", profile=1)
    found = read(person)
    assert found.values("1/entry/1", "Sanction.list") == ["SDN List"]
    assert found.values("1/entry/70000001", "Sanction.list") == ["Sectoral Sanctions Identifications List"]
    assert found.values("1/entry/70000001", "Sanction.program") == ["UKRAINE-EO13662"]


def test_a_measure_with_a_period_is_valid_in_it(
    person: "SdnFile", read: Reader, period_xml: Callable[..., str]
) -> None:
    entries = person.records["SanctionsEntries"]
    empty = '<DatePeriod CalendarTypeID="1" YearFixed="true" MonthFixed="true" DayFixed="true"></DatePeriod>'
    entries[0] = entries[0].replace(empty, period_xml("2020-01-01", "2021-06-30"))
    measures = [each for each in read(person).statements() if each.place.element == "SanctionsMeasure"]
    assert {(each.valid_from, each.valid_until) for each in measures} == {("2020-01-01", "2021-06-30")}


def test_another_list_of_the_same_publisher_is_refused(sdn: "SdnFile", read: Reader) -> None:
    sdn.add_party(1, sdn.name(11, ("Last Name", "X")))
    sdn.add_entry(1, "NS-PLC", on="Non-SDN Palestinian Legislative Council List")
    with pytest.raises(ForeignListError, match="SDN List"):
        read(sdn)


def test_a_program_without_a_tag_is_refused(person: "SdnFile", read: Reader) -> None:
    person.records["SanctionsEntries"][0] = person.records["SanctionsEntries"][0].replace("SDGT", "")
    with pytest.raises(ListFileError, match="no tag"):
        read(person)


def test_an_entry_of_no_party_is_refused(person: "SdnFile", read: Reader) -> None:
    person.add_entry(9, "SDGT")
    with pytest.raises(ListFileError, match="Profile 9 is referred to") as caught:
        read(person)
    assert caught.value.where.endswith("SanctionsEntry 9")


def test_a_reference_value_that_is_not_there_is_refused(person: "SdnFile", read: Reader) -> None:
    person.records["SanctionsEntries"][0] = person.records["SanctionsEntries"][0].replace(
        "ListID=", 'ListID="9" Was='
    )
    with pytest.raises(ListFileError, match="List 9 is referred to"):
        read(person)


def test_a_party_without_an_entry_is_named(person: "SdnFile", read: Reader) -> None:
    person.add_party(2, person.name(20, ("Last Name", "KING")))
    found = read(person)
    assert list(found.parties) == ["us_ofac:1", "us_ofac:2"]
    assert found.warnings == ["a party without a sanctions entry (first at Profile 2, 1 in all)"]
