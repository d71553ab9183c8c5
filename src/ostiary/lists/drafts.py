"""The statements of one party being collected while its file is still read."""

from operator import attrgetter
from typing import Final

from ostiary.lists.audit import Audit
from ostiary.lists.dates import name_dates
from ostiary.lists.keys import make_key
from ostiary.model import vocabulary as words
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

    def say_dates(self, prop: str, text: str, audit: Audit) -> None:
        """State each date that a text states; the audit is told of one that cannot be read."""
        for name, value in name_dates(prop, text, audit, self._place):
            self.say(name, value)


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

    def open_name(self, place: Place, key: str, name: str, kind: str, quality: str) -> Part:
        """State a written name with its kind and quality, and return it; ``key`` is its own below the party."""
        part = self.open_part(place, words.ALIAS, key)
        part.say(words.ALIAS_NAME, name)
        part.say(words.ALIAS_KIND, kind)
        part.say(words.ALIAS_QUALITY, quality)
        return part

    def remark(self, place: Place, about: tuple[str, str], remark: str) -> None:
        """State what is remarked on a property and its value; an empty remark states nothing."""
        if remark:
            feature = self.open_part(place, words.FEATURE, make_key(*about))
            feature.say(words.FEATURE_PROPERTY, about[0])
            feature.say(words.FEATURE_VALUE, about[1])
            feature.say(words.FEATURE_COMMENT, remark)

    def finish(self) -> Listing:
        """Return the whole party; what the list states twice stands once, with its first place."""
        if len(set(map(_WHAT, self._statements))) == len(self._statements):
            return Listing(self.party_id, tuple(self._statements))
        once = {_WHAT(statement): statement for statement in reversed(self._statements)}
        return Listing(self.party_id, tuple(reversed(once.values())))
