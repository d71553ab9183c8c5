"""Where does a word of an organisation end whose name is written without spaces, in Chinese or Korean signs?

The longest word that the tables have is cut out at each place: words that are translated (``meanings.csv``),
places (``places.csv``), and words that are two in other languages (``compounds.csv``: 进出口 is *import* and
*export*).
What lies between is the brand: one word, or sign by sign.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from ostiary.names.han import plain_signs
from ostiary.names.meanings import is_translated
from ostiary.names.tables import table_rows

_LONGEST_ROW = 8
#: Behind the name of a place: city, province, county, district. One that no table has is of two or three signs.
_KINDS_OF_PLACE = frozenset("市省县縣区區")
_PLACE_SIGNS = (2, 3)
#: A longer brand is a foreign name, of which the signs are sounds.
_LONGEST_BRAND = 4


def cut_by_meaning(signs: str) -> list[str]:
    """Cut an organisation's name, written without spaces, into words that are known and what lies between.

    A sign alone is a word only at the end: elsewhere it is more often part of a name.
    """
    return [piece for piece in _cut(signs) if piece]


def cut_to_signs(signs: str) -> list[str]:
    """Cut an organisation's name as :func:`cut_by_meaning` does, a short brand sign by sign."""
    pieces = cut_by_meaning(signs)
    words = [
        [piece] if len(piece) > _LONGEST_BRAND or is_translated(piece) or after in _KINDS_OF_PLACE else list(piece)
        for piece, after in zip(pieces, [*pieces[1:], ""], strict=True)
    ]
    return [word for row in words for word in row]


def _cut(signs: str) -> Iterator[str]:
    at = done = next((size for size in _PLACE_SIGNS if signs[size : size + 1] in _KINDS_OF_PLACE), 0)
    yield signs[:done]
    while at < len(signs):
        known = _known_at(signs, at, after_place=0 < at == done)
        if known:
            yield signs[done:at]
            yield from _compounds().get(known, (known,))
            done = at + len(known)
        at += len(known) or 1
    yield signs[done:]


def _known_at(signs: str, at: int, *, after_place: bool) -> str:
    """Return the longest known word at a place of a row of signs, an empty text if none is known."""
    least = 1 if at == len(signs) - 1 or (after_place and signs[at] in _KINDS_OF_PLACE) else 2
    for end in range(min(at + _LONGEST_ROW, len(signs)), at + least - 1, -1):
        if signs[at:end] in _compounds() or is_translated(signs[at:end]):
            return signs[at:end]
    return ""


@cache
def _compounds() -> Mapping[str, tuple[str, ...]]:
    return {
        plain_signs(row["written"]): tuple(map(plain_signs, row["words"].split("|")))
        for row in table_rows("compounds.csv")
        if "|" in row["words"]
    }
