"""Tables as text: CSV and its relatives, row by row; a faulty row is rejected and the next one read."""

import csv
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

from ostiary.intake.lines import Line, Lines
from ostiary.model.customers import Reject
from ostiary.model.errors import CustomerFileError

#: A quoted cell may run over so many lines; beyond it the quote is taken as never closed.
MOST_LINES = 100

_DELIMITERS = ",;\t|"
_SEPARATOR_LINE = re.compile(r"sep=(.)\s*", re.IGNORECASE)


class TableRow(NamedTuple):
    """A row: the line in which it starts, its cells (none, if the line is blank), its text."""

    number: int
    cells: list[str]
    raw: str


class _Row(NamedTuple):
    lines: list[Line]
    cells: list[str]


class _Feed(Iterator[str]):
    """Hands lines to the csv module and remembers which it took for the row at hand."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self.taken: list[Line] = []

    def __next__(self) -> str:
        if len(self.taken) >= MOST_LINES:
            raise StopIteration
        line = next(self._lines)
        if line.fault and self.taken:
            # A row never runs into a line that cannot be read: that line is rejected on its own.
            self._lines.put_back([line])
            raise StopIteration
        self.taken.append(line)
        return line.text


class TableReader:
    """The heading and the rows of a table.

    Args:
        lines: The text.
        where: The file, for errors.

    Raises:
        CustomerFileError: The heading cannot be read.
    """

    def __init__(self, lines: Lines, where: str) -> None:
        self._lines = lines
        first = self._read_heading(where)
        stated = _SEPARATOR_LINE.fullmatch(first.text)
        if stated:
            first = self._read_heading(where)
        self._delimiter = stated[1] if stated else find_delimiter(first.text)
        self._lines.put_back([first])
        heading = self._read_row()
        if isinstance(heading, Reject):
            raise CustomerFileError(f"The heading cannot be read: {heading.reason}.", where=where)
        self.headers = tuple(cell.strip() for cell in heading.cells)

    def rows(self) -> Iterator[TableRow | Reject]:
        """Yield every row in order, each once, either read or rejected."""
        with suppress(StopIteration):
            while True:
                yield self._check_width(self._read_row())

    def _read_heading(self, where: str) -> Line:
        line = next(self._lines, Line(1, "", "there is none"))
        if line.fault:
            raise CustomerFileError(
                f"The heading cannot be read: {line.fault}.",
                where=where,
                advice="The first line names the columns.",
            )
        return line

    def _read_row(self) -> _Row | Reject:
        first = next(self._lines)
        if first.fault:
            return Reject(first.number, first.fault, first.raw)
        self._lines.put_back([first])
        feed = _Feed(self._lines)
        try:
            return _Row(feed.taken, next(csv.reader(feed, delimiter=self._delimiter, strict=True)))
        except csv.Error as error:
            return self._reject(feed.taken, _explain(error))

    def _check_width(self, row: _Row | Reject) -> TableRow | Reject:
        if isinstance(row, Reject):
            return row
        raw = "".join(line.text for line in row.lines).rstrip("\r\n")
        if len(row.cells) != len(self.headers) and raw.strip():
            return self._reject(row.lines, f"it has {len(row.cells)} cells, the heading has {len(self.headers)}")
        return TableRow(row.lines[0].number, row.cells, raw)

    def _reject(self, lines: list[Line], reason: str) -> Reject:
        """Reject the first line; one quote too many can swallow good rows, so the others are read again."""
        self._lines.put_back(lines[1:])
        return Reject(lines[0].number, reason, lines[0].raw)


def find_delimiter(heading: str) -> str:
    """Return the sign that parts the cells of a heading: the most frequent outside quotes, else a comma."""
    bare = re.sub(r'"[^"]*"', "", heading)
    return max(_DELIMITERS, key=bare.count)


def _explain(error: csv.Error) -> str:
    text = str(error)
    if "end of data" in text:
        return "a quote is opened and never closed"
    if "field limit" in text:
        return f"a cell is longer than {csv.field_size_limit():,} characters"
    return "a quoted cell goes on after its closing quote"
