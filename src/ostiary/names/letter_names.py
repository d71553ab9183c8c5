"""Latin letters that Arabic and Persian spell by their names: جي ام سي is GMC, or JMC."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from typing import NamedTuple

from ostiary.names.meanings import plain_native
from ostiary.names.tables import table_rows

#: One such word is a word like others (في, in); two beside each other are letters.
_LEAST = 2
_MOST_WAYS = 8


class SpelledLetters(NamedTuple):
    """A row of words that are names of letters.

    Attributes:
        first: Its first word.
        end: Behind its last word.
        ways: The letters that it may stand for, the likeliest first: b and p, g and j have one name.
    """

    first: int
    end: int
    ways: tuple[str, ...]


def find_spelled_letters(natives: Sequence[str]) -> SpelledLetters | None:
    """Return the first row of two names of letters or more.

    Args:
        natives: The words of a name in their own script.
    """
    names = [_letters_by_name().get(plain_native(native), "") if native else "" for native in natives]
    first = 0
    while first < len(names):
        end = first
        while end < len(names) and names[end]:
            end += 1
        if end - first >= _LEAST:
            return SpelledLetters(first, end, tuple(_ways(names[first:end])))
        first = end + 1
    return None


def _ways(letters: Sequence[str]) -> Iterator[str]:
    for at, way in enumerate(product(*letters)):
        if at == _MOST_WAYS:
            return
        yield "".join(way)


@cache
def _letters_by_name() -> Mapping[str, str]:
    rows = table_rows("letter_names.csv")
    return {plain_native(name): row["letters"] for row in rows for name in row["names"].split("|")}
