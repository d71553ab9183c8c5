import csv
import io

import pytest
from hypothesis import given
from hypothesis.strategies import characters, integers, lists, sampled_from, text

from ostiary.lists import lines as list_lines
from ostiary.lists import tables
from ostiary.lists.audit import Audit
from ostiary.lists.tables import Table, TableForm, build_row, check_columns, read_header
from ostiary.model.errors import ForeignListError, ListFileError

FORM = TableForm("the Office")
PLAIN = b'number,name\r\n1,Anna\r\n2,"Bert, the\r\nyounger"\r\n'


def read(content: bytes, form: TableForm = FORM, step: int = 7) -> tuple[list[list[str]], list[str]]:
    audit = Audit({})
    pieces = [content[start : start + step] for start in range(0, len(content), step)]
    return list(Table(pieces, form, audit)), audit.report()


@pytest.mark.parametrize("step", [1, 2, 7, 1000])
def test_rows_are_the_same_however_the_file_comes_in_pieces(step: int) -> None:
    rows, warnings = read(PLAIN, step=step)
    assert rows == [["number", "name"], ["1", "Anna"], ["2", "Bert, the\r\nyounger"]]
    assert warnings == []


def test_the_row_knows_the_line_on_which_it_begins() -> None:
    table = Table([PLAIN + b"\r\n3,Carl\r\n"], FORM, Audit({}))
    assert [table.number for _ in table] == [1, 2, 3, 6]


def test_a_byte_order_mark_is_no_part_of_the_first_name() -> None:
    assert read(b"\xef\xbb\xbf" + PLAIN, step=1000)[0][0] == ["number", "name"]


def test_lines_of_two_encodings_are_read_and_told() -> None:
    rows, (warning,) = read("1,Zürich\n".encode() + "2,Zürich\n".encode("cp1252"))
    assert rows == [["1", "Zürich"], ["2", "Zürich"]]
    assert "Windows-1252 (first at line 2, 1 in all)" in warning


def test_the_end_sign_is_no_row() -> None:
    assert read(b"1,a\r\n\x1a", TableForm("the Office", end_sign=True)) == ([["1", "a"]], [])


@pytest.mark.parametrize(
    ("content", "end_sign", "warning"),
    [
        (b"1,a\r\n", True, "0x1A that ends the publisher's file is missing"),
        (b"1,a\r\n\x1a", False, "0x1A at the end, which the publisher does not write"),
        (b"1,a", False, "the last line has no end"),
    ],
)
def test_an_odd_end_is_told(content: bytes, end_sign: bool, warning: str) -> None:  # noqa: FBT001 - a case
    rows, warnings = read(content, TableForm("the Office", end_sign=end_sign))
    assert rows == [["1", "a"]]
    assert warning in warnings[0]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"<!DOCTYPE html><title>Wait</title>", "a web page"),
        (b" <HTML><body>Wait</body>", "a web page"),
        (b"\xff\xfe1\x00,\x00", "holds zero bytes"),
        (b"1,a\r\n2,\x00\r\n", "zero byte"),
        (b"1,a\r\n2,\x81\xff\r\n", "neither UTF-8 nor Windows-1252"),
        (b'1,a\r\n2,"b', "A row is malformed: unexpected end of data"),
        (b'1,a\r\n2,"b"c,d\r\n', "A row is malformed"),
        (b"1,a\r\n\x1a\r\n2,b\r\n", "Lines follow the sign"),
    ],
)
def test_what_is_no_table_is_refused(content: bytes, what: str) -> None:
    with pytest.raises(ListFileError, match=what):
        read(content, step=1000)


def test_xml_is_of_another_list() -> None:
    with pytest.raises(ForeignListError, match="is XML"):
        read(b"<?xml version='1.0'?><CONSOLIDATED_LIST/>", step=1000)


def test_an_endless_line_is_refused_before_it_fills_the_memory() -> None:
    seen = 0

    def pour() -> object:
        nonlocal seen
        while True:
            seen += 1 << 16
            yield b"x" * (1 << 16)

    with pytest.raises(ListFileError, match="longer than 4 MiB"):
        list(Table(pour(), FORM, Audit({})))  # type: ignore[arg-type]
    assert seen < 2 * list_lines.LONGEST_LINE


def test_a_quotation_mark_that_never_ends_is_refused() -> None:
    content = b'1,a\r\n2,"b\r\n' + b"3,c\r\n" * (tables.LONGEST_ROW // 5 + 1)
    with pytest.raises(ListFileError, match="does not end") as caught:
        read(content, step=1 << 16)
    assert caught.value.where == "line 2"


def test_the_header_names_the_columns() -> None:
    assert read_header(["number", " name "], ["name"], FORM, "line 1") == ["number", "name"]


@pytest.mark.parametrize(
    ("header", "what", "error"),
    [
        ([], "other names", ForeignListError),
        (["colour", "shape"], "other names", ForeignListError),
        (["number", "shape"], "columns name are missing", ListFileError),
        (["number", "name", "name"], "columns name stand twice", ListFileError),
    ],
)
def test_another_header_is_refused(header: list[str], what: str, error: type[ListFileError]) -> None:
    with pytest.raises(error, match=what):
        read_header(header, ["number", "name"], FORM, "line 1")


def test_a_row_is_a_node_whose_blank_fields_state_nothing() -> None:
    row = build_row("row", ["number", "name", "shape"], ["1", " ", "round"], "line 2")
    assert row.attributes == {"number": "1", "shape": "round"}


@pytest.mark.parametrize("row", [["1"], ["1", "a", "b"]])
def test_a_row_of_another_length_is_refused(row: list[str]) -> None:
    with pytest.raises(ListFileError, match=f"has {len(row)} fields where 2 are due"):
        build_row("row", ["number", "name"], row, "line 2")


def test_unknown_columns_are_told_unless_they_are_ignored() -> None:
    audit = Audit({"row@shape": "says nothing"})
    check_columns("row", ["number", "shape", "colour"], ["number"], audit)
    (warning,) = audit.report()
    assert "unknown attribute row@colour" in warning


CELLS = text(characters(exclude_categories=("Cs", "Cc")) | sampled_from(["\n", '"', ";", ","]), max_size=8)
ROWS = lists(lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=6)


@given(rows=ROWS, step=integers(1, 9), delimiter=sampled_from([",", ";"]))
def test_what_was_written_is_read(rows: list[list[str]], step: int, delimiter: str) -> None:
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=delimiter).writerows(rows)
    content = b'"head",x\r\n'.replace(b",", delimiter.encode()) + written.getvalue().encode()
    found, warnings = read(content, TableForm("the Office", delimiter=delimiter), step)
    assert found == [["head", "x"], *rows]
    assert warnings == []
