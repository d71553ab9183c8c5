"""The database file: opened, checked, read from and written to, its faults turned into our errors."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, select
from sqlalchemy.exc import DBAPIError

from ostiary.model.errors import NotReadyError, RegisterError
from ostiary.register.schema import FORMAT, METADATA, SCHEMA_VERSION

_WRITES = "ostiary_writes"
_BUSY = ("database is locked", "database is busy")


class Store:
    """A database with our tables.

    Args:
        engine: Connected to it; see :func:`open_store`.
        where: Its name in errors.
        what: What it is, in errors.
    """

    def __init__(self, engine: Engine, where: str, what: str = "register") -> None:
        self._engine = engine
        self._where = where
        self._what = what

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection that sees one unchanging state of the database.

        Raises:
            RegisterError: The database is damaged or cannot be read.
        """
        with guard_errors(self._where, self._what), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Give the one connection that may write; what it wrote is kept only if the block ends without an error.

        Raises:
            RegisterError: Another writer did not finish in time, or the database is damaged or cannot be written.
        """
        writer = self._engine.execution_options(**{_WRITES: True})
        with guard_errors(self._where, self._what), writer.begin() as connection:
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
def guard_errors(where: str, what: str = "register") -> Iterator[None]:
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


def open_store(path: Path, *, create: bool, wait_seconds: float) -> Store:
    """Open a register's SQLite file and check that it is one of ours.

    Args:
        path: The file.
        create: Whether to make it if it is absent.
        wait_seconds: How long a writer waits for another one.

    Raises:
        NotReadyError: It is absent and not to be made.
        RegisterError: It is no register, is damaged, or was written by a newer release.
    """
    where = path.name
    empty = not path.exists() or (path.is_file() and path.stat().st_size == 0)
    if empty and not create:
        raise NotReadyError("There is no register yet.", where=where, advice="Record a list first.")
    if path.is_dir():
        raise RegisterError("This is a directory.", where=where, advice="Name the register's file.")
    with guard_errors(where):
        _make_parent(path, where)
        engine = connect_sqlite(path, wait_seconds)
        try:
            _check_format(engine, where, create=create)
        except BaseException:
            engine.dispose()
            raise
    return Store(engine, where)


def _make_parent(path: Path, where: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RegisterError(
            f"Its folder cannot be made: {error.strerror}.", where=where, advice="Choose another place."
        ) from error


def connect_sqlite(path: Path, wait_seconds: float) -> Engine:
    """Return an engine on a SQLite file: one writer, readers never blocked, transactions begun by us.

    Where nothing can be written the file is read as it stands.

    Args:
        path: The file, made if absent.
        wait_seconds: How long a writer waits for another one.
    """
    fixed = _cannot_change(path)
    address = URL.create("sqlite", database=str(path))
    if fixed:
        # Else SQLite would look for a log, and refuse since it may not make one.
        flags = {"immutable": "1", "uri": "true"}
        address = URL.create("sqlite", database=path.resolve().as_uri(), query=flags)
    engine = create_engine(address, connect_args={"timeout": wait_seconds})

    @event.listens_for(engine, "connect")
    def set_up(connection: sqlite3.Connection, _record: object) -> None:
        # The driver would begin transactions late and only for some statements.
        connection.isolation_level = None
        if not fixed:
            connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA cache_size=-48000")  # KiB: the indexes stay in memory while a list is recorded

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(_WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _cannot_change(path: Path) -> bool:
    """Whether a file is there and nothing beside it can be written, so that no log of it can be left or come."""
    log = path.with_name(path.name + "-wal")
    logged = log.exists() and log.stat().st_size > 0
    return path.is_file() and not os.access(path.parent, os.W_OK) and not logged


def _check_format(engine: Engine, where: str, *, create: bool) -> None:
    with engine.begin() as connection:
        tables = set(inspect(connection).get_table_names())
        found = connection.scalar(select(FORMAT.c.version)) if FORMAT.name in tables else None
    if found is None and not tables:
        if not create:
            raise NotReadyError("The register is empty.", where=where, advice="Record a list first.")
        _create_tables(engine)
    elif found is None:
        raise RegisterError("This database is no register of Ostiary.", where=where, advice="Name another file.")
    elif found > SCHEMA_VERSION:
        raise RegisterError(
            f"The register has format {found}, and this release knows up to {SCHEMA_VERSION}.",
            where=where,
            advice="Use a newer release of Ostiary.",
        )


def _create_tables(engine: Engine) -> None:
    with engine.execution_options(**{_WRITES: True}).begin() as connection:
        # Another process may have made them while we waited for the lock.
        if not inspect(connection).get_table_names():
            METADATA.create_all(connection, checkfirst=False)
            connection.execute(FORMAT.insert().values(version=SCHEMA_VERSION))
