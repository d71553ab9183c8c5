"""One version of a list on its way into the register: only what differs is written, all of it or nothing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from ostiary.model.errors import ListFileError
from ostiary.model.statements import Listing, Place
from ostiary.register.digests import Content, digest_contents, digest_list, read_contents
from ostiary.register.presence import Presence, load_presences
from ostiary.register.rows import StatementRow, load_all, read_content
from ostiary.register.schema import PARTY, PARTY_VERSION, RETRACTION, STATEMENT, insert_rows
from ostiary.register.texts import TextWriter, split_chunks

#: Parties whose statements are compared and written together: bounds the memory.
_BATCH = 200


@dataclass(slots=True)
class Tally:
    """Counts kept while a version is taken in; named as in :class:`~ostiary.register.recording.Recording`."""

    statements: int = 0
    listed: int = 0
    amended: int = 0
    delisted: int = 0
    statements_added: int = 0
    statements_retracted: int = 0


@dataclass(frozen=True, slots=True)
class _Changed:
    """A party to be written: its place in the register, and what is said of it and where."""

    number: str
    id: int
    is_new: bool
    digest: bytes
    contents: list[Content]
    places: list[Place]


class Intake:
    """Takes in the listings of one version.

    Args:
        connection: Within a writing transaction, which the caller ends.
        list_id: The list.
        version: Id that the version will have.

    Attributes:
        version: The same.
        tally: What was done so far.
    """

    def __init__(self, connection: Connection, list_id: str, version: int) -> None:
        self._connection = connection
        self._list_id = list_id
        self.version = version
        self._texts = TextWriter(connection)
        self._standing = load_presences(connection, list_id)
        self._last_party = connection.scalar(select(func.max(PARTY.c.id))) or 0
        self._last_statement = connection.scalar(select(func.max(STATEMENT.c.id))) or 0
        self._digests: dict[str, bytes] = {}
        self.tally = Tally()

    @property
    def parties(self) -> int:
        """Number of parties taken in so far."""
        return len(self._digests)

    @property
    def content_digest(self) -> str:
        """SHA-256, in hex, of what the version says so far."""
        return digest_list(self._digests)

    @property
    def unchanged(self) -> int:
        """Number of parties taken in so far of which the last version said the same."""
        return self.parties - self.tally.listed - self.tally.amended

    @property
    def lost(self) -> int:
        """Number of parties of the last version that were not taken in."""
        return len(self._gone())

    @property
    def listed_before(self) -> int:
        """Number of parties in the last version."""
        return sum(standing.digest is not None for standing in self._standing.values())

    def take(self, listings: Iterable[Listing]) -> None:
        """Write what differs from the last version.

        Raises:
            ListFileError: A party comes twice, or is not of this list.
        """
        for batch in split_chunks(self._find_changed(listings), _BATCH):
            self._write(batch)

    def retract_gone(self) -> None:
        """Write that the parties that were not taken in are gone."""
        gone = self._gone()
        for ids in split_chunks(gone, _BATCH):
            rows = load_all(self._connection, ids)
            self._retract(row.id for party in ids for row in rows[party] if row.gone is None)
        insert_rows(self._connection, PARTY_VERSION, [(party, self.version, None) for party in gone])
        self.tally.delisted = len(gone)

    def _gone(self) -> list[int]:
        return [
            standing.id
            for number, standing in self._standing.items()
            if standing.digest is not None and number not in self._digests
        ]

    def _find_changed(self, listings: Iterable[Listing]) -> Iterator[_Changed]:
        for listing in listings:
            number = self._read_number(listing)
            contents = read_contents(listing)
            digest = digest_contents(contents)
            self._digests[number] = digest
            self.tally.statements += len(contents)
            before = self._standing.get(number)
            if before is None or before.digest != digest:
                places = [statement.place for statement in listing.statements]
                yield _Changed(number, self._enter(before), before is None, digest, contents, places)

    def _enter(self, before: Presence | None) -> int:
        if before is None or before.digest is None:
            self.tally.listed += 1
        else:
            self.tally.amended += 1
        if before is not None:
            return before.id
        self._last_party += 1
        return self._last_party

    def _read_number(self, listing: Listing) -> str:
        list_id, _, number = listing.party_id.partition(":")
        if list_id != self._list_id or not number or "/" in number:
            raise ListFileError("This party is not of the list.", where=listing.party_id)
        if number in self._digests:
            raise ListFileError(
                "This party comes twice.",
                where=listing.party_id,
                advice="Fetch the file again; if it stays so, report it.",
            )
        below = listing.party_id + "/"
        for statement in listing.statements:
            if statement.subject != listing.party_id and not statement.subject.startswith(below):
                raise ListFileError(f"{statement.subject} is no part of this party.", where=listing.party_id)
        return number

    def _write(self, batch: Sequence[_Changed]) -> None:
        insert_rows(self._connection, PARTY, [(one.id, self._list_id, one.number) for one in batch if one.is_new])
        insert_rows(self._connection, PARTY_VERSION, [(one.id, self.version, one.digest) for one in batch])
        stored = load_all(self._connection, [one.id for one in batch if not one.is_new])
        added: list[tuple[int, Content, Place]] = []
        ended: list[int] = []
        for one in batch:
            standing = _group_standing(stored.get(one.id, ()))
            for content, place in zip(one.contents, one.places, strict=True):
                if standing.get(content):
                    standing[content].pop()
                else:
                    added.append((one.id, content, place))
            ended += (id_ for ids in standing.values() for id_ in ids)
        self._retract(ended)
        self._add(added)

    def _add(self, added: Sequence[tuple[int, Content, Place]]) -> None:
        texts = {text for _, content, _ in added for text in content[:3]} | {place.element for *_, place in added}
        ids = self._texts.store(texts)
        first = self._last_statement + 1
        self._last_statement += len(added)
        self.tally.statements_added += len(added)
        rows = [
            (
                id_,
                party,
                ids[subject],
                ids[prop],
                ids[value],
                *valid,
                ids[place.element],
                place.number,
                self.version,
            )
            for id_, (party, (subject, prop, value, *valid), place) in enumerate(added, first)
        ]
        insert_rows(self._connection, STATEMENT, rows)

    def _retract(self, statements: Iterable[int]) -> None:
        rows = [(id_, self.version) for id_ in statements]
        self.tally.statements_retracted += len(rows)
        insert_rows(self._connection, RETRACTION, rows)


def _group_standing(rows: Iterable[StatementRow]) -> defaultdict[Content, list[int]]:
    standing: defaultdict[Content, list[int]] = defaultdict(list)
    for row in rows:
        if row.gone is None:
            standing[read_content(row)].append(row.id)
    return standing
