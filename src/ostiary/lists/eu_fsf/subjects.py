"""The party of one element of the EU list while its parts are read."""

from typing import Final

from ostiary.lists.audit import Audit
from ostiary.lists.drafts import Draft, Part
from ostiary.lists.nodes import Node, join_words
from ostiary.model.statements import Place

#: What the list writes where a country is not known.
_NOWHERE: Final = frozenset({"UNKNOWN", "00"})


class Subject:
    """The party of one element, its parts numbered by the list's own logical ids.

    Args:
        list_id: The list.
        number: Logical id of the element.
        schema: FollowTheMoney schema.
        record: Name of the element.
        audit: Told of what is not known.
    """

    def __init__(self, list_id: str, number: int, schema: str, record: str, audit: Audit) -> None:
        self.draft = Draft(f"{list_id}:{number}", schema)
        self.number = number
        self.audit = audit
        self.party = self.draft.open_part(Place(record, number))

    @property
    def is_person(self) -> bool:
        """Whether it is a person."""
        return self.draft.schema == "Person"

    def open_part(self, node: Node, kind: str) -> tuple[Part, Place]:
        """Return the part that an element describes, and its place; its language is always the same."""
        number = node.take_number("logicalId")
        place = Place(node.tag, number)
        self.audit.expect(node, "regulationLanguage", "en")
        return self.draft.open_part(place, kind, str(number)), place

    def open_party(self, node: Node) -> tuple[Part, Place]:
        """Return the party itself, as an element below it describes it, and the place of that element."""
        place = Place(node.tag, node.take_number("logicalId"))
        self.audit.expect(node, "regulationLanguage", "en")
        return self.draft.open_part(place), place


def take(node: Node, name: str) -> str:
    """Return an attribute with one blank between its words, or an empty text."""
    return join_words(node.find(name))


def take_country(node: Node) -> str:
    """Return the country as published, its code where no name stands; empty where the list does not know it."""
    code, name = take(node, "countryIso2Code"), take(node, "countryDescription")
    return "" if (name or code) in _NOWHERE else name or code


def take_remarks(node: Node) -> str:
    """Return the remarks of an element, and what it adds under keys of its own."""
    return "; ".join([*node.take_values("remark"), *take_added(node)])


def take_added(node: Node) -> list[str]:
    """Return what an element adds under keys of its own."""
    return [f"{take(each, 'key')}: {take(each, 'value')}" for each in node.take_nodes("additionalInformation")]


def is_set(node: Node, name: str) -> bool:
    """Whether a flag is set; the list leaves out the ones that are not, or writes ``false``."""
    return take(node, name) == "true"
