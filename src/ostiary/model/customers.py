"""Customer files: what one block of rows gave, with nothing lost."""

from dataclasses import dataclass

from ostiary.model.queries import Query


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """One row that could be read.

    Attributes:
        number: Line of the file in which it starts, from 1; in a Parquet file its place among the rows, from 1.
        query: What it asks. It may hold nothing to compare: whether it can be screened is the engine's to say.
        raw: The row as it stands in the file, without its line end.
    """

    number: int
    query: Query
    raw: str


@dataclass(frozen=True, slots=True)
class Reject:
    """One row that could not be read.

    Attributes:
        number: As :attr:`CustomerRow.number`.
        reason: Why, in plain words.
        raw: What could be read of it.
    """

    number: int
    reason: str
    raw: str


@dataclass(frozen=True, slots=True)
class FieldWarning:
    """One value that was left out, or taken with less than it may have meant; its row is screened all the same.

    Attributes:
        number: As :attr:`CustomerRow.number`.
        query_id: The row's own key.
        field: Field of :class:`~ostiary.model.queries.Query` that it was for.
        value: As it stands in the file.
        reason: What was done with it and why.
    """

    number: int
    query_id: str
    field: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class CustomerBlock:
    """Consecutive rows of a file: every row is in exactly one of ``rows`` and ``rejects``."""

    rows: tuple[CustomerRow, ...]
    rejects: tuple[Reject, ...] = ()
    warnings: tuple[FieldWarning, ...] = ()

    def __len__(self) -> int:
        return len(self.rows) + len(self.rejects)
