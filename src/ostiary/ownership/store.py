"""The stored holdings: files taken in, sources replaced or dropped, names judged; nothing is ever overwritten."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from types import TracebackType
from typing import Protocol, Self

from sqlalchemy import Connection, inspect, select

from ostiary.model.errors import NotFoundError, RegisterError
from ostiary.model.ownership import Holding, HoldingFile, HoldingLoad, NameJudgement
from ostiary.ownership.records import (
    count_sources,
    end_sources,
    insert_holdings,
    insert_load,
    number_sources,
    read_holdings,
    read_judgements,
    read_loads,
    write_moment,
)
from ostiary.ownership.schema import FORMAT, JUDGEMENT, METADATA, SCHEMA_VERSION


class Transactions(Protocol):
    """A database that is read in one unchanging state, and written to by one at a time."""

    def read(self) -> AbstractContextManager[Connection]:
        """Give a connection to read by."""

    def write(self) -> AbstractContextManager[Connection]:
        """Give the one connection that may write; what it wrote is kept only if the block ends well."""

    def close(self) -> None:
        """Close all connections."""


class HoldingStore:
    """All holdings that were ever loaded. Close it, or use it in a ``with`` block.

    Every method may raise :class:`RegisterError` if the file cannot be read or written, or if another is writing.

    Args:
        database: The open database.
        create: Whether to make its tables if it has none.

    Raises:
        RegisterError: It is no store of holdings, or a newer release wrote it.
    """

    def __init__(self, database: Transactions, *, create: bool = False) -> None:
        self._database = database
        if create:
            with database.write() as connection:
                _create_tables(connection)
        with database.read() as connection:
            _check_format(connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()

    def load(self, file: HoldingFile, by: str, recorded: datetime | None = None) -> HoldingLoad:
        """Take a file in, in one transaction: its lines replace those of every source that it names.

        Args:
            file: What was read of it.
            by: Who takes it in.
            recorded: When, with a time zone; None: now.
        """
        load = {"by": by, "file": file.name, "digest": file.digest, "holdings": len(file.holdings), "because": ""}
        names = sorted({one.source for one in file.holdings})
        with self._database.write() as connection:
            number = insert_load(connection, load | {"recorded": write_moment(recorded)})
            end_sources(connection, names, number)
            insert_holdings(connection, file.holdings, number, number_sources(connection, names))
        return self.loads()[-1]

    def drop(self, sources: Sequence[str], by: str, because: str, recorded: datetime | None = None) -> HoldingLoad:
        """Let the lines of sources count no more; they stay in the history.

        Args:
            sources: Their names.
            by: Who drops them.
            because: Why.
            recorded: When, with a time zone; None: now.

        Raises:
            NotFoundError: No line of such a source counts.
        """
        known = self.sources()
        missing = [name for name in sources if name not in known]
        if missing:
            advice = f"Sources: {', '.join(known) or 'none'}."
            raise NotFoundError(f"No holding of a source {missing[0]!r} is loaded.", advice=advice)
        load = {"by": by, "file": "", "digest": "", "holdings": 0, "because": because}
        with self._database.write() as connection:
            number = insert_load(connection, load | {"recorded": write_moment(recorded)})
            end_sources(connection, sources, number)
        return self.loads()[-1]

    def holdings(self, recorded_at: datetime | None = None) -> Iterator[Holding]:
        """Give the lines that count, in the order in which they were loaded.

        Args:
            recorded_at: Those that counted at that moment; None: now.
        """
        with self._database.read() as connection:
            yield from read_holdings(connection, recorded_at)

    def loads(self) -> tuple[HoldingLoad, ...]:
        """Return everything that was loaded or dropped, the first first."""
        with self._database.read() as connection:
            return tuple(read_loads(connection))

    def sources(self) -> dict[str, int]:
        """Return the sources that count, each with its number of lines."""
        with self._database.read() as connection:
            return count_sources(connection)

    def judge(self, judgement: NameJudgement) -> NameJudgement:
        """Record what somebody decided about a name and a listing; return it with its number."""
        values = {
            "recorded": write_moment(judgement.recorded),
            "by": judgement.by,
            "name": judgement.name,
            "party": judgement.party,
            "verdict": judgement.verdict,
            "because": judgement.because,
        }
        with self._database.write() as connection:
            connection.execute(JUDGEMENT.insert().values(values))
        return self.judgements()[-1]

    def judgements(self, recorded_at: datetime | None = None) -> tuple[NameJudgement, ...]:
        """Return what was decided about names, the first first; the last one on a name and a listing prevails."""
        with self._database.read() as connection:
            return tuple(read_judgements(connection, recorded_at))


def _create_tables(connection: Connection) -> None:
    if not inspect(connection).get_table_names():
        METADATA.create_all(connection)
        connection.execute(FORMAT.insert().values(version=SCHEMA_VERSION))


def _check_format(connection: Connection) -> None:
    if FORMAT.name not in inspect(connection).get_table_names():
        raise RegisterError("This database is no store of holdings.", advice="Move it away, or name another home.")
    found = connection.scalar(select(FORMAT.c.version)) or 0
    if found > SCHEMA_VERSION:
        raise RegisterError(
            f"The store of holdings has format {found}, and this release knows up to {SCHEMA_VERSION}.",
            advice="Use a newer release of Ostiary.",
        )
