"""A whole customer file against the index, a block at a time, with a manifest that adds up."""

import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from ostiary.app.blocks import sum_counts
from ostiary.app.health import Health
from ostiary.app.hit_files import begin_hits, begin_refusals, finish_hits
from ostiary.app.plain import to_plain
from ostiary.app.run_folders import Done, RunFolder, use_run_folder
from ostiary.app.settings import read_release
from ostiary.app.whole_files import replace_file
from ostiary.app.workers import Work, WrittenAnswer, answer_blocks
from ostiary.index import IndexedVersion
from ostiary.index.processes import count_cores
from ostiary.intake import CustomerFile
from ostiary.model.customers import CustomerBlock
from ostiary.model.errors import QueryError
from ostiary.model.hits import Hit
from ostiary.model.manifest import ListUsed, Manifest, RowCounts
from ostiary.screening import Engine

#: Told after each block: bytes read, bytes in all, rows done; where a killed run goes on, before any is read, too.
BatchProgress = Callable[[int, int, int], None]

#: Rows screened at a time.
BLOCK = 512
#: Bytes of a file for which one process more is worth its start.
_WORTH_A_PROCESS = 1 << 17
#: Seconds between two notes of how far a run is.
_BETWEEN_NOTES = 2.0


@dataclass(frozen=True, slots=True)
class BatchRun:
    """How a file is screened.

    Attributes:
        limit: The most hits per row.
        weak: Whether a weak alias alone may give a hit.
        block: Rows screened at a time.
        jobs: Processes; 0: as many as there are processors and the size of the file is worth.
        restart: Whether what a run that was killed has done is thrown away.
        asked: The dates asked for, in words; empty for now.
        healths: The health of each list, by id, where it is known.
    """

    limit: int = 20
    weak: bool = False
    block: int = BLOCK
    jobs: int = 0
    restart: bool = False
    asked: str = ""
    healths: Mapping[str, Health] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Output:
    """Where the answers go.

    Attributes:
        hits: The file of hits; None for none. The manifest is written beside it.
        rejects: The file of rows that were not screened and of values that were left out; None for none.
        shown: So many hits of a block go to ``show``; None: all.
        show: Takes the first hits of a block, each with the number of its row.
        progress: Told after each block.
    """

    hits: Path | None = None
    rejects: Path | None = None
    shown: int | None = None
    show: Callable[[Sequence[tuple[int, Hit]]], None] = lambda _: None
    progress: BatchProgress = lambda _done, _whole, _rows: None

    @property
    def manifest(self) -> Path | None:
        """The file of the manifest."""
        return self.hits.with_name(f"{self.hits.name}.manifest.json") if self.hits else None

    @property
    def suffix(self) -> str:
        """Suffix of the file of hits, in lower case; empty if there is none."""
        return self.hits.suffix.lower() if self.hits else ""


def screen_customers(engine: Engine, customers: CustomerFile, run: BatchRun, output: Output) -> Manifest:
    """Screen every row of a file, or the rest of them if a run over the same file was killed.

    The files of the output appear when all rows are done, whole, with the same bytes however many the processes.

    Args:
        engine: Over the index that answers.
        customers: The file.
        run: How it is screened.
        output: Where the answers go.

    Returns:
        What was done, with counts that add up.

    Raises:
        CustomerFileError: The file cannot be read to its end.
        QueryError: A killed run over another file, index, profile or with other options wrote there.
        OstiaryError: Processes died and what they screened could not be done again.
    """
    beside = output.hits or output.rejects
    with ExitStack() as stack:
        folder = stack.enter_context(use_run_folder(beside)) if beside else None
        now = _Beginning(datetime.now(UTC), engine.today)
        begun = _begin(folder, _identify(engine, customers, run, output), now, run) if folder else now
        done = _go_on(folder, output) if folder else Done()
        # Ages of lists count to one day, in a run over midnight too.
        engine = Engine(engine.index, engine.profile, today=begun.today)
        work = _describe_work(engine, run, output)
        read = [0, customers.source.size]
        blocks = islice(_follow(customers, run.block, read), done.blocks, None)
        jobs = run.jobs or choose_jobs(customers.source.size)
        answers = answer_blocks(stack, engine, blocks, work, jobs)
        counts = _take(answers, folder, done, output, read)
        manifest = _sign(engine, customers, run, counts, begun.at)
        if folder:
            _publish(folder, output, manifest)
    return manifest


@dataclass(frozen=True, slots=True)
class _Beginning:
    """When a run began, and the day to which ages of lists count in it."""

    at: datetime
    today: date


