"""``ostiary lookback``: what would have been different, under other lists or another profile."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ostiary.app.cli.options import Common, takes
from ostiary.app.dates import NOW, Dates, read_version
from ostiary.model.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Callable

    from ostiary.app.lookback import LookbackRun
    from ostiary.intake import CustomerFile
    from ostiary.model.differences import Difference
    from ostiary.screening import Engine

#: So many differences are shown; the others are counted.
_SHOWN = 50


@dataclass(frozen=True, kw_only=True)
class LookbackOptions(Common):
    """What ``lookback`` takes."""

    file: Annotated[Path, typer.Argument(metavar="FILE", help="Customers, as for screen.")]
    before: Annotated[
        str, typer.Option(metavar="DATE", help="The first answer: by the versions of this day, or this label.")
    ] = ""
    after: Annotated[
        str, typer.Option(metavar="DATE", help="The second answer: by those of this day; else the newest.")
    ] = ""
    profile: Annotated[str, typer.Option(metavar="NAME|FILE", help="The weights and threshold to use.")] = ""
    against: Annotated[
        str, typer.Option(metavar="NAME|FILE", help="The profile of the second answer, if it is another.")
    ] = ""
    weak: Annotated[bool, typer.Option("--weak", help="Let a weak alias alone give a hit.")] = False
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Differences: .csv, .jsonl or .parquet.")] = None
    map: Annotated[list[str], typer.Option(metavar="COLUMN=FIELD", help="Read a column as a field.")] = field(
        default_factory=list
    )
    separator: Annotated[str, typer.Option(help="Between several values in a cell; empty for none.")] = ";"
    encoding: Annotated[str, typer.Option(help="Of a text file that is not UTF-8.")] = ""
    jobs: Annotated[int, typer.Option(min=0, max=1024, help="Processes; 0: one a processor.")] = 0
    keep: Annotated[
        bool, typer.Option("--keep", help="Keep the compiled customers in the home folder for the next time.")
    ] = False


@takes(LookbackOptions)
def lookback(options: LookbackOptions) -> None:
    """Say which hits on a customers' file are new, gone or scored otherwise between two days, or two profiles."""
    from ostiary.app.cli.lookback_words import show_lookback
    from ostiary.app.cli.output import show_json
    from ostiary.app.lookback import look_back
    from ostiary.intake import read_customers

    _check(options)
    customers = read_customers(
        options.file, mapping=_read_map(options.map), separator=options.separator, encoding=options.encoding
    )
    before, after = _start(options, options.before), _start(options, options.after, options.against)
    found: list[Difference] = []
    among = _list_changed(options, before, after)
    with _open_out(options.out) as write, _prepare(options, customers, among) as run:

        def take(difference: "Difference") -> None:
            write(difference)
            if len(found) < _SHOWN or (options.json and not options.out):
                found.append(difference)

        summary = look_back(before, after, customers, run, take)
    if options.json:
        show_json({"lookback": summary} | ({} if options.out else {"differences": found}))
    else:
        show_lookback(summary, found, options.out)


def _check(options: LookbackOptions) -> None:
    """Check what can be checked before any work is done.

    Raises:
        QueryError: Nothing is to be compared, or the output is the input.
    """
    from ostiary.app.hit_files import check_suffix

    if not options.before and not options.against:
        raise QueryError(
            "There is nothing to compare.",
            where="lookback",
            advice="Give --before DATE (and --after DATE), or --against PROFILE.",
        )
    if options.out:
        check_suffix(options.out)
        if options.out.resolve() == options.file.resolve():
            raise QueryError("This is the customers' file.", where=f"--out {options.out}", advice="Name another.")


def _read_map(pairs: list[str]) -> dict[str, str]:
    from ostiary.app.cli.screen_file import read_map

    return read_map(pairs)


def _start(options: LookbackOptions, day: str, against: str = "") -> "Engine":
    from ostiary.app.cli.starting import start_engine

    dates = Dates(known_at=read_version(day)) if day else NOW
    return start_engine(options.settings, against or options.profile, dates)


def _list_changed(options: LookbackOptions, before: "Engine", after: "Engine") -> frozenset[str] | None:
    from ostiary.app.lookback import list_changed
    from ostiary.app.opening import use_register

    with use_register(options.settings) as register:
        return list_changed(register, before.index, after.index)


@contextmanager
def _open_out(out: Path | None) -> Iterator["Callable[[Difference], None]"]:
    from ostiary.app.difference_files import write_differences

    if out is None:
        yield lambda _: None
        return
    with write_differences(out) as write:
        yield write


@contextmanager
def _prepare(
    options: LookbackOptions, customers: "CustomerFile", among: frozenset[str] | None
) -> Iterator["LookbackRun"]:
    from ostiary.app.batch import choose_jobs
    from ostiary.app.cli.progress import show_steps
    from ostiary.app.lookback import LookbackRun
    from ostiary.app.query_index import name_compiled

    said = sorted(customers.mapping.items())
    parts = [customers.source.digest, repr(said), customers.separator, customers.encoding]
    kept = options.settings.compiled_customers / name_compiled(parts) if options.keep else None
    jobs = options.jobs or choose_jobs(customers.source.size)
    with show_steps() as start:
        yield LookbackRun(options.weak, jobs, kept, among, start("Screening twice"))
