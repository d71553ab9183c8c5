"""Since when a listing has been under each program, by whose date, and what that does."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ostiary.app.dates import Dates
from ostiary.app.dossier_listings import ListedParty
from ostiary.model.acts import Membership
from ostiary.model.certainty import Certainty
from ostiary.model.notices import Conflict, Notice
from ostiary.model.parties import Entry
from ostiary.model.programs import Standing
from ostiary.programs import describe_program
from ostiary.programs.notices import describe

DatedBy = Literal["the authority", "the press", "versions", "entry"]


@dataclass(frozen=True, slots=True)
class ProgramStanding:
    """A listing's standing under one program.

    Attributes:
        tag: The program.
        list_id: The list whose tag it is.
        party: Id of the listing.
        since: The day of the designation, by a notice; None: no notice dates it.
        dated_by: Whose date that is; without a notice, what the list gives: two versions that bracket it, or the
            date of the whole entry.
        versions: What the recorded versions show, in words.
        notices: Ids of the notices on it.
        shown: Whether the version that answers shows it; false where only a notice says so.
        title: What the program is called; empty if we do not know.
        described: How far we know the program.
        effect: What it does, in a line; empty if we have not described it.
        certainty: How sure that line is.
        ended: First day on which the program had no effect any more; None: it is in force, or that is not known.
    """

    tag: str
    list_id: str
    party: str
    since: date | None
    dated_by: DatedBy
    versions: str
    notices: tuple[str, ...]
    shown: bool
    title: str
    described: Standing
    effect: str
    certainty: Certainty
    ended: date | None


def trace_programs(listing: ListedParty, notices: Sequence[Notice], asked: Dates) -> Iterator[ProgramStanding]:
    """Yield a listing's programs, those too that only notices know of.

    Args:
        listing: The listing.
        notices: The designations and delistings that concern it, the first one first.
        asked: The dates; the law is that of their day.
    """
    for entry in listing.party.entries:
        for membership in entry.programs:
            yield _judge(listing, membership.program, notices, asked, (membership, entry))
    for tag in find_unshown(listing, notices):
        yield _judge(listing, tag, notices, asked)


def _judge(
    listing: ListedParty,
    tag: str,
    notices: Sequence[Notice],
    asked: Dates,
    shown: tuple[Membership, Entry] | None = None,
) -> ProgramStanding:
    on_it = [one for one in notices if tag in one.programs]
    first = next((one for one in on_it if one.kind == "designation"), None)
    program = describe_program(tag, listing.party.list_id, asked.day)
    effect = next(program.select("effect"), None)
    dated: DatedBy = "entry" if shown and not shown[0].absent_in else "versions"
    says = describe_membership(*shown) if shown else _describe_unshown(listing, on_it[-1])
    if shown and dated == "entry" and first is None:
        says += _bound(shown[1], program.began)
    return ProgramStanding(
        tag=tag,
        list_id=listing.party.list_id,
        party=listing.party.id,
        since=first.day if first else None,
        dated_by=("the authority" if first.from_authority else "the press") if first else dated,
        versions=says,
        notices=tuple(one.id for one in on_it),
        shown=tag in listing.party.programs and not listing.party.delisted_in,
        title=program.title,
        described=program.standing,
        effect=effect.text if effect else "",
        certainty=effect.certainty if effect else "unverified",
        ended=program.ended,
    )


def _bound(entry: Entry, began: date | None) -> str:
    """Say from when at the earliest a program holds: the date of a whole entry may be older than its law."""
    entered = _find_entry_date(entry)
    return f"; not before {began}, when the program began" if began and entered < str(began) else ""


def _find_entry_date(entry: Entry) -> str:
    """Return the first day that an entry gives to a designation; empty where it gives none."""
    return min((act.date for act in entry.acts if act.kind == "designation" and act.date), default="")


def find_unshown(listing: ListedParty, notices: Sequence[Notice]) -> tuple[str, ...]:
    """Return the programs that notices put a listing under, and that the version which answers does not show."""
    under: dict[str, bool] = {}
    for notice in notices:
        under |= dict.fromkeys(notice.programs, notice.kind == "designation")
    return tuple(sorted(tag for tag, holds in under.items() if holds and tag not in listing.party.programs))


def _find_last(notices: Sequence[Notice], tag: str) -> Notice:
    return [one for one in notices if tag in one.programs][-1]


def _describe_unshown(listing: ListedParty, notice: Notice) -> str:
    older = ", which is older than that" if listing.version.published < notice.day else ""
    return f"not in version {listing.version.label}{older}"


def describe_membership(membership: Membership, entry: Entry) -> str:
    """Return since when a party has been under a program, as well as the list's versions tell it.

    An entry dates its first listing; of a program that came later only the series of versions knows.
    """
    ended = f"; last in {membership.last_in}" if membership.last_in else ""
    if membership.absent_in:
        return f"first in {membership.first_in}, absent in {membership.absent_in}{ended}"
    if entered := _find_entry_date(entry):
        return f"in the first version recorded, {membership.first_in}; the entry is dated {entered}{ended}"
    return f"in the first version recorded, {membership.first_in}{ended}"


def find_conflicts(listing: ListedParty, notices: Sequence[Notice]) -> Iterator[Conflict]:
    """Yield where a notice and the versions of a list cannot both be right: both are shown, none is chosen."""
    designations = [one for one in notices if one.kind == "designation"]
    for notice in designations:
        for entry in listing.party.entries:
            for membership in entry.programs:
                if membership.program in notice.programs and not _fits(listing, membership, notice):
                    says = f"{listing.version.list_id}: {describe_membership(membership, entry)}"
                    yield Conflict(f"since when {membership.program} holds", describe(notice), says)
    for tag in find_unshown(listing, notices):
        last = _find_last(notices, tag)
        if last.day < listing.version.published and not listing.party.delisted_in:
            says = f"{listing.version.list_id}: {_describe_unshown(listing, last)}"
            yield Conflict(f"whether {tag} holds", describe(last), says)


def _fits(listing: ListedParty, membership: Membership, notice: Notice) -> bool:
    """Whether a designation lies between the version without a program and the first one with it."""
    published = {one.label: one.published for one in listing.versions}
    first, absent = published.get(membership.first_in), published.get(membership.absent_in)
    return not (first and notice.day > first) and not (absent and notice.day < absent)
