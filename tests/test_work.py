"""The count of work tells what grows in proportion from what does not, and a hang is broken off."""

import re
from collections.abc import Callable

import pytest

from tests.work import HangError, assert_linear, count_lines, hang_guard


def walk(size: int) -> None:
    for _ in range(size):
        pass


def sort(size: int) -> None:
    if size > 1:
        sort(size // 2)
        sort(size // 2)
        walk(size)


def pair(size: int) -> None:
    for _ in range(size):
        walk(size)


def pair_late(size: int) -> None:
    walk(10 * size)
    for _ in range(size // 10):
        walk(size)


def test_a_count_is_the_same_each_time() -> None:
    assert count_lines(lambda: pair(20)) == count_lines(lambda: pair(20)) > 20 * 20


@pytest.mark.parametrize("work", [walk, sort])
def test_what_grows_in_proportion_passes(work: Callable[[int], None]) -> None:
    assert_linear(work, 500)


@pytest.mark.parametrize("work", [pair, pair_late])
def test_what_grows_with_the_square_fails(work: Callable[[int], None]) -> None:
    with pytest.raises(AssertionError, match="lines for sizes"):
        assert_linear(work, 500)


def test_a_pattern_that_never_ends_is_broken_off() -> None:
    with pytest.raises(HangError), hang_guard(seconds=0.2):
        re.match("(a+)+b", "a" * 60)
