"""Blocks of customers are screened by one process or several, all on one mapped index; answers come in order."""

import pickle
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from pathlib import Path

from ostiary.app.blocks import screen_block
from ostiary.app.hit_files import write_hits, write_refusals
from ostiary.index import open_index
from ostiary.index.processes import Processes, ProcessesEndedError
from ostiary.model.customers import CustomerBlock
from ostiary.model.errors import IndexFileError, OstiaryError
from ostiary.model.hits import Hit
from ostiary.model.manifest import RowCounts
from ostiary.model.profiles import Profile
from ostiary.screening import Engine


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


def answer_blocks(
    stack: ExitStack, engine: Engine, blocks: Iterable[CustomerBlock], work: Work, jobs: int
) -> Iterator[WrittenAnswer]:
    """Return the answer to each block, in their order.

    Args:
        stack: Ends the processes with itself.
        engine: What answers where this process alone does.
        blocks: Taken as they are needed.
        work: What they are screened with.
        jobs: How many processes; 1: this one alone.

    Raises:
        IndexFileError: The index is damaged, or another one was put in its place meanwhile.
        OstiaryError: What a process met; or two processes died at one block.
    """
    if jobs > 1:
        return _answer_apart(stack.enter_context(Processes(jobs)), blocks, work)
    return (answer_block(engine, block, work) for block in blocks)


def _answer_apart(processes: Processes, blocks: Iterable[CustomerBlock], work: Work) -> Iterator[WrittenAnswer]:
    try:
        yield from processes.map(partial(_answer_there, pickle.dumps(work)), blocks)
    except ProcessesEndedError as error:
        block = error.item
        assert isinstance(block, CustomerBlock)  # noqa: S101 - nothing else was given to them
        numbers = [row.number for row in block.rows] + [reject.number for reject in block.rejects]
        raise OstiaryError(
            f"Processes ended again and again while they screened rows {min(numbers)} to {max(numbers)}.",
            advice="Memory may be full: use fewer --jobs. What was done before is kept.",
        ) from error


def _answer_there(work: bytes, block: CustomerBlock) -> WrittenAnswer:
    """Answer a block in a process of its own, which opens the index at its first block."""
    engine, opened = _open(work)
    return answer_block(engine, block, opened)


@lru_cache(maxsize=1)
def _open(data: bytes) -> tuple[Engine, Work]:
    work: Work = pickle.loads(data)  # noqa: S301 - from the process that started this one
    index = open_index(work.index_path)
    if index.facts.index_id != work.index_id:
        raise IndexFileError(
            "The index was replaced while the run began.", where=str(work.index_path), advice="Run it again."
        )
    return Engine(index, work.profile, today=work.today), work
