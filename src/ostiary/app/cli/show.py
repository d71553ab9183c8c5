"""``ostiary show``: all that the register knows of one party."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Annotated

import typer

from ostiary.app.cli.options import Common, takes
from ostiary.model.errors import NotFoundError, QueryError


@dataclass(frozen=True, kw_only=True)
class ShowOptions(Common):
    """What ``show`` takes."""

    subject: Annotated[str, typer.Argument(metavar="NAME|ID", help="A listed name, or the list's number.")]
    as_of: Annotated[str, typer.Option(metavar="DATE", help="In force on this day.")] = ""
    known_at: Annotated[
        str, typer.Option(metavar="DATE", help="As the version of this day, or this label, said.")
    ] = ""
    recorded_at: Annotated[str, typer.Option(metavar="DATETIME", help="As recorded here by then (UTC).")] = ""


@takes(ShowOptions)
def show(options: ShowOptions) -> None:
    """Show a party: names, listings, documents, addresses, relations and history.

    A name that several parties bear, or that none bears exactly, gives a list to choose from.
    """
    from ostiary.app.cli.choices import show_choices
    from ostiary.app.cli.dossiers import show_dossier
    from ostiary.app.cli.output import show_json
    from ostiary.app.dossier import Dates, gather_dossier
    from ostiary.app.opening import use_register
    from ostiary.app.parties import find_parties

    asked = Dates(_read_day(options.as_of), _read_known(options.known_at), _read_moment(options.recorded_at))
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


def _read_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise QueryError(f"{text!r} is no day.", where="--as-of", advice="Write YYYY-MM-DD.") from error


def _read_known(text: str) -> date | str | None:
    from ostiary.app.cli.changes import read_version

    return read_version(text) if text else None


def _read_moment(text: str) -> datetime | None:
    """Read a moment in UTC; a day alone means its end."""
    try:
        if not text:
            return None
        whole_day = len(text) == len("2025-01-01")
        moment = datetime.fromisoformat(f"{text}T23:59:59.999999" if whole_day else text)
    except ValueError as error:
        advice = "Write YYYY-MM-DD or YYYY-MM-DDTHH:MM."
        raise QueryError(f"{text!r} is no moment.", where="--recorded-at", advice=advice) from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
