"""``ostiary tune``: the threshold that labelled customers ask for, as a profile with its reason."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ostiary.app.cli.options import Common, takes
from ostiary.app.cli.validate import GATE_MISSED
from ostiary.model.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ostiary.model.profiles import Profile
    from ostiary.model.validation import Stamp, Tuning

_DEFAULT_OUT = Path("tuned.yml")


@dataclass(frozen=True, kw_only=True)
class TuneOptions(Common):
    """What ``tune`` takes."""

    file: Annotated[Path, typer.Argument(metavar="FILE", help="Customers with a column of labels: .csv, .tsv.")]
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The profile: .yml; tuned.yml without --json.")
    ] = None
    page: Annotated[Path | None, typer.Option(metavar="FILE", help="Write a report: .html.")] = None
    label: Annotated[str, typer.Option(metavar="COLUMN", help="The column of labels.")] = ""
    map: Annotated[list[str], typer.Option(metavar="COLUMN=FIELD", help="Read a column as a field.")] = field(
        default_factory=list
    )
    encoding: Annotated[str, typer.Option(help="Of a file that is not UTF-8.")] = ""
    profile: Annotated[str, typer.Option(metavar="NAME", help="The shipped profile to start from.")] = "default"
    least_recall: Annotated[
        float, typer.Option(min=0, max=100, help="Percent of labelled rows that must be found.")
    ] = 100.0
    name: Annotated[str, typer.Option(metavar="NAME", help="What the profile is called.")] = ""
    number: Annotated[int, typer.Option(min=1, help="The version of the profile.")] = 1
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Put before the figures, for the record.")] = ""
    seed: Annotated[int, typer.Option(help="Draws the sample below the line.")] = 1
    by: Annotated[str, typer.Option(metavar="NAME", help="Who runs it; the user's name without.")] = ""


@takes(TuneOptions)
def tune(options: TuneOptions) -> None:
    """Choose a threshold by customers who are known to be listed, or not, and write it as a profile.

    The label of a row is the id of the party that the customer is; of all others it is empty. Exit code 9 if no
    threshold finds as many as must be found: then no profile is written.
    """
    from ostiary.app.cli.output import show_json
    from ostiary.app.cli.screen_file import read_map
    from ostiary.app.cli.starting import start_engine
    from ostiary.app.cli.validation_words import show_tuning
    from ostiary.app.labels import open_labelled
    from ostiary.app.validation_json import tuning_to_json
    from ostiary.app.validations import Order, run_tuning
    from ostiary.screening import load_profile

    shipped = load_profile(options.profile)
    out = choose_out(options)
    _check(options, out)
    file = open_labelled(options.file, options.label, read_map(options.map), options.encoding)
    engine = start_engine(options.settings)
    stamp, tuning = run_tuning(
        engine, file, Order(profile=shipped, by=options.by), options.least_recall, options.seed
    )
    written = tuple(_write(options, out, shipped, (stamp, tuning)))
    if options.json:
        show_json(tuning_to_json(stamp, tuning))
    else:
        show_tuning(stamp, tuning, written)
    if tuning.threshold is None:
        raise typer.Exit(GATE_MISSED)


def choose_out(options: TuneOptions) -> Path | None:
    """Return where the profile is written; nowhere if JSON is asked for and no profile.

    Raises:
        QueryError: No file is named, and the usual one is there already.
    """
    if options.out or options.json:
        return options.out
    if _DEFAULT_OUT.exists():
        raise QueryError("There is a tuned.yml here already.", where="tune", advice="Name the profile with --out.")
    return _DEFAULT_OUT


def _check(options: TuneOptions, out: Path | None) -> None:
    """Refuse what would fail after minutes of work.

    Raises:
        QueryError: A file has another ending, or two are the same one.
    """
    from ostiary.app.cli.validate import check_page
    from ostiary.app.profile_files import check_profile_path

    if out:
        check_profile_path(out)
    if options.page:
        check_page(options.page, options.file, as_json=options.json)
    named = [path.resolve() for path in (options.file, out, options.page) if path]
    if len(set(named)) < len(named):
        raise QueryError(
            "Two of the files named are the same one.",
            where=", ".join(map(str, named)),
            advice="Nothing was read or written. Give --out and --page names of their own.",
        )


def _write(
    options: TuneOptions, out: Path | None, shipped: "Profile", found: "tuple[Stamp, Tuning]"
) -> "Iterator[Path]":
    from ostiary.app.profile_files import retune_profile, write_profile

    stamp, tuning = found
    if options.page:
        from ostiary.app.cli.validate import write_page
        from ostiary.app.pages.validation import make_tuning_page

        write_page(options.page, make_tuning_page(stamp, tuning))
        yield options.page
    if out and tuning.threshold is not None:
        name = options.name or out.stem
        profile = retune_profile(shipped, name, options.number, tuning.threshold, where=str(out))
        write_profile(out, profile, shipped, explain_choice(options.reason, stamp, tuning))
        yield out


def explain_choice(given: str, stamp: "Stamp", tuning: "Tuning") -> str:
    """Return the reason of a profile: what the user gives, and the figures that it was chosen by."""
    row = tuning.row_at(tuning.threshold or tuning.before)
    file, digest = stamp.files[0]
    figures = (
        f"The highest threshold that finds {tuning.needed:g} % of the {tuning.labelled:,} labelled of "
        f"{tuning.rows:,} rows of {file} (SHA-256 {digest}): {row.recall.part:,} found, "
        f"{row.alerts.share * 1000:.1f} rows with hits of 1,000. Run by {stamp.by} on {stamp.started:%Y-%m-%d}, "
        f"release {stamp.release}, index {stamp.index_id}."
        if row
        else ""
    )
    return " ".join(filter(None, (given.strip(), figures)))
