"""Numbers by the key that they stand under: two sorted columns, searched by halving."""

from typing import NamedTuple

import numpy as np

from ostiary.names.arrays import Array
from ostiary.names.kernels import kernel


class SortedKeys(NamedTuple):
    """Numbers by key.

    Attributes:
        keys: int64[K], sorted.
        numbers: int32[K], what stands under each key; one key may stand several times.
    """

    keys: Array
    numbers: Array


def sort_keys(keys: Array, numbers: Array) -> SortedKeys:
    """Return numbers sorted by their keys; a key of 0 says that there is none."""
    told = np.flatnonzero(keys)
    order = told[np.argsort(keys[told], kind="stable")]
    return SortedKeys(keys[order].astype(np.int64), numbers[order].astype(np.int32))


@kernel
def find_key(table: SortedKeys, key: int) -> tuple[int, int]:
    """Return the places, from the first up to another, at which a key stands."""
    keys = table.keys
    low, high = 0, keys.size
    while low < high:
        middle = (low + high) >> 1
        if keys[middle] < key:
            low = middle + 1
        else:
            high = middle
    last = low
    while last < keys.size and keys[last] == key:
        last += 1
    return low, last
