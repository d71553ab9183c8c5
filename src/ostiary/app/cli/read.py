"""``ostiary read``: news reports, and what they rest on."""

import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ostiary.app.cli.failures import say_error
from ostiary.app.cli.options import Common, takes
from ostiary.model.errors import OstiaryError, QueryError

if TYPE_CHECKING:
    from ostiary.model.briefs import Brief

_PAGES = frozenset({".html", ".htm"})


@dataclass(frozen=True, kw_only=True)
class ReadOptions(Common):
    """What ``read`` takes."""

    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Reports: text, HTML or PDF; - for standard input.")
    ]
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the brief as a page: .html.")] = None
    published: Annotated[
        str, typer.Option(metavar="DATE", help="When the reports were published, if they do not say.")
    ] = ""
    all: Annotated[bool, typer.Option("--all", help="Print the whole brief, nothing cut or only counted.")] = False
    outlet: Annotated[str, typer.Option(metavar="NAME", help="Who published them, if they do not say.")] = ""


@takes(ReadOptions)
def read(options: ReadOptions) -> None:
    """Read news reports: designated parties, claims with their chains, and what confirms what.

    A claim lists nobody, and an accusation is no fact. If a file cannot be read the others are, and the exit code
    is that of its error.
    """
    from ostiary.app.cli.progress import show_steps
    from ostiary.app.reading import Watch, read_reports

    _check_out(options)
    refused: list[OstiaryError] = []

    def refuse(path: Path, error: OstiaryError) -> None:
        refused.append(error)
        say_error(error.what, error.where or str(path), error.advice)

    with show_steps() as start:
        watch = Watch(start("Reading"), refuse)
        brief = read_reports(
            options.settings,
            options.files,
            published=options.published,
            outlet=options.outlet,
            watch=watch,
            stdin=sys.stdin.buffer,
        )
    if brief.readings:
        _hand_out(options, brief)
    if refused:
        raise typer.Exit(refused[0].exit_code)


def _check_out(options: ReadOptions) -> None:
    """Refuse a page of another kind, or over a report.

    Raises:
        QueryError: It is one of these.
    """
    out = options.out
    if not out:
        return
    if out.suffix.lower() not in _PAGES:
        raise QueryError(
            f"A page ends in .html, not in {out.suffix!r}.", where=str(out), advice="Use --json for JSON."
        )
    if out.resolve() in {path.resolve() for path in options.files}:
        raise QueryError(
            "The page would be written over a report.", where=str(out), advice="Give --out another name."
        )


def _hand_out(options: ReadOptions, brief: "Brief") -> None:
    """Write the page, and print JSON, the whole brief, or what the page holds."""
    from rich.text import Text

    from ostiary.app.brief_json import brief_to_json
    from ostiary.app.cli.briefs import describe_short, show_brief
    from ostiary.app.cli.output import show, show_json

    today = datetime.now(UTC).date()
    if options.out:
        _write_page(options.out, brief, today)
    if options.json:
        show_json(brief_to_json(brief))
    elif options.out:
        show(*describe_short(brief), Text(f"Written: {options.out}"))
    else:
        show_brief(brief, today, whole=options.all)


def _write_page(out: Path, brief: "Brief", today: date) -> None:
    from ostiary.app.reading import needing_extra
    from ostiary.app.settings import read_release
    from ostiary.app.whole_files import replace_file

    with needing_extra():
        from ostiary.app.pages import make_page

    with replace_file(out) as part:
        part.write_text(make_page(brief, today, read_release()), encoding="utf-8")
