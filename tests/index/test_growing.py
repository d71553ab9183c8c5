import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostiary.index import growing
from ostiary.index.growing import GrowingLists, GrowingTexts
from ostiary.index.texts import Texts, pack_texts


@given(texts=st.lists(st.text(st.characters(exclude_categories=["Cs"]))), data=st.data())
def test_texts_are_packed_in_any_order(texts: list[str], data: st.DataObject) -> None:
    grown = GrowingTexts()
    for text in texts:
        grown.append(text)
    assert list(grown) == texts
    order = data.draw(st.permutations(range(len(texts))))
    packed, starts = grown.pack(np.array(order, dtype=np.int64))
    expected, expected_starts = pack_texts([texts[row] for row in order])
    assert np.array_equal(packed, expected)
    assert np.array_equal(starts, expected_starts)
    assert list(Texts(packed, starts)) == [texts[row] for row in order]


@pytest.mark.parametrize("at_once", [1, 2, 100])
@given(lists=st.lists(st.lists(st.integers(-(1 << 31), (1 << 31) - 1), max_size=4)), data=st.data())
def test_lists_are_packed_in_any_order(at_once: int, lists: list[list[int]], data: st.DataObject) -> None:
    grown = GrowingLists()
    for numbers in lists:
        grown.append(numbers)
    order = data.draw(st.permutations(range(len(lists))))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(growing, "_ROWS_AT_ONCE", at_once)
        packed = grown.pack(np.array(order, dtype=np.int64))
    values, starts = packed
    assert [values[starts[at] : starts[at + 1]].tolist() for at in range(len(order))] == [
        lists[row] for row in order
    ]
    assert (values.dtype, starts.dtype) == (np.int32, np.int64)
