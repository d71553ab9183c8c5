"""Tables of which one row or several are one party: gathered by its number first, then read party by party."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from ostiary.lists.audit import Audit
from ostiary.lists.located import locate_errors
from ostiary.lists.nodes import Node
from ostiary.lists.stored import StoredFile
from ostiary.model.lists import ListReading
from ostiary.model.statements import Listing

#: Returns the party of a number and its rows.
ReadParty: TypeAlias = Callable[[str, Sequence[Node]], Listing]


def read_rowwise(
    reading: ListReading,
    stored: StoredFile,
    number_rows: Callable[[Audit], Iterable[tuple[str, Node]]],
    start_parties: Callable[[Mapping[str, Sequence[Node]], Audit], ReadParty],
) -> Iterator[Listing]:
    """Yield the parties of one file in the order of their first rows; warnings and snapshot follow at its end.

    Args:
        reading: The reading that they belong to.
        stored: The file.
        number_rows: Yields each row with the number of its party; told the audit.
        start_parties: Returns what reads a party; told all rows by number, and the audit.

    Raises:
        ListFileError: What the two raise; the file stands in it.
    """
    audit = Audit(reading.description.ignored)
    groups: dict[str, list[Node]] = {}
    with locate_errors(stored.path):
        for number, row in number_rows(audit):
            groups.setdefault(number, []).append(row)
        read_party = start_parties(groups, audit)
        for number in list(groups):
            yield read_party(number, groups.pop(number))
    if reading.missing:
        reading.warnings.append(reading.missing)
    reading.warnings.extend(audit.report())
    reading.snapshot = stored.take_snapshot()
