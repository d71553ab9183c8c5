"""The register: the one door to what was listed, published and recorded."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import select

from ostiary.database import Store, open_store
from ostiary.model.changes import Change
from ostiary.model.errors import NotFoundError, QueryError
from ostiary.model.lists import ListReading
from ostiary.model.parties import Party
from ostiary.model.statements import ListVersion
from ostiary.register.comparison import compare_versions, trace_party
from ostiary.register.delisted import find_delisted, load_delisted
from ostiary.register.lookup import find_ids, find_programs
from ostiary.register.recording import Recording, record_version
from ostiary.register.schema import LAYOUT, LIST_VERSION
from ostiary.register.state import State
from ostiary.register.versions import RecordedVersion, choose_version, load_versions


def open_register(path: Path, *, create: bool = False, wait_seconds: float = 10.0) -> "Register":
    """Open the register in a file.

    Args:
        path: The SQLite file.
        create: Whether to make it, and its folder, if it is absent.
        wait_seconds: How long to wait for another writer before giving up.

    Raises:
        NotReadyError: The file is absent or empty, and not to be made.
        RegisterError: It is no register, is damaged, or was written by a newer release.
    """
    return Register(open_store(path, LAYOUT, create=create, wait_seconds=wait_seconds))


class Register:
    """The recorded versions of all lists. Close it, or use it in a ``with`` block.

    Every method may raise :class:`RegisterError` if the file cannot be read or written.

    Args:
        store: The open database; :func:`open_register` gives one.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._store.close()

    def record(
        self, reading: ListReading, *, accept_shrink: str = "", recorded: datetime | None = None
    ) -> Recording:
        """Read a list to its end and record it, in one transaction: all of it or nothing.

        Args:
            reading: The list being read; a fault of the file is raised from it and nothing is recorded.
            accept_shrink: Why a loss of parties is accepted; empty: it is not.
            recorded: When it is taken in, with a time zone; None: now.

        Raises:
            ListFileError: The file is at fault, or has shrunk (:class:`ShrunkenListError`).
            RegisterError: A later version is recorded already, or someone else is recording.
        """
        moment = datetime.now(UTC) if recorded is None else recorded
        if moment.tzinfo is None:
            raise QueryError("The time of recording has no time zone.", advice="Give one, UTC for instance.")
        with self._store.write() as connection:
            recording = record_version(connection, reading, accept_shrink.strip(), moment)
        self._store.fold_log()
        return recording

    def list_ids(self) -> tuple[str, ...]:
        """Return the ids of the recorded lists, sorted."""
        with self._store.read() as connection:
            query = select(LIST_VERSION.c.list_id).distinct().order_by(LIST_VERSION.c.list_id)
            return tuple(connection.scalars(query))

    def versions(self, list_id: str) -> tuple[ListVersion, ...]:
        """Return the recorded versions of a list, the first one first; empty if none is."""
        with self._store.read() as connection:
            return tuple(one.version for one in load_versions(connection, list_id))

    def state(
        self,
        list_id: str,
        *,
        valid_on: date | None = None,
        known_at: date | str | None = None,
        recorded_at: datetime | None = None,
    ) -> State:
        """Return what was known of a list at one version: the last one, or as of a date.

        Args:
            list_id: The list.
            valid_on: Leave out what was certainly not in force on this day: statements whose own dates exclude it,
                entries whose acts are all later, parties left without an entry by that, and programs that were
                still absent in a version published on or after it.
            known_at: A day: the latest version published on or before it; or the label of a version.
            recorded_at: Only versions recorded by then count; needs a time zone.

        Raises:
            NotFoundError: There is no such version.
            QueryError: A date cannot be used.
        """
        return State(self._store, self._find_known(list_id, known_at, recorded_at), valid_on)

    def _find_known(
        self, list_id: str, known_at: date | str | None, recorded_at: datetime | None
    ) -> tuple[RecordedVersion, ...]:
        with self._store.read() as connection:
            versions = load_versions(connection, list_id)
        chosen = choose_version(versions, list_id=list_id, known_at=known_at, recorded_at=recorded_at)
        return versions[: chosen + 1]

    def party(
        self,
        party_id: str,
        *,
        valid_on: date | None = None,
        known_at: date | str | None = None,
        recorded_at: datetime | None = None,
    ) -> Party:
        """Return one party as of some dates; of a delisted one its last state, with ``delisted_in``.

        Args:
            party_id: The party.
            valid_on: As for :meth:`state`.
            known_at: As for :meth:`state`.
            recorded_at: As for :meth:`state`.

        Raises:
            NotFoundError: It was not known, or not in force, by then.
            QueryError: A date cannot be used.
        """
        list_id = party_id.partition(":")[0]
        known = self._find_known(list_id, known_at, recorded_at)
        party = State(self._store, known, valid_on).party(party_id)
        party = party or find_delisted(self._store, party_id, known, valid_on)
        if party is None:
            day = f" as of {valid_on}" if valid_on else ""
            raise NotFoundError(
                f"No such party is listed in version {known[-1].version.label}{day}.",
                where=party_id,
                advice="Look it up by number or name, or ask for a later date.",
            )
        return party

    def delisted(self, list_id: str, *, known_at: date | str | None = None) -> Iterator[Party]:
        """Give the parties that stood in an earlier version of a list and do not in one, each in its last state.

        Args:
            list_id: The list.
            known_at: The version, as for :meth:`state`; None: the last one.

        Raises:
            NotFoundError: There is no such version.
        """
        return load_delisted(self._store, self._find_known(list_id, known_at, None))

    def programs(self) -> tuple[str, ...]:
        """Return the tags of all programs that any recorded version ever named, sorted."""
        with self._store.read() as connection:
            return find_programs(connection)

    def find_ids(self, number_or_name: str) -> tuple[str, ...]:
        """Return the parties that a text names exactly, ordered by list and number.

        Args:
            number_or_name: A number on any list, a party id, or a name that was ever listed, in any case.
        """
        with self._store.read() as connection:
            return find_ids(connection, number_or_name)

    def changes(self, list_id: str, since: date | str, until: date | str) -> Iterator[Change]:
        """Give what changed in a list between two versions: listed, amended, delisted, each by party number.

        Args:
            list_id: The list.
            since: A day: the state at its end; or the label of a version.
            until: Likewise. If both ends come to one version, nothing changed.

        Raises:
            NotFoundError: There is no such version.
            QueryError: A date cannot be used, or ``since`` is after ``until``.
        """
        with self._store.read() as connection:
            versions = load_versions(connection, list_id)
        before = choose_version(versions, list_id=list_id, known_at=since)
        after = choose_version(versions, list_id=list_id, known_at=until)
        if before > after:
            raise QueryError(f"{since} is after {until}.", where=list_id, advice="Put the earlier one first.")
        return compare_versions(self._store, versions[before], versions[after]) if before < after else iter(())

    def history(self, party_id: str) -> tuple[tuple[ListVersion, Change], ...]:
        """Return what each version changed for a party, the first one first.

        In the first recorded version of a list every party comes as ``listed``: the register knows nothing before.

        Raises:
            NotFoundError: It was never recorded.
        """
        history = trace_party(self._store, party_id)
        if not history:
            raise NotFoundError("No such party was ever recorded.", where=party_id, advice="Look it up by name.")
        return history
