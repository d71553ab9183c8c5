"""One designated entity, with all that tells of it, becomes a listing."""

from typing import Final

from ostiary.lists.audit import Audit
from ostiary.lists.drafts import Draft
from ostiary.lists.ftm.details import DetailReader
from ostiary.lists.ftm.entities import Entity
from ostiary.lists.ftm.library import Library
from ostiary.lists.ftm.words import load_words
from ostiary.lists.keys import make_key
from ostiary.model import vocabulary as words
from ostiary.model.errors import ListFileError
from ostiary.model.statements import Listing, Place

_DAMAGED: Final = "Fetch the file again."
#: A link to somebody who is not designated: its kind and his name.
_UNLISTED_LINK: Final = "Ftm.unlistedLink"


class PartyReader:
    """Makes listings of the entities of one data set.

    Args:
        list_id: The list.
        library: The entities.
        audit: Told of what is not known.
    """

    def __init__(self, list_id: str, library: Library, audit: Audit) -> None:
        self._list_id = list_id
        self._library = library
        self._audit = audit
        self._designated = frozenset(library)
        self._words = load_words()

    def read(self, entity_id: str) -> Listing:
        """Return the listing of a designated entity.

        Raises:
            ListFileError: It has no name, or an address of it stands nowhere.
        """
        entity = self._library.get(entity_id)
        draft = Draft(f"{self._list_id}:{entity.id}", entity.schema)
        details = DetailReader(draft, self._audit)
        place = details.find_place(entity)
        draft.open_part(place).say(words.SCHEMA, entity.schema)
        self._state_names(entity, draft, place)
        self._state_properties(entity, draft, details)
        self._state_addresses(entity, draft, details)
        self._state_details(entity, draft, details)
        return draft.finish()

    def _state_names(self, entity: Entity, draft: Draft, place: Place) -> None:
        primary = next(iter(entity.properties.get("name", ())), "")
        if not primary:
            raise ListFileError("The entity has no name.", where=str(place), advice=_DAMAGED)
        for prop, (kind, quality) in self._words.names.items():
            for name in entity.properties.get(prop, ()):
                own = words.ALSO_WRITTEN if kind == "name" and name != primary else kind
                draft.open_name(place, make_key(prop, name), name, own, quality)

    def _state_properties(self, entity: Entity, draft: Draft, details: DetailReader) -> None:
        party = draft.open_part(details.find_place(entity))
        elsewhere = {*self._words.names, "address", "addressEntity"}
        for prop, values in entity.properties.items():
            if prop in elsewhere:
                continue
            if prop in self._words.dates:
                details.state_dates(party, self._words.qualify(prop), values)
                continue
            for value in values:
                party.say(self._words.qualify(prop), value)

    def _state_addresses(self, entity: Entity, draft: Draft, details: DetailReader) -> None:
        place = details.find_place(entity)
        for text in entity.properties.get("address", ()):
            draft.open_part(place, words.ADDRESS, make_key(text)).say(words.ADDRESS_FULL, text)
        for address_id in entity.properties.get("addressEntity", ()):
            if address_id not in self._library:
                raise ListFileError(
                    f"The address {address_id} stands nowhere in the file.", where=str(place), advice=_DAMAGED
                )
            details.state_part(self._library.get(address_id), words.ADDRESS, "Address")

    def _state_details(self, entity: Entity, draft: Draft, details: DetailReader) -> None:
        found = list(self._library.find_details(entity.id))
        for detail in found:
            if detail.schema == "Sanction":
                details.state_entry(detail)
            elif detail.schema == "CryptoWallet":
                details.state_part(detail, words.WALLET, "CryptoWallet")
            elif detail.schema in self._words.details:
                details.state_part(detail, words.DOCUMENT, "Identification")
            else:
                self._state_link(detail, draft, details)
        if all(detail.schema != "Sanction" for detail in found):
            self._state_bare_entry(entity, draft, details.find_place(entity))

    def _state_link(self, link: Entity, draft: Draft, details: DetailReader) -> None:
        for target_id in link.properties.get(self._words.relations[link.schema][1], ()):
            if target_id not in self._library:
                raise ListFileError(
                    f"{target_id}, to whom the {link.schema} points, stands nowhere in the file.",
                    where=f"line {link.line}",
                    advice=_DAMAGED,
                )
            target = self._library.get(target_id)
            if target_id in self._designated:
                details.state_relation(link, target, f"{self._list_id}:{target_id}")
                continue
            name = next(iter(target.properties.get("name", ())), target_id)
            draft.open_part(details.find_place(link)).say(_UNLISTED_LINK, f"{link.schema}: {name}")

    @staticmethod
    def _state_bare_entry(entity: Entity, draft: Draft, place: Place) -> None:
        """State the entry of one that is called designated and of whom no act is told."""
        entry = draft.open_part(place, words.ENTRY, "topics")
        entry.say(words.ENTRY_LIST, "named by its topics alone")
        for program in entity.properties.get("program") or entity.properties.get("programId", ()):
            entry.say(words.ENTRY_PROGRAM, program)
