"""The recorded versions of a list, and the choice of the one that a question is about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from ostiary.model.errors import NotFoundError, QueryError
from ostiary.model.statements import ListVersion, Snapshot
from ostiary.register.schema import LIST_VERSION


@dataclass(frozen=True, slots=True)
class RecordedVersion:
    """A version with what the register keeps beside it.

    Attributes:
        id: Its number among all versions of all lists, growing.
        version: The version itself.
        authority: The body whose acts the list published at that time.
        entry_list: Name of the list whose entries count in reports of changes; empty: all.
    """

    id: int
    version: ListVersion
    authority: str
    entry_list: str


def load_versions(connection: Connection, list_id: str) -> tuple[RecordedVersion, ...]:
    """Return the recorded versions of a list, the first one first."""
    query = select(LIST_VERSION).where(LIST_VERSION.c.list_id == list_id).order_by(LIST_VERSION.c.sequence)
    return tuple(_read_row(row) for row in connection.execute(query))


def _read_row(row: Row[Any]) -> RecordedVersion:
    version = ListVersion(
        list_id=row.list_id,
        sequence=row.sequence,
        label=row.label,
        published=date.fromisoformat(row.published),
        recorded=datetime.fromisoformat(row.recorded),
        snapshot=Snapshot(row.snapshot_digest, row.snapshot_size, row.snapshot_name),
        content_digest=row.content_digest,
        parties=row.parties,
        statements=row.statements,
        accepted_shrink=row.accepted_shrink,
        sample=row.sample,
    )
    return RecordedVersion(row.id, version, row.authority, row.entry_list)


def write_version(connection: Connection, recorded: RecordedVersion) -> None:
    """Store a version."""
    version, snapshot = recorded.version, recorded.version.snapshot
    connection.execute(
        LIST_VERSION.insert().values(
            id=recorded.id,
            list_id=version.list_id,
            sequence=version.sequence,
            label=version.label,
            published=version.published.isoformat(),
            recorded=version.recorded.astimezone(UTC).isoformat(timespec="microseconds"),
            snapshot_digest=snapshot.digest,
            snapshot_size=snapshot.size,
            snapshot_name=snapshot.name,
            content_digest=version.content_digest,
            parties=version.parties,
            statements=version.statements,
            accepted_shrink=version.accepted_shrink,
            sample=version.sample,
            authority=recorded.authority,
            entry_list=recorded.entry_list,
        )
    )


def label_version(published: date, earlier: Sequence[RecordedVersion]) -> str:
    """Return the label of a new version: its date, with ``.2`` and so on where that date was published before."""
    same = sum(one.version.published == published for one in earlier)
    return f"{published}.{same + 1}" if same else published.isoformat()


def choose_version(
    versions: Sequence[RecordedVersion],
    *,
    list_id: str,
    known_at: date | str | None = None,
    recorded_at: datetime | None = None,
) -> int:
    """Return the index of the version that was the latest one as of two dates.

    Args:
        versions: Of one list, the first one first.
        list_id: The list, for errors.
        known_at: A day: the latest version published on or before it; or a label: that version; ``.1`` may stand
            behind the first one of a day. A text that is no label is read as a day.
        recorded_at: Only versions recorded by then count; needs a time zone.

    Raises:
        NotFoundError: There is no such version.
        QueryError: ``known_at`` is neither a label nor a day, or ``recorded_at`` has no time zone.
    """
    if recorded_at is not None and recorded_at.tzinfo is None:
        raise QueryError("recorded_at has no time zone.", advice="Give one, UTC for instance.")
    usable = [
        index for index, one in enumerate(versions) if recorded_at is None or one.version.recorded <= recorded_at
    ]
    if isinstance(known_at, str):
        labelled = [index for index in usable if versions[index].version.label == known_at.removesuffix(".1")]
        if labelled:
            return labelled[0]
        known_at = _read_day(known_at, list_id)
    usable = [index for index in usable if known_at is None or versions[index].version.published <= known_at]
    if not usable:
        raise _explain_absence(versions, list_id, recorded_at)
    return usable[-1]


def _explain_absence(
    versions: Sequence[RecordedVersion], list_id: str, recorded_at: datetime | None
) -> NotFoundError:
    """Return why no version answers: none is recorded, none was yet, or none is as old as that."""
    if not versions:
        return NotFoundError("No version of this list is recorded.", where=list_id, advice="Record one first.")
    first = versions[0].version
    if recorded_at is not None and recorded_at < first.recorded:
        return NotFoundError(
            "No version of this list was recorded by then.",
            where=list_id,
            advice=f"The first one, {first.label}, was recorded on {first.recorded:%Y-%m-%d}.",
        )
    return NotFoundError(
        "No version of this list was known by then.",
        where=list_id,
        advice=f"The first one is {first.label}: --known-at {first.label} asks what it says of a day before.",
    )


def _read_day(text: str, list_id: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise QueryError(
            f"{text!r} is neither a version of this list nor a day.",
            where=list_id,
            advice="Write a day as YYYY-MM-DD, a version as its label.",
        ) from error
