"""The nouns of this package: a date expression, what it is resolved against, and what it is resolved to."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ostiary.model.periods import Period
from ostiary.model.reports import DatePrecision, Span

Tense = Literal["past", "future", "either"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, or a part of a hyphenated one, that dates are made of.

    Attributes:
        kind: As in the table of words (``month``).
        value: Its number.
        start: Where it starts in the text.
        end: Where it ends.
        word: Number of its word.
    """

    kind: str
    value: int
    start: int
    end: int
    word: int


@dataclass(frozen=True, slots=True)
class Expression:
    """A date expression.

    Attributes:
        reading: What reads it (``calendar_day``).
        pieces: What it is made of.
        words: Its words; the first and last may only in part belong to it.
        sentence: Number of its sentence.
        year: The year that it borrows from the next one (``in May and July 2024``), or None.
    """

    reading: str
    pieces: tuple[Piece, ...]
    words: range
    sentence: int
    year: int | None = None

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.pieces[0].start, self.pieces[-1].end)

    def has(self, *kinds: str) -> bool:
        """Return whether it holds a piece of one of these kinds."""
        return any(piece.kind in kinds for piece in self.pieces)

    def values(self, *kinds: str) -> list[int]:
        """Return the values of its pieces of these kinds, in order."""
        return [piece.value for piece in self.pieces if piece.kind in kinds]

    def value(self, *kinds: str) -> int | None:
        """Return the value of its first piece of these kinds, or None."""
        return next(iter(self.values(*kinds)), None)


@dataclass(frozen=True, slots=True)
class Setting:
    """What an expression is resolved against.

    Attributes:
        today: The day of publication, or of the speech that a quotation is from; None if not known.
        unknown: Why ``today`` is not known.
        tense: Whether what is told lies before or after publication.
        previous: The last date of the sentence or of the one before, or None.
        year: The year that the paragraph told of last, or None.
    """

    today: date | None
    unknown: str = ""
    tense: Tense = "past"
    previous: Period | None = None
    year: int | None = None

    @property
    def counted(self) -> str:
        """The reason of what is counted from that day."""
        return f"counted from {self.today}"


@dataclass(frozen=True, slots=True)
class Resolution:
    """What an expression means: fields as in :class:`ostiary.model.reports.ReportedDate`."""

    precision: DatePrecision
    period: Period | None
    reason: str
