"""Tables of lists: strict rows from a stream of bytes, and rows as nodes from which every column is taken."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ostiary.lists.audit import Audit
from ostiary.lists.lines import Lines
from ostiary.lists.nodes import Node
from ostiary.model.errors import ForeignListError, ListFileError

#: A row of more characters has a quotation mark that never ends: the longest real one has 8,401, and the csv
#: module would give up at 131,072 characters of one field.
LONGEST_ROW: Final = 120_000
#: The attribute that holds the number of the line on which a row begins.
LINE: Final = "line"
_CUT_OFF: Final = "The file is cut off or was changed by another program; fetch it again."


@dataclass(frozen=True, slots=True)
class TableForm:
    """What a table looks like.

    Attributes:
        publisher: Whose list it is, for messages.
        delimiter: Between fields.
        end_sign: Whether the publisher ends the file with the byte 0x1A.
    """

    publisher: str
    delimiter: str = ","
    end_sign: bool = False


@dataclass(slots=True)
class _Place:
    """How far a table is read: the line on which the last row begins, and the characters of that row so far."""

    number: int = 0
    read: int = 0

    def __str__(self) -> str:
        return f"line {self.number}"


class Table:
    """The rows of one file, once, in their order.

    Args:
        pieces: The file, unpacked.
        form: What it must look like.
        audit: Told of what is odd.
    """

    def __init__(self, pieces: Iterable[bytes], form: TableForm, audit: Audit) -> None:
        self._at = _Place()
        # These know the place and not the table: one that is read in part closes its file as soon as it is let go.
        self._rows = _iterate(
            Lines(pieces, audit, form.publisher, end_sign=form.end_sign), form.delimiter, self._at
        )

    @property
    def number(self) -> int:
        """Number of the line on which the row that was read last begins."""
        return self._at.number

    @property
    def place(self) -> str:
        """Where the reading stands, for messages."""
        return str(self._at)

    def __iter__(self) -> Iterator[list[str]]:
        """Yield the fields of each row that is not blank.

        Raises:
            ListFileError: A row is malformed or endless, or the file ends within one.
        """
        return self._rows

    def read_rows(self, tag: str, header: Sequence[str]) -> Iterator[Node]:
        """Yield each further row as :func:`build_row` does, and with its line."""
        for fields in self:
            row = build_row(tag, header, fields, self.place)
            row.attributes[LINE] = str(self.number)
            yield row


def _iterate(lines: Iterable[str], delimiter: str, at: _Place) -> Iterator[list[str]]:
    rows = csv.reader(_count(lines, at), delimiter=delimiter, strict=True)
    while True:
        at.number, at.read = rows.line_num + 1, 0
        try:
            row = next(rows, None)
        except csv.Error as error:
            raise ListFileError(f"A row is malformed: {error}.", where=str(at), advice=_CUT_OFF) from error
        if row is None:
            return
        if row:
            yield row


def _count(lines: Iterable[str], at: _Place) -> Iterator[str]:
    for line in lines:
        at.read += len(line)
        if at.read > LONGEST_ROW:
            raise ListFileError(
                f"A row has more than {LONGEST_ROW:,} characters: a quotation mark does not end.",
                where=str(at),
                advice=_CUT_OFF,
            )
        yield line


def read_header(row: Sequence[str], columns: Iterable[str], form: TableForm, place: str) -> list[str]:
    """Return the names of the columns, which a row holds.

    Args:
        row: The row.
        columns: Names that must be among them.
        form: What the table must look like.
        place: Where it stands, for the error.

    Raises:
        ForeignListError: There is no row, or not one name is right.
        ListFileError: Columns are missing, or stand twice.
    """
    header = [name.strip() for name in row]
    missing = [name for name in columns if name not in header]
    if not header or not set(columns) - set(missing):
        raise ForeignListError(
            f"The file is no list of this kind of {form.publisher}: its columns have other names.",
            where=place,
            advice="Name the list that it is of.",
        )
    if missing:
        raise ListFileError(f"The columns {', '.join(missing)} are missing.", where=place, advice=_CUT_OFF)
    twice = sorted({name for name in header if name and header.count(name) > 1})
    if twice:
        raise ListFileError(f"The columns {', '.join(twice)} stand twice.", where=place, advice=_CUT_OFF)
    return header


def build_row(tag: str, header: Sequence[str], row: Sequence[str], place: str) -> Node:
    """Return a row as a node: columns are its attributes, and an empty field states nothing.

    Args:
        tag: What rows of this table are called in the description's ``ignored`` and in messages.
        header: Names of the columns.
        row: The fields.
        place: Where it stands, for the error.

    Raises:
        ListFileError: It has more or fewer fields than the header.
    """
    if len(row) != len(header):
        raise ListFileError(
            f"The row has {len(row)} fields where {len(header)} are due.", where=place, advice=_CUT_OFF
        )
    fields = {name: value for name, value in zip(header, row, strict=True) if value and not value.isspace()}
    return Node(tag, fields, {}, {}, "")


def check_columns(tag: str, header: Sequence[str], known: Iterable[str], audit: Audit) -> None:
    """Note columns that the reader does not know; what stands in them is noted again row by row."""
    unknown = dict.fromkeys(header, "") if header else {}
    for name in known:
        unknown.pop(name, None)
    audit.check([Node(tag, unknown, {}, {}, "")], "header")
