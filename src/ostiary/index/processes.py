"""Processes that do parts of a large piece of work; what comes of it is the same as without, in the same order."""

import os
import pickle
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from itertools import islice
from queue import SimpleQueue
from typing import IO, Any, Final, Self, TypeVar, cast

from ostiary.model.errors import OstiaryError

_MODULE: Final = "ostiary.index.process"
#: Parts that wait, are worked on or are done, for each process: enough that none is idle while results are taken.
_AHEAD: Final = 4
#: How many processes may die at one part of the work.
_TRIES: Final = 2
#: Seconds that a killed process has to go.
_PATIENCE: Final = 5

Item = TypeVar("Item")
Result = TypeVar("Result")


class ProcessesEndedError(OstiaryError):
    """So many processes died at one part of the work that no other is given it.

    Args:
        item: What the part was about.
    """

    def __init__(self, item: object) -> None:
        super().__init__(f"{_TRIES} processes ended at one part of the work.", advice="Memory may be full.")
        self.item = item


class Processes:
    """Some processes. Use it in a ``with`` block: none outlives that.

    Work is handed to them by the name of its function, so this must stand in a module. A process that dies is
    replaced and its part done again.

    Args:
        count: How many; with 1 all is done here.
    """

    def __init__(self, count: int) -> None:
        self._count = count
        self._threads = ThreadPoolExecutor(count)
        self._idle: SimpleQueue[_Process] = SimpleQueue()
        self._all: list[_Process] = []
        self._ended = False

    def __enter__(self) -> Self:
        for _ in range(self._count if self._count > 1 else 0):
            self._idle.put(self._start())
        return self

    def __exit__(self, *_: object) -> None:
        self._ended = True
        self._stop_all()
        self._threads.shutdown(cancel_futures=True)
        self._stop_all()  # one may have been started in the last moment

    @property
    def numbers(self) -> list[int]:
        """The numbers of the processes that were started."""
        return [process.number for process in self._all]

    def begin(self, work: Callable[[Item], Result], item: Item) -> Callable[[], Result]:
        """Let a process do some work, and return what waits for the result.

        That raises whatever the work raises; :class:`ProcessesEndedError` if two processes died at it.
        """
        return self._threads.submit(self._do, work, item).result if self._all else partial(work, item)

    def map(self, work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """Return what comes of each item, in their order; the first ones are begun at once."""
        begun = (self.begin(work, item) for item in items)
        return _take_results(deque(islice(begun, _AHEAD * self._count)), begun)

    def _start(self) -> "_Process":
        self._all.append(process := _Process())
        return process

    def _stop_all(self) -> None:
        for process in self._all:
            process.stop()

    def _do(self, work: Callable[[Item], Result], item: Item) -> Result:
        process = self._idle.get()
        try:
            for _ in range(_TRIES):
                try:
                    return cast("Result", process.do(work, item))
                except (EOFError, pickle.UnpicklingError, BrokenPipeError, ConnectionResetError):
                    process.stop()
                    if self._ended:
                        raise
                    process = self._start()
        finally:
            self._idle.put(process)
        raise ProcessesEndedError(item)


def _take_results(ahead: deque[Callable[[], Result]], begun: Iterator[Callable[[], Result]]) -> Iterator[Result]:
    while ahead:
        result = ahead.popleft()()
        ahead.extend(islice(begun, 1))
        yield result


class _Process:
    """One process."""

    def __init__(self) -> None:
        # -P: no module of the folder that one happens to stand in.
        self._process = subprocess.Popen(  # noqa: S603 - our own module
            [sys.executable, "-P", "-m", _MODULE], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    @property
    def number(self) -> int:
        return self._process.pid

    def do(self, work: Callable[[Any], Any], item: object) -> Any:  # noqa: ANN401 - whatever the work returns
        asked, answers = self._streams()
        pickle.dump((work, item), asked, pickle.HIGHEST_PROTOCOL)
        asked.flush()
        done, result = pickle.load(answers)  # noqa: S301 - from a process that we started ourselves
        if done:
            return result
        raise result

    def _streams(self) -> tuple[IO[bytes], IO[bytes]]:
        assert self._process.stdin and self._process.stdout  # noqa: S101, PT018 - both are pipes
        return self._process.stdin, self._process.stdout

    def stop(self) -> None:
        """End the process; one that is at work is not waited for."""
        self._process.kill()
        for stream in self._streams():
            with suppress(BrokenPipeError):
                stream.close()
        with suppress(subprocess.TimeoutExpired):  # the system ends it when it can
            self._process.wait(_PATIENCE)


def split_parts(items: Iterable[Item], size: int) -> Iterator[Sequence[Item]]:
    """Yield the items in parts of a size; the last one may be smaller."""
    rest = iter(items)
    while part := list(islice(rest, size)):
        yield part


def count_cores() -> int:
    """Return how many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        return os.cpu_count() or 1
