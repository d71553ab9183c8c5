"""What other entities tell of a party: sanctions, documents, wallets, addresses, relations."""

from collections.abc import Iterable
from typing import Final

from ostiary.lists.audit import Audit
from ostiary.lists.drafts import ALWAYS, Draft, Part
from ostiary.lists.ftm.entities import Entity
from ostiary.lists.ftm.words import load_words
from ostiary.lists.keys import make_key
from ostiary.model import vocabulary as words
from ostiary.model.statements import Place

_DATES: Final = frozenset(
    {"startDate", "endDate", "listingDate", "date", "birthDate", "creationDate", "modifiedAt"}
)
#: The property of a detail that names the party, which its place below the party says already.
_OWNERS: Final = frozenset({"entity", "holder"})


class DetailReader:
    """States details under the party that they tell of.

    Args:
        draft: The party.
        audit: Told of dates that cannot be read.
    """

    def __init__(self, draft: Draft, audit: Audit) -> None:
        self._draft = draft
        self._audit = audit
        self._words = load_words()

    def state_part(self, detail: Entity, kind: str, schema: str) -> None:
        """State a document, wallet or address as a part of that kind, its properties those of a schema."""
        part = self._draft.open_part(self.find_place(detail), kind, make_key(detail.id))
        self._state_properties(part, detail, schema)

    def state_entry(self, sanction: Entity) -> None:
        """State a sanction as an entry; its programs end on the day on which it does."""
        place, key = self.find_place(sanction), make_key(sanction.id)
        ends = sanction.properties.get("endDate", ())
        entry = self._draft.open_part(place, words.ENTRY, key)
        self._state_properties(entry, sanction, "Sanction", without=frozenset({"program"}))
        programs = sanction.properties.get("program") or sanction.properties.get("programId", ())
        valid = ("", max(ends)) if ends else ALWAYS
        for program in programs:
            self._draft.state(entry.subject, words.ENTRY_PROGRAM, program, place, valid)
        listed = sanction.properties.get("listingDate") or sanction.properties.get("startDate", ())
        self._state_acts(key, place, ("designation", "Listed"), listed)
        self._state_acts(key, place, ("delisting", "Delisted"), ends)

    def state_relation(self, link: Entity, target: Entity, target_id: str) -> None:
        """State a relation to another designated party."""
        place = self.find_place(link)
        part = self._draft.open_part(place, words.RELATION, make_key(link.id, target.id))
        part.say(words.RELATION_TYPE, link.schema)
        part.say(words.RELATION_TARGET, target_id)
        ends = frozenset(self._words.relations[link.schema])
        self._state_properties(part, link, "Relation", without=ends)

    def state_dates(self, part: Part, prop: str, values: Iterable[str]) -> None:
        """State dates of a part in EDTF."""
        for value in values:
            part.say_dates(prop, value, self._audit)

    @staticmethod
    def find_place(entity: Entity) -> Place:
        """Return where an entity stands in the file."""
        return Place("line", entity.line)

    def _state_properties(
        self, part: Part, detail: Entity, schema: str, without: frozenset[str] = frozenset()
    ) -> None:
        ours = self._words.parts.get(schema, {})
        for prop, values in detail.properties.items():
            if prop in _OWNERS or prop in without:
                continue
            name = ours.get(prop, f"{schema}.{prop}")
            if prop in _DATES:
                self.state_dates(part, name, values)
                continue
            for value in values:
                part.say(name, value)

    def _state_acts(self, entry: str, place: Place, said: tuple[str, str], days: Iterable[str]) -> None:
        kind, event = said
        for day in days:
            act = self._draft.open_part(place, words.ENTRY, entry, words.ACT, make_key(event, day))
            act.say(words.ACT_KIND, kind)
            act.say(words.ACT_EVENT, event)
            act.say_dates(words.ACT_DATE, day, self._audit)
