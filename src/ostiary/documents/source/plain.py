"""Plain text to blocks; not a character of it is changed, so positions are those in the file."""

from collections.abc import Iterator, Sequence

from ostiary.documents.source.blocks import Block, Draft, check_count, check_length, strip_block
from ostiary.documents.source.encodings import decode_text
from ostiary.documents.source.paragraphs import Line, join_lines
from ostiary.model.reports import Span


def draft_text(data: bytes) -> Draft:
    """Return the draft of a plain text file.

    Raises:
        ReportFileError: It is too long, or no text.
    """
    text, remarks = decode_text(data)
    lines = tuple(_read_lines(check_length(text)))
    blocks = tuple(_as_block(text, group) for group in join_lines(lines))
    return Draft(text, check_count(blocks), remarks=remarks)


def _read_lines(text: str) -> Iterator[Line]:
    start, gap = 0, False
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        span = strip_block(text, start, start + len(line))
        if span.start < span.end:
            yield Line(text[span.start : span.end], span.start, number, gap)
        gap = span.start == span.end
        start += len(line)


def _as_block(text: str, lines: Sequence[Line]) -> Block:
    first, last = lines[0], lines[-1]
    span = Span(first.start, last.start + len(last.text))
    place = f"line {first.number}" if first is last else f"lines {first.number} to {last.number}"
    return Block(span, " ".join(text[span.start : span.end].split()), place)
