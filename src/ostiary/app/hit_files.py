"""Files of hits: CSV, JSON lines, Parquet. Blocks of hits become bytes, and bytes of all blocks one file."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from ostiary.app.blocks import Refusal
from ostiary.app.plain import to_cells, to_row
from ostiary.app.whole_files import check_target
from ostiary.model.errors import QueryError
from ostiary.model.hits import HIT_COLUMNS, Hit

#: The columns of a file of hits, as Arrow would write their types.
FILE_COLUMNS = (("row", "int64"), *HIT_COLUMNS)
REFUSAL_COLUMNS = ("outcome", "row", "query_id", "field", "reason", "raw")

_SUFFIXES = (".csv", ".jsonl", ".parquet")
#: Rows of a Parquet file that stand in one group.
_GROUP = 50_000


def check_suffix(path: Path) -> None:
    """Check that hits can be written to a file of this name, before any work is done.

    Raises:
        QueryError: The suffix is unknown.
        InputError: There is a folder of this name.
    """
    if path.suffix.lower() not in _SUFFIXES:
        raise QueryError(
            f"Hits are not written to {path.suffix or 'a file without suffix'}.",
            where=f"--out {path}",
            advice=f"End the name in {', '.join(_SUFFIXES)}.",
        )
    check_target(path)


def number_hit(number: int, hit: Hit) -> dict[str, Any]:
    """Return a hit with the columns of :data:`FILE_COLUMNS`."""
    return {"row": number} | to_row(hit)


def begin_hits(suffix: str) -> bytes:
    """Return what a file of hits of this suffix begins with, before any block."""
    return _write_cells([[name for name, _ in FILE_COLUMNS]]) if suffix == ".csv" else b""


def begin_refusals() -> bytes:
    """Return what a file of refusals begins with."""
    return _write_cells([REFUSAL_COLUMNS])


def write_refusals(refusals: Iterable[Refusal]) -> bytes:
    """Return refusals as they stand in their file."""
    return _write_cells(refusals)


def write_hits(hits: Sequence[tuple[int, Hit]], suffix: str) -> bytes:
    """Return hits as they stand in a file of this suffix, or of a Parquet file as lines to be made into one.

    Args:
        hits: Each with the number of its row: keys may stand twice in a customers' file.
        suffix: Of a file that :func:`check_suffix` accepts; in lower case.
    """
    if suffix == ".csv":
        return _write_cells([str(number), *to_cells(hit)] for number, hit in hits)
    lines = (json.dumps(number_hit(number, hit), ensure_ascii=False) + "\n" for number, hit in hits)
    return "".join(lines).encode("utf-8")


def finish_hits(written: Path, suffix: str, columns: Sequence[tuple[str, str]] = FILE_COLUMNS) -> None:
    """Make of the bytes of all blocks, one after the other, the file that they are meant for, in their place.

    Args:
        written: What :func:`begin_hits` and :func:`write_hits` returned.
        suffix: As for these.
        columns: Of a Parquet file, where they are not those of hits.
    """
    if suffix != ".parquet":
        return
    import pyarrow as pa  # noqa: PLC0415 - takes 0.2 s, only this kind of file needs it
    from pyarrow import parquet  # noqa: PLC0415 - as above

    schema = arrow_schema(columns)
    made = written.with_name(f"{written.name}.parquet")
    with written.open(encoding="utf-8") as lines, parquet.ParquetWriter(made, schema) as writer:
        for group in _groups(lines):
            writer.write_table(pa.Table.from_pylist(group, schema=schema))
    made.replace(written)


def arrow_schema(columns: Iterable[tuple[str, str]]) -> Any:  # noqa: ANN401 - pyarrow has no types
    """Return the Arrow schema of columns whose types are written as Arrow would write them."""
    import pyarrow as pa  # noqa: PLC0415 - as above

    return pa.schema([(name, _arrow_type(pa, written)) for name, written in columns])


def _groups(lines: Iterable[str]) -> Iterator[list[dict[str, Any]]]:
    group: list[dict[str, Any]] = []
    for line in lines:
        group.append(json.loads(line))
        if len(group) == _GROUP:
            yield group
            group = []
    if group:
        yield group


def _write_cells(rows: Iterable[Sequence[object]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode("utf-8")


def _arrow_type(pa: Any, written: str) -> Any:  # noqa: ANN401 - pyarrow has no types
    inner = written.removeprefix("list<").removesuffix(">")
    plain = getattr(pa, {"bool": "bool_", "double": "float64"}.get(inner, inner))()
    return pa.list_(plain) if inner != written else plain
