"""A customer file as bytes: opened once, digested, unpacked as it is read, and watched for changes meanwhile."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from ostiary.intake.packing import (
    DAMAGED,
    LONGEST_START,
    PACKED_SUFFIXES,
    ByteStream,
    find_packing,
    open_packed,
)
from ostiary.model.errors import CustomerFileError

#: Suffixes that make an argument a file, each with the kind of rows in it.
KINDS = {
    ".csv": "table",
    ".tsv": "table",
    ".jsonl": "json",
    ".ndjson": "json",
    ".json": "json",
    ".parquet": "parquet",
}

#: What files begin with that office programs write, and what such a file is.
_NO_ROWS = {
    b"PK\x03\x04": "a spreadsheet or a ZIP archive",
    b"\xd0\xcf\x11\xe0": "an old spreadsheet or text document",
    b"%PDF-": "a PDF",
}


@dataclass(frozen=True, slots=True)
class Source:
    """One file.

    Attributes:
        path: Where it is.
        kind: ``table``, ``json`` or ``parquet``.
        packing: ``gzip``, ``zstd``, ``xz``, ``bzip2``, or empty.
        digest: SHA-256 of its bytes as stored, in hex.
        size: Their number.
        changed_ns: When it was last changed, in nanoseconds.
    """

    path: Path
    kind: str
    packing: str
    digest: str
    size: int
    changed_ns: int


def find_kind(path: Path) -> str:
    """Return the kind of rows that a file of this name holds, or an empty text for an unknown suffix."""
    stem = path.with_suffix("") if path.suffix.lower() in PACKED_SUFFIXES else path
    return KINDS.get(stem.suffix.lower(), "")


def examine_file(path: Path) -> Source:
    """Return what is known of a file before its rows are read.

    Raises:
        CustomerFileError: It is absent, empty, no regular file, or may not be read.
    """
    with _explained(path):
        if not path.is_file():
            raise IsADirectoryError(path) if path.is_dir() else FileNotFoundError(path)
        with path.open("rb") as handle:
            digest = hashlib.file_digest(handle, "sha256").hexdigest()
            handle.seek(0)
            start = handle.read(LONGEST_START)
            state = os.fstat(handle.fileno())
    if not state.st_size:
        raise CustomerFileError("The file is empty.", where=str(path), advice="Give a file with rows.")
    _check_start(path, start)
    return Source(path, find_kind(path) or "table", find_packing(start), digest, state.st_size, state.st_mtime_ns)


def _check_start(path: Path, start: bytes) -> None:
    for known, what in _NO_ROWS.items():
        if start.startswith(known):
            raise CustomerFileError(
                f"This is {what}, not a file of rows.", where=str(path), advice="Save it as CSV, in UTF-8."
            )


@contextmanager
def open_source(source: Source) -> Iterator[tuple[ByteStream, IO[bytes]]]:
    """Open a file for its bytes.

    Yields:
        The stream of unpacked bytes, and the stored file below it, whose position tells how far it is read.

    Raises:
        CustomerFileError: It cannot be read to its end, or is another than the one that was examined.
    """
    with _explained(source.path), source.path.open("rb") as stored:
        _check_unchanged(source, stored)
        yield open_packed(stored, source.packing), stored
        _check_unchanged(source, stored)


def _check_unchanged(source: Source, stored: IO[bytes]) -> None:
    state = os.fstat(stored.fileno())
    if (state.st_size, state.st_mtime_ns) != (source.size, source.changed_ns):
        raise CustomerFileError(
            "The file was changed while it was read.",
            where=str(source.path),
            advice="Run again when it is whole.",
        )


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Turn what the system says of a file into what, where and advice."""
    try:
        yield
    except FileNotFoundError as error:
        raise CustomerFileError("There is no such file.", where=str(path), advice="Check the path.") from error
    except IsADirectoryError as error:
        raise CustomerFileError("This is a folder.", where=str(path), advice="Give one file.") from error
    except DAMAGED as error:
        raise CustomerFileError(
            "The archive is damaged or cut off.", where=str(path), advice="Fetch the file again."
        ) from error
    except OSError as error:
        if error.errno is None:  # of a library that unpacks, not of the system
            raise CustomerFileError(
                f"The archive is damaged or cut off: {error}.", where=str(path), advice="Fetch the file again."
            ) from error
        raise CustomerFileError(
            f"The file cannot be read: {error.strerror or error}.", where=str(path), advice="Check its rights."
        ) from error
