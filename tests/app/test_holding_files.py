"""Files of holdings: every form that is read, every fault with its line and field, nothing lost."""

import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from ostiary.app.holding_files import read_holding_file
from ostiary.model.errors import HoldingFileError

TODAY = date(2026, 6, 1)
HEAD = "owner,owned,share,from,until,kind,joint,source\n"


def write(folder: Path, text: str | bytes, name: str = "made.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("made.csv", HEAD + "Ann,Kestrel,50,2020-01-01,,,,Register\n"),
        ("made.csv", "\ufeff" + HEAD.replace(",", ";") + "Ann;Kestrel;50;2020-01-01;;;;Register\n"),
        ("made.tsv", HEAD.replace(",", "\t") + "Ann\tKestrel\t50\t2020-01-01\t\t\t\tRegister\r\n\r\n"),
        ("made.csv", "Source,SHARE,Owned,Owner,From\nRegister,50 %,Kestrel,Ann,2020-01-01\n"),
        ("made.csv", HEAD + '"Ann","Kestrel","50","2020-01-01","","ownership","","Register"\n'),
        (
            "made.jsonl",
            json.dumps(
                {"owner": "Ann", "owned": "Kestrel", "share": 50, "from": "2020-01-01", "source": "Register"}
            ),
        ),
        (
            "made.json",
            json.dumps(
                [{"owner": "Ann", "owned": "Kestrel", "share": "1/2", "from": "2020-01-01", "source": "Register"}]
            ),
        ),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_every_form_gives_the_same_holding(tmp_path: Path, name: str, text: str, packed: bool) -> None:  # noqa: FBT001 - a case
    path = write(tmp_path, gzip.compress(text.encode()) if packed else text, name + ".gz" * packed)
    file = read_holding_file(path, today=TODAY)
    assert file.faults == ()
    (one,) = file.holdings
    assert (one.owner, one.owned, str(one.share), one.first, one.source) == (
        "Ann",
        "Kestrel",
        "50 %",
        date(2020, 1, 1),
        "Register",
    )


def test_a_source_that_is_not_stated_is_the_file(tmp_path: Path) -> None:
    assert read_holding_file(write(tmp_path, "owner,owned\nAnn,Kestrel\n")).holdings[0].source == "made.csv"


def test_every_fault_is_told_with_its_line_and_field(tmp_path: Path) -> None:
    rows = (
        "Ann,Kestrel,60,,,,,R",
        "Bob,Kestrel,60,,,,,R",
        ",Kestrel,x,,,,,R",
        "Cid,Heron,1,,,,",
        "Dan,Heron,-1,,,,,R",
    )
    file = read_holding_file(write(tmp_path, HEAD + "\n".join(rows)), today=TODAY)
    assert [(one.line, one.field) for one in file.faults] == [
        (3, "share"),
        (4, "owner"),
        (4, "share"),
        (5, ""),
        (6, "share"),
    ]
    assert len(file.holdings) == 2


def test_what_is_taken_with_a_doubt_is_noted(tmp_path: Path) -> None:
    text = "owner,owned,share,from,colour\nA,B,10,2027-01-01,red\nB,A,10,,red\n"
    file = read_holding_file(write(tmp_path, text), today=TODAY)
    assert file.faults == ()
    assert [(one.line, one.field) for one in file.notes] == [(1, "colour"), (2, "from"), (2, "owner")]


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("made.csv", "", "empty"),
        ("made.csv", HEAD, "no holding"),
        ("made.csv", "owner,share\nAnn,5\n", "owned"),
        ("made.csv", "owner,Owner,owned\nA,B,C\n", "Two columns"),
        ("made.csv", b"owner,owned\x00\nA,B\n", "heading"),
        ("made.json", '[{"owner": ', "not JSON"),
        ("made.parquet", b"PAR1", "Parquet"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, name: str, text: str | bytes, says: str) -> None:
    with pytest.raises(HoldingFileError, match=says):
        read_holding_file(write(tmp_path, text, name))


@pytest.mark.parametrize("line", ["{", "1", '"x"', '{"owner": ["A", "B"], "owned": "C"}', '{"owned": "C"}'])
def test_a_faulty_object_is_a_fault_and_the_next_is_read(tmp_path: Path, line: str) -> None:
    text = line + "\n" + json.dumps({"owner": "Ann", "owned": "Kestrel", "share": 5}) + "\n"
    file = read_holding_file(write(tmp_path, text, "made.jsonl"))
    assert [one.line for one in file.faults] == [1]
    assert [one.owner for one in file.holdings] == ["Ann"]


def test_bytes_that_are_no_text_are_a_fault_of_their_line(tmp_path: Path) -> None:
    path = write(tmp_path, HEAD.encode() + b"J\xfcrgen,Kestrel,5,,,,,R\nAnn,Kestrel,5,,,,,R\n")
    assert [one.line for one in read_holding_file(path).faults] == [2]
    assert [one.owner for one in read_holding_file(path, "windows-1252").holdings] == ["Jürgen", "Ann"]
