"""The stored holdings: files taken in, sources replaced or dropped, names judged; nothing is ever overwritten."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from ostiary.database import Store, open_store
from ostiary.model.errors import NotFoundError
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
from ostiary.ownership.schema import JUDGEMENT, LAYOUT


@contextmanager
def open_holdings(path: Path, *, create: bool = False) -> Iterator["HoldingStore"]:
    """Open the holdings in a file for a while.

    Args:
        path: The SQLite file.
        create: Whether to make it, and its folder, if it is absent.

    Raises:
        NotReadyError: Nothing is loaded yet, and nothing is to be made.
        RegisterError: It is no store of holdings, is damaged, or was written by a newer release.
    """
    with open_store(path, LAYOUT, create=create) as store:
        yield HoldingStore(store)


class HoldingStore:
    """All holdings that were ever loaded.

    Every method may raise :class:`RegisterError` if the file cannot be read or written, or if another is writing.

    Args:
        store: The open database; :func:`open_holdings` gives one.
    """

    def __init__(self, store: Store) -> None:
        self._database = store

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
