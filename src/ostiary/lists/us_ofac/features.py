"""Features: everything that the list says of a party beside names and documents, each under its own property."""

import re
from collections.abc import Collection

from ostiary.lists.drafts import Draft
from ostiary.lists.nodes import Node
from ostiary.lists.us_ofac.context import Context
from ostiary.lists.us_ofac.locations import Location
from ostiary.lists.us_ofac.periods import read_bounds
from ostiary.lists.us_ofac.reference import UNKNOWN
from ostiary.model import vocabulary as words
from ostiary.model.errors import ListFileError
from ostiary.model.statements import Place

_FALSE = "False"


class FeatureReader:
    """Reads the features of parties.

    Args:
        context: The reader's tables.
        locations: All locations of the file, by number.
        cited: Numbers of feature versions that documents point to; met ones are removed.
    """

    def __init__(self, context: Context, locations: dict[str, Location], cited: set[str]) -> None:
        self._context = context
        self._locations = locations
        self._cited = cited

    def read(self, feature: Node, draft: Draft, identities: Collection[str]) -> None:
        """State one feature of a party.

        Args:
            feature: The ``Feature`` element.
            draft: The party.
            identities: The party's identities, one of which the feature must point to.

        Raises:
            ListFileError: It points to something that does not exist.
        """
        kind = self._context.reference.look_up("FeatureType", feature.take("FeatureTypeID"))
        for reference in feature.take_nodes("IdentityReference"):
            if reference.take("IdentityID") not in identities:
                self._context.audit.warn("a feature that points to an identity of another party", draft.party_id)
        for version in feature.take_nodes("FeatureVersion"):
            self._read_version(kind, version, draft)

    def _read_version(self, kind: str, version: Node, draft: Draft) -> None:
        number = version.take_number("ID")
        reliability = self._context.reference.look_up("Reliability", version.take("ReliabilityID"))
        false = words.MARKED_FALSE if reliability == _FALSE else ""
        place = Place("FeatureVersion", number)
        stated = self._state_value(kind, version, draft, place, false)
        if not stated:
            self._context.audit.warn(f"a feature {kind!r} without a value", place)
        self._state_remarks(
            draft, place, stated, "" if reliability == UNKNOWN else reliability, version.take_leaf("Comment")
        )

    def _state_value(
        self, kind: str, version: Node, draft: Draft, place: Place, false: str
    ) -> list[tuple[str, str]]:
        """State what the feature says; return property and value."""
        mapping = self._context.mapping
        places = self._find_locations(version)
        if kind == mapping.address_feature:
            return [_state_address(location, draft, false) for location in places if location.full]
        found = [
            *self._read_details(version),
            *self._read_dates(version, place),
            *(spot.country or spot.full for spot in places),
        ]
        values = [value for value in found if value]
        if kind.startswith(mapping.wallet_prefix):
            currency = kind.removeprefix(mapping.wallet_prefix)
            return [_state_wallet(draft, place, currency, value, false) for value in values]
        prop = self._name_property(kind, draft, place) + false
        for value in values:
            draft.state(draft.party_id, prop, value, place)
        return [(prop, value) for value in values]

    def _name_property(self, kind: str, draft: Draft, place: Place) -> str:
        prop = self._context.mapping.choose_property(kind, draft.schema)
        if not prop:
            self._context.audit.warn(f"unknown feature {kind!r}", place)
        return prop or invent_property(kind)

    def _read_details(self, version: Node) -> list[str]:
        """Return the texts and looked-up values; the details that only announce a date or a place are empty."""
        values = []
        for detail in version.take_nodes("VersionDetail"):
            number = detail.find("DetailReferenceID")
            values.append(self._context.reference.look_up("DetailReference", number) if number else "")
            values.append(detail.take_text())
        return values

    def _read_dates(self, version: Node, place: Place) -> list[str]:
        periods = version.take_nodes("DatePeriod")
        return [str(read_bounds(period, self._context.audit, place)) for period in periods]

    def _find_locations(self, version: Node) -> list[Location]:
        numbers = [child.take("LocationID") for child in version.take_nodes("VersionLocation")]
        missing = [number for number in numbers if number not in self._locations]
        if missing:
            raise ListFileError(
                f"Location {missing[0]} is referred to but stands nowhere.", advice="Fetch the file again."
            )
        return [self._locations[number] for number in numbers]

    def _state_remarks(
        self, draft: Draft, place: Place, stated: list[tuple[str, str]], reliability: str, comment: str
    ) -> None:
        """State what the list says about the feature itself: how reliable it is, a comment, a document for it."""
        number = str(place.number)
        if not (reliability or comment or number in self._cited):
            return
        self._cited.discard(number)
        subject = f"{draft.party_id}/{words.FEATURE}/{number}"
        for prop, value in stated:
            draft.state(subject, words.FEATURE_PROPERTY, prop, place)
            draft.state(subject, words.FEATURE_VALUE, value, place)
        draft.state(subject, words.FEATURE_RELIABILITY, reliability, place)
        draft.state(subject, words.FEATURE_COMMENT, comment, place)


def _state_address(location: Location, draft: Draft, false: str) -> tuple[str, str]:
    subject = f"{draft.party_id}/{words.ADDRESS}/{location.number}"
    place = Place("Location", location.number)
    draft.state(subject, words.ADDRESS_FULL + false, location.full, place)
    draft.state(subject, words.ADDRESS_COUNTRY, location.country, place)
    for prop, value in location.parts:
        draft.state(subject, prop, value, place)
    return words.ADDRESS_FULL + false, location.full


def _state_wallet(draft: Draft, place: Place, currency: str, address: str, false: str) -> tuple[str, str]:
    subject = f"{draft.party_id}/{words.WALLET}/{place.number}"
    draft.state(subject, words.WALLET_CURRENCY, currency, place)
    draft.state(subject, words.WALLET_ADDRESS + false, address, place)
    return words.WALLET_ADDRESS + false, address


def invent_property(kind: str) -> str:
    """Return a name of our own for a feature that the mapping lacks: ``Ofac.`` and its words."""
    found: list[str] = re.findall(r"[A-Za-z0-9]+", kind) or ["feature"]
    first, *rest = found
    return "Ofac." + first.lower() + "".join(word.capitalize() for word in rest)
