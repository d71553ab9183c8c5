"""What a run over a customer file has done so far, kept beside its output, so that a killed run goes on.

The folder ``.NAME.run`` holds ``run.json`` (what is screened, with what, how), ``hits`` and ``rejects`` as they
grow, and ``journal``, a line for each time that both were brought to the disk: blocks done, bytes of both, counts.
What stands beyond the last line of the journal is cut off when the run goes on, so no row is lost or doubled.
"""

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, Any

from ostiary.app.whole_files import replace_file
from ostiary.model.errors import CustomerFileError, InputError, QueryError
from ostiary.model.manifest import RowCounts

#: The files of a folder whose sizes the journal holds.
GROWING = ("hits", "rejects")


@dataclass(frozen=True, slots=True)
class Done:
    """How far a run is.

    Attributes:
        blocks: Blocks of rows that are done, from the first on.
        sizes: Bytes of each of :data:`GROWING`.
        counts: Of the rows in these blocks.
    """

    blocks: int = 0
    sizes: tuple[int, ...] = (0, 0)
    counts: RowCounts = field(default_factory=lambda: RowCounts(0, 0, 0, 0))


class RunFolder:
    """The folder of one run, locked while it is in use.

    Args:
        path: The folder.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._files: list[IO[bytes]] = []

    def read_facts(self) -> dict[str, Any]:
        """Return what the run is of which the folder keeps something; empty if there is none."""
        if not (self.path / "journal").is_file():
            return {}
        try:
            found = json.loads((self.path / "run.json").read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def begin(self, facts: Mapping[str, Any]) -> None:
        """Make the folder anew for a run that is these facts."""
        for name in ("journal", "run.json", *GROWING):
            (self.path / name).unlink(missing_ok=True)
        with replace_file(self.path / "run.json") as part:
            part.write_text(json.dumps(facts, indent=2) + "\n", encoding="utf-8")

    def open_files(self) -> Done:
        """Open the growing files at the place up to which they are surely whole, and say how far that is."""
        done = self._find_done()
        for name, size in zip(GROWING, done.sizes, strict=True):
            file = (self.path / name).open("ab")
            file.truncate(size)
            self._files.append(file)
        return done

    def add(self, pieces: tuple[bytes, ...]) -> None:
        """Write the next bytes of each of :data:`GROWING`."""
        for file, piece in zip(self._files, pieces, strict=True):
            file.write(piece)

    def note(self, blocks: int, counts: RowCounts) -> None:
        """Bring all to the disk and write in the journal how far the run is."""
        for file in self._files:
            file.flush()
            os.fsync(file.fileno())
        line = {"blocks": blocks, "sizes": [file.tell() for file in self._files], "counts": asdict(counts)}
        with (self.path / "journal").open("a", encoding="utf-8") as journal:
            journal.write(json.dumps(line) + "\n")
            journal.flush()
            os.fsync(journal.fileno())

    def publish(self, name: str, target: Path) -> None:
        """Give one of :data:`GROWING`, whole now, its own name."""
        try:
            (self.path / name).replace(target)
        except OSError:  # on another disk
            with replace_file(target) as part:
                shutil.copyfile(self.path / name, part)

    def close(self) -> None:
        """Close the growing files."""
        while self._files:
            self._files.pop().close()

    def remove(self) -> None:
        """Remove the folder."""
        shutil.rmtree(self.path)

    def _find_done(self) -> Done:
        """The last line of the journal that the files bear out."""
        try:
            lines = (self.path / "journal").read_text(encoding="utf-8").splitlines()
            sizes = [(self.path / name).stat().st_size for name in GROWING]
        except FileNotFoundError:
            return Done()
        for line in reversed(lines):
            try:
                said = json.loads(line)
            except ValueError:
                continue  # the power failed while it was written
            if all(stated <= size for stated, size in zip(said["sizes"], sizes, strict=True)):
                return Done(said["blocks"], tuple(said["sizes"]), RowCounts(**said["counts"]))
        return Done()


@contextmanager
def use_run_folder(beside: Path) -> Iterator[RunFolder]:
    """Open the folder of the run that writes a file, for this process alone.

    Args:
        beside: The file that the run writes.

    Yields:
        The folder; where the run does not end it stays, unless nothing was done or what was given cannot be used.

    Raises:
        InputError: Nothing can be written there.
        QueryError: Another run is writing the same file.
    """
    path = beside.with_name(f".{beside.name}.run")
    try:
        path.mkdir(parents=True, exist_ok=True)
        lock = (path / "lock").open("w")
    except OSError as error:
        raise InputError(
            f"Nothing can be written there: {error.strerror}.", where=str(beside), advice="Choose another folder."
        ) from error
    folder = RunFolder(path)
    with lock:
        if not _lock(lock):
            raise QueryError(
                "Another run is writing this file.", where=str(beside), advice="Wait for it, or name another file."
            )
        try:
            yield folder
        except BaseException as error:
            folder.close()
            if isinstance(error, CustomerFileError) or not (path / "journal").is_file():
                folder.remove()
            raise


def _lock(file: IO[str]) -> bool:
    """Lock a file for as long as it is open; where the system has no such locks, take it as locked."""
    try:
        import fcntl  # noqa: PLC0415 - not on every system
    except ImportError:
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
