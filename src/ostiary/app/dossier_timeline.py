"""The timeline of a party's acts: what lists date, what only their versions show, and what notices say."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter

from ostiary.app.dossier_listings import ListedParty
from ostiary.model.acts import Act
from ostiary.model.changes import Change
from ostiary.model.errors import InputError
from ostiary.model.notices import Event, Matter, Notice
from ostiary.model.parties import Entry
from ostiary.model.periods import Period, parse_period
from ostiary.model.statements import ListVersion
from ostiary.programs.notices import NoticeRecord

#: What a step of a matter is called in a line of the timeline, before its title.
_STEP_WORDS = {
    "opened": "offered",
    "ended": "said to have ended",
    "remarked": "remarked on",
    "postponed": "sentence put off",
    "alleged": "made",
    "charged": "brought",
    "denied": "denied by the accused",
    "contested": "contested by the accused",
}


def draw_timeline(
    listings: Iterable[ListedParty], record: NoticeRecord, names: Mapping[str, str]
) -> tuple[Event, ...]:
    """Return the events of a party over all its listings, the first one first.

    Args:
        listings: The listings, as they stood at the dates asked for.
        record: What the notices say, up to the same dates.
        names: Party id to name.
    """
    events = [event for listing in listings for event in _draw_listing(listing, record)]
    events += [_draw(one, _describe_notice(one, names)) for one in record.notices]
    # A dispute has no acts: who says what of it stands in its own section.
    told = [one for one in record.matters if one.kind != "dispute"]
    events += [_draw_step(matter, step) for matter in told for step in matter.notices]
    return tuple(sorted(events, key=lambda one: (one.period.first, one.period.last, one.party, one.kind)))


def _draw_listing(listing: ListedParty, record: NoticeRecord) -> Iterator[Event]:
    for entry in listing.party.entries:
        yield from _draw_acts(listing, entry)
    dated = [one for one in record.notices if set(one.parties) & set(listing.ids)]
    for version, change in listing.history:
        before = listing.find_before(version)
        if before is not None:
            yield from _draw_change(listing, change, (before, version), dated)


def _draw_acts(listing: ListedParty, entry: Entry) -> Iterator[Event]:
    key = attrgetter("date", "kind", "event", "authority")
    for (day, kind, event, authority), acts in groupby(sorted(entry.acts, key=key), key):
        if (period := _read_period(day)) is not None:
            done = f"{kind} on {entry.list_name} ({event})" if event else f"{kind} on {entry.list_name}"
            yield Event(
                period, "act", done + _name_bases(tuple(acts)), authority, "the authority", party=listing.party.id
            )


def _name_bases(acts: Sequence[Act]) -> str:
    """Return the legal bases of acts on one day; of several the day is the entry's, not that of each."""
    bases = sorted({act.legal_basis for act in acts if act.legal_basis})
    if len(bases) > 1:
        return f"; the list gives this one day to all of: {', '.join(bases)}"
    return f"; {bases[0]}" if bases else ""


def _read_period(day: str) -> Period | None:
    try:
        return parse_period(day) if day else None
    except InputError:
        return None


def _draw_change(
    listing: ListedParty, change: Change, between: tuple[ListVersion, ListVersion], dated: Sequence[Notice]
) -> Iterator[Event]:
    """Yield what two versions bracket, save what the list's own dates or a notice date within them already."""
    period = Period(between[0].published, between[1].published)
    list_id = listing.party.list_id
    if change.kind == "listed":
        if not any(_lies_within(act.date, period) for entry in listing.party.entries for act in entry.acts):
            yield _bracket(listing, period, "listed", f"first seen on {list_id}")
    elif change.kind == "delisted":
        yield _bracket(listing, period, "delisted", f"gone from {list_id}")
    before, after = frozenset(change.programs_before), frozenset(change.programs_after)
    if change.kind != "amended":
        return
    told = {tag for one in dated if period.first <= one.day <= period.last for tag in one.programs}
    for tags, word in ((after - before - told, "added"), (before - after, "removed")):
        if tags:
            yield _bracket(listing, period, "program", f"{word} on {list_id}: {', '.join(sorted(tags))}")


def _lies_within(day: str, period: Period) -> bool:
    found = _read_period(day)
    return found is not None and period.first <= found.first <= period.last


def _bracket(listing: ListedParty, period: Period, kind: str, what: str) -> Event:
    return Event(period, kind, what, listing.party.list_id, "versions", party=listing.party.id)


def _describe_notice(notice: Notice, names: Mapping[str, str]) -> str:
    if (stated := notice.relation) is not None:
        return (
            f"{names.get(stated.source, stated.source)} {stated.wording} {names.get(stated.target, stated.target)}"
        )
    if notice.programs:
        return f"{notice.kind} under {', '.join(notice.programs)}"
    return notice.says


def _draw_step(matter: Matter, step: Notice) -> Event:
    word = _STEP_WORDS.get(step.step, step.step)
    amount = f", up to {step.currency} {step.amount:,}" if step.amount else ""
    return _draw(step, f"{matter.title}: {word}{amount}")


def _draw(notice: Notice, what: str) -> Event:
    return Event(
        period=notice.period,
        kind=notice.kind,
        what=what,
        by=notice.by,
        dated_by="the authority" if notice.from_authority else "the press",
        certainty=notice.certainty,
        sources=notice.sources,
    )
