"""Answers as plain values, for JSON and for files: one place for how a hit is written down, and a number."""

import dataclasses
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from ostiary.model.hits import HIT_COLUMNS, Hit, Part


def to_plain(value: Any) -> Any:  # noqa: ANN401 - any noun of the model, to anything that JSON has
    """Return a noun of the model as dictionaries, lists, texts and numbers; dates in ISO form."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, dict):
        return {str(key): to_plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list | set | frozenset):
        return [to_plain(item) for item in value]
    if isinstance(value, Fraction):
        return str(value)
    return value.isoformat() if isinstance(value, date | datetime) else value


def write_part(part: Part) -> str:
    """Return a part of a score as one line: label, both values, points."""
    return f"{part.label}: {part.query_value or '-'} | {part.listed_value or '-'} | {part.points:+d}"


def to_row(hit: Hit) -> dict[str, Any]:
    """Return a hit with the columns of :data:`~ostiary.model.hits.HIT_COLUMNS`, in their order."""
    row = {name: getattr(hit, name) for name, _ in HIT_COLUMNS}
    return row | {"programs": list(hit.programs), "parts": [write_part(part) for part in hit.parts]}


def to_cells(hit: Hit) -> list[str]:
    """Return a hit as the cells of a CSV row; several values in a cell are joined by ``; ``."""
    return ["; ".join(value) if isinstance(value, list) else str(value) for value in to_row(hit).values()]


def count(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun: ``1 hit``, ``2 hits``, ``1,000 parties``."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
