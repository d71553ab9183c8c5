"""How a party stood under a program on a day, as far as the versions of its list tell."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from ostiary.model.acts import Membership
from ostiary.model.errors import InputError
from ostiary.model.parties import Entry, Party
from ostiary.model.periods import Period, parse_period

State = Literal["listed", "not listed", "cannot tell"]

#: Lists appear some days after the act: so long a version without it says nothing against it.
DAYS_TO_PUBLISH = timedelta(days=7)
_DAYS_ABOUT = 3
_SHARE_ABOUT = 4
_LENGTH_OF_DAY = len("2025-01-31")


@dataclass(frozen=True, slots=True)
class Standing:
    """A party's standing under a program.

    Attributes:
        program: The tag.
        state: On the day asked for.
        after: The last day on which a version lacked it, or None if none was recorded before.
        by: The day of the first version that shows it.
        until: The day of the last version that shows it, if a later one does not, else None.
        gone: The day of the first version after that, or None.
        dated: The day that the list itself gives, where it can be meant for this program, else None.
        doubtful: Whether a version lacks it that was published well after that day.
        seen: In words, what the versions show.
    """

    program: str
    state: State
    after: date | None
    by: date
    until: date | None
    gone: date | None
    dated: Period | None
    doubtful: bool
    seen: str


def day_of_version(label: str) -> date | None:
    """Return the day that a version's label gives (``2025-11-19.2``), or None."""
    try:
        return date.fromisoformat(label[:_LENGTH_OF_DAY])
    except ValueError:
        return None


def standings_on(party: Party, day: date) -> Iterator[Standing]:
    """Yield how a party stood under each of its programs on a day, those that it is under no longer among them."""
    for entry in party.entries:
        for membership in entry.programs:
            by = day_of_version(membership.first_in)
            if by is None:
                continue
            after, dated = day_of_version(membership.absent_in), _date_of(entry, membership)
            until = day_of_version(membership.last_in)
            gone = day_of_version(membership.gone_in or party.delisted_in)
            doubtful = bool(after and dated and dated.last + DAYS_TO_PUBLISH < after)
            state = _ended_on(day, until, gone) or _began_by(day, (after, by, dated), doubtful=doubtful)
            seen = _seen(membership, dated)
            yield Standing(membership.program, state, after, by, until, gone, dated, doubtful, seen)


def _date_of(entry: Entry, membership: Membership) -> Period | None:
    """Return the entry's own date, if all its programs came with it: a list dates only the first listing."""
    if len({(each.first_in, each.absent_in) for each in entry.programs}) > 1:
        return None
    if len(entry.programs) > 1 and not membership.absent_in:
        return None
    dates = {act.date for act in entry.acts if act.kind == "designation" and act.date}
    try:
        return parse_period(dates.pop()) if len(dates) == 1 else None
    except InputError:
        return None


def _ended_on(day: date, until: date | None, gone: date | None) -> State | None:
    """Return what the versions after the last one with it say of a day, or None if they say nothing."""
    if gone and gone <= day:
        return "not listed"
    return "cannot tell" if until and day > until else None


def _began_by(day: date, start: tuple[date | None, date, Period | None], *, doubtful: bool) -> State:
    """Return whether a program had begun by a day: the list's own date counts, unless a version denies it."""
    after, by, dated = start
    if day >= by:
        return "listed"
    if dated and day < dated.first:
        return "not listed"
    if doubtful:
        return "cannot tell"
    if dated and dated.last <= day:
        return "listed"
    return "not listed" if after and day <= after else "cannot tell"


def _seen(membership: Membership, dated: Period | None) -> str:
    parts = [f"listed {dated}"] if dated else []
    parts.append(f"first in {membership.first_in}")
    if membership.absent_in:
        parts.append(f"absent in {membership.absent_in}")
    if membership.last_in:
        parts.append(f"last in {membership.last_in}")
    if membership.gone_in:
        parts.append(f"gone in {membership.gone_in}")
    return f"{membership.program} ({', '.join(parts)})"


def widen(reported: Period) -> Period:
    """Return a reported date with the days that ``about`` allows: three for a day, a quarter of a longer span."""
    if not reported.circa:
        return reported
    days = max(_DAYS_ABOUT, (reported.last - reported.first).days // _SHARE_ABOUT)
    margin = timedelta(days=days)
    return Period(reported.first - margin, reported.last + margin, circa=True)
