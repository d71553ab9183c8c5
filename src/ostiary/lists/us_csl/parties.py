"""One party of the Consolidated Screening List: all rows of its number, one for each list that it stands on."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from ostiary.lists.audit import Audit
from ostiary.lists.drafts import Draft
from ostiary.lists.keys import make_key
from ostiary.lists.nodes import Node
from ostiary.lists.tables import LINE
from ostiary.lists.us_csl.entries import state_entry
from ostiary.lists.us_ofac.mapping import load_mapping
from ostiary.lists.us_ofac_csv.names import state_name
from ostiary.lists.us_ofac_csv.remarks import RemarkReader, Remarks
from ostiary.lists.us_ofac_csv.words import load_words
from ostiary.model import vocabulary as words
from ostiary.model.errors import ListFileError
from ostiary.model.statements import Listing, Place

#: The lists of the departments of State and Commerce do not say what a party is.
_SCHEMAS: Final = {
    "individual": "Person",
    "entity": "LegalEntity",
    "vessel": "Vessel",
    "aircraft": "Airplane",
    "": "Thing",
}
#: Columns to features of OFAC's XML.
_FEATURES: Final = {
    "title": "Title",
    "call_sign": "Vessel Call Sign",
    "vessel_type": "VESSEL TYPE",
    "gross_tonnage": "Vessel Tonnage",
    "gross_registered_tonnage": "Vessel Gross Registered Tonnage",
    "vessel_flag": "Vessel Flag",
    "vessel_owner": "Vessel Owner",
}
#: Columns of several values to properties.
_PROPERTIES: Final = {
    "citizenships": "Person.citizenship",
    "nationalities": "Person.nationality",
    "places_of_birth": "Person.birthPlace",
}
_BETWEEN: Final = "; "
#: What the Entity List leaves of its own enumerations at the ends of a name.
_AROUND_NAME: Final = re.compile(r"^(?:and |-\s?)+(?=\w)|,$")
#: At the end of an address, and before the number of a document.
_COUNTRY_AT_END: Final = re.compile(r"(?:^|, )([A-Z]{2})$")
_COUNTRY_AT_START: Final = re.compile(r"^([A-Z]{2}), ")


class PartyReader:
    """Makes parties of rows.

    Args:
        list_id: The list.
        groups: All rows by the number of their party; relations are stated to the one party of a name.
        audit: Told of everything odd.
    """

    def __init__(self, list_id: str, groups: Mapping[str, Sequence[Node]], audit: Audit) -> None:
        self._list_id = list_id
        self._audit = audit
        found: dict[str, set[str]] = {}
        for number, rows in groups.items():
            for row in rows:
                found.setdefault(row.attributes.get("name", ""), set()).add(f"{list_id}:{number}")
        self._remarks = RemarkReader({name: min(ids) for name, ids in found.items() if len(ids) == 1}, audit)

    def read(self, number: str, rows: Sequence[Node]) -> Listing:
        """Return the party of a number.

        Raises:
            ListFileError: It has no name or no source, or its rows are of several or unknown types.
        """
        places = [Place(LINE, row.take_number(LINE)) for row in rows]
        kinds = {row.find("type").strip().lower() for row in rows}
        if len(kinds) > 1 or not kinds <= _SCHEMAS.keys():
            raise ListFileError(
                f"The party is of the types {sorted(kinds)}, and one known type is due.",
                where=str(places[0]),
                advice="Fetch the file again.",
            )
        draft = Draft(f"{self._list_id}:{number}", _SCHEMAS[kinds.pop()])
        draft.state(draft.party_id, words.SCHEMA, draft.schema, places[0])
        for row, place in zip(rows, places, strict=True):
            self._read_row(row, draft, place, first=row is rows[0])
        return draft.finish()

    def _read_row(self, row: Node, draft: Draft, place: Place, *, first: bool) -> None:
        self._state_names(row, draft, place, first=first)
        for column, feature in _FEATURES.items():
            prop = load_mapping().choose_property(feature, draft.schema)
            draft.state(draft.party_id, prop, row.find(column), place)
        for column, prop in _PROPERTIES.items():
            for value in _split(row.find(column)):
                draft.state(draft.party_id, prop, value, place)
        for text in _split(row.find("dates_of_birth")):
            draft.open_part(place).say_dates("Person.birthDate", text, self._audit)
        for text in _split(row.find("addresses")):
            _state_address(text, draft, place)
        for text in _split(row.find("ids")):
            self._state_number(text, draft, place)
        if remarks := row.find("remarks"):
            self._remarks.state(Remarks(remarks, place.number, whole=True), draft)
        state_entry(row, draft, place, self._audit)
        self._audit.check([row], place)

    def _state_names(self, row: Node, draft: Draft, place: Place, *, first: bool) -> None:
        name = row.find("name").strip()
        if not name:
            raise ListFileError("The party has no name.", where=str(place), advice="Fetch the file again.")
        if first:
            _state_name(name, "name", draft, place)
            self._primary = name
        elif name != self._primary:
            self._audit.warn("a party whose lists name it differently", place)
            _state_name(name, words.ALSO_WRITTEN, draft, place)
        for alias in _split(row.find("alt_names")):
            _state_name(_AROUND_NAME.sub("", alias), "a.k.a.", draft, place)

    def _state_number(self, text: str, draft: Draft, place: Place) -> None:
        """State what OFAC's remarks write the other way round: value, comma, label."""
        for comma in re.finditer(", ", text):
            label, value = text[comma.end() :], text[: comma.start()]
            if self._remarks.state_statement(f"{label} {_move_country(label, value)}", draft, place):
                return
        value, _, kind = text.rpartition(", ")
        self._audit.warn(f"unknown kind of number {kind!r}", place)
        part = draft.open_part(place, words.DOCUMENT, make_key(kind, value))
        part.say(words.DOCUMENT_TYPE, kind)
        part.say(words.DOCUMENT_NUMBER, value or text)


def _move_country(label: str, value: str) -> str:
    """Return the value of a label, the country of a document behind its number."""
    found = load_words().find_label(f"{label} ")
    country = _COUNTRY_AT_START.match(value)
    return f"{value[country.end() :]} ({country[1]})" if found and found.document and country else value


def _split(text: str) -> list[str]:
    return [value for part in text.split(_BETWEEN) if (value := part.strip())]


def _state_name(name: str, kind: str, draft: Draft, place: Place) -> None:
    state_name(draft, place, make_key(kind, name), name, kind)


def _state_address(text: str, draft: Draft, place: Place) -> None:
    country = _COUNTRY_AT_END.search(text)
    part = draft.open_part(place, words.ADDRESS, make_key(text))
    part.say(words.ADDRESS_FULL, text)
    part.say(words.ADDRESS_COUNTRY, country[1] if country else "")
