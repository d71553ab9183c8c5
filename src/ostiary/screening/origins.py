"""Where from? Countries, nationality, place of birth, a ship's flag: each supports, contradicts, or is silent."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from ostiary.index import IndexedParty
from ostiary.model.hits import Part
from ostiary.model.queries import Query
from ostiary.names.identifiers import account_country
from ostiary.names.places import are_places_alike, is_telling_place, split_place

Points = Mapping[str, int]
#: A country is written with three letters at least; with two only alone, as a code in capitals.
_CODE_LETTERS = 2


class Atlas(Protocol):
    """What knows countries."""

    def country_code(self, text: str) -> str:
        """Return the code of a country, or an empty text."""

    def country_kin(self, code: str) -> frozenset[str]:
        """Return the codes under which a country may stand beside its own."""


@dataclass(frozen=True, slots=True)
class BirthPlace:
    """What texts say of a place of birth.

    Attributes:
        parts: Of all texts, as written, those that tell something.
        towns: Those of them that are no countries.
        countries: Codes of those that are.
    """

    parts: tuple[str, ...]
    towns: tuple[str, ...]
    countries: tuple[str, ...]


@dataclass(frozen=True)
class Origins:
    """Where the bearer of a query's name comes from.

    Attributes:
        query: The query.
        atlas: What knows countries.
    """

    query: Query
    atlas: Atlas

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """Codes of its countries, of which it is not said what they are to it."""
        return self._codes(self.query.countries)

    @cached_property
    def nationalities(self) -> tuple[str, ...]:
        """Codes of the countries of which it is a national."""
        return self._codes(self.query.nationalities)

    @cached_property
    def flags(self) -> tuple[str, ...]:
        """Codes of the flags that it flies."""
        return self._codes(self.query.flags)

    @cached_property
    def accounts(self) -> tuple[str, ...]:
        """Codes of the countries where it has its accounts."""
        return self._codes(filter(None, map(account_country, self.query.identifiers)))

    @cached_property
    def birth_place(self) -> BirthPlace:
        """Where it was born."""
        return read_birth_place(self.query.birth_places, self.atlas)

    def _codes(self, texts: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(code for text in texts if (code := self.atlas.country_code(text))))

    def parts(self, party: IndexedParty, points: Points) -> Iterator[Part]:
        """Yield what is said by where a party is from."""
        found = (*self._belonging(party, points), self._birth(party, points), self._flag(party, points))
        yield from filter(None, found)

    def _belonging(self, party: IndexedParty, points: Points) -> Iterator[Part | None]:
        """Nationality against nationality where both are known; else all countries are one heap."""
        if self.nationalities and party.nationalities:
            yield self._compare(
                "nationality", "nationality shared", self.nationalities, party.nationalities, points
            )
            yield self._compare("country", "residence shared", self.countries, party.countries, points)
        else:
            ours = tuple(dict.fromkeys(self.countries + self.nationalities))
            yield self._compare("country", "country shared", ours, party.countries, points)
        shared = self._compare("account", "account country shared", self.accounts, party.countries, points)
        yield shared if shared and shared.points > 0 else None

    def _compare(
        self, what: str, label: str, ours: Sequence[str], theirs: Sequence[str], points: Points
    ) -> Part | None:
        if not ours or not theirs:
            return None
        left, right = _write_codes(ours), _write_codes(theirs)
        shared = sorted(_share(ours, theirs, self.atlas))
        if shared:
            return Part(what, left, right, points[label], f"{label}: {_write_codes(shared)}")
        label = f"no {label}"
        return Part(what, left, right, points.get(label, 0), f"{label}: {left} and {right}")

    def _flag(self, party: IndexedParty, points: Points) -> Part | None:
        theirs = party.flags + party.former_flags
        if not self.flags or not theirs:
            return None
        now = _share(self.flags, party.flags, self.atlas)
        before = _share(self.flags, party.former_flags, self.atlas)
        label = "flag equal" if now else "flag of former days" if before else "flag differs"
        left, right = _write_codes(self.flags), _write_codes(theirs)
        return Part("flag", left, right, points[label], f"{label}: {' and '.join(dict.fromkeys((left, right)))}")

    def _birth(self, party: IndexedParty, points: Points) -> Part | None:
        if not self.birth_place.parts or not party.birth_places:
            return None
        label = compare_birth_places(
            self.birth_place, read_birth_place(party.birth_places, self.atlas), self.atlas
        )
        if not label:
            return None
        ours, theirs = "; ".join(self.query.birth_places), "; ".join(party.birth_places)
        return Part("birth place", ours, theirs, points[label], f"{label}: {ours} and {theirs}")


def read_birth_place(texts: Iterable[str], atlas: Atlas) -> BirthPlace:
    """Return what texts say of a place of birth, all together: lists write parts of it and alternatives."""
    codes = {part: _read_country(part, text, atlas) for text in texts for part in split_place(text)}
    parts = tuple(part for part, code in codes.items() if code or is_telling_place(part))
    towns = tuple(part for part in parts if not codes[part])
    return BirthPlace(parts, towns, tuple(dict.fromkeys(filter(None, codes.values()))))


def read_countries(text: str, atlas: Atlas) -> tuple[str, ...]:
    """Return the codes of the countries that a text names, as a whole or in its parts."""
    return tuple(atlas.country_code(one) for one in (text, *split_place(text)))


def _read_country(part: str, text: str, atlas: Atlas) -> str:
    """The country that a part of a text is. CA behind a town is a state of the US as often as a country."""
    return atlas.country_code(part) if len(part) > _CODE_LETTERS or part == text.upper() else ""


def compare_birth_places(ours: BirthPlace, theirs: BirthPlace, atlas: Atlas) -> str:
    """Return what two places of birth say, by the label of the evidence; empty if nothing.

    A village, its district and its province are all published as *the* place, so a place beside another of one
    country says little.
    """
    if _any_alike(ours.towns, theirs.towns):
        return "birth place equal"
    both_towns, both_countries = ours.towns and theirs.towns, ours.countries and theirs.countries
    if both_countries and not _share(ours.countries, theirs.countries, atlas):
        return "birth country differs"
    if both_countries:
        return "birth place in one country" if both_towns else "birth country shared"
    # A country in a language that the table lacks (Irak) is spelt like it.
    if _any_alike(ours.towns, theirs.parts) or _any_alike(ours.parts, theirs.towns):
        return "birth country shared"
    return "birth place differs" if both_towns else ""


def _any_alike(ours: Iterable[str], theirs: Sequence[str]) -> bool:
    return any(are_places_alike(one, other) for one in ours for other in theirs)


def _write_codes(codes: Sequence[str]) -> str:
    """Return codes of countries as ISO 3166 writes them."""
    return ", ".join(codes).upper()


def _share(ours: Iterable[str], theirs: Iterable[str], atlas: Atlas) -> set[str]:
    """The codes of ours that stand for a place that one of theirs stands for too."""
    known = frozenset().union(*map(atlas.country_kin, theirs))
    return {code for code in ours if known & atlas.country_kin(code)}
