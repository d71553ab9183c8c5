"""A look-back for people: the differences by kind, and what was compared with what."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import RenderableType
from rich.text import Text

from ostiary.app.cli.output import clean, indent, make_facts, show
from ostiary.app.plain import count
from ostiary.model.differences import Difference, Lookback, LookbackSide

_STYLES = {"newly hit": "bold red", "no longer hit": "green", "other points": "yellow"}


def show_lookback(found: Lookback, differences: Sequence[Difference], out: Path | None) -> None:
    """Print what would have been different.

    Args:
        found: The summary.
        differences: The first of them, in the order of the file.
        out: The file that holds all of them, if there is one.
    """
    if found.sample:
        text = "SAMPLES: not a real list. Nothing here means that a name is clear."
        show(Text(text, style="black on yellow"))
    if differences:
        show(Text("Hits: same name as, identity not established.", style="bold"), *_describe(differences))
    whole = found.newly_hit + found.no_longer_hit + found.other_points
    if whole > len(differences):
        rest = "All are in the file." if out else "The rest: use --out FILE."
        show(Text(f"\nThe first {len(differences)} of {whole:,} differences. {rest}", style="yellow"))
    show(Text("\nLook-back", style="bold"), make_facts(_facts(found)))
    if out:
        show(Text(f"Written: {out}"))


def _describe(differences: Sequence[Difference]) -> Iterator[RenderableType]:
    for one in differences:
        points = " → ".join(
            "no hit" if value is None else f"{value}" for value in (one.points_before, one.points_after)
        )
        yield Text.assemble(
            (f"row {one.row}  {clean(one.query_id)}  ", "dim"),
            (f"{one.kind:<14}", _STYLES[one.kind]),
            (clean(one.query_name), "bold"),
            f"  {clean(one.party_name)}  {one.party_id}  {points}",
        )
        yield indent(one.explanation_after or one.explanation_before, 6)


def _say(points: int | None) -> str:
    return "no hit" if points is None else f"{points}"


def _facts(found: Lookback) -> list[tuple[str, object]]:
    near = f"{found.compared:,} of {found.rows:,}"
    unread = f", {found.rejected:,} could not be read" if found.rejected else ""
    return [
        ("newly hit", f"{found.newly_hit:,}"),
        ("no longer hit", f"{found.no_longer_hit:,}"),
        ("other points", f"{found.other_points:,}"),
        ("rows compared", near + unread),
        ("listings changed", "" if found.changed is None else count(found.changed, "listing")),
        ("before", _describe_side(found.before)),
        ("after", _describe_side(found.after)),
        *_tell_single_lists(found),
        ("input", f"{found.input_name}, SHA-256 {found.input_digest}"),
    ]


def _tell_single_lists(found: Lookback) -> Iterator[tuple[str, object]]:
    """Yield what hits mean on lists that one answer lacks: nobody need have been listed or delisted."""
    first, second = ({name.partition(" ")[0] for name in side.lists} for side in (found.before, found.after))
    for what, lists in (("only after", second - first), ("only before", first - second)):
        if lists:
            told = "the other answer lacks them, so a hit on them does not mean that anyone was listed or delisted"
            yield what, Text(f"{', '.join(sorted(lists))}: {told}", style="yellow")


def _describe_side(side: LookbackSide) -> str:
    return f"{', '.join(side.lists)}; profile {side.profile}, threshold {side.threshold}; index {side.index_id}"
