"""Which script a text is written in, by Unicode's own table."""

from functools import lru_cache

from ostiary.names.rigour_parts import codepoint_script

#: Scripts that write no spaces between the words of a name, a sign being a syllable.
SYLLABIC = frozenset({"Han", "Hangul"})

#: Scripts that leave short vowels unwritten: folded to Latin letters, Omar is *mr*.
UNPOINTED = frozenset({"Arabic", "Hebrew"})

#: Letters that Arabic and Persian keyboards, or writers in haste, put for one another, and marks left out at will.
_ARABIC_FORMS = str.maketrans("أإآٱىیےئؤکةۀہھ", "ااااييييوكهههه", "\u200c\u064b")

#: Scripts whose letters have one Latin form or nearly so, and those whose sounds a table gives.
_READ_WELL = frozenset({"Latin", "Cyrillic", "Greek", "Georgian", "Armenian", "Hiragana", "Katakana"})
#: Scripts that write names of people by sound, while names of organisations are as often translated.
_READ_WELL_IN_PERSONS = _READ_WELL | {"Arabic", "Hebrew", "Hangul", "Han"}

#: Fewer letters than this do not identify anyone: a single sign of Han is a whole word, one Latin letter is not.
_LEAST_LETTERS = {"Han": 2, "Hangul": 2, "Hiragana": 2, "Katakana": 2}
_LEAST_LETTERS_ELSEWHERE = 3


@lru_cache(maxsize=8192)
def _letter_script(letter: str) -> str | None:
    script = codepoint_script(ord(letter))
    return None if script in {"Common", "Inherited"} else script


def name_script(text: str) -> str:
    """Return the script of a text's first letter that has one, by Unicode name; ``Latin`` if none has."""
    if text.isascii():
        return "Latin"
    return next((script for letter in text if (script := _letter_script(letter))), "Latin")


def roughly_read_script(text: str, *, person: bool) -> str:
    """Return the first script of a text that may miss a name listed in Latin letters alone, or an empty text.

    Of scripts without a table of sounds the folded letters say too little. Names of organisations in Arabic,
    Chinese and Korean are translated as often as not, with words that no table has.

    Args:
        text: A name.
        person: Whether it is known to be a person's.
    """
    if text.isascii():
        return ""
    well = _READ_WELL_IN_PERSONS if person else _READ_WELL
    scripts = (_letter_script(letter) for letter in text)
    return next((script for script in scripts if script and script not in well), "")


def plain_letters(word: str) -> str:
    """Return a word with letters of Arabic that are written in several forms in one of them."""
    return word.translate(_ARABIC_FORMS)


def leaves_vowels_out(text: str) -> bool:
    """Return whether a word stands in a script that leaves short vowels unwritten."""
    return name_script(text) in UNPOINTED


def is_syllabic(text: str) -> bool:
    """Return whether every sign of the text is a syllable or word of its own (Chinese, Korean)."""
    if text and text.isascii():
        return False
    return all(_letter_script(letter) in SYLLABIC for letter in text)


def is_long_enough(text: str) -> bool:
    """Return whether the text has as many letters as a name in its script needs at least."""
    letters = sum(map(str.isalnum, text))
    return letters >= _LEAST_LETTERS.get(name_script(text), _LEAST_LETTERS_ELSEWHERE)
