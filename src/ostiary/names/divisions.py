"""Where does one word end that is written without spaces? In names of signs that are a syllable each."""

import re
from collections.abc import Callable, Iterator

from ostiary.names.han import is_double_surname
from ostiary.names.meanings import cut_by_meaning

#: Cuts a row of signs into words.
Division = Callable[[str], list[str]]

#: A longer row of signs is no family and given name, but a foreign name or that of an organisation.
_LONGEST_PERSON = 5
_DOUBLE = 2
#: Words that begin or end a compound name in Arabic, Persian and Urdu.
_COMPOUND_STARTS = re.compile(r"\b(عبد|عبيد|أبو|ابو|أبا) (?=\w)")
_COMPOUND_ENDS = re.compile(r"(?<=\w) (الله|اله|الدين|الدین|الرحمن|زاده|زادہ|پور|نژاد|آبادی|ابادی|نیا)\b")


def join_compounds(text: str) -> str:
    """Return a name in Arabic letters with the two words of a compound name together, as Latin often writes them.

    عبد الله is Abdullah, رحمت اله Rahmatollah.
    """
    return _COMPOUND_ENDS.sub(r"\1", _COMPOUND_STARTS.sub(r"\1", text))


def divisions(*, person: bool) -> Iterator[Division]:
    """Yield the ways to cut a row of signs into words, beside sign by sign.

    Args:
        person: Whether it may be family name and given name.
    """
    yield _whole if person else cut_by_meaning
    if person:
        yield _after_one
        yield _after_two


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
