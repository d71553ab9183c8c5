"""Scores drawn: the parts as a table, and as a small waterfall."""

from collections.abc import Sequence
from itertools import accumulate

from rich.console import RenderableType
from rich.text import Text

from ostiary.app.cli.output import make_table
from ostiary.model.hits import Part

_WIDTH = 16


def make_parts_table(parts: Sequence[Part]) -> RenderableType:
    """Return the parts of a hit's score."""
    rows = [(part.label, part.query_value, part.listed_value, _colour(part.points), part.reason) for part in parts]
    return make_table(("|part", "ours", "listed", ">points", "reason"), rows)


def make_waterfall(parts: Sequence[Part], left: str, right: str) -> RenderableType:
    """Return the parts with a bar each, which begins where the part before it ended.

    Args:
        parts: In the order in which they are summed.
        left: What the first values are called.
        right: What the second values are called.
    """
    ends = list(accumulate((part.points for part in parts), initial=0))
    low, high = min(ends), max(*ends, 1)
    rows = [
        (
            part.label,
            part.query_value,
            part.listed_value,
            _colour(part.points),
            _bar(start, end, low, high),
            part.reason,
        )
        for part, start, end in zip(parts, ends[:-1], ends[1:], strict=True)
    ]
    rows.append(("sum", "", "", Text(str(ends[-1]), style="bold"), _bar(0, ends[-1], low, high), ""))
    return make_table(("|part", left, right, ">points", "|", "reason"), rows)


def _colour(points: int) -> Text:
    return Text(f"{points:+d}", style="green" if points > 0 else "red" if points < 0 else "dim")


def _bar(start: int, end: int, low: int, high: int) -> Text:
    """Draw from one sum to the next on a scale that begins at ``low``; what is taken is drawn lighter."""
    first, last = (round((value - low) * _WIDTH / (high - low)) for value in sorted((start, end)))
    sign, style = ("█", "green") if end >= start else ("░", "red")
    return Text(" " * first) + Text(sign * max(last - first, int(start != end)), style=style)
