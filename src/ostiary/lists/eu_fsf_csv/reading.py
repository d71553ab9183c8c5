"""The EU's consolidated list of financial sanctions (FSF) as CSV 1.0, the form before 2018's XML 1.1."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from ostiary.lists.audit import Audit
from ostiary.lists.dates import read_day
from ostiary.lists.eu_fsf_csv.parties import PartyReader
from ostiary.lists.eu_fsf_csv.rows import ENTITY, Rows
from ostiary.lists.given import GivenFile
from ostiary.lists.located import locate_errors
from ostiary.lists.nodes import Node
from ostiary.lists.rowwise import read_rowwise
from ostiary.lists.stored import StoredFile
from ostiary.model.errors import ListFileError
from ostiary.model.lists import ListDescription, ListReading

_DAMAGED: Final = (
    "a spreadsheet program wrote the file: letters that its code page lacks are lost, and with them names in "
    "Greek and Cyrillic; nobody knows what else"
)


def read_eu_fsf_csv(description: ListDescription, given: GivenFile) -> ListReading:
    """Read one file of the EU list as CSV 1.0; its first row states its date.

    Args:
        description: The list.
        given: The file.

    Returns:
        The reading; that of a file which a spreadsheet program wrote says in ``missing`` what it lost.

    Raises:
        ListFileError: The file cannot be opened, or lacks columns, rows or its date.
        ForeignListError: It is of another publisher or in another form.
    """
    with locate_errors(given.path):
        rows = Rows(StoredFile(given.path), description, Audit({}))
        first = next(iter(rows), None)
        if first is None:
            raise ListFileError("The file has a header and no row.", where=rows.place, advice="Fetch it again.")
        published = read_day(first.take("Date_file"), rows.place)
    reading = ListReading(description, published, iter(()))
    reading.missing = _DAMAGED if rows.damaged else ""
    return read_rowwise(
        reading,
        given,
        partial(_number_rows, reading),
        lambda _, audit: PartyReader(description, audit).read,
    )


def _number_rows(reading: ListReading, stored: StoredFile, audit: Audit) -> Iterator[tuple[str, Node]]:
    rows = Rows(stored, reading.description, audit)
    with locate_errors(stored.path, lambda: rows.place):
        for row in rows:
            if (day := row.attributes.get("Date_file", "")) and read_day(day, rows.place) != reading.published:
                raise ListFileError("The rows are of different days.", advice="Fetch the file again.")
            yield str(row.take_number(ENTITY)), row
