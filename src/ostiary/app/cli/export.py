"""``ostiary export``: the parties of the lists as a file for other programs."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ostiary.app.cli.options import Dated, takes


class Form(StrEnum):
    """What the file may be."""

    CSV = "csv"
    FTM = "ftm"
    PARQUET = "parquet"


@dataclass(frozen=True, kw_only=True)
class ExportOptions(Dated):
    """What ``export`` takes."""

    form: Annotated[Form, typer.Option("--format", help="A table, or entities of FollowTheMoney, one a line.")]
    out: Annotated[Path, typer.Option(metavar="FILE", help="Where it goes; whole or not at all.")]
    list_ids: Annotated[
        list[str] | None, typer.Argument(metavar="[LIST]...", help="The lists; none for all that are screened.")
    ] = None


@takes(ExportOptions)
def export(options: ExportOptions) -> None:
    """Write the parties of the lists, of today or of a day gone by, to a file."""
    from ostiary.app.cli.output import show, show_banner, show_json
    from ostiary.app.cli.progress import show_steps
    from ostiary.app.cli.starting import tell_unknown_lists
    from ostiary.app.dates import NOW
    from ostiary.app.exports.files import export_parties
    from ostiary.app.opening import use_register
    from ostiary.app.plain import count

    with show_steps() as watch, use_register(options.settings) as register:
        versions, parties = export_parties(
            options.settings,
            register,
            options.dates,
            options.list_ids or [],
            (options.out, options.form.value),
            watch("Writing"),
        )
        if options.dates != NOW and not options.list_ids:
            tell_unknown_lists(register, options.dates)
    if options.json:
        show_json({"file": str(options.out), "parties": parties, "dates": options.dates, "versions": versions})
        return
    if options.samples:
        show_banner(parties)
    said = "; ".join(f"{one.list_id} version {one.label}" for one in versions)
    when = f", {options.dates}" if str(options.dates) else ""
    show(f"{count(parties, 'party', 'parties')} of {said}{when}: {options.out}")
