"""``ostiary screen``: a name, or a whole customer file."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer

from ostiary.app.cli.options import Common, takes
from ostiary.model.errors import CustomerFileError, QueryError


@dataclass(frozen=True, kw_only=True)
class ScreenOptions(Common):
    """What ``screen`` takes."""

    subject: Annotated[
        str, typer.Argument(metavar="[NAME|FILE]", help="A name, or .csv .tsv .jsonl .parquet.")
    ] = ""
    schema: Annotated[str, typer.Option(help="Of a name: Person, Organization, Company, Vessel, ...")] = ""
    birth_date: Annotated[list[str], typer.Option(metavar="DATE", help="Of a name; may be repeated.")] = field(
        default_factory=list
    )
    country: Annotated[list[str], typer.Option(metavar="COUNTRY", help="Of a name; may be repeated.")] = field(
        default_factory=list
    )
    identifier: Annotated[list[str], typer.Option(metavar="NUMBER", help="Of a name; may be repeated.")] = field(
        default_factory=list
    )
    limit: Annotated[int, typer.Option(min=1, max=1000, help="The most hits per query.")] = 20
    weak: Annotated[bool, typer.Option("--weak", help="Let a weak alias alone give a hit.")] = False
    profile: Annotated[str, typer.Option(metavar="NAME", help="The weights and threshold to use.")] = ""
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Hits: .csv, .jsonl or .parquet.")] = None
    rejects: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Rows not screened, values left out: CSV.")
    ] = None
    map: Annotated[list[str], typer.Option(metavar="COLUMN=FIELD", help="Read a column as a field.")] = field(
        default_factory=list
    )
    separator: Annotated[str, typer.Option(help="Between several values in a cell; empty for none.")] = ";"
    encoding: Annotated[str, typer.Option(help="Of a text file that is not UTF-8, for instance windows-1252.")] = (
        ""
    )


@takes(ScreenOptions)
def screen(options: ScreenOptions) -> None:
    """Screen a name, or every row of a customer file.

    A hit is "same name as", identity not established. The exit code is 0 whenever the question was answered:
    hits are no error, and what cannot be screened is said loudly.
    """
    if is_file(options.subject):
        from ostiary.app.cli.screen_file import screen_file

        screen_file(options)
        return
    for name, given in (("--out", options.out), ("--rejects", options.rejects), ("--map", options.map)):
        if given:
            raise QueryError(f"{name} goes with a customer file.", where=options.subject)
    from ostiary.app.cli.screen_name import screen_name

    screen_name(options)


def is_file(subject: str) -> bool:
    """Tell whether an argument is a file: it exists as one, or its suffix says so.

    Raises:
        CustomerFileError: It is a folder.
    """
    from ostiary.intake import find_kind

    path = Path(subject)
    try:
        there, folder = path.is_file(), path.is_dir() and "/" in subject
    except (OSError, ValueError):
        # Too long for a path, or with a NUL in it: then it is a name.
        return False
    if folder:
        raise CustomerFileError("This is a folder.", where=subject, advice="Give one file.")
    return there or bool(find_kind(path))
