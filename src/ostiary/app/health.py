"""Health: whether what is recorded of a list is what its publisher offers today, as far as we know."""

from dataclasses import dataclass
from datetime import datetime

from ostiary.app.fetching import Contact

#: A list that changes several times a week and was not asked for during so many days is out of date.
MOST_DAYS = 3
_HOURS_IN_A_DAY = 24


@dataclass(frozen=True, slots=True)
class Health:
    """The health of one list.

    Attributes:
        state: ``fresh``; ``stale``, its publisher was not asked for a while; ``failing``, the last attempt failed;
            ``from a file``, its publisher was never asked; ``not recorded``.
        said: The same in a sentence, with days and reasons.
    """

    state: str = "not recorded"
    said: str = ""

    @property
    def ill(self) -> bool:
        """Whether somebody must look after it."""
        return self.state in {"stale", "failing"}


def judge_health(contact: Contact | None, now: datetime, *, recorded: bool) -> Health:
    """Return the health of a list.

    Args:
        contact: What passed between us and its publisher; None if nothing did.
        now: The moment of the question.
        recorded: Whether a version of it is recorded.
    """
    if contact and contact.failure:
        last = f"; last answered {_say_ago(contact.answered, now)}" if contact.answered else "; it never answered"
        return Health("failing", f"asked {_say_ago(contact.tried, now)}: {contact.failure}{last}")
    if not recorded:
        return Health()
    if not contact or not contact.answered:
        return Health("from a file", "its publisher was never asked")
    state = "stale" if (now - contact.answered).days >= MOST_DAYS else "fresh"
    return Health(state, f"its publisher answered {_say_ago(contact.answered, now)}")


def _say_ago(then: datetime, now: datetime) -> str:
    hours = int((now - then).total_seconds() // 3600)
    if hours < 1:
        return "less than an hour ago"
    if hours < 2 * _HOURS_IN_A_DAY:
        return f"{hours} h ago"
    return f"{hours // _HOURS_IN_A_DAY} days ago"
