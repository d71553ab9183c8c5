"""How much work a call does, counted and not timed: a count is the same on a quiet machine and on a busy one."""

import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from types import FrameType

#: Seconds that another process may take to answer: kernels may have to be compiled first, on a busy machine.
PATIENCE = 900
#: Seconds of processor time after which work that should take a moment hangs, on any machine: some of it
#: compiles kernels first.
_HANGS_AFTER = 300
#: How often the work may grow where the text grows by two: two is linear, four quadratic.
_GROWTH = 2.6
#: Lines that a rule which begins to work at some size may cost on top.
_STEP = 1_000


class HangError(Exception):
    """What was to take a moment did not end."""


def wait_until(holds: Callable[[], bool]) -> None:
    """Return as soon as something holds that other processes bring about, however slow they are.

    Raises:
        HangError: It never came to hold.
    """
    ends = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > ends:
            raise HangError
        time.sleep(0.01)


def count_lines(call: Callable[[], object]) -> int:
    """Return how many lines of Python a call executes; what compiled code does within a line is not seen."""
    lines = 0

    def trace(_frame: FrameType, event: str, _value: object) -> object:
        nonlocal lines
        lines += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        call()
    finally:
        sys.settrace(before)
    return lines


def assert_linear(work: Callable[[int], object], size: int) -> None:
    """See that work grows in proportion with its size.

    The lines that a second size costs on top of the first are held against what two sizes more cost on top of
    two: so what every call costs, at any size, does not hide what grows.
    """
    with hang_guard():
        work(size)  # what is done once only, on first use, counts for nothing
        one, two, four = (count_lines(partial(work, times * size)) for times in (1, 2, 4))
    assert four - two <= _GROWTH * (two - one) + _STEP, f"{one}, {two} and {four} lines for sizes as 1 to 2 to 4"


@contextmanager
def hang_guard(seconds: float = _HANGS_AFTER) -> Iterator[None]:
    """Raise where what is within takes so many seconds of processor time; other processes' load does not count.

    Raises:
        HangError: within the block; work in regular expressions is broken off too.
    """

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise HangError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
