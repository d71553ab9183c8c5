"""The listed names as reading needs them, handed in from whatever index holds them."""

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any, Protocol, Self

import numpy as np
from numpy.typing import NDArray

from ostiary.documents.parties.lexicon import nation_of
from ostiary.model.periods import Period
from ostiary.names.wording import ARTICLES, fold_name, name_keys, split_row
from ostiary.names.written import Texts, WrittenForm, WrittenNames

Array = NDArray[Any]

#: Schemas of what is a thing and acts for nobody.
_CRAFT = frozenset({"Vessel", "Airplane", "Vehicle"})
_NONE_KNOWN = 0
_REMEMBERED = 4096


class ListedNames(Protocol):
    """What an index holds of listed names."""

    @property
    def written(self) -> WrittenNames:
        """Their written forms."""

    @property
    def name_party(self) -> Array:
        """int32[N], the number of the party of each name."""

    @property
    def name_weak(self) -> Array:
        """bool[N], whether the list calls the name weak."""

    @property
    def name_texts(self) -> Texts:
        """The names as listed."""


class Bearer(Protocol):
    """What an index knows of a party, enough to tell it from a namesake."""

    @property
    def id(self) -> str:
        """Its id (``us_ofac:22790``)."""

    @property
    def caption(self) -> str:
        """Its primary name, as listed."""

    @property
    def schema(self) -> str:
        """Its FollowTheMoney schema."""

    @property
    def programs(self) -> tuple[str, ...]:
        """The tags of its programs."""

    @property
    def births(self) -> tuple[Period, ...]:
        """Its listed birth dates."""

    @property
    def countries(self) -> tuple[str, ...]:
        """ISO 3166 codes of the countries that the list gives it."""

    @property
    def positions(self) -> tuple[str, ...]:
        """Its offices as listed."""

    @property
    def gender(self) -> str:
        """``Male``, ``Female`` or empty."""

    @property
    def delisted_in(self) -> str:
        """The version in which it was gone from its list; empty if it stands there."""

    @property
    def identifiers(self) -> tuple[tuple[str, str], ...]:
        """What its numbers are and the numbers, as published: (``imoNumber``, ``9123456``)."""


@dataclass(frozen=True, slots=True)
class PartyNames:
    """The listed names of all parties, and what is known of those who bear them.

    Attributes:
        listed: The names.
        bearer: Returns what is known of a party by its number.
        party_of: Returns the number of the party that a listed name is of, by the name's number.
        names_of_form: Returns the numbers of the listed names that a form may stand for, each with how it differs.
        words_of: Returns the folded words of all names of a party.
        words_of_form: Returns the folded words of a form.
        countries_of: Returns the codes of the countries that the list gives a party, or else that its names name.
    """

    listed: ListedNames
    bearer: Callable[[int], Bearer]
    party_of: Callable[[int], int]
    names_of_form: Callable[[int], Sequence[tuple[int, WrittenForm]]]
    words_of: Callable[[int], AbstractSet[str]]
    words_of_form: Callable[[int], Sequence[str]]
    countries_of: Callable[[int], frozenset[str]]

    @classmethod
    def over(
        cls,
        listed: ListedNames,
        bearer: Callable[[int], Bearer],
        listings_of: Callable[[int], Sequence[int]] = lambda number: (number,),
    ) -> Self:
        """Return the names over an index, remembering what was asked for last.

        Args:
            listed: The names.
            bearer: Returns what is known of a party by its number.
            listings_of: Returns the numbers of all listings of the party that a listing is of; the first one
                stands for the party.
        """
        remember = lru_cache(maxsize=_REMEMBERED)
        known, words = remember(bearer), remember(lambda party: _words_of(listed, listings_of(party)))
        return cls(
            listed,
            known,
            lambda name: listings_of(int(listed.name_party[name]))[0],
            remember(partial(_names_of_form, listed.written)),
            words,
            remember(lambda form: split_row(listed.written.forms[form])),
            remember(lambda party: _countries_of(known(party), words, party)),
        )

    def has_words(self, party: int, words: Sequence[str]) -> bool:
        """Return whether a party has folded words in its listed names, articles aside: a nickname is known."""
        telling = set(words) - ARTICLES
        return bool(telling) and telling <= self.words_of(party)

    def find_forms(self, keys: Array) -> tuple[Array, Array]:
        """Return which of the keys a written form has, and the first such form of each: int64[H], int64[H]."""
        known = self.listed.written.keys
        if not len(known):
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
        at = np.minimum(np.searchsorted(known, keys), len(known) - 1)
        found = np.flatnonzero(known[at] == keys)
        return found, at[found]

    def find_spelled(self, keys: Array) -> Iterator[tuple[int, int]]:
        """Yield which of the keys of consonants a written form has, and each form that has it."""
        known = self.listed.written.spelled_keys
        if not len(known):
            return
        first = np.minimum(np.searchsorted(known, keys), len(known) - 1)
        for hit in np.flatnonzero(known[first] == keys).tolist():
            at = int(first[hit])
            while at < len(known) and known[at] == keys[hit]:
                yield hit, int(self.listed.written.spelled_forms[at])
                at += 1

    def forms_from(self, form: int) -> Sequence[int]:
        """Return the written forms from one on that have its key; nearly always it alone."""
        keys = self.listed.written.keys
        after = form + 1
        while after < len(keys) and keys[after] == keys[form]:
            after += 1
        return range(form, after)

    def count_bearers(self, words: Sequence[str]) -> list[int]:
        """Return, for each folded word, how many parties have it in a listed name."""
        written = self.listed.written
        if not len(written.word_keys):
            return [_NONE_KNOWN] * len(words)
        keys = name_keys(words)
        at = np.minimum(np.searchsorted(written.word_keys, keys), len(written.word_keys) - 1)
        counts = np.where(written.word_keys[at] == keys, written.word_bearers[at], _NONE_KNOWN)
        return [int(count) for count in counts]


def _names_of_form(written: WrittenNames, form: int) -> tuple[tuple[int, WrittenForm], ...]:
    start, stop = written.starts[form : form + 2].tolist()
    pairs = zip(written.names[start:stop].tolist(), written.kinds[start:stop].tolist(), strict=True)
    return tuple((name, WrittenForm(kind)) for name, kind in pairs)


def _words_of(listed: ListedNames, listings: Sequence[int]) -> frozenset[str]:
    own = np.flatnonzero(np.isin(np.asarray(listed.name_party), listings)).tolist()
    return frozenset(word for name in own for word in split_row(fold_name(listed.name_texts[name])))


def _countries_of(bearer: Bearer, words_of: Callable[[int], AbstractSet[str]], party: int) -> frozenset[str]:
    """The countries of a party; *Lebanese Hizballah* says its own where the list gives an organisation none."""
    if bearer.countries or is_person(bearer) or is_craft(bearer):
        return frozenset(bearer.countries)
    named = (nation_of(word) for word in words_of(party))
    return frozenset(code for code in named if code)


def is_craft(bearer: Bearer) -> bool:
    """Return whether a party is a vessel, an aircraft or a vehicle."""
    return bearer.schema in _CRAFT


def is_person(bearer: Bearer) -> bool:
    """Return whether a party is a person."""
    return bearer.schema == "Person"
