"""A PDF to blocks: page by page, lines joined to paragraphs, what stands on every page set apart."""

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import pypdf
from pypdf.errors import DependencyError, PyPdfError

from ostiary.documents.source.blocks import Draft, Piece, check_count, put_together
from ostiary.documents.source.paragraphs import Line, join_lines
from ostiary.model.errors import ReportFileError

_MOST_PAGES = 300
#: Drawing steps in the whole file, and in one stream of it: a page of text has some thousands.
_MOST_STEPS, _MOST_STEPS_OF_STREAM = 300_000, 150_000
_LARGEST_STREAM = 8_000_000
_MOST_FORMS = 200

#: A header or footer is among so many lines at the top and bottom, and on at least this share of all pages.
_EDGE = 2
_REPEATED_SHARE = 0.5
_LEAST_REPEATS = 2

_DIGITS = re.compile(r"\d+")
_WORDS = re.compile(r"[^\W\d_]+")
_BROKEN = re.compile(r"([^\W\d_]+)-$")
_SOFT_HYPHEN = "\xad"
_LONGEST_WORD = 40
_QUIET = logging.NullHandler()


class _TooElaborateError(Exception):
    """The file has more drawing steps than a report can need."""


@dataclass(frozen=True, slots=True)
class _Page:
    """The lines of a page, without empty ones."""

    number: int
    lines: tuple[str, ...]


def draft_pdf(data: bytes) -> Draft:
    """Return the draft of a PDF.

    Raises:
        ReportFileError: It is encrypted, damaged, too large, or has no text in it.
    """
    logging.getLogger("pypdf").addHandler(_QUIET)
    with pypdf.apply_configuration(
        zlib_maximum_output_length=_LARGEST_STREAM,
        lzw_maximum_output_length=_LARGEST_STREAM,
        run_length_maximum_output_length=_LARGEST_STREAM,
        array_based_stream_maximum_output_length=_LARGEST_STREAM,
        stream_parsing_work_maximum_count=_MOST_STEPS_OF_STREAM,
        xform_maximum_invocations_per_extraction=_MOST_FORMS,
        disable_legacy_handling=True,
    ):
        pages, made = _read_pages(data)
    if not any(page.lines for page in pages):
        raise ReportFileError(
            "No page of the PDF has text in it; they are pictures, probably scanned.",
            advice="Run text recognition on it first, or give the report as text.",
        )
    text, blocks = put_together(_pieces(pages))
    return Draft(text, check_count(blocks), made=made, remarks=_remarks(pages))


def _read_pages(data: bytes) -> tuple[tuple[_Page, ...], date | None]:
    """Return the pages of a PDF, and the day on which it was made, if it says so."""
    steps = _Steps()
    try:
        reader = _open(data)
        return tuple(_read_page(page, number, steps) for number, page in enumerate(reader.pages, 1)), _made(reader)
    except ReportFileError:
        raise
    except DependencyError as error:
        raise _encrypted() from error
    except _TooElaborateError as error:
        raise ReportFileError("The PDF draws too much for a report.", advice="Give the report as text.") from error
    except Exception as error:
        # A damaged file can make the library raise anything.
        raise ReportFileError(
            "The PDF is damaged.", advice="Fetch it again, or give the report as text."
        ) from error


def _open(data: bytes) -> pypdf.PdfReader:
    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise _encrypted()
    if len(reader.pages) > _MOST_PAGES:
        raise ReportFileError(
            f"The PDF has {len(reader.pages):,} pages; a report may have {_MOST_PAGES}.",
            advice="Save the pages of the one report.",
        )
    return reader


def _made(reader: pypdf.PdfReader) -> date | None:
    try:
        made = reader.metadata.creation_date if reader.metadata else None
    except (ValueError, TypeError, AttributeError, PyPdfError):
        return None
    return made.date() if made else None


def _encrypted() -> ReportFileError:
    return ReportFileError("The PDF is encrypted.", advice="Save a copy without a password.")


class _Steps:
    """Counts drawing steps over all pages, so that forms within forms cannot take for ever."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, *_: object) -> None:
        self.count += 1
        if self.count > _MOST_STEPS:
            raise _TooElaborateError


def _read_page(page: pypdf.PageObject, number: int, steps: _Steps) -> _Page:
    text = page.extract_text(visitor_operand_before=steps)
    if steps.count > _MOST_STEPS:
        raise _TooElaborateError
    lines = tuple(words for line in text.splitlines() if (words := " ".join(line.split())))
    return _Page(number, lines)


def _remarks(pages: Sequence[_Page]) -> tuple[str, ...]:
    empty = [str(page.number) for page in pages if not page.lines]
    if not empty:
        return ()
    named = f"Page {empty[0]} has" if len(empty) == 1 else f"Pages {', '.join(empty)} have"
    return (f"{named} no text, perhaps a scanned picture: what stands there was not read.",)


def _pieces(pages: Sequence[_Page]) -> Iterator[Piece]:
    """Yield the paragraphs of all pages, then the headers and footers that stand on many of them."""
    repeated = _repeated_frames(pages)
    lines: list[Line] = []
    edges: list[Piece] = []
    for page in pages:
        for rank, text in enumerate(page.lines):
            if _is_edge(rank, len(page.lines)) and _frame(text) in repeated:
                edges.append(Piece(text, f"page {page.number}", "repeated"))
            else:
                lines.append(Line(text, 0, page.number))
    words = frozenset(word for page in pages for text in page.lines for word in _WORDS.findall(text.casefold()))
    for group in join_lines(lines):
        first, last = group[0].number, group[-1].number
        place = f"page {first}" if first == last else f"pages {first} to {last}"
        yield Piece(_join([line.text for line in group], words), place)
    yield from edges


def _is_edge(rank: int, count: int) -> bool:
    return rank < _EDGE or rank >= count - _EDGE


def _frame(text: str) -> str:
    """Return a line without its numbers, so that ``Page 3`` and ``Page 4`` are the same."""
    return _DIGITS.sub("#", text.casefold())


def _repeated_frames(pages: Sequence[_Page]) -> frozenset[str]:
    counts = Counter(
        frame
        for page in pages
        for frame in {_frame(text) for rank, text in enumerate(page.lines) if _is_edge(rank, len(page.lines))}
    )
    least = max(_LEAST_REPEATS, _REPEATED_SHARE * len(pages))
    return frozenset(frame for frame, count in counts.items() if count >= least)


def _join(lines: Sequence[str], words: frozenset[str]) -> str:
    """Return lines as one paragraph.

    A word broken at the end of a line is made whole only if it stands unbroken elsewhere: ``well-known`` keeps its
    hyphen.
    """
    text = lines[0]
    for line in lines[1:]:
        broken = _BROKEN.search(text[-_LONGEST_WORD:])
        rest = _WORDS.match(line)
        if text.endswith(_SOFT_HYPHEN):
            text = text[:-1] + line
        elif broken and rest and line[0].islower():
            whole = f"{broken[1]}{rest[0]}".casefold() in words
            text = (text[:-1] if whole else text) + line
        else:
            text = f"{text} {line}"
    return text
