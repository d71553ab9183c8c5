"""A process that does parts of a larger piece of work: from standard input, results to standard output.

``python -m ostiary.index.process``; started by :mod:`~ostiary.index.processes`. It ends when its input ends, so
none is left behind when the process that started it is killed.
"""

import os
import pickle
import signal
import sys
import traceback
from collections.abc import Callable
from typing import Any

from ostiary.model.errors import OstiaryError


def main() -> None:
    """Do part after part."""
    # Ctrl-C reaches the whole group: the process that started this one says so and ends it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no answer
    try:
        while True:
            work, item = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the process that started this one
            pickle.dump(_try(work, item), answers, pickle.HIGHEST_PROTOCOL)
            answers.flush()
    except (EOFError, BrokenPipeError):
        os._exit(0)  # nobody asks any more


def _try(work: Callable[[Any], Any], item: object) -> tuple[bool, object]:
    try:
        return True, work(item)
    except (OstiaryError, OSError) as error:
        return False, error
    except Exception as error:  # noqa: BLE001 - whatever it is, the process that asked must learn of it
        traceback.print_exc()
        return False, OstiaryError(f"A part of the work failed: {error!r}.", advice="Please report this fault.")


if __name__ == "__main__":
    main()
