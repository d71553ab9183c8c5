"""Parties by what a user types: a number, an id, or a listed name."""

from sqlalchemy import Connection, and_, or_, select

from ostiary.model import vocabulary as words
from ostiary.register.schema import PARTY, STATEMENT, TEXT
from ostiary.register.subjects import order_number
from ostiary.register.texts import find_folded, find_texts


def find_ids(connection: Connection, text: str) -> tuple[str, ...]:
    """Return the ids of the parties that a text names exactly, ordered by list and number.

    Args:
        connection: To the register.
        text: A number (any list), a party id, or a name that was ever listed, in any case.
    """
    wanted = text.strip()
    list_id, _, number = wanted.partition(":")
    named = select(STATEMENT.c.party).where(
        STATEMENT.c.property.in_(find_texts(connection, [words.ALIAS_NAME]).values()),
        STATEMENT.c.value.in_(find_folded(connection, wanted)),
    )
    query = select(PARTY.c.list_id, PARTY.c.number).where(
        or_(
            PARTY.c.number == wanted,
            and_(PARTY.c.list_id == list_id, PARTY.c.number == number),
            PARTY.c.id.in_(named),
        )
    )
    rows = sorted(connection.execute(query), key=lambda row: (row.list_id, order_number(row.number)))
    return tuple(f"{row.list_id}:{row.number}" for row in rows)


def find_programs(connection: Connection) -> tuple[str, ...]:
    """Return all program tags that any version ever named, sorted; every statement is looked at."""
    query = (
        select(TEXT.c.value)
        .join(STATEMENT, STATEMENT.c.value == TEXT.c.id)
        .where(STATEMENT.c.property.in_(find_texts(connection, [words.ENTRY_PROGRAM]).values()))
        .distinct()
        .order_by(TEXT.c.value)
    )
    return tuple(connection.scalars(query))
