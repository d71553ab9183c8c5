"""The Consolidated Screening List as CSV: thirteen lists of three departments in one table, a row for each."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from ostiary.lists.audit import Audit
from ostiary.lists.given import GivenFile
from ostiary.lists.located import locate_errors
from ostiary.lists.nodes import Node
from ostiary.lists.rowwise import read_rowwise
from ostiary.lists.stored import StoredFile
from ostiary.lists.tables import Table, TableForm, check_columns, read_header
from ostiary.lists.us_csl.parties import PartyReader
from ostiary.model.lists import ListDescription, ListReading

_ROW: Final = "row"
#: In the order of the file.
_COLUMNS: Final = (
    "_id",
    "source",
    "entity_number",
    "type",
    "programs",
    "name",
    "title",
    "addresses",
    "federal_register_notice",
    "start_date",
    "end_date",
    "standard_order",
    "license_requirement",
    "license_policy",
    "call_sign",
    "vessel_type",
    "gross_tonnage",
    "gross_registered_tonnage",
    "vessel_flag",
    "vessel_owner",
    "remarks",
    "source_list_url",
    "alt_names",
    "citizenships",
    "dates_of_birth",
    "nationalities",
    "places_of_birth",
    "source_information_url",
    "ids",
)


def read_us_csl(description: ListDescription, given: GivenFile) -> ListReading:
    """Read one file of the Consolidated Screening List.

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
        lambda groups, audit: PartyReader(description.id, groups, audit).read,
    )


def _open(stored: StoredFile, audit: Audit, description: ListDescription) -> tuple[Table, list[str]]:
    form = TableForm(description.publisher)
    table = Table(stored.unpack(), form, audit)
    header = read_header(next(iter(table), []), _COLUMNS, form, table.place)
    check_columns(_ROW, header, _COLUMNS, audit)
    return table, header


def _number_rows(description: ListDescription, stored: StoredFile, audit: Audit) -> Iterator[tuple[str, Node]]:
    table, header = _open(stored, audit, description)
    with locate_errors(stored.path, lambda: table.place):
        for row in table.read_rows(_ROW, header):
            yield row.take("_id").strip(), row
