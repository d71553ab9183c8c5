"""Files of hits: CSV, JSON lines, Parquet; written as the hits come, under their name only when whole."""

import csv
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ostiary.app.plain import to_cells, to_row
from ostiary.app.whole_files import replace_file
from ostiary.model.customers import FieldWarning, Reject
from ostiary.model.errors import QueryError
from ostiary.model.hits import HIT_COLUMNS, Hit

#: Takes the hits of one block, each with the number of its row: keys may stand twice in a customers' file.
TakeHits = Callable[[Sequence[tuple[int, Hit]]], None]
#: Takes a row that was not screened or a value left out: outcome, row, query id, field, reason, raw text.
TakeRefusal = Callable[[tuple[str, int, str, str, str, str]], None]

#: The columns of a file of hits, as Arrow would write their types.
FILE_COLUMNS = (("row", "int64"), *HIT_COLUMNS)
REFUSAL_COLUMNS = ("outcome", "row", "query_id", "field", "reason", "raw")


def check_suffix(path: Path) -> None:
    """Check that hits can be written to a file of this name, before any work is done.

    Raises:
        QueryError: The suffix is unknown.
    """
    if path.suffix.lower() not in _WRITERS:
        raise QueryError(
            f"Hits are not written to {path.suffix or 'a file without suffix'}.",
            where=f"--out {path}",
            advice=f"End the name in {', '.join(_WRITERS)}.",
        )


@contextmanager
def write_hits(path: Path) -> Iterator[TakeHits]:
    """Open a file of hits.

    Yields:
        A function that takes the hits of a block.
    """
    with replace_file(path) as part, _WRITERS[path.suffix.lower()](part) as take:
        yield take


@contextmanager
def write_refusals(path: Path | None) -> Iterator[TakeRefusal]:
    """Open the file of rows that were not screened and of values that were left out; None drops them.

    Yields:
        A function that takes one of them.
    """
    if path is None:
        yield lambda _: None
        return
    with replace_file(path) as part, part.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(REFUSAL_COLUMNS)
        yield writer.writerow


def describe_reject(reject: Reject) -> tuple[str, int, str, str, str, str]:
    """Return a rejected row as a row of refusals."""
    return "rejected", reject.number, "", "", reject.reason, reject.raw


def describe_warning(warning: FieldWarning) -> tuple[str, int, str, str, str, str]:
    """Return a value that was left out as a row of refusals."""
    return "warning", warning.number, warning.query_id, warning.field, warning.reason, warning.value


def number_hit(number: int, hit: Hit) -> dict[str, Any]:
    """Return a hit with the columns of :data:`FILE_COLUMNS`."""
    return {"row": number} | to_row(hit)


@contextmanager
def _write_csv(path: Path) -> Iterator[TakeHits]:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(name for name, _ in FILE_COLUMNS)
        yield lambda hits: writer.writerows([number, *to_cells(hit)] for number, hit in hits)


@contextmanager
def _write_json_lines(path: Path) -> Iterator[TakeHits]:
    with path.open("w", encoding="utf-8") as file:
        yield lambda hits: file.writelines(
            json.dumps(number_hit(number, hit), ensure_ascii=False) + "\n" for number, hit in hits
        )


@contextmanager
def _write_parquet(path: Path) -> Iterator[TakeHits]:
    import pyarrow as pa  # noqa: PLC0415 - takes 0.2 s, only this kind of file needs it
    from pyarrow import parquet  # noqa: PLC0415 - as above

    schema = pa.schema([(name, _arrow_type(pa, written)) for name, written in FILE_COLUMNS])
    with parquet.ParquetWriter(path, schema) as writer:

        def take(hits: Sequence[tuple[int, Hit]]) -> None:
            if hits:
                writer.write_table(pa.Table.from_pylist([number_hit(*one) for one in hits], schema=schema))

        yield take


def _arrow_type(pa: Any, written: str) -> Any:  # noqa: ANN401 - pyarrow has no types
    inner = written.removeprefix("list<").removesuffix(">")
    plain = getattr(pa, {"bool": "bool_", "double": "float64"}.get(inner, inner))()
    return pa.list_(plain) if inner != written else plain


_WRITERS = {".csv": _write_csv, ".jsonl": _write_json_lines, ".parquet": _write_parquet}
