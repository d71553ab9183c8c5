"""No test holds a measured time against a limit: work is counted (`tests/work.py`), `bench` measures speed."""

import re
from pathlib import Path

TESTS = Path(__file__).parents[1]
#: The clocks of a measurement; waiting for another process needs `monotonic` alone.
_CLOCK = re.compile(r"\b(?:perf_counter|process_time|thread_time)(?:_ns)?\b")


def test_no_test_measures_time() -> None:
    read = [path for path in TESTS.rglob("*.py") if path != Path(__file__) and "bench" not in path.parts]
    assert len(read) > 100
    assert [str(path.relative_to(TESTS)) for path in read if _CLOCK.search(path.read_text("utf-8"))] == []
