"""Lines that were broken to fit a page, joined to paragraphs again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

#: A broken line has at least, and at most, so many characters; a longer one is a paragraph by itself.
_SHORTEST_WRAPPED, _LONGEST_WRAPPED = 30, 130
#: This share of all neighbouring lines must run on in lower case for a text to count as broken.
_RUNNING_SHARE = 0.2
#: A line shorter than this share of the width ends its paragraph, unless the next one goes on in lower case.
_FULL_SHARE = 0.75
_WIDE_RANK = 0.9

_ENDS = frozenset(".!?:\u2026\"\u201d\u2019')")
_BULLETS = frozenset("-\u2013\u2014*\u2022\xb7\u25aa\u25e6\u2023\u25ba\u25cb\u25cf")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file.

    Attributes:
        text: Without white space at its ends; not empty.
        start: Position of its first character in the file's text.
        number: Its number in the file, from 1.
        gap: Whether an empty line stands before it.
    """

    text: str
    start: int
    number: int
    gap: bool = False


def is_item(text: str) -> bool:
    """Return whether a line begins with a bullet or dash of a list."""
    return text[:1] in _BULLETS and text[1:2].isspace()


def join_lines(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """Yield the lines of each paragraph; every line is one where the text is not broken to a width."""
    width = _page_width(lines)
    start = 0
    for number in range(1, len(lines) + 1):
        if number == len(lines) or not _runs_on(lines[number - 1], lines[number], width):
            yield lines[start:number]
            start = number


def _runs_on(line: Line, after: Line, width: int) -> bool:
    if not width or after.gap or is_item(after.text) or len(line.text) > _LONGEST_WRAPPED:
        return False
    least = _SHORTEST_WRAPPED if after.text[0].islower() else _FULL_SHARE * width
    return len(line.text) >= least


def _page_width(lines: Sequence[Line]) -> int:
    """Return the width that a text is broken to, in characters, or 0 if its lines are whole paragraphs."""
    pairs = [(line, after) for line, after in pairwise(lines) if not after.gap]
    running = sum(
        after.text[0].islower() and line.text[-1] not in _ENDS
        for line, after in pairs
        if _SHORTEST_WRAPPED <= len(line.text) <= _LONGEST_WRAPPED
    )
    if not pairs or running < max(2, _RUNNING_SHARE * len(pairs)):
        return 0
    lengths = sorted(len(line.text) for line in lines if len(line.text) <= _LONGEST_WRAPPED)
    return lengths[int(_WIDE_RANK * (len(lengths) - 1))]
