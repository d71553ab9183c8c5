"""Screening on a cluster: a Spark data frame of customers in, their answers out.

The index file is shipped once to each executor and mapped once by each Python process on it; the engine and the
way from row to answer are those of one machine, so the hits are too. Ostiary must be installed on the executors.
"""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ostiary.app.blocks import BlockAnswer, screen_block
from ostiary.app.hit_files import arrow_schema
from ostiary.app.plain import to_row
from ostiary.index import open_index, verify_sections
from ostiary.intake.columns import Columns, read_mapping, recognise_columns
from ostiary.intake.customers import collect_block, read_columns
from ostiary.model.errors import IndexFileError, QueryError
from ostiary.model.hits import HIT_COLUMNS
from ostiary.model.profiles import Profile
from ostiary.screening import Engine, load_profile

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

#: The columns of the answers, as Arrow would write their types. Those of a hit are empty where there is none.
ANSWER_COLUMNS: tuple[tuple[str, str], ...] = (
    ("query_id", "string"),
    ("outcome", "string"),
    ("reason", "string"),
    ("left_out", "list<string>"),
    ("cut", "int32"),
    *((name, written) for name, written in HIT_COLUMNS if name != "query_id"),
)

#: Rows screened at a time: bounds the memory of a process, whatever the size of Spark's batches.
_BLOCK = 512
_WHERE = "data frame"
#: How Spark writes the types of Arrow.
_SPARK_TYPES = {
    "string": "string",
    "int32": "int",
    "double": "double",
    "bool": "boolean",
    "list<string>": "array<string>",
}


@dataclass(frozen=True, slots=True)
class Shipped:
    """What each executor screens with.

    Attributes:
        name: Name of the shipped index file.
        index_id: Its digest.
        profile_digest: Digest of the profile.
        today: The day to which ages of lists count.
        limit: The most hits per row.
        weak: Whether a weak alias alone may give a hit.
        profile: The weights and threshold.
    """

    name: str
    index_id: str
    profile_digest: str
    today: date
    limit: int
    weak: bool
    profile: Profile = field(compare=False)


def screen_frame(
    frame: "DataFrame",
    index: str | os.PathLike[str],
    *,
    profile: Profile | None = None,
    limit: int = 20,
    weak: bool = False,
    mapping: Mapping[str, str] | None = None,
) -> "DataFrame":
    """Return the answers to a data frame of customers, lazily as Spark does.

    Every row of the frame has at least one in the answers: one for each hit; or one whose ``outcome`` is ``no
    hit``, ``unscreenable`` or ``rejected``, with the reason. ``left_out`` names the values that were not taken.

    Args:
        frame: A row for each customer; its columns are recognised by name, as those of a Parquet file are. One
            of them must be the customer's key.
        index: The index file (``ostiary.open().index.path``).
        profile: The weights and threshold; the default ones if None.
        limit: The most hits per row; ``cut`` counts those left off.
        weak: Whether a weak alias alone may give a hit.
        mapping: Columns of the frame to fields, where their names are not common ones.

    Raises:
        CustomerFileError: No column names anyone.
        QueryError: No column is a key.
        IndexFileError: The index is absent, damaged or of another release.
    """
    columns = recognise_columns(frame.columns, read_mapping(mapping or {}), _WHERE)
    taken = dict(columns.taken)
    if "id" not in taken.values():
        raise QueryError(
            f"No column is the customer's key; the columns are: {', '.join(frame.columns)}.",
            where=_WHERE,
            advice='Rows of a data frame have no order: name the key, as mapping={"customer": "id"}.',
        )
    verify_sections(Path(index))
    chosen = profile or load_profile()
    index_id = open_index(Path(index)).facts.index_id
    shipped = Shipped(
        name=_ship(frame.sparkSession, Path(index), index_id),
        index_id=index_id,
        profile_digest=chosen.digest,
        today=datetime.now(UTC).date(),
        limit=limit,
        weak=weak,
        profile=chosen,
    )
    needed = frame.select(*(f"`{name.replace('`', '``')}`" for name in taken))
    return needed.mapInArrow(partial(answer_batches, columns=columns, shipped=shipped), _spark_schema())


def answer_batches(batches: Iterable[Any], columns: Columns, shipped: Shipped) -> Iterator[Any]:
    """Yield the answers to batches of rows, as Arrow batches; runs on the executors.

    Args:
        batches: Arrow batches with the columns that are taken.
        columns: What each is read as.
        shipped: What they are screened with.
    """
    import pyarrow as pa  # noqa: PLC0415 - on the executors

    engine = open_shipped(shipped)
    schema = arrow_schema(ANSWER_COLUMNS)
    key = next(name for name, read_as in columns.taken if read_as == "id")
    for batch in batches:
        for first in range(0, batch.num_rows, _BLOCK):
            rows = batch.slice(first, _BLOCK).to_pylist()
            block = collect_block(list(read_columns(iter(rows), columns)))
            answer = screen_block(engine, block, limit=shipped.limit, weak=shipped.weak)
            answers = list(_list_answers(answer, [row[key] for row in rows]))
            yield pa.RecordBatch.from_pylist(answers, schema=schema)


def _list_answers(answer: BlockAnswer, keys: list[Any]) -> Iterator[dict[str, Any]]:
    """Yield at least one row for each customer of a block; its rows are numbered from 1."""
    left_out: dict[int, list[str]] = {}
    for outcome, number, query_id, name, reason, raw in answer.refusals:
        if outcome == "warning":
            left_out.setdefault(number, []).append(f"{name}: {raw}: {reason}")
        elif outcome == "rejected":
            key = query_id if keys[number - 1] is None else str(keys[number - 1])
            yield {"query_id": key, "outcome": outcome, "reason": reason}
    for number, screening in answer.screenings:
        row = {
            "query_id": screening.query_id,
            "outcome": screening.outcome,
            "reason": screening.reason,
            "left_out": left_out.get(number, []),
            "cut": screening.cut,
        }
        yield from ({**row, **to_row(hit)} for hit in screening)
        if not screening.hits:
            yield row


@cache
def open_shipped(shipped: Shipped) -> Engine:
    """Return the engine over the index that came to this executor: opened once in each process.

    Raises:
        IndexFileError: Another index lies in its place.
    """
    from pyspark import SparkFiles  # noqa: PLC0415 - on the executors

    index = open_index(Path(SparkFiles.get(shipped.name)))
    if index.facts.index_id != shipped.index_id:
        raise IndexFileError("Another index was shipped under this name.", where=shipped.name)
    return Engine(index, shipped.profile, today=shipped.today)


def _ship(session: "SparkSession", index: Path, index_id: str) -> str:
    """Give Spark the index file under the name of its content, and return that name."""
    name = f"{index_id}.ostiary"
    context = session.sparkContext
    if not any(listed.endswith(f"/{name}") for listed in context.listFiles):
        context.addFile(str(_name_by_content(index, name)))
    return name


def _name_by_content(index: Path, name: str) -> Path:
    """Return a path to the same bytes under another name; executors may ask for it while this process runs."""
    path = Path(_shipping_folder().name) / name
    if not path.exists():
        try:
            path.hardlink_to(index)
        except OSError:  # another disk
            shutil.copyfile(index, path)
    return path


@cache
def _shipping_folder() -> "tempfile.TemporaryDirectory[str]":
    """The folder that goes when this process ends."""
    return tempfile.TemporaryDirectory(prefix="ostiary.spark.", ignore_cleanup_errors=True)


def _spark_schema() -> str:
    return ", ".join(f"`{name}` {_SPARK_TYPES[written]}" for name, written in ANSWER_COLUMNS)
