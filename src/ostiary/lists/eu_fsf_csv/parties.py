"""One party of the EU's CSV 1.0: all rows of its number, each with one name, address, birth or the like."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ostiary.lists.audit import Audit
from ostiary.lists.dates import name_dates
from ostiary.lists.drafts import Draft, Part
from ostiary.lists.eu_fsf.names import Rank, rank_name
from ostiary.lists.eu_fsf_csv.rows import ENTITY, PARTS, has_lost_letters
from ostiary.lists.keys import make_key
from ostiary.lists.nodes import Node
from ostiary.lists.tables import LINE
from ostiary.model import vocabulary as words
from ostiary.model.errors import ListFileError
from ostiary.model.lists import ListDescription
from ostiary.model.statements import Listing, Place

_SCHEMAS: Final = {"P": "Person", "E": "LegalEntity"}
_UNKNOWN: Final = "N/A"
_NAME_PARTS: Final = {"firstname": "firstName", "middlename": "middleName", "lastname": "lastName"}
_ADDRESS: Final = {
    "number": "Address.number",
    "street": "Address.street",
    "zipcode": "Address.postalCode",
    "city": "Address.city",
}
_CONTACT: Final = re.compile(r"(PHONE|FAX|EMAIL|WEB)\[([^\]]*)\]")
_CONTACTS: Final = {
    "PHONE": "LegalEntity.phone",
    "FAX": "Eu.fax",
    "EMAIL": "LegalEntity.email",
    "WEB": "LegalEntity.website",
}
#: "AD001095 (passport-National passport) ((passport))": number, code, type, remark.
_DOCUMENT: Final = re.compile(r"^(.*?) ?\((\w{1,20})-([^()]{1,80})\) ?(?:\(+(.*?)\)+)?$")


class PartyReader:
    """Makes parties of rows.

    Args:
        description: The list.
        audit: Told of everything odd.
    """

    def __init__(self, description: ListDescription, audit: Audit) -> None:
        self._description = description
        self._audit = audit

    def read(self, number: str, rows: Sequence[Node]) -> Listing:
        """Return the party of a number.

        Raises:
            ListFileError: It has no name, an unknown type, no programme, or a part that belongs to another party.
        """
        kinds = {row.find("Subject_type") for row in rows}
        if len(kinds) != 1 or not kinds <= _SCHEMAS.keys():
            raise ListFileError(
                f"The party is of the types {sorted(kinds)}, and one known type is due.",
                where=f"{LINE} {rows[0].attributes[LINE]}",
                advice="Fetch the file again.",
            )
        draft = Draft(f"{self._description.id}:{number}", _SCHEMAS[kinds.pop()])
        party = _Party(draft, number, self._audit, self._description.entry_list)
        for row in rows:
            party.read(row)
        party.name()
        return draft.finish()


@dataclass(frozen=True, slots=True)
class _Name:
    """A name, what is said of it, and what tells whether it is the primary one."""

    part: Part
    text: str
    rank: Rank
    said: list[tuple[str, str]]


class _Party:
    """One party being read."""

    def __init__(self, draft: Draft, number: str, audit: Audit, list_name: str) -> None:
        self._draft = draft
        self._number = number
        self._audit = audit
        self._list_name = list_name
        self._names: list[_Name] = []
        self._place = Place(LINE, 0)

    def read(self, row: Node) -> None:
        """State what a row says."""
        self._place = Place(LINE, row.take_number(LINE))
        own = self._draft.open_part(self._place)
        own.say(words.SCHEMA, self._draft.schema)
        own.say(words.NOTES, self._take(row, "Entity_remark"))
        self._state_entry(row)
        steps = {
            "Naal": self._state_name,
            "Addr": self._state_address,
            "Birt": self._state_birth,
            "Iden": self._state_document,
            "Citi": self._state_citizenship,
        }
        for kind, step in steps.items():
            if f"{kind}_logical_id" in row.attributes:
                self._check_owner(row, kind)
                step(row, row.take_number(f"{kind}_logical_id"))
        row.find("Date_file")
        self._audit.check([row], self._place)

    def name(self) -> None:
        """State the names and which is the primary one; one that lost letters only where there is no other.

        Raises:
            ListFileError: There is no name.
        """
        if not self._names:
            raise ListFileError("The party has no name.", where=str(self._place), advice="Fetch the file again.")
        whole = [name for name in self._names if not has_lost_letters(name.text)] or self._names
        primary = min(whole, key=lambda name: name.rank)
        for name in whole:
            for prop, value in name.said:
                name.part.say(prop, value)
            name.part.say(words.ALIAS_KIND, "name" if name is primary else "a.k.a.")

    def _take(self, row: Node, column: str) -> str:
        """Return a field; the list writes N/A where it does not know."""
        text = row.find(column).strip()
        if has_lost_letters(text) and not column.endswith("url"):
            self._audit.warn(f"question marks where letters of {column} were", self._place)
        return "" if text == _UNKNOWN else text

    def _check_owner(self, row: Node, kind: str) -> None:
        owner = row.find(f"{kind}_{ENTITY}").strip()
        if owner != self._number:
            raise ListFileError(
                f"A part of party {owner!r} stands in a row of party {self._number}.",
                where=str(self._place),
                advice="Fetch the file again.",
            )

    def _state_entry(self, row: Node) -> None:
        entry = self._draft.open_part(self._place, words.ENTRY, self._number)
        programme = self._take(row, "Programme")
        if not programme:
            raise ListFileError(
                "The row names no programme.", where=str(self._place), advice="Fetch the file again."
            )
        entry.say(words.ENTRY_LIST, self._list_name)
        entry.say(words.ENTRY_PROGRAM, programme)
        entry.say(words.ENTRY_NUMBER, self._take(row, "EU_ref_num"))
        self._state_act(row, "Leba")

    def _state_act(self, row: Node, prefix: str) -> str:
        """State a regulation and return its title. It dates no listing: it may amend an earlier one."""
        joined = "" if prefix == "Leba" else f"{prefix}_leba"
        title, day, address = (
            self._take(row, f"{joined or prefix}_{name}") for name in ("numtitle", "publication_date", "url")
        )
        if joined:
            row.find(f"{prefix}_programme")
        if not title:
            return ""
        act = self._draft.open_part(self._place, words.ENTRY, self._number, words.ACT, make_key(title, day))
        act.say(words.ACT_KIND, "order")
        act.say(words.ACT_LEGAL_BASIS, title)
        act.say("Act.publicationUrl", address)
        self._say_dates(act, words.ACT_DATE, day)
        return title

    def _say_dates(self, part: Part, prop: str, text: str) -> None:
        for name, value in name_dates(prop, text, self._audit, self._place):
            part.say(name, value)

    def _state_name(self, row: Node, number: int) -> None:
        values = {name: self._take(row, f"Naal_{name}") for name in PARTS["Naal"]}
        regulation = self._state_act(row, "Naal")
        part = self._draft.open_part(self._place, words.ALIAS, str(number))
        text = values["wholename"]
        own = self._draft.open_part(self._place)
        beside = {"gender": "Person.gender", "title": "Person.title", "function": "Person.position"}
        for name, prop in beside.items():
            own.say(prop if self._draft.schema == "Person" else f"Eu.{name}", values[name])
        if not text:
            self._audit.warn("a name without text", self._place)
            return
        said = [
            (words.ALIAS_NAME, text),
            (words.ALIAS_QUALITY, "strong"),
            (words.ALIAS_LANGUAGE, values["language"]),
            ("Alias.regulation", regulation),
            *((f"{words.ALIAS_PART}{kind}", values[name]) for name, kind in _NAME_PARTS.items()),
        ]
        has_office = bool(values["function"] or values["title"])
        rank = rank_name(
            text, number, values["language"], has_office=has_office, has_family_name=bool(values["lastname"])
        )
        self._names.append(_Name(part, text, rank, said))

    def _state_address(self, row: Node, number: int) -> None:
        values = {prop: self._take(row, f"Addr_{name}") for name, prop in _ADDRESS.items()}
        country, other = self._take(row, "Addr_country"), self._take(row, "Addr_other")
        part = self._draft.open_part(self._place, words.ADDRESS, str(number))
        part.say(words.ADDRESS_FULL, ", ".join(filter(None, (*values.values(), country))))
        part.say(words.ADDRESS_COUNTRY, country)
        part.say(words.ADDRESS_REMARKS, other)
        part.say("Address.regulation", self._state_act(row, "Addr"))
        for prop, value in values.items():
            part.say(prop, value)
        for kind, value in _CONTACT.findall(other):
            self._draft.open_part(self._place).say(_CONTACTS[kind], value.strip())

    def _state_birth(self, row: Node, number: int) -> None:
        date, place, country = (self._take(row, f"Birt_{name}") for name in PARTS["Birt"])
        own = self._draft.open_part(Place("Birt", number))
        person = self._draft.schema == "Person"
        self._say_dates(own, "Person.birthDate" if person else "LegalEntity.incorporationDate", date)
        own.say("Person.birthPlace", ", ".join(filter(None, (place, country))))
        own.say("Person.birthCountry", country)
        self._state_act(row, "Birt")

    def _state_document(self, row: Node, number: int) -> None:
        text, country = (self._take(row, f"Iden_{name}") for name in PARTS["Iden"])
        found = _DOCUMENT.match(text)
        part = self._draft.open_part(self._place, words.DOCUMENT, str(number))
        part.say(words.DOCUMENT_NUMBER, found[1] if found else text)
        part.say("Identification.typeCode", found[2] if found else "")
        part.say(words.DOCUMENT_TYPE, found[3] if found else "")
        part.say(words.DOCUMENT_COMMENT, (found[4] or "") if found else "")
        part.say(words.DOCUMENT_COUNTRY, country)
        part.say("Identification.regulation", self._state_act(row, "Iden"))

    def _state_citizenship(self, row: Node, number: int) -> None:
        own = self._draft.open_part(Place("Citi", number))
        person = self._draft.schema == "Person"
        own.say("Person.citizenship" if person else "Thing.country", self._take(row, "Citi_country"))
        self._state_act(row, "Citi")
