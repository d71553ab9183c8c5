"""One entry of OFAC's older XML form."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from ostiary.lists.audit import Audit
from ostiary.lists.drafts import Draft
from ostiary.lists.nodes import Node
from ostiary.lists.us_ofac.features import invent_property
from ostiary.lists.us_ofac.mapping import load_mapping
from ostiary.lists.us_ofac_csv.names import WHOLE_NAMES
from ostiary.lists.us_ofac_csv.remarks import RemarkReader, Remarks
from ostiary.lists.us_ofac_csv.words import Label, load_words
from ostiary.model import vocabulary as words
from ostiary.model.errors import ListFileError
from ostiary.model.statements import Listing, Place

#: Elements of an address to the parts of a location in the Advanced XML.
_ADDRESS: Final = {
    "address1": "ADDRESS1",
    "address2": "ADDRESS2",
    "address3": "ADDRESS3",
    "city": "CITY",
    "stateOrProvince": "STATE/PROVINCE",
    "postalCode": "POSTAL CODE",
    "region": "REGION",
}
#: Lists of values that have numbers of their own to their item, its field and the feature of the Advanced XML.
_ITEMS: Final = {
    "dateOfBirthList": ("dateOfBirthItem", "dateOfBirth", "Birthdate"),
    "placeOfBirthList": ("placeOfBirthItem", "placeOfBirth", "Place of Birth"),
    "nationalityList": ("nationality", "country", "Nationality Country"),
    "citizenshipList": ("citizenship", "country", "Citizenship Country"),
}
_VESSEL: Final = {
    "callSign": "Vessel Call Sign",
    "vesselType": "VESSEL TYPE",
    "vesselFlag": "Vessel Flag",
    "vesselOwner": "Vessel Owner",
    "tonnage": "Vessel Tonnage",
    "grossRegisteredTonnage": "Vessel Gross Registered Tonnage",
}
#: How a type ends that announces a statement and no document.
_STATEMENT: Final = (":", " -")


def take_name(node: Node) -> tuple[str, list[tuple[str, str]]]:
    """Return a name as the list displays it, family name first, and its parts."""
    parts = [(kind, node.take_value(kind)) for kind in ("lastName", "firstName")]
    parts = [(kind, value) for kind, value in parts if value]
    return " ".join(value for _, value in parts), parts


class PartyReader:
    """Makes a party of an entry.

    Args:
        list_id: The list.
        entry_list: Name of the list that all entries are on.
        names: Party ids by name, without names that several have.
        audit: Told of everything odd.
    """

    def __init__(self, list_id: str, entry_list: str, names: Mapping[str, str], audit: Audit) -> None:
        self._list_id = list_id
        self._entry_list = entry_list
        self._names = names
        self._audit = audit

    def read(self, node: Node) -> Listing:
        """Return the party of an ``sdnEntry``.

        Raises:
            ListFileError: It has no number, name, known type or program.
        """
        number = node.take_leaf_number("uid")
        kind, place = node.take_value("sdnType"), Place("sdnEntry", number)
        schema = load_mapping().schemas.get(kind, "")
        if not schema:
            raise ListFileError(f"The party is of the unknown type {kind!r}.", advice="Ostiary needs an update.")
        draft = Draft(f"{self._list_id}:{number}", schema)
        draft.state(draft.party_id, words.SCHEMA, schema, place)
        _state_name(node, draft, place, "name", ("name", "strong"))
        for alias in _take_items(node, "akaList", "aka"):
            self._state_alias(alias, draft)
        for address in _take_items(node, "addressList", "address"):
            _state_address(address, draft)
        self._state_values(node, draft, place)
        for document in _take_items(node, "idList", "id"):
            self._state_document(document, draft)
        if remarks := node.take_leaf("remarks").strip():
            RemarkReader(self._names, self._audit).state(Remarks(remarks, number, whole=True), draft)
        self._state_entry(node, draft, place)
        return draft.finish()

    def _state_alias(self, node: Node, draft: Draft) -> None:
        number = node.take_leaf_number("uid")
        place = Place("aka", number)
        kind, quality = node.take_value("type"), node.take_value("category")
        if quality not in {"strong", "weak"}:
            self._audit.warn(f"unknown category {quality!r} of an alias, taken as strong", place)
        _state_name(node, draft, place, str(number), (kind, "weak" if quality == "weak" else "strong"))

    def _state_values(self, node: Node, draft: Draft, place: Place) -> None:
        draft.state(draft.party_id, "Person.position", node.take_value("title"), place)
        for tag, (item, field, feature) in _ITEMS.items():
            for each in _take_items(node, tag, item):
                spot = Place(item, each.take_leaf_number("uid"))
                self._state_feature(feature, each.take_value(field), draft, spot)
        vessel = node.find_node("vesselInfo")
        for field, feature in _VESSEL.items() if vessel else ():
            self._state_feature(feature, vessel.take_value(field) if vessel else "", draft, place)

    def _state_feature(self, feature: str, value: str, draft: Draft, place: Place) -> None:
        self._state_property(load_mapping().choose_property(feature, draft.schema), value, draft, place)

    def _state_property(self, prop: str, value: str, draft: Draft, place: Place) -> None:
        if prop not in load_words().dates:
            draft.state(draft.party_id, prop, value, place)
            return
        draft.open_part(place).say_dates(prop, value, self._audit)

    def _state_document(self, node: Node, draft: Draft) -> None:
        """State a document, or what the list gives a number of a document although it is none."""
        number = node.take_leaf_number("uid")
        place, kind = Place("id", number), node.take_value("idType")
        value, country = node.take_value("idNumber"), node.take_value("idCountry")
        dates = {prop: node.take_value(tag) for prop, tag in _DATES.items()}
        wallet = kind.removeprefix(load_mapping().wallet_prefix)
        if prop := self._find_property(kind, draft.schema, place):
            self._state_property(prop, ", ".join(filter(None, (value, country))), draft, place)
        elif wallet != kind:
            part = draft.open_part(place, words.WALLET, str(number))
            part.say(words.WALLET_CURRENCY, wallet)
            part.say(words.WALLET_ADDRESS, value)
        else:
            part = draft.open_part(place, words.DOCUMENT, str(number))
            part.say(words.DOCUMENT_TYPE, kind)
            part.say(words.DOCUMENT_NUMBER, value)
            part.say(words.DOCUMENT_COUNTRY, country)
            for each, text in dates.items():
                part.say_dates(each, text, self._audit)

    def _find_property(self, kind: str, schema: str, place: Place) -> str:
        """Return the property that a type of number stands for; empty if it is a document's or a wallet's."""
        label = _list_labels().get(kind)
        if label:
            return label.property or (
                load_mapping().choose_property(label.feature, schema) if label.feature else ""
            )
        if kind.endswith(_STATEMENT):
            self._audit.warn(f"unknown statement {kind!r}, kept under a name of its own", place)
            return invent_property(kind)
        return ""

    def _state_entry(self, node: Node, draft: Draft, place: Place) -> None:
        entry = draft.open_part(place, words.ENTRY, str(place.number))
        entry.say(words.ENTRY_LIST, self._entry_list)
        programs = [text for each in node.take_nodes("programList") for text in each.take_values("program")]
        if not programs:
            raise ListFileError("The party has no program.", where=str(place), advice="Fetch the file again.")
        for program in programs:
            entry.say(words.ENTRY_PROGRAM, program)


_DATES: Final = {words.DOCUMENT_ISSUED: "issueDate", words.DOCUMENT_EXPIRES: "expirationDate"}


def _take_items(node: Node, tag: str, item: str) -> list[Node]:
    return [each for group in node.take_filled(tag) for each in group.take_nodes(item)]


def _state_name(node: Node, draft: Draft, place: Place, key: str, said: tuple[str, str]) -> None:
    """State a name; ``said`` is its kind and quality."""
    name, parts = take_name(node)
    if not name:
        raise ListFileError("The party has a name without words.", advice="Fetch the file again.")
    part = draft.open_name(place, key, name, *said)
    for kind, value in parts:
        part.say(words.ALIAS_PART + WHOLE_NAMES.get(draft.schema, kind), value)


def _state_address(node: Node, draft: Draft) -> None:
    number = node.take_leaf_number("uid")
    part = draft.open_part(Place("address", number), words.ADDRESS, str(number))
    props = load_mapping().location_parts
    values = {props[kind]: node.take_value(tag) for tag, kind in _ADDRESS.items()}
    country = node.take_value("country")
    part.say(words.ADDRESS_FULL, ", ".join(filter(None, (*values.values(), country))))
    part.say(words.ADDRESS_COUNTRY, country)
    for prop, value in values.items():
        part.say(prop, value)


@cache
def _list_labels() -> dict[str, Label]:
    return {label.text: label for labels in load_words().labels.values() for label in labels}
