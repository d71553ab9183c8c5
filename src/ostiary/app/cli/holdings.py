"""``ostiary holdings``: who holds what of whom, as you know it; loaded, listed, dropped, and names judged."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ostiary.app.cli.options import Common, takes
from ostiary.model.errors import HoldingFileError, NotFoundError, QueryError

if TYPE_CHECKING:
    from ostiary.model.ownership import HoldingFile, NameVerdict
    from ostiary.ownership.store import HoldingStore

By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who does it; without it the user of the system.")]
Because = Annotated[str, typer.Option("--because", metavar="REASON", help="Why; recorded with it.")]

holdings = typer.Typer(
    help="Say which holdings are loaded; load, drop, confirm and deny.", invoke_without_command=True
)


@dataclass(frozen=True, kw_only=True)
class HoldingsOptions(Common):
    """What ``holdings`` takes."""

    lines: Annotated[bool, typer.Option("--lines", help="Print every line that counts.")] = False


@dataclass(frozen=True, kw_only=True)
class LoadOptions(Common):
    """What ``holdings load`` takes."""

    file: Annotated[Path, typer.Argument(metavar="FILE", help="CSV, TSV or JSON lines.")]
    encoding: Annotated[str, typer.Option(help="Of a text that is neither UTF-8 nor UTF-16.")] = ""
    by: By = ""


@dataclass(frozen=True, kw_only=True)
class DropOptions(Common):
    """What ``holdings drop`` takes."""

    sources: Annotated[list[str], typer.Argument(metavar="SOURCE...", help="As ostiary holdings names them.")]
    because: Because = ""
    by: By = ""


@dataclass(frozen=True, kw_only=True)
class JudgeOptions(Common):
    """What ``holdings confirm`` takes."""

    name: Annotated[str, typer.Argument(metavar="NAME", help="As the holdings write it.")]
    party: Annotated[str, typer.Argument(metavar="ID", help="The listing: us_ofac:22790.")]
    because: Because = ""
    by: By = ""


@dataclass(frozen=True, kw_only=True)
class DenyOptions(Common):
    """What ``holdings deny`` takes."""

    name: Annotated[str, typer.Argument(metavar="NAME", help="As the holdings write it.")]
    parties: Annotated[list[str], typer.Argument(metavar="ID...", help="The listings that it is not.")]
    because: Because = ""
    by: By = ""


@holdings.callback()
@takes(HoldingsOptions)
def show_loaded(options: HoldingsOptions) -> None:
    """Say which holdings are loaded, from which sources, by whom and when, and which names were judged."""
    from ostiary.app.cli.holding_words import describe_lines, describe_store
    from ostiary.app.cli.output import show, show_json
    from ostiary.ownership.store import open_holdings

    with open_holdings(options.settings.holdings_path) as store:
        if options.json:
            plain = {"sources": store.sources(), "loads": store.loads(), "judgements": store.judgements()}
            show_json(plain | {"holdings": tuple(store.holdings())} if options.lines else plain)
        else:
            show(*(describe_lines(store.holdings()) if options.lines else describe_store(store)))


@holdings.command()
@takes(LoadOptions)
def load(options: LoadOptions) -> None:
    """Check a file of holdings and take it in; its lines replace those of every source that it names.

    A file with a fault is not taken in: every fault is listed with line and column, and the exit code is 2.
    """
    from ostiary.app.cli.holding_words import describe_faults, describe_load
    from ostiary.app.cli.output import show, show_json, tell
    from ostiary.app.holding_loading import check_holding_file
    from ostiary.ownership.store import open_holdings

    file = check_holding_file(options.settings, options.file, options.encoding)
    if file.faults:
        _refuse(file, as_json=options.json)
    with open_holdings(options.settings.holdings_path, create=True) as store:
        done = store.load(file, options.by or _find_user())
    if options.json:
        show_json({"loaded": done, "notes": file.notes})
        return
    for line in describe_faults(file.notes):
        tell(line, "yellow")
    show(*describe_load(done))


def _refuse(file: "HoldingFile", *, as_json: bool) -> None:
    from ostiary.app.cli.holding_words import describe_faults
    from ostiary.app.cli.output import show_json, tell
    from ostiary.app.plain import count

    if as_json:
        show_json({"loaded": None, "faults": file.faults, "notes": file.notes})
    else:
        for line in describe_faults(file.faults):
            tell(line, "red")
    raise HoldingFileError(
        f"Nothing was taken in: {count(len(file.faults), 'fault')}.",
        where=file.name,
        advice="Mend the lines and load the file again; what was loaded before still counts.",
    )


@holdings.command()
@takes(DropOptions)
def drop(options: DropOptions) -> None:
    """Let the lines of sources count no more; they stay in the history."""
    from ostiary.app.cli.holding_words import describe_load
    from ostiary.app.cli.output import show, show_json
    from ostiary.ownership.store import open_holdings

    because = _need_reason(options.because)
    with open_holdings(options.settings.holdings_path) as store:
        done = store.drop(options.sources, options.by or _find_user(), because)
    show_json(done) if options.json else show(*describe_load(done))


@holdings.command()
@takes(JudgeOptions)
def confirm(options: JudgeOptions) -> None:
    """Say that a name in the holdings means a listing: from then on that owner counts as it."""
    _judge(options, [options.party], "same")


@holdings.command()
@takes(DenyOptions)
def deny(options: DenyOptions) -> None:
    """Say that a name in the holdings means somebody else than the listings of that name."""
    _judge(options, options.parties, "different")


def _judge(options: JudgeOptions | DenyOptions, parties: Sequence[str], verdict: "NameVerdict") -> None:
    from datetime import UTC, datetime

    from ostiary.app.cli.holding_words import describe_judgement
    from ostiary.app.cli.output import show, show_json
    from ostiary.app.holding_loading import check_judged_party
    from ostiary.model.ownership import NameJudgement
    from ostiary.ownership.store import open_holdings

    because, by, now = _need_reason(options.because), options.by or _find_user(), datetime.now(UTC)
    known = [check_judged_party(options.settings, party) for party in parties]
    with open_holdings(options.settings.holdings_path) as store:
        _check_named(store, options.name)
        done = [store.judge(NameJudgement(0, options.name, one, verdict, because, by, now)) for one in known]
    show_json(done) if options.json else show(*map(describe_judgement, done))


def _check_named(store: "HoldingStore", name: str) -> None:
    from ostiary.ownership.naming import fold_name

    wanted = fold_name(name)
    if not any(wanted in (fold_name(one.owner), fold_name(one.owned)) for one in store.holdings()):
        raise NotFoundError(f"The holdings do not name {name!r}.", advice="Write it as they do.")


def _need_reason(because: str) -> str:
    if not because.strip():
        raise QueryError("No reason is given.", where="--because", advice='Say why: --because "…".')
    return because.strip()


def _find_user() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"
