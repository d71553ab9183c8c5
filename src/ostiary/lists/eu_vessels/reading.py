"""The EU's designated vessels as the Danish Maritime Authority publishes them: a row for each designation."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from ostiary.lists.audit import Audit
from ostiary.lists.eu_vessels.parties import FIRST_REGULATION, IMO, ROW, SUBJECT, VesselReader, name_key
from ostiary.lists.given import GivenFile
from ostiary.lists.located import locate_errors
from ostiary.lists.nodes import Node
from ostiary.lists.rowwise import read_rowwise
from ostiary.lists.stored import StoredFile
from ostiary.lists.tables import LINE, Table, TableForm, build_row, check_columns, read_header
from ostiary.model.lists import ListDescription, ListReading

_COLUMNS: Final = ("Vessel name", IMO, "Date of application")


def read_eu_vessels(description: ListDescription, given: GivenFile) -> ListReading:
    """Read one file of the EU's designated vessels.

    Args:
        description: The list.
        given: The file, and the day of its publication, which it does not state.

    Returns:
        The reading; its parties are read when they are asked for.

    Raises:
        ListFileError: The file cannot be opened, lacks columns, or nobody says when it was published.
        ForeignListError: It is of another publisher.
    """
    with locate_errors(given.path):
        _open(StoredFile(given.path), Audit({}), description)
    warnings: list[str] = []
    reading = ListReading(description, given.choose_published(None, warnings), iter(()), warnings)
    return read_rowwise(
        reading,
        given,
        partial(_number_rows, description),
        lambda _rows, audit: VesselReader(description, audit).read,
    )


def _open(stored: StoredFile, audit: Audit, description: ListDescription) -> tuple[Table, list[str]]:
    form = TableForm(description.publisher, delimiter=";")
    table = Table(stored.unpack(), form, audit)
    # A spreadsheet program wrote the file: behind the columns stand some without a name and without content.
    header = read_header(_trim(next(iter(table), []), 0), _COLUMNS, form, table.place)
    check_columns(ROW, header, (*_COLUMNS, SUBJECT), audit)
    return table, header


def _trim(fields: list[str], least: int) -> list[str]:
    """Return fields without the empty ones at their end, of which so many stay."""
    filled = (place for place in range(len(fields), least, -1) if fields[place - 1].strip())
    return fields[: next(filled, least)]


def _number_rows(description: ListDescription, stored: StoredFile, audit: Audit) -> Iterator[tuple[str, Node]]:
    table, header = _open(stored, audit, description)
    with locate_errors(stored.path, lambda: table.place):
        for fields in table:
            if any(map(str.strip, fields)):
                row = build_row(ROW, header, _trim(fields, len(header)), table.place)
                row.attributes[LINE] = str(table.number)
                if SUBJECT not in header:
                    row.attributes[SUBJECT] = FIRST_REGULATION
                yield name_key(row), row
