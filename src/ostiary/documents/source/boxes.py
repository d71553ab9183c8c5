"""Boxes that sum a report up in points, and text that stands twice."""

from collections.abc import Iterator, Sequence
from functools import cache

from ostiary.documents.source.blocks import Block
from ostiary.documents.source.line_cues import PACKAGE, plain_line
from ostiary.documents.source.marks import Mark, Marks
from ostiary.documents.source.paragraphs import is_item
from ostiary.documents.tables import read_column

_LEAST_POINTS = 2
#: A list without a heading is a summary only so near the top.
_TOP = 6
_MOST_POINTS, _LONGEST_POINT = 7, 250
#: A paragraph of at least so many characters opens the report.
_SHORTEST_BODY = 150
#: A shorter line may stand twice for good reason: ``Yes.``
_SHORTEST_REPEAT = 25
_END_MARKS = ".:!?\u2026 "


@cache
def _headings() -> frozenset[str]:
    return frozenset(read_column("box_headings.csv", "heading", PACKAGE))


def _is_point(block: Block) -> bool:
    return block.hint == "item" or is_item(block.text)


def find_boxes(blocks: Sequence[Block], taken: Marks) -> Iterator[tuple[int, Mark]]:
    """Yield headings such as *Key points* with their list, and a short list before the first paragraph."""
    opened = False
    number = 0
    while number < len(blocks):
        headed = plain_line(blocks[number].text).strip(_END_MARKS) in _headings()
        first = number + headed
        last = first
        while last < len(blocks) and last not in taken and _is_point(blocks[last]):
            last += 1
        if last - first >= _LEAST_POINTS and (headed or (not opened and _leads_in(blocks, first, last))):
            reason = "a list that sums the report up" + (" under its heading" if headed else " before it begins")
            yield from ((point, Mark("box", reason)) for point in range(number, last))
        opened = opened or last > first or (number not in taken and len(blocks[number].text) >= _SHORTEST_BODY)
        number = max(last, number + 1)


def _leads_in(blocks: Sequence[Block], first: int, last: int) -> bool:
    """Return whether a list without a heading is short, near the top, and has the report after it."""
    points = blocks[first:last]
    if first >= _TOP or len(points) > _MOST_POINTS or any(len(point.text) > _LONGEST_POINT for point in points):
        return False
    return any(len(block.text) >= _SHORTEST_BODY and not _is_point(block) for block in blocks[last:])


def find_repeats(blocks: Sequence[Block], taken: Marks) -> Iterator[tuple[int, Mark]]:
    """Yield blocks that stood in the report before, sign for sign except for spaces and case."""
    seen: set[str] = set()
    for number, block in enumerate(blocks):
        text = block.text.casefold()
        if text in seen and number not in taken:
            yield number, Mark("repeated", "stands in the report before")
        elif len(text) >= _SHORTEST_REPEAT:
            seen.add(text)
