"""Numbers that stand for texts in an index: the same on every machine and in every release."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

#: Where the FNV-1a function starts, and what it multiplies by.
OFFSET: Final = 0xCBF29CE484222325
PRIME: Final = 0x100000001B3
_BITS = (1 << 64) - 1


@lru_cache(maxsize=8192)
def joined_key(*forms: str) -> int:
    """Return the hash of texts written together; 64 bits, never 0.

    It is the FNV-1a function (Fowler, Noll, Vo), signed so that an int64 holds it.
    """
    key = OFFSET
    for byte in "".join(forms).encode():
        key = ((key ^ byte) * PRIME) & _BITS
    return (key - (1 << 64) if key >> 63 else key) or 1


def exact_key(text: str) -> int:
    """Return the number that stands for a name in these very letters, case, Unicode form and spacing aside."""
    return joined_key(exact_form(text))


def exact_form(text: str) -> str:
    """Return a name in these very letters, case, Unicode form and spacing folded."""
    return " ".join((text if text.isascii() else unicodedata.normalize("NFKC", text)).casefold().split())


def joined_keys_of(texts: Sequence[str]) -> NDArray[np.int64]:
    """Return :func:`joined_key` of each text, int64[N]; of an empty one 0, as there is nothing to join.

    All texts go on by one letter together, the longest first, so that those that have ended are left behind.
    """
    encoded = [text.encode() for text in texts]
    order = sorted(range(len(encoded)), key=lambda row: -len(encoded[row]))
    lengths = np.array([len(encoded[row]) for row in order], dtype=np.int64)
    letters = np.frombuffer(b"".join([encoded[row] for row in order]), dtype=np.uint8)
    starts = np.cumsum(lengths) - lengths
    keys = np.full(lengths.size, OFFSET, dtype=np.uint64)
    alive = np.searchsorted(-lengths, -np.arange(lengths.max(initial=0)), side="left")
    for at, count in enumerate(alive.tolist()):
        keys[:count] = (keys[:count] ^ letters[starts[:count] + at]) * np.uint64(PRIME)
    keys[keys == 0] = 1
    keys[lengths == 0] = 0
    found = np.empty_like(keys)
    found[order] = keys
    return found.view(np.int64)