def _begin(folder: RunFolder, facts: Mapping[str, Any], now: _Beginning, run: BatchRun) -> _Beginning:
    """Make the folder of a run ready, and say when it began: now, or before it was killed.

    Raises:
        QueryError: Another run was killed here.
    """
    found = {} if run.restart else folder.read_facts()
    began = found.pop("began", None)
    if not found or not began:
        folder.begin({**facts, "began": to_plain(now)})
        return now
    if found != facts:
        other = ", ".join(sorted(key for key in {**facts, **found} if facts.get(key) != found.get(key)))
        raise QueryError(
            f"A run that was killed has begun this output, and it differs in: {other}.",
            where=str(folder.path),
            advice="Add --restart to begin anew, or run it as it began: then it goes on.",
        )
    return _Beginning(datetime.fromisoformat(began["at"]), date.fromisoformat(began["today"]))


def _go_on(folder: RunFolder, output: Output) -> Done:
    done = folder.open_files()
    if not done.blocks:
        folder.add((begin_hits(output.suffix), begin_refusals()))
    return done


def _describe_work(engine: Engine, run: BatchRun, output: Output) -> Work:
    return Work(
        index_path=engine.index.path,
        index_id=engine.index.facts.index_id,
        profile=engine.profile,
        today=engine.today,
        limit=run.limit,
        weak=run.weak,
        suffix=output.suffix,
        rejects=bool(output.rejects),
        shown=output.shown,
    )


def _identify(engine: Engine, customers: CustomerFile, run: BatchRun, output: Output) -> Mapping[str, Any]:
    """Everything on which the bytes of the output depend."""
    return {
        "input": customers.source.digest,
        "size": customers.source.size,
        "columns": dict(customers.mapping),
        "separator": customers.separator,
        "encoding": customers.encoding,
        "index": engine.index.facts.index_id,
        "profile": engine.profile_digest,
        "release": read_release(),
        "limit": run.limit,
        "weak": run.weak,
        "dates": run.asked,
        "rows in a block": run.block,
        "form of hits": output.suffix,
        "rejects": bool(output.rejects),
    }


def _follow(customers: CustomerFile, size: int, read: list[int]) -> Iterator[CustomerBlock]:
    return customers.blocks(size, lambda done, whole: read.__setitem__(slice(None), [done, whole]))


def choose_jobs(size: int) -> int:
    """Return how many processes a file of so many bytes is worth: at most one a processor."""
    return max(1, min(count_cores(), size // _WORTH_A_PROCESS))


def _take(
    answers: Iterator[WrittenAnswer], folder: RunFolder | None, done: Done, output: Output, read: list[int]
) -> RowCounts:
    """Write and count the answers as they come, and note now and then how far the run is."""
    blocks, counts, noted = done.blocks, done.counts, time.monotonic()
    if blocks:
        output.progress(read[0], read[1], counts.rows)
    for answer in answers:
        blocks, counts = blocks + 1, sum_counts((counts, answer.counts))
        output.show(answer.shown)
        output.progress(read[0], read[1], counts.rows)
        if folder:
            folder.add((answer.hits, answer.refusals))
            if time.monotonic() - noted >= _BETWEEN_NOTES:
                folder.note(blocks, counts)
                noted = time.monotonic()
    if folder:
        folder.note(blocks, counts)
    return counts


def _publish(folder: RunFolder, output: Output, manifest: Manifest) -> None:
    """Give the files their names, the hits last: where they stand, all stands."""
    folder.close()
    if output.rejects:
        folder.publish("rejects", output.rejects)
    if output.hits and output.manifest:
        finish_hits(folder.path / "hits", output.suffix)
        with replace_file(output.manifest) as part:
            text = json.dumps(to_plain(manifest), ensure_ascii=False, indent=2)
            part.write_text(text + "\n", encoding="utf-8")
        folder.publish("hits", output.hits)
    folder.remove()


def describe_lists_used(engine: Engine, healths: Mapping[str, Health]) -> tuple[ListUsed, ...]:
    """Return the list versions that an engine screens against as they are named in a manifest.

    Args:
        engine: The engine.
        healths: The health of each list, by id, where it is known.
    """
    unknown = Health("")
    return tuple(
        _describe_list_used(version, engine.today, healths.get(version.list_id, unknown))
        for version in engine.index.facts.versions
    )


def _describe_list_used(version: IndexedVersion, today: date, health: Health) -> ListUsed:
    return ListUsed(
        list_id=version.list_id,
        label=version.label,
        published=date.fromisoformat(version.published),
        age_days=version.age_days(today),
        parties=version.parties,
        health=health.state,
        health_said=health.said,
    )


def _sign(
    engine: Engine, customers: CustomerFile, run: BatchRun, counts: RowCounts, started: datetime
) -> Manifest:
    facts, source, finished = engine.index.facts, customers.source, datetime.now(UTC)
    return Manifest(
        input_name=source.path.name,
        input_digest=source.digest,
        input_size=source.size,
        columns=customers.columns.taken,
        ignored_columns=customers.columns.ignored,
        counts=counts,
        lists=describe_lists_used(engine, run.healths),
        index_id=facts.index_id,
        profile_digest=engine.profile_digest,
        threshold=engine.threshold,
        limit=run.limit,
        weak=run.weak,
        release=read_release(),
        started=started,
        finished=finished,
        sample=facts.sample,
        asked=run.asked,
    )
