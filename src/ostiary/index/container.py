"""The index file: named arrays in one immutable file that is mapped into memory.

Layout: eight bytes of magic, the place and the length of the header as little-endian 64-bit numbers, the SHA-256
of the header, the sections, each starting at a multiple of 64 bytes, and last the header as JSON: so sections are
written as they are made. The header says of each section its type, shape, place and SHA-256. Opening checks the
header; :func:`verify_sections` checks the rest.
"""

import hashlib
import json
import os
import struct
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from ostiary.model.errors import IndexFileError, OutdatedIndexError

#: Raised with every change of the sections, so that an older file is refused in words.
FORMAT = 11

#: What every index begins with; then a byte for the layout of the file.
_NAME = b"OSTIARY"
_MAGIC = _NAME + b"\x02"
_FIXED = struct.Struct("<8sQQ32s")
_ALIGNMENT = 64
_PIECE = 1 << 20
_REBUILD = "Compile the index again: run `ostiary update` with the list file."

Array = NDArray[Any]


class SectionWriter:
    """Writes sections one after the other, so that none needs to be kept.

    Args:
        file: A new file, open to write.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._places: dict[str, dict[str, Any]] = {}
        self._end = _align(_FIXED.size)

    def add(self, sections: Mapping[str, Array]) -> None:
        """Write arrays as sections, each under its name."""
        for name, array in sections.items():
            data = np.ascontiguousarray(array)
            plain = data.reshape(-1).view(np.uint8).data
            self._places[name] = {
                "type": data.dtype.str,
                "shape": list(data.shape),
                "offset": self._end,
                "sha256": hashlib.sha256(plain).hexdigest(),
            }
            self._file.seek(self._end)
            self._file.write(plain)
            self._end = _align(self._end + data.nbytes)

    def finish(self, facts: Mapping[str, Any]) -> str:
        """Write the header, with any facts that JSON holds, and return its digest: it names the content."""
        header = json.dumps({"format": FORMAT, "facts": facts, "sections": self._places}, sort_keys=True).encode()
        digest = hashlib.sha256(header)
        self._file.seek(self._end)
        self._file.write(header)
        self._file.seek(0)
        self._file.write(_FIXED.pack(_MAGIC, self._end, len(header), digest.digest()))
        return digest.hexdigest()


@contextmanager
def write_file(path: Path) -> Iterator[SectionWriter]:
    """Give what writes an index file, which appears under its name only when the block has ended well.

    Args:
        path: The file; an old one is replaced by rename, so that readers keep theirs.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"{path.name}.{os.getpid()}.partial")
    try:
        with partial.open("wb") as file:
            yield SectionWriter(file)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def write_sections(path: Path, sections: Mapping[str, Array], facts: Mapping[str, Any]) -> str:
    """Write arrays and facts to a file that appears under its name only when whole.

    Returns:
        The digest that names the content: the same arrays and facts give the same digest on every machine.
    """
    with write_file(path) as writer:
        writer.add(sections)
        return writer.finish(facts)


def _align(place: int) -> int:
    return -(-place // _ALIGNMENT) * _ALIGNMENT


def map_sections(path: Path) -> tuple[dict[str, Array], dict[str, Any], str]:
    """Map the sections of an index file into memory.

    Returns:
        The arrays by name, the facts, and the digest.

    Raises:
        IndexFileError: The file is none of ours, of another format version, or its header is damaged or cut.
    """
    header, digest, size = _read_header(path)
    content = json.loads(header)
    if content["format"] != FORMAT:
        raise OutdatedIndexError(
            f"The index has format {content['format']}, not {FORMAT}.", where=str(path), advice=_REBUILD
        )
    # Copy-on-write: nothing is ever written, but the kernels are compiled once, for arrays that could be.
    mapped = np.memmap(path, dtype=np.uint8, mode="c")
    sections = {}
    for name, place in content["sections"].items():
        kind = np.dtype(place["type"])
        length = _count_bytes(place)
        first = place["offset"]
        if first + length > size:
            raise IndexFileError(f"The index is cut off in section {name}.", where=str(path), advice=_REBUILD)
        # A plain array over the map: the compiled kernels know no memmap.
        sections[name] = np.asarray(mapped[first : first + length]).view(kind).reshape(place["shape"])
    return sections, content["facts"], digest


def _read_header(path: Path) -> tuple[bytes, str, int]:
    try:
        with path.open("rb") as file:
            fixed = file.read(_FIXED.size)
            size = os.fstat(file.fileno()).st_size
            if not fixed.startswith(_NAME):
                raise IndexFileError("This is no index of Ostiary.", where=str(path), advice=_REBUILD)
            if not _MAGIC.startswith(fixed[: len(_MAGIC)]):
                raise OutdatedIndexError(
                    "The index was written by another release.", where=str(path), advice=_REBUILD
                )
            _, place, length, digest = _FIXED.unpack(fixed) if len(fixed) == _FIXED.size else (b"", 0, 0, b"")
            file.seek(min(place, size))
            header = file.read(min(length, size))
    except FileNotFoundError as error:
        raise IndexFileError("There is no index.", where=str(path), advice=_REBUILD) from error
    if len(header) != length or hashlib.sha256(header).digest() != digest:
        raise IndexFileError("The header of the index is damaged or cut off.", where=str(path), advice=_REBUILD)
    return header, digest.hex(), size


def verify_sections(path: Path) -> None:
    """Check every section of an index file against its checksum, reading a piece at a time.

    Raises:
        IndexFileError: A section differs from what was written.
    """
    header, _, _ = _read_header(path)
    with path.open("rb") as file:
        for name, place in json.loads(header)["sections"].items():
            file.seek(place["offset"])
            if _digest(file, _count_bytes(place)) != place["sha256"]:
                raise IndexFileError(f"Section {name} of the index is damaged.", where=str(path), advice=_REBUILD)


def _count_bytes(place: Mapping[str, Any]) -> int:
    return int(np.dtype(place["type"]).itemsize * np.prod(place["shape"], dtype=np.int64))


def _digest(file: BinaryIO, length: int) -> str:
    digest = hashlib.sha256()
    for left in range(length, 0, -_PIECE):
        digest.update(file.read(min(left, _PIECE)))
    return digest.hexdigest()
