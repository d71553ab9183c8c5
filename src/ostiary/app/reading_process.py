"""The process that reads one file of a list: a spool to standard output, how far it is to standard error.

``python -m ostiary.app.reading_process LIST FILE [DATE]``; started by :mod:`~ostiary.app.readers`. Its memory is
given back when it ends, and a file that brings it down brings down nothing else.
"""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from ostiary.app.collection import collect_rarely
from ostiary.app.spools import write_end, write_spool
from ostiary.lists import read_list
from ostiary.model.errors import OstiaryError

_WHOLE = 100


def main() -> None:
    """Read the file that the arguments name."""
    list_id, path, *day = sys.argv[1:]
    published = date.fromisoformat(day[0]) if day else None
    with collect_rarely():
        try:
            reading = read_list(list_id, Path(path), _make_teller(), published)
        except OstiaryError as error:
            write_end(error, sys.stdout.buffer)
        else:
            write_spool(reading, sys.stdout.buffer)


def _make_teller() -> Callable[[int, int], None]:
    """Return what tells each new percent, so that little is said and the pipe never fills."""
    told = -1

    def tell(done: int, whole: int) -> None:
        nonlocal told
        percent = _WHOLE * done // max(whole, 1)
        if percent != told:
            told = percent
            try:
                sys.stderr.write(f"{done} {whole}\n")
                sys.stderr.flush()
            except BrokenPipeError:
                # Nobody listens any more: this process ends with the one that started it.
                sys.exit(1)

    return tell


if __name__ == "__main__":
    main()
