"""What letters write a sound, and what sounds does a sign stand for? Two tables, read when first needed.

``signs.csv`` gives for each sign of a script, or row of signs, the sounds that it may stand for, ``pinyin.csv``
the same for the beginnings and endings of Chinese syllables, ``sounds.csv`` for each sound, or row of sounds, the
Latin letters that write it in the spellings of many languages. What follows a colon is a cost in tenths of an
edit: nothing for what is usual, 10 for what is a mistake.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ostiary.names.tables import table_rows

#: Marks the beginning and the end of a word.
BEGIN, END = "^", "$"
#: Stands before letters that are written as they are, and make no sound of the table.
LITERAL = "="
_UNWRITTEN_VOWEL = "*"


@dataclass(frozen=True, slots=True)
class Heard:
    """One way to hear a sign.

    Attributes:
        sounds: One after the other; one that begins with ``=`` stands for the letters after it.
        cost: Tenths of an edit.
    """

    sounds: tuple[str, ...]
    cost: int


@dataclass(frozen=True, slots=True)
class SignTable:
    """One script's signs.

    Attributes:
        heard: What each sign, or row of signs, may sound like.
        longest: Signs of the longest row.
        vowel: What a vowel costs that the script does not write.
    """

    heard: Mapping[str, tuple[Heard, ...]]
    longest: int
    vowel: int


def _priced(texts: str) -> Iterator[tuple[str, int]]:
    """Read ``sh:0 s:3``; the cost is 0 where none is written."""
    for text in texts.split():
        written, _, cost = text.partition(":")
        yield written, int(cost or 0)


def literally(letters: str, cost: int = 0) -> Heard:
    """Return letters that are written as they are."""
    return Heard((LITERAL + letters,), cost)


def _heard(texts: str) -> tuple[Heard, ...]:
    return tuple(
        Heard((sounds,) if sounds.startswith(LITERAL) else tuple(sounds), cost) for sounds, cost in _priced(texts)
    )


@cache
def letters_of_sounds() -> Mapping[str, tuple[tuple[str, int], ...]]:
    """Return, for each sound or row of sounds, the letters that write it, each with its cost."""
    return {row["sound"]: tuple(_priced(row["letters"])) for row in table_rows("sounds.csv")}


@cache
def sign_tables() -> Mapping[str, SignTable]:
    """Return the table of each script by its name; syllables of Hangul are taken apart into letters."""
    tables: dict[str, dict[str, tuple[Heard, ...]]] = {}
    vowels: dict[str, int] = {}
    for row in table_rows("signs.csv"):
        if row["sign"] == _UNWRITTEN_VOWEL:
            vowels[row["script"]] = next(cost for _, cost in _priced(row["sounds"]))
        else:
            sign = unicodedata.normalize("NFD", row["sign"]) if row["script"] == "Hangul" else row["sign"]
            tables.setdefault(row["script"], {})[sign] = _heard(row["sounds"])
    return {script: SignTable(table, max(map(len, table)), vowels[script]) for script, table in tables.items()}


@cache
def pinyin_parts() -> Mapping[str, tuple[Heard, ...]]:
    """Return what beginnings and endings of Chinese syllables sound like; ``s-i`` is a syllable of the two."""
    return {row["sign"]: _heard(row["sounds"]) for row in table_rows("pinyin.csv")}


@cache
def begun_rows() -> frozenset[str]:
    """Return every row of sounds with which a row of the table begins."""
    return frozenset(row[:length] for row in letters_of_sounds() for length in range(1, len(row) + 1))
