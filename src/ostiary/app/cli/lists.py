"""``ostiary lists``: which lists there are, what of them is recorded, and what of that is screened."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from ostiary.app.cli.options import Common, takes
from ostiary.model.errors import FetchError, NotFoundError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from ostiary.app.holdings import Holding


@dataclass(frozen=True, kw_only=True)
class ListsOptions(Common):
    """What ``lists`` takes."""

    list_id: Annotated[str, typer.Argument(metavar="[LIST]", help="Say all of this list, with its versions.")] = ""


@takes(ListsOptions)
def lists(options: ListsOptions) -> None:
    """Say which lists there are, what of them is recorded, what is screened, and whether it is up to date.

    The exit code is 8 if a publisher could not be asked, or was not for days.
    """
    from ostiary.app.cli.output import show, show_banner, show_json
    from ostiary.app.holdings import describe_holdings

    holdings = describe_holdings(options.settings)
    if options.list_id:
        holdings = tuple(one for one in holdings if one.description.id == options.list_id)
    if not holdings:
        known = ", ".join(one.description.id for one in describe_holdings(options.settings))
        raise NotFoundError(f"There is no list {options.list_id!r}.", advice=f"Known lists: {known}.")
    if options.json:
        show_json(holdings)
    else:
        if options.samples:
            show_banner(sum(one.versions[-1].parties for one in holdings if one.versions))
        for part in _show_one(holdings[0]) if options.list_id else _show_all(holdings):
            show(part)
    if any(one.health.ill for one in holdings):
        raise typer.Exit(FetchError.exit_code)


def _show_all(holdings: Sequence["Holding"]) -> Iterator["RenderableType"]:
    from rich.text import Text

    from ostiary.app.cli.output import clean, make_table

    recorded = [one for one in holdings if one.versions]
    if recorded:
        rows = [_make_row(one) for one in recorded]
        yield make_table(
            ("list", "authority", "version", ">days old", ">parties", ">versions", "screened", "health"), rows
        )
    else:
        yield Text("No list is recorded yet: ostiary update; or, from a file, ostiary update --from FILE.")
    for one in holdings:
        if one.health.ill:
            yield Text(clean(f"{one.description.id}: {one.health.said}"), style="yellow")
    others = [one.description.id for one in holdings if not one.versions]
    if others:
        yield Text(f"\nNot recorded: {', '.join(others)}.", style="dim")
    yield Text("All of one list, with licence and versions: ostiary lists LIST.", style="dim")


def _make_row(one: "Holding") -> tuple[object, ...]:
    newest = one.versions[-1]
    return (
        one.description.id,
        one.description.authority,
        newest.label,
        one.age_days,
        f"{newest.parties:,}",
        len(one.versions),
        one.screened,
        one.health.state,
    )


def _show_one(one: "Holding") -> Iterator["RenderableType"]:
    from ostiary.app.cli.output import make_facts, make_table

    about = one.description
    yield make_facts(
        [
            ("list", about.id),
            ("title", about.title),
            ("authority", about.authority),
            ("publisher", about.publisher),
            ("licence", about.licence),
            ("changes", about.cadence),
            ("address", about.url),
            ("repeats", about.repeats),
            ("screened", one.screened),
            ("health", f"{one.health.state}: {one.health.said}".rstrip(": ")),
        ]
    )
    if one.versions:
        rows = [
            (v.label, f"{v.parties:,}", f"{v.statements:,}", f"{v.recorded:%Y-%m-%d %H:%M} UTC", v.snapshot.name)
            for v in one.versions
        ]
        yield make_table(("version", ">parties", ">statements", "recorded", "file"), rows)
