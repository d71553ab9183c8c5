"""Files read by processes of their own, the next one while the last one is recorded."""

import subprocess
import sys
import tempfile
from collections import deque
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self, cast

from ostiary.app.pipeline import Progress, read
from ostiary.app.spools import read_spool
from ostiary.app.taking import Taking
from ostiary.model.lists import ListReading

#: Files read, or read and not yet recorded, at a time: what the memory and two processors allow.
_AHEAD = 2
_MODULE = "ostiary.app.reading_process"


class Readers:
    """Readers of some files, to be asked for in their order. Use it in a ``with`` block: no process outlives that.

    Args:
        takings: The files.
        folder: Where what they hold is kept until it is recorded, in files without a name.
    """

    def __init__(self, takings: Iterable[Taking], folder: Path) -> None:
        self._waiting = deque(takings)
        self._started: deque[_Reader] = deque()
        self._folder = folder

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        while self._started:
            self._started.popleft().stop()

    def read(self, taking: Taking, progress: Progress | None = None) -> ListReading:
        """Return the reading of a file, when all of it was read; files before it that nobody asked for are left.

        Args:
            taking: The file, one of those given.
            progress: Called with the bytes done and the bytes in all.

        Raises:
            ListFileError: The file cannot be opened, or is no such list; its later faults come with the listings.
        """
        reading = read(taking.list_id, taking.path, None, taking.published)
        self._start()
        while self._started[0].taking is not taking:
            self._started.popleft().stop()
            self._start()
        spool = self._started[0].wait(progress)
        self._started.popleft()
        self._start()
        reading.listings = read_spool(reading, spool)
        return reading

    def _start(self) -> None:
        while self._waiting and len(self._started) < _AHEAD:
            self._started.append(_Reader(self._waiting.popleft(), self._folder))


class _Reader:
    """One process."""

    def __init__(self, taking: Taking, folder: Path) -> None:
        self.taking = taking
        day = [taking.published.isoformat()] if taking.published else []
        self._spool = cast("BinaryIO", tempfile.TemporaryFile(dir=folder))  # noqa: SIM115 - closed when recorded
        # -P: no module of the folder that one happens to stand in.
        self._process = subprocess.Popen(  # noqa: S603 - our own module; the file is an argument, not a command
            [sys.executable, "-P", "-m", _MODULE, taking.list_id, str(taking.path), *day],
            stdin=subprocess.DEVNULL,
            stdout=self._spool,
            stderr=subprocess.PIPE,
            text=True,
        )

    def wait(self, progress: Progress | None) -> BinaryIO:
        """Wait for the end and return the spool from its beginning."""
        for line in self._process.stderr or ():
            done, _, whole = line.strip().partition(" ")
            if progress and done.isdecimal() and whole.isdecimal():
                progress(int(done), int(whole))
        self._process.communicate()
        self._spool.seek(0)
        return self._spool

    def stop(self) -> None:
        """End the process, whatever it has read."""
        self._process.kill()
        self._process.communicate()
        self._spool.close()
