"""Tables of which one row or several are one party: gathered by its number first, then read party by party."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from ostiary.lists.audit import Audit
from ostiary.lists.given import GivenFile
from ostiary.lists.located import locate_errors
from ostiary.lists.nodes import Node
from ostiary.lists.stored import StoredFile
from ostiary.model.lists import ListReading
from ostiary.model.statements import Listing

#: Returns the party of a number and its rows.
ReadParty: TypeAlias = Callable[[str, Sequence[Node]], Listing]


#: Yields each row of a file with the number of its party; tells the audit.
NumberRows: TypeAlias = Callable[[StoredFile, Audit], Iterable[tuple[str, Node]]]


def read_rowwise(
    reading: ListReading,
    given: GivenFile,
    number_rows: NumberRows,
    start_parties: Callable[[Mapping[str, Sequence[Node]], Audit], ReadParty],
) -> ListReading:
    """Return the reading with the parties of its file, in the order of their first rows.

    They are read when they are asked for; warnings and snapshot follow at their end.

    Args:
        reading: The reading, without parties.
        given: The file.
        number_rows: Yields the rows.
        start_parties: Returns what reads a party; told all rows by number, and the audit.

    Raises:
        ListFileError: What the two raise, as the parties are read; the file stands in it.
    """
    reading.listings = _read_parties(reading, StoredFile(given.path, given.progress), number_rows, start_parties)
    return reading


def _read_parties(
    reading: ListReading,
    stored: StoredFile,
    number_rows: NumberRows,
    start_parties: Callable[[Mapping[str, Sequence[Node]], Audit], ReadParty],
) -> Iterator[Listing]:
    audit = Audit(reading.description.ignored)
    groups: dict[str, list[Node]] = {}
    with locate_errors(stored.path):
        for number, row in number_rows(stored, audit):
            groups.setdefault(number, []).append(row)
        read_party = start_parties(groups, audit)
        for number in list(groups):
            yield read_party(number, groups.pop(number))
    if reading.missing:
        reading.warnings.append(reading.missing)
    reading.warnings.extend(audit.report())
    reading.snapshot = stored.take_snapshot()
