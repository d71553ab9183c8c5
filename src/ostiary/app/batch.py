"""A whole customer file against the index, a block at a time, with a manifest that adds up."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from ostiary.app.health import Health
from ostiary.app.hit_files import TakeHits, TakeRefusal, describe_reject, describe_warning
from ostiary.app.settings import read_release
from ostiary.index import IndexedVersion
from ostiary.intake import CustomerFile
from ostiary.model.customers import CustomerBlock, CustomerRow, FieldWarning
from ostiary.model.hits import Screening
from ostiary.model.manifest import ListUsed, Manifest, RowCounts
from ostiary.model.queries import collect_batch
from ostiary.screening import Engine

#: Told after each block: bytes read, bytes in all, rows done.
BatchProgress = Callable[[int, int, int], None]


@dataclass(frozen=True, slots=True)
class BatchRun:
    """How a file is screened.

    Attributes:
        limit: The most hits per row.
        weak: Whether a weak alias alone may give a hit.
        block: Rows screened at a time.
        asked: The dates asked for, in words; empty for now.
        healths: The health of each list, by id, where it is known.
    """

    limit: int = 20
    weak: bool = False
    block: int = 64
    asked: str = ""
    healths: Mapping[str, Health] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sink:
    """Where the answers go: hits to each of some takers, and what was not screened to one."""

    hits: Sequence[TakeHits]
    refusals: TakeRefusal
    progress: BatchProgress = lambda _done, _whole, _rows: None


def screen_customers(engine: Engine, customers: CustomerFile, run: BatchRun, sink: Sink) -> Manifest:
    """Screen every row of a file.

    Returns:
        What was done, with counts that add up.

    Raises:
        CustomerFileError: The file cannot be read to its end.
    """
    started, counts, read = datetime.now(UTC), Counter[str](), [0, customers.source.size]
    for block in customers.blocks(run.block, lambda done, whole: read.__setitem__(slice(None), [done, whole])):
        screenings = engine.screen_batch(
            collect_batch(row.query for row in block.rows), limit=run.limit, weak=run.weak
        )
        hits = [
            (row.number, hit) for row, screening in zip(block.rows, screenings, strict=True) for hit in screening
        ]
        for take_hits in sink.hits:
            take_hits(hits)
        warnings = [
            *block.warnings,
            *_find_unknown_countries(engine, block.rows),
            *_cautions(block.rows, screenings),
        ]
        _refuse(block, screenings, warnings, sink.refusals)
        counts += _count(block, screenings, warnings)
        sink.progress(read[0], read[1], counts["rows"])
    return _sign(engine, customers, run, _total(counts), started)


def _refuse(
    block: CustomerBlock, screenings: Sequence[Screening], warnings: Sequence[FieldWarning], take: TakeRefusal
) -> None:
    """Hand on, in the order of the file, what was not screened and what was left out."""
    refusals = [describe_reject(reject) for reject in block.rejects]
    refusals += [describe_warning(warning) for warning in warnings]
    refusals += list(_unscreenable(block.rows, screenings))
    for refusal in sorted(refusals, key=lambda refusal: refusal[1]):
        take(refusal)


def _cautions(rows: Sequence[CustomerRow], screenings: Sequence[Screening]) -> Iterator[FieldWarning]:
    """Names that were screened with less than they may mean."""
    for row, screening in zip(rows, screenings, strict=True):
        if screening.caution and not screening.hits:
            names = "; ".join(row.query.names)
            yield FieldWarning(row.number, row.query.id, "names", names, screening.caution)


def _find_unknown_countries(engine: Engine, rows: Sequence[CustomerRow]) -> Iterator[FieldWarning]:
    """Countries that the index does not know, and which therefore say neither yes nor no."""
    for row in rows:
        for text in row.query.countries:
            if not engine.index.country_code(text):
                yield FieldWarning(row.number, row.query.id, "countries", text, "left out: unknown country")


def _unscreenable(
    rows: Sequence[CustomerRow], screenings: Sequence[Screening]
) -> Iterator[tuple[str, int, str, str, str, str]]:
    for row, screening in zip(rows, screenings, strict=True):
        if screening.outcome == "unscreenable":
            yield "unscreenable", row.number, row.query.id, "", screening.reason, row.raw


def _count(
    block: CustomerBlock, screenings: Sequence[Screening], warnings: Sequence[FieldWarning]
) -> Counter[str]:
    outcomes = Counter(screening.outcome for screening in screenings)
    return Counter(
        rows=len(block),
        screened=outcomes["hit"] + outcomes["no hit"],
        unscreenable=outcomes["unscreenable"],
        rejected=len(block.rejects),
        rows_with_hits=outcomes["hit"],
        hits=sum(map(len, screenings)),
        cut=sum(screening.cut for screening in screenings),
        warnings=len(warnings),
    )


def _total(counts: Counter[str]) -> RowCounts:
    return RowCounts(**{name: counts[name] for name in RowCounts.__dataclass_fields__})


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
