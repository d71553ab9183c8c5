"""What a file is that should be a list and is none: shown by its first bytes, never by its name."""

from typing import Final

from ostiary.model.errors import ForeignListError, ListFileError

_HTML: Final = (b"<!doctype html", b"<html", b"<head", b"<body")
#: Enough to see what a file begins with.
_START: Final = 500


def is_web_page(start: bytes) -> bool:
    """Whether a file begins as a web page does."""
    return _strip(start).lower().startswith(_HTML)


def _strip(start: bytes) -> bytes:
    """Return the beginning of a file without the mark of byte order, blanks and breaks before it."""
    return start[:_START].lstrip(b"\xef\xbb\xbf \t\r\n")


def describe_web_page() -> ListFileError:
    """Return the error for a web page in place of a list."""
    return ListFileError(
        "The file is a web page, not a list: the publisher's site answered with a message.",
        where="beginning of the file",
        advice="Open it to read the message, and fetch the list again later.",
    )


def check_text(start: bytes, publisher: str) -> None:
    """Refuse what cannot be a table or lines of JSON objects.

    Args:
        start: The first bytes of the file.
        publisher: Whose list it should be, for the message.

    Raises:
        ListFileError: It is a web page, or text that is neither UTF-8 nor Windows-1252.
        ForeignListError: It is XML.
    """
    if is_web_page(start):
        raise describe_web_page()
    if start.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in start:
        raise ListFileError(
            "The file is not text of a kind that lists have: it holds zero bytes.",
            where="beginning of the file",
            advice="Fetch it again from the publisher, and do not save it with another program.",
        )
    if _strip(start).startswith(b"<"):
        raise ForeignListError(
            f"The file is XML, and not the table that {publisher} publishes.",
            where="beginning of the file",
            advice="Name the list that it is of, or fetch the table.",
        )
