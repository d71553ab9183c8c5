"""An edit weighs what it tells."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostiary.names import edits

words = st.text(alphabet="abckhйжs", max_size=9)


def cost(left: str, right: str) -> int:
    return edits.edit_cost(*(np.array([ord(letter) for letter in text], dtype=np.int32) for text in (left, right)))


@pytest.mark.parametrize(
    ("cheaper", "dearer"),
    [
        (("hassan", "hasan"), ("hassan", "hassen")),
        (("laden", "ladin"), ("laden", "lagen")),
        (("viktor", "victor"), ("viktor", "viptor")),
        (("karim", "karin"), ("karim", "karid")),
        (("mossab", "mosasb"), ("mossab", "motsab")),
        (("mehdi", "medi"), ("mehdi", "meddi")),
        (("bolton", "bolten"), ("bolton", "colton")),
        (("barak", "barat"), ("karab", "tarab")),
        (("bumside", "burnside"), ("bumside", "bulnside")),
        (("wi1lem", "willem"), ("wi7lem", "willem")),
    ],
)
def test_what_tells_less_costs_less(cheaper: tuple[str, str], dearer: tuple[str, str]) -> None:
    assert 0 < cost(*cheaper) < cost(*dearer)


@given(words, words)
def test_it_is_the_same_in_both_directions(left: str, right: str) -> None:
    assert cost(left, right) == cost(right, left)


@given(words, words)
def test_it_is_nothing_only_for_the_same_letters(left: str, right: str) -> None:
    assert (cost(left, right) == 0) == (left == right)
