"""The words of a name as plain text: what variations pick and change."""

import re
from collections.abc import Callable
from random import Random

from ostiary.names.scripts import name_script
from ostiary.validation.tables import read_column

#: Returns a word changed, or None where the change does not apply to it.
Change = Callable[[str, Random], str | None]

#: A row of letters: what is changed, so that signs around it stay.
LETTERS = re.compile(r"[^\W\d_]+")
#: A letter more or less makes another number, which is another ship.
_ROMAN = re.compile(r"[IVX]+")
#: A word that matters has so many letters at least.
FULL = 3


def split_words(name: str) -> list[str]:
    """Return what stands between blanks."""
    return name.split()


def is_latin(text: str) -> bool:
    """Return whether every letter is Latin, and there is one."""
    letters = [letter for letter in text if letter.isalpha()]
    return bool(letters) and (text.isascii() or all(name_script(letter) == "Latin" for letter in letters))


def is_full(word: str) -> bool:
    """Return whether a word tells somebody apart: long enough, and no article, title, numeral or the like."""
    plain = "".join(LETTERS.findall(word))
    if _ROMAN.fullmatch(plain):
        return False
    return len(plain) >= FULL and plain.casefold() not in read_column("small_words.csv", "word")


def full_places(words: list[str]) -> list[int]:
    """Return the places of the words that tell somebody apart."""
    return [place for place, word in enumerate(words) if is_full(word)]


def change_word(name: str, dice: Random, change: Change, least: int = FULL) -> str | None:
    """Return a name with one of its words changed, or None if no word can be.

    Args:
        name: The name.
        dice: Picks the word.
        change: Changes it.
        least: Words with fewer letters stay.
    """
    found = [word for word in LETTERS.finditer(name) if len(word[0]) >= least and is_full(word[0])]
    for word in dice.sample(found, len(found)):
        changed = change(word[0], dice)
        if changed and changed != word[0]:
            return name[: word.start()] + changed + name[word.end() :]
    return None


def match_case(text: str, model: str) -> str:
    """Return a text in capitals where its model is."""
    return text.upper() if model.isupper() else text


def replace_one(word: str, dice: Random, pairs: tuple[tuple[str, str], ...]) -> str | None:
    """Return a word with one spelling put for another, once, or None if none stands in it.

    Args:
        word: The word.
        dice: Picks among the spellings that stand in it, and where.
        pairs: What stands there, and what is put in its place; small letters.
    """
    small = word.lower()
    places = [
        (found.start(), found.end(), put)
        for old, put in pairs
        for found in re.finditer(re.escape(old), small)
        if len(small) == len(word)
    ]
    if not places:
        return None
    start, end, put = dice.choice(places)
    kept = word[start:end]
    put = put.upper() if word.isupper() else put.capitalize() if kept[:1].isupper() else put
    return word[:start] + put + word[end:]
