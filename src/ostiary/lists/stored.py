"""A list file as it is stored: its bytes are counted and hashed while they are read, and unpacked if packed.

What the bytes are shows from their first ones, never from the name of the file.
"""

import bz2
import gzip
import hashlib
import lzma
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, Final

from ostiary.model.errors import ListFileError
from ostiary.model.statements import Snapshot

#: Read and handed on in pieces of this many bytes.
PIECE: Final = 1 << 16
#: A list that unpacks to more than this is refused; the largest real one has 0.12 GiB.
MOST_UNPACKED: Final = 2 << 30

Progress = Callable[[int, int], None]
_Decompressor = bz2.BZ2Decompressor | lzma.LZMADecompressor
#: An xz file may ask for a dictionary of gigabytes; the strongest preset of xz needs 65 MiB to unpack.
_MOST_XZ_MEMORY: Final = 256 << 20
_FETCH_AGAIN: Final = "Fetch the file again and compare its size with the publisher's."


class StoredFile:
    """One list file, read once from its first byte to its last.

    Args:
        path: The file, plain or packed as bz2, gz or xz.
        progress: Called with the bytes done and the bytes in all, both of the file as stored.

    Raises:
        ListFileError: It is no file, cannot be opened, or is empty.
    """

    def __init__(self, path: Path, progress: Progress | None = None) -> None:
        self.path = path
        self._size = _measure(path)
        self._progress = progress
        self._digest = hashlib.sha256()
        self._done = 0

    def unpack(self) -> Iterator[bytes]:
        """Yield the unpacked content in pieces.

        Raises:
            ListFileError: The archive is truncated or damaged, or unpacks to more than the limit.
        """
        unpacked = 0
        with self.path.open("rb") as file:
            try:
                for piece in _choose_unpacking(file.read(6))(_Tap(self, file)):
                    unpacked += len(piece)
                    self._check_unpacked(unpacked)
                    yield piece
            except (EOFError, OSError, lzma.LZMAError, zlib.error) as error:
                raise ListFileError(
                    f"The file is truncated or damaged: {error}.", where=str(self.path), advice=_FETCH_AGAIN
                ) from error

    def take_snapshot(self) -> Snapshot:
        """Return the digest and size of the stored bytes; call it when all of them have been read."""
        return Snapshot(digest=self._digest.hexdigest(), size=self._done, name=self.path.name)

    def count(self, piece: bytes) -> None:
        """Take account of bytes just read."""
        self._digest.update(piece)
        self._done += len(piece)
        if self._progress:
            self._progress(self._done, self._size)

    def _check_unpacked(self, size: int) -> None:
        if size > MOST_UNPACKED:
            raise ListFileError(
                f"The file unpacks to more than {MOST_UNPACKED >> 20} MiB.",
                where=str(self.path),
                advice="This is not a list; do not open it otherwise either.",
            )


class _Tap:
    """The file as the unpacking libraries see it: every byte that passes is counted."""

    def __init__(self, stored: StoredFile, file: BinaryIO) -> None:
        self._stored = stored
        self._file = file
        file.seek(0)

    def read(self, size: int = PIECE, /) -> bytes:
        piece = self._file.read(size)
        if piece:
            self._stored.count(piece)
        return piece


def _measure(path: Path) -> int:
    advice = "Name a list file: .xml, or .xml packed as bz2, gz or xz."
    if path.is_dir():
        raise ListFileError("This is a folder, not a file.", where=str(path), advice=advice)
    if not path.is_file():
        raise ListFileError("There is no such file.", where=str(path), advice=advice)
    try:
        with path.open("rb"):
            size = path.stat().st_size
    except OSError as error:
        raise ListFileError(f"The file cannot be opened: {error.strerror}.", where=str(path)) from error
    if not size:
        raise ListFileError("The file is empty.", where=str(path), advice=_FETCH_AGAIN)
    return size


def _choose_unpacking(first: bytes) -> Callable[[_Tap], Iterator[bytes]]:
    if first.startswith(b"BZh"):
        return lambda tap: _expand(tap, bz2.BZ2Decompressor)
    if first.startswith(b"\xfd7zXZ\x00"):
        return lambda tap: _expand(tap, _start_xz)
    if first.startswith(b"\x1f\x8b"):
        return _expand_gzip
    if first.startswith(b"PK\x03\x04"):
        raise ListFileError("This is a zip archive.", advice="Unpack it and name the XML file inside.")
    return _pass_on


def _start_xz() -> lzma.LZMADecompressor:
    return lzma.LZMADecompressor(format=lzma.FORMAT_XZ, memlimit=_MOST_XZ_MEMORY)


def _expand(tap: _Tap, start: Callable[[], _Decompressor]) -> Iterator[bytes]:
    """Yield what one or more streams, one behind the other, unpack to; never more than a piece at a time."""
    packed = tap.read()
    while packed:
        stream = start()
        while not stream.eof:
            if stream.needs_input and not packed and not (packed := tap.read()):
                raise EOFError("it ends in the middle of the archive")
            yield stream.decompress(packed, PIECE)
            packed = b""
        packed = stream.unused_data or tap.read()


def _expand_gzip(tap: _Tap) -> Iterator[bytes]:
    with gzip.GzipFile(fileobj=tap, mode="rb") as file:  # type: ignore[call-overload] # it needs read() alone
        yield from iter(lambda: file.read(PIECE), b"")


def _pass_on(tap: _Tap) -> Iterator[bytes]:
    return iter(tap.read, b"")
