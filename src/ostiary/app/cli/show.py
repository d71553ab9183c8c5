"""``ostiary show``: all that the register knows of one party."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from ostiary.app.cli.options import Dated, takes
from ostiary.model.errors import NotFoundError

if TYPE_CHECKING:
    from ostiary.app.dates import Dates
    from ostiary.model.parties import Party
    from ostiary.register import Register


@dataclass(frozen=True, kw_only=True)
class ShowOptions(Dated):
    """What ``show`` takes."""

    subject: Annotated[str, typer.Argument(metavar="NAME|ID", help="A listed name, or the list's number.")]
    list_id: Annotated[str, typer.Option("--list", metavar="LIST", help="Only listings of this list.")] = ""


@takes(ShowOptions)
def show(options: ShowOptions) -> None:
    """Show a party: names, listings, documents, addresses, relations and history.

    A name that several listings bear, or that none bears exactly, gives a list to choose from.
    """
    from ostiary.app.cli.choices import show_choices
    from ostiary.app.cli.dossiers import show_dossier
    from ostiary.app.cli.output import show_json
    from ostiary.app.dossier import gather_dossier
    from ostiary.app.opening import use_register
    from ostiary.app.parties import find_parties
    from ostiary.app.past import settle_dates
    from ostiary.lists import describe_list

    if options.list_id:
        describe_list(options.list_id)
    asked = settle_dates(options.dates)
    found, exact = find_parties(options.settings, options.subject)
    found = tuple(one for one in found if not options.list_id or one.startswith(f"{options.list_id}:"))
    if not found:
        listed = f" on {options.list_id}" if options.list_id else ""
        raise NotFoundError(
            f"No party is found under {options.subject!r}{listed}.",
            advice="Give the list's number, a listed name, or screen the name: ostiary screen NAME.",
        )
    with use_register(options.settings) as register:
        if len(found) > 1 or not exact:
            parties = tuple(_find_known(register, found, asked))
            if not parties:
                raise NotFoundError(
                    f"No listing under {options.subject!r} {asked}.",
                    advice=f"There is one at other dates: ostiary show {found[0]}.",
                )
            if not exact or len(parties) > 1:
                show_choices(options.subject, parties, exact=exact, as_json=options.json)
                return
            found = (parties[0].id,)
        dossier = gather_dossier(register, found[0], asked)
        parties_in_all = dossier.version.parties
    if options.json:
        show_json(dossier)
    else:
        show_dossier(dossier, parties_in_all)


def _find_known(register: "Register", found: Sequence[str], asked: "Dates") -> Iterator["Party"]:
    """Yield the parties that were known and listed at some dates."""
    for party_id in found:
        try:
            yield register.party(
                party_id, valid_on=asked.valid_on, known_at=asked.known_at, recorded_at=asked.recorded_at
            )
        except NotFoundError:
            continue
