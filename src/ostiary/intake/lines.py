"""Bytes to lines of text: UTF-8, or UTF-16 with its mark, or the encoding that the user states."""

import codecs
import io
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from ostiary.intake.packing import ByteStream
from ostiary.model.errors import CustomerFileError

#: Longest line, in characters. A longer one is rejected, its beginning kept.
LONGEST_LINE = 1 << 20
#: What is kept of it, in characters.
KEPT_OF_LONG = 200

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_UNREADABLE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number from 1, its text with the line end, and why it cannot be used, if so."""

    number: int
    text: str
    fault: str = ""

    @property
    def raw(self) -> str:
        """The text without its end; bytes that are no text are written as escapes."""
        return self.text.rstrip("\r\n").encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def find_encoding(start: bytes, stated: str) -> str:
    """Return the encoding of a text: as stated, else by its mark, else UTF-8.

    Raises:
        CustomerFileError: There is no such encoding.
    """
    if stated:
        try:
            return codecs.lookup(stated).name
        except LookupError as error:
            raise CustomerFileError(
                f"There is no encoding {stated!r}.", where="--encoding", advice="Say for instance windows-1252."
            ) from error
    return next((name for mark, name in _MARKS if start.startswith(mark)), "utf-8")


def find_text_fault(text: str, encoding: str) -> str:
    """Return why a text cannot be used, or an empty text."""
    if "\0" in text:
        return "it holds a NUL byte"
    if _UNREADABLE.search(text) or (encoding == "utf-16" and "\ufffd" in text):
        return f"it is not valid {encoding.removesuffix('-sig').upper()}; state another encoding with --encoding"
    return ""


class Lines(Iterator[Line]):
    """The lines of a stream, one by one; some can be put back. As a context it leaves the stream open.

    Args:
        stream: Bytes.
        encoding: As the user states it, or empty.
    """

    def __init__(self, stream: ByteStream, encoding: str = "") -> None:
        self.encoding = find_encoding(stream.peek(4)[:4], encoding)
        # A UTF-16 fault becomes U+FFFD, any other a lone surrogate: both are found again, row by row.
        errors = "replace" if self.encoding == "utf-16" else "surrogateescape"
        self._text = io.TextIOWrapper(stream, encoding=self.encoding, errors=errors, newline="")
        self._back: deque[Line] = deque()
        self._number = 0

    def __next__(self) -> Line:
        if self._back:
            return self._back.popleft()
        text = self._text.readline(LONGEST_LINE)
        if not text:
            raise StopIteration
        self._number += 1
        if len(text) == LONGEST_LINE and not text.endswith("\n"):
            self._skip_line()
            return Line(self._number, text[:KEPT_OF_LONG], f"it is longer than {LONGEST_LINE:,} characters")
        return Line(self._number, text, find_text_fault(text, self.encoding))

    def put_back(self, lines: list[Line]) -> None:
        """Give lines back, to be read next in their order."""
        self._back.extendleft(reversed(lines))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._text.detach()

    def _skip_line(self) -> None:
        while (text := self._text.readline(LONGEST_LINE)) and not text.endswith("\n"):
            pass
