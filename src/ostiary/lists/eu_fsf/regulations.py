"""Regulations of the EU list: the acts by which a party was listed and each thing said of it was entered."""

import re
from typing import Final

from ostiary.lists.dates import read_dates
from ostiary.lists.drafts import Part
from ostiary.lists.eu_fsf.subjects import Subject, take, take_remarks
from ostiary.lists.keys import make_key
from ostiary.lists.nodes import Node
from ostiary.model import vocabulary as words
from ostiary.model.errors import ListFileError
from ostiary.model.statements import Place

#: The day of listing, which the list often gives in words only.
_LISTED: Final = re.compile(r"\b[Dd]ate of (?:EU designation|listing)[: ]{1,3}(\d{1,2}[./]\d{1,2}[./]\d{4})")
#: What is said of a regulation beside its title where an element names it.
_SUMMARY: Final = ("regulationType", "publicationDate", "publicationUrl")
_LIST: Final = "Consolidated list of financial sanctions"


class Regulations:
    """The acts of one party; one that several elements name stands once.

    Args:
        subject: The party.
    """

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._entry = str(subject.number)
        self._stated: set[tuple[str, ...]] = set()

    def take_summary(self, node: Node) -> str:
        """State the regulation that entered an element, and return its number and title."""
        title = ""
        for summary in node.take_nodes("regulationSummary"):
            title = take(summary, "numberTitle")
            said = (title, *(take(summary, name) for name in _SUMMARY))
            if said not in self._stated:
                self._stated.add(said)
                self._state(said, Place("sanctionEntity", self._subject.number))
        return title

    def state_entry(self, node: Node) -> None:
        """State the entry: numbers, programmes, regulations, days of listing and delisting.

        Raises:
            ListFileError: It names no programme.
        """
        place = Place(node.tag, self._subject.number)
        entry = self._subject.draft.open_part(place, words.ENTRY, self._entry)
        entry.say(words.ENTRY_LIST, _LIST)
        entry.say(words.ENTRY_NUMBER, take(node, "euReferenceNumber"))
        entry.say(words.ENTRY_UN_NUMBER, take(node, "unitedNationId"))
        programmes = [self._take_regulation(each) for each in node.take_nodes("regulation")]
        if not any(programmes):
            raise ListFileError("The entry names no programme.", advice="Fetch the file again.")
        for programme in programmes:
            entry.say(words.ENTRY_PROGRAM, programme)
        details, remarks = take(node, "designationDetails"), node.take_values("remark")
        self._subject.party.say("Eu.designationDetails", details)
        for remark in remarks:
            self._subject.party.say(words.NOTES, "" if remark == "none" else remark)
        listed = [take(node, "designationDate"), *_LISTED.findall("\n".join((details, *remarks)))]
        self._state_days("designation", "Listed", listed, place)
        self._state_days("delisting", "Delisted", [take(node, "delistingDate")], place)

    def _take_regulation(self, node: Node) -> str:
        """State a regulation that the party itself stands under, and return its programme."""
        number = take(node, "logicalId")
        said = (take(node, "numberTitle"), take(node, "regulationType"), take(node, "publicationDate"))
        place = Place("regulation", int(number) if number.isdecimal() else self._subject.number)
        act = self._state((*said, node.take_value("publicationUrl")), place)
        act.say("Act.organisation", take(node, "organisationType"))
        act.say("Act.inForce", take(node, "entryIntoForceDate"))
        act.say(words.ACT_COMMENT, take_remarks(node))
        return take(node, "programme")

    def _state(self, said: tuple[str, ...], place: Place) -> Part:
        """State a regulation; said of it are its title, type, day of publication and address."""
        title, kind, published, address = said
        act = self._open_act(make_key(title, published), place)
        # An amendment of an annex lists new parties and changes what is said of old ones: it dates no listing.
        act.say(words.ACT_KIND, "order")
        act.say(words.ACT_EVENT, kind)
        act.say(words.ACT_LEGAL_BASIS, title)
        act.say("Act.publicationUrl", address)
        act.say_dates(words.ACT_DATE, published, self._subject.audit)
        return act

    def _state_days(self, kind: str, event: str, days: list[str], place: Place) -> None:
        for day in filter(None, days):
            act = self._open_act("-".join((kind, *read_dates(day))), place)
            act.say(words.ACT_KIND, kind)
            act.say(words.ACT_EVENT, event)
            act.say_dates(words.ACT_DATE, day, self._subject.audit)

    def _open_act(self, key: str, place: Place) -> Part:
        return self._subject.draft.open_part(place, words.ENTRY, self._entry, words.ACT, key)
