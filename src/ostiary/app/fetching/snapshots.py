"""Snapshots: the fetched files as they were published, packed, so that what was taken in can be shown years later.

::

    HOME/snapshots/us_ofac/contact.json                   what passed between us and the server
                           20261122T031500.123456Z/*.gz   a fetch that was taken in
                           refused/*.gz                   the last one that was not
                           parts/                         what has come of a fetch that is under way
"""

import gzip
import hashlib
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from ostiary.app.contacts import Contact, ServedFile, read_contact, write_contact
from ostiary.app.fetching.parts import PartFile
from ostiary.lists.stored import StoredFile

_REFUSED = "refused"


class Snapshots:
    """The snapshots of one list.

    Args:
        folder: The list's own folder; made when something is kept.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._contact = folder / "contact.json"

    def read_contact(self) -> Contact | None:
        """Return what passed between us and the publisher; None if the list was never asked for."""
        return read_contact(self._contact)

    def find_newest(self) -> Path | None:
        """Return the folder of the files last taken in, if it is still there."""
        contact = self.read_contact()
        found = self.folder / contact.folder if contact and contact.folder else None
        return found if found and found.is_dir() else None

    def open_part(self, name: str) -> PartFile:
        """Return the part of a file that has come so far, perhaps nothing."""
        return PartFile(self.folder / "parts" / f"{name}.part")

    def pack(self, parts: Iterable[tuple[str, PartFile, ServedFile]]) -> tuple[Path, tuple[ServedFile, ...]]:
        """Pack fetched files into a folder of their own, which is kept or refused later.

        Args:
            parts: Each with the name under which it is kept and what the server said of it.

        Returns:
            The folder, and what was said with the digest and size of the unpacked content.

        Raises:
            ListFileError: A file is empty, or sent packed and damaged.
        """
        folder = self.folder / f"{datetime.now(UTC):%Y%m%dT%H%M%S.%fZ}"
        folder.mkdir(parents=True)
        try:
            return folder, tuple(_pack(part, folder / f"{name}.gz", served) for name, part, served in parts)
        except BaseException:
            shutil.rmtree(folder)
            raise

    def keep(self, folder: Path, files: Sequence[ServedFile]) -> None:
        """Remember that a fetch was taken in."""
        now = datetime.now(UTC)
        write_contact(self._contact, Contact(now, now, files=tuple(files), folder=folder.name))

    def confirm(self, files: Sequence[ServedFile] = ()) -> None:
        """Remember that the publisher has nothing new; ``files`` is what the server says now, if anything."""
        now = datetime.now(UTC)
        contact = self.read_contact() or Contact(now)
        write_contact(
            self._contact,
            replace(contact, tried=now, answered=now, failure="", files=tuple(files) or contact.files),
        )

    def remember_failure(self, why: str) -> None:
        """Remember that the last attempt failed; what was taken in before stays."""
        now = datetime.now(UTC)
        write_contact(self._contact, replace(self.read_contact() or Contact(now), tried=now, failure=why))

    def refuse(self, folder: Path) -> Path:
        """Lay a fetch that was not taken in aside, in place of the last such one, for people to look at."""
        aside = self.folder / _REFUSED
        if aside.exists():
            shutil.rmtree(aside)
        return folder.rename(aside)


def _pack(part: PartFile, path: Path, served: ServedFile) -> ServedFile:
    digest, size = hashlib.sha256(), 0
    with path.open("wb") as out, gzip.GzipFile(filename="", mode="wb", fileobj=out, mtime=0) as packed:
        for piece in StoredFile(part.path).unpack():
            digest.update(piece)
            size += len(piece)
            packed.write(piece)
    return replace(served, digest=digest.hexdigest(), size=size)
