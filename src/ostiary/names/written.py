"""How running text writes a listed name: given name first, without middle names, second family name or legal form.

Lists write ``MADURO MOROS, Nicolas``; reports write *Nicolás Maduro Moros*, *Nicolás Maduro*, and then *Maduro*.
Which of these a name allows follows from its typed parts, so it is worked out once, when an index is compiled.
"""

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from enum import IntEnum
from functools import cache
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from ostiary.model.parties import Alias
from ostiary.names.romanised import LEAST_CONSONANTS, LINKING, consonants_of_row
from ostiary.names.tables import given_name_groups, group_words, listed_countries, person_word_kinds
from ostiary.names.wording import ARTICLES, fold_name, name_keys, split_row

Array = NDArray[Any]

_FAMILY = ("fatherName", "lastName", "motherName")
_GIVEN = "firstName"
_MIDDLE = ("middleName", "patronymic")
_LEADING_ARTICLES = ("the ", "el ", "la ", "los ", "las ")
_ENDINGS = (" co", " company")
_LINKS = ("de la ", "de los ", "de ", "del ", "of the ", "of ", "al-", "al ")
_LEAST_LETTERS = 3
#: Lebanese Hezbollah is called Hezbollah; a shorter word says nothing without whose it is.
_LEAST_APART = 5
_LONGEST_INITIALS = 3
_TELLING_WORDS = 2
_MOST_WORDS = 4


class WrittenForm(IntEnum):
    """How a written form of a name differs from the listed one.

    ``KINDLESS`` is a group's name without the word that says what kind of group it is: *Nusrah* of *Nusrah Front*.
    """

    LISTED = 0
    GIVEN_FIRST = 1
    PARTIAL = 2
    FAMILY = 3
    KINDLESS = 4


class Texts(Protocol):
    """A sequence of texts that are decoded when asked for."""

    def __getitem__(self, number: int) -> str:
        """Return one text."""

    def __len__(self) -> int:
        """Return how many there are."""


class WrittenNames(NamedTuple):
    """All written forms of all listed names, in the order of their numbers.

    Attributes:
        keys: int64[F], the number of each distinct form (:func:`~ostiary.names.wording.name_keys`), ascending.
        starts: int64[F + 1], where the names of each form start in the two arrays that follow.
        names: int32[M], numbers of the listed names that a form may stand for.
        kinds: int8[M], :class:`WrittenForm` of that form for that name.
        spelled_keys: int64[S], the number of the consonants of each form that may be romanised otherwise,
            ascending (:func:`~ostiary.names.romanised.consonants_of`).
        spelled_forms: int32[S], those forms.
        word_keys: int64[W], the number of each word of a listed name, ascending.
        word_bearers: int32[W], how many parties have that word in a name.
        forms: The folded words of each form, in which a number found is checked.
        most_words: The most words of a form.
    """

    keys: Array
    starts: Array
    names: Array
    kinds: Array
    spelled_keys: Array
    spelled_forms: Array
    word_keys: Array
    word_bearers: Array
    forms: Texts
    most_words: int


def written_forms(alias: Alias, *, person: bool, organisation: bool) -> dict[str, WrittenForm]:
    """Return the folded forms in which texts write a name, each with how it differs from the listed one.

    A name that the list calls weak is varied only in the word of its kind (*Houthi group*): it says too little.

    Args:
        alias: The listed name.
        person: Whether a person bears it.
        organisation: Whether an organisation bears it.
    """
    listed = fold_name(alias.name)
    forms = {listed: WrittenForm.LISTED} if listed else {}
    varied = _person_forms(alias) if person else _organisation_forms(listed) if organisation else ()
    for form, kind in varied:
        if len(form) >= _LEAST_LETTERS and (kind == WrittenForm.GIVEN_FIRST or alias.quality == "strong"):
            forms.setdefault(form, kind)
    if organisation and alias.quality == "strong" and (head := _before_initials(alias.name)):
        forms.setdefault(head, WrittenForm.PARTIAL)
    for form, kind in _group_forms(listed) if organisation else ():
        forms.setdefault(form, kind)
    return forms


def _before_initials(name: str) -> str:
    """A folded name without a legal form in initials behind a comma (*X, S.P.R. de R.I.*); else empty."""
    head, comma, tail = name.rpartition(",")
    words = fold_name(tail).replace("-", " ").split()
    initials = "." in tail and all(len(word) <= _LONGEST_INITIALS for word in words)
    return fold_name(head) if comma and initials else ""


