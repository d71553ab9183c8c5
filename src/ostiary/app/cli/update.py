"""``ostiary update``: take in new versions of lists, from their publishers or from files."""

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ostiary.app.cli.options import Common, takes
from ostiary.model.errors import QueryError

if TYPE_CHECKING:
    from ostiary.app.taking import ListUpdate
    from ostiary.app.updates import Update, Watch


#: Warnings printed of each list: a changed format warns at every element.
MOST_WARNINGS = 5


@dataclass(frozen=True, kw_only=True)
class UpdateOptions(Common):
    """What ``update`` takes."""

    list_ids: Annotated[
        list[str] | None,
        typer.Argument(metavar="[LIST]...", help="The lists, for instance us_ofac; none for all."),
    ] = None
    source: Annotated[
        Path | None,
        typer.Option(
            "--from", metavar="PATH", help="Take a file (also .bz2, .gz, .xz), or all files of a folder."
        ),
    ] = None
    published: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"], metavar="DATE", help="When the file was published, if it does not say."
        ),
    ] = None
    accept_shrink: Annotated[
        str, typer.Option(metavar="REASON", help="Accept that the list lost many parties; the reason is recorded.")
    ] = ""


@takes(UpdateOptions)
def update(options: UpdateOptions) -> None:
    """Record what is new of the lists, and compile the index from it.

    Without --from the publishers are asked. A file that is damaged, of another publisher, or far too small is
    refused; then its last good version serves on, the other lists are taken in, and the exit code tells.
    """
    from ostiary.app.cli.output import show_json, tell
    from ostiary.app.cli.progress import show_status, show_steps
    from ostiary.app.opening import open_engine
    from ostiary.model.errors import OstiaryError
    from ostiary.names.kernels import COMPARING, SEARCHING, are_kernels_compiled

    started = time.monotonic()
    first_run = not are_kernels_compiled(SEARCHING, COMPARING)
    if first_run:
        tell("First run on this machine: the matching kernels are compiled too, once: a minute or two.", "dim")
    try:
        with _interrupted_when_ended(), show_steps() as watch:
            done = _update(options, watch)
    except (OstiaryError, KeyboardInterrupt):
        tell(_describe_state(options), "yellow")
        raise
    if first_run and done.index:
        with show_status("Compiling the kernels"):
            open_engine(options.settings).warm()
    seconds = time.monotonic() - started
    if options.json:
        lists = [_describe(one) for one in done.lists]
        show_json({"lists": lists, "index": done.index, "links": done.links, "seconds": round(seconds, 3)})
    else:
        _show_update(done, seconds)
    for one in done.lists:
        _tell_warnings(one)
    _raise_failure(done)


@contextmanager
def _interrupted_when_ended() -> Iterator[None]:
    """Let a request to end this process act as Ctrl-C does: what is half done is cleared away and said."""

    def interrupt(_number: int, _frame: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _update(options: UpdateOptions, watch: "Watch") -> "Update":
    from ostiary.app.recognition import recognise_list
    from ostiary.app.taking import Taking
    from ostiary.app.updates import update_from_folder, update_from_publishers, update_list

    list_ids = options.list_ids or []
    if options.source is None:
        _refuse_without_file(options)
        return update_from_publishers(options.settings, list_ids, watch)
    if len(list_ids) > 1:
        raise QueryError(
            "A file is of one list.", advice="Name one list with --from, or none to have it recognised."
        )
    if options.source.is_dir() and not list_ids:
        if options.published:
            raise QueryError("--published speaks of one file.", advice="Name the file with --from.")
        return update_from_folder(options.settings, options.source, options.accept_shrink, watch)
    list_id = list_ids[0] if list_ids else recognise_list(options.source)
    published = options.published.date() if options.published else None
    return update_list(options.settings, Taking(list_id, options.source, published, options.accept_shrink), watch)


def _refuse_without_file(options: UpdateOptions) -> None:
    if options.published or options.accept_shrink:
        raise QueryError(
            "--published and --accept-shrink speak of files.", advice="Name a file or a folder with --from."
        )


def _describe(one: "ListUpdate") -> dict[str, object]:
    failure = (
        {"what": one.failure.what, "where": one.failure.where, "advice": one.failure.advice}
        if one.failure
        else None
    )
    return {
        "list_id": one.list_id,
        "outcome": one.outcome,
        "source": one.source,
        "recording": one.recording,
        "warnings": one.warnings,
        "failure": failure,
    }


def _raise_failure(done: "Update") -> None:
    """Let the exit code tell that a list failed; each one was named already."""
    failures = [one.failure for one in done.lists if one.failure]
    if failures:
        raise typer.Exit(failures[0].exit_code)


def _tell_warnings(one: "ListUpdate") -> None:
    from ostiary.app.cli.failures import say_error
    from ostiary.app.cli.output import tell

    if one.failure:
        named = f"{one.list_id}, {one.source}" if one.list_id and one.source else one.list_id or one.source
        say_error(f"{named}: {one.failure.what}", one.failure.where, one.failure.advice)
    for warning in one.warnings[:MOST_WARNINGS]:
        tell(f"{one.list_id}: {warning}", "yellow")
    if len(one.warnings) > MOST_WARNINGS:
        tell(
            f"{one.list_id}: and {len(one.warnings) - MOST_WARNINGS:,} more such places (all with --json).",
            "yellow",
        )


def _describe_state(options: UpdateOptions) -> str:
    """Say which state goes on serving, and what of it is not compiled."""
    from ostiary.app.current_index import read_served
    from ostiary.app.pipeline import choose_screened, use_register
    from ostiary.model.errors import OstiaryError

    served = read_served(options.settings)
    try:
        with use_register(options.settings) as register:
            newest = choose_screened(register)
    except OstiaryError:
        newest = ()
    said = "No list is in use yet."
    if served:
        used = "; ".join(f"{one.list_id} {one.label}, {one.parties:,} parties" for one in served)
        said = f"The last good state serves on: {used}."
    in_use = {one.content_digest for one in served}
    waiting = ", ".join(f"{one.list_id} {one.label}" for one in newest if one.content_digest not in in_use)
    return f"{said} Recorded and not compiled: {waiting}; run this again." if waiting else said


def _show_update(done: "Update", seconds: float) -> None:
    from rich.text import Text

    from ostiary.app.cli.output import make_table, show, show_banner

    for one in done.lists:
        if one.recording and one.recording.version.sample:
            show_banner(one.recording.version.parties)
    columns = ("list", "outcome", "version", ">parties", ">listed", ">amended", ">delisted", "from")
    show(make_table(columns, [_make_row(one) for one in done.lists]))
    for one in done.lists:
        if one.recording and one.recording.version.accepted_shrink and one.recording.new:
            version = one.recording.version
            show(Text(f"{one.list_id} {version.label}: loss accepted: {version.accepted_shrink}"))
    index, links = done.index, done.links
    names = f"{index.names:,} listed names are in the index" if index else "No index yet"
    linked = f"; {links.links:,} links join {links.listings:,} listings" if links and links.links else ""
    show(Text(f"\n{names}{linked}; {seconds:.1f} s.", style="dim"))


def _make_row(one: "ListUpdate") -> tuple[object, ...]:
    named = one.list_id or "unknown"
    if one.failure:
        return named, "failed", "", "", "", "", "", one.source
    if not one.recording:
        return named, "unchanged at the publisher", "", "", "", "", "", one.source
    news, version = one.recording, one.recording.version
    if not news.new:
        return named, "recorded before", version.label, version.parties, "", "", "", one.source
    return named, "new", version.label, version.parties, news.listed, news.amended, news.delisted, one.source
