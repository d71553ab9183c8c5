"""What a store's file must hold: its tables, and the version of them that a release knows."""

from dataclasses import dataclass

from sqlalchemy import Column, Connection, Integer, MetaData, Table, inspect, select

from ostiary.model.errors import NotReadyError, RegisterError


@dataclass(frozen=True, slots=True)
class Layout:
    """The tables of one kind of store.

    Attributes:
        what: What the store is called in errors.
        tables: All its tables.
        format: The one of them that holds the version; see :func:`make_format_table`.
        version: Of the tables; a store with a higher one was written by a newer release.
        absent: Said where there is no such store yet.
        start: What to do then.
    """

    what: str
    tables: MetaData
    format: Table
    version: int
    absent: str
    start: str

    def is_missing(self, connection: Connection, where: str) -> bool:
        """Return whether the database has no tables at all.

        Raises:
            RegisterError: It holds something else, or what a newer release wrote.
        """
        names = inspect(connection).get_table_names()
        if not names:
            return True
        found = connection.scalar(select(self.format.c.version)) if self.format.name in names else None
        if found is None:
            raise RegisterError(
                f"This database is no {self.what} of Ostiary.",
                where=where,
                advice="Move it away, or name another home.",
            )
        if found > self.version:
            raise RegisterError(
                f"The {self.what} has format {found}, and this release knows up to {self.version}.",
                where=where,
                advice="Use a newer release of Ostiary.",
            )
        return False

    def make(self, connection: Connection) -> None:
        """Make the tables by a connection that may write; unless another process has made them meanwhile."""
        if not inspect(connection).get_table_names():
            self.tables.create_all(connection, checkfirst=False)
            connection.execute(self.format.insert().values(version=self.version))

    def miss(self, where: str) -> NotReadyError:
        """Return the error that says that there is no such store yet."""
        return NotReadyError(self.absent, where=where, advice=self.start)


def make_format_table(tables: MetaData, name: str) -> Table:
    """Return a table for one row: the version of the tables."""
    return Table(name, tables, Column("version", Integer, primary_key=True, autoincrement=False))
