"""How much of a brief the terminal shows, and how a section that is cut says so."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain as join

from rich.console import RenderableType
from rich.text import Text

from ostiary.app.cli.brief_passages import Parts
from ostiary.app.cli.output import indent, make_heading


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a brief is shown.

    Attributes:
        points: The most key points.
        voices: The most voices of each report.
        lines: The most items of any other kind.
        longest: Longer passages are cut, in characters.
        folded: Whether what tells an editor least is only counted: statements of the outlets themselves, acts of
            which the register can tell nothing, events without a date.
    """

    points: int
    voices: int
    lines: int
    longest: int
    folded: bool


SHORT = Limits(points=6, voices=30, lines=10, longest=300, folded=True)
WHOLE = Limits(points=sys.maxsize, voices=sys.maxsize, lines=sys.maxsize, longest=sys.maxsize, folded=False)

MORE = "--all, --out FILE or --json"


def make_section(title: str, items: Sequence[Iterable[RenderableType]], most: int, folded: str = "") -> Parts:
    """Yield a section: its first items, and how many more there are.

    Args:
        title: Its heading.
        items: What stands in it.
        most: The most that are shown.
        folded: What is only counted.
    """
    yield make_heading(title)
    yield from join.from_iterable(items[:most])
    more = f"{len(items) - most:,} more" if len(items) > most else ""
    if more or folded:
        joined = "and " if items else ""
        yield indent(Text(f"{joined}{'; '.join(filter(None, [more, folded]))}: {MORE}", style="yellow"))
    elif not items:
        yield indent(Text("none", style="dim"))
