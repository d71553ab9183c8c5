"""The EU's designated vessels in the form of the Danish Maritime Authority, with invented vessels."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ostiary.model.errors import ForeignListError, ListFileError

FILE = Path(__file__).with_name("vessels.csv")
DAY = date(2025, 10, 25)
HEADER = "Vessel name;IMO number ;Date of application;Subject to\n"
Read = Callable[..., Any]


@pytest.fixture
def read(read_list_file: Read) -> Callable[[Path], Any]:
    return lambda path: read_list_file("eu_vessels", path, DAY)


@pytest.mark.parametrize(
    ("vessel", "prop", "values"),
    [
        ("9074729", "Thing.schema", {"Vessel"}),
        ("9074729", "Vessel.imoNumber", {"9074729"}),
        ("9074729", "Alias.name", {"Lantern Star"}),
        ("9074729", "Act.date", {"2024-06-25", "2025-07-20"}),
        ("9074729", "Sanction.program", {"Council Regulation 833/2014"}),
        ("9074729", "Sanction.measure", {"Article 3s"}),
        ("9264386", "Alias.name", {"Strelsau Pride", "Zenda Rose"}),
        ("9264386", "Alias.kind", {"name", "f.k.a."}),
        ("9806847", "Alias.name", {"Courier", "Ferryman", "Old Ferryman"}),
        ("9000003", "Alias.name", {"Quay Runner", "Quay Walker"}),
        ("8000004", "Alias.kind", {"name", "a.k.a."}),
        ("8000004", "Sanction.measure", {"Asset freeze", "De-registration", "Port entry ban"}),
        ("8000004", "Act.legalBasis", {"Council Regulation 2017/1509"}),
        ("8000004", "Act.date", {"2017-10-03", "2018-03-30"}),
        ("8000004", "Act.event", {"Asset freeze", "De-registration + Port entry ban", "Port entry ban"}),
        ("9000008", "Sanction.program", {"Regulation 765/2006"}),
    ],
)
def test_what_is_said_of_a_vessel(read: Read, vessel: str, prop: str, values: set[str]) -> None:
    statements = read(FILE).parties[f"eu_vessels:{vessel}"].statements
    assert {each.value for each in statements if each.property == prop} == values


def test_a_hull_is_one_party_and_what_is_odd_is_told(read: Read) -> None:
    found = read(FILE)
    assert len(found.parties) == 8
    unread = [each.value for each in found.statements() if each.property == "Vessel.imoNumber:unread"]
    assert unread == ["900007"]
    assert [warning.partition(" (")[0] for warning in found.warnings] == [
        "a vessel that two rows call by different names, both of which are kept",
        "an IMO number that has not seven digits and is kept as text",
        "a regulation that is not named as usual",
    ]


def test_the_form_without_a_regulation_is_of_the_first_one(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "vessels.csv"
    path.write_text("Vessel name;IMO number ;Date of application\nLantern Star;9074729;25.06.2024\n", "utf-8")
    found = read(path)
    values = {each.property: each.value for each in found.statements()}
    assert (values["Sanction.program"], values["Sanction.measure"]) == (
        "Council Regulation 833/2014",
        "Article 3s",
    )
    assert found.warnings == []


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (";9074729;25.06.2024;Article 3s (Council Regulation 833/2014)\n", "names no vessel"),
        ("Lantern Star;9074729;soon;Article 3s (Council Regulation 833/2014)\n", "not a day"),
        ("Lantern Star;9074729;;Article 3s (Council Regulation 833/2014)\n", "not a day"),
        ("Lantern Star;9074729;25.06.2024;\n", "names no regulation"),
        ("Lantern Star;9074729;25.06.2024;Article 3s (Council Regulation 833/2014);moved\n", "5 fields"),
        ("Lantern Star;9074729\n", "2 fields"),
    ],
)
def test_a_damaged_row_is_refused_with_its_place(read: Read, tmp_path: Path, rows: str, said: str) -> None:
    path = tmp_path / "vessels.csv"
    path.write_text(HEADER + rows, "utf-8")
    with pytest.raises(ListFileError, match=said) as caught:
        read(path)
    assert "line 2" in str(caught.value.where)


@pytest.mark.parametrize(
    ("header", "error"),
    [("Name;Number\n", ForeignListError), ("Vessel name;Date of application\n", ListFileError)],
)
def test_other_columns_are_no_such_list(read: Read, tmp_path: Path, header: str, error: type[Exception]) -> None:
    path = tmp_path / "vessels.csv"
    path.write_text(header, "utf-8")
    with pytest.raises(error):
        read(path)
