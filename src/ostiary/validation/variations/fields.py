"""What fields of files and messages do to a name: cut it off, change its case."""

from random import Random

from ostiary.validation.variations.legal_forms import find_form
from ostiary.validation.variations.variation import Variation
from ostiary.validation.variations.words import split_words

#: The length of a line of a name in SWIFT MT messages and many older systems.
_LINE = 35
#: Letters beside the legal form that say something.
_LEAST_LETTERS = 3


def cut_off(name: str, _dice: Random) -> str | None:
    """Return a name cut off behind 35 characters, if more than its legal form is left."""
    if len(name) <= _LINE:
        return None
    cut, found = name[:_LINE].rstrip(), find_form(name, "long")
    rest = cut[: found[0].start()] + cut[found[0].end() :] if found else cut
    return cut if sum(map(str.isalpha, rest)) >= _LEAST_LETTERS else None


def write_in_capitals(name: str, _dice: Random) -> str | None:
    """Return a name in capitals."""
    return name.upper()


def write_small(name: str, _dice: Random) -> str | None:
    """Return a name in small letters."""
    return name.lower()


def capitalise(name: str, _dice: Random) -> str | None:
    """Return a name with a capital at the head of each word and small letters elsewhere."""
    return " ".join(word.capitalize() for word in split_words(name))


VARIATIONS = (
    Variation(
        "cut off at 35",
        "fields",
        "A name longer than 35 characters is cut off there, if more than its legal form is left.",
        cut_off,
    ),
    Variation("capitals", "fields", "All letters are capitals.", write_in_capitals),
    Variation("small letters", "fields", "All letters are small.", write_small),
    Variation(
        "capitalised", "fields", "Each word has a capital at its head, small letters elsewhere.", capitalise
    ),
)
