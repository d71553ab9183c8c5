"""What the register says of a named party on the day of a report, and how far the text identifies it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from ostiary.model.acts import Membership
from ostiary.model.errors import InputError
from ostiary.model.parties import Entry, Party
from ostiary.model.periods import parse_period
from ostiary.model.reports import Mention

_ISO_LENGTH = 10
#: The name that says most is told; a part of it says least.
_FULLNESS = {"name": 3, "alias": 2, "acronym": 1}
_NOT_LISTED = "not on the list that day"


def listings_on(party: Party, day: date) -> tuple[str, ...]:
    """Return a line for each program: list, program, and since when, or that it was not on the list that day.

    Never more certain than the register: an entry dates its first listing, a later program is known only from the
    series of versions.

    Args:
        party: The party, in a state that knows at least that day; best the newest one.
        day: The day of the report.
    """
    lines = [
        f"{entry.list_name}: {membership.program}, {_standing(entry, _with_end(membership, party), day)}"
        for entry in party.entries
        for membership in entry.programs
    ]
    return tuple(lines) or (_NOT_LISTED,)


def _with_end(membership: Membership, party: Party) -> Membership:
    """A program with the version in which it was gone: that of the party, where it ended with the listing."""
    ended = membership.last_in and not membership.gone_in
    return replace(membership, gone_in=party.delisted_in) if ended else membership


def _standing(entry: Entry, membership: Membership, day: date) -> str:
    absence = _absence(entry, membership, day)
    return f"{_NOT_LISTED}: {absence}" if absence else _since(entry, membership, day)


def _absence(entry: Entry, membership: Membership, day: date) -> str:
    """Why a party was not under a program on a day; empty if it may have been."""
    absent, last = _label_day(membership.absent_in), _label_day(membership.last_in)
    dated = min(_act_days(entry), default=None)
    if last and day > last:
        gone = _label_day(membership.gone_in)
        return "" if gone and day < gone else f"last in {membership.last_in}"
    if dated and day < dated:
        return f"the entry is dated {dated}"
    return _versions(membership) if absent and day <= absent else ""


def _since(entry: Entry, membership: Membership, day: date) -> str:
    first, absent, last = map(_label_day, (membership.first_in, membership.absent_in, membership.last_in))
    dated = min(_act_days(entry), default=None)
    if last and day > last:
        return f"cannot tell for that day: last in {membership.last_in}, absent in {membership.gone_in}"
    if absent and dated and dated > absent:
        return f"since {dated}"
    if absent:
        certain = first and day >= first
        how = "since a day between two versions" if certain else "cannot tell for that day"
        return f"{how}: {_versions(membership)}"
    since = f"since {dated} or later, as the entry is dated; " if dated else ""
    return f"{since}in the first version recorded, {membership.first_in}"


def _versions(membership: Membership) -> str:
    return f"first in {membership.first_in}, absent in {membership.absent_in}"


def _label_day(label: str) -> date | None:
    """The day of a version by its label, which begins with it; a second one of a day has a number behind."""
    try:
        return date.fromisoformat(label[:_ISO_LENGTH])
    except ValueError:
        return None


def _act_days(entry: Entry) -> Iterator[date]:
    for act in (act for act in entry.acts if act.kind == "designation"):
        try:
            yield parse_period(act.date).first
        except InputError:
            continue  # a date that no reader could read dates nothing


def identity_wording(mentions: Iterable[Mention], party: Party) -> str:
    """Return how far a text identifies a party that it names.

    Args:
        mentions: The mentions of this party in one or several reports.
        party: The party.
    """
    named = [mention for mention in mentions if mention.matched_name]
    sure = [mention for mention in named if mention.sure]
    if not sure:
        told = max((mention.reason for mention in named), key=len, default="")
        because = f" ({told})" if told else ""
        return f"same name as {party.caption}, identity not established{because}"
    full = max(sure, key=lambda mention: (_FULLNESS.get(mention.kind, 0), len(mention.reason)))
    return f"named by {full.reason}" if full.reason.startswith(("its ", "a ", "an ", "part ")) else full.reason
