"""Places as lists and customers write them: the parts of one, and whether two parts are spellings of one name."""

import re
from functools import cache, lru_cache

import numpy as np

from ostiary.names.analysis import NameClass, Word, WordKind, analyse_name
from ostiary.names.arrays import tabulate_words
from ostiary.names.relations import relate_words
from ostiary.names.tables import table_rows

#: What stands between the parts of a place: Giza, Egypt; Najf al Ashraf (Najaf); al-Awja near Tikrit.
_BETWEEN = re.compile(r"[,;()/\n]|\s-\s|\b(?:near|formerly|now|close to|cerca de)\b", re.IGNORECASE)
#: Two words of places are spellings of one name from here on, per mille.
_ALIKE = 690
#: A shorter word says too little by itself.
_LEAST_LETTERS = 3


def split_place(text: str) -> tuple[str, ...]:
    """Return the parts of a place, from the smallest to the largest as they are most often written."""
    return tuple(part for piece in _BETWEEN.split(text) if (part := " ".join(piece.split()).strip(" .")))


def is_telling_place(part: str) -> bool:
    """Return whether a part of a place can be told from others: not *district*, not *CA*."""
    return bool(_telling_words(part))


@lru_cache(maxsize=65536)
def are_places_alike(one: str, other: str) -> bool:
    """Return whether two parts of places are spellings of one name; what kind of place each is does not count.

    Each word of the shorter one must be alike to a word of the other: *Kandahar City*, *Qandahar*.
    """
    ours, theirs = _telling_words(one), _telling_words(other)
    if not ours or not theirs:
        return False
    shorter, longer = sorted((ours, theirs), key=len)
    likeness = relate_words(tabulate_words(shorter), tabulate_words(longer))
    return bool(np.all(likeness.max(axis=1) >= _ALIKE))


@lru_cache(maxsize=65536)
def _telling_words(text: str) -> tuple[Word, ...]:
    words = analyse_name(text, NameClass.ORGANISATION).words
    return tuple(
        word
        for word in words
        if word.kind is not WordKind.PARTICLE
        and (len(word.form) >= _LEAST_LETTERS or word.native)
        and word.form not in _kinds_of_places()
        and not word.form.isdigit()
    )


@cache
def _kinds_of_places() -> frozenset[str]:
    """Words that say what kind of place it is, from ``data/place_kinds.csv``."""
    return frozenset(row["word"] for row in table_rows("place_kinds.csv"))