@cache
def _nationalities() -> frozenset[str]:
    return frozenset(fold_name(form) for _, form, kind in listed_countries() if kind == "adjectives")


@cache
def _owners() -> frozenset[str]:
    """Countries as they stand before what is theirs: ``irans`` of *Iran's Revolutionary Guard*."""
    return frozenset(f"{fold_name(form)}s" for _, form, kind in listed_countries() if kind == "names")


def _organisation_forms(listed: str) -> Iterator[tuple[str, WrittenForm]]:
    from rigour.names.org_types import remove_org_types  # noqa: PLC0415 - asked only when compiling; see rigour_parts

    bare = remove_org_types(listed).strip(" -")
    for ending in _ENDINGS:
        bare = bare.removesuffix(ending)
    if bare != listed and (listed.startswith(bare) or listed.endswith(bare) or listed.rfind(bare) > 0):
        yield bare, WrittenForm.PARTIAL
    nation, _, rest = bare.partition(" ")
    if len(rest) > _LEAST_APART and (nation in _owners() or (" " not in rest and nation in _nationalities())):
        yield rest, WrittenForm.PARTIAL
    for article in _LEADING_ARTICLES:
        if bare.startswith(article) and " " in (rest := bare.removeprefix(article)):
            yield rest, WrittenForm.PARTIAL


def _group_forms(listed: str) -> Iterator[tuple[str, WrittenForm]]:
    """A group's name without the word for its kind, and with that word in English at the end.

    *Houthi group* is *Houthi* and *the Houthis*, *Jabhat al-Nusrah* is *Nusrah Front*.
    """
    bare = _without_start(listed, (*_LEADING_ARTICLES, "al-", "al "))
    start, _, last = bare.rpartition(" ")
    if last in group_words("last"):
        yield from _kindless(start, telling=group_words("last")[last][1])
    first, _, rest = bare.partition(" ")
    if first in group_words("first") and rest:
        rest, (english, telling) = _without_start(rest, _LINKS), group_words("first")[first]
        yield f"{rest} {english}", WrittenForm.PARTIAL
        yield from _kindless(rest, telling=telling)


def _kindless(rest: str, *, telling: bool) -> Iterator[tuple[str, WrittenForm]]:
    if telling and len(rest) >= _LEAST_APART:
        yield rest, WrittenForm.KINDLESS
        if not rest.endswith("s") and " " not in rest and "-" not in rest:
            yield f"{rest}s", WrittenForm.KINDLESS


def _without_start(text: str, starts: Sequence[str]) -> str:
    return next((text.removeprefix(start) for start in starts if text.startswith(start)), text)


def _person_forms(alias: Alias) -> Iterator[tuple[str, WrittenForm]]:
    parts = _typed_parts(alias)
    family = [word for kind in _FAMILY for word in parts.get(kind, ())]
    given, middle = parts.get(_GIVEN, []), [word for kind in _MIDDLE for word in parts.get(kind, ())]
    if not family or not given:
        return
    yield " ".join(given + middle + family), WrittenForm.GIVEN_FIRST
    first_given = given[:1] if len(_lead(family)) < len(family) else given
    for short in _shortened(family):
        for names in (given, first_given, given + middle):
            yield " ".join(names + short), WrittenForm.PARTIAL
        yield " ".join(short), WrittenForm.FAMILY


def _typed_parts(alias: Alias) -> dict[str, list[str]]:
    """The folded words of each kind of part; a name without parts is cut at its comma, if it has one."""
    words = fold_name(alias.name).split()
    if not alias.parts and "," not in alias.name and _is_given_first(words):
        return {_GIVEN: words[:1], _MIDDLE[0]: words[1:-1], "lastName": words[-1:]}
    if not alias.parts and alias.name.count(",") == 1:
        family, given = alias.name.split(",")
        return {"lastName": fold_name(family).split(), _GIVEN: fold_name(given).split()}
    parts: dict[str, list[str]] = {}
    for part in alias.parts:
        parts.setdefault(part.kind, []).extend(fold_name(part.value).split())
    return parts


def _is_given_first(words: Sequence[str]) -> bool:
    """Return whether a name without typed parts is a given name and, last, a word that is none."""
    given = given_name_groups()
    return _TELLING_WORDS <= len(words) <= _MOST_WORDS and words[0] in given and words[-1] not in given


