"""Run one command and say, as JSON on standard error's last line, how long it took and how much memory it held.

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
    print(json.dumps({"seconds": seconds, "megabytes": usage.ru_maxrss / 1024}), file=sys.stderr)
    return child.returncode


if __name__ == "__main__":
    sys.exit(main())
