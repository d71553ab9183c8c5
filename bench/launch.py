"""Run one command and say its time, processor time and peak memory, as JSON in the last line of standard error.

A program of its own, and a small one: a process inherits the peak of the one that started it, so a large benchmark
that starts commands itself would measure its own memory. The memory of processes that the command starts counts
too, looked at a few times a second where the system shows it (Linux), memory that several share counted once.
"""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

_SECONDS_BETWEEN = 0.2
_KILOBYTES = 1024


def list_family(number: int) -> Iterator[int]:
    """Yield a process and all that it started, by their numbers."""
    yield number
    for path in Path(f"/proc/{number}/task").glob("*/children"):
        for child in path.read_text().split():
            yield from list_family(int(child))


def measure_share(number: int) -> int:
    """Return the kilobytes of one process, its part of what it shares with others; 0 if it has just ended."""
    lines = Path(f"/proc/{number}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def watch_family(number: int, ended: threading.Event, peaks: list[int]) -> None:
    """Append the kilobytes of a process and all that it started, again and again until it has ended."""
    while not ended.wait(_SECONDS_BETWEEN):
        try:
            peaks.append(sum(map(measure_share, list_family(number))))
        except (OSError, StopIteration):
            continue  # one of them has just ended, or the system does not show it


def main() -> int:
    """Run the command in the arguments; its output is passed on."""
    start = time.perf_counter()
    ended, together = threading.Event(), [0]
    # Where Python may not keep what it compiles, each start compiles all modules again: a user's does not.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL, env=environment) as child:
        watcher = threading.Thread(target=watch_family, args=(child.pid, ended, together))
        watcher.start()
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        ended.set()
        watcher.join()
    seconds = time.perf_counter() - start
    peak = max(usage.ru_maxrss, *together) / _KILOBYTES
    facts = {"seconds": seconds, "cpu": usage.ru_utime + usage.ru_stime, "megabytes": peak}
    print(json.dumps(facts), file=sys.stderr)
    return child.returncode


if __name__ == "__main__":
    sys.exit(main())
