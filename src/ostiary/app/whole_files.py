"""Files that appear whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ostiary.model.errors import InputError


def check_target(path: Path) -> None:
    """Check, before any work is done, that no folder stands where a file is to be written.

    Raises:
        InputError: One does.
    """
    if path.is_dir():
        raise InputError(
            "This is a folder.", where=str(path), advice="Nothing was written. Name a file to write to."
        )


@contextmanager
def replace_file(path: Path) -> Iterator[Path]:
    """Yield a temporary file beside ``path``, which takes its place when the block ends well.

    Whatever happens before that, ``path`` stays as it was.

    Raises:
        InputError: Nothing can be written there.
    """
    check_target(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    except OSError as error:
        raise InputError(
            f"Nothing can be written there: {error.strerror}.", where=str(path), advice="Choose another folder."
        ) from error
    os.close(handle)
    part = Path(name)
    try:
        yield part
        _settle(part)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _settle(part: Path) -> None:
    """Bring the bytes to the disk, so that a power cut after the rename leaves no empty file; rights as usual."""
    mask = os.umask(0)
    os.umask(mask)
    part.chmod(0o666 & ~mask)
    with part.open("rb") as handle:
        os.fsync(handle.fileno())
