"""Accents and umlauts: left out, added, written out."""

import unicodedata
from random import Random

from ostiary.validation.tables import read_pairs
from ostiary.validation.variations.variation import Alter, Variation
from ostiary.validation.variations.words import change_word, is_latin, match_case, replace_one


def leave_out_accents(name: str, _dice: Random) -> str | None:
    """Return a name with plain letters for accented ones: ``Nicolas`` for ``Nicolás``."""
    if not is_latin(name):
        return None
    table = str.maketrans(dict(read_pairs("accents.csv", "accented", "plain", "struck")))
    bare = "".join(sign for sign in unicodedata.normalize("NFD", name) if not unicodedata.combining(sign))
    return unicodedata.normalize("NFC", bare.translate(table))


def add_accent(name: str, dice: Random) -> str | None:
    """Return a name with one accented letter for a plain one."""

    def change(word: str, dice: Random) -> str | None:
        return replace_one(word, dice, read_pairs("accents.csv", "plain", "accented", "added"))

    return change_word(name, dice, change) if is_latin(name) else None


def part_accents(name: str, _dice: Random) -> str | None:
    """Return a name with each accent as a sign of its own, as some systems store them."""
    return unicodedata.normalize("NFD", name)


def write_out_umlauts(name: str, _dice: Random) -> str | None:
    """Return a name with ``ue`` for an umlaut, as machine-readable passports have it."""
    if not is_latin(name):
        return None
    table = dict(read_pairs("accents.csv", "accented", "plain", "umlaut"))
    pieces = [match_case(table[letter.lower()], letter) if letter.lower() in table else letter for letter in name]
    return "".join(pieces)


def _vary(name: str, meaning: str, alter: Alter) -> Variation:
    return Variation(name, "accents", meaning, alter)


VARIATIONS = (
    _vary("accents left out", "Plain letters stand for accented ones.", leave_out_accents),
    _vary("accent added", "One letter has an accent that the list lacks.", add_accent),
    _vary("accents apart", "Each accent is a sign of its own (Unicode form NFD).", part_accents),
    _vary("umlaut written out", "ue, oe, ae stand for umlauts.", write_out_umlauts),
)
