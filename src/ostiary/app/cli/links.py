"""``ostiary links``: which listings are one party, on what evidence, and who judged what."""

from dataclasses import dataclass
from typing import Annotated

import typer

from ostiary.app.cli.options import Common, takes


@dataclass(frozen=True, kw_only=True)
class LinksOptions(Common):
    """What ``links`` takes."""

    party: Annotated[
        str, typer.Argument(metavar="[PARTY]", help="A listing: its id, or what means it alone; none for all.")
    ] = ""
    recorded_at: Annotated[
        str, typer.Option(metavar="DATETIME", help="With the judgements recorded by then (UTC).")
    ] = ""


@takes(LinksOptions)
def links(options: LinksOptions) -> None:
    """Say which listings are one party with one, on what evidence, what speaks against it, and who judged so.

    Without a party: how many links there are, which are in conflict, and every judgement.
    """
    from ostiary.app.cli.link_words import show_links, show_overview
    from ostiary.app.cli.output import show_json
    from ostiary.app.dates import read_dates
    from ostiary.app.link_overview import gather_links, gather_overview
    from ostiary.app.parties import find_exact_party

    recorded_at = read_dates("", "", options.recorded_at).recorded_at
    if not options.party:
        overview = gather_overview(options.settings, recorded_at=recorded_at)
        if options.json:
            show_json(overview)
        else:
            show_overview(overview)
        return
    listing = find_exact_party(options.settings, options.party)
    around = gather_links(options.settings, listing, recorded_at=recorded_at)
    if options.json:
        show_json(around)
    else:
        show_links(around)
