"""``ostiary changes``: what differs between two versions of a list."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from ostiary.app.cli.options import Common, takes
from ostiary.app.dates import read_version
from ostiary.model.changes import Change
from ostiary.model.errors import NotFoundError
from ostiary.model.statements import ListVersion

if TYPE_CHECKING:
    from rich.console import RenderableType

    from ostiary.register import Register

#: Changes that come with another one, which says the same more plainly.
_SPELT_OUT = (
    "Sanction.program",
    "Alias.kind",
    "Alias.quality",
    "Alias.script",
    "Alias.spellingOf",
    "Alias.part:",
    "Act.event",
)


@dataclass(frozen=True, kw_only=True)
class ChangesOptions(Common):
    """What ``changes`` takes."""

    since: Annotated[str, typer.Option(metavar="DATE", help="From the version of this day, or of this label.")]
    list_id: Annotated[str, typer.Argument(metavar="[LIST]", help="Only this list.")] = ""
    until: Annotated[
        str, typer.Option(metavar="DATE", help="To the version of this day, or of this label; else the newest.")
    ] = ""
    program: Annotated[
        str, typer.Option(metavar="TAG", help="Only parties under this program before or after.")
    ] = ""


@dataclass(frozen=True)
class ListChanges:
    """What changed in one list.

    Attributes:
        list_id: The list.
        since: The version at the beginning; None if the first recorded one came later.
        until: The version at the end; None if none is as old as that.
        changes: In the order of party numbers.
        versions: Labels of the recorded versions.
    """

    list_id: str
    since: ListVersion | None
    until: ListVersion | None
    changes: tuple[Change, ...]
    versions: tuple[str, ...]


@takes(ChangesOptions)
def changes(options: ChangesOptions) -> None:
    """Say who was listed, amended or delisted between two dates, on one list or on all."""
    from ostiary.app.cli.output import show_json
    from ostiary.app.opening import use_register

    with use_register(options.settings) as register:
        if options.list_id:
            _check_recorded(register, options.list_id)
            found = [_compare(register, options.list_id, options)]
        else:
            found = [_compare_if_known(register, one, options) for one in register.list_ids()]
        if options.program and not any(one.changes for one in found):
            _check_program(register, options.program)
    if not options.json:
        told = [one for one in found if options.list_id or one.changes]
        for one in told:
            _show_changes(one)
        _show_unchanged([one for one in found if one not in told], banner=not told)
    elif options.list_id:
        show_json({"since": found[0].since, "until": found[0].until, "changes": found[0].changes})
    else:
        show_json({"lists": found})


def _compare(register: "Register", list_id: str, options: ChangesOptions) -> ListChanges:
    since, until = read_version(options.since), read_version(options.until) if options.until else None
    ends = [register.state(list_id, known_at=end).version for end in (since, until)]
    found = register.changes(list_id, ends[0].label, ends[1].label)
    kept = tuple(change for change in found if _concerns(change, options))
    labels = tuple(version.label for version in register.versions(list_id))
    return ListChanges(list_id, ends[0], ends[1], kept, labels)


def _compare_if_known(register: "Register", list_id: str, options: ChangesOptions) -> ListChanges:
    """Compare the ends if the list has both: of all lists together some begin later than others."""
    try:
        return _compare(register, list_id, options)
    except NotFoundError:
        versions = register.versions(list_id)
        return ListChanges(list_id, None, None, (), tuple(version.label for version in versions))


def _check_recorded(register: "Register", list_id: str) -> None:
    if list_id not in (recorded := register.list_ids()):
        raise NotFoundError(
            f"No version of a list {list_id!r} is recorded.", advice=f"Recorded are: {', '.join(recorded)}."
        )


def _check_program(register: "Register", program: str) -> None:
    from ostiary.app.cli.checking import advise_near

    known = register.programs()
    if program not in known:
        raise NotFoundError(
            f"No recorded version knows a program {program!r}.",
            where="--program",
            advice=advise_near(program, known, "Give the tag as the list writes it."),
        )


def _concerns(change: Change, options: ChangesOptions) -> bool:
    return not options.program or options.program in change.programs_before + change.programs_after


def _show_unchanged(found: Sequence[ListChanges], *, banner: bool) -> None:
    """Print of some lists, each on a line, why they have nothing to tell."""
    from rich.text import Text

    from ostiary.app.cli.output import show, show_banner

    for one in found:
        if one.since is None or one.until is None:
            said, style = f"no version is as old as that; the first one recorded is {one.versions[0]}", "yellow"
        elif one.since.sequence == one.until.sequence:
            said, style = f"both dates fall to version {one.until.label}, so nothing can differ", "dim"
        else:
            said, style = f"nothing of the kind from version {one.since.label} to version {one.until.label}", "dim"
        if banner and one.until and one.until.sample:
            show_banner(one.until.parties)
        show(Text(f"{one.list_id}: {said}", style=style))


def _show_changes(found: ListChanges) -> None:
    from collections import Counter

    from rich.text import Text

    from ostiary.app.cli.output import show, show_banner

    since, until = found.since, found.until
    if since is None or until is None:
        labels = ", ".join(found.versions)
        show(Text(f"{found.list_id}: no version is as old as that. Recorded: {labels}.", style="yellow"))
        return
    if until.sample:
        show_banner(until.parties)
    show(Text(f"{found.list_id}: from version {since.label} to version {until.label}", style="bold"))
    if since.sequence == until.sequence:
        labels = ", ".join(found.versions)
        show(Text(f"Both dates fall to one version, so nothing can differ. The versions recorded are {labels}."))
        if any("." in label for label in found.versions):
            show(Text("A day means its last version; add .1 for the first one of that day."))
        return
    show(*_describe_changes(found.changes))
    kinds = Counter(change.kind for change in found.changes)
    show(Text(", ".join(f"{kinds[kind]:,} {kind}" for kind in ("listed", "amended", "delisted")) + "."))


def _describe_changes(found: Sequence[Change]) -> Iterator["RenderableType"]:
    """Yield a line for each change, and one below it for what else was amended."""
    from rich.text import Text

    from ostiary.app.cli.output import clean, indent

    wide = max((len(change.party_id) for change in found), default=0)
    styles = {"listed": "green", "amended": "yellow", "delisted": "red"}
    for change in found:
        kind = (f"{change.kind:<8}  ", styles[change.kind])
        yield Text.assemble(kind, f"{change.party_id:<{wide}}  ", (clean(change.name), "bold"))
        if programs := _arrow(change):
            yield indent(programs, 10)
        if amendments := describe_amendments(change):
            yield indent(amendments, 10)


def _arrow(change: Change) -> str:
    """Return the programs, before and after where they differ."""
    before, after = ", ".join(change.programs_before), ", ".join(change.programs_after)
    return f"[{before} → {after}]" if before and after and before != after else f"[{after or before}]"


def describe_amendments(change: Change) -> str:
    """Return what changed beside the programs: by property, the values gone and new.

    What only spells out another change (the parts, kind and script of a new name) is left to ``--json``.
    """
    return "; ".join(
        f"{_name_property(amendment.property)}: "
        + ", ".join([*(f"-{value}" for value in amendment.removed), *(f"+{value}" for value in amendment.added)])
        for amendment in change.amendments
        if not amendment.property.startswith(_SPELT_OUT)
    )


def _name_property(qualified: str) -> str:
    """Return ``Organization.incorporationDate`` as ``incorporation date``."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", qualified.partition(".")[2]).lower()
