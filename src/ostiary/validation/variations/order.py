"""The words of a person's name in another order."""

from random import Random

from ostiary.validation.variations.variation import PEOPLE, Variation
from ostiary.validation.variations.words import split_words

_FEW = 3


def put_last_word_first(name: str, _dice: Random) -> str | None:
    """Return ``Moros Nicolas Maduro`` for ``Nicolas Maduro Moros``."""
    words = split_words(name)
    return " ".join([words[-1], *words[:-1]]) if len(words) > 1 else None


def put_first_word_last(name: str, _dice: Random) -> str | None:
    """Return ``Maduro Moros Nicolas`` for ``Nicolas Maduro Moros``."""
    words = split_words(name)
    return " ".join([*words[1:], words[0]]) if len(words) > 1 else None


def put_last_word_before_comma(name: str, _dice: Random) -> str | None:
    """Return ``Moros, Nicolas Maduro`` for ``Nicolas Maduro Moros``."""
    words = split_words(name.replace(",", " "))
    return f"{words[-1]}, {' '.join(words[:-1])}" if len(words) > 1 else None


def shuffle_words(name: str, dice: Random) -> str | None:
    """Return the words in any other order."""
    words = split_words(name)
    if len(set(words)) < _FEW:
        return None
    mixed = dice.sample(words, len(words))
    return " ".join(mixed if mixed != words else [*words[1:], words[0]])


VARIATIONS = (
    Variation("last word first", "order", "The last word is put before the others.", put_last_word_first, PEOPLE),
    Variation("first word last", "order", "The first word is put behind the others.", put_first_word_last, PEOPLE),
    Variation(
        "last word first, comma",
        "order",
        "The last word is put before the others, with a comma.",
        put_last_word_before_comma,
        PEOPLE,
    ),
    Variation("words shuffled", "order", "Three words or more in any other order.", shuffle_words, PEOPLE),
)
