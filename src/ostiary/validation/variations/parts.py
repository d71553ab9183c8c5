"""Parts of a person's name left out, shortened to their first letters, or added."""

from random import Random

from ostiary.validation.tables import read_column
from ostiary.validation.variations.variation import PEOPLE, Alter, Variation
from ostiary.validation.variations.words import full_places, is_latin, match_case, split_words

#: What is left must still name somebody: two full words.
_LEAST_FULL = 3


def _leave_out(name: str, which: int) -> str | None:
    words = split_words(name)
    places = full_places(words)
    if len(places) < _LEAST_FULL:
        return None
    place = places[which]
    return " ".join([*words[:place], *words[place + 1 :]]).strip(", ")


def leave_out_first(name: str, _dice: Random) -> str | None:
    """Return a name of three full words or more without the first one."""
    return _leave_out(name, 0)


def leave_out_last(name: str, _dice: Random) -> str | None:
    """Return a name of three full words or more without the last one."""
    return _leave_out(name, -1)


def leave_out_middle(name: str, _dice: Random) -> str | None:
    """Return a name of three full words or more without the second one."""
    return _leave_out(name, 1)


def shorten_middle(name: str, _dice: Random) -> str | None:
    """Return a name of three full words or more whose middle words are initials."""
    words = split_words(name)
    middle = full_places(words)[1:-1]
    if not middle or not is_latin(name):
        return None
    return " ".join(f"{word[0]}." if place in middle else word for place, word in enumerate(words))


def shorten_one(name: str, dice: Random) -> str | None:
    """Return a name of three full words or more, one of which is an initial."""
    words = split_words(name)
    places = full_places(words)
    if len(places) < _LEAST_FULL or not is_latin(name):
        return None
    place = dice.choice(places)
    return " ".join([*words[:place], f"{words[place][0]}.", *words[place + 1 :]])


def add_word(name: str, dice: Random) -> str | None:
    """Return a name with a further given name between its words, as a passport may have it."""
    words = split_words(name)
    if len(full_places(words)) < _LEAST_FULL - 1 or not is_latin(name):
        return None
    added = match_case(dice.choice(read_column("further_names.csv", "name")), words[-1])
    return " ".join([*words[:-1], added, words[-1]])


def add_initial(name: str, dice: Random) -> str | None:
    """Return a name with a further initial between its words."""
    words = split_words(name)
    if len(full_places(words)) < _LEAST_FULL - 1 or not is_latin(name):
        return None
    return " ".join([*words[:-1], f"{dice.choice('ABDEFGHJKLMNRST')}.", words[-1]])


def _vary(name: str, meaning: str, alter: Alter) -> Variation:
    return Variation(name, "parts", meaning, alter, PEOPLE)


VARIATIONS = (
    _vary("first part left out", "Of three full words or more the first is left out.", leave_out_first),
    _vary("middle part left out", "Of three full words or more the second is left out.", leave_out_middle),
    _vary("last part left out", "Of three full words or more the last is left out.", leave_out_last),
    _vary("middle parts as initials", "All but the first and last full word are initials.", shorten_middle),
    _vary("one part as an initial", "Of three full words or more one is an initial.", shorten_one),
    _vary("a further given name", "A given name that the list lacks stands before the last word.", add_word),
    _vary("a further initial", "An initial that the list lacks stands before the last word.", add_initial),
)
