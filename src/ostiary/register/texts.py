"""Texts as integers: each text is stored once and found by a hash of its folded form."""

import hashlib
from collections.abc import Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import BindParameter, Connection, bindparam, func, select

from ostiary.register.schema import TEXT, insert_rows

Item = TypeVar("Item")

#: Bound values per query, well below what SQLite (32,766) and PostgreSQL (65,535) take.
CHUNK = 10_000


def bind_ids(name: str) -> BindParameter[int]:
    """Return the place of many integers in a query."""
    # Written into the query, not bound: there are too many for some drivers, and they are our own.
    return bindparam(name, expanding=True, literal_execute=True)


_BY_KEY = select(TEXT.c.id, TEXT.c.value).where(TEXT.c.key.in_(bind_ids("keys")))


def hash_folded(value: str) -> int:
    """Return a signed 64-bit hash of a text regardless of case.

    Equal for texts that differ in case only; others share one by rare accident, so compare the texts themselves.
    """
    digest = hashlib.blake2b(value.casefold().encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def split_chunks(items: Iterable[Item], size: int = CHUNK) -> Iterable[Sequence[Item]]:
    """Give the items in lists of at most ``size``."""
    source = iter(items)
    while chunk := list(islice(source, size)):
        yield chunk


def find_texts(connection: Connection, values: Collection[str]) -> dict[str, int]:
    """Return the ids of those of the texts that are stored, compared exactly."""
    keys = {hash_folded(value) for value in values}
    found = (row for chunk in split_chunks(keys) for row in _select(connection, chunk))
    return {text: id_ for id_, text in found if text in values}


def find_folded(connection: Connection, value: str) -> tuple[int, ...]:
    """Return the ids of the texts that equal this one regardless of case."""
    folded = value.casefold()
    rows = _select(connection, [hash_folded(value)])
    return tuple(id_ for id_, text in rows if text.casefold() == folded)


def _select(connection: Connection, keys: Sequence[int]) -> Iterable[Any]:
    return connection.execute(_BY_KEY, {"keys": keys}).all()


class TextWriter:
    """Gives texts their ids, storing those that are new. For the one connection that writes.

    Args:
        connection: Within a writing transaction.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._last = connection.scalar(select(func.max(TEXT.c.id))) or 0

    def store(self, values: AbstractSet[str]) -> dict[str, int]:
        """Return the id of every text."""
        ids = find_texts(self._connection, values) if self._last else {}
        missing = sorted(values - ids.keys())
        new = [(id_, hash_folded(value), value) for id_, value in enumerate(missing, self._last + 1)]
        insert_rows(self._connection, TEXT, new)
        self._last += len(new)
        return ids | {value: id_ for id_, _, value in new}
