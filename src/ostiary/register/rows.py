"""Statements of some parties, read back as texts with the versions that brought and ended them."""

from collections.abc import Collection, Iterable
from typing import Final, NamedTuple, cast

from sqlalchemy import Connection, and_, bindparam, select

from ostiary.model import vocabulary as words
from ostiary.register.digests import Content
from ostiary.register.schema import RETRACTION, STATEMENT, TEXT
from ostiary.register.texts import bind_ids, find_texts, split_chunks


class StatementRow(NamedTuple):
    """One stored statement.

    The names and places of a row of the queries below. The rows that SQLAlchemy gives have the same and stand for
    it: copying 700,000 of them would take as long as reading them. Loops over a whole list use the places, since
    names take four times as long there.

    Attributes:
        id: Its number in the register.
        party: Number of its party in the register.
        subject: Its subject below the party (``/alias/29345``), empty for the party itself.
        property: Qualified property name.
        value: As published.
        valid_from: ISO day or empty.
        valid_until: ISO day or empty.
        first: Id of the version that brought it.
        gone: Id of the version that ended it, or None.
    """

    id: int
    party: int
    subject: str
    property: str
    value: str
    valid_from: str
    valid_until: str
    first: int
    gone: int | None


_SUBJECT, _PROPERTY, _VALUE = TEXT.alias("subject"), TEXT.alias("property"), TEXT.alias("value")
_ROWS = (
    select(
        STATEMENT.c.id,
        STATEMENT.c.party,
        _SUBJECT.c.value.label("subject"),
        _PROPERTY.c.value.label("property"),
        _VALUE.c.value.label("value"),
        STATEMENT.c.valid_from,
        STATEMENT.c.valid_until,
        STATEMENT.c.version.label("first"),
        RETRACTION.c.version.label("gone"),
    )
    .select_from(STATEMENT)
    .join(_SUBJECT, _SUBJECT.c.id == STATEMENT.c.subject)
    .join(_PROPERTY, _PROPERTY.c.id == STATEMENT.c.property)
    .join(_VALUE, _VALUE.c.id == STATEMENT.c.value)
    .outerjoin(RETRACTION, RETRACTION.c.statement == STATEMENT.c.id)
)
#: Whether a statement, joined with what ended it, stood in a version.
STANDS: Final = and_(
    STATEMENT.c.version <= bindparam("version"),
    RETRACTION.c.version.is_(None) | (RETRACTION.c.version > bindparam("version")),
)


_ALL_ROWS = _ROWS.where(STATEMENT.c.party.in_(bind_ids("parties")))
_SOURCES = (
    select(STATEMENT.c.party)
    .distinct()
    .outerjoin(RETRACTION, RETRACTION.c.statement == STATEMENT.c.id)
    .where(STANDS, STATEMENT.c.property == bindparam("property"), STATEMENT.c.value.in_(bind_ids("values")))
)


def read_content(row: StatementRow) -> Content:
    """Return what a statement says."""
    return row[2:7]


def stands_at(row: StatementRow, version: int) -> bool:
    """Whether a statement stood in a version."""
    return row.first <= version and (row.gone is None or row.gone > version)


def load_all(connection: Connection, parties: Iterable[int]) -> dict[int, list[StatementRow]]:
    """Return every statement ever recorded of some parties, by party."""
    found: dict[int, list[StatementRow]] = {}
    for chunk in split_chunks(parties):
        found.update({party: [] for party in chunk})
        # All at once: row by row takes twice the time.
        for row in connection.execute(_ALL_ROWS, {"parties": chunk}).all():
            found[row[1]].append(cast("StatementRow", row))
    return found


def find_sources(connection: Connection, party_ids: Collection[str], version: int) -> set[int]:
    """Return the parties from which, in a version, a relation pointed to one of some parties."""
    target = find_texts(connection, (words.RELATION_TARGET,)).get(words.RELATION_TARGET)
    bound = {"version": version, "property": target}
    return {
        source
        for chunk in split_chunks(find_texts(connection, party_ids).values())
        for source in connection.scalars(_SOURCES, {"values": chunk, **bound})
    }
