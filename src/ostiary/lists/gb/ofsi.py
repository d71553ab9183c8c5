"""OFSI's consolidated list of financial sanctions targets: CSV of 29 columns (until 2022) or 36 (until 2026)."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Final

from ostiary.lists.audit import Audit
from ostiary.lists.dates import read_day
from ostiary.lists.gb.mapping import load_mapping
from ostiary.lists.gb.other_information import read_labelled
from ostiary.lists.gb.parties import PartyReader
from ostiary.lists.given import GivenFile
from ostiary.lists.located import locate_errors
from ostiary.lists.nodes import Node
from ostiary.lists.rowwise import read_rowwise
from ostiary.lists.stored import StoredFile
from ostiary.lists.tables import Table, TableForm, check_columns, read_header
from ostiary.model.errors import ForeignListError
from ostiary.model.lists import ListDescription, ListReading

_FIRST_CELL: Final = "Last Updated"
_NEW_FORM: Final = "Alias Quality"
_ROW: Final = "row"


def read_gb_ofsi(description: ListDescription, given: GivenFile) -> ListReading:
    """Read one file of OFSI's consolidated list.

    Args:
        description: The list.
        given: The file.

    Returns:
        The reading; its parties are read when they are asked for.

    Raises:
        ListFileError: The file cannot be opened, or lacks columns or its date.
        ForeignListError: It is of another publisher or in another form.
    """
    with locate_errors(given.path):
        opened = _Opened(description, StoredFile(given.path), Audit(description.ignored))
    reading = ListReading(description, opened.published, iter(()))
    return read_rowwise(
        reading,
        given,
        partial(_number_rows, description),
        lambda _, audit: PartyReader(description, audit).read,
    )


def _number_rows(description: ListDescription, stored: StoredFile, audit: Audit) -> Iterator[tuple[str, Node]]:
    opened = _Opened(description, stored, audit)
    with locate_errors(stored.path, lambda: opened.place):
        for row in opened.read_rows():
            yield row.take("Group ID").strip(), row


class _Opened:
    """A file of which the two head rows have been read."""

    def __init__(self, description: ListDescription, stored: StoredFile, audit: Audit) -> None:
        form = TableForm(description.publisher)
        self._table = Table(stored.unpack(), form, audit)
        self.published = self._read_published(description)
        mapping = load_mapping()
        header = next(iter(self._table), [])
        newer = _NEW_FORM in header
        self._columns = mapping.ofsi_columns | (mapping.ofsi_columns_36 if newer else mapping.ofsi_columns_29)
        self._header = read_header(header, self._columns, form, self._table.place)
        check_columns(_ROW, self._header, self._columns, audit)

    def _read_published(self, description: ListDescription) -> date:
        first = next(iter(self._table), [])
        if not first or first[0].strip() != _FIRST_CELL or len(first) == 1:
            raise ForeignListError(
                f"The file is not the consolidated list of {description.authority}.",
                where=self._table.place,
                advice=f"Its first row must be {_FIRST_CELL!r} and a date.",
            )
        return read_day(first[1], self._table.place)

    @property
    def place(self) -> str:
        """Where the reading stands."""
        return self._table.place

    def read_rows(self) -> Iterator[Node]:
        """Yield the rows, their columns named as in the UK Sanctions List."""
        for row in self._table.read_rows(_ROW, self._header):
            for old, new in self._columns.items():
                if value := row.find(old):
                    row.attributes[new] = value
            for column, value in read_labelled(row.attributes.get("Other Information", "")):
                earlier = row.attributes.get(column)
                row.attributes[column] = f"{earlier}; {value}" if earlier else value
            yield row
