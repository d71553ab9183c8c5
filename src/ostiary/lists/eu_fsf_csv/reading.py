"""The EU's consolidated list of financial sanctions (FSF) as CSV 1.0, the form before 2018's XML 1.1."""

from collections.abc import Iterator
from typing import Final

from ostiary.lists.audit import Audit
from ostiary.lists.dates import read_day
from ostiary.lists.eu_fsf_csv.parties import PartyReader
from ostiary.lists.eu_fsf_csv.rows import ENTITY, Rows
from ostiary.lists.given import GivenFile
from ostiary.lists.located import locate_errors
from ostiary.lists.nodes import Node
from ostiary.lists.stored import StoredFile
from ostiary.model.errors import ListFileError
from ostiary.model.lists import ListDescription, ListReading
from ostiary.model.statements import Listing

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
    reading.listings = _read_listings(reading, StoredFile(given.path, given.progress))
    return reading


def _read_listings(reading: ListReading, stored: StoredFile) -> Iterator[Listing]:
    audit = Audit(reading.description.ignored)
    groups: dict[str, list[Node]] = {}
    with locate_errors(stored.path):
        rows = Rows(stored, reading.description, audit)
    with locate_errors(stored.path, lambda: rows.place):
        for row in rows:
            if (day := row.attributes.get("Date_file", "")) and read_day(day, rows.place) != reading.published:
                raise ListFileError("The rows are of different days.", advice="Fetch the file again.")
            groups.setdefault(str(row.take_number(ENTITY)), []).append(row)
    with locate_errors(stored.path):
        reader = PartyReader(reading.description, audit)
        for number in list(groups):
            yield reader.read(number, groups.pop(number))
    if reading.missing:
        reading.warnings.append(reading.missing)
    reading.warnings.extend(audit.report())
    reading.snapshot = stored.take_snapshot()
