"""Given names of two Chinese syllables, by their sounds: *Tse-ming* (Wade-Giles) and *Zeming* (Pinyin) are one.

Wade-Giles tells b from p and zh from ch by an apostrophe that nearly all leave out. So sounds that it writes alike
count as one here, and only where the whole name is Chinese: a family name of the table and two syllables.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from ostiary.names.tables import table_rows

_SYLLABLES = 2
_MOST_WORDS = 3


class GivenName(NamedTuple):
    """Where the given name stands in a Chinese name, and the ways in which it sounds.

    Attributes:
        first: Its first word.
        end: Behind its last word.
        sounds: One for each way to divide it, in one spelling for both systems.
        family: Where the family name stands.
        family_sound: What it sounds like.
    """

    first: int
    end: int
    sounds: tuple[str, ...]
    family: int
    family_sound: str


def find_given_names(words: Sequence[str]) -> Iterator[GivenName]:
    """Yield what may be the given name of a person whose name is Chinese, in Latin letters.

    It stands behind the family name, or before it.

    Args:
        words: The folded words of the name.
    """
    if not _SYLLABLES <= len(words) <= _MOST_WORDS:
        return
    last = len(words) - 1
    for family, first, end in ((0, 1, last + 1), (last, 0, last)):
        if _sound(words[family]) in _families():
            sounds = tuple(dict.fromkeys(_sounds_of(tuple(words[first:end]))))
            if sounds:
                yield GivenName(first, end, sounds, family, _sound(words[family]))


def _sounds_of(given: tuple[str, ...]) -> Iterator[str]:
    if len(given) == _SYLLABLES:
        cuts = [given]
    else:
        whole = given[0]
        cuts = [] if _sound(whole) else [(whole[:at], whole[at:]) for at in range(1, len(whole))]
    for cut in cuts:
        sounds = [_sound(syllable) for syllable in cut]
        if all(sounds):
            yield " ".join(sounds)


@lru_cache(maxsize=65536)
def _sound(syllable: str) -> str:
    """The sound of one syllable in either system; empty if it is none."""
    return _sounds().get(syllable, "")


@cache
def _families() -> frozenset[str]:
    rows = (row for row in table_rows("chinese_syllables.csv") if row["kind"] == "family")
    return frozenset(_sound(name) for row in rows for name in row["spellings"].split("|")) - {""}


@cache
def _sounds() -> Mapping[str, str]:
    parts: dict[str, list[tuple[str, str]]] = {"start": [], "end": [], "whole": [], "family": []}
    for row in table_rows("chinese_syllables.csv"):
        parts[row["kind"]] += [(spelling, row["sound"]) for spelling in row["spellings"].split("|")]
    found = {start + end: f"{one}-{other}" for start, one in parts["start"] for end, other in parts["end"]}
    for spelling, sound in parts["whole"]:
        found[spelling] = found.get(sound, sound)
    return found
