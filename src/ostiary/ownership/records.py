"""Rows of the store to nouns and back, and the queries over them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from fractions import Fraction
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, Select, exists, func, select

from ostiary.model.ownership import Holding, HoldingLoad, NameJudgement, Share
from ostiary.ownership.schema import ENDING, HOLDING, JUDGEMENT, LOAD, SOURCE

#: Rows that are written together.
_BATCH: Final = 5_000
#: Later than any moment.
_LAST: Final = datetime.max.replace(tzinfo=UTC).isoformat()
_DAYS = 4_096


def write_moment(moment: datetime | None) -> str:
    """Return a moment as it is kept: ISO in UTC, so that texts are in the order of moments; None: now."""
    return (moment or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="microseconds")


def insert_load(connection: Connection, load: Mapping[str, Any]) -> int:
    """Write the row of a load and return its number."""
    found = connection.execute(LOAD.insert().values(load)).inserted_primary_key
    return int(found[0]) if found else 0


def number_sources(connection: Connection, names: Iterable[str]) -> dict[str, int]:
    """Return the number of each source, new ones made."""
    known = {row.name: row.id for row in connection.execute(select(SOURCE))}
    new = [{"name": name} for name in dict.fromkeys(names) if name not in known]
    if new:
        connection.execute(SOURCE.insert(), new)
        known = {row.name: row.id for row in connection.execute(select(SOURCE))}
    return known


def end_sources(connection: Connection, names: Iterable[str], load: int) -> None:
    """Let the lines that sources had before a load count no more."""
    counts = count_sources(connection)
    numbers = number_sources(connection, names)
    rows = [{"source": numbers[name], "load": load, "ended": counts[name]} for name in names if counts.get(name)]
    if rows:
        connection.execute(ENDING.insert(), rows)


def insert_holdings(
    connection: Connection, holdings: Sequence[Holding], load: int, sources: Mapping[str, int]
) -> None:
    """Write the lines of a load."""
    for start in range(0, len(holdings), _BATCH):
        rows = [
            {
                "load": load,
                "source": sources[one.source],
                "line": one.line,
                "owner": one.owner,
                "owned": one.owned,
                "least": str(one.share.least),
                "most": str(one.share.most),
                "kind": one.kind,
                "joint": one.joint,
                "first": one.first.isoformat() if one.first else "",
                "last": one.last.isoformat() if one.last else "",
                "owner_party": one.owner_party,
                "owned_party": one.owned_party,
            }
            for one in holdings[start : start + _BATCH]
        ]
        connection.execute(HOLDING.insert(), rows)


def count_sources(connection: Connection) -> dict[str, int]:
    """Return the sources that count, each with its number of lines."""
    query = (
        select(SOURCE.c.name, func.count())
        .select_from(HOLDING.join(SOURCE, SOURCE.c.id == HOLDING.c.source))
        .where(~_is_ended(_LAST))
        .group_by(SOURCE.c.name)
        .order_by(SOURCE.c.name)
    )
    return {row[0]: row[1] for row in connection.execute(query)}


def _is_ended(moment: str) -> ColumnElement[bool]:
    """Whether a later load that was recorded by a moment ended the source of a line."""
    later = LOAD.alias()
    return exists(
        select(ENDING.c.source)
        .join(later, later.c.id == ENDING.c.load)
        .where(ENDING.c.source == HOLDING.c.source, ENDING.c.load > HOLDING.c.load, later.c.recorded <= moment)
        .correlate(HOLDING)
    )


def read_holdings(connection: Connection, recorded_at: datetime | None) -> Iterator[Holding]:
    """Give the lines that counted at a moment, in the order in which they were loaded; None: now."""
    moment = write_moment(recorded_at) if recorded_at else _LAST
    query: Select[Any] = (
        select(HOLDING, SOURCE.c.name)
        .join(SOURCE, SOURCE.c.id == HOLDING.c.source)
        .join(LOAD, LOAD.c.id == HOLDING.c.load)
        .where(LOAD.c.recorded <= moment, ~_is_ended(moment))
        .order_by(HOLDING.c.id)
    )
    for row in connection.execute(query):
        yield Holding(
            row.owner,
            row.owned,
            _read_share(row.least, row.most),
            row.kind,
            row.joint,
            _read_day(row.first),
            _read_day(row.last),
            row.name,
            row.owner_party,
            row.owned_party,
            row.line,
        )


@lru_cache(_DAYS)
def _read_share(least: str, most: str) -> Share:
    return Share(Fraction(least), Fraction(most))


@lru_cache(_DAYS)
def _read_day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def read_loads(connection: Connection) -> Iterator[HoldingLoad]:
    """Give everything that was loaded or dropped, the first first."""
    query = select(ENDING.c.load, SOURCE.c.name, ENDING.c.ended).join(SOURCE).order_by(SOURCE.c.name)
    endings = connection.execute(query).all()
    for row in connection.execute(select(LOAD).order_by(LOAD.c.id)).all():
        ended = tuple((name, number) for load, name, number in endings if load == row.id)
        moment = datetime.fromisoformat(row.recorded)
        yield HoldingLoad(row.id, moment, row.by, row.file, row.digest, row.holdings, ended, row.because)


def read_judgements(connection: Connection, recorded_at: datetime | None) -> Iterator[NameJudgement]:
    """Give what was decided about names by a moment, the first first; None: now."""
    moment = write_moment(recorded_at) if recorded_at else _LAST
    query = select(JUDGEMENT).where(JUDGEMENT.c.recorded <= moment).order_by(JUDGEMENT.c.id)
    for row in connection.execute(query):
        yield _read_judgement(row)


def _read_judgement(row: Row[Any]) -> NameJudgement:
    moment = datetime.fromisoformat(row.recorded)
    return NameJudgement(row.id, row.name, row.party, row.verdict, row.because, row.by, moment)
