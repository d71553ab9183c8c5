"""Numbers that stand for texts in an index: the same on every machine and in every release."""

import unicodedata

_OFFSET = 0xCBF29CE484222325
_PRIME = 0x100000001B3
_BITS = (1 << 64) - 1


def joined_key(*forms: str) -> int:
    """Return the hash of texts written together; 64 bits, never 0.

    It is the FNV-1a function (Fowler, Noll, Vo), signed so that an int64 holds it.
    """
    key = _OFFSET
    for byte in "".join(forms).encode():
        key = ((key ^ byte) * _PRIME) & _BITS
    return (key - (1 << 64) if key >> 63 else key) or 1


def exact_key(text: str) -> int:
    """Return the number that stands for a name in these very letters, case, Unicode form and spacing aside."""
    return joined_key(" ".join(unicodedata.normalize("NFKC", text).casefold().split()))
