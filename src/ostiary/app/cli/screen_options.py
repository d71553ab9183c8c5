"""What ``ostiary screen`` takes."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ostiary.app.cli.options import Dated


class Gender(StrEnum):
    """What lists know of genders."""

    MALE = "male"
    FEMALE = "female"


@dataclass(frozen=True, kw_only=True)
class ScreenOptions(Dated):
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
    nationality: Annotated[list[str], typer.Option(metavar="COUNTRY", help="Of a name; may be repeated.")] = field(
        default_factory=list
    )
    birth_place: Annotated[list[str], typer.Option(metavar="PLACE", help="Of a name; may be repeated.")] = field(
        default_factory=list
    )
    flag: Annotated[list[str], typer.Option(metavar="COUNTRY", help="Of a ship; may be repeated.")] = field(
        default_factory=list
    )
    founded: Annotated[list[str], typer.Option(metavar="DATE", help="Of a company, or a ship's build.")] = field(
        default_factory=list
    )
    identifier: Annotated[list[str], typer.Option(metavar="NUMBER", help="Of a name; may be repeated.")] = field(
        default_factory=list
    )
    gender: Annotated[Gender | None, typer.Option(help="Of a name.")] = None
    limit: Annotated[int, typer.Option(min=1, max=1000, help="The most hits per query.")] = 20
    weak: Annotated[bool, typer.Option("--weak", help="Let a weak alias alone give a hit.")] = False
    profile: Annotated[str, typer.Option(metavar="NAME|FILE", help="The weights and threshold to use.")] = ""
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
    jobs: Annotated[int, typer.Option(min=0, max=1024, help="Processes for a file; 0: one a processor.")] = 0
    restart: Annotated[
        bool, typer.Option("--restart", help="Throw away what a killed run over a file has done.")
    ] = False
