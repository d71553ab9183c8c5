"""Which language a report is in, by its small words and its script; enough to say what is not read.

A detector with a trained model takes two thirds of a second to load; this table tells English from others at once.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from ostiary.documents.source.line_cues import PACKAGE
from ostiary.documents.tables import read_table

#: Languages that have a script to themselves, or most of it, by the first word of a letter's Unicode name.
_BY_SCRIPT = {
    "CJK": ("zh", "Chinese"),
    "HIRAGANA": ("ja", "Japanese"),
    "KATAKANA": ("ja", "Japanese"),
    "HANGUL": ("ko", "Korean"),
    "THAI": ("th", "Thai"),
    "GREEK": ("el", "Greek"),
    "HEBREW": ("he", "Hebrew"),
    "DEVANAGARI": ("hi", "Hindi"),
    "BENGALI": ("bn", "Bengali"),
    "GEORGIAN": ("ka", "Georgian"),
    "ARMENIAN": ("hy", "Armenian"),
    "ETHIOPIC": ("am", "Amharic"),
    "MYANMAR": ("my", "Burmese"),
    "TAMIL": ("ta", "Tamil"),
}
#: A Japanese text has at least this share of kana among its letters.
_LEAST_KANA = 0.1
_KANA = ("HIRAGANA", "KATAKANA")

#: How much of a report is looked at: so many blocks, evenly taken, so many characters of each.
_BLOCKS, _CHARACTERS = 60, 300
#: A block with fewer small words, or fewer letters of a script of its own, is not judged.
_LEAST_WORDS, _LEAST_LETTERS = 3, 10
#: One small word over and over is a list, or code.
_LEAST_DIFFERENT = 2
#: A second language is mentioned from this share of the blocks on.
_SECOND_SHARE = 1 / 3
#: So many times the small words of English must another language have: many have ``a``, ``in`` and ``on`` too.
_MARGIN = 1.5
#: A text in which no language's small words make up this share of all words is of none of them.
_LEAST_SHARE = 0.08

_WORD = re.compile(r"[^\W\d_]+")


@cache
def _names() -> Mapping[str, str]:
    return {row["code"]: row["name"] for row in read_table("stop_words.csv", PACKAGE)} | dict(_BY_SCRIPT.values())


@cache
def _languages_of_word() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in read_table("stop_words.csv", PACKAGE):
        for word in set(row["words"].split()):
            found[word] = (*found.get(word, ()), row["code"])
    return found


def find_language(texts: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Return the language of a report, and what a reader must know of it.

    Args:
        texts: Its blocks.

    Returns:
        The ISO 639-1 code, empty if there is too little text to say, and remarks on text that is not English.
    """
    step = max(1, len(texts) // _BLOCKS)
    sizes: Counter[str] = Counter()
    for text in texts[::step]:
        sizes[_language_of(text[:_CHARACTERS])] += len(text)
    whole = _language_of(" ".join(text[:_CHARACTERS] for text in texts[::step]))
    del sizes[""]
    if not sizes and not whole:
        return "", ()
    language = sizes.most_common(1)[0][0] if sizes else whole
    return language, _remarks(language, sizes)


def _remarks(language: str, sizes: Counter[str]) -> tuple[str, ...]:
    if language != "en":
        name = _names().get(language, language)
        return (f"This report seems to be in {name}; claims are read in English only; names are still found.",)
    other = sum(size for code, size in sizes.items() if code != "en")
    if other <= _SECOND_SHARE * sizes.total():
        return ()
    name = _names()[next(code for code, _ in sizes.most_common() if code != "en")]
    return (f"Much of this report seems to be in {name}; claims are read in English only; names are still found.",)


def _language_of(text: str) -> str:
    """Return the language of a stretch of text, or an empty text if it is too short to say."""
    words = _WORD.findall(text.casefold())
    votes = _count_votes(words)
    best = max(votes, key=votes.__getitem__, default="")
    different = sum(best in _languages_of_word().get(word, ()) for word in set(words))
    if different >= _LEAST_DIFFERENT and votes[best] >= max(_LEAST_WORDS, _LEAST_SHARE * len(words)):
        return best if votes[best] >= _MARGIN * votes["en"] else "en"
    return _language_of_script(words)


def _count_votes(words: Iterable[str]) -> Counter[str]:
    languages = _languages_of_word()
    return Counter(code for word in words for code in languages.get(word, ()))


def _language_of_script(words: Iterable[str]) -> str:
    scripts = Counter(unicodedata.name(letter, "").partition(" ")[0] for word in words for letter in word)
    kana = sum(scripts[script] for script in _KANA)
    if kana > _LEAST_KANA * scripts.total():
        return "ja"
    script, count = scripts.most_common(1)[0] if scripts else ("", 0)
    return _BY_SCRIPT.get(script, ("", ""))[0] if count >= _LEAST_LETTERS else ""
