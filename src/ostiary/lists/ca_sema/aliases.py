"""Aliases of the Canadian list: several names joined in one field by whatever separator came to hand.

A field is parted only where what stands on both sides is a name of its own: ``JSC`` or ``Department of Works`` is
none, and would be an alias that thousands bear. What is not certain stays whole.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Final

from ostiary.lists.nodes import join_words
from ostiary.lists.spellings import find_script, split_names, split_spellings

#: Names of languages before a name in their script (``Belarusian: ...``).
_LABEL: Final = re.compile(r"[,(]?\s*\b[A-Z][a-z]{3,11}\s?:\s*")
_COMMA: Final = re.compile(r",\s*")
_OTHERWISE: Final = re.compile(r"\s*/\s*|\s+or\s+")
_OR: Final = re.compile(r"\s+or\s+")
_AND: Final = re.compile(r"\s+and\s+")
_QUOTED: Final = re.compile(r"[\"“”„«»(]")
_LEAST_WORDS: Final = 2
#: From so many pieces on a field is a row of names although some of them are single words.
_ROW: Final = 3


def part_aliases(field: str, *, person: bool) -> list[str]:
    """Return the names in a field, each once, in their order.

    Args:
        field: As published.
        person: Whether persons bear them; names of organisations have commas of their own.
    """
    pieces = [join_words(piece) for name in split_names(field) for piece in _part_labels(name)]
    for part in (_part_otherwise, _part_commas, _part_scripts):
        pieces = [name for piece in pieces for name in part(piece, person=person)]
    found = [name for piece in pieces for name in split_spellings(piece)]
    return list(dict.fromkeys(filter(None, map(_trim, found))))


def is_weak(alias: str) -> bool:
    """Whether a person's alias is a single word or a row of single words (``Andrei``, ``Alexei, Aleksei``).

    The list calls no alias weak, but such ones are other spellings of the given name alone, or nicknames.
    """
    return all(len(piece.split()) < _LEAST_WORDS for piece in _COMMA.split(alias))


def part_name(name: str) -> list[str]:
    """Return the two names, English and French, that a slash parts; nothing if the name is one."""
    halves = [half.strip() for half in name.split("/")]
    return halves if len(halves) == _LEAST_WORDS and _are_names(halves) else []


def _part_labels(text: str) -> Iterator[str]:
    found = list(_LABEL.finditer(text))
    ends = [match.end() for match in found if _is_foreign(text[match.end() :])]
    starts = [match.start() for match in found if match.end() in ends]
    edges = zip([0, *ends], [*starts, len(text)], strict=True)
    return (text[start:end] for start, end in edges if text[start:end].strip())


def _is_foreign(text: str) -> bool:
    """Whether the first word of a text is not wholly in Latin script; some have a Latin letter by mistake."""
    return find_script(next(iter(text.split(maxsplit=1)), "")) in {"other", "mixed"}


def _part_commas(text: str, *, person: bool) -> list[str]:
    pieces = _COMMA.split(text)
    scripts = [find_script(piece) for piece in pieces]
    if len(pieces) == 1 or all(one != other for one, other in pairwise(scripts)):
        return pieces
    if person:
        named = sum(len(piece.split()) >= _LEAST_WORDS for piece in pieces)
        row = len(pieces) >= _ROW and named * 2 >= len(pieces)
        return pieces if row or _are_names(pieces) else [text]
    return [text] if _QUOTED.search(text) else list(_join_commas(pieces))


def _join_commas(pieces: list[str]) -> Iterator[str]:
    """Yield the names of organisations, those put together again that have a comma within."""
    name = pieces[0]
    for piece in pieces[1:]:
        if _is_legal_form(piece) or _is_legal_form(name) or piece[:1].islower():
            name = f"{name}, {piece}"
        else:
            yield name
            name = piece
    yield name


def _is_legal_form(text: str) -> bool:
    return text.strip(" .").casefold() in _load_legal_forms()


@cache
def _load_legal_forms() -> frozenset[str]:
    """Return the legal forms that stand behind a comma and are no names, folded."""
    text = files("ostiary.lists.ca_sema").joinpath("legal_forms.csv").read_text(encoding="utf-8")
    return frozenset(text.split()[1:])


def _part_otherwise(text: str, *, person: bool) -> list[str]:
    pieces = _OTHERWISE.split(text)
    pieces = pieces if _are_names(pieces) else [text]
    if not person:
        return [name for piece in pieces for name in _OR.split(piece)]
    parted = ((piece, _AND.split(piece)) for piece in pieces)
    return [name for piece, names in parted for name in (names if _are_names(names) else [piece])]


def _part_scripts(text: str, *, person: bool) -> list[str]:
    """Part a person's name in one script from the same in another that follows it without a sign."""
    words = text.split()
    scripts = [find_script(word) for word in words]
    changes = [at for at in range(1, len(words)) if scripts[at] != scripts[at - 1]]
    if not person or "(" in text or len(changes) != 1 or not {"Latin", "other"}.issuperset(scripts):
        return [text]
    halves = [" ".join(words[: changes[0]]), " ".join(words[changes[0] :])]
    return halves if _are_names(halves) else [text]


def _are_names(pieces: Iterable[str]) -> bool:
    """Whether each piece has at least two words."""
    return all(len(piece.split()) >= _LEAST_WORDS for piece in pieces)


def _trim(name: str) -> str:
    return name.strip(" ,;:")
