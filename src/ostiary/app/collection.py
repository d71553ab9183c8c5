"""The memory of steps that read or compile whole lists: searched more rarely, and given back at the end."""

import ctypes
import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress

#: New objects after which is searched for some that hold each other; by default 700, and then a fifth of the time
#: of a large step goes into that.
_NEW_OBJECTS = 200_000


@contextmanager
def collect_rarely() -> Iterator[None]:
    """Let a block that reads or compiles whole lists, whose objects hold no cycles, run with few such searches.

    What it no longer uses is given back to the system at its end: the next step does not come on top of it.
    """
    before = gc.get_threshold()
    gc.set_threshold(_NEW_OBJECTS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        _give_back()


def _give_back() -> None:
    gc.collect()
    # Only the GNU C library keeps freed memory for itself, and has this: a hundred megabytes after an index.
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
