"""The tables of words that reading rests on: CSV files in the folder ``data`` beside the code that uses them."""

import csv
from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable


def _rows(folder: Traversable, name: str) -> Iterator[dict[str, str]]:
    with folder.joinpath(name).open(encoding="utf-8") as lines:
        yield from csv.DictReader(line for line in lines if not line.startswith("#"))


@cache
def read_table(name: str, package: str = "ostiary.documents") -> tuple[dict[str, str], ...]:
    """Return the rows of a table; lines that start with ``#`` say what it holds.

    Args:
        name: The file's name in the folder ``data`` of the package.
        package: The package that it belongs to.
    """
    return tuple(_rows(resources.files(package) / "data", name))


@cache
def read_column(name: str, column: str, package: str = "ostiary.documents") -> tuple[str, ...]:
    """Return one column of a table."""
    return tuple(row[column] for row in read_table(name, package))
