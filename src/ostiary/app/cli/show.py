"""``ostiary show``: all that the register knows of one party."""

from dataclasses import dataclass
from typing import Annotated

import typer

from ostiary.app.cli.options import Dated, takes
from ostiary.model.errors import NotFoundError


@dataclass(frozen=True, kw_only=True)
class ShowOptions(Dated):
    """What ``show`` takes."""

    subject: Annotated[str, typer.Argument(metavar="NAME|ID", help="A listed name, or the list's number.")]


@takes(ShowOptions)
def show(options: ShowOptions) -> None:
    """Show a party: names, listings, documents, addresses, relations and history.

    A name that several parties bear, or that none bears exactly, gives a list to choose from.
    """
    from ostiary.app.cli.choices import show_choices
    from ostiary.app.cli.dossiers import show_dossier
    from ostiary.app.cli.output import show_json
    from ostiary.app.dossier import gather_dossier
    from ostiary.app.opening import use_register
    from ostiary.app.parties import find_parties

    asked = options.dates
    found, exact = find_parties(options.settings, options.subject)
    if not found:
        raise NotFoundError(
            f"No party is found under {options.subject!r}.",
            advice="Give the list's number, a listed name, or screen the name: ostiary screen NAME.",
        )
    with use_register(options.settings) as register:
        if len(found) > 1 or not exact:
            show_choices(register, options.subject, found, exact=exact, as_json=options.json)
            return
        dossier = gather_dossier(register, found[0], asked)
        parties = dossier.version.parties
    if options.json:
        show_json(dossier)
    else:
        show_dossier(dossier, parties)
