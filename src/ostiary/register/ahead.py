"""Work done one step ahead: the database fetches the next parties while those before them are assembled."""

from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def work_ahead(work: Callable[[Item], Result], items: Sequence[Item]) -> Generator[Result, None, None]:
    """Give the result of some work for each item, in order; at each, the next one is being worked on.

    What the work raises comes out where its result would.

    Args:
        work: Runs in a thread of its own; it gains time where it waits, or does not hold Python's lock.
        items: What is worked on. A single one needs no thread.
    """
    if len(items) <= 1:
        yield from map(work, items)
        return
    with ThreadPoolExecutor(1) as thread:
        ahead = thread.submit(work, items[0])
        for item in items[1:]:
            result = ahead.result()
            ahead = thread.submit(work, item)
            yield result
        yield ahead.result()
