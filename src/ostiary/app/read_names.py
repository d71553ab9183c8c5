"""The listed names that reports are read against: listings of one party have one bearer, not several namesakes."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar

from ostiary.documents.parties import PartyNames
from ostiary.identity.clusters import list_of
from ostiary.identity.linking import Linking
from ostiary.index import Index
from ostiary.index.reader import IndexedParty
from ostiary.model.parties import Party

Value = TypeVar("Value")

#: What the listings of a party say of it together.
_SHARED = ("programs", "births", "countries", "positions", "identifiers", "nationalities", "foundings")


def open_party_names(index: Index, linking: Linking | None) -> PartyNames:
    """Return the names of an index; names of linked listings are names of one party.

    Args:
        index: The listed names.
        linking: Which listings are one party; None: each stands alone.
    """

    @cache
    def listings_of(number: int) -> tuple[int, ...]:
        found = (index.party_number(one) for one in list_listings(index, linking, index.party(number).id))
        return tuple(one for one in found if one is not None) or (number,)

    def describe(number: int) -> IndexedParty:
        return join_described([index.party(one) for one in listings_of(number)])

    return PartyNames.over(index.reading_names(), describe, listings_of)


def list_listings(index: Index, linking: Linking | None, listing: str) -> tuple[str, ...]:
    """Return the ids of all indexed listings of the party that a listing is of, the newest one first."""
    if linking is None:
        return (listing,)
    linked = [link.right for link in linking.find_linked(listing) if link.state == "linked"]
    found = [listing, *(one for one in linked if index.party_number(one) is not None)]
    return tuple(sorted(sorted(found), key=lambda one: index.version_of(list_of(one)).label, reverse=True))


def join_described(listings: Sequence[IndexedParty]) -> IndexedParty:
    """Return a party as its first listing calls it, with what all of them say of it."""
    first, *others = listings
    if not others:
        return first
    said: dict[str, Any] = {name: _join(getattr(one, name) for one in listings) for name in _SHARED}
    return replace(first, **said)


def join_listings(listings: Sequence[Party]) -> Party:
    """Return a party as its first listing calls it, with the entries and properties of all of them."""
    first, *others = listings
    if not others:
        return first
    keys = dict.fromkeys(key for one in listings for key in one.properties)
    return replace(
        first,
        aliases=_join(one.aliases for one in listings),
        entries=_join(one.entries for one in listings),
        documents=_join(one.documents for one in listings),
        addresses=_join(one.addresses for one in listings),
        properties={key: _join(one.properties.get(key, ()) for one in listings) for key in keys},
    )


def _join(parts: Iterable[Iterable[Value]]) -> tuple[Value, ...]:
    return tuple(dict.fromkeys(value for part in parts for value in part))
