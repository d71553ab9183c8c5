"""The UK Sanctions List: the publisher's CSV of 58 columns, or the lines of JSON that others make of it."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Final

from ostiary.lists.audit import Audit
from ostiary.lists.dates import read_day
from ostiary.lists.gb.mapping import load_mapping
from ostiary.lists.gb.parties import PartyReader
from ostiary.lists.given import GivenFile
from ostiary.lists.lines import Lines
from ostiary.lists.located import locate_errors
from ostiary.lists.nodes import Node
from ostiary.lists.objects import iterate_objects, unfold_object
from ostiary.lists.rowwise import read_rowwise
from ostiary.lists.stored import StoredFile
from ostiary.lists.tables import LINE, Table, TableForm, check_columns, read_header
from ostiary.model.errors import ForeignListError, ListFileError
from ostiary.model.lists import ListDescription, ListReading

_FIRST_CELL: Final = "Report Date:"
_NUMBER: Final = "Unique ID"
_ROW: Final = "row"
_RECORD: Final = "record"
#: Other names that publications of the list have had for its columns.
_OTHER_NAMES: Final = {"Individual, Entity, Ship": "Designation Type", "Parent Company": "Parent company"}
#: What of a JSON record has rows of its own: the field with the list, and the field of its items.
_PARTS: Final = (("names", "names"), ("non_latin_names", "names"), ("addresses", "addresses"))
_MISSING: Final = (
    "the lines of JSON are not the publisher's: they lack birth dates and places, nationalities, documents, "
    "positions, phone numbers and all facts about ships"
)


def read_gb_sanctions_list(description: ListDescription, given: GivenFile) -> ListReading:
    """Read one file of the UK Sanctions List.

    Args:
        description: The list.
        given: The file: CSV, or lines of JSON, which is told by its first byte.

    Returns:
        The reading; that of lines of JSON says in ``missing`` what they lack.

    Raises:
        ListFileError: The file cannot be opened, or lacks columns or its date.
        ForeignListError: It is of another publisher or in another form.
    """
    read_rows = _choose_form(given)
    with locate_errors(given.path):
        head = StoredFile(given.path)
        stated = _open_table(head, description, Audit({}))[1] if read_rows is _read_table else None
        next(read_rows(StoredFile(given.path), description, Audit({})), None)
    warnings: list[str] = []
    reading = ListReading(description, given.choose_published(stated, warnings), iter(()), warnings)
    reading.missing = _MISSING if read_rows is _read_lines else ""
    return read_rowwise(
        reading,
        given,
        lambda stored, audit: _number_rows(read_rows(stored, description, audit)),
        lambda _, audit: PartyReader(description, audit).read,
    )


_ReadRows = Callable[[StoredFile, ListDescription, Audit], Iterator[Node]]


def _choose_form(given: GivenFile) -> _ReadRows:
    start = next(StoredFile(given.path).unpack(), b"")
    return _read_lines if start.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"{") else _read_table


def _number_rows(rows: Iterable[Node]) -> Iterator[tuple[str, Node]]:
    for row in rows:
        if not (number := row.attributes.get(_NUMBER, "").strip()):
            raise ListFileError(
                "The row has no Unique ID.",
                where=f"{LINE} {row.attributes[LINE]}",
                advice="The file is incomplete: fetch it again.",
            )
        yield number, row


def _open_table(stored: StoredFile, description: ListDescription, audit: Audit) -> tuple[Table, date]:
    """Return the CSV, read up to its header, and the date of the report, which stands above that."""
    table = Table(stored.unpack(), TableForm(description.publisher), audit)
    first = next(iter(table), [""])
    if not first[0].startswith(_FIRST_CELL):
        raise ForeignListError(
            f"The file is not the {description.title}.",
            where=table.place,
            advice=f"Its first row must be {_FIRST_CELL!r} and a date.",
        )
    return table, read_day(first[0].removeprefix(_FIRST_CELL), table.place)


def _read_table(stored: StoredFile, description: ListDescription, audit: Audit) -> Iterator[Node]:
    """Yield the rows of the CSV."""
    table, _ = _open_table(stored, description, audit)
    columns = load_mapping().list_columns
    names = [_OTHER_NAMES.get(name.strip(), name) for name in next(iter(table), [])]
    header = read_header(names, columns, TableForm(description.publisher), table.place)
    check_columns(_ROW, header, columns, audit)
    yield from table.read_rows(_ROW, header)


def _read_lines(stored: StoredFile, description: ListDescription, audit: Audit) -> Iterator[Node]:
    """Yield for each line of JSON one row of what it says of the party, and one for each name and address."""
    fields, skipped = load_mapping().json_fields, audit.list_skipped()
    lines = Lines(stored.unpack(), audit, description.publisher)
    for given in iterate_objects(lines):
        record, nodes = unfold_object(_RECORD, given, skipped)
        if "unique_id" not in record.attributes or "names" not in record.nodes:
            raise ForeignListError(
                f"The line is no entry of the {description.title}.",
                where=lines.place,
                advice="It must have a unique_id and names.",
            )
        shared = {
            LINE: str(lines.number),
            _NUMBER: record.attributes["unique_id"],
            "Regime Name": record.attributes.get("regime_name", ""),
        }
        for part in [record, *_take_parts(record)]:
            found = {column: part.find(field) for field, column in fields.items() if field in part.attributes}
            yield Node(_ROW, found | shared, {}, {}, "")
        audit.check(nodes, lines.place)


def _take_parts(record: Node) -> list[Node]:
    return [
        item for outer, inner in _PARTS for each in record.take_nodes(outer) for item in each.take_nodes(inner)
    ]
