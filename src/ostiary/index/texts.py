"""Many short texts as two arrays: the bytes, and where each starts."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


class Texts:
    """A sequence of texts over arrays; a text is decoded when it is asked for.

    Args:
        data: uint8[B], UTF-8.
        starts: int64[N + 1].
    """

    def __init__(self, data: Array, starts: Array) -> None:
        self._data = data
        self._starts = starts

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, number: int) -> str:
        return bytes(self._data[self._starts[number] : self._starts[number + 1]]).decode()


def pack_texts(texts: Sequence[str]) -> tuple[Array, Array]:
    """Return the UTF-8 bytes of all texts, uint8[B], and where each starts, int64[N + 1]."""
    data, starts = bytearray(), np.zeros(len(texts) + 1, dtype=np.int64)
    for number, text in enumerate(texts, 1):
        data += text.encode()
        starts[number] = len(data)
    return np.frombuffer(data, dtype=np.uint8), starts
