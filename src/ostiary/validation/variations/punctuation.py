"""Dots, commas, hyphens, apostrophes and quotation marks."""

import re
from random import Random

from ostiary.validation.variations.variation import Alter, Variation
from ostiary.validation.variations.words import full_places, is_latin, split_words

_SIGNS = re.compile(r"[.,;:'\"()/\\\u2018\u2019\u201c\u201d`\u00b4-]")
_APOSTROPHES = re.compile(r"['\u2018\u2019`\u02bc\u00b4]")
_INNER_HYPHEN = re.compile(r"(?<=\w)[-\u2010-\u2015](?=\w)")


def leave_out_signs(name: str, _dice: Random) -> str | None:
    """Return a name without any sign but letters, digits and blanks; a hyphen becomes a blank."""
    plain = _SIGNS.sub("", re.sub(r"[-/]", " ", name))
    return " ".join(plain.split())


def add_signs(name: str, dice: Random) -> str | None:
    """Return a name with a comma behind a word and a dot at the end."""
    words = split_words(name)
    if len(words) == 1 or not is_latin(name):
        return None
    place = dice.randrange(len(words) - 1)
    words[place] = words[place].rstrip(",.") + ","
    return " ".join(words).rstrip(".,") + "."


def part_hyphens(name: str, _dice: Random) -> str | None:
    """Return a name with blanks for its hyphens."""
    return _INNER_HYPHEN.sub(" ", name)


def join_hyphens(name: str, _dice: Random) -> str | None:
    """Return a name with what its hyphens join written as one word."""
    return _INNER_HYPHEN.sub("", name)


def add_hyphen(name: str, dice: Random) -> str | None:
    """Return a name with a hyphen between two neighbouring full words."""
    words = split_words(name)
    full = set(full_places(words))
    places = [place for place in sorted(full) if place + 1 in full]
    if not places or not is_latin(name):
        return None
    place = dice.choice(places)
    return " ".join([*words[:place], f"{words[place].rstrip(',')}-{words[place + 1]}", *words[place + 2 :]])


def change_apostrophe(name: str, dice: Random) -> str | None:
    """Return a name with another sign for its apostrophes, or none."""
    put = dice.choice(("", "'", "\u2019", "`", "\u02bc"))
    return _APOSTROPHES.sub(put, name)


def add_quotes(name: str, dice: Random) -> str | None:
    """Return a name with one of its full words in quotation marks, as companies' names are."""
    words = split_words(name)
    places = full_places(words)
    if not places or '"' in name:
        return None
    place = dice.choice(places)
    left, right = dice.choice((('"', '"'), ("\u201c", "\u201d"), ("\u00ab", "\u00bb")))
    return " ".join([*words[:place], f"{left}{words[place]}{right}", *words[place + 1 :]])


def _vary(name: str, meaning: str, alter: Alter) -> Variation:
    return Variation(name, "punctuation", meaning, alter)


VARIATIONS = (
    _vary("signs left out", "Dots, commas, quotes are left out, hyphens are blanks.", leave_out_signs),
    _vary("signs added", "A comma stands behind a word, a dot at the end.", add_signs),
    _vary("hyphen as blank", "Blanks stand for hyphens.", part_hyphens),
    _vary("hyphen joined", "Hyphens are left out, the words joined.", join_hyphens),
    _vary("hyphen added", "A hyphen stands between two words.", add_hyphen),
    _vary("apostrophe", "Apostrophes are left out or another sign.", change_apostrophe),
    _vary("quotation marks", "One word stands in quotation marks.", add_quotes),
)
