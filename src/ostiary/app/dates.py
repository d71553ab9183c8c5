"""The three dates of a question, and how they are written."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

from ostiary.model.errors import QueryError


@dataclass(frozen=True, slots=True)
class Dates:
    """The three dates of a question; None stands for now.

    Attributes:
        valid_on: What was in force on this day.
        known_at: What the version of this day, or of this label, said.
        recorded_at: What we had recorded by then.
    """

    valid_on: date | None = None
    known_at: date | str | None = None
    recorded_at: datetime | None = None

    @property
    def day(self) -> date | None:
        """The day from whose point of view the age of a list counts; None: today."""
        if self.valid_on or isinstance(self.known_at, date):
            return self.valid_on or date.fromisoformat(str(self.known_at))
        return self.recorded_at.date() if self.recorded_at else None

    def __str__(self) -> str:
        """The dates in words; empty for now."""
        recorded = f"{self.recorded_at:%Y-%m-%d %H:%M} UTC" if self.recorded_at else ""
        said = (("as of", self.valid_on), ("as known at", self.known_at), ("as recorded at", recorded))
        return ", ".join(f"{words} {value}" for words, value in said if value)


#: No date is given: what is in force, published and recorded now.
NOW: Final = Dates()


def read_dates(as_of: str = "", known_at: str = "", recorded_at: str = "") -> Dates:
    """Return the dates as the options write them; an empty text stands for now.

    Raises:
        QueryError: ``as_of`` is no day, or still to come, or ``recorded_at`` no moment.
    """
    return Dates(
        read_day(as_of, "--as-of"), read_version(known_at) if known_at else None, _read_moment(recorded_at)
    )


def read_version(text: str) -> date | str:
    """Return a day, or a label such as ``2025-11-19.2`` as it stands."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


def read_day(text: str, where: str) -> date | None:
    """Return a day that has come; an empty text is none.

    Raises:
        QueryError: It is no day, or one that is still to come.
    """
    try:
        day = date.fromisoformat(text) if text else None
    except ValueError as error:
        raise QueryError(f"{text!r} is no day.", where=where, advice="Write YYYY-MM-DD.") from error
    # Somewhere on earth it is tomorrow already.
    if day and day > datetime.now(UTC).date() + timedelta(days=1):
        raise QueryError(f"{day} is still to come.", where=where, advice="Give a day that has come.")
    return day


def _read_moment(text: str) -> datetime | None:
    """Read a moment in UTC; a day alone means its end."""
    try:
        if not text:
            return None
        whole_day = len(text) == len("2025-01-01")
        moment = datetime.fromisoformat(f"{text}T23:59:59.999999" if whole_day else text)
    except ValueError as error:
        advice = "Write YYYY-MM-DD or YYYY-MM-DDTHH:MM."
        raise QueryError(f"{text!r} is no moment.", where="--recorded-at", advice=advice) from error
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
