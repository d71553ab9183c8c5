"""``ostiary update``: take in a version of a list."""

import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ostiary.app.cli.options import Common, takes

if TYPE_CHECKING:
    from ostiary.app.updates import Update


#: Warnings printed at most: a changed format warns at every element.
MOST_WARNINGS = 5


@dataclass(frozen=True, kw_only=True)
class UpdateOptions(Common):
    """What ``update`` takes."""

    list_id: Annotated[str, typer.Argument(metavar="LIST", help="The list, for instance us_ofac.")]
    source: Annotated[Path, typer.Option("--from", metavar="FILE", help="The file, also as .bz2, .gz or .xz.")]
    accept_shrink: Annotated[
        str, typer.Option(metavar="REASON", help="Accept that the list lost many parties; the reason is recorded.")
    ] = ""


@takes(UpdateOptions)
def update(options: UpdateOptions) -> None:
    """Record a version of a list and compile the index from it.

    A file that is damaged, of another publisher, or far too small is refused; then nothing changes.
    """
    from ostiary.app.cli.output import show_json, tell
    from ostiary.app.cli.progress import show_steps
    from ostiary.app.updates import Watch, update_list
    from ostiary.model.errors import OstiaryError

    started = time.monotonic()
    try:
        with show_steps() as start:
            watch = Watch(start("Reading and recording"), start("Compiling the index"))
            done = update_list(
                options.settings, options.list_id, options.source, accept_shrink=options.accept_shrink, watch=watch
            )
    except (OstiaryError, KeyboardInterrupt):
        tell(_describe_state(options), "yellow")
        raise
    seconds = time.monotonic() - started
    if options.json:
        answer = {"recording": done.recording, "index": done.index, "warnings": done.warnings}
        show_json(answer | {"seconds": round(seconds, 3)})
    else:
        _show_update(done, seconds)
    for warning in done.warnings[:MOST_WARNINGS]:
        tell(f"Not known to the reader, and not recorded: {warning}", "yellow")
    if len(done.warnings) > MOST_WARNINGS:
        tell(f"And {len(done.warnings) - MOST_WARNINGS:,} more such places (all with --json).", "yellow")


def _describe_state(options: UpdateOptions) -> str:
    """Say which state goes on serving, and what of it is not compiled."""
    from ostiary.app.pipeline import use_register
    from ostiary.app.updates import read_served
    from ostiary.model.errors import OstiaryError

    served = read_served(options.settings)
    try:
        with use_register(options.settings) as register:
            recorded = register.versions(options.list_id)
    except OstiaryError:
        recorded = ()
    said = "No list is in use yet."
    if served:
        used = "; ".join(f"{one.list_id} {one.label}, {one.parties:,} parties" for one in served)
        said = f"The last good state serves on: {used}."
    if recorded and all(recorded[-1].content_digest != one.content_digest for one in served):
        said += f" Version {recorded[-1].label} is recorded and not compiled: run this again."
    return said


def _show_update(done: "Update", seconds: float) -> None:
    from ostiary.app.cli.output import make_facts, show, show_banner

    recording, version = done.recording, done.recording.version
    if version.sample:
        show_banner(version.parties)
    news = f"{recording.listed:,} listed, {recording.amended:,} amended, {recording.delisted:,} delisted"
    facts = [
        ("list", version.list_id),
        ("version", f"{version.label}" + ("" if recording.new else " (recorded before; nothing is new)")),
        ("parties", f"{version.parties:,}"),
        ("changes", news if recording.new else "none"),
        ("names", f"{done.index.names:,} in the index"),
        ("index", done.index.index_id),
        ("loss accepted", version.accepted_shrink),
        ("time", f"{seconds:.1f} s"),
    ]
    show(make_facts(facts))
