"""Taking in one file of a list: read and record; a fault is kept with it, so that other lists go on."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ostiary.app.pipeline import Progress, read, record
from ostiary.app.recorded import find_recorded_files
from ostiary.model.errors import OstiaryError
from ostiary.model.lists import ListReading
from ostiary.model.statements import ListVersion
from ostiary.register import Recording, Register


@dataclass(frozen=True, slots=True)
class Taking:
    """A file to be taken in.

    Attributes:
        list_id: The list.
        path: The file, or the folder of its files where the list has several.
        published: When it was published, if that is known beside the file.
        accept_shrink: The reason why a loss of parties is right; empty to refuse it.
    """

    list_id: str
    path: Path
    published: date | None = None
    accept_shrink: str = ""


@dataclass(frozen=True, slots=True)
class ListUpdate:
    """What came of one list.

    Attributes:
        list_id: The list; empty if the file is of none.
        source: The file or the address.
        recording: What was recorded; None if the publisher has nothing new, or it failed.
        warnings: What the reader does not know, each with its place.
        failure: Why it failed; None if it did not.
    """

    list_id: str
    source: str
    recording: Recording | None = None
    warnings: tuple[str, ...] = ()
    failure: OstiaryError | None = None

    @property
    def outcome(self) -> str:
        """``new``, ``unchanged`` or ``failed``."""
        if self.failure:
            return "failed"
        return "new" if self.recording and self.recording.new else "unchanged"


def read_taking(taking: Taking, progress: Progress | None = None) -> ListReading:
    """Return the reading of a file."""
    return read(taking.list_id, taking.path, progress, taking.published)


def take_in(
    register: Register,
    taking: Taking,
    progress: Progress | None = None,
    read_file: Callable[[Taking, Progress | None], ListReading] = read_taking,
) -> ListUpdate:
    """Read a file and record it, or say why not; a file whose very bytes are recorded is not read again.

    Args:
        register: Where it is recorded.
        taking: The file.
        progress: Called with the bytes done and the bytes in all.
        read_file: Who reads it.
    """
    if known := find_recorded(register, taking):
        nothing = Recording(known, False, 0, 0, 0, known.parties, 0, 0)
        return ListUpdate(taking.list_id, taking.path.name, nothing)
    try:
        reading = read_file(taking, progress)
        recording = record(register, reading, taking.accept_shrink)
    except OstiaryError as error:
        return ListUpdate(taking.list_id, taking.path.name, failure=error)
    return ListUpdate(taking.list_id, taking.path.name, recording, tuple(reading.warnings))


def find_recorded(register: Register, taking: Taking) -> ListVersion | None:
    """Return the version of the list that was read from these very bytes, if there is one."""
    return find_recorded_files(register).find(taking.path, taking.list_id)
