"""A function is compiled as a part of those that call it, and for Python where Python calls it."""

import os

import numpy as np
import pytest

from ostiary.names.arrays import Array
from ostiary.names.compiled_function import CompiledFunction

pytestmark = pytest.mark.skipif("NUMBA_DISABLE_JIT" in os.environ, reason="nothing is compiled in the plain run")


def _add(values: Array, beside: tuple[int, int]) -> int:
    total = beside[0] - beside[1]
    for value in values:
        total += value
    return int(total)


def _ask(values: Array, more: int) -> int:
    if more < 0:
        raise ValueError("less than nothing")
    return add(values, (1, 0)) + add(values, (more, 2)) + add(values, (0, more))


add = CompiledFunction(_add, {}, lambda: None)
ask = CompiledFunction(_ask, {}, lambda: None)
VALUES = np.array([3, 4], dtype=np.int32)


def test_a_part_is_compiled_once_for_all_constants_and_only_for_its_callers() -> None:
    assert ask(VALUES, 5) == 20
    assert len(add._parts) == 1
    assert not add.overloads
    assert not ask._parts


def test_python_may_call_a_part_too() -> None:
    assert ask(VALUES, 5) == 20
    assert add(VALUES, (2, 1)) == _add(VALUES, (2, 1)) == 8


def test_an_error_reaches_python() -> None:
    with pytest.raises(ValueError, match="less than nothing"):
        ask(VALUES, -1)
