"""A name in other letters, or in the same letters by another romanisation."""

from collections.abc import Callable, Iterator
from functools import cache
from random import Random

from ostiary.names.analysis import NameClass
from ostiary.names.scripts import name_script
from ostiary.validation.tables import read_column, read_pairs, read_table
from ostiary.validation.variations.variation import ALL, PEOPLE, Alter, Variation
from ostiary.validation.variations.words import LETTERS, is_latin, match_case, split_words

#: A family name of one syllable and a given name of two.
_MOST_CHINESE = 3
#: Letters of the longest syllable in Pinyin: zhuang.
_LONGEST = 6
#: A family name and the two syllables of a given name.
_KOREAN = 3


def _is_written_in(name: str, script: str) -> bool:
    letters = [letter for letter in name if letter.isalpha()]
    return bool(letters) and all(name_script(letter) == script for letter in letters)


def romanise_cyrillic(system: str) -> Alter:
    """Return what writes a Cyrillic name in Latin letters.

    Args:
        system: A column of ``cyrillic.csv``.
    """

    def alter(name: str, _dice: Random) -> str | None:
        table = dict(read_pairs("cyrillic.csv", "letter", system))
        if not _is_written_in(name, "Cyrillic") or any(
            letter.isalpha() and letter.lower() not in table for letter in name
        ):
            return None
        return LETTERS.sub(lambda word: _spell(word[0], [table[letter] for letter in word[0].lower()]), name)

    return alter


def _spell(word: str, pieces: list[str]) -> str:
    text = "".join(pieces)
    return match_case(text.capitalize() if word[:1].isupper() else text, word if len(word) > 1 else "")


def write_in_cyrillic(name: str, _dice: Random) -> str | None:
    """Return a Latin name in Cyrillic letters, as Russian transcribes it."""
    if not is_latin(name) or not name.isascii():
        return None
    pairs = read_pairs("into_cyrillic.csv", "latin", "cyrillic")

    def transcribe(word: str) -> str:
        pieces, at = [], 0
        while at < len(word):
            old, put = next(pair for pair in pairs if word.startswith(pair[0], at))
            pieces.append(put)
            at += len(old)
        return "".join(pieces).capitalize()

    return LETTERS.sub(lambda word: transcribe(word[0].lower()), name)


def respell_arabic(name: str, dice: Random) -> str | None:
    """Return a name with one Arabic or Persian word of it romanised otherwise."""
    words = split_words(name)
    if not is_latin(name) or not any(_is_arabic(word) for word in words):
        return None
    for place in dice.sample(range(len(words)), len(words)):
        respelt = list(dict.fromkeys(_respellings(words[place])))
        if respelt:
            return " ".join([*words[:place], dice.choice(respelt), *words[place + 1 :]])
    return None


def _is_arabic(word: str) -> bool:
    small = word.strip(",.").casefold()
    return small.startswith(("al-", "el-", "abd")) or small in dict(
        read_pairs("arabic.csv", "one", "other", "whole")
    )


def _respellings(word: str) -> Iterator[str]:
    small = word.casefold()
    for row in read_table("arabic.csv"):
        one, other = row["one"], row["other"]
        fits = {"whole": small == one, "start": small.startswith(one), "part": one in small[1:]}[row["kind"]]
        if fits:
            first = 1 if row["kind"] == "part" else 0
            text = small[:first] + small[first:].replace(one, other, 1)
            yield match_case("-".join(part.capitalize() for part in text.split("-")), word)


@cache
def _wade_syllables() -> dict[str, str]:
    starts = (("", ""), *read_pairs("chinese.csv", "pinyin", "wade", "start"))
    ends = read_pairs("chinese.csv", "pinyin", "wade", "end")
    return {start + end: wade + rest for start, wade in starts for end, rest in ends}


def respell_chinese(name: str, _dice: Random) -> str | None:
    """Return a name in Pinyin, two or three syllables, in Wade-Giles."""
    words = split_words(name)
    cut = [list(_syllables(word.lower())) for word in words]
    families = read_column("chinese_families.csv", "family")
    if words[:1] and words[0].lower() not in families:
        return None
    if len(words) == 1 or not all(cut) or sum(map(len, cut)) > _MOST_CHINESE:
        return None
    wade = ["-".join(_wade_syllables()[syllable] for syllable in syllables) for syllables in cut]
    return " ".join(match_case(text.capitalize(), word) for text, word in zip(wade, words, strict=True))


def _syllables(word: str) -> Iterator[str]:
    """The syllables of a word in Pinyin, longest first; none if it is not made of them."""
    found: list[str] = []
    at = 0
    while at < len(word):
        sizes = range(min(_LONGEST, len(word) - at), 0, -1)
        longest = next((size for size in sizes if word[at : at + size] in _wade_syllables()), 0)
        if not longest:
            return
        found.append(word[at : at + longest])
        at += longest
    yield from found


def respell_korean(name: str, dice: Random) -> str | None:
    """Return a Korean name, all of whose words are known syllables, with one of them spelt otherwise."""
    words = split_words(name)
    known: dict[str, list[str]] = {}
    for one, other in read_pairs("korean.csv", "one", "other"):
        known.setdefault(one.casefold(), []).append(other)
        known.setdefault(other.casefold(), []).append(one)
    if len(words) != _KOREAN or any(word.casefold() not in known for word in words):
        return None
    place = dice.randrange(len(words))
    put = match_case(dice.choice(known[words[place].casefold()]), words[place])
    return " ".join([*words[:place], put, *words[place + 1 :]])


def _cyrillic(system: str, name: str, writers: str, bearers: tuple[NameClass, ...] = PEOPLE) -> Variation:
    meaning = f"A name listed in Cyrillic is written in Latin letters as {writers} do."
    return Variation(f"Cyrillic, {name}", "romanisation", meaning, romanise_cyrillic(system), bearers)


def _vary(name: str, meaning: str, alter: Callable[[str, Random], str | None]) -> Variation:
    return Variation(name, "romanisation", meaning, alter, PEOPLE)


VARIATIONS = (
    _cyrillic("passport", "passport romanisation", "passports (ICAO 9303)", ALL),
    _cyrillic("english", "English romanisation", "English newspapers", ALL),
    _cyrillic("scholarly", "scholarly romanisation", "libraries, without their accents,"),
    _cyrillic("german", "German romanisation", "German newspapers"),
    _cyrillic("french", "French romanisation", "French newspapers"),
    _vary("into Cyrillic", "A name listed in Latin letters is written in Cyrillic.", write_in_cyrillic),
    _vary("Arabic romanised otherwise", "One Arabic or Persian word is spelt as others do.", respell_arabic),
    _vary("Chinese romanised otherwise", "A name in Pinyin is written in Wade-Giles.", respell_chinese),
    _vary("Korean romanised otherwise", "One syllable of a Korean name is spelt as others do.", respell_korean),
)
