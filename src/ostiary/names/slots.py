"""Where a number stands in a table that is looked up by it."""

from typing import Final

from ostiary.names.kernels import kernel

#: Spreads numbers that stand close together over the slots (Knuth, The Art of Computer Programming 3, 6.4).
_SPREAD: Final = 0x9E3779B1
_SHIFT: Final = 13


@kernel
def slot_of(number: int, slots: int) -> int:
    """Return the slot at which to look for a number first.

    Args:
        number: The number.
        slots: How many there are, a power of two.
    """
    return int((int(number) * _SPREAD >> _SHIFT) & (slots - 1))
