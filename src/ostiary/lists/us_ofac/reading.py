"""The SDN list in OFAC's Advanced XML, read strictly and as a stream."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from ostiary.lists.audit import Audit
from ostiary.lists.given import GivenFile
from ostiary.lists.nodes import Node
from ostiary.lists.records import Outline
from ostiary.lists.sources import Source
from ostiary.lists.stored import Progress, StoredFile
from ostiary.lists.us_ofac.context import Context
from ostiary.lists.us_ofac.gathering import Gathering
from ostiary.lists.us_ofac.mapping import load_mapping
from ostiary.lists.us_ofac.periods import read_date
from ostiary.model.errors import ListFileError
from ostiary.model.lists import ListDescription, ListReading
from ostiary.model.statements import Listing

_SECTIONS: Final = {
    "DateOfIssue": "DateOfIssue",
    "ReferenceValueSets": "ReferenceValueSets",
    "Locations": "Location",
    "IDRegDocuments": "IDRegDocument",
    "DistinctParties": "DistinctParty",
    "ProfileRelationships": "ProfileRelationship",
    "SanctionsEntries": "SanctionsEntry",
    "SanctionsEntryLinks": "SanctionsEntryLink",
}
_ISSUE: Final = "DateOfIssue"
#: Says where the schema lies; the namespace, which is checked, says which one it is.
_SCHEMA_LOCATION: Final = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"


def read_us_ofac(description: ListDescription, given: GivenFile) -> ListReading:
    """Read one file of the SDN list, or of the sample that has its form.

    Args:
        description: The list.
        given: The file; it states its date itself.

    Returns:
        The reading; its parties are read when they are asked for.

    Raises:
        ListFileError: The file cannot be opened, is no such list, or states no date of issue.
        ForeignListError: It is of another publisher.
    """
    reading = ListReading(description, _read_issue(description, given.path), iter(()))
    reading.listings = _read_listings(reading, given.path, given.progress)
    return reading


def _read_issue(description: ListDescription, path: Path) -> date:
    """Return the date of issue, for which only the head of the file is read."""
    context, source = _start(description, StoredFile(path))
    with source.locate_errors(), closing(source.read_nodes(partial(_check_root, context=context))) as nodes:
        record, node = next(nodes, ("", None))
        if node and record == _ISSUE:
            return read_date(node)
        raise ListFileError("The file states no date of issue.", advice="Fetch the file again.")


def _read_listings(reading: ListReading, path: Path, progress: Progress | None) -> Iterator[Listing]:
    stored = StoredFile(path, progress)
    context, source = _start(reading.description, stored)
    gathering = Gathering(context, reading.description.entry_list)
    with source.locate_errors(), closing(source.read_nodes(partial(_check_root, context=context))) as nodes:
        for record, node in nodes:
            if record == _ISSUE:
                _check_issue(node, reading.published)
            elif step := gathering.choose_step(record):
                step(node)
        gathering.check_references()
    yield from gathering.finish()
    reading.warnings.extend(context.audit.report())
    reading.snapshot = stored.take_snapshot()


def _check_issue(node: Node, published: date) -> None:
    if read_date(node) != published:
        raise ListFileError("The file changed while it was read.", advice="Read it again.")


def _start(description: ListDescription, stored: StoredFile) -> tuple[Context, Source]:
    mapping = load_mapping()
    context = Context(description.id, mapping, Audit(description.ignored))
    outline = Outline(mapping.namespace, "Sanctions", _SECTIONS, description.authority)
    return context, Source(stored, outline, context.audit)


def _check_root(root: Node, context: Context) -> None:
    if root.find("DeltaBaseVersion"):
        raise ListFileError("The file holds only changes.", where="root element", advice="Fetch the whole list.")
    root.find(_SCHEMA_LOCATION)
    context.audit.expect(root, "Version", context.mapping.version)
