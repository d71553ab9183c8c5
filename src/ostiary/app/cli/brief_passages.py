"""Passages of a report in the terminal: behind whoever says them, and behind every accuser."""

import re
from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from ostiary.app.brief_words import warn_of
from ostiary.app.cli.output import clean, indent
from ostiary.model.claims import Claim

ARROW = "->"
INNER = 4
#: Stands where a passage is cut; an ellipsis alone may be the report's own, or stand between parts of a content.
CUT = "[\u2026]"

Parts = Iterator[RenderableType]


#: Whatever else than a space parts words: a report must not begin a line of its own in a brief.
_BREAKS = re.compile(r"[^\S ]+")


def one_line(text: str) -> str:
    """Return a text on one line, in which nothing steers the terminal."""
    return clean(_BREAKS.sub(" ", text))


def tell(lead: str, words: str, longest: int, style: str = "bold") -> Text:
    """Return a passage behind whoever says it.

    Args:
        lead: Who says it.
        words: The passage; a longer one is cut between words, and the cut is marked.
        longest: How many characters may stand.
        style: Of the lead.
    """
    words = " ".join(words.split())
    short = words if len(words) <= longest else f"{words[:longest].rpartition(' ')[0] or words[:longest]} {CUT}"
    return Text.assemble((one_line(f"{lead} "), style), clean(short))


def warn(accusing: Sequence[Claim]) -> Parts:
    """Yield, below a passage, the accusers whose words it holds."""
    return (
        indent(Text(one_line(f"holds an accusation: {line}"), style="red"), INNER) for line in warn_of(accusing)
    )


def note(text: str, style: str = "") -> RenderableType:
    """Return a line that belongs to what stands above it."""
    return indent(Text(one_line(text), style=style), INNER)
