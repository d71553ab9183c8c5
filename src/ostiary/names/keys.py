"""Numbers that stand for texts in an index: the same on every machine and in every release."""

import unicodedata
from functools import lru_cache
from typing import Final

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
    return joined_key(" ".join(unicodedata.normalize("NFKC", text).casefold().split()))
