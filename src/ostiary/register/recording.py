"""Recording one version: whether it may be recorded, and the one transaction that does it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final

from sqlalchemy import Connection, func, select

from ostiary.model.errors import ListFileError, RegisterError, ShrunkenListError
from ostiary.model.lists import ListDescription, ListReading
from ostiary.model.statements import ListVersion
from ostiary.register.intake import Intake
from ostiary.register.schema import LIST_VERSION
from ostiary.register.versions import RecordedVersion, label_version, load_versions, write_version

_DAYS_IN_A_YEAR: Final = 365


@dataclass(frozen=True, slots=True)
class Recording:
    """What recording one version did.

    Attributes:
        version: The version; if nothing was new, the one that already says the same.
        new: Whether a version was recorded.
        listed: Parties that are new or came back.
        amended: Parties of which something else is said than before.
        delisted: Parties that are gone.
        unchanged: Parties of which the same is said as before.
        statements_added: Statements that are new.
        statements_retracted: Statements that no longer stand.
    """

    version: ListVersion
    new: bool
    listed: int
    amended: int
    delisted: int
    unchanged: int
    statements_added: int
    statements_retracted: int


def record_version(
    connection: Connection, reading: ListReading, accept_shrink: str, moment: datetime
) -> Recording:
    """Read a list to its end and record what differs from its last version.

    Args:
        connection: Within a writing transaction; the caller ends it, and undoes it if this raises.
        reading: The list being read.
        accept_shrink: Why a loss of parties is accepted; empty: it is not.
        moment: When it is taken in, with a time zone.

    Raises:
        ListFileError: The file is at fault, not whole, or has shrunk (:class:`ShrunkenListError`).
        RegisterError: A later version is recorded already.
    """
    description = reading.description
    versions = load_versions(connection, description.id)
    _check_order(reading.published, moment, versions)
    intake = Intake(connection, description.id, (connection.scalar(select(func.max(LIST_VERSION.c.id))) or 0) + 1)
    intake.take(reading.listings)
    if versions and versions[-1].version.content_digest == intake.content_digest:
        return Recording(versions[-1].version, False, 0, 0, 0, intake.parties, 0, 0)
    shrunken = reading.missing or _find_shrinkage(description, intake, _count_years(versions, reading.published))
    if shrunken and not accept_shrink:
        raise ShrunkenListError(
            shrunken,
            where=description.id,
            advice="Fetch the whole list again; if this is what the publisher offers, accept it with a reason: "
            "`--accept-shrink REASON`.",
        )
    intake.retract_gone()
    version = _describe_version(reading, intake, versions, moment, accept_shrink if shrunken else "")
    write_version(
        connection, RecordedVersion(intake.version, version, description.authority, description.entry_list)
    )
    return _report(version, intake)


def _check_order(published: date, moment: datetime, versions: Sequence[RecordedVersion]) -> None:
    if not versions:
        return
    last = versions[-1].version
    if published < last.published:
        raise RegisterError(
            f"The file was published on {published}, before the last recorded version ({last.label}).",
            where=last.list_id,
            advice="Versions are recorded in the order of publication; to add an older one, "
            "record all of them, the oldest first, into a new register.",
        )
    if moment < last.recorded:
        raise RegisterError(
            f"It is {moment:%Y-%m-%d %H:%M}, and the last version was recorded at {last.recorded:%Y-%m-%d %H:%M}.",
            where=last.list_id,
            advice="Set the clock: the date of recording is evidence and never goes back.",
        )


def _count_years(versions: Sequence[RecordedVersion], published: date) -> int:
    """Return the full years between the last recorded version and the one being read."""
    return (published - versions[-1].version.published).days // _DAYS_IN_A_YEAR if versions else 0


def _find_shrinkage(description: ListDescription, intake: Intake, years: int) -> str:
    if intake.parties < max(description.least_parties, 1):
        return f"The file holds {intake.parties} parties; a whole one holds at least {description.least_parties}."
    # What goes in a year adds up; versions of one month may not differ by more than one such share.
    allowed = description.largest_loss * intake.listed_before * (1 + years)
    if intake.lost > allowed:
        return (
            f"{intake.lost} of {intake.listed_before} parties are gone since the last version; "
            f"at most {int(allowed)} are taken unasked."
        )
    return ""


def _describe_version(
    reading: ListReading, intake: Intake, earlier: Sequence[RecordedVersion], moment: datetime, accepted: str
) -> ListVersion:
    if reading.snapshot is None:
        raise ListFileError("The file was not read to its end.", where=reading.description.id)
    return ListVersion(
        list_id=reading.description.id,
        sequence=len(earlier) + 1,
        label=label_version(reading.published, earlier),
        published=reading.published,
        recorded=moment.astimezone(UTC),
        snapshot=reading.snapshot,
        content_digest=intake.content_digest,
        parties=intake.parties,
        statements=intake.tally.statements,
        accepted_shrink=accepted,
        sample=reading.description.sample,
    )


def _report(version: ListVersion, intake: Intake) -> Recording:
    tally = intake.tally
    return Recording(
        version=version,
        new=True,
        listed=tally.listed,
        amended=tally.amended,
        delisted=tally.delisted,
        unchanged=intake.unchanged,
        statements_added=tally.statements_added,
        statements_retracted=tally.statements_retracted,
    )
