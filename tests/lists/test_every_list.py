"""What must hold for every list: told apart from all others, read the same each time, read back when recorded."""

import bz2
import csv
import gzip
import lzma
import re
import zipfile
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from ostiary.lists import describe_list, list_ids, read_list
from ostiary.model.errors import ListFileError
from ostiary.model.lists import ListReading
from ostiary.model.statements import Listing
from ostiary.register import open_register
from ostiary.register.presence import load_presences
from ostiary.register.rows import load_all, read_content
from tests.work import count_lines

HERE = Path(__file__).parent
SAMPLES = HERE.parents[1] / "src" / "ostiary" / "app" / "samples"
#: When a file was published that does not say it itself.
DAY = date(2025, 5, 31)
#: A file of our own of each list; it stands for the list also where two lists have one form.
FILES = {
    "ca_sema": HERE / "ca_sema" / "ca_sema.xml",
    "eu_fsf": HERE / "eu_fsf" / "eu_fsf.xml",
    "eu_fsf_csv": HERE / "eu_fsf_csv" / "whole.csv",
    "eu_vessels": HERE / "eu_vessels" / "vessels.csv",
    "gb_ofsi": HERE / "gb" / "ofsi_36.csv",
    "gb_sanctions_list": HERE / "gb" / "sanctions_list.csv",
    "un_sc": HERE / "un_sc" / "un_sc.xml",
    "us_csl": HERE / "us_csl" / "consolidated.csv",
    "us_ofac": SAMPLES / "sdn_advanced_sample_2025-11-24.xml",
    "us_ofac_consolidated": HERE / "us_ofac_consolidated" / "us_ofac_consolidated.xml",
    "us_ofac_consolidated_csv": HERE / "us_ofac_csv" / "consolidated",
    "us_ofac_csv": HERE / "us_ofac_csv" / "whole",
}
SINGLE = sorted(list_id for list_id, path in FILES.items() if path.suffix)
XML = sorted(list_id for list_id, path in FILES.items() if path.suffix == ".xml")
TABLES = sorted(list_id for list_id, path in FILES.items() if path.suffix == ".csv")
#: The element that holds a party.
RECORDS = {
    "ca_sema": "record",
    "eu_fsf": "sanctionEntity",
    "un_sc": "INDIVIDUAL",
    "us_ofac": "DistinctParty",
    "us_ofac_consolidated": "sdnEntry",
}
#: A date in the file of a list, and what no calendar has in its place.
DATES = {
    "ca_sema": ("<DateOfListing>2020-09-28<", "<DateOfListing>2020-13-45<"),
    "eu_fsf": ('birthdate="1960-02-03"', 'birthdate="1960-13-45"'),
    "eu_fsf_csv": ("1955-05-04", "1955-13-45"),
    "eu_vessels": ("17.12.2024", "45.13.2024"),
    "gb_ofsi": ("00/00/1980", "45/13/1980"),
    "gb_sanctions_list": ("31/07/2024", "45/13/2024"),
    "un_sc": ("<DATE>1960-02-03-05:00<", "<DATE>1960-13-45-05:00<"),
    "us_csl": ("1960-01-02;", "1960-13-45;"),
    "us_ofac": ("<Month>12</Month>", "<Month>13</Month>"),
    "us_ofac_consolidated": ("03 Feb 2001", "45 Feb 2001"),
}
#: Lists of which every statement of the file is written down beside it.
WRITTEN_DOWN = ("ca_sema", "eu_fsf", "un_sc", "us_ofac_consolidated")
#: More than libxml2 and the reader of lines take in one piece.
LONG = 12_000_000
#: A gigabyte in pieces of ten million, as a packed file holds it in little room.
GIGABYTE = 100


def read(list_id: str, path: Path) -> tuple[ListReading, list[Listing]]:
    reading = read_list(list_id, path, published=DAY)
    return reading, list(reading.listings)


def list_contents(listings: list[Listing]) -> list[tuple[str, ...]]:
    return [
        (each.subject, each.property, each.value, each.valid_from, each.valid_until)
        for listing in listings
        for each in listing.statements
    ]


