"""What machines that read print get wrong."""

from collections.abc import Callable
from random import Random

from ostiary.validation.tables import read_pairs
from ostiary.validation.variations.variation import Variation
from ostiary.validation.variations.words import change_word, is_latin, replace_one

_LEAST = 4


def _misread(kind: str) -> Callable[[str, Random], str | None]:
    def change(word: str, dice: Random) -> str | None:
        return replace_one(word, dice, read_pairs("scanning.csv", "printed", "read", kind))

    def alter(name: str, dice: Random) -> str | None:
        return change_word(name, dice, change, _LEAST) if is_latin(name) else None

    return alter


misread_letters = _misread("letters")
misread_signs = _misread("signs")

VARIATIONS = (
    Variation("scanned, letters", "scanning", "Letters are read as others: rn as m, cl as d.", misread_letters),
    Variation("scanned, signs", "scanning", "A letter is read as a digit or sign: O as 0, S as 5.", misread_signs),
)
