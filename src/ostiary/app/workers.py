"""Processes that screen blocks of customers, all on one mapped index; answers come in the order of the blocks."""

import pickle
import struct
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from queue import SimpleQueue
from typing import IO, Any, Self

from ostiary.app.blocks import screen_block
from ostiary.app.hit_files import write_hits, write_refusals
from ostiary.model.customers import CustomerBlock
from ostiary.model.errors import OstiaryError
from ostiary.model.hits import Hit
from ostiary.model.manifest import RowCounts
from ostiary.model.profiles import Profile
from ostiary.screening import Engine

_MODULE = "ostiary.app.worker_process"
_LENGTH = struct.Struct("<Q")
#: Blocks that wait, are screened or have been, for each process: enough that none is ever idle.
_AHEAD = 3
#: How often a block is given to a process before the run fails.
_TRIES = 2
#: Seconds that a process has to end by itself.
_PATIENCE = 5


@dataclass(frozen=True, slots=True)
class Work:
    """What every block is screened with.

    Attributes:
        index_path: The index file.
        index_id: Its digest: another file in its place is refused.
        profile: The weights and threshold.
        today: The day to which ages of lists count.
        limit: The most hits per row.
        weak: Whether a weak alias alone may give a hit.
        suffix: Of the file of hits; empty if there is none.
        rejects: Whether there is a file of refusals.
        shown: So many hits of a block are returned as they are; None: all.
    """

    index_path: Path
    index_id: str
    profile: Profile
    today: date
    limit: int
    weak: bool
    suffix: str
    rejects: bool
    shown: int | None


@dataclass(frozen=True, slots=True)
class WrittenAnswer:
    """The answer to a block, ready to be written.

    Attributes:
        hits: Bytes of the file of hits.
        refusals: Bytes of the file of refusals.
        counts: How many rows went where.
        shown: The first hits, each with the number of its row.
    """

    hits: bytes
    refusals: bytes
    counts: RowCounts
    shown: tuple[tuple[int, Hit], ...]


def answer_block(engine: Engine, block: CustomerBlock, work: Work) -> WrittenAnswer:
    """Return the answer to a block, ready to be written."""
    answer = screen_block(engine, block, limit=work.limit, weak=work.weak)
    hits = answer.hits
    return WrittenAnswer(
        write_hits(hits, work.suffix) if work.suffix else b"",
        write_refusals(answer.refusals) if work.rejects else b"",
        answer.counts,
        tuple(hits[: work.shown]),
    )


def send(stream: IO[bytes], value: object) -> None:
    """Write a value for the process at the other end, with its length."""
    data = pickle.dumps(value)
    stream.write(_LENGTH.pack(len(data)) + data)
    stream.flush()


def receive(stream: IO[bytes]) -> Any:  # noqa: ANN401 - whatever was sent
    """Return the next value from the process at the other end.

    Raises:
        EOFError: There is none any more, or only a part of it.
    """
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    data = stream.read(length := _LENGTH.unpack(head)[0])
    if len(data) < length:
        raise EOFError
    return pickle.loads(data)  # noqa: S301 - from a process that we started ourselves


class Workers:
    """Some processes. Use it in a ``with`` block: none outlives that.

    A process that dies is replaced and its block done again; a block at which two die fails the run.

    Args:
        work: What blocks are screened with.
        jobs: How many processes.
    """

    def __init__(self, work: Work, jobs: int) -> None:
        self._work = work
        self._jobs = jobs
        self._threads = ThreadPoolExecutor(jobs)
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        self._all: list[_Worker] = []
        self._ended = False

    def __enter__(self) -> Self:
        for _ in range(self._jobs):
            self._idle.put(self._start())
        return self

    def __exit__(self, *_: object) -> None:
        self._ended = True
        self._stop_all()
        self._threads.shutdown(cancel_futures=True)
        self._stop_all()  # one may have been started in the last moment

    @property
    def processes(self) -> list[int]:
        """The numbers of the processes that were started."""
        return [worker.number for worker in self._all]

    def screen(self, blocks: Iterable[CustomerBlock]) -> Iterator[WrittenAnswer]:
        """Yield the answer to each block, in their order.

        Raises:
            OstiaryError: What a process met; or two processes died at one block.
        """
        waiting: deque[Future[WrittenAnswer]] = deque()
        for block in blocks:
            waiting.append(self._threads.submit(self._answer, block))
            if len(waiting) >= _AHEAD * self._jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def _stop_all(self) -> None:
        for worker in self._all:
            worker.stop()

    def _start(self) -> "_Worker":
        worker = _Worker(self._work)
        self._all.append(worker)
        return worker

    def _answer(self, block: CustomerBlock) -> WrittenAnswer:
        worker = self._idle.get()
        try:
            for _ in range(_TRIES):
                try:
                    return worker.answer(block)
                except (EOFError, BrokenPipeError, ConnectionResetError):
                    worker.stop()
                    if self._ended:
                        raise
                    worker = self._start()
        finally:
            self._idle.put(worker)
        numbers = [row.number for row in block.rows] + [reject.number for reject in block.rejects]
        raise OstiaryError(
            f"{_TRIES} processes ended while they screened rows {min(numbers)} to {max(numbers)}.",
            advice="Memory may be full: use fewer --jobs. What was done before is kept.",
        )


class _Worker:
    """One process."""

    def __init__(self, work: Work) -> None:
        # -P: no module of the folder that one happens to stand in.
        self._process = subprocess.Popen(  # noqa: S603 - our own module
            [sys.executable, "-P", "-m", _MODULE], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._work: Work | None = work

    @property
    def number(self) -> int:
        return self._process.pid

    def answer(self, block: CustomerBlock) -> WrittenAnswer:
        assert self._process.stdin and self._process.stdout  # noqa: S101, PT018 - both are pipes
        if self._work:
            send(self._process.stdin, self._work)
            self._work = None
        send(self._process.stdin, block)
        answer = receive(self._process.stdout)
        if isinstance(answer, WrittenAnswer):
            return answer
        raise answer

    def stop(self) -> None:
        """End the process; one that is at work on a block is not waited for."""
        self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                with suppress(BrokenPipeError):
                    stream.close()
        with suppress(subprocess.TimeoutExpired):  # the system ends it when it can
            self._process.wait(_PATIENCE)
