"""The database file: opened, checked, read from and written to, its faults turned into our errors."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Self

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from ostiary.database.layout import Layout
from ostiary.model.errors import RegisterError

_WRITES = "ostiary_writes"
#: KiB of pages kept in memory: the indexes while a list is recorded; a whole list is read as fast with few.
_WRITING_CACHE, _READING_CACHE = 48_000, 8_000
#: Statements that a connection keeps ready: those that name many parties by number take a megabyte each.
_STATEMENTS = 8
_BUSY = ("database is locked", "database is busy")


class Store:
    """A database with our tables; :func:`open_store` gives one. Close it, or use it in a ``with`` block.

    Args:
        engine: Connected to it.
        where: Its name in errors.
        what: What it is, in errors.
    """

    def __init__(self, engine: Engine, where: str, what: str) -> None:
        self._engine = engine
        self._where = where
        self._what = what

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection that sees one unchanging state of the database.

        Raises:
            RegisterError: The database is damaged or cannot be read.
        """
        with _guard_errors(self._where, self._what), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Give the one connection that may write; what it wrote is kept only if the block ends without an error.

        Raises:
            RegisterError: Another writer did not finish in time, or the database is damaged or cannot be written.
        """
        writer = self._engine.execution_options(**{_WRITES: True})
        with _guard_errors(self._where, self._what), writer.begin() as connection:
            yield connection

    def fold_log(self) -> None:
        """Fold the log of the last transaction into the file, unless a reader still needs it."""
        if self._engine.dialect.name != "sqlite":
            return
        # What was written is safe already, so a fault here is none, and nobody is waited for.
        with suppress(DBAPIError, sqlite3.Error), self._engine.connect() as connection:
            cursor = connection.connection.cursor()
            cursor.execute("PRAGMA busy_timeout=0")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.invalidate()  # with its waiting time, which was changed

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()


@contextmanager
def _guard_errors(where: str, what: str) -> Iterator[None]:
    """Turn faults of the database into errors that say what to do.

    Raises:
        RegisterError: For every fault of the database.
    """
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        reason = str(error.orig if isinstance(error, DBAPIError) else error)
        if any(busy in reason for busy in _BUSY):
            raise RegisterError(
                f"Someone else is writing to the {what}.", where=where, advice="Try again when that has ended."
            ) from error
        raise RegisterError(
            f"The {what} cannot be used: {reason}.",
            where=where,
            advice="Check the disk and the permissions; restore a damaged file, or record what it held anew.",
        ) from error


def open_store(path: Path, layout: Layout, *, create: bool, wait_seconds: float = 10.0) -> Store:
    """Open a store's SQLite file and check that it is one of ours.

    Args:
        path: The file.
        layout: What it must hold.
        create: Whether to make it, and its folder, if it is absent.
        wait_seconds: How long a writer waits for another one.

    Raises:
        NotReadyError: It is absent or empty and not to be made.
        RegisterError: It is no such store, is damaged, or was written by a newer release.
    """
    where = path.name
    empty = not path.exists() or (path.is_file() and path.stat().st_size == 0)
    if empty and not create:
        raise layout.miss(where)
    if path.is_dir():
        raise RegisterError("This is a directory.", where=where, advice=f"Name the file of the {layout.what}.")
    _make_parent(path, where)
    store = Store(_connect(path, wait_seconds), where, layout.what)
    try:
        _check(store, layout, where, create=create)
    except BaseException:
        store.close()
        raise
    return store


def _check(store: Store, layout: Layout, where: str, *, create: bool) -> None:
    with store.read() as connection:
        missing = layout.is_missing(connection, where)
    if missing and not create:
        raise layout.miss(where)
    if missing:
        with store.write() as connection:
            layout.make(connection)


def _make_parent(path: Path, where: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RegisterError(
            f"Its folder cannot be made: {error.strerror}.", where=where, advice="Choose another place."
        ) from error


def _connect(path: Path, wait_seconds: float) -> Engine:
    """Return an engine on a SQLite file: one writer, readers never blocked, transactions begun by us.

    Where nothing can be written the file is read as it stands.

    """
    fixed = _cannot_change(path)
    address = URL.create("sqlite", database=str(path))
    if fixed:
        # Else SQLite would look for a log, and refuse since it may not make one.
        flags = {"immutable": "1", "uri": "true"}
        address = URL.create("sqlite", database=path.resolve().as_uri(), query=flags)
    engine = create_engine(address, connect_args={"timeout": wait_seconds, "cached_statements": _STATEMENTS})

    @event.listens_for(engine, "connect")
    def set_up(connection: sqlite3.Connection, _record: object) -> None:
        # The driver would begin transactions late and only for some statements.
        connection.isolation_level = None
        if not fixed:
            connection.execute("PRAGMA journal_mode=WAL")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(_WRITES, False)
        connection.exec_driver_sql(f"PRAGMA cache_size=-{_WRITING_CACHE if writes else _READING_CACHE}")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _cannot_change(path: Path) -> bool:
    """Whether a file is there and nothing beside it can be written, so that no log of it can be left or come."""
    log = path.with_name(path.name + "-wal")
    logged = log.exists() and log.stat().st_size > 0
    return path.is_file() and not os.access(path.parent, os.W_OK) and not logged
