"""Which word goes with which: the assignment of greatest total gain."""

import numpy as np

from ostiary.names.arrays import Array
from ostiary.names.kernels import kernel

_FAR = 1 << 60


@kernel
def assign(gain: Array, partners: Array) -> None:
    """Set, for each row, the column that the assignment of greatest total gain gives it.

    The Hungarian method (Kuhn 1955) with potentials, O(rows² · columns).

    Args:
        gain: int64[rows, columns], not negative, rows at most columns.
        partners: int64[rows], overwritten with column numbers; -1 where the gain of the pair is 0.
    """
    rows, columns = gain.shape
    row_potential = np.zeros(rows + 1, dtype=np.int64)
    column_potential = np.zeros(columns + 1, dtype=np.int64)
    owner = np.zeros(columns + 1, dtype=np.int64)
    came_from = np.zeros(columns + 1, dtype=np.int64)
    for row in range(1, rows + 1):
        owner[0] = row
        column = _find_free_column(gain, owner, row_potential, column_potential, came_from)
        while column:
            previous = came_from[column]
            owner[column] = owner[previous]
            column = previous
    partners[:] = -1
    for column in range(1, columns + 1):
        if owner[column] and gain[owner[column] - 1, column - 1] > 0:
            partners[owner[column] - 1] = column - 1


@kernel
def _find_free_column(
    gain: Array, owner: Array, row_potential: Array, column_potential: Array, came_from: Array
) -> int:
    """Grow a tree of tight pairs from the row that owns column 0 until it meets a free column."""
    columns = gain.shape[1]
    slack = np.full(columns + 1, _FAR, dtype=np.int64)
    used = np.zeros(columns + 1, dtype=np.bool_)
    current = 0
    while True:
        used[current] = True
        row, delta, following = owner[current], _FAR, 0
        for column in range(1, columns + 1):
            if used[column]:
                continue
            cost = -gain[row - 1, column - 1] - row_potential[row] - column_potential[column]
            if cost < slack[column]:
                slack[column] = cost
                came_from[column] = current
            if slack[column] < delta:
                delta = slack[column]
                following = column
        for column in range(columns + 1):
            if used[column]:
                row_potential[owner[column]] += delta
                column_potential[column] -= delta
            else:
                slack[column] -= delta
        current = following
        if owner[current] == 0:
            return int(current)
