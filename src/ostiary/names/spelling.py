"""One key for the spellings that romanisation gives one sound.

Names from other scripts reach Latin in many ways (Rohani, Rouhani; Mahmood, Mahmoud; Sergei, Sergey, Sergej). Two
words with one key are variants of each other; a plain misspelling seldom keeps the key.
"""

import re
from functools import lru_cache

#: Applied in this order, each to the outcome of the one before.
_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), letter)
    for pattern, letter in (
        (r"tch|tsch|cz|tj", "ch"),
        (r"shch|sch", "sh"),
        (r"zh|dzh|dj", "j"),
        (r"ph", "f"),
        (r"kh|ck|c(?=[^hiey]|$)|q", "k"),
        (r"gh", "g"),
        (r"dh|th", "d"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"oo|ou", "u"),
        (r"ai|ay|aj|ei|ey|ej", "y"),
        (r"ee|ie|iy|yi|ii|ij|y(?=[^aeiou]|$)", "i"),
        (r"(?<=[^aeiou])[jy](?=[aeou])", "i"),
        (r"(.)\1+", r"\1"),
        (r"(?<=[aiu])h(?=[^aiu]|$)", ""),
    )
)
_LEAST_LETTERS = 4
_DOUBLED = re.compile(r"(.)\1+")
_LOOK_ALIKES = str.maketrans("0134579", "oieastg")


@lru_cache(maxsize=8192)
def spelling_key(form: str) -> str:
    """Return the key of a folded word: of short ones only doubled letters are undone.

    Digits in the middle of letters are read as the letters that they look like (``Ig0r``); a number has no key.
    """
    if form.isdigit():
        return ""
    form = form if form.isalpha() else form.translate(_LOOK_ALIKES)
    if len(form) < _LEAST_LETTERS:
        return _DOUBLED.sub(r"\1", form)
    for pattern, letter in _RULES:
        form = pattern.sub(letter, form)
    return form
