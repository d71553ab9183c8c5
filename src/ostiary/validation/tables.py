"""The tables that names are altered by: CSV files in ``data``, our own, apart from those of the matcher.

A test that altered names by the matcher's own tables would test only that it reads them.
"""

import csv
from functools import cache
from importlib.resources import files


@cache
def read_table(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a table; lines that start with ``#`` say what it holds."""
    text = files(__package__).joinpath("data", name).read_text(encoding="utf-8")
    return tuple(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


@cache
def read_column(name: str, column: str) -> tuple[str, ...]:
    """Return one column of a table, without empty cells."""
    return tuple(row[column] for row in read_table(name) if row[column])


@cache
def read_pairs(name: str, left: str, right: str, kind: str = "") -> tuple[tuple[str, str], ...]:
    """Return two columns of a table, of the rows of one kind if the table has kinds."""
    return tuple((row[left], row[right]) for row in read_table(name) if not kind or row["kind"] == kind)