def _shortened(family: list[str]) -> Iterator[list[str]]:
    """The whole family name, the first of two, and each of them without an Arabic article."""
    for whole in (family, _lead(family)):
        yield whole
        head, _, rest = whole[0].partition("-")
        if head in ARTICLES and (rest or whole[1:]):
            yield [rest, *whole[1:]] if rest else whole[1:]


def _lead(family: list[str]) -> list[str]:
    """The first of two family names, with the particles before it: ``de la cruz`` of ``de la cruz perez``."""
    kinds = person_word_kinds()
    particles = next((at for at, word in enumerate(family) if kinds.get(word) != "PARTICLE"), len(family) - 1)
    return family[: particles + 1]


def tabulate_written(
    forms: Sequence[Mapping[str, WrittenForm]],
    bearers: Sequence[int],
    respelled: Sequence[bool],
    pack: Callable[[Sequence[str]], Texts],
) -> WrittenNames:
    """Return the written forms of names as columns.

    Args:
        forms: The forms of each name, the listed one first, in the order of the names' numbers.
        bearers: The number of the party that bears each name.
        respelled: Whether each name may be romanised in another way than it is listed.
        pack: Packs the texts of the forms.
    """
    word_keys, word_bearers = _count_bearers(forms, bearers)
    number: dict[str, int] = {}
    name_of, at, kinds = array("i"), array("q"), array("b")
    free: set[int] = set()
    for name, (of_name, may) in enumerate(zip(forms, respelled, strict=True)):
        for form, kind in of_name.items():
            row = number.setdefault(form, len(number))
            name_of.append(name)
            at.append(row)
            kinds.append(kind)
            if may and _is_respelled(form, kind):
                free.add(row)
    rows = list(number)
    keys = name_keys(rows)
    order = np.argsort(keys, kind="stable")
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    places = place[np.frombuffer(at, dtype=np.int64)]
    by_form = np.argsort(places, kind="stable")
    rows = [rows[row] for row in order.tolist()]
    spelled_keys, spelled_forms = _tabulate_consonants(rows, {int(place[row]) for row in free})
    return WrittenNames(
        keys[order],
        np.searchsorted(places[by_form], np.arange(len(rows) + 1)),
        np.frombuffer(name_of, dtype=np.int32)[by_form],
        np.frombuffer(kinds, dtype=np.int8)[by_form],
        spelled_keys,
        spelled_forms,
        word_keys,
        word_bearers,
        pack(rows),
        max((row.count(" ") + row.count("-") + 1 for row in rows), default=0),
    )


def _is_respelled(form: str, kind: WrittenForm) -> bool:
    """Return whether a form may be spelled otherwise: a part of one word sounds like too much else."""
    alone = len([word for word in split_row(form) if word not in LINKING]) < _TELLING_WORDS
    return kind in {WrittenForm.LISTED, WrittenForm.KINDLESS} if alone else kind != WrittenForm.FAMILY


def _tabulate_consonants(rows: Sequence[str], free: AbstractSet[int]) -> tuple[Array, Array]:
    """The numbers of the consonants of some forms, ascending, and which forms they are of."""
    consonants = {at: consonants_of_row(split_row(rows[at])) for at in sorted(free)}
    enough = {at: letters for at, letters in consonants.items() if len(letters) >= LEAST_CONSONANTS}
    keys = name_keys(list(enough.values()))
    order = np.argsort(keys, kind="stable")
    return keys[order], np.array(list(enough), dtype=np.int32)[order]


def _count_bearers(forms: Sequence[Mapping[str, WrittenForm]], bearers: Sequence[int]) -> tuple[Array, Array]:
    """The number of each word in the listed forms, ascending, and how many parties have it in a name."""
    number: dict[str, int] = {}
    parties = max(bearers, default=0) + 1
    pairs = array("q")
    for of_name, bearer in zip(forms, bearers, strict=True):
        listed = next(iter(of_name), "")
        pairs.extend(
            number.setdefault(word, len(number)) * parties + bearer for word in listed.replace("-", " ").split()
        )
    counts = np.bincount(np.unique(np.array(pairs, dtype=np.int64)) // parties, minlength=len(number))
    keys = name_keys(list(number))
    order = np.argsort(keys, kind="stable")
    return keys[order], counts[order].astype(np.int32)
