"""Letters that look like others, as evasion uses them, and as wrong encodings leave them."""

from collections.abc import Callable
from random import Random

from ostiary.validation.tables import read_pairs
from ostiary.validation.variations.variation import Alter, Variation
from ostiary.validation.variations.words import LETTERS, change_word, is_latin

#: From ``A`` to the full-width ``A`` of Chinese and Japanese fonts.
_WIDE = 0xFEE0
_LONG = 6


def _disguise(kind: str) -> Callable[[str, Random], str | None]:
    """Return what puts look-alikes for a letter of one word, of a long one for two."""

    def change(word: str, dice: Random) -> str | None:
        table = dict(read_pairs("lookalikes.csv", "letter", "lookalike", kind))
        places = [place for place, letter in enumerate(word) if letter in table]
        chosen = set(dice.sample(places, min(2 if len(word) >= _LONG else 1, len(places))))
        return "".join(table[letter] if place in chosen else letter for place, letter in enumerate(word))

    def alter(name: str, dice: Random) -> str | None:
        return change_word(name, dice, change) if is_latin(name) else None

    return alter


def widen_letters(name: str, _dice: Random) -> str | None:
    """Return a name in full-width letters."""
    if not is_latin(name) or not name.isascii():
        return None
    return LETTERS.sub(lambda word: "".join(chr(ord(letter) + _WIDE) for letter in word[0]), name)


def read_in_wrong_encoding(name: str, _dice: Random) -> str | None:
    """Return a name whose UTF-8 bytes were read as Windows-1252: ``NicolÃ¡s``."""
    try:
        return name.encode().decode("windows-1252") if is_latin(name) else None
    except UnicodeDecodeError:
        return None


def lose_letters(name: str, _dice: Random) -> str | None:
    """Return a name with a question mark for each letter beyond ASCII, as old systems leave it."""
    return "".join(sign if sign.isascii() else "?" for sign in name) if is_latin(name) else None


def _vary(name: str, meaning: str, alter: Alter) -> Variation:
    return Variation(name, "look-alikes", meaning, alter)


_LETTERS = "One letter of a word, two of a long one, are"

VARIATIONS = (
    _vary("Cyrillic look-alikes", f"{_LETTERS} Cyrillic ones that look alike.", _disguise("Cyrillic")),
    _vary("Greek look-alikes", f"{_LETTERS} Greek ones that look alike.", _disguise("Greek")),
    _vary("digits for letters", f"{_LETTERS} digits that look alike.", _disguise("digit")),
    _vary("full-width letters", "All letters are full-width ones.", widen_letters),
    _vary("wrong encoding", "UTF-8 was read as Windows-1252.", read_in_wrong_encoding),
    _vary("lost letters", "Question marks stand for accented letters.", lose_letters),
)
