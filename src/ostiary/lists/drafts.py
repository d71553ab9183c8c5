"""The statements of one party being collected while its file is still read."""

from operator import attrgetter
from typing import Final

from ostiary.model.statements import Listing, Place, Statement

#: One date in law without an end, or no date at all: first day, last day, ISO or empty.
ALWAYS: Final = ("", "")
#: What a statement says, wherever it stands.
_WHAT: Final = attrgetter("subject", "property", "value", "valid_from", "valid_until")


class Part:
    """One subject of a party's statements: the party itself, an alias, a document.

    Attributes:
        subject: Its subject.
    """

    __slots__ = ("_draft", "_place", "subject")

    def __init__(self, draft: "Draft", subject: str, place: Place) -> None:
        self._draft = draft
        self._place = place
        self.subject = subject

    def say(self, prop: str, value: str) -> None:
        """State something of it; an empty value states nothing."""
        self._draft.state(self.subject, prop, value, self._place)


class Draft:
    """The statements of one party while the file is still being read.

    Args:
        party_id: The party.
        schema: Its FollowTheMoney schema.
    """

    __slots__ = ("_statements", "party_id", "schema")

    def __init__(self, party_id: str, schema: str) -> None:
        self.party_id = party_id
        self.schema = schema
        self._statements: list[Statement] = []

    def state(self, subject: str, prop: str, value: str, place: Place, valid: tuple[str, str] = ALWAYS) -> None:
        """Add a statement; an empty value states nothing."""
        if value:
            self._statements.append(Statement(subject, prop, value, place, *valid))

    def open_part(self, place: Place, *path: str) -> Part:
        """Return a subject below the party (``"alias", "29345"``), or the party itself without a path."""
        return Part(self, "/".join((self.party_id, *path)), place)

    def finish(self) -> Listing:
        """Return the whole party; what the list states twice stands once, with its first place."""
        if len(set(map(_WHAT, self._statements))) == len(self._statements):
            return Listing(self.party_id, tuple(self._statements))
        once = {_WHAT(statement): statement for statement in reversed(self._statements)}
        return Listing(self.party_id, tuple(reversed(once.values())))
