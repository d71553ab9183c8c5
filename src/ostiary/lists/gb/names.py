"""The names of a party: one primary name, its spellings, other names, each perhaps in another script too."""

from collections.abc import Sequence
from typing import Final

from ostiary.lists.audit import Audit
from ostiary.lists.drafts import Draft
from ostiary.lists.gb.mapping import load_mapping
from ostiary.lists.keys import make_key
from ostiary.lists.nodes import Node
from ostiary.model import vocabulary as words
from ostiary.model.errors import ListFileError
from ostiary.model.statements import Place

_PRIMARY: Final = "name"
#: The kind of a name whose kind the row does not say.
_UNKNOWN: Final = "a.k.a."
_GIVEN: Final = tuple(f"Name {number}" for number in range(1, 6))
_PARTS: Final = ("firstName", "middleName", "middleName", "middleName", "middleName", "lastName")
_OTHER_PARTS: Final = {"LegalEntity": "entityName", "Vessel": "vesselName"}


class NameReader:
    """States the names of one party.

    Args:
        draft: The party.
        audit: Told of unknown kinds of names and of parties without a primary name.
    """

    def __init__(self, draft: Draft, audit: Audit) -> None:
        self._draft = draft
        self._audit = audit
        self._primary = ""
        self._primary_parts: list[str] = []

    def read(self, rows: Sequence[Node], places: Sequence[Place]) -> None:
        """State the name of every row that has one.

        Raises:
            ListFileError: There is none.
        """
        kinds = [self._take_kind(row, place) for row, place in zip(rows, places, strict=True)]
        names = [[row.find(column).strip() for column in (*_GIVEN, "Name 6")] for row in rows]
        first = self._find_primary(names, kinds, places)
        kinds[first] = _PRIMARY
        self._primary_parts = names[first]
        self._state(names[first], _PRIMARY, rows[first], places[first])
        for row, place, kind, parts in zip(rows, places, kinds, names, strict=True):
            self._read_row(row, place, kind, parts)

    def _find_primary(self, names: list[list[str]], kinds: list[str], places: Sequence[Place]) -> int:
        """Return the row with the primary name; the list forgot it for a few parties."""
        named = [position for position, parts in enumerate(names) if any(parts)]
        if not named:
            raise ListFileError(
                "The party has no name.", where=str(places[0]), advice="The file is incomplete: fetch it again."
            )
        primary = [position for position in named if kinds[position] == _PRIMARY]
        if not primary:
            self._audit.warn("a party without a primary name, of which the first name is taken", places[0])
        return (primary or named)[0]

    def _take_kind(self, row: Node, place: Place) -> str:
        text = row.find("Name type").strip()
        kind = load_mapping().name_types.get(text.lower(), "")
        if text and not kind:
            self._audit.warn(f"unknown kind of name {text!r}", place)
        return kind or text

    def _read_row(self, row: Node, place: Place, kind: str, parts: list[str]) -> None:
        subject = self._primary
        if any(parts):
            kind = self._choose_kind(kind, parts)
            subject = self._state(parts, kind, row, place)
        self._state_script(row, place, subject, words.ALSO_WRITTEN if kind in {_PRIMARY, ""} else kind)
        row.find("Alias strength")

    def _choose_kind(self, kind: str, parts: list[str]) -> str:
        """Return the kind of a name; a second primary name is a spelling of the first."""
        if kind in {_PRIMARY, words.ALSO_WRITTEN}:
            return _PRIMARY if parts == self._primary_parts else words.ALSO_WRITTEN
        return kind or _UNKNOWN

    def _name(self, kind: str, parts: list[str]) -> str:
        return f"{self._draft.party_id}/{words.ALIAS}/{make_key(kind, *parts)}"

    def _state(self, parts: list[str], kind: str, row: Node, place: Place) -> str:
        """State one name and return its subject."""
        subject = self._name(kind, parts)
        if kind == _PRIMARY:
            self._primary = subject
        name = " ".join(filter(None, parts))
        part = self._draft.open_name(place, make_key(kind, *parts), name, kind, _judge(row))
        if kind == words.ALSO_WRITTEN:
            part.say(words.ALIAS_SPELLING_OF, self._primary)
        if self._draft.schema in _OTHER_PARTS:
            part.say(words.ALIAS_PART + _OTHER_PARTS[self._draft.schema], name)
        else:
            for kind_of_part, value in zip(_PARTS, parts, strict=True):
                part.say(words.ALIAS_PART + kind_of_part, value)
        return subject

    def _state_script(self, row: Node, place: Place, spelling_of: str, kind: str) -> None:
        """State the same name in another script, which is of the same kind."""
        text = row.find("Name non-latin script").strip()
        script, language = row.find("Non-latin script type").strip(), row.find("Non-latin script language").strip()
        if not text:
            return
        part = self._draft.open_name(place, make_key(kind, text), text, kind, _judge(row))
        part.say(words.ALIAS_SCRIPT, script)
        part.say(words.ALIAS_LANGUAGE, language)
        part.say(words.ALIAS_SPELLING_OF, spelling_of)


def _judge(row: Node) -> str:
    """Return the quality of the row's name: weak where the list says low."""
    return "weak" if row.attributes.get("Alias strength", "").strip().lower().startswith("low") else "strong"
