"""Columns that grow by one row at a time, as small as arrays, and are put in order when all are there."""

from array import array
from collections.abc import Iterable, Sequence

import numpy as np

from ostiary.index.texts import Array

#: Rows that are moved at once: each item takes two whole numbers on the way.
_ROWS_AT_ONCE = 1 << 16


class GrowingTexts(Sequence[str]):
    """Texts, as UTF-8 one after the other."""

    def __init__(self) -> None:
        self._data = bytearray()
        self._starts = array("q", [0])

    def append(self, text: str) -> None:
        """Add a text as the last one."""
        self._data += text.encode()
        self._starts.append(len(self._data))

    def extend(self, others: "GrowingTexts") -> None:
        """Add the texts of another column behind the last one."""
        before = len(self._data)
        self._data += others._data  # noqa: SLF001 - of its own kind
        self._starts.extend([before + start for start in others._starts[1:]])  # noqa: SLF001 - of its own kind

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, number: int) -> str:  # type: ignore[override] # no slices
        return self._data[self._starts[number] : self._starts[number + 1]].decode()

    def pack(self, order: Array) -> tuple[Array, Array]:
        """Return texts as :func:`~ostiary.index.texts.pack_texts` does: in each place the row named."""
        starts = np.frombuffer(self._starts, dtype=np.int64)
        return take_rows(np.frombuffer(self._data, dtype=np.uint8), starts, order)


class GrowingLists:
    """Lists of whole numbers, one after the other."""

    def __init__(self) -> None:
        self._values = array("i")
        self._starts = array("q", [0])

    def append(self, numbers: Iterable[int]) -> None:
        """Add a list as the last one."""
        self._values.extend(numbers)
        self._starts.append(len(self._values))

    def pack(self, order: Array) -> tuple[Array, Array]:
        """Return some of the lists, int32 and int64[N + 1], where each starts: in each place the row named."""
        return take_rows(np.frombuffer(self._values, dtype=np.int32), np.frombuffer(self._starts, np.int64), order)


def take_rows(values: Array, starts: Array, order: Array) -> tuple[Array, Array]:
    """Return some rows of items, and where each starts.

    Args:
        values: The items of all rows, one row after the other.
        starts: int64[N + 1], where each row starts.
        order: int64[R], the row that stands in each place.

    Returns:
        The items of these rows; int64[R + 1].
    """
    bounds = np.zeros(order.size + 1, dtype=np.int64)
    np.cumsum(np.diff(starts)[order], out=bounds[1:])
    taken = np.empty(bounds[-1], dtype=values.dtype)
    for first in range(0, order.size, _ROWS_AT_ONCE):
        part = bounds[first : first + _ROWS_AT_ONCE + 1]
        moves = starts[order[first : first + _ROWS_AT_ONCE]] - part[:-1]
        taken[part[0] : part[-1]] = values[np.repeat(moves, np.diff(part)) + np.arange(part[0], part[-1])]
    return taken, bounds
