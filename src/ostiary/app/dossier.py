"""All that is known of one party over all lists and notices, as of the dates asked for."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from ostiary.app.dates import NOW, Dates
from ostiary.app.dossier_listings import ListedParty, read_linked, read_listing
from ostiary.app.dossier_programs import ProgramStanding, find_conflicts, trace_programs
from ostiary.app.dossier_timeline import draw_timeline
from ostiary.app.program_pages import ADVICE
from ostiary.lists import describe_list
from ostiary.model.changes import Change
from ostiary.model.errors import NotFoundError
from ostiary.model.identity import Link
from ostiary.model.notices import Conflict, Event, Matter, Notice
from ostiary.model.parties import Party
from ostiary.model.programs import Redress
from ostiary.model.statements import ListVersion
from ostiary.programs import describe_redress
from ostiary.programs.notices import NoticeDates, NoticeRecord, find_notices
from ostiary.register import Register

#: A link may rest on what was published only later.
_LINKS_OF_TODAY = "What makes them one party is what today's lists say; each is shown as it stood then."


@dataclass(frozen=True, slots=True)
class Dossier:
    """One party with what belongs to it.

    Attributes:
        asked: The dates asked for.
        version: The version that answers.
        party: The party, as the listing that was asked for has it.
        names: Party id to name, of its own listings and of the parties that lists or notices relate it to.
        history: What each version changed for that listing.
        others: The other listings that are held to be the same party, each with the reason.
        linking: What else is to be known of that reason at the dates asked for; empty if nothing.
        programs: Its standing under each program of each listing.
        timeline: What happened, the first one first.
        notices: Acts and statements that no list holds or dates.
        matters: Accusations, rewards and disputes, each with its history.
        conflicts: Statements that cannot both be right.
        ids: The ids by which lists and notices call it.
        by_notices: Whether no version that answers shows it, and notices alone concern it at that date.
        redress: How to object, for each authority once.
        advice: What all of it is, and is not.
    """

    asked: Dates
    version: ListVersion
    party: Party
    names: dict[str, str]
    history: tuple[tuple[ListVersion, Change], ...]
    others: tuple[ListedParty, ...] = ()
    linking: str = ""
    programs: tuple[ProgramStanding, ...] = ()
    timeline: tuple[Event, ...] = ()
    notices: tuple[Notice, ...] = ()
    matters: tuple[Matter, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    redress: tuple[Redress, ...] = ()
    ids: tuple[str, ...] = ()
    by_notices: bool = False
    advice: str = ADVICE

    @property
    def parties(self) -> tuple[Party, ...]:
        """The party as each listing has it, the one that was asked for first."""
        return self.party, *(one.party for one in self.others)


def gather_dossier(register: Register, party_id: str, asked: Dates, links: Sequence[Link] = ()) -> Dossier:
    """Return the dossier of a party.

    Args:
        register: The recorded versions.
        party_id: The listing that was asked for.
        asked: The dates; notices count by their own.
        links: Why other listings are the same party, or are not.

    Raises:
        NotFoundError: There is no such party at these dates.
    """
    main = read_listing(register, party_id, asked)
    return _assemble(register, (main, *read_linked(register, links, asked)), asked)


def gather_by_notices(register: Register, party_id: str, asked: Dates) -> Dossier | None:
    """Return what notices say of a party that no version shows yet at the dates asked for; None where none does.

    Its name is that of its first listing; nothing else of that is told before its time.

    Raises:
        NotFoundError: It was never recorded, or no version of its list is as old as that.
    """
    first = register.history(party_id)[0][0]
    version = register.state(first.list_id, known_at=asked.known_at, recorded_at=asked.recorded_at).version
    if first.sequence <= version.sequence:
        return None
    later = register.party(party_id, known_at=first.label)
    party = Party(party_id, later.schema, later.list_id, version.label, later.aliases[:1])
    listing = ListedParty(party, version, register.versions(first.list_id)[: version.sequence], ())
    dossier = _assemble(register, (listing,), asked)
    return replace(dossier, by_notices=True) if dossier.timeline else None


def _assemble(register: Register, listings: Sequence[ListedParty], asked: Dates) -> Dossier:
    main = listings[0]
    ids = tuple(dict.fromkeys(one for listing in listings for one in listing.ids))
    record = find_notices(ids, _read_notice_dates(asked, main))
    names = dict(_find_names(register, listings, record, asked))
    about = [(listing, _find_dating(record, listing)) for listing in listings]
    return Dossier(
        asked=asked,
        version=main.version,
        party=main.party,
        names=names,
        history=main.history,
        others=tuple(listings[1:]),
        linking=_LINKS_OF_TODAY if len(listings) > 1 and asked != NOW else "",
        programs=tuple(one for listing, dating in about for one in trace_programs(listing, dating, asked)),
        timeline=draw_timeline(listings, record, names),
        notices=record.notices,
        matters=record.matters,
        conflicts=(
            *record.conflicts,
            *(one for listing, dating in about for one in find_conflicts(listing, dating)),
        ),
        redress=tuple(_find_redress(listings)),
        ids=ids,
    )


def _read_notice_dates(asked: Dates, main: ListedParty) -> NoticeDates:
    known = main.version.published if isinstance(asked.known_at, str) else asked.known_at
    return NoticeDates(asked.valid_on, known, asked.recorded_at.date() if asked.recorded_at else None)


def _find_dating(record: NoticeRecord, listing: ListedParty) -> tuple[Notice, ...]:
    """Return the notices that put a listing under programs, or take it from them."""
    ids = frozenset(listing.ids)
    return tuple(one for one in record.notices if one.programs and ids & frozenset(one.parties))


def _find_names(
    register: Register, listings: Sequence[ListedParty], record: NoticeRecord, asked: Dates
) -> Iterator[tuple[str, str]]:
    """Yield the names of the parties that lists and notices speak of; of one not listed then, that of today."""
    main = listings[0].party
    own = {party_id: listing.party.caption for listing in listings for party_id in listing.ids}
    yield from own.items()
    related = {end for listing in listings for one in listing.party.relations for end in (one.source, one.target)}
    stated = [one.relation for one in record.notices if one.relation]
    related |= {end for one in stated for end in (one.source, one.target)}
    wanted = {other: _place(other, main.list_id) for other in sorted(related - own.keys())}
    found = dict(_pick_names(register, set(wanted.values()), asked))
    for other, party_id in wanted.items():
        yield other, found.get(party_id) or _find_name(register, party_id)


def _place(party_id: str, list_id: str) -> str:
    """Return an id as a list has it that may be all that is recorded of the one it repeats, as the samples do."""
    repeated, _, number = party_id.partition(":")
    return f"{list_id}:{number}" if describe_list(list_id).repeats == repeated else party_id


def _pick_names(register: Register, party_ids: set[str], asked: Dates) -> Iterator[tuple[str, str]]:
    for list_id in sorted({one.partition(":")[0] for one in party_ids}):
        with suppress(NotFoundError):
            state = register.state(list_id, known_at=asked.known_at, recorded_at=asked.recorded_at)
            yield from ((party.id, party.caption) for party in state.pick(party_ids))


def _find_name(register: Register, party_id: str) -> str:
    try:
        return register.party(party_id).caption
    except NotFoundError:
        return party_id


def _find_redress(listings: Sequence[ListedParty]) -> Iterator[Redress]:
    seen = set()
    for listing in listings:
        redress = describe_redress(listing.party.list_id)
        if redress is not None and redress.authority not in seen:
            seen.add(redress.authority)
            yield redress
