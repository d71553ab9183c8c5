"""So many trials of a pack, each schema with its share and with a tenth at least."""

from collections.abc import Iterator, Mapping
from itertools import chain, islice
from typing import TypeVar

_Drawn = TypeVar("_Drawn")
#: Of a sample each schema has one part in so many at least, where it has as many names.
_LEAST_PART = 10


def sample_strata(
    strata: Mapping[str, Iterator[_Drawn]], shares: Mapping[str, float], size: int
) -> Iterator[_Drawn]:
    """Yield so many of some strata, each with its share; what a stratum lacks the others fill up.

    Args:
        strata: Each in the order in which it is drawn from.
        shares: Of each, of the whole.
        size: How many in all; 0 for all.
    """
    if not size:
        yield from chain.from_iterable(strata.values())
        return
    drawn = 0
    for name in sorted(strata, key=lambda name: shares[name]):
        quota = max(round(shares[name] * size), size // _LEAST_PART)
        for item in islice(strata[name], min(quota, size - drawn)):
            drawn += 1
            yield item
    yield from islice(chain.from_iterable(strata.values()), size - drawn)
