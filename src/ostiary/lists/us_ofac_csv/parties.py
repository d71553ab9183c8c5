"""One party of the legacy form: its row, its aliases and addresses, and its remarks with their continuation."""

from collections.abc import Mapping, Sequence
from typing import Final

from ostiary.lists.audit import Audit
from ostiary.lists.drafts import Draft
from ostiary.lists.nodes import Node
from ostiary.lists.us_ofac.mapping import load_mapping
from ostiary.lists.us_ofac_csv.names import state_name
from ostiary.lists.us_ofac_csv.remarks import RemarkReader, Remarks
from ostiary.lists.us_ofac_csv.tables import ADDRESSES, ALIASES, COMMENTS, LegacyTable
from ostiary.model import vocabulary as words
from ostiary.model.errors import ListFileError
from ostiary.model.lists import ListDescription
from ostiary.model.statements import Listing, Place

#: A party without a type is an organisation.
_SCHEMAS: Final = {"individual": "Person", "vessel": "Vessel", "aircraft": "Airplane", "": "LegalEntity"}
_KINDS: Final = {"aka": "a.k.a.", "fka": "f.k.a.", "nka": "n.k.a."}
#: Columns of the main table to features of OFAC's XML.
_FEATURES: Final = {
    "Call_Sign": "Vessel Call Sign",
    "Vess_type": "VESSEL TYPE",
    "Tonnage": "Vessel Tonnage",
    "GRT": "Vessel Gross Registered Tonnage",
    "Vess_flag": "Vessel Flag",
    "Vess_owner": "Vessel Owner",
}
#: Remarks are cut at this many characters, in the middle of a word, and go on in the comments.
_LONGEST_REMARKS: Final = 1000
_BETWEEN_PROGRAMS: Final = "] ["
_PRIMARY: Final = "name"


class PartyReader:
    """Makes parties of rows.

    Args:
        description: The list.
        main: The main table.
        siblings: The other tables, by kind; a missing one is empty.
        audit: Told of everything odd.
    """

    def __init__(
        self, description: ListDescription, main: LegacyTable, siblings: Mapping[str, LegacyTable], audit: Audit
    ) -> None:
        self._description = description
        self._others = siblings
        self._audit = audit
        self._remarks = RemarkReader(self._name_parties(main), audit)

    def read(self, number: str, row: Node) -> Listing:
        """Return the party of a row of the main table.

        Raises:
            ListFileError: It has no name, an unknown type or no program.
        """
        draft, place = self._start(number, row)
        _state_name(row, draft, place)
        for alias in self._take_rows(ALIASES, number):
            _state_alias(alias, draft, self._audit)
        for address in self._take_rows(ADDRESSES, number):
            _state_address(address, draft)
        draft.state(draft.party_id, "Person.position", row.find("Title"), place)
        for column, feature in _FEATURES.items():
            prop = load_mapping().choose_property(feature, draft.schema)
            draft.state(draft.party_id, prop, row.find(column), place)
        self._state_remarks(number, row, draft)
        self._state_entry(number, row, draft, place)
        self._audit.check([row], place)
        return draft.finish()

    def _start(self, number: str, row: Node) -> tuple[Draft, Place]:
        place = Place("SDN", int(number))
        kind = row.find("SDN_Type").strip()
        if kind not in _SCHEMAS:
            raise ListFileError(
                f"The party is of the unknown type {kind!r}.", where=str(place), advice="Ostiary needs an update."
            )
        draft = Draft(f"{self._description.id}:{number}", _SCHEMAS[kind])
        draft.state(draft.party_id, words.SCHEMA, draft.schema, place)
        return draft, place

    def _take_rows(self, kind: str, number: str) -> Sequence[Node]:
        return self._others[kind].rows.get(number, ()) if kind in self._others else ()

    def _state_remarks(self, number: str, row: Node, draft: Draft) -> None:
        text = row.find("Remarks")
        more = "".join(comment.find("Remarks") for comment in self._take_rows(COMMENTS, number))
        if more and len(text) < _LONGEST_REMARKS:
            self._audit.warn("a comment that continues remarks which are not cut", f"SDN {number}")
        whole = len(text) < _LONGEST_REMARKS or bool(more) or text.endswith(".")
        if not whole:
            self._audit.warn("remarks that are cut and have no continuation", f"SDN {number}")
        if text or more:
            self._remarks.state(Remarks(text + more, int(number), whole), draft)

    def _state_entry(self, number: str, row: Node, draft: Draft, place: Place) -> None:
        entry = draft.open_part(place, words.ENTRY, number)
        entry.say(words.ENTRY_LIST, self._description.entry_list)
        programs = row.find("Program").split(_BETWEEN_PROGRAMS)
        if not any(programs):
            raise ListFileError("The party has no program.", where=str(place), advice="Fetch the file again.")
        for program in programs:
            entry.say(words.ENTRY_PROGRAM, program.strip("[] "))

    def _name_parties(self, main: LegacyTable) -> dict[str, str]:
        """Return the ids of the parties by name, without names that several have."""
        found: dict[str, list[str]] = {}
        for number, rows in main.rows.items():
            for row in rows:
                found.setdefault(row.attributes.get("SDN_Name", ""), []).append(f"{self._description.id}:{number}")
        return {name: ids[0] for name, ids in found.items() if len(ids) == 1}


def _state_name(row: Node, draft: Draft, place: Place) -> None:
    name = row.find("SDN_Name")
    if not name:
        raise ListFileError("The party has no name.", where=str(place), advice="Fetch the file again.")
    state_name(draft, place, _PRIMARY, name, "name")


def _state_alias(row: Node, draft: Draft, audit: Audit) -> None:
    number = row.take_number("alt_num")
    place = Place("Alternate name", number)
    kind = row.find("alt_type").strip()
    if kind not in _KINDS:
        audit.warn(f"unknown kind of alternate name {kind!r}", place)
    part = state_name(draft, place, str(number), row.take("alt_name"), _KINDS.get(kind, kind))
    part.say(words.ALIAS_COMMENT, row.find("alt_remarks"))
    audit.check([row], place)


def _state_address(row: Node, draft: Draft) -> None:
    number = row.take_number("Add_num")
    part = draft.open_part(Place("Address", number), words.ADDRESS, str(number))
    values = [row.find(column) for column in ("Address", "City", "Country")]
    part.say(words.ADDRESS_FULL, ", ".join(filter(None, values)))
    part.say(words.ADDRESS_COUNTRY, values[2])
    part.say("Address.street", values[0])
    part.say("Address.place", values[1])
    part.say(words.ADDRESS_REMARKS, row.find("Add_remarks"))