def test_every_list_has_a_file_here() -> None:
    assert {one for one in list_ids() if not describe_list(one).sample} == set(FILES)


@pytest.mark.parametrize("list_id", FILES)
def test_each_file_is_taken_by_its_own_reader_alone_and_at_once(list_id: str) -> None:
    def accepts(other: str) -> bool:
        try:
            read_list(other, FILES[list_id], published=DAY)
        except ListFileError:
            return False
        return True

    assert [other for other in FILES if accepts(other)] == [list_id]


@pytest.mark.parametrize("list_id", FILES)
def test_a_file_is_read_the_same_each_time_and_whole(list_id: str) -> None:
    (first, listings), (second, again) = read(list_id, FILES[list_id]), read(list_id, FILES[list_id])
    assert listings == again
    assert first.warnings == second.warnings
    assert first.snapshot == second.snapshot
    assert first.snapshot is not None


@pytest.mark.parametrize("list_id", FILES)
def test_what_every_party_must_have(list_id: str) -> None:
    for listing in read(list_id, FILES[list_id])[1]:
        said = Counter(each.property for each in listing.statements)
        kinds = [each.value for each in listing.statements if each.property == "Alias.kind"]
        assert (said["Thing.schema"], kinds.count("name")) == (1, 1), listing.party_id
        assert said["Sanction.program"], listing.party_id
        assert all(each.value and each.value.strip() for each in listing.statements)
        assert {each.subject.split("/")[0] for each in listing.statements} == {listing.party_id}
        assert len(set(list_contents([listing]))) == len(listing.statements)
        assert listing.party_id.partition(":")[0] == list_id


@pytest.mark.parametrize("list_id", FILES)
def test_what_was_recorded_is_read_back_and_a_second_time_nothing_is_new(list_id: str, tmp_path: Path) -> None:
    reading, listings = read(list_id, FILES[list_id])
    reading.listings = iter(listings)
    with open_register(tmp_path / "register.db", create=True) as register:
        recording = register.record(reading, accept_shrink="a file of our own")
        assert recording.statements_added == len(list_contents(listings))
        version = register.state(list_id)._recorded.id
        with register._store.read() as connection:
            found = {number: one.id for number, one in load_presences(connection, list_id, version).items()}
            rows = load_all(connection, found.values())
            kept = {number: Counter(map(read_content, rows[one])) for number, one in found.items()}
        assert kept == {
            listing.party_id.partition(":")[2]: Counter(
                (content[0].removeprefix(listing.party_id), *content[1:]) for content in list_contents([listing])
            )
            for listing in listings
        }
        again = register.record(read_list(list_id, FILES[list_id], published=DAY), accept_shrink="as before")
        assert (again.new, again.statements_added) == (False, 0)
        assert len(list(register.state(list_id).parties())) == len(listings)


@pytest.mark.parametrize("list_id", WRITTEN_DOWN)
def test_every_statement_of_the_file_is_the_one_written_down(list_id: str) -> None:
    with FILES[list_id].with_suffix(".csv").open(encoding="utf-8", newline="") as file:
        written = [tuple(row) for row in csv.reader(file)][1:]
    contents = list_contents(read(list_id, FILES[list_id])[1])
    assert [(subject.partition(":")[2], *rest) for subject, *rest in contents] == written


