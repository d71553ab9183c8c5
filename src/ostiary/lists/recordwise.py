"""XML lists of which each record is one party: read from the first to the last, nothing kept in between."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date

from ostiary.lists.audit import Audit
from ostiary.lists.given import GivenFile
from ostiary.lists.nodes import Node
from ostiary.lists.records import Outline
from ostiary.lists.sources import Source
from ostiary.lists.stored import StoredFile
from ostiary.model.errors import ListFileError
from ostiary.model.lists import ListDescription, ListReading
from ostiary.model.statements import Listing


@dataclass(frozen=True, slots=True)
class Form:
    """How such a list is read.

    Attributes:
        outline: What the file must look like.
        find_published: Returns the date of publication that the head of a file states, or None.
        take_root: Takes from the root what is known of it.
        take_record: Returns the party of a record, or None of a record that is none; told the name of the record,
            its node, the id of the list and the audit.
    """

    outline: Outline
    find_published: Callable[[Source], date | None]
    take_root: Callable[[Node], None]
    take_record: Callable[[str, Node, str, Audit], Listing | None]


def read_recordwise(description: ListDescription, given: GivenFile, form: Form) -> ListReading:
    """Read one file of a list.

    Args:
        description: The list.
        given: The file.
        form: How it is read.

    Raises:
        ListFileError: The file cannot be opened, is no such list, or has no date of publication.
        ForeignListError: It is of another publisher or another list.
    """
    warnings: list[str] = []
    source = Source(StoredFile(given.path), form.outline, Audit(description.ignored))
    with source.locate_errors():
        published = given.choose_published(form.find_published(source), warnings)
    reading = ListReading(description, published, iter(()), warnings)
    reading.listings = _read_listings(reading, given, form)
    return reading


def _read_listings(reading: ListReading, given: GivenFile, form: Form) -> Iterator[Listing]:
    stored = StoredFile(given.path, given.progress)
    source = Source(stored, form.outline, Audit(reading.description.ignored))
    seen: set[str] = set()
    with source.locate_errors(), closing(source.read_nodes(form.take_root)) as nodes:
        for record, node in nodes:
            listing = form.take_record(record, node, reading.description.id, source.audit)
            if listing:
                _check_new(listing.party_id, seen)
                yield listing
    reading.warnings.extend(source.audit.report())
    reading.snapshot = stored.take_snapshot()


def _check_new(party_id: str, seen: set[str]) -> None:
    if party_id in seen:
        raise ListFileError(f"The party {party_id} stands in the file twice.", advice="Fetch the file again.")
    seen.add(party_id)
