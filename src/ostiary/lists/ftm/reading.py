"""A FollowTheMoney data set, read strictly: the designated with all that tells of them; others are counted."""

from collections.abc import Iterator
from pathlib import Path

from ostiary.lists.audit import Audit
from ostiary.lists.ftm.entities import parse_entity
from ostiary.lists.ftm.library import Library
from ostiary.lists.ftm.parties import PartyReader
from ostiary.lists.given import GivenFile
from ostiary.lists.lines import Lines
from ostiary.lists.located import locate_errors
from ostiary.lists.stored import StoredFile
from ostiary.model.lists import ListDescription, ListReading
from ostiary.model.statements import Listing

_PUBLISHER = "a FollowTheMoney data set"


def read_ftm(description: ListDescription, given: GivenFile) -> ListReading:
    """Read one file of a data set, an entity a line; the date of publication must be said with it.

    Only the designated are parties: entities with the topic ``sanction`` or ``sanction.counter``, and where an
    entity has no topics, those of whom a Sanction tells. Others are counted in a warning, and never called listed.

    Args:
        description: The list.
        given: The file.

    Raises:
        ListFileError: The file cannot be opened, or nobody says when it was published.
        ForeignListError: Its first line is no entity.
    """
    find_data_set(given.path)
    warnings: list[str] = []
    reading = ListReading(description, given.choose_published(None, warnings), iter(()), warnings)
    reading.listings = _read_listings(reading, given)
    return reading


def find_data_set(path: Path) -> str:
    """Return the name of the data set that the first entity of a file says it is of; empty if it says none.

    Raises:
        ListFileError: The file cannot be opened.
        ForeignListError: Its first line is no entity.
    """
    with locate_errors(path):
        first = next(iter(Lines(StoredFile(path).unpack(), Audit({}), _PUBLISHER)), "")
        return parse_entity(first, 1).data_set


def _read_listings(reading: ListReading, given: GivenFile) -> Iterator[Listing]:
    stored = StoredFile(given.path, given.progress)
    audit = Audit(reading.description.ignored)
    with locate_errors(given.path), Library() as library:
        library.fill(Lines(stored.unpack(), audit, _PUBLISHER), audit)
        reader = PartyReader(reading.description.id, library, audit)
        yield from map(reader.read, library)
        if library.others:
            kinds = ", ".join(f"{count:,} {schema}" for schema, count in library.others.most_common())
            reading.warnings.append(f"entities that are not designated and are not recorded: {kinds}")
    reading.warnings.extend(audit.report())
    reading.snapshot = stored.take_snapshot()
