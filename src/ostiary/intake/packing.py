"""Packed files: which packing it is, and the stream of what is in them."""

import bz2
import gzip
import io
import lzma
import re
import zlib
from collections.abc import Callable
from typing import IO, Any, TypeAlias

from ostiary.model.errors import CustomerFileError

#: The stream of a file's unpacked bytes; it can be looked into before it is read.
ByteStream: TypeAlias = io.BufferedReader

#: Suffixes of packed files; what a file really is shows from its first bytes.
PACKED_SUFFIXES = frozenset({".gz", ".zst", ".xz", ".bz2"})

#: Bytes at the beginning of a file that :func:`find_packing` needs.
LONGEST_START = 10

#: What an unpacking library says of a file that is damaged or cut off, beside OSError.
DAMAGED = (EOFError, gzip.BadGzipFile, zlib.error, lzma.LZMAError)

#: An xz file may ask for a dictionary of up to 1.5 GiB; the largest preset of the program xz takes 65 MiB.
MOST_MEMORY = 128 << 20

_STARTS = {
    "gzip": re.compile(rb"\x1f\x8b"),
    "zstd": re.compile(rb"\x28\xb5\x2f\xfd"),
    "xz": re.compile(rb"\xfd7zXZ\x00"),
    "bzip2": re.compile(rb"BZh[1-9]1AY&SY"),
}
_PIECE = 1 << 16

_Decompressor: TypeAlias = bz2.BZ2Decompressor | lzma.LZMADecompressor


def find_packing(start: bytes) -> str:
    """Return ``gzip``, ``zstd``, ``xz`` or ``bzip2`` by the first bytes of a file; empty for none of them."""
    return next((name for name, pattern in _STARTS.items() if pattern.match(start)), "")


def open_packed(stored: IO[bytes], packing: str) -> ByteStream:
    """Return the stream of the unpacked bytes of a file.

    Args:
        stored: The file, open.
        packing: As :func:`find_packing` returns it.
    """
    if packing == "gzip":
        return io.BufferedReader(gzip.GzipFile(fileobj=stored))
    if packing == "zstd":
        import pyarrow as pa  # noqa: PLC0415 - takes 0.2 s, only this packing needs it

        return io.BufferedReader(pa.CompressedInputStream(pa.PythonFile(stored, "r"), "zstd"))
    makers: dict[str, Callable[[], _Decompressor]] = {
        "bzip2": bz2.BZ2Decompressor,
        "xz": lambda: lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=MOST_MEMORY),
    }
    if packing in makers:
        return io.BufferedReader(_Unpacked(stored, makers[packing]))
    if not isinstance(stored, io.BufferedReader):
        raise CustomerFileError("The file cannot be read from.", advice="Give a file of the disk.")
    return stored


class _Unpacked(io.RawIOBase):
    """The unpacked bytes of a file that may hold several packed streams one after the other."""

    def __init__(self, stored: IO[bytes], make: Callable[[], _Decompressor]) -> None:
        self._stored = stored
        self._make = make
        self._unpack = make()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - bytes of any kind that can be written to
        """Fill the buffer and return how much of it, 0 at the end of the file.

        Raises:
            EOFError: The file ends within a stream.
        """
        room = memoryview(buffer).cast("B")
        found = b""
        while not found:
            given = b""
            if self._unpack.eof:
                given = self._unpack.unused_data or self._stored.read(_PIECE)
                if not given:
                    return 0
                self._unpack = self._make()
            elif self._unpack.needs_input:
                given = self._stored.read(_PIECE)
                if not given:
                    raise EOFError("the packed stream has no end")
            found = self._unpack.decompress(given, len(room))
        room[: len(found)] = found
        return len(found)
