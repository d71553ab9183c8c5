"""One party of a British list: all rows of its number, in which most fields stand again and again."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ostiary.lists.audit import Audit
from ostiary.lists.dates import name_dates
from ostiary.lists.drafts import Draft
from ostiary.lists.gb.documents import state_documents
from ostiary.lists.gb.entries import state_entry
from ostiary.lists.gb.mapping import load_mapping
from ostiary.lists.gb.names import NameReader
from ostiary.lists.gb.numbered import split_numbered
from ostiary.lists.keys import make_key
from ostiary.lists.nodes import Node
from ostiary.lists.tables import LINE
from ostiary.model import vocabulary as words
from ostiary.model.errors import ListFileError
from ostiary.model.lists import ListDescription
from ostiary.model.statements import Listing, Place

_LINES: Final = tuple(f"Address Line {number}" for number in range(1, 7))
_INCOMPLETE: Final = "The file is incomplete: fetch it again."


class PartyReader:
    """Makes parties of rows in the words of the UK Sanctions List.

    Args:
        description: The list.
        audit: Told of everything odd.
    """

    def __init__(self, description: ListDescription, audit: Audit) -> None:
        self._description = description
        self._audit = audit
        self._mapping = load_mapping()

    def read(self, number: str, rows: Sequence[Node]) -> Listing:
        """Return the party of a number.

        Args:
            number: The list's own.
            rows: Its rows, each with its line under ``line``; what it does not know of them is audited.

        Raises:
            ListFileError: It has no name, no regime or no type, or its rows are of several types.
        """
        places = [Place(LINE, row.take_number(LINE)) for row in rows]
        draft = Draft(f"{self._description.id}:{number}", self._choose_schema(rows, places[0]))
        draft.state(draft.party_id, words.SCHEMA, draft.schema, places[0])
        NameReader(draft, self._audit).read(rows, places)
        for row, place in zip(rows, places, strict=True):
            self._read_row(row, draft, place)
        return draft.finish()

    def _choose_schema(self, rows: Iterable[Node], place: Place) -> str:
        kinds = {row.find("Designation Type").strip() for row in rows} - {""}
        if len(kinds) != 1 or (kind := next(iter(kinds))).lower() not in self._mapping.schemas:
            raise ListFileError(
                f"The party is of the types {sorted(kinds)}, and one known type is due.",
                where=str(place),
                advice=_INCOMPLETE,
            )
        return self._mapping.schemas[kind.lower()]

    def _read_row(self, row: Node, draft: Draft, place: Place) -> None:
        notes = row.attributes.get("Other Information", "")
        for prop, value in self._read_properties(row, draft.schema, place):
            draft.state(draft.party_id, prop, value, place)
        draft.state(draft.party_id, words.NOTES, notes, place)
        _state_address(row, draft, place)
        state_documents(row, draft, place, self._audit)
        state_entry(row, draft, place, self._description.entry_list)
        row.find("Other Information")
        self._audit.check([row], place)

    def _read_properties(self, row: Node, schema: str, place: Place) -> Iterator[tuple[str, str]]:
        for column, prop in self._mapping.properties.items():
            if text := row.find(column):
                yield from ((prop, value) for value in split_numbered(text).values())
        for column, prop in self._mapping.dates.items():
            for value in split_numbered(row.find(column)).values():
                yield from name_dates(prop, value, self._audit, place)
        if schema == "Vessel":  # a company's own number is a document
            yield "Vessel.imoNumber", row.find("IMO number").strip()


def _state_address(row: Node, draft: Draft, place: Place) -> None:
    lines = [row.find(column).strip() for column in _LINES]
    code, country = row.find("Address Postal Code").strip(), row.find("Address Country").strip()
    values = [*lines, code, country]
    if not any(values):
        return
    part = draft.open_part(place, words.ADDRESS, make_key(*values))
    part.say(words.ADDRESS_FULL, ", ".join(filter(None, values)))
    part.say(words.ADDRESS_COUNTRY, country)
    part.say("Address.postalCode", code)
    for position, line in enumerate(lines, 1):
        part.say(f"Address.line{position}", line)
