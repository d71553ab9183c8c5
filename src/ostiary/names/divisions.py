"""Where does one word end that is written without spaces? In names of signs that are a syllable each."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from ostiary.names.han import is_double_surname
from ostiary.names.tables import table_rows
from ostiary.names.unspaced import cut_by_meaning, cut_to_signs

#: Cuts a row of signs into words.
Division = Callable[[str], list[str]]

#: A longer row of signs is no family and given name, but a foreign name or that of an organisation.
_LONGEST_PERSON = 5
_DOUBLE = 2
#: Words that begin or end a compound name in Arabic, Persian and Urdu.
_COMPOUND_STARTS = re.compile(r"\b(عبد|عبيد|أبو|ابو|أبا|بی|امام|آقا) (?=\w)")
_COMPOUND_ENDS = re.compile(
    r"(?<=\w) (الله|اله|الهی|الهي|اللهی|اللهي|الدين|الدین|الدینی|الدينی|الديني|الرحمن|زاده|زادہ|پور|نژاد|"
    r"آبادی|ابادی|نیا|فر|جو|خواه|پناه|دوست|منش|نسب|تبار|پرست|وند|لو|مهر|راد|گر|بخش|پرور|یار|خانی|خاني|بیگی|کرم|چیان)\b"
)
#: Names and titles that are written together with the name after them, and *of the faith* with the name before it.
_STARTS = frozenset(["محمد", "محمّد", "امیر", "أمير", "سید", "سيد", "سیّد", "غلام", "أبو", "ابو", "احمد", "آقا"])
_ENDS = frozenset(["الدين", "الدین"])
_JOINED_STARTS = re.compile(rf"\b({'|'.join(sorted(_STARTS))})(?=\w{{3}})")
_JOINED_SERVANT = re.compile(r"\b(عبد)(?=ال\w{3})")
_JOINED_ENDS = re.compile(rf"(?<=\w{{3}})({'|'.join(sorted(_ENDS))})\b")
#: In a longer name the two given names of a compound are too easily those of somebody else.
_MOST_SPACES = 2
#: The one place whose name is two words in Latin letters as often as one, and one word where it is translated.
_DIVIDED_PLACE = re.compile(r"\b(hong)[ -](kong)\b", re.IGNORECASE)


def part_compounds(text: str) -> str:
    """Return a person's name in Arabic letters with the two parts of a compound apart, as Latin often writes them.

    محمدعلی is Mohammad Ali, عبدالرازق Abd al Raziq.
    """
    parted = _JOINED_ENDS.sub(r" \1", _JOINED_SERVANT.sub(r"\1 ", text))
    return _JOINED_STARTS.sub(r"\1 ", parted) if text.count(" ") <= _MOST_SPACES else parted


def is_half(native: str) -> bool:
    """Return whether a word is half a compound that is read apart: both halves say no more than the whole."""
    return native in _STARTS or native in _ENDS


def join_compounds(text: str, *, person: bool) -> str:
    """Return a name in Arabic letters with the two words of a compound together, as Latin often writes them.

    عبد الله is Abdullah, رحمت اله Rahmatollah; of an organisation سرمایه گذاری is *investment*.

    Args:
        text: The name.
        person: Whether it is that of a person.
    """
    if not person:
        text = _DIVIDED_PLACE.sub(r"\1\2", text)
        text = _divided_words()[0].sub(lambda found: _divided_words()[1][found[0].lower()], text)
    return _COMPOUND_ENDS.sub(r"\1", _COMPOUND_STARTS.sub(r"\1", text))


@cache
def _divided_words() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """The words of ``compounds.csv`` that are written apart and are one, or the reverse, and what they are."""
    joined = {row["written"]: row["words"] for row in table_rows("compounds.csv") if " " in "".join(row.values())}
    longest_first = sorted(joined, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE), joined


def divisions(*, person: bool) -> Iterator[Division]:
    """Yield the ways to cut a row of signs into words, beside sign by sign.

    Args:
        person: Whether it may be family name and given name.
    """
    yield from (_whole, _after_one, _after_two) if person else (cut_by_meaning, cut_to_signs)


def _whole(signs: str) -> list[str]:
    return [signs]


def _after_one(signs: str) -> list[str]:
    """A Chinese or Korean name: the family name is one sign, or one of the known of two."""
    at = _DOUBLE if is_double_surname(signs[:_DOUBLE]) else 1
    return _cut(signs, at)


def _after_two(signs: str) -> list[str]:
    """A Japanese name: most family names are of two signs."""
    return _cut(signs, _DOUBLE)


def _cut(signs: str, at: int) -> list[str]:
    return [signs[:at], signs[at:]] if at < len(signs) <= _LONGEST_PERSON else [signs]
