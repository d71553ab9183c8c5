"""The manifest: what one run over a customer file did, so that it can be shown years later."""

from dataclasses import dataclass
from datetime import date, datetime

from ostiary.model.errors import OstiaryError


@dataclass(frozen=True, slots=True)
class ListUsed:
    """A list that was screened against.

    Attributes:
        list_id: The list.
        label: Label of the version.
        published: Its date of issue.
        age_days: Days from then to the day of the run.
        parties: Number of parties in it.
        health: ``fresh``, ``stale``, ``failing`` or ``from a file``, as ``ostiary lists`` says; empty where a day
            gone by, or a sample, was asked.
        health_said: The same in a sentence, with days and reasons.
    """

    list_id: str
    label: str
    published: date
    age_days: int
    parties: int
    health: str = ""
    health_said: str = ""


@dataclass(frozen=True, slots=True)
class RowCounts:
    """How many rows went where. Rows in = screened + unscreenable + rejected, always.

    Attributes:
        rows: Rows in the file, its heading left out.
        screened: Rows that were compared with the whole index.
        unscreenable: Rows that could be read, but hold nothing that can be compared.
        rejected: Rows that could not be read.
        rows_with_hits: Screened rows with at least one hit.
        hits: Hits written.
        cut: Hits left off by the limit.
        told: Rows without a schema that were screened as one kind of bearer alone, told by their fields.
        warnings: Values left out or taken with less than they may have meant.

    Raises:
        OstiaryError: The counts do not add up, which would be a fault of this program.
    """

    rows: int
    screened: int
    unscreenable: int
    rejected: int
    rows_with_hits: int = 0
    hits: int = 0
    cut: int = 0
    warnings: int = 0
    told: int = 0

    def __post_init__(self) -> None:
        if self.rows != self.screened + self.unscreenable + self.rejected or self.rows_with_hits > self.screened:
            raise OstiaryError(
                f"The rows do not add up: {self}.", advice="Do not use this run; report it as a fault of Ostiary."
            )


@dataclass(frozen=True, slots=True)
class Manifest:
    """One run over a customer file.

    Attributes:
        input_name: Name of the file, without its folder.
        input_digest: SHA-256 of its bytes, in hex.
        input_size: Their number.
        columns: Columns of the file to the fields that they were read as.
        ignored_columns: Columns that were not read.
        counts: How many rows went where.
        lists: The lists screened against.
        index_id: Digest of the index.
        profile_digest: Digest of the profile.
        threshold: Points from which a candidate is a hit.
        limit: The most hits per row.
        weak: Whether a weak alias alone could give a hit.
        release: Release of Ostiary.
        started: UTC.
        finished: UTC.
        sample: Whether the index holds samples: then nothing here means that a name is clear.
        asked: The dates asked for, in words; empty: what was newest.
    """

    input_name: str
    input_digest: str
    input_size: int
    columns: tuple[tuple[str, str], ...]
    ignored_columns: tuple[str, ...]
    counts: RowCounts
    lists: tuple[ListUsed, ...]
    index_id: str
    profile_digest: str
    threshold: int
    limit: int
    weak: bool
    release: str
    started: datetime
    finished: datetime
    sample: bool = False
    asked: str = ""
