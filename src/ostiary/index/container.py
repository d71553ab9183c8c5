"""The index file: named arrays in one immutable file that is mapped into memory.

Layout: eight bytes of magic, the length of the header as a little-endian 64-bit number, the SHA-256 of the header,
the header as JSON, then the sections, each starting at a multiple of 64 bytes. The header says of each section its
type, shape, place and SHA-256. Opening checks the header; :func:`verify_sections` checks the rest.
"""

import hashlib
import json
import os
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ostiary.model.errors import IndexFileError, OutdatedIndexError

#: Raised with every change of the sections, so that an older file is refused in words.
FORMAT = 10

_MAGIC = b"OSTIARY\x01"
_FIXED = struct.Struct("<8sQ32s")
_ALIGNMENT = 64
_REBUILD = "Compile the index again: run `ostiary update` with the list file."

Array = NDArray[Any]


def write_sections(path: Path, sections: Mapping[str, Array], facts: Mapping[str, Any]) -> str:
    """Write arrays and facts to a file that appears under its name only when whole.

    Args:
        path: The file; an old one is replaced by rename, so that readers keep theirs.
        sections: The arrays by name.
        facts: Anything that JSON holds; kept in the header.

    Returns:
        The digest that names the content: the same arrays and facts give the same digest on every machine.
    """
    places: dict[str, dict[str, Any]] = {}
    offset = 0
    for name, array in sections.items():
        data = np.ascontiguousarray(array)
        places[name] = {
            "type": data.dtype.str,
            "shape": list(data.shape),
            "offset": offset,
            "sha256": hashlib.sha256(data.tobytes()).hexdigest(),
        }
        offset += -(-data.nbytes // _ALIGNMENT) * _ALIGNMENT
    header = json.dumps({"format": FORMAT, "facts": facts, "sections": places}, sort_keys=True).encode()
    digest = hashlib.sha256(header)
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"{path.name}.{os.getpid()}.partial")
    try:
        with partial.open("wb") as file:
            file.write(_FIXED.pack(_MAGIC, len(header), digest.digest()))
            file.write(header)
            start = _data_start(len(header))
            for name, array in sections.items():
                file.seek(start + places[name]["offset"])
                file.write(np.ascontiguousarray(array).tobytes())
            file.truncate(start + offset)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
    return digest.hexdigest()


def _data_start(header_length: int) -> int:
    return -(-(_FIXED.size + header_length) // _ALIGNMENT) * _ALIGNMENT


def map_sections(path: Path) -> tuple[dict[str, Array], dict[str, Any], str]:
    """Map the sections of an index file into memory.

    Returns:
        The arrays by name, the facts, and the digest.

    Raises:
        IndexFileError: The file is none of ours, of another format version, or its header is damaged or cut.
    """
    header, digest, size = _read_header(path)
    start = _data_start(len(header))
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
        length = kind.itemsize * int(np.prod(place["shape"], dtype=np.int64))
        first = start + place["offset"]
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
            magic, length, digest = _FIXED.unpack(fixed) if len(fixed) == _FIXED.size else (b"", 0, b"")
            if magic[:7] != _MAGIC[:7]:
                raise IndexFileError("This is no index of Ostiary.", where=str(path), advice=_REBUILD)
            header = file.read(min(length, size))
    except FileNotFoundError as error:
        raise IndexFileError("There is no index.", where=str(path), advice=_REBUILD) from error
    if len(header) != length or hashlib.sha256(header).digest() != digest:
        raise IndexFileError("The header of the index is damaged or cut off.", where=str(path), advice=_REBUILD)
    return header, digest.hex(), size


def verify_sections(path: Path) -> None:
    """Check every section of an index file against its checksum.

    Raises:
        IndexFileError: A section differs from what was written.
    """
    sections, _, _ = map_sections(path)
    header, _, _ = _read_header(path)
    for name, place in json.loads(header)["sections"].items():
        if hashlib.sha256(sections[name].tobytes()).hexdigest() != place["sha256"]:
            raise IndexFileError(f"Section {name} of the index is damaged.", where=str(path), advice=_REBUILD)
