"""JSON: one object per line, flat or a FollowTheMoney entity; or one array of them."""

import io
import json
from collections.abc import Iterator
from itertools import chain, count
from typing import Any, NamedTuple

from ostiary.intake.lines import KEPT_OF_LONG, LONGEST_LINE, Line, Lines, find_text_fault
from ostiary.intake.packing import ByteStream
from ostiary.model.customers import Reject
from ostiary.model.errors import CustomerFileError

#: An array must be held whole, so it has a limit, in bytes; lines have none.
LARGEST_ARRAY = 64 << 20

_TOO_LONG = f"it is longer than {LONGEST_LINE:,} characters"


class ObjectRow(NamedTuple):
    """One object: its line (or place in the array), its values, its text; is it a FollowTheMoney entity?"""

    number: int
    values: dict[str, list[str]]
    raw: str
    entity: bool = False


def read_objects(stream: ByteStream, where: str, encoding: str = "") -> Iterator[ObjectRow | Reject]:
    """Yield every object of a file in order, each once, either read or rejected.

    Raises:
        CustomerFileError: It is an array that is too large or not well formed.
    """
    if stream.peek(64).removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"[":
        yield from _read_array(stream, where)
        return
    with Lines(stream, encoding) as lines:
        yield from map(_read_line, lines)


def _read_line(line: Line) -> ObjectRow | Reject:
    raw = line.raw
    if line.fault or not raw.strip():
        return Reject(line.number, line.fault, raw) if line.fault else ObjectRow(line.number, {}, raw)
    try:
        found = json.loads(raw)
    except (ValueError, RecursionError) as error:
        return Reject(line.number, f"it is not JSON: {getattr(error, 'msg', 'nested too deep')}", raw)
    return _read_object(line.number, found, raw)


def _read_array(stream: ByteStream, where: str) -> Iterator[ObjectRow | Reject]:
    text = stream.read(LARGEST_ARRAY + 1)
    if len(text) > LARGEST_ARRAY:
        raise CustomerFileError(
            f"An array over {LARGEST_ARRAY >> 20} MiB is not read.",
            where=where,
            advice="Write one object per line.",
        )
    try:
        found = json.load(io.TextIOWrapper(io.BytesIO(text), encoding="utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise CustomerFileError(
            f"It is not JSON: {error}.", where=where, advice="Write one object per line; then faults cost one row."
        ) from error
    for number, value in enumerate(found, 1):
        yield _read_object(number, value, json.dumps(value, ensure_ascii=False))


def _read_object(number: int, found: Any, raw: str) -> ObjectRow | Reject:  # noqa: ANN401 - JSON may be anything
    if len(raw) > LONGEST_LINE:
        return Reject(number, _TOO_LONG, raw[:KEPT_OF_LONG])
    if not isinstance(found, dict):
        return Reject(number, "it is not an object", raw)
    properties = found.pop("properties", None)
    entity = isinstance(properties, dict)
    if entity:
        found |= properties
    values = {str(name): _read_values(value) for name, value in found.items()}
    fault = find_text_fault("".join(chain.from_iterable(chain.from_iterable(values.items()))), "utf-8")
    return Reject(number, fault, ascii(raw)) if fault else ObjectRow(number, values, raw, entity)


def _read_values(value: Any) -> list[str]:  # noqa: ANN401 - JSON may be anything
    """Return a value as texts; an object within gives its caption or name, as nested entities do."""
    if value is None or isinstance(value, bool):
        return []
    if isinstance(value, list):
        return [text for item in value for text in _read_values(item)]
    if isinstance(value, dict):
        return _read_values(value.get("caption") or value.get("name") or value.get("id"))
    return [str(value)]


def number_rows(rows: Iterator[dict[str, Any]], first: int = 1) -> Iterator[ObjectRow | Reject]:
    """Yield rows that are objects already (of a Parquet file, of a data frame) with their numbers."""
    for number, row in zip(count(first), rows, strict=False):
        values = {name: _read_values(value) for name, value in row.items()}
        texts = list(chain.from_iterable(values.values()))
        if sum(map(len, texts)) > LONGEST_LINE:
            yield Reject(number, _TOO_LONG, max(texts, key=len)[:KEPT_OF_LONG])
            continue
        raw = json.dumps(row, ensure_ascii=False, default=str)
        fault = find_text_fault("".join(texts), "utf-8")
        yield Reject(number, fault, ascii(raw)) if fault else ObjectRow(number, values, raw)
