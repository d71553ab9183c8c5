"""The SDN list in OFAC's Advanced XML, read strictly and as a stream."""

from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import Final

from ostiary.lists.audit import Audit
from ostiary.lists.given import GivenFile
from ostiary.lists.nodes import Node, Unfolder
from ostiary.lists.records import Outline, iterate_records, read_root
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
    source = _Source(description, StoredFile(path))
    with source.locate_errors(), closing(source.read_nodes()) as nodes:
        record, node = next(nodes, ("", None))
        if node and record == _ISSUE:
            return read_date(node)
        raise ListFileError("The file states no date of issue.", advice="Fetch the file again.")


def _read_listings(reading: ListReading, path: Path, progress: Progress | None) -> Iterator[Listing]:
    stored = StoredFile(path, progress)
    source = _Source(reading.description, stored)
    gathering = Gathering(source.context, reading.description.entry_list)
    with source.locate_errors(), closing(source.read_nodes()) as nodes:
        for record, node in nodes:
            if record == _ISSUE:
                _check_issue(node, reading.published)
            elif step := gathering.choose_step(record):
                step(node)
        gathering.check_references()
    yield from gathering.finish()
    reading.warnings.extend(source.context.audit.report())
    reading.snapshot = stored.take_snapshot()


def _check_issue(node: Node, published: date) -> None:
    if read_date(node) != published:
        raise ListFileError("The file changed while it was read.", advice="Read it again.")


class _Source:
    """The nodes of one file, each audited when it has been taken in."""

    def __init__(self, description: ListDescription, stored: StoredFile) -> None:
        mapping = load_mapping()
        self.context = Context(description.id, mapping, Audit(description.ignored))
        self._stored = stored
        self._place = "head of the file"
        self._outline = Outline(mapping.namespace, "Sanctions", _SECTIONS, description.authority)

    def read_nodes(self) -> Generator[tuple[str, Node]]:
        """Yield each record and its node, and audit it when the next one is asked for."""
        attributes, pieces = read_root(self._stored.unpack(), self._outline)
        self._check_root(attributes)
        audit = self.context.audit
        unfolder = Unfolder(self._outline.namespace, audit.list_skipped())
        for record, element in iterate_records(pieces, self._outline, audit):
            node, nodes = unfolder.unfold(element)
            self._place = _name_place(node)
            yield record, node
            audit.check(nodes, self._place)
        self._place = "whole file"

    def _check_root(self, attributes: dict[str, str]) -> None:
        root = Node(self._outline.root, attributes, {}, {}, "")
        if root.find("DeltaBaseVersion"):
            raise ListFileError(
                "The file holds only changes.", where="root element", advice="Fetch the whole list."
            )
        root.find(_SCHEMA_LOCATION)
        self.context.audit.expect(root, "Version", self.context.mapping.version)
        self.context.audit.check([root], "root element")

    @contextmanager
    def locate_errors(self) -> Iterator[None]:
        """Add to an error the file and the record that it concerns, unless it names them itself."""
        file = str(self._stored.path)
        try:
            yield
        except ListFileError as error:
            if error.where.startswith(file):
                raise
            raise type(error)(
                error.what, where=f"{file}: {error.where or self._place}", advice=error.advice
            ) from error


def _name_place(node: Node) -> str:
    number = node.attributes.get("ID") or node.attributes.get("FixedRef", "")
    return f"{node.tag} {number}".strip()
