"""Blocks: the lines and paragraphs of a report before anyone says what they are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ostiary.model.errors import ReportFileError
from ostiary.model.reports import Span, ZoneKind

#: Limits of one report; a long news report has 20,000 characters in 100 blocks.
MOST_BYTES = 20_000_000
MOST_CHARACTERS = 500_000
MOST_BLOCKS = 10_000

#: Between two blocks of a text that was put together from a page.
GAP = "\n\n"

#: What stands for nothing at the ends of a line, beside the white space that Python knows.
_INVISIBLE = "\u200b\u200e\u200f\u2060\ufeff"

#: What the file itself says of a block: the part it plays, or that it is set as a heading or as an item of a list.
Hint = ZoneKind | Literal["heading", "item", ""]


@dataclass(frozen=True, slots=True)
class Block:
    """A line or paragraph.

    Attributes:
        span: Where it stands in the report's text, without white space at its ends.
        text: Its words with single spaces.
        place: Where in the file: ``line 12``, ``page 3``.
        hint: What the markup says of it.
    """

    span: Span
    text: str
    place: str = ""
    hint: Hint = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A report's text as its format gives it, before zones.

    Attributes:
        text: What is read.
        blocks: Its blocks in order.
        outlet: The publisher that it names, or empty.
        published: The day of publication that it names, if it does.
        made: The day on which the file was made or last changed, if it says so; the report is not younger.
        remarks: What a reader must know of how the text came about.
    """

    text: str
    blocks: tuple[Block, ...]
    outlet: str = ""
    published: date | None = None
    made: date | None = None
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph that was taken out of a page: its words, its place and its hint, as in :class:`Block`."""

    text: str
    place: str = ""
    hint: Hint = ""


def strip_block(text: str, start: int, end: int) -> Span:
    """Return a stretch of text without white space and invisible signs at its ends; empty if there is no more."""
    while start < end and (text[start].isspace() or text[start] in _INVISIBLE):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _INVISIBLE):
        end -= 1
    return Span(start, end)


def put_together(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    """Return the text that the pieces make with a blank line between them, and their blocks in it."""
    kept = [piece for piece in pieces if piece.text]
    text = GAP.join(piece.text for piece in kept)
    return check_length(text), tuple(_lay_out(kept))


def _lay_out(pieces: list[Piece]) -> Iterator[Block]:
    start = 0
    for piece in pieces:
        end = start + len(piece.text)
        yield Block(Span(start, end), " ".join(piece.text.split()), piece.place, piece.hint)
        start = end + len(GAP)


def check_length(text: str) -> str:
    """Return the text if it is short enough for a report.

    Raises:
        ReportFileError: It is longer.
    """
    if len(text) > MOST_CHARACTERS:
        raise ReportFileError(
            f"The text has {len(text):,} characters; a report may have {MOST_CHARACTERS:,}.",
            advice="Save the one article alone, or split the file.",
        )
    return text


def check_count(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks if they are few enough for a report.

    Raises:
        ReportFileError: There are more.
    """
    if len(blocks) > MOST_BLOCKS:
        raise ReportFileError(
            f"The text has {len(blocks):,} lines or paragraphs; a report may have {MOST_BLOCKS:,}.",
            advice="Save the one article alone, or split the file.",
        )
    return blocks
