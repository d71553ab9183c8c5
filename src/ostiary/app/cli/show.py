"""``ostiary show``: all that the register knows of one party."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from ostiary.app.cli.options import Dated, takes
from ostiary.model.errors import InputError, NotFoundError

if TYPE_CHECKING:
    from ostiary.app.dates import Dates
    from ostiary.app.dossier import Dossier
    from ostiary.app.parties import FoundParties
    from ostiary.app.settings import Settings
    from ostiary.model.identity import Link
    from ostiary.model.parties import Party
    from ostiary.register import Register

    _FindLinks = Callable[[str], tuple[Link, ...]]


@dataclass(frozen=True, kw_only=True)
class ShowOptions(Dated):
    """What ``show`` takes."""

    subject: Annotated[str, typer.Argument(metavar="NAME|ID", help="A listed name, or the list's number.")]
    list_id: Annotated[str, typer.Option("--list", metavar="LIST", help="Only listings of this list.")] = ""


@takes(ShowOptions)
def show(options: ShowOptions) -> None:
    """Show a party over all lists: timeline, programs and what they do, accusations, relations, sources.

    Listings that are held to be one party are one dossier. A name that listings bear which are not, a word of a
    name, or a name that none bears exactly, gives a list to choose from.
    """
    from ostiary.app.opening import use_register
    from ostiary.app.parties import find_parties
    from ostiary.app.past import settle_dates
    from ostiary.lists import describe_list

    if options.list_id:
        describe_list(options.list_id)
    asked = settle_dates(options.dates)
    found = find_parties(options.settings, options.subject).on_list(options.list_id)
    if not found.names:
        listed = f" on {options.list_id}" if options.list_id else ""
        raise NotFoundError(
            f"No party is found under {options.subject!r}{listed}.",
            advice="Give the list's number, a listed name, or screen the name: ostiary screen NAME.",
        )
    with use_register(options.settings) as register:
        if found.how == "held":
            _offer_bearers(options, register, found, asked)
        else:
            _show_found(options, register, found, asked)


def _show_found(options: ShowOptions, register: "Register", found: "FoundParties", asked: "Dates") -> None:
    from ostiary.app.cli.choices import show_choices
    from ostiary.app.dossier import gather_dossier

    parties = list(_find_known(register, tuple(found.names), asked))
    if not parties:
        _print(_find_by_notices(register, tuple(found.names), asked, options.subject), as_json=options.json)
        return
    find = _open_links(options.settings, asked)
    joined = _join(parties, find)
    if found.how == "exact" and len(joined) == len(parties) - 1:
        main = _choose_newest(parties).id
        _print(gather_dossier(register, main, asked, find(main)), as_json=options.json)
    else:
        near = found.names if found.how == "near" else None
        show_choices(options.subject, parties, joined, near, as_json=options.json)


def _offer_bearers(options: ShowOptions, register: "Register", found: "FoundParties", asked: "Dates") -> None:
    """Print the parties whose names hold a word, the best known first.

    Raises:
        NotFoundError: None of them was listed at these dates.
    """
    from ostiary.app.bearers import rank_parties
    from ostiary.app.cli.choices import MOST, Bearer, show_bearers

    ranked = rank_parties(found.names, _open_links(options.settings, asked))
    known = ((one, tuple(_find_known(register, one, asked))) for one in ranked)
    bearers = [
        Bearer(_choose_newest(parties), next(filter(None, map(found.names.get, ids)), ""), ids)
        for ids, parties in islice((pair for pair in known if pair[1]), MOST)
    ]
    if not bearers:
        raise NotFoundError(
            f"No listing whose name holds {options.subject!r} {asked}.",
            advice=f"There is one at other dates: ostiary show {ranked[0][0]}.",
        )
    show_bearers(options.subject, bearers, len(ranked), as_json=options.json)


def _open_links(settings: "Settings", asked: "Dates") -> "_FindLinks":
    """Return what finds the links of a listing: none where they cannot be kept, as in a home for reading."""
    from ostiary.app.cli.output import tell
    from ostiary.app.linking import open_linking

    try:
        return open_linking(settings, recorded_at=asked.recorded_at).find_linked
    except (InputError, OSError) as error:
        tell(f"Which listings are one party cannot be kept here, so each stands alone. {error}", "yellow")
        return lambda _: ()


def _join(parties: Sequence["Party"], find: "_FindLinks") -> dict[str, str]:
    """Return for each listing that is one party with one before it the first such one."""
    from ostiary.app.dossier_listings import name_listing

    joined: dict[str, str] = {}
    firsts: dict[str, str] = {}
    for party in parties:
        linked = [link.right for link in find(party.id) if link.state == "linked"]
        first = next((firsts[one] for one in (*name_listing(party.id), *linked) if one in firsts), "")
        if first:
            joined[party.id] = first
        firsts |= dict.fromkeys((*name_listing(party.id), *linked), first or party.id)
    return joined


def _print(dossier: "Dossier", *, as_json: bool) -> None:
    from ostiary.app.cli.dossiers import show_dossier
    from ostiary.app.cli.output import show_json

    if as_json:
        show_json(dossier)
    else:
        show_dossier(dossier, dossier.version.parties)


def _find_by_notices(register: "Register", found: Sequence[str], asked: "Dates", subject: str) -> "Dossier":
    """Return the first party of some that notices concern at some dates, though no version shows it yet.

    Raises:
        NotFoundError: There is none.
    """
    from ostiary.app.dossier import gather_by_notices, gather_dossier

    for party_id in found:
        with suppress(NotFoundError):
            if (dossier := gather_by_notices(register, party_id, asked)) is not None:
                return dossier
    if len(found) == 1:
        gather_dossier(register, found[0], asked)  # says why it is not there
    raise NotFoundError(
        f"No listing under {subject!r} {asked}.", advice=f"There is one at other dates: ostiary show {found[0]}."
    )


def _find_known(register: "Register", found: Sequence[str], asked: "Dates") -> Iterator["Party"]:
    """Yield the parties that were known and listed at some dates."""
    for party_id in found:
        try:
            yield register.party(
                party_id, valid_on=asked.valid_on, known_at=asked.known_at, recorded_at=asked.recorded_at
            )
        except NotFoundError:
            continue


def _choose_newest(parties: Sequence["Party"]) -> "Party":
    """Return the listing of the newest version; one of a list that repeats another only if there is no other."""
    from ostiary.lists import describe_list

    return max(parties, key=lambda party: (not describe_list(party.list_id).repeats, party.version))
