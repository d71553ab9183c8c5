"""Errors with their place: the file before the row or record that they name themselves."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ostiary.model.errors import ListFileError


@contextmanager
def locate_errors(path: Path, find_place: Callable[[], str] = str) -> Iterator[None]:
    """Add to an error the file, and the place in it, where it does not name them itself.

    Args:
        path: The file.
        find_place: Says where the reading stands.
    """
    try:
        yield
    except ListFileError as error:
        if error.where.startswith(str(path)):
            raise
        place = error.where or find_place()
        where = f"{path}: {place}" if place else str(path)
        raise type(error)(error.what, where=where, advice=error.advice) from error
