"""``ostiary program``: what a tag means in law on a day, and what it does not."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from ostiary.app.cli.options import Common, takes

if TYPE_CHECKING:
    from ostiary.app.program_pages import ProgramPage


@dataclass(frozen=True, kw_only=True)
class ProgramOptions(Common):
    """What ``program`` takes."""

    tag: Annotated[str, typer.Argument(metavar="TAG", help="A program's tag, as a list writes it: SDGT.")]
    list_id: Annotated[str, typer.Option("--list", metavar="LIST", help="The tag of this list.")] = ""
    as_of: Annotated[str, typer.Option(metavar="DATE", help="The law of this day.")] = ""
    compare: Annotated[str, typer.Option(metavar="TAG", help="Set this program beside it.")] = ""


@takes(ProgramOptions)
def describe(options: ProgramOptions) -> None:
    """Say what a program does in law, what it does not, since when, and how to object; with sources.

    It needs no list: the pages come with Ostiary. Information, not legal advice.
    """
    from ostiary.app.cli.output import show_json
    from ostiary.app.cli.program_page import show_comparison, show_page, show_program_choices
    from ostiary.app.dates import read_dates
    from ostiary.app.program_pages import ADVICE, find_pages

    day = read_dates(options.as_of).valid_on
    found = [find_pages(tag, options.list_id, day) for tag in (options.tag, options.compare) if tag]
    several = next((place for place, pages in enumerate(found) if len(pages) > 1), None)
    if several is not None and len(found) > 1:
        found = [_prefer_shared(pages, found) for pages in found]
        several = next((place for place, pages in enumerate(found) if len(pages) > 1), None)
    if several is not None:
        asked = (options.tag, options.compare)[several]
        if options.json:
            show_json({"asked": asked, "choices": [page.program for page in found[several]]})
        else:
            show_program_choices(asked, found[several])
    elif options.json:
        show_json({"pages": [pages[0] for pages in found], "note": ADVICE})
    elif len(found) > 1:
        show_comparison(found[0][0], found[1][0])
    else:
        show_page(found[0][0])


def _prefer_shared(
    pages: tuple["ProgramPage", ...], found: Sequence[tuple["ProgramPage", ...]]
) -> tuple["ProgramPage", ...]:
    """Return of several programs the one whose list the program beside it has too, if that is one alone."""
    shared = set.intersection(*({page.program.list_id for page in each} for each in found))
    kept = tuple(page for page in pages if page.program.list_id in shared)
    return kept if len(kept) == 1 else pages
