"""The lines of a text file, each decoded on its own, none longer than a line of a list ever is."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from ostiary.lists.audit import Audit
from ostiary.lists.openings import check_text
from ostiary.model.errors import ListFileError

#: A longer line, in bytes, is no line of a list; the longest real one has some 9,000.
LONGEST_LINE: Final = 4 << 20
#: What DOS programs write behind the last line, and OFAC still does.
END_SIGN: Final = b"\x1a"
_BOM: Final = b"\xef\xbb\xbf"


class Lines:
    """The lines of a file.

    Args:
        pieces: The file, unpacked.
        audit: Told of lines in another encoding and of an end that looks cut off.
        publisher: Whose list it should be, for messages.
        end_sign: Whether the publisher ends the file with the byte 0x1A.
    """

    def __init__(self, pieces: Iterable[bytes], audit: Audit, publisher: str, *, end_sign: bool = False) -> None:
        self._pieces = pieces
        self._audit = audit
        self._publisher = publisher
        self._end_sign = end_sign
        #: Number of the line that was read last, from 1.
        self.number = 0

    def __iter__(self) -> Iterator[str]:
        """Yield each line with its end.

        Raises:
            ListFileError: The file is no text, a line is longer than the limit, or lines follow the end sign.
        """
        ended = False
        last = b"\n"
        for line in self._split():
            self.number += 1
            if ended:
                raise ListFileError("Lines follow the sign that ends the file.", where=self.place)
            ended = line.rstrip().endswith(END_SIGN)
            if content := line.rstrip().removesuffix(END_SIGN) if ended else line:
                last = content
                yield self._decode(content)
        self._check_end(last, ended=ended)

    @property
    def place(self) -> str:
        """Where the reading stands, for messages."""
        return f"line {self.number}"

    def _split(self) -> Iterator[bytes]:
        rest = b""
        pieces = iter(self._pieces)
        start = next(pieces, b"")
        check_text(start, self._publisher)
        for piece in chain([start.removeprefix(_BOM)], pieces):
            rest, lines = _divide(rest, piece)
            yield from lines
            if len(rest) > LONGEST_LINE:
                raise ListFileError(
                    f"Line {self.number + 1} is longer than {LONGEST_LINE >> 20} MiB.",
                    where=f"line {self.number + 1}",
                    advice="This is not a list as it was published; fetch it again.",
                )
        if rest:
            yield rest

    def _decode(self, line: bytes) -> str:
        if b"\0" in line:
            raise ListFileError("A line holds a zero byte.", where=self.place, advice="Fetch the file again.")
        try:
            return line.decode("utf-8")
        except UnicodeDecodeError:
            self._audit.warn("a line that is not UTF-8 and is read as Windows-1252", self.place)
        try:
            return line.decode("cp1252")
        except UnicodeDecodeError:
            raise ListFileError(
                "A line is neither UTF-8 nor Windows-1252.", where=self.place, advice="Fetch the file again."
            ) from None

    def _check_end(self, last: bytes, *, ended: bool) -> None:
        if not last.endswith(b"\n"):
            self._audit.warn("the last line has no end: the file may be cut off", self.place)
        if self._end_sign and not ended:
            self._audit.warn(
                "the sign 0x1A that ends the publisher's file is missing: it may be cut off", self.place
            )
        if ended and not self._end_sign:
            self._audit.warn("a sign 0x1A at the end, which the publisher does not write", self.place)


def _divide(rest: bytes, piece: bytes) -> tuple[bytes, list[bytes]]:
    """Return what begins a line not yet ended, and the whole lines before it."""
    if b"\n" not in piece:
        return rest + piece, []
    *lines, rest = (rest + piece).split(b"\n")
    return rest, [line + b"\n" for line in lines]
