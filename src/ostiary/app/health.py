"""Health: whether what is recorded of a list is what its publisher offers today, as far as we know."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from ostiary.app.contacts import Contact, read_contact
from ostiary.app.settings import Settings

#: A list that changes several times a week and was not asked for during so many days is out of date.
MOST_DAYS = 3
_HOURS_IN_A_DAY = 24
_FRESH = "fresh"


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
    state = "stale" if (now - contact.answered).days >= MOST_DAYS else _FRESH
    return Health(state, f"its publisher answered {_say_ago(contact.answered, now)}")


def judge_recorded(settings: Settings, list_ids: Iterable[str], now: datetime) -> dict[str, Health]:
    """Return the health of recorded lists, by id; it needs neither register nor network."""
    return {one: judge_health(read_contact(settings.find_contact(one)), now, recorded=True) for one in list_ids}


def warn_of(healths: Mapping[str, Health]) -> str:
    """Return a line on the lists that may differ from what their publishers offer now; empty if none does."""
    odd = sorted((health.state, health.said, one) for one, health in healths.items() if health.state != _FRESH)
    said = [
        _say_of([one for _, _, one in lists], state, why)
        for (state, why), lists in groupby(odd, key=lambda found: found[:2])
    ]
    return f"Perhaps not up to date: {'; '.join(said)}. See: ostiary lists." if said else ""


def _say_of(lists: list[str], state: str, why: str) -> str:
    """Return what is said of one list, and of several: *its publisher was*, *their publishers were*."""
    if len(lists) > 1:
        why = why.replace("its publisher was", "their publishers were").replace(
            "its publisher", "their publishers"
        )
    return f"{', '.join(lists)}: {state}, {why}"


def _say_ago(then: datetime, now: datetime) -> str:
    hours = int((now - then).total_seconds() // 3600)
    if hours < 1:
        return "less than an hour ago"
    if hours < 2 * _HOURS_IN_A_DAY:
        return f"{hours} h ago"
    return f"{hours // _HOURS_IN_A_DAY} days ago"
