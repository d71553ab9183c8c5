from itertools import permutations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ostiary.names.assignment import assign

gains = st.integers(1, 4).flatmap(
    lambda rows: st.integers(rows, 5).flatmap(
        lambda columns: st.lists(
            st.lists(st.integers(0, 20), min_size=columns, max_size=columns), min_size=rows, max_size=rows
        )
    )
)


@given(gains)
def test_no_other_assignment_gains_more(rows: list[list[int]]) -> None:
    gain = np.array(rows, dtype=np.int64)
    partners = np.zeros(gain.shape[0], dtype=np.int64)
    assign(gain, partners)
    chosen = [column for column in partners if column >= 0]
    assert len(set(chosen)) == len(chosen)
    total = sum(int(gain[row, column]) for row, column in enumerate(partners) if column >= 0)
    best = max(
        sum(int(gain[row, column]) for row, column in enumerate(order))
        for order in permutations(range(gain.shape[1]), gain.shape[0])
    )
    assert total == best
