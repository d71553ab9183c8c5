"""What a file is, by its bytes first and its name second."""

import json
import re
from pathlib import PurePath

from ostiary.model.errors import ReportFileError
from ostiary.model.reports import ReportFormat

_TEXT_ADVICE = "Save the report as plain text, HTML or PDF."
_PICTURE = ("a picture", "Give the report's text; pictures are not read.")
_ARCHIVE = ("an archive", "Unpack it and give the report in it.")
_MEDIA = ("a sound or a film", "Give a written report.")
_PROGRAM = ("a program", "Give a report.")

#: How files begin that are no text: first bytes, what they are, what to do.
_BEGINNINGS: tuple[tuple[bytes, tuple[str, str]], ...] = (
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\0", _PICTURE),
    (b"MM\0*", _PICTURE),
    (b"PK\x03\x04", ("an Office file, an e-book or a ZIP archive", _TEXT_ADVICE)),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ("an old Office file", _TEXT_ADVICE)),
    (b"{\\rtf", ("a rich text file", _TEXT_ADVICE)),
    (b"\x1f\x8b", _ARCHIVE),
    (b"BZh", _ARCHIVE),
    (b"\xfd7zXZ\0", _ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"\x28\xb5\x2f\xfd", _ARCHIVE),
    (b"Rar!", _ARCHIVE),
    (b"ID3", _MEDIA),
    (b"OggS", _MEDIA),
    (b"\x7fELF", _PROGRAM),
    (b"MZ\x90\0", _PROGRAM),
    (b"SQLite format 3\0", ("a database", _TEXT_ADVICE)),
    (b"%!PS", ("a PostScript file", "Save the report as PDF or plain text.")),
    (b"bplist00", ("a web archive", "Save the page as plain HTML.")),
)
_RIFF, _RIFF_KIND = b"RIFF", slice(8, 12)
_FILM_MARK, _FILM_PLACE = b"ftyp", slice(4, 8)
_PDF_MARK = b"%PDF-"

#: How far into a file its mark is looked for: some PDFs and pages begin with other lines.
_HEAD = 4096
_HTML_START = re.compile(rb"\s*<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
_HTML_TAG = re.compile(rb"<(?:!doctype html|html|head|body|article)\b", re.IGNORECASE)
_ANY_TAG = re.compile(rb"</?(?:p|div|h1|br|span|a)\b", re.IGNORECASE)
#: A field that only mail programs write, at the start of a line above the first blank one.
_MAIL = re.compile(rb"\A(?:[^\r\n]{1,998}\r?\n){0,99}mime-version:", re.IGNORECASE)
_MARKUP = re.compile(rb"\s*<(?:\?xml|rss|feed|svg|tei|nitf|newsml)\b", re.IGNORECASE)
_HTML_NAMES = frozenset({".html", ".htm", ".xhtml", ".shtml"})
_MARKS_OF_ORDER = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def find_format(data: bytes, name: str) -> ReportFormat:
    """Return the format of a report.

    Args:
        data: The whole file.
        name: Its name; the suffix decides only where the bytes do not.

    Raises:
        ReportFileError: It is empty, or a kind of file that holds no readable text.
    """
    if not data.strip(b" \t\r\n\0"):
        raise ReportFileError("The file is empty.", where=name, advice="Give a file with the report's text.")
    head = data[:_HEAD]
    if _PDF_MARK in head[:1024]:
        return "pdf"
    _refuse_foreign(head, name)
    plain = _plain_head(head)
    suffix = PurePath(name).suffix.lower()
    if _HTML_START.match(plain) or (_HTML_TAG.search(plain) and plain.lstrip().startswith(b"<")):
        return "html"
    if suffix in _HTML_NAMES and (_HTML_TAG.search(plain) or _ANY_TAG.search(data)):
        return "html"
    _refuse_markup(plain, name)
    _refuse_data(data, name)
    return "text"


def _plain_head(head: bytes) -> bytes:
    """Return the beginning of a file without a mark of byte order, and with one byte for a sign of UTF-16."""
    for mark in _MARKS_OF_ORDER:
        head = head.removeprefix(mark)
    return head.replace(b"\0", b"")


def _refuse_foreign(head: bytes, name: str) -> None:
    kind = next((kind for beginning, kind in _BEGINNINGS if head.startswith(beginning)), None)
    if head.startswith(_RIFF):
        kind = _PICTURE if head[_RIFF_KIND] == b"WEBP" else _MEDIA
    elif head[_FILM_PLACE] == _FILM_MARK:
        kind = _PICTURE if head[_RIFF_KIND][:3] in {b"hei", b"avi", b"mif"} else _MEDIA
    if kind:
        what, advice = kind
        raise ReportFileError(f"This is {what}, not a report.", where=name, advice=advice)


def _refuse_markup(plain: bytes, name: str) -> None:
    if b"multipart/related" in plain and b"mime-version" in plain.lower():
        raise ReportFileError("This is a web archive.", where=name, advice="Save the page as plain HTML.")
    if _MAIL.search(plain):
        raise ReportFileError(
            "This is an e-mail as sent.", where=name, advice="Save its text, or print it as PDF."
        )
    if _MARKUP.match(plain):
        raise ReportFileError("This is XML, not a report.", where=name, advice=_TEXT_ADVICE)


def _refuse_data(data: bytes, name: str) -> None:
    """Refuse what programs write for programs: its texts would be read as if they were one report."""
    if data.strip()[:1] in {b"{", b"["}:
        try:
            held = json.loads(data)
        except (ValueError, RecursionError):
            return
        if isinstance(held, dict) or (held and isinstance(held[0], dict)):
            raise ReportFileError("This is JSON, not a report.", where=name, advice=_TEXT_ADVICE)
