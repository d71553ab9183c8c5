import os
import signal
from math import isqrt
from pathlib import Path

import pytest

from ostiary.index.name_columns import Bearer, NameColumns, take_apart
from ostiary.index.processes import Processes, ProcessesEndedError, split_parts
from ostiary.model.errors import OstiaryError
from ostiary.model.parties import Alias

NUMBERS = [number * number for number in range(40)]


@pytest.mark.parametrize("count", [1, 2])
def test_results_come_in_the_order_of_the_items(count: int) -> None:
    with Processes(count) as processes:
        assert list(processes.map(isqrt, NUMBERS)) == list(range(40))
        assert processes.begin(isqrt, 49)() == 7
        assert len(processes.numbers) == (count if count > 1 else 0)


@pytest.mark.parametrize("count", [1, 2])
def test_what_the_work_raises_comes_in_the_place_of_its_result(count: int) -> None:
    with Processes(count) as processes:
        results = processes.map(isqrt, [4, -1, 9])
        assert next(results) == 2
        with pytest.raises((ValueError, OstiaryError), match="nonnegative"):
            next(results)


def test_a_killed_process_is_replaced_and_its_part_done_again() -> None:
    with Processes(2) as processes:
        for number in processes.numbers:
            os.kill(number, signal.SIGKILL)
        assert list(processes.map(isqrt, NUMBERS)) == list(range(40))
        assert len(processes.numbers) == 4


def test_a_part_at_which_two_processes_die_is_given_to_no_other() -> None:
    with Processes(2) as processes:
        results = processes.map(os._exit, [3])
        with pytest.raises(ProcessesEndedError, match="2 processes ended") as raised:
            next(results)
        assert raised.value.item == 3


def test_no_process_outlives_the_block() -> None:
    with Processes(2) as processes:
        numbers = processes.numbers
        processes.begin(isqrt, 4)
    assert numbers
    assert not any(Path(f"/proc/{number}").exists() for number in numbers)


def test_items_are_split_into_parts_and_none_is_lost() -> None:
    assert list(split_parts(iter(range(5)), 2)) == [[0, 1], [2, 3], [4]]
    assert list(split_parts([], 2)) == []


def test_names_taken_apart_in_parts_are_those_taken_apart_at_once() -> None:
    texts = ["Ali Hassan", "Иванов Иван", "Hassan Shipping Co", "毛泽东"]
    bearers = [
        Bearer(number, number < 3, schema, (Alias(str(number), text, "name", "strong", ""),))
        for number, (text, schema) in enumerate(zip(texts, ("Person", "Person", "Company", "Thing"), strict=True))
    ]
    joined = NameColumns()
    for part in split_parts(bearers, 2):
        joined.extend(take_apart(part))
    once = NameColumns()
    once.extend(take_apart(bearers))
    for own, other in zip(joined.apart(), once.apart(), strict=True):
        assert list(own) == list(other)
