"""One designated vessel: its names, its IMO number, and an entry for each regulation that designates it."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ostiary.lists.audit import Audit
from ostiary.lists.dates import read_day
from ostiary.lists.drafts import Draft
from ostiary.lists.keys import make_key
from ostiary.lists.nodes import Node
from ostiary.lists.spellings import split_names
from ostiary.lists.tables import LINE
from ostiary.model import vocabulary as words
from ostiary.model.errors import ListFileError
from ostiary.model.lists import ListDescription
from ostiary.model.statements import Listing, Place

ROW: Final = "row"
IMO: Final = "IMO number"
#: What the vessel is subject to, and under which regulation; a column since the list is of several regulations.
SUBJECT: Final = "Subject to"
_NAME: Final = "Vessel name"
_APPLIES: Final = "Date of application"
#: Before there was such a column the list was of this one alone.
FIRST_REGULATION: Final = "Article 3s (Council Regulation 833/2014)"
_BASIS: Final = re.compile(r"([^()]+)\(([^()]+)\)")
_TOGETHER: Final = " + "
#: The bracket is not always closed.
_FORMERLY: Final = re.compile(r"([^()]+)\(formerly\s([^()]+)\)?")
_NUMBER: Final = re.compile(r"(?:IMO\s?)?(\d{7})")
_PRIMARY: Final = "name"
_ADVICE: Final = "A row is damaged, perhaps by cells that moved: fetch the file again, or report it."


def name_key(row: Node) -> str:
    """Return what tells a vessel from all others: its IMO number, which a hull keeps; else a key of its name."""
    number = row.attributes.get(IMO, "").strip()
    found = _NUMBER.fullmatch(number)
    return found[1] if found else make_key(row.attributes.get(_NAME, "").strip(), number)


class VesselReader:
    """Makes parties of rows.

    Args:
        description: The list.
        audit: Told of everything odd.
    """

    def __init__(self, description: ListDescription, audit: Audit) -> None:
        self._description = description
        self._audit = audit

    def read(self, key: str, rows: Sequence[Node]) -> Listing:
        """Return the party of a key.

        Raises:
            ListFileError: A row has no name, or no day from which the designation applies.
        """
        draft = Draft(f"{self._description.id}:{key}", "Vessel")
        known: set[str] = set()
        for row in rows:
            place = Place(LINE, row.take_number(LINE))
            if not known:
                draft.state(draft.party_id, words.SCHEMA, draft.schema, place)
            self._state_number(row, draft, place)
            self._state_entry(row, draft, place)
            self._state_names(row, draft, place, known)
            self._audit.check([row], place)
        return draft.finish()

    def _state_names(self, row: Node, draft: Draft, place: Place, known: set[str]) -> None:
        """Add the names of a row that are new; a hull that a further row calls otherwise is told."""
        first = not known
        for kind, name in _read_names(row.find(_NAME).strip(), place):
            if name in known:
                continue
            known.add(name)
            if not first and kind == _PRIMARY:
                self._audit.warn("a vessel that two rows call by different names, both of which are kept", place)
            primary = first and kind == _PRIMARY
            shown = "a.k.a." if kind == _PRIMARY and not first else kind
            key = _PRIMARY if primary else make_key(shown, name)
            draft.open_name(place, key, name, shown, "strong").say(f"{words.ALIAS_PART}vesselName", name)

    def _state_number(self, row: Node, draft: Draft, place: Place) -> None:
        text = row.find(IMO).strip()
        found = _NUMBER.fullmatch(text)
        if text and not found:
            self._audit.warn(
                "an IMO number that has not seven digits and is kept as text", f"{place}: {text[:50]!r}"
            )
        prop = "Vessel.imoNumber" if found else f"Vessel.imoNumber{words.UNREAD}"
        draft.state(draft.party_id, prop, found[1] if found else text, place)

    def _state_entry(self, row: Node, draft: Draft, place: Place) -> None:
        subject = row.find(SUBJECT).strip()
        found = _BASIS.fullmatch(subject)
        if not found:
            self._audit.warn("a regulation that is not named as usual", f"{place}: {subject[:200]!r}")
        measures, program = (found[1].strip(), found[2].strip()) if found else ("", subject)
        if not program:
            raise ListFileError("The row names no regulation.", where=str(place), advice=_ADVICE)
        applies = row.find(_APPLIES).strip()
        day = read_day(applies, str(place)).isoformat()
        key = make_key(program)
        entry = draft.open_part(place, words.ENTRY, key)
        entry.say(words.ENTRY_LIST, self._description.title)
        entry.say(words.ENTRY_PROGRAM, program)
        for measure in measures.split(_TOGETHER):
            entry.say(words.ENTRY_MEASURE, measure.strip())
        act = draft.open_part(place, words.ENTRY, key, words.ACT, make_key(day, measures))
        act.say(words.ACT_EVENT, measures or _APPLIES)
        act.say(words.ACT_DATE, day)
        act.say(words.ACT_LEGAL_BASIS, program)


def _read_names(text: str, place: Place) -> Iterator[tuple[str, str]]:
    """Yield kind and name of each name in a field: ``New Name (formerly Old Name; Older Name)``."""
    if not text:
        raise ListFileError("The row names no vessel.", where=str(place), advice=_ADVICE)
    found = _FORMERLY.fullmatch(text)
    yield _PRIMARY, found[1].strip() if found else text
    for former in split_names(found[2]) if found else ():
        yield "f.k.a.", former
