from collections.abc import Iterator
from threading import Event, get_ident

import pytest

from ostiary.register.ahead import work_ahead
from tests.work import PATIENCE


@pytest.mark.parametrize("items", [[], [3], [3, 1, 2, 5, 4]])
def test_results_come_in_the_order_of_the_items(items: list[int]) -> None:
    assert list(work_ahead(lambda item: item * 2, items)) == [item * 2 for item in items]


def test_the_next_item_is_worked_on_while_a_result_is_used() -> None:
    begun = {item: Event() for item in range(3)}

    def begin(item: int) -> int:
        begun[item].set()
        return get_ident()

    results = work_ahead(begin, list(begun))
    threads = [next(results)]
    assert begun[1].wait(PATIENCE)
    assert not begun[2].is_set()
    threads += results
    assert get_ident() not in threads


def test_a_single_item_needs_no_thread() -> None:
    assert list(work_ahead(lambda _: get_ident(), [1])) == [get_ident()]


def test_a_fault_comes_where_its_result_would() -> None:
    def fail(item: int) -> int:
        if item == 1:
            raise ValueError(item)
        return item

    results: Iterator[int] = work_ahead(fail, [0, 1, 2])
    assert next(results) == 0
    with pytest.raises(ValueError, match="1"):
        next(results)
