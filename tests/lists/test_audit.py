"""Everything in a file is taken or named: what is new becomes a warning with its place."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ostiary.lists import read_list
from ostiary.lists.audit import Audit
from ostiary.lists.nodes import Node

if TYPE_CHECKING:
    from tests.lists.conftest import Read, SdnFile


@pytest.mark.parametrize(
    ("old", "new", "warning"),
    [
        ("<Alias ", '<Alias Mood="grim" ', "unknown attribute Alias@Mood (first at DistinctParty 1, 1 in all)"),
        (
            "</Identity>",
            "<Rank>first</Rank></Identity>",
            "unknown element Identity/Rank (first at DistinctParty 1",
        ),
        ("</Profile>", '<Photo ID="1"/></Profile>', "unknown element Profile/Photo (first at DistinctParty 1"),
        ("</SanctionsEntry>", "<Text/></SanctionsEntry>", "unknown element SanctionsEntry/Text (first at Sanc"),
        ("<Identity ", '<Identity DeltaAction="Add" ', "unknown attribute Identity@DeltaAction"),
        ("<NamePartGroups>", "<NamePartGroups>stray", "text where none was expected, in NamePartGroups"),
        (
            "<SanctionsEntryLinks>",
            '<SanctionsEntryLinks Count="0">',
            "unknown attribute SanctionsEntryLinks@Count",
        ),
        ("<SanctionsEntryLinks>", "<SanctionsEntryLinks><Link/>", "unknown record Link"),
        ("</Sanctions>", "<Epilogue/></Sanctions>", "unknown section Epilogue"),
        ('Version="3"', 'Version="4"', "Sanctions@Version is '4' where it was always '3'"),
        (">Gregorian<", ">Hebrew<", "reference value 'Hebrew' in CalendarType"),
        ('Acronym="false"', 'Acronym="true"', "NamePartValue@Acronym is 'true'"),
        ('False="false"', 'False="true"', "Identity@False is 'true'"),
    ],
)
def test_what_is_unknown_is_named_with_its_place(
    old: str, new: str, warning: str, person: "SdnFile", save: Callable[[str | bytes], Path]
) -> None:
    text = person.render()
    assert old in text
    reading = read_list("us_ofac", save(text.replace(old, new, 1)))
    assert len(list(reading.listings)) == 1
    assert [found for found in reading.warnings if found.startswith(warning)], reading.warnings


def test_the_fixture_itself_gives_no_warning(person: "SdnFile", read: Callable[["SdnFile"], "Read"]) -> None:
    assert read(person).warnings == []


def test_equal_findings_are_counted_with_the_first_place() -> None:
    audit = Audit({"Known@Ignored": "because"})
    for number in range(1500):
        audit.check([Node("Known", {"Ignored": "1", "New": "2"}, {}, {}, "")], f"Record {number}")
    assert audit.report() == ["unknown attribute Known@New (first at Record 0, 1,500 in all)"]
