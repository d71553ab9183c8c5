"""The search for objects that hold each other, made rarer where millions of others are made."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

#: New objects after which it is made; by default 700, and then a fifth of the time of a large step goes into it.
_NEW_OBJECTS = 200_000


@contextmanager
def collect_rarely() -> Iterator[None]:
    """Let a block that reads or compiles whole lists, whose objects hold no cycles, run with few such searches."""
    before = gc.get_threshold()
    gc.set_threshold(_NEW_OBJECTS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
