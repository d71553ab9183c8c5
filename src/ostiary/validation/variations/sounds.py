"""A word written as it sounds: another spelling of the same consonant or vowel."""

from collections.abc import Callable
from random import Random

from ostiary.validation.tables import read_pairs
from ostiary.validation.variations.variation import Alter, Variation
from ostiary.validation.variations.words import change_word, is_latin, replace_one

_LEAST = 4


def _respell(kind: str) -> Callable[[str, Random], str | None]:
    def change(word: str, dice: Random) -> str | None:
        return replace_one(word, dice, read_pairs("sounds.csv", "written", "heard", kind))

    def alter(name: str, dice: Random) -> str | None:
        return change_word(name, dice, change, _LEAST) if is_latin(name) else None

    return alter


def undouble_letter(word: str, dice: Random) -> str | None:
    """Return a word with a doubled letter written once."""
    places = [place for place in range(1, len(word)) if word[place].lower() == word[place - 1].lower()]
    if not places:
        return None
    place = dice.choice(places)
    return word[:place] + word[place + 1 :]


def undouble(name: str, dice: Random) -> str | None:
    """Return a name with one doubled letter written once."""
    return change_word(name, dice, undouble_letter, _LEAST) if is_latin(name) else None


respell_consonant = _respell("consonant")
respell_vowel = _respell("vowel")


def _vary(name: str, meaning: str, alter: Alter, *, single_edit: bool = False) -> Variation:
    return Variation(name, "sounds", meaning, alter, single_edit=single_edit)


VARIATIONS = (
    _vary("consonant by sound", "A consonant of one word is spelt as it sounds (c, k; f, ph).", respell_consonant),
    _vary("vowel by sound", "A vowel of one word is spelt as it sounds (i, y; u, ou).", respell_vowel),
    _vary("double letter once", "A doubled letter of one word is written once.", undouble, single_edit=True),
)
