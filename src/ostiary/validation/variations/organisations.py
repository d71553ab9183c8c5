"""What is written in more than one way in names of organisations and ships."""

import re
from random import Random

from ostiary.validation.tables import read_pairs
from ostiary.validation.variations.variation import OBJECTS, ORGANISATIONS, Variation
from ostiary.validation.variations.words import is_latin, match_case

_THE = re.compile(r"\bthe\s+", re.IGNORECASE)
_AND = re.compile(r"(?<=\S)\s+(?:&|and)\s+(?=\S)", re.IGNORECASE)
#: With the dot that may end a shortened word.
_WORD = re.compile(r"[^\W_]+\.?")

#: Letters with dots are no numbers: B.V., S.A. de C.V.
_DOTTED = re.compile(r"(?<![^\W_])[^\W_]\.[^\W_]")


def toggle_the(name: str, _dice: Random) -> str | None:
    """Return a name without its THE, or with one before it."""
    if not is_latin(name):
        return None
    without = _THE.sub("", name, count=1)
    return without if without != name else f"{match_case('The', name)} {name}"


def toggle_and(name: str, _dice: Random) -> str | None:
    """Return a name with AND for ``&``, or the other way."""
    found = _AND.search(name)
    if not found:
        return None
    put = match_case("and", name) if "&" in found[0] else "&"
    return f"{name[: found.start()]} {put} {name[found.end() :]}"


def _swap(name: str, dice: Random, pairs: tuple[tuple[str, str], ...]) -> str | None:
    spelt = dict(pairs)
    found = [word for word in _WORD.finditer(name) if _plain(word[0]) in spelt]
    if not found:
        return None
    word = dice.choice(found)
    put = spelt[_plain(word[0])]
    small = word[0].islower()
    put = put.upper() if word[0].isupper() or name.isupper() else put if small else put[:1].upper() + put[1:]
    return name[: word.start()] + put + name[word.end() :]


def _plain(word: str) -> str:
    return word.removesuffix(".").casefold()


def write_number(name: str, dice: Random) -> str | None:
    """Return a name with a number as a word, or a word as a number: ``Brigade 3``, ``Brigade Three``."""
    table = "numbers.csv"
    pairs = (*read_pairs(table, "digits", "word"), *read_pairs(table, "word", "digits"))
    return _swap(
        name, dice, (*pairs, *read_pairs(table, "ordinal", "short"), *read_pairs(table, "short", "ordinal"))
    )


def write_roman(name: str, dice: Random) -> str | None:
    """Return a name with a number in Roman numerals, or the other way."""
    pairs = (*read_pairs("numbers.csv", "digits", "roman"), *read_pairs("numbers.csv", "roman", "digits"))
    spelt = tuple((old.casefold(), put) for old, put in pairs)
    return None if _DOTTED.search(name) else _swap(name, dice, spelt)


def shorten_word(name: str, dice: Random) -> str | None:
    """Return a name with a common word shortened: ``International`` to ``Intl``."""
    return _swap(name, dice, read_pairs("abbreviations.csv", "word", "short"))


def write_out_word(name: str, dice: Random) -> str | None:
    """Return a name with a shortened common word written out."""
    return _swap(name, dice, read_pairs("abbreviations.csv", "short", "word"))


def add_ship_prefix(name: str, dice: Random) -> str | None:
    """Return a ship's name behind ``M/V`` or the like."""
    return f"{dice.choice(('M/V', 'MV', 'M/T', 'MT', 'M.V.', 'SS'))} {name}" if is_latin(name) else None


VARIATIONS = (
    Variation("the", "organisations", "THE is added or left out.", toggle_the, ORGANISATIONS),
    Variation("ampersand", "organisations", "& is written for AND, or AND for &.", toggle_and, ORGANISATIONS),
    Variation(
        "number in words", "organisations", "A number is written as a word, or a word as a number.", write_number,
        (*ORGANISATIONS, *OBJECTS),
    ),
    Variation(
        "Roman numeral", "organisations", "A number is written in Roman numerals, or the other way.", write_roman,
        (*ORGANISATIONS, *OBJECTS),
    ),
    Variation(
        "common word shortened", "organisations", "International is written Intl, Trading Trdg, and so on.",
        shorten_word, ORGANISATIONS,
    ),
    Variation(
        "common word written out", "organisations", "A shortened common word is written out.", write_out_word,
        ORGANISATIONS,
    ),
    Variation("ship's prefix", "organisations", "M/V, MT or the like stands before it.", add_ship_prefix, OBJECTS),
)  # fmt: skip
