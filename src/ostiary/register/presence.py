"""Which parties a version of a list held, and since when each says what it says."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, select

from ostiary.register.schema import PARTY, PARTY_VERSION
from ostiary.register.texts import split_chunks


@dataclass(frozen=True, slots=True)
class Presence:
    """A party as one version left it.

    Attributes:
        id: Its number in the register.
        version: Id of the version that last changed it.
        digest: Of its content; None if it was gone.
    """

    id: int
    version: int
    digest: bytes | None


def load_presences(connection: Connection, list_id: str, version: int | None = None) -> dict[str, Presence]:
    """Return every party that a list ever held up to a version, by its number on the list.

    Args:
        connection: To the register.
        list_id: The list.
        version: Id of the version; None: the last one.
    """
    query = (
        select(PARTY.c.number, PARTY.c.id, PARTY_VERSION.c.version, PARTY_VERSION.c.digest)
        .join(PARTY_VERSION, PARTY_VERSION.c.party == PARTY.c.id)
        .where(PARTY.c.list_id == list_id)
        .order_by(PARTY_VERSION.c.version)
    )
    if version is not None:
        query = query.where(PARTY_VERSION.c.version <= version)
    # In the order of versions, so that the last one of each party stays.
    return {number: Presence(*found) for number, *found in connection.execute(query)}


def find_party(connection: Connection, party_id: str) -> int | None:
    """Return a party's number in the register, or None if it was never recorded."""
    list_id, _, number = party_id.partition(":")
    return connection.scalar(select(PARTY.c.id).where(PARTY.c.list_id == list_id, PARTY.c.number == number))


def find_parties(connection: Connection, list_id: str, numbers: Iterable[str]) -> dict[int, str]:
    """Return the numbers in the register of those of some parties that a list ever held, with theirs on it."""
    query = select(PARTY.c.id, PARTY.c.number).where(PARTY.c.list_id == list_id)
    found = (connection.execute(query.where(PARTY.c.number.in_(chunk))) for chunk in split_chunks(numbers))
    return {row.id: row.number for rows in found for row in rows}


def load_numbers(connection: Connection, parties: Iterable[int]) -> dict[int, str]:
    """Return the numbers on their list of some parties, by their numbers in the register."""
    query = select(PARTY.c.id, PARTY.c.number)
    found = (connection.execute(query.where(PARTY.c.id.in_(chunk))) for chunk in split_chunks(parties))
    return {row.id: row.number for rows in found for row in rows}


def load_path(connection: Connection, party: int) -> list[Presence]:
    """Return every change of one party, the first one first."""
    query = select(PARTY_VERSION).where(PARTY_VERSION.c.party == party).order_by(PARTY_VERSION.c.version)
    return [Presence(*row) for row in connection.execute(query)]
