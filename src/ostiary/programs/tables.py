"""The tables in ``data``: CSV files, read once."""

import csv
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

DATA: Final[Traversable] = files("ostiary.programs") / "data"


@cache
def read_table(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a table; lines that start with ``#`` say what it holds.

    Args:
        name: The file's name, with suffix.
    """
    with DATA.joinpath(name).open(encoding="utf-8") as lines:
        return tuple(csv.DictReader(line for line in lines if not line.startswith("#")))