def pack(path: Path, target: Path, form: str) -> Path:
    content = path.read_bytes()
    packed = target / f"packed.{form}"
    packed.write_bytes({"gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress}[form](content))
    return packed


@pytest.mark.parametrize("form", ["gz", "bz2", "xz"])
@pytest.mark.parametrize("list_id", SINGLE)
def test_a_packed_file_is_read_as_the_plain_one(list_id: str, form: str, tmp_path: Path) -> None:
    packed = pack(FILES[list_id], tmp_path, form)
    assert list_contents(read(list_id, packed)[1]) == list_contents(read(list_id, FILES[list_id])[1])


#: What may be fetched or saved in place of a list.
NO_LIST = {
    "empty": b"",
    "blank": b" \n\n",
    "web page": b"<!DOCTYPE html><html><body>Down for maintenance</body></html>",
    "page without its first tag": b"<head><body>moved</body>",
    "answer of a server": b'{"error": "too many requests"}',
    "binary": bytes(range(256)) * 20,
}


@pytest.mark.parametrize("what", NO_LIST)
@pytest.mark.parametrize("list_id", SINGLE)
def test_what_is_no_list_is_refused_with_advice(list_id: str, what: str, tmp_path: Path) -> None:
    path = tmp_path / "list"
    path.write_bytes(NO_LIST[what])
    with pytest.raises(ListFileError) as caught:
        read(list_id, path)
    assert caught.value.where
    assert caught.value.advice


@pytest.mark.parametrize("list_id", SINGLE)
def test_a_cut_archive_is_refused(list_id: str, tmp_path: Path) -> None:
    path = tmp_path / "list.gz"
    path.write_bytes(gzip.compress(FILES[list_id].read_bytes())[:-20])
    with pytest.raises(ListFileError, match=r"truncated|damaged|ends"):
        read(list_id, path)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
@pytest.mark.parametrize("list_id", XML)
def test_a_truncated_file_is_refused_wherever_it_ends(list_id: str, share: float, tmp_path: Path) -> None:
    path = tmp_path / "list.xml"
    content = FILES[list_id].read_bytes().rstrip()
    path.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(ListFileError):
        read(list_id, path)


@pytest.mark.parametrize("list_id", XML)
@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"</", b"\xff\xfe</"),
        (b"</", b"\x1a</"),
        (b"?>", b'?><!DOCTYPE x [<!ENTITY a "b">]>'),
    ],
)
def test_xml_with_what_does_not_belong_there_is_refused(
    list_id: str, old: bytes, new: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "list.xml"
    path.write_bytes(FILES[list_id].read_bytes().replace(old, new, 1))
    with pytest.raises(ListFileError):
        read(list_id, path)


@pytest.mark.parametrize("list_id", XML)
def test_a_text_without_end_is_refused_and_memory_stays_small(list_id: str, tmp_path: Path) -> None:
    path = tmp_path / "list.xml"
    head, tail = FILES[list_id].read_bytes().split(b"</", 1)
    path.write_bytes(head + b"A" * LONG + b"</" + tail)
    with pytest.raises(ListFileError):
        read(list_id, path)


@pytest.mark.parametrize("list_id", XML)
def test_a_mark_of_byte_order_and_other_line_ends_change_nothing(list_id: str, tmp_path: Path) -> None:
    path = tmp_path / "list.xml"
    content = FILES[list_id].read_bytes()
    path.write_bytes(b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n"))
    assert list_contents(read(list_id, path)[1]) == list_contents(read(list_id, FILES[list_id])[1])


@pytest.mark.parametrize("list_id", XML)
def test_xml_in_wide_characters_is_the_same_list(list_id: str, tmp_path: Path) -> None:
    path = tmp_path / "list.xml"
    text = FILES[list_id].read_text(encoding="utf-8")
    path.write_bytes(text.replace("UTF-8", "UTF-16").replace("utf-8", "utf-16").encode("utf-16"))
    assert list_contents(read(list_id, path)[1]) == list_contents(read(list_id, FILES[list_id])[1])


@pytest.mark.parametrize("list_id", SINGLE)
def test_an_archive_of_files_is_refused_by_what_it_is(list_id: str, tmp_path: Path) -> None:
    path = tmp_path / "list.xml"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(FILES[list_id], "list.xml")
    with pytest.raises(ListFileError, match="zip"):
        read(list_id, path)


@pytest.mark.parametrize("share", [0.3, 0.5, 0.9, 0.99])
@pytest.mark.parametrize("list_id", TABLES)
def test_a_truncated_table_is_refused_or_told(list_id: str, share: float, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    content = FILES[list_id].read_bytes().rstrip()
    path.write_bytes(content[: int(len(content) * share)])
    try:
        told = read(list_id, path)[0].warnings
    except ListFileError as error:
        told = [f"{error.where} may be cut off"]
    assert any("cut off" in text for text in told)


@pytest.mark.parametrize("list_id", TABLES)
def test_a_mark_of_byte_order_changes_nothing_in_a_table(list_id: str, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"\xef\xbb\xbf" + FILES[list_id].read_bytes())
    assert list_contents(read(list_id, path)[1]) == list_contents(read(list_id, FILES[list_id])[1])


@pytest.mark.parametrize("list_id", TABLES)
@pytest.mark.parametrize("hostile", [b"A" * LONG, b"A\n" * LONG, b"\0", b"\x81\xff", b'"'])
def test_what_does_not_belong_into_a_table_is_refused(list_id: str, hostile: bytes, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    *head, last = FILES[list_id].read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(head) + b'"' + hostile + b'"' + last)
    with pytest.raises(ListFileError):
        read(list_id, path)


@pytest.mark.parametrize("list_id", RECORDS)
def test_a_party_that_stands_in_the_file_twice_is_refused(list_id: str, tmp_path: Path) -> None:
    path = tmp_path / "list.xml"
    text = FILES[list_id].read_text("utf-8")
    record = re.search(rf"<{RECORDS[list_id]}\b.*?</{RECORDS[list_id]}>", text, re.DOTALL)
    assert record
    path.write_text(text[: record.end()] + record[0] + text[record.end() :], "utf-8")
    with pytest.raises(ListFileError, match=r"twice|says that there are"):
        read(list_id, path)


@pytest.mark.parametrize("list_id", TABLES)
def test_a_row_that_stands_there_twice_says_nothing_more(list_id: str, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    text = FILES[list_id].read_text("utf-8").rstrip("\n")
    path.write_text(f"{text}\n{text.splitlines()[-1]}\n", "utf-8")
    once, twice = (list_contents(read(list_id, one)[1]) for one in (FILES[list_id], path))
    assert sorted(once) == sorted(twice)


@pytest.mark.parametrize("list_id", sorted(DATES))
def test_a_day_that_no_calendar_has_is_told_and_kept_or_refused(list_id: str, tmp_path: Path) -> None:
    path = tmp_path / f"list{FILES[list_id].suffix}"
    text = FILES[list_id].read_text("utf-8")
    old, new = DATES[list_id]
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    try:
        reading, listings = read(list_id, path)
    except ListFileError:
        return
    assert [warning for warning in reading.warnings if "cannot be read" in warning]
    wrong = [each.value for one in listings for each in one.statements if each.property.endswith(":unread")]
    assert any(value.strip("<") in new or new.strip("<>;") in value for value in wrong)


@pytest.mark.parametrize("list_id", TABLES)
def test_a_line_in_another_encoding_is_told_and_kept(list_id: str, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    content = FILES[list_id].read_bytes()
    name = re.search(rb"[A-Z]{4}", content.splitlines()[-1]) or re.search(
        rb"[A-Z][a-z]{3}", content.splitlines()[-1]
    )
    assert name
    at = content.rindex(name[0])
    path.write_bytes(content[:at] + b"\xc9" + content[at:])
    reading, listings = read(list_id, path)
    assert [warning for warning in reading.warnings if "indows-1252" in warning]
    assert any("\u00c9" in each.value for one in listings for each in one.statements)


@pytest.mark.parametrize("list_id", SINGLE)
def test_a_gigabyte_without_a_line_end_is_refused_before_it_is_read(list_id: str, tmp_path: Path) -> None:
    path = tmp_path / "list.gz"
    content = FILES[list_id].read_bytes()
    member = gzip.compress(b"A" * 10_000_000, 1)

    def refuse() -> None:
        with pytest.raises(ListFileError):
            read(list_id, path)

    lines = []
    for members in (GIGABYTE // 10, GIGABYTE):
        path.write_bytes(gzip.compress(content[: len(content) // 2]) + member * members)
        lines.append(count_lines(refuse))
    assert lines[1] < 2 * lines[0], "more is read of the longer file"
