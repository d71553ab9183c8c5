"""One block of customers against the index: the same on one machine, in many processes and on a cluster."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields

from ostiary.model.customers import CustomerBlock, CustomerRow, FieldWarning, Reject
from ostiary.model.hits import Hit, Screening
from ostiary.model.manifest import RowCounts
from ostiary.screening import Engine

#: A row that was not screened or a value left out: outcome, row, query id, field, reason, raw text.
Refusal = tuple[str, int, str, str, str, str]


@dataclass(frozen=True, slots=True)
class BlockAnswer:
    """What screening a block of rows gave.

    Attributes:
        screenings: The answer to each row that could be read, with its number; in the order of the file.
        refusals: What was not screened and what was left out, in the order of the file.
        counts: How many rows went where.
    """

    screenings: tuple[tuple[int, Screening], ...]
    refusals: tuple[Refusal, ...]
    counts: RowCounts

    @property
    def hits(self) -> list[tuple[int, Hit]]:
        """The hits, each with the number of its row."""
        return [(number, hit) for number, screening in self.screenings for hit in screening]


def screen_block(engine: Engine, block: CustomerBlock, *, limit: int, weak: bool) -> BlockAnswer:
    """Return the answers to the rows of a block.

    Args:
        engine: The engine.
        block: Rows, read or rejected.
        limit: The most hits per row.
        weak: Whether a weak alias alone may give a hit.
    """
    screenings = engine.screen_batch([row.query for row in block.rows], limit=limit, weak=weak)
    warnings = [
        *block.warnings,
        *_find_unknown_countries(engine, block.rows),
        *_cautions(block.rows, screenings),
    ]
    return BlockAnswer(
        tuple((row.number, screening) for row, screening in zip(block.rows, screenings, strict=True)),
        tuple(_order_refusals(block, screenings, warnings)),
        _count(block, screenings, warnings),
    )


def sum_counts(counts: Iterable[RowCounts]) -> RowCounts:
    """Return the counts of some blocks together."""
    total: Counter[str] = Counter()
    for one in counts:
        total.update({field.name: getattr(one, field.name) for field in fields(one)})
    return RowCounts(**{field.name: total[field.name] for field in fields(RowCounts)})


def _order_refusals(
    block: CustomerBlock, screenings: Sequence[Screening], warnings: Sequence[FieldWarning]
) -> list[Refusal]:
    refusals = [_describe_reject(reject) for reject in block.rejects]
    refusals += [_describe_warning(warning) for warning in warnings]
    refusals += list(_unscreenable(block.rows, screenings))
    return sorted(refusals, key=lambda refusal: refusal[1])


def _describe_reject(reject: Reject) -> Refusal:
    return "rejected", reject.number, "", "", reject.reason, reject.raw


def _describe_warning(warning: FieldWarning) -> Refusal:
    return "warning", warning.number, warning.query_id, warning.field, warning.reason, warning.value


def _cautions(rows: Sequence[CustomerRow], screenings: Sequence[Screening]) -> Iterator[FieldWarning]:
    """Names that were screened with less than they may mean."""
    for row, screening in zip(rows, screenings, strict=True):
        if screening.caution and not screening.hits:
            names = "; ".join(row.query.names)
            yield FieldWarning(row.number, row.query.id, "names", names, screening.caution)


def _find_unknown_countries(engine: Engine, rows: Sequence[CustomerRow]) -> Iterator[FieldWarning]:
    """Countries that the index does not know, and which therefore say neither yes nor no."""
    for row in rows:
        for field in ("countries", "nationalities", "flags"):
            for text in getattr(row.query, field):
                if not engine.index.country_code(text):
                    yield FieldWarning(row.number, row.query.id, field, text, "left out: unknown country")


def _unscreenable(rows: Sequence[CustomerRow], screenings: Sequence[Screening]) -> Iterator[Refusal]:
    for row, screening in zip(rows, screenings, strict=True):
        if screening.outcome == "unscreenable":
            yield "unscreenable", row.number, row.query.id, "", screening.reason, row.raw


def _count(block: CustomerBlock, screenings: Sequence[Screening], warnings: Sequence[FieldWarning]) -> RowCounts:
    outcomes = Counter(screening.outcome for screening in screenings)
    return RowCounts(
        rows=len(block),
        screened=outcomes["hit"] + outcomes["no hit"],
        unscreenable=outcomes["unscreenable"],
        rejected=len(block.rejects),
        rows_with_hits=outcomes["hit"],
        hits=sum(map(len, screenings)),
        cut=sum(screening.cut for screening in screenings),
        warnings=len(warnings),
        told=sum(bool(screening.told) for screening in screenings),
    )
