"""What people judged of two listings: one party, or two. Nothing is ever changed; the last one prevails.

Kept apart from the register, which can be made anew from the lists: judgements cannot.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Column, Integer, MetaData, Row, String, Table, Text, select

from ostiary.database import Layout, Store, make_format_table, open_store
from ostiary.model.errors import QueryError
from ostiary.model.identity import Judgement, Reasons, Verdict

_METADATA: Final = MetaData()
_LONGEST_ID: Final = 300
_JUDGEMENT: Final = Table(
    "judgement",
    _METADATA,
    Column("number", Integer, primary_key=True),
    Column("left", String(_LONGEST_ID), nullable=False, index=True),
    Column("right", String(_LONGEST_ID), nullable=False, index=True),
    Column("verdict", String(20), nullable=False),
    Column("because", Text, nullable=False),
    Column("evidence", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("recorded", String(32), nullable=False),
)
_LAYOUT: Final = Layout(
    what="store of judgements",
    tables=_METADATA,
    format=make_format_table(_METADATA, "judgement_format"),
    version=1,
    absent="Nothing is judged yet.",
    start="Judge two listings: ostiary link --help.",
)
#: More is no reason but a document, which belongs under an address.
_LONGEST_TEXT: Final = 4000


@contextmanager
def open_judgements(path: Path) -> Iterator["Judgements"]:
    """Open the judgements in a file for a while; it is made if it is absent.

    Raises:
        RegisterError: It holds something else, is damaged, or was written by a newer release.
    """
    with open_store(path, _LAYOUT, create=True) as store:
        yield Judgements(store)


class Judgements:
    """The judgements that were recorded, in their order.

    Args:
        store: The open database; :func:`open_judgements` gives one.
    """

    def __init__(self, store: Store) -> None:
        self._database = store

    def record(
        self, one: str, other: str, verdict: Verdict, reasons: Reasons, recorded: datetime | None = None
    ) -> Judgement:
        """Add a judgement.

        Args:
            one: Id of a listing.
            other: Id of another.
            verdict: Whether they are one party.
            reasons: Why, and who says so.
            recorded: When it is recorded, with a time zone; None: now.

        Raises:
            QueryError: The two are one listing, or a reason or name is missing or too long.
        """
        _check(one, other, reasons)
        left, right = sorted((one, other))
        moment = (recorded or datetime.now(UTC)).astimezone(UTC)
        values = {
            "left": left,
            "right": right,
            "verdict": verdict,
            "because": reasons.because.strip(),
            "evidence": reasons.evidence.strip(),
            "by": reasons.by.strip(),
            "recorded": moment.isoformat(),
        }
        with self._database.write() as connection:
            result = connection.execute(_JUDGEMENT.insert().values(values))
            number = int(result.inserted_primary_key[0]) if result.inserted_primary_key else 0
            row = connection.execute(select(_JUDGEMENT).where(_JUDGEMENT.c.number == number)).one()
        return _read(row)

    def list(self, listing: str = "", recorded_at: datetime | None = None) -> tuple[Judgement, ...]:
        """Return judgements, the first one first.

        Args:
            listing: Only those on this one; empty: all.
            recorded_at: Only those recorded by then; None: all.
        """
        query = select(_JUDGEMENT).order_by(_JUDGEMENT.c.number)
        if listing:
            query = query.where((_JUDGEMENT.c.left == listing) | (_JUDGEMENT.c.right == listing))
        with self._database.read() as connection:
            found = [_read(row) for row in connection.execute(query)]
        return tuple(one for one in found if recorded_at is None or one.recorded <= recorded_at)


def _check(one: str, other: str, reasons: Reasons) -> None:
    if one == other:
        raise QueryError("These are one and the same listing.", where=one, advice="Name two.")
    if not reasons.because.strip():
        raise QueryError("A judgement needs its reason.", where="--because", advice="Say what shows it.")
    if not reasons.by.strip():
        raise QueryError("A judgement needs a name.", where="--by", advice="Say who judges.")
    for option, text in (("--because", reasons.because), ("--by", reasons.by), ("--evidence", reasons.evidence)):
        if len(text) > _LONGEST_TEXT:
            raise QueryError(
                f"The text has {len(text):,} characters, and {_LONGEST_TEXT:,} are kept.",
                where=option,
                advice="Shorten it, and name the document with --evidence.",
            )


def _read(row: Row[tuple[object, ...]]) -> Judgement:
    values = row._asdict()
    values["recorded"] = datetime.fromisoformat(values["recorded"])
    return Judgement(**values)
