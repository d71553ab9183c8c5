"""How is a Chinese sign read? In the common language, in other languages of Chinese names, in Japanese names.

The common reading of a sign is anyascii's, where ``han.csv`` gives no other; the table adds the readings of family
names and of signs with several, the spellings in Cantonese, Hokkien, Korean and Vietnamese names, and the readings
in Japanese ones.
Signs that stand together in its first column are one sign, written in traditional, simplified or Japanese form.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from string import ascii_lowercase

from anyascii import anyascii

from ostiary.names.scripts import name_script
from ostiary.names.tables import table_rows

_MOST_SHOWN = 6


@dataclass(frozen=True, slots=True)
class HanSign:
    """One sign.

    Attributes:
        plain: The form of it that stands for all.
        mandarin: Its syllables in pinyin without tones, the likeliest first.
        elsewhere: How names with it are spelled by Chinese of other languages, Koreans, and Vietnamese.
        japanese: Its readings in Japanese names.
    """

    plain: str
    mandarin: tuple[str, ...]
    elsewhere: tuple[str, ...] = ()
    japanese: tuple[str, ...] = ()


@cache
def _signs() -> Mapping[str, HanSign]:
    signs: dict[str, HanSign] = {}
    for row in table_rows("han.csv"):
        plain = row["signs"][0]
        mandarin, elsewhere, japanese = (
            tuple(row[column].split()) for column in ("mandarin", "elsewhere", "japanese")
        )
        found = HanSign(plain, mandarin or _common_readings(plain), elsewhere, japanese)
        signs |= dict.fromkeys(row["signs"], found)
    return signs


def han_sign(sign: str) -> HanSign:
    """Return the readings of one sign."""
    return _signs().get(sign) or HanSign(sign, _common_readings(sign))


def _common_readings(sign: str) -> tuple[str, ...]:
    reading = "".join(letter for letter in anyascii(sign).lower() if letter in ascii_lowercase)
    return (reading,) if reading else ()


def han_readings(word: str) -> tuple[str, ...]:
    """Return how a Chinese sign is read, the common reading first; empty for other words and for rows of signs."""
    if len(word) != 1 or name_script(word) != "Han":
        return ()
    sign = han_sign(word)
    readings = dict.fromkeys((*sign.mandarin, *sign.elsewhere, *sign.japanese))
    return tuple(reading.capitalize() for reading in readings)[:_MOST_SHOWN]


def plain_signs(text: str) -> str:
    """Return a text with signs that are written in several forms in one of them."""
    signs = _signs()
    return "".join(signs[sign].plain if sign in signs else sign for sign in text)


def is_double_surname(text: str) -> bool:
    """Return whether two signs are one Chinese family name."""
    return text in _double_surnames()


@cache
def _double_surnames() -> frozenset[str]:
    return frozenset(plain_signs(row["signs"]) for row in table_rows("double_surnames.csv"))
