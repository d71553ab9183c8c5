"""``ostiary changes``: what differs between two versions of a list."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from ostiary.app.cli.options import Common, takes
from ostiary.model.changes import Change
from ostiary.model.statements import ListVersion

if TYPE_CHECKING:
    from rich.console import RenderableType

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

    list_id: Annotated[str, typer.Argument(metavar="LIST", help="The list.")]
    since: Annotated[str, typer.Option(metavar="DATE", help="From the version of this day, or of this label.")]
    until: Annotated[str, typer.Option(metavar="DATE", help="To the version of this day, or of this label.")]
    program: Annotated[
        str, typer.Option(metavar="TAG", help="Only parties under this program before or after.")
    ] = ""


@takes(ChangesOptions)
def changes(options: ChangesOptions) -> None:
    """Say who was listed, amended or delisted between two dates."""
    from ostiary.app.cli.output import show_json
    from ostiary.app.opening import use_register

    since, until = read_version(options.since), read_version(options.until)
    with use_register(options.settings) as register:
        ends = tuple(register.state(options.list_id, known_at=end).version for end in (since, until))
        versions = register.versions(options.list_id)
        found = [
            change for change in register.changes(options.list_id, since, until) if _concerns(change, options)
        ]
    if options.json:
        show_json({"since": ends[0], "until": ends[1], "changes": found})
    else:
        _show_changes(found, ends, versions)


def read_version(text: str) -> date | str:
    """Return a day, or a label such as ``2025-11-19.2`` as it stands."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


def _concerns(change: Change, options: ChangesOptions) -> bool:
    return not options.program or options.program in change.programs_before + change.programs_after


def _show_changes(found: Sequence[Change], ends: Sequence[ListVersion], versions: Sequence[ListVersion]) -> None:
    from collections import Counter

    from rich.text import Text

    from ostiary.app.cli.output import show, show_banner

    if ends[1].sample:
        show_banner(ends[1].parties)
    show(Text(f"{ends[0].list_id}: from version {ends[0].label} to version {ends[1].label}", style="bold"))
    if ends[0].sequence == ends[1].sequence:
        labels = ", ".join(version.label for version in versions)
        show(Text(f"Both dates fall to one version, so nothing can differ. The versions recorded are {labels}."))
        if any("." in version.label for version in versions):
            show(Text("A day means its last version; add .1 for the first one of that day."))
        return
    show(*_describe_changes(found))
    kinds = Counter(change.kind for change in found)
    show(Text(", ".join(f"{kinds[kind]:,} {kind}" for kind in ("listed", "amended", "delisted")) + "."))


def _describe_changes(found: Sequence[Change]) -> Iterator["RenderableType"]:
    """Yield a line for each change, and one below it for what else was amended."""
    from rich.text import Text

    from ostiary.app.cli.output import clean, indent

    wide = max((len(change.party_id) for change in found), default=0)
    styles = {"listed": "green", "amended": "yellow", "delisted": "red"}
    for change in found:
        kind = (f"{change.kind:<8}  ", styles[change.kind])
        yield Text.assemble(
            kind, f"{change.party_id:<{wide}}  ", (clean(change.name), "bold"), f"  {_arrow(change)}"
        )
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
