"""How may a word in another script be written in Latin letters? As a net of letters, each with what it costs.

A word becomes a net: places between its signs, and ways from one place to a later one, each of which writes some
letters. A Latin word is a form of it if a path from the first place to the last writes it cheaply enough.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from ostiary.names.han import HanSign, han_sign
from ostiary.names.scripts import SYLLABIC, name_script
from ostiary.names.sounds import (
    BEGIN,
    END,
    LITERAL,
    Heard,
    SignTable,
    begun_rows,
    letters_of_sounds,
    literally,
    pinyin_parts,
    sign_tables,
)

#: Longer words have no net: no name is that long in one word, and a net grows with it.
MOST_SIGNS = 32

#: A net of more places has none.
MOST_PLACES = 512

_LONGEST_SOUNDS = 3
#: Scripts whose letters have one Latin form or nearly so.
_FOLDED_WELL = frozenset({"Cyrillic", "Greek", "Georgian", "Armenian"})
#: What a way may cost at most: dearer ones are mistakes, of which a word has few.
_MOST_COST = 7
#: What it may cost where each sign is a syllable with readings of its own: one sound wrong is another sign.
_MOST_OF_SYLLABLE = 4
_SKIPPED_SIGN = 10
_KANA = {"Hiragana": "Kana", "Katakana": "Kana"}
_TO_KATAKANA = {letter: letter + 0x60 for letter in range(0x3041, 0x3097)}
_CHINESE_VOWEL = 8
#: A reading outside the common language is a little less likely.
_OTHER_READING = 1
_BEGINNINGS = ("zh", "ch", "sh", *"bpmfdtnlgkhjqxrzcs")


class Way(NamedTuple):
    """One way through a net: from a place to a later one, writing letters at a cost."""

    start: int
    end: int
    letters: str
    cost: int


@dataclass(frozen=True, slots=True)
class Net:
    """All Latin forms of a word.

    Attributes:
        places: How many there are; the first begins the word, the last ends it.
        ways: Sorted by where they start.
        vowel: What a vowel costs that the script leaves unwritten.
        alone: Whether the letters that the word is folded to say less, so that the net alone counts.
    """

    places: int
    ways: tuple[Way, ...]
    vowel: int
    alone: bool


#: A place of a net while it is built: after how many signs, and which of the places on the way to the next sign.
_Place = tuple[int, int]
_Step = tuple[_Place, _Place, str, int]
#: From a place to a later one, writing letters.
_Written = tuple[_Place, _Place, str]
#: Makes a way of its four fields without going through Python, as a net has hundreds.
_new_way = partial(tuple.__new__, Way)


def nets_of(word: str) -> tuple[Net, ...]:
    """Return the nets of a word in another script, one for each way to read it; none for Latin or unknown ones."""
    if len(word) > MOST_SIGNS:
        return ()
    script = name_script(word)
    if script == "Han":
        return tuple(filter(None, _han_nets([han_sign(sign) for sign in word])))
    signs = sign_tables().get(_KANA.get(script, script))
    if not signs:
        return ()
    text = BEGIN + _plain_signs(word, script) + END
    steps = (step for start in range(len(text)) for step in _steps_from(text, start, signs))
    spelled = _spelled(steps, _MOST_OF_SYLLABLE if script in SYLLABIC else _MOST_COST)
    net = _net(spelled, len(text), signs.vowel, alone=script not in _FOLDED_WELL)
    return (net,) if net else ()


def _plain_signs(word: str, script: str) -> str:
    if script == "Hangul":
        return unicodedata.normalize("NFD", word)
    return word.translate(_TO_KATAKANA) if script == "Hiragana" else word


def _han_nets(signs: Sequence[HanSign]) -> Iterator[Net | None]:
    steps = [step for at, sign in enumerate(signs, 1) for step in _mandarin_steps(sign, at)]
    yield _bounded_net(steps, len(signs))
    for readings in ([sign.elsewhere for sign in signs], [sign.japanese for sign in signs]):
        if all(readings):
            literal = [
                step
                for at, of_sign in enumerate(readings, 1)
                for step in _chain((at, 0), (at + 1, 0), [literally(text) for text in _long_and_short(of_sign)])
            ]
            yield _bounded_net(literal, len(signs), _OTHER_READING)


def _long_and_short(readings: Iterable[str]) -> list[str]:
    """Readings in Latin letters, those with a long vowel also with a short one."""
    return [form for text in readings for form in dict.fromkeys((text, text.replace("ou", "o")))]


def _bounded_net(steps: list[_Step], signs: int, cost: int = 0) -> Net | None:
    begin, end = ((0, 0), (1, 0), BEGIN, cost), ((signs + 1, 0), (signs + 2, 0), END, 0)
    return _net(_spelled([begin, *steps, end], _MOST_OF_SYLLABLE), signs + 2, _CHINESE_VOWEL, alone=True)


def _mandarin_steps(sign: HanSign, at: int) -> Iterator[_Step]:
    """Each syllable over a place of its own, between its beginning and its ending."""
    parts = pinyin_parts()
    start, end = (at, 0), (at + 1, 0)
    for number, syllable in enumerate(sign.mandarin):
        inner = 1 + 64 * number
        beginning = next((text for text in _BEGINNINGS if syllable.startswith(text)), "")
        ending = syllable.removeprefix(beginning)
        if not beginning or ending not in parts:
            yield from _chain(start, end, parts.get(syllable, (literally(syllable),)), inner)
            continue
        middle = (at, inner + 16)
        yield from _chain(start, middle, parts[beginning], inner)
        yield from _chain(middle, end, parts[ending], inner + 17)
        yield from _chain(start, end, parts.get(f"{beginning}-{ending}", ()), inner + 33)


def _chain(start: _Place, end: _Place, heard: Iterable[Heard], inner: int = 1) -> Iterator[_Step]:
    """Steps by one sound each from one place to another; several sounds go over places of their own."""
    for way in heard:
        if len(way.sounds) <= 1:
            yield start, end, way.sounds[0] if way.sounds else "", way.cost
            continue
        stops = [start, *((start[0], inner + step) for step in range(len(way.sounds) - 1)), end]
        inner += len(way.sounds) - 1
        for at, sound in enumerate(way.sounds):
            yield stops[at], stops[at + 1], sound, way.cost if at == 0 else 0


def _steps_from(text: str, start: int, signs: SignTable) -> Iterator[_Step]:
    """Steps over each row of signs that begins at a place in the text."""
    here, inner, known = (start, 0), 1, text[start] in BEGIN + END
    if known:
        yield here, (start + 1, 0), text[start], 0
    for length in range(1, min(signs.longest, len(text) - start) + 1):
        heard = signs.heard.get(text[start : start + length], ())
        yield from _chain(here, (start + length, 0), heard, inner)
        inner += sum(len(way.sounds) for way in heard)
        known = known or bool(heard)
    if not known:
        yield here, (start + 1, 0), "", _SKIPPED_SIGN


def _net(ways: Mapping[_Written, int], signs: int, vowel: int, *, alone: bool) -> Net | None:
    """Return the net of some ways, or None if it has too many places.

    Args:
        ways: What each costs.
        signs: After how many signs the net ends.
        vowel: What a vowel costs that the script leaves unwritten.
        alone: Whether the letters that the word is folded to say less.
    """
    places = sorted({(0, 0), (signs, 0)}.union([way[0] for way in ways], [way[1] for way in ways]))
    if len(places) > MOST_PLACES:
        return None
    numbers = {place: number for number, place in enumerate(places)}
    # By where they start and their first letter; of equal ones the first stays first.
    found = sorted(
        [
            (numbers[start], letters[:1], at, numbers[end], letters, cost)
            for at, ((start, end, letters), cost) in enumerate(ways.items())
        ]
    )
    listed = tuple([_new_way((start, end, letters, cost)) for start, _, _, end, letters, cost in found])
    return Net(len(numbers), listed, vowel, alone)


def _spelled(steps: Iterable[_Step], most: int) -> dict[_Written, int]:
    """Turn sounds, and rows of up to three of them, into letters, each with its cost; dearer ones are left out."""
    following: dict[_Place, list[_Step]] = {}
    for step in steps:
        following.setdefault(step[0], []).append(step)
    ways: dict[_Written, int] = {}
    for steps_here in following.values():
        for start, end, sounds, cost in steps_here:
            if not sounds or sounds[0] == LITERAL:
                _add_way(ways, (start, end, sounds[1:]), cost)
            else:
                _spell(ways, start, [(end, sounds, cost)], following, most)
    return ways


def _spell(
    ways: dict[_Written, int],
    start: _Place,
    row: list[tuple[_Place, str, int]],
    following: Mapping[_Place, list[_Step]],
    most: int,
) -> None:
    """Add the ways from a place that write a sound, or a row of sounds that begins with it."""
    letters, begun = letters_of_sounds(), begun_rows()
    for _ in range(_LONGEST_SOUNDS):
        for stop, heard, paid in row:
            for written, price in letters.get(heard, ()):
                if paid + price <= most:
                    _add_way(ways, (start, stop, written), paid + price)
        row = [
            (after, heard + sound, paid + price)
            for stop, heard, paid in row
            for _, after, sound, price in following.get(stop, ())
            if sound and heard + sound in begun and sound[0] != LITERAL
        ]


def _add_way(ways: dict[_Written, int], way: _Written, cost: int) -> None:
    if ways.setdefault(way, cost) > cost:
        ways[way] = cost
