"""A file to a report: its text, its zones, and what it says of its outlet, its day and its language."""

import hashlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ostiary.documents.source.blocks import MOST_BYTES, Draft
from ostiary.documents.source.formats import find_format
from ostiary.documents.source.languages import find_language
from ostiary.documents.source.plain import draft_text
from ostiary.documents.source.publication import Own, choose_day, read_own
from ostiary.documents.source.zones import find_zones
from ostiary.model.errors import ReportFileError
from ostiary.model.reports import Report, ReportFormat


def read_report(
    path: Path | str,
    *,
    id: str,  # noqa: A002 - the noun's own name
    outlet: str = "",
    published: date | None = None,
) -> Report:
    """Return a report with its zones.

    Args:
        path: A text, HTML or PDF file; its bytes tell which.
        id: The report's key within one reading (``r1``).
        outlet: Who published it, where the file does not say so or says it wrong.
        published: The day it was published, likewise.

    Raises:
        ReportFileError: The file is absent, too large, encrypted, or holds no text that can be read.
    """
    path = Path(path)
    return report_from_bytes(_read_bytes(path), path.name, id=id, outlet=outlet, published=published)


def _read_bytes(path: Path) -> bytes:
    where = str(path)
    if path.exists() and not path.is_file():
        raise ReportFileError("This is no file.", where=where, advice="Give one file with the report.")
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _too_large(path.name, path.stat().st_size)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ReportFileError("There is no such file.", where=where, advice="Check the path.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", "") or error
        raise ReportFileError(f"It cannot be read: {reason}.", where=where, advice="Check its rights.") from error


def report_from_bytes(
    data: bytes,
    name: str,
    *,
    id: str,  # noqa: A002 - as above
    outlet: str = "",
    published: date | None = None,
) -> Report:
    """Return a report from the bytes of a file.

    Args:
        data: The whole file.
        name: Its name; folders in it are dropped.
        id: The report's key within one reading.
        outlet: Who published it, where the file does not say so or says it wrong.
        published: The day it was published, likewise.

    Raises:
        ReportFileError: It is too large, encrypted, or holds no text that can be read.
    """
    name = name.replace("\\", "/").rpartition("/")[2]
    if len(data) > MOST_BYTES:
        raise _too_large(name, len(data))
    kind = find_format(data, name)
    try:
        draft = _draft(data, kind)
    except ReportFileError as error:
        raise ReportFileError(error.what, where=error.where or name, advice=error.advice) from error
    if not draft.blocks:
        raise ReportFileError(
            "There is no text in the file.", where=name, advice="Give a file with the report's text."
        )
    zones = find_zones(draft.blocks)
    own = read_own(draft.blocks, zones)
    day, on_day = choose_day(own.days, published, draft.published, draft.made)
    language, on_language = find_language([block.text for block in draft.blocks])
    return Report(
        id=id,
        name=name,
        digest=hashlib.sha256(data).hexdigest(),
        format=kind,
        text=draft.text,
        zones=zones,
        outlet=outlet or draft.outlet or own.outlet,
        published=day,
        language=language,
        remarks=(
            *on_language,
            *draft.remarks,
            *_remark_on_outlet(outlet, draft.outlet, own),
            *on_day,
        ),
    )


def _remark_on_outlet(given: str, page: str, own: Own) -> Iterator[str]:
    if given and page and given.casefold() != page.casefold():
        yield f"The page calls its outlet {page}; {given} was given and is taken."
    if own.outlet and not given and not page:
        yield f"The outlet, {own.outlet}, is taken from {own.outlet_from}."
    elif own.outlet and own.outlet.casefold() != (given or page).casefold():
        yield f"{own.outlet_from[0].upper()}{own.outlet_from[1:]} names {own.outlet}."


def _draft(data: bytes, kind: ReportFormat) -> Draft:
    """Return the draft that the reader of the format makes; those of pages and PDFs take long to load."""
    if kind == "text":
        return draft_text(data)
    try:
        if kind == "html":
            from ostiary.documents.source.pages import draft_page  # noqa: PLC0415 - a plain text needs no trafilatura

            return draft_page(data)
        from ostiary.documents.source.pdfs import draft_pdf  # noqa: PLC0415 - nor pypdf
    except ImportError as error:
        raise ReportFileError(
            f"Reading {kind.upper()} needs packages that are not installed.",
            advice="Install the extra: pip install 'ostiary[documents]'; or give the report as plain text.",
        ) from error
    return draft_pdf(data)


def _too_large(name: str, size: int) -> ReportFileError:
    return ReportFileError(
        f"The file has {size:,} bytes; a report may have {MOST_BYTES:,}.",
        where=name,
        advice="Save the one article alone.",
    )
