"""Words joined and split, odd blanks, and signs that nobody sees."""

from random import Random

from ostiary.validation.variations.variation import Variation
from ostiary.validation.variations.words import (
    change_word,
    full_places,
    is_full,
    is_latin,
    match_case,
    split_words,
)

_LONG = 6
#: No-break, thin, ideographic blank and a tabulator: all look like a blank.
_ODD_BLANKS = "\u00a0\u2009\u3000\t"
#: Zero-width space, non-joiner and joiner, word joiner, soft hyphen.
_UNSEEN = "\u200b\u200c\u200d\u2060\u00ad"


def join_words(name: str, dice: Random) -> str | None:
    """Return a name with two neighbouring full words written as one."""
    words = split_words(name)
    places = [place for place in full_places(words[:-1]) if is_full(words[place + 1])]
    if not places or not is_latin(name):
        return None
    place = dice.choice(places)
    joined = words[place].rstrip(",") + match_case(words[place + 1].lower(), words[place])
    return " ".join([*words[:place], joined, *words[place + 2 :]])


def split_word(name: str, dice: Random) -> str | None:
    """Return a name with a word of six letters or more written as two."""

    def cut(word: str, dice: Random) -> str:
        place = dice.randrange(3, len(word) - 2)
        return f"{word[:place]} {word[place:]}"

    return change_word(name, dice, cut, _LONG) if is_latin(name) else None


def use_odd_blanks(name: str, dice: Random) -> str | None:
    """Return a name whose blanks are doubled or of another kind, with one more at either end."""
    words = split_words(name)
    if len(words) == 1:
        return None
    blanks = ["  ", *_ODD_BLANKS]
    return " " + "".join(word + dice.choice(blanks) for word in words)


def hide_signs(name: str, dice: Random) -> str | None:
    """Return a name with a sign of no width inside of a word."""

    def put(word: str, dice: Random) -> str:
        place = dice.randrange(1, len(word))
        return word[:place] + dice.choice(_UNSEEN) + word[place:]

    return change_word(name, dice, put)


VARIATIONS = (
    Variation("words joined", "spacing", "Two neighbouring words are written as one.", join_words),
    Variation("word split", "spacing", "A word of six letters or more is written as two.", split_word),
    Variation("odd blanks", "spacing", "Blanks are doubled, no-break, thin, wide or tabulators.", use_odd_blanks),
    Variation("unseen signs", "spacing", "A sign of no width stands inside of a word.", hide_signs),
)
