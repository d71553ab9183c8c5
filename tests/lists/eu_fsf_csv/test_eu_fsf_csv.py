"""The EU's CSV 1.0 as its description has it, with invented parties; and damaged by a spreadsheet."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from ostiary.lists import read_list
from ostiary.model.errors import ForeignListError, ListFileError
from ostiary.model.lists import ListReading
from ostiary.model.statements import Statement

FILE = Path(__file__).with_name("whole.csv")
Parties = dict[str, list[Statement]]


def read(path: Path = FILE) -> tuple[Parties, ListReading]:
    reading = read_list("eu_fsf_csv", path)
    return {each.party_id.partition(":")[2]: list(each.statements) for each in reading.listings}, reading


def damage(path: Path) -> Path:
    """Write the file as a spreadsheet program does that takes it for one with commas."""
    lines = FILE.read_text("utf-8").splitlines()
    widest = max(line.count(",") for line in lines) + 5
    damaged = []
    for line in lines:
        tabs = line.replace(",", "\t") + "\t" * (widest - line.count(","))
        damaged.append('"' + tabs.replace('"', '""') + '"')
    text = "\n".join(damaged) + "\n"
    path.write_bytes(text.encode("cp1252", errors="replace"))
    return path


@pytest.fixture(scope="module")
def parties() -> Parties:
    return read()[0]


def values(statements: list[Statement], part: str, prop: str) -> list[str]:
    return [
        each.value
        for each in statements
        if each.property == prop and "/".join(each.subject.split("/")[1::2]) == part
    ]


def test_a_whole_file_is_read_without_a_warning() -> None:
    found, reading = read()
    assert list(found) == ["41", "42"]
    assert (reading.warnings, reading.missing) == ([], "")
    assert reading.published == date(2018, 7, 4)
    assert reading.snapshot is not None


@pytest.mark.parametrize(
    ("number", "part", "prop", "expected"),
    [
        ("41", "", "Thing.schema", ["Person"]),
        ("42", "", "Thing.schema", ["LegalEntity"]),
        ("41", "", "Thing.notes", ["A remark, with a comma"]),
        ("41", "alias", "Alias.name", ["Rupert Albert Vane", "Rupértus Vané", "Ρούπερτ Βέιν"]),
        ("41", "alias", "Alias.kind", ["a.k.a.", "a.k.a.", "name"]),
        ("41", "alias", "Alias.language", ["EL", "EN", "FR"]),
        ("41", "alias", "Alias.part:firstName", ["Rupert"]),
        ("41", "alias", "Alias.part:middleName", ["Albert"]),
        ("41", "alias", "Alias.part:lastName", ["Vane"]),
        ("41", "alias", "Alias.regulation", ["34/2012 (OJ L15)"] * 3),
        ("41", "", "Person.gender", ["M"]),
        ("41", "", "Person.title", ["Dr"]),
        ("41", "", "Person.position", ["Governor; later Minister"]),
        ("41", "address", "Address.full", ["1, Quay Street, 1010, Strelsau, RUR"]),
        ("41", "address", "Address.country", ["RUR"]),
        ("41", "address", "Address.remarks", ["PHONE[555 01 00]\\nFAX[555 01 02]"]),
        ("41", "", "LegalEntity.phone", ["555 01 00"]),
        ("41", "", "Eu.fax", ["555 01 02"]),
        ("41", "", "Person.birthDate", ["1955-05-04"]),
        ("41", "", "Person.birthPlace", ["Zenda", "al-Quay, near Strelsau, RUR"]),
        ("41", "", "Person.birthCountry", ["RUR"]),
        ("41", "", "Person.citizenship", ["RUR"]),
        ("41", "document", "Identification.number", ["77-12", "AD001095"]),
        ("41", "document", "Identification.type", ["National passport"]),
        ("41", "document", "Identification.typeCode", ["passport"]),
        ("41", "document", "Identification.comment", ["lost"]),
        ("41", "document", "Identification.country", ["RUR"]),
        ("41", "entry", "Sanction.program", ["TERR"]),
        ("41", "entry", "Sanction.authorityId", ["EU.41.1"]),
        ("41", "entry/act", "Act.legalBasis", ["2018/468 (OJ L79)", "34/2012 (OJ L15)"]),
        ("41", "entry/act", "Act.date", ["2012-01-18", "2018-03-22"]),
        ("41", "entry/act", "Act.kind", ["order", "order"]),
        (
            "41",
            "entry/act",
            "Act.publicationUrl",
            ["http://eur-lex.example/?uri=1", "http://eur-lex.example/?uri=2"],
        ),
        ("42", "", "LegalEntity.incorporationDate", ["1999"]),
        ("42", "", "LegalEntity.email", ["office@lantern.example"]),
        ("42", "", "LegalEntity.website", ["www.lantern.example"]),
        ("42", "", "Thing.country", ["RUR"]),
        ("42", "", "Eu.title", ["Ltd"]),
        ("42", "", "Eu.function", ["trade"]),
        ("42", "entry", "Sanction.program", ["TAQA", "TERR"]),
    ],
)
def test_every_column_becomes_statements(
    parties: Parties, number: str, part: str, prop: str, expected: list[str]
) -> None:
    assert sorted(values(parties[number], part, prop)) == sorted(expected)


def test_a_file_that_a_spreadsheet_wrote_says_every_damage(tmp_path: Path, parties: Parties) -> None:
    found, reading = read(damage(tmp_path / "damaged.csv"))
    assert "letters that its code page lacks are lost" in reading.missing
    told = " ".join(reading.warnings)
    for damaged in (
        "in quotation marks with tabs",
        "a tab where a comma was",
        "not UTF-8",
        "question marks where",
    ):
        assert damaged in told
    assert reading.missing in reading.warnings
    assert sorted(values(found["41"], "alias", "Alias.name")) == ["Rupert Albert Vane", "Rupértus Vané"]
    for prop in ("Person.position", "Person.birthPlace", "Thing.notes"):
        assert values(found["41"], "", prop) == values(parties["41"], "", prop)


def test_a_name_that_lost_letters_stands_where_it_is_the_only_one(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(FILE.read_text("utf-8").replace("Lantern Trading", "?????? Trading"), encoding="utf-8")
    assert values(read(path)[0]["42"], "alias", "Alias.name") == ["?????? Trading"]


def test_another_name_of_the_first_column_is_told(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(FILE.read_text("utf-8").replace("Date_file;", "Date_filexxxx;"), encoding="utf-8")
    assert any("Date_filexxxx" in warning for warning in read(path)[1].warnings)


def _swap(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new, 1)


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (_swap("Birt_place;", ""), "Birt_place"),
        (_swap("Birt_place;Birt_country", "Birt_country;Birt_place"), "their order is another"),
        (_swap("04/07/2018;41;P", "05/07/2018;41;P"), "of different days"),
        (_swap("04/07/2018;41;P", "soon;41;P"), "'soon' is not a day"),
        (_swap("04/07/2018;41;P", "04/07/2018;x41;P"), "not a number"),
        (_swap("04/07/2018;41;P", "04/07/2018;41;V"), "types \\['P', 'V'\\]"),
        (_swap(";501;41;", ";501;43;"), "party '43' stands in a row of party 41"),
        (_swap(";TERR;A remark", ";;A remark"), "names no programme"),
        (lambda text: text.replace("Lantern Trading", ""), "has no name"),
        (lambda text: text.splitlines(keepends=True)[0], "a header and no row"),
        (lambda text: text[:-30], "fields where 59 are due"),
    ],
)
def test_a_broken_file_is_refused_with_its_place(tmp_path: Path, change: Callable[[str], str], what: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text(change(FILE.read_text("utf-8")), encoding="utf-8")
    with pytest.raises(ListFileError, match=what) as caught:
        read(path)
    assert str(path) in caught.value.where


@pytest.mark.parametrize(
    "content",
    [b"<html><body>Wait</body></html>", b"fileGenerationDate;Entity_LogicalId\n", b"a,b\n1,2\n", b'"a\t"\n'],
)
def test_another_file_is_refused_at_once(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    with pytest.raises(ListFileError):
        read_list("eu_fsf_csv", path)


def test_a_later_form_is_foreign(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"fileGenerationDate;Entity_LogicalId\n")
    with pytest.raises(ForeignListError, match="later forms"):
        read_list("eu_fsf_csv", path)


def test_the_real_file_is_read_with_every_damage_said(shared: Path) -> None:
    found, reading = read(shared / "lists" / "eu" / "eu_fsf_csv_2018-07-04_SHORT.csv")
    assert len(found) == 93
    assert reading.published == date(2018, 7, 4)
    said = [each for statements in found.values() for each in statements]
    assert len(values(said, "address", "Address.full")) == 37
    assert len(values(said, "document", "Identification.number")) == 9
    assert (len(values(said, "alias", "Alias.name")), len(reading.warnings)) == (654, 6)
    assert any("Naal_wholename" in warning and "145 in all" in warning for warning in reading.warnings)
