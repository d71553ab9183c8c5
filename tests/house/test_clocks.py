"""No test depends on how fast a machine is, nor on what it happens to do at some moment.

Work is counted (`tests/work.py`), `bench` measures speed. What another process brings about is waited for; a
program that is to be ended in the middle stops there and says so (`tests/app/half_way.py`).
"""

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
#: The one place that looks at a clock, to give up after many minutes.
WORK = TESTS / "work.py"


@pytest.mark.parametrize(
    "habit",
    [
        r"\b(?:monotonic|perf_counter|process_time|thread_time)(?:_ns)?\b",
        r"\bsleep\(",
        r"\b(?:wait|join)\([1-9]",
        r"\btimeout=\d",
        r"\bdeadline=(?!None)",
        r"\bos\.fork\(|\bpreexec_fn=",
        r"\bsuppress_health_check=\[[^]]*\]",
    ],
    ids=[
        "a clock that measures",
        "a nap in the hope that it suffices",
        "a wait that a busy machine outlasts",
        "a limit that a busy machine outlasts",
        "an example against time",
        "a fork beside threads, of which later Pythons warn",
        "checks of health left on that others leave off",
    ],
)
def test_no_test_depends_on_time(habit: str) -> None:
    read = [path for path in TESTS.rglob("*.py") if path not in (Path(__file__), WORK)]
    assert len(read) > 100
    found = [str(path.relative_to(TESTS)) for path in read if re.search(habit, path.read_text("utf-8"))]
    assert found == []
