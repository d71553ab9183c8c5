"""Canada's consolidated list of autonomous sanctions in XML, in its first and in its bilingual form."""

from contextlib import closing
from typing import Final

from ostiary.lists.audit import Audit
from ostiary.lists.ca_sema.aliases import is_weak, part_aliases, part_name
from ostiary.lists.drafts import Draft, Part
from ostiary.lists.given import GivenFile
from ostiary.lists.keys import make_key
from ostiary.lists.nodes import Node
from ostiary.lists.records import Outline
from ostiary.lists.recordwise import Form, read_recordwise
from ostiary.lists.sources import Source
from ostiary.model import vocabulary as words
from ostiary.model.errors import ForeignListError, ListFileError
from ostiary.model.lists import ListDescription, ListReading
from ostiary.model.statements import Listing, Place

_OUTLINE: Final = Outline(
    namespace="", root="data-set", sections={"record": "record"}, publisher="the Government of Canada"
)
_LIST: Final = "Consolidated Canadian Autonomous Sanctions List"
#: Elements by the names that they had until 2025, each with its later one.
_LATER: Final = {
    "Country": "Country-Pays",
    "LastName": "LastName-NomDeFamille",
    "GivenName": "GivenName-Prenom",
    "EntityOrShip": "EntityOrShip-EntiteOuNavire",
    "TitleOrShip": "TitleOrShipType-TitreOuTypeDeNavire",
    "ShipIMONumber": "ShipIMONumber-NumeroOMIDuNavire",
    "DateOfBirthOrShipBuildDate": "DateOfBirthOrShipBuildDate-DateDeNaissanceOuDateDeConstructionDuNavire",
    "Aliases": "Aliases-Alias",
    "Schedule": "Schedule-Annexe",
    "Item": "Item-NumeroDarticle",
    "DateOfListing": "DateOfListing-DateDinscription",
}


def read_ca_sema(description: ListDescription, given: GivenFile) -> ListReading:
    """Read one file of the Canadian list, which does not state its date.

    Args:
        description: The list.
        given: The file, and when it was published.

    Raises:
        ListFileError: The file cannot be opened, is no such list, or nobody said when it was published.
        ForeignListError: It is of another publisher.
    """
    records = _Records()
    return read_recordwise(description, given, Form(_OUTLINE, _check_head, _take_root, records.take))


def _check_head(source: Source) -> None:
    """Check by its first record that the file is of this list: its root has a name that any might have."""
    with closing(source.read_nodes(_take_root)) as nodes:
        _, first = next(nodes, ("", None))
        if first is None or not (_take(first, "Country") and _take(first, "DateOfListing")):
            raise ForeignListError(
                f"The file is no list of this kind of {_OUTLINE.publisher}: its records name no country.",
                advice="Name the list that it is of.",
            )


def _take_root(root: Node) -> None:
    del root  # it has no attributes


def _take(node: Node, name: str) -> str:
    return node.take_value(name) or node.take_value(_LATER[name])


class _Records:
    """Takes the records of one file, which have no numbers: their place is counted."""

    def __init__(self) -> None:
        self._count = 0

    def take(self, record: str, node: Node, list_id: str, audit: Audit) -> Listing:
        """Return the party of a record."""
        self._count += 1
        fields = {name: _take(node, name) for name in _LATER}
        return _Record(fields, Place(record, self._count), audit).build(list_id)


class _Record:
    """One record, field by field."""

    def __init__(self, fields: dict[str, str], place: Place, audit: Audit) -> None:
        self._fields = fields
        self._place = place
        self._audit = audit

    def build(self, list_id: str) -> Listing:
        """Return the party.

        Raises:
            ListFileError: It has no name, no country, no item or no day of listing.
        """
        fields = self._fields
        name = " ".join(filter(None, (fields["GivenName"], fields["LastName"]))) or fields["EntityOrShip"]
        for what, value in (
            ("name", name),
            *((each, fields[each]) for each in ("Country", "Item", "DateOfListing")),
        ):
            if not value:
                raise ListFileError(
                    f"The record has no {what}.", where=str(self._place), advice="Fetch the file again."
                )
        schema = self._choose_schema()
        key = self._make_key(name)
        draft = Draft(f"{list_id}:{key}", schema)
        party = draft.open_part(self._place)
        party.say(words.SCHEMA, schema)
        self._state_names(draft, name)
        self._state_details(party, schema)
        self._state_entry(draft, key)
        return draft.finish()

    def _choose_schema(self) -> str:
        fields = self._fields
        if not fields["EntityOrShip"]:
            return "Person"
        if fields["LastName"] or fields["GivenName"]:
            self._audit.warn("a record that names a person and an entity, taken as an entity", self._place)
        return "Vessel" if fields["ShipIMONumber"] or fields["TitleOrShip"] else "LegalEntity"

    def _make_key(self, name: str) -> str:
        """Return what tells the party from all others, since the list numbers none.

        Country and schedule say which regulation; a number of an item may be given again when one is repealed, so
        the name goes with it. Other spelling of blanks, case or the French half changes nothing.
        """
        country = self._fields["Country"].partition("/")[0].strip().casefold()
        schedule = "".join(self._fields["Schedule"].split()).casefold()
        return make_key(country, schedule, self._fields["Item"], name.casefold())

    def _state_names(self, draft: Draft, name: str) -> None:
        primary = draft.open_name(self._place, "name", name, "name", "strong")
        primary.say(f"{words.ALIAS_PART}firstName", self._fields["GivenName"])
        primary.say(f"{words.ALIAS_PART}lastName", self._fields["LastName"])
        for half in part_name(name) if draft.schema != "Person" else ():
            spelling = draft.open_name(self._place, make_key(half), half, words.ALSO_WRITTEN, "strong")
            spelling.say(words.ALIAS_SPELLING_OF, primary.subject)
        field = self._fields["Aliases"]
        aliases = part_aliases(field, person=draft.schema == "Person")
        for alias in aliases:
            weak = draft.schema == "Person" and is_weak(alias)
            draft.open_name(self._place, make_key(alias), alias, "a.k.a.", "weak" if weak else "strong")
        draft.open_part(self._place).say("Ca.aliases", field if aliases != [field] else "")

    def _state_details(self, party: Part, schema: str) -> None:
        fields = self._fields
        date = {"Person": "Person.birthDate", "Vessel": "Vehicle.buildDate"}.get(schema, "Ca.date")
        party.say_dates(date, fields["DateOfBirthOrShipBuildDate"], self._audit)
        party.say("Vehicle.type" if schema == "Vessel" else "Person.title", fields["TitleOrShip"])
        party.say("Vessel.imoNumber", fields["ShipIMONumber"])
        party.say("Ca.schedule", fields["Schedule"])
        party.say("Ca.item", fields["Item"])

    def _state_entry(self, draft: Draft, key: str) -> None:
        entry = draft.open_part(self._place, words.ENTRY, key)
        entry.say(words.ENTRY_LIST, _LIST)
        entry.say(words.ENTRY_PROGRAM, self._fields["Country"])
        act = draft.open_part(self._place, words.ENTRY, key, words.ACT, "listed")
        act.say(words.ACT_EVENT, "Listed")
        act.say_dates(words.ACT_DATE, self._fields["DateOfListing"], self._audit)
