"""One letter mistyped: doubled, left out, put in, replaced, swapped, or its neighbour on the keyboard."""

from collections.abc import Callable
from random import Random
from string import ascii_lowercase

from ostiary.validation.tables import read_pairs
from ostiary.validation.variations.variation import Variation
from ostiary.validation.variations.words import (
    Change,
    change_word,
    full_places,
    is_latin,
    match_case,
    replace_one,
    split_words,
)

#: Shorter words are left as they are: one letter of three makes another name.
_LEAST = 4
_TWO = 2


def _inner(word: str, dice: Random) -> int:
    """A place behind the first letter, which people seldom get wrong."""
    return dice.randrange(1, len(word))


def double_letter(word: str, dice: Random) -> str:
    """Return a word with a letter twice."""
    place = _inner(word, dice)
    return word[:place] + word[place] + word[place:]


def leave_out_letter(word: str, dice: Random) -> str:
    """Return a word without a letter behind its first."""
    place = _inner(word, dice)
    return word[:place] + word[place + 1 :]


def put_in_letter(word: str, dice: Random) -> str:
    """Return a word with a letter too many."""
    place = _inner(word, dice)
    return word[:place] + match_case(dice.choice(ascii_lowercase), word) + word[place:]


def replace_letter(word: str, dice: Random) -> str:
    """Return a word with another letter behind its first."""
    place = _inner(word, dice)
    others = ascii_lowercase.replace(word[place].lower(), "")
    return word[:place] + match_case(dice.choice(others), word) + word[place + 1 :]


def replace_first_letter(word: str, dice: Random) -> str:
    """Return a word with another first letter."""
    put = dice.choice(ascii_lowercase.replace(word[0].lower(), ""))
    return (put.upper() if word[0].isupper() else put) + word[1:]


def swap_letters(word: str, dice: Random) -> str | None:
    """Return a word with two unlike neighbours behind its first letter in each other's place."""
    places = [place for place in range(1, len(word) - 1) if word[place].lower() != word[place + 1].lower()]
    if not places:
        return None
    place = dice.choice(places)
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def press_neighbour(word: str, dice: Random) -> str | None:
    """Return a word with a letter replaced by its neighbour on the keyboard."""
    inner = replace_one(word[1:].lower(), dice, read_pairs("keyboard.csv", "key", "neighbour"))
    return None if inner is None else word[0] + match_case(inner, word)


def mistype_two_words(name: str, dice: Random) -> str | None:
    """Return a name with a letter replaced in one word and left out in another."""
    words = split_words(name)
    places = [place for place in full_places(words) if words[place].isalpha() and len(words[place]) >= _LEAST]
    if len(places) < _TWO or not is_latin(name):
        return None
    one, other = dice.sample(places, _TWO)
    words[one] = replace_letter(words[one], dice)
    words[other] = leave_out_letter(words[other], dice)
    return " ".join(words)


def mistype(change: Change) -> Callable[[str, Random], str | None]:
    """Return what does a change to one word of four letters or more of a name in Latin letters."""

    def alter(name: str, dice: Random) -> str | None:
        return change_word(name, dice, change, _LEAST) if is_latin(name) else None

    return alter


def _vary(name: str, meaning: str, change: Change) -> Variation:
    return Variation(name, "mistyping", meaning, mistype(change), single_edit=True)


VARIATIONS = (
    _vary("letter doubled", "A letter of one word stands twice.", double_letter),
    _vary("letter left out", "A letter of one word, not the first, is missing.", leave_out_letter),
    _vary("letter put in", "A letter too many stands in one word.", put_in_letter),
    _vary("letter replaced", "A letter of one word, not the first, is another one.", replace_letter),
    _vary("first letter replaced", "The first letter of one word is another one.", replace_first_letter),
    _vary("letters swapped", "Two neighbours in one word stand in each other's place.", swap_letters),
    _vary("keyboard neighbour", "A letter of one word is its neighbour on the keyboard.", press_neighbour),
    Variation(
        "two words mistyped",
        "mistyping",
        "A letter is replaced in one word and left out in another.",
        mistype_two_words,
    ),
)
