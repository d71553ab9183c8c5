"""``ostiary validate``: how well screening works, in a report that an auditor can sign."""

import shlex
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ostiary.app.cli.options import Dated, takes
from ostiary.app.whole_files import check_target
from ostiary.model.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ostiary.app.health import Health
    from ostiary.app.validations import Order
    from ostiary.model.validation import Validation

#: A figure that must be reached is not; the report is written all the same.
GATE_MISSED = 9
_PAGES = frozenset({".html", ".htm"})
_DEFAULT_PAGE = Path("report.html")


@dataclass(frozen=True, kw_only=True)
class ValidateOptions(Dated):
    """What ``validate`` takes."""

    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The report: .html; report.html without --json.")
    ] = None
    pairs: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Labelled pairs of names instead of the lists: .csv.")
    ] = None
    label: Annotated[str, typer.Option(metavar="COLUMN", help="Of the pairs: the column of labels.")] = ""
    must_not_hit: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A customer file of people who are not listed.")
    ] = None
    profile: Annotated[str, typer.Option(metavar="NAME|FILE", help="The profile to validate.")] = ""
    against: Annotated[str, typer.Option(metavar="NAME|FILE", help="A profile to compare it with.")] = ""
    before: Annotated[
        Path | None, typer.Option(metavar="FILE", help="An earlier run's JSON to compare with: .json.")
    ] = None
    size: Annotated[int, typer.Option(min=1, help="Names in each class of variation and each script.")] = 100
    control: Annotated[int, typer.Option(min=1, help="Listed names screened as they stand.")] = 1000
    made: Annotated[int, typer.Option(min=1, help="Names made to be nobody's.")] = 1000
    whole: Annotated[bool, typer.Option("--whole", help="Every listed name instead of samples: hours.")] = False
    only: Annotated[list[str], typer.Option(metavar="CLASS", help="One class; may be repeated.")] = field(
        default_factory=list
    )
    listed: Annotated[int, typer.Option(min=1, help="Misses listed of each class; the rest is counted.")] = 200
    seed: Annotated[int, typer.Option(help="Draws the samples: the same seed, the same names.")] = 1
    by: Annotated[str, typer.Option(metavar="NAME", help="Who runs it; the user's name without.")] = ""
    least_recall: Annotated[
        float, typer.Option(min=0, max=100, help="Percent that each class, or the pairs, must reach.")
    ] = 95.0
    least_edit_recall: Annotated[
        float, typer.Option(min=0, max=100, help="The same of one wrong letter in 8 letters or more.")
    ] = 99.0
    least_precision: Annotated[
        float | None, typer.Option(min=0, max=100, help="Percent of the pairs' hits that must be right.")
    ] = None
    most_alerts: Annotated[
        float | None, typer.Option(min=0, max=1000, help="Hits allowed per 1,000 names that must not hit.")
    ] = None


@takes(ValidateOptions)
def validate(options: ValidateOptions) -> None:
    """Test how well names are found: control, altered and must-not-hit packs over the lists in force.

    Exit code 9 if a figure that must be reached is not; the report is written all the same.
    """
    from ostiary.app.cli.output import show_json
    from ostiary.app.cli.validation_words import show_validation
    from ostiary.app.validation_json import validation_to_json

    _check(options)
    validation = _validate_pairs(options) if options.pairs else _validate_lists(options)
    page = choose_page(options.out, as_json=options.json)
    if page:
        from ostiary.app.pages.validation import make_validation_page

        write_page(page, make_validation_page(validation))
    if options.json:
        show_json(validation_to_json(validation))
    else:
        show_validation(validation, page)
    if not validation.passed:
        raise typer.Exit(GATE_MISSED)


def _check(options: ValidateOptions) -> None:
    """Refuse what would fail after minutes of work, or make no sense.

    Raises:
        QueryError: An option goes with another pack, or the report would be written over something else.
        NotReadyError: The page needs a package that is not installed.
    """
    for name in ("must_not_hit", "before", "only", "whole"):
        if options.pairs and getattr(options, name):
            raise QueryError(f"--{name.replace('_', '-')} goes with the lists, not with --pairs.")
    for name in ("label", "least_precision"):
        if not options.pairs and getattr(options, name):
            raise QueryError(f"--{name.replace('_', '-')} goes with --pairs.")
    check_page(options.out, options.pairs or options.must_not_hit, as_json=options.json)


