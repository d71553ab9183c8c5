"""Run one command and say its time, processor time and peak memory, as JSON in the last line of standard error.

A program of its own, and a small one: a process inherits the peak of the one that started it, so a large benchmark
that starts commands itself would measure its own memory.
"""

import json
import os
import subprocess
import sys
import time


def main() -> int:
    """Run the command in the arguments; its output is passed on."""
    start = time.perf_counter()
    with subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL) as child:
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    facts = {"seconds": seconds, "cpu": usage.ru_utime + usage.ru_stime, "megabytes": usage.ru_maxrss / 1024}
    print(json.dumps(facts), file=sys.stderr)
    return child.returncode


if __name__ == "__main__":
    sys.exit(main())
