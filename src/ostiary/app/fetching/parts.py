"""The part of a file that has come so far, with what is needed to ask for the rest of the very same file."""

import json
import re
from pathlib import Path
from typing import BinaryIO

import httpx

_CONTENT_RANGE = re.compile(r"bytes (\d{1,15})-\d{1,15}/(\d{1,15}|\*)")


class PartFile:
    """A file that is being fetched.

    It can be gone on with, by a later attempt or a later run, if the server gave a tag for exactly these bytes
    (a strong ETag, RFC 9110, 13.1.5); else it is begun anew.

    Args:
        path: Where the bytes are gathered; a note with the tag stands beside it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._note = path.with_name(f"{path.name}.json")

    @property
    def size(self) -> int:
        """The bytes that have come so far."""
        return self.path.stat().st_size if self.path.is_file() else 0

    def make_headers(self) -> dict[str, str]:
        """Return the headers that ask for the rest; none if there is nothing that can be gone on with."""
        tag = self._read_tag()
        return {"Range": f"bytes={self.size}-", "If-Range": tag} if tag and self.size else {}

    def open(self, response: httpx.Response) -> BinaryIO:
        """Open the file for what a response brings: the rest of the same goes behind what has come, else anew."""
        if response.status_code == httpx.codes.PARTIAL_CONTENT and self._continues(response):
            return self.path.open("ab")
        self.path.parent.mkdir(parents=True, exist_ok=True)
        tag = response.headers.get("etag", "")
        self._note.write_text(json.dumps({"tag": "" if tag.startswith("W/") else tag}), encoding="utf-8")
        return self.path.open("wb")

    def is_rest(self, response: httpx.Response) -> bool:
        """Return whether a response is usable: a whole file, or the rest of this one."""
        return response.status_code != httpx.codes.PARTIAL_CONTENT or self._continues(response)

    def drop(self) -> None:
        """Remove what has come."""
        self.path.unlink(missing_ok=True)
        self._note.unlink(missing_ok=True)

    def _continues(self, response: httpx.Response) -> bool:
        found = _CONTENT_RANGE.fullmatch(response.headers.get("content-range", ""))
        same = response.headers.get("etag", self._read_tag()) == self._read_tag()
        return bool(found) and same and int(found[1] if found else -1) == self.size

    def _read_tag(self) -> str:
        try:
            return str(json.loads(self._note.read_text(encoding="utf-8"))["tag"])
        except (OSError, ValueError, KeyError, TypeError):
            return ""