def check_page(out: Path | None, source: Path | None, *, as_json: bool) -> None:
    """Refuse a page of another kind, over a file of the user's own, or without what makes pages.

    Raises:
        QueryError: It is one of these.
        NotReadyError: The page needs a package that is not installed.
    """
    page = choose_page(out, as_json=as_json)
    if page is None:
        return
    if page.suffix.lower() not in _PAGES:
        raise QueryError(
            f"A report ends in .html, not in {page.suffix!r}.",
            where=str(page),
            advice="Name it so; --json writes JSON to standard output.",
        )
    check_target(page)
    if source and source.resolve() == page.resolve():
        raise QueryError("The report would be written over the file that is read.", where=str(page))
    if out is None and page.is_file() and b"Ostiary" not in page.read_bytes()[:2048]:
        raise QueryError(
            "There is a report.html here that is not ours.", where=str(page), advice="Name the report with --out."
        )
    from ostiary.app.reading import needing_extra

    with needing_extra("The page"):
        import jinja2  # noqa: F401 - asked for here, before the work


def choose_page(out: Path | None, *, as_json: bool) -> Path | None:
    """Return where the page is written; nowhere if JSON is asked for and no page."""
    return out or (None if as_json else _DEFAULT_PAGE)


def write_page(page: Path, text: str) -> None:
    """Write a page, whole or not at all."""
    from ostiary.app.whole_files import replace_file

    with replace_file(page) as part:
        part.write_text(text, encoding="utf-8")


def _validate_pairs(options: ValidateOptions) -> "Validation":
    from ostiary.app.cli.starting import warm_kernels
    from ostiary.app.labels import open_labelled
    from ostiary.app.validations import run_pairs
    from ostiary.names.kernels import COMPARING
    from ostiary.screening import compare

    assert options.pairs is not None  # noqa: S101 - the caller looked
    file = open_labelled(options.pairs, options.label)
    warm_kernels(lambda: compare("Jon Smith", "John Smith"), COMPARING)
    return run_pairs(file, _order(options))


def _validate_lists(options: ValidateOptions) -> "Validation":
    from ostiary.app.cli.progress import show_steps
    from ostiary.app.cli.starting import start_engine, tell_health
    from ostiary.app.earlier import read_earlier
    from ostiary.app.validations import choose_plan, run_validation
    from ostiary.index import verify_sections

    earlier = read_earlier(options.before) if options.before else None
    sizes = (0, 0, 0) if options.whole else (options.size, options.control, options.made)
    plan = choose_plan(seed=options.seed, sizes=sizes, only=options.only)
    plan = replace(plan, most_listed=options.listed)
    engine = start_engine(options.settings, options.profile, options.dates)
    verify_sections(engine.index.path)  # the report answers for the whole index, not its header alone
    order = _order(options, tell_health(engine, options))
    with show_steps() as start:
        validation = run_validation(engine, order, plan, options.must_not_hit, start("Validating"))
    return replace(validation, earlier=earlier)


def _order(options: ValidateOptions, healths: "Mapping[str, Health] | None" = None) -> "Order":
    from ostiary.app.profile_files import choose_profile
    from ostiary.app.validations import Order
    from ostiary.validation import GateSettings

    gates = GateSettings(
        class_recall=options.least_recall,
        edit_recall=options.least_edit_recall,
        most_alerts=options.most_alerts,
        pairs_precision=options.least_precision,
        pairs_recall=options.least_recall if options.pairs else None,
    )
    return Order(
        choose_profile(options.profile),
        choose_profile(options.against),
        gates,
        options.by,
        healths or {},
        say_command(options),
    )


#: Options that do not change a figure, or say where something is.
_UNSAID = frozenset({"home", "json", "out", "by", "listed"})


def say_command(options: ValidateOptions) -> str:
    """Return the command with all that decides its figures; of files the names alone."""
    said = ["ostiary validate"]
    for one in fields(options):
        value = getattr(options, one.name)
        if one.name in _UNSAID or value is None or value is False or value in ("", []):
            continue
        option = f"--{one.name.replace('_', '-')}"
        values = value if isinstance(value, list) else [value.name if isinstance(value, Path) else value]
        said += [option if single is True else f"{option} {shlex.quote(str(single))}" for single in values]
    return " ".join(said)
