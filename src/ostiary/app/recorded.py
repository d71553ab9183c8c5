"""Which files need not be read: their very bytes are recorded, alone or with those of others beside them."""

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from ostiary.model.statements import ListVersion, Snapshot, join_snapshots
from ostiary.register import Register

#: Files whose digests are kept: one is asked for again for every table that lies beside it.
_MOST_FILES = 1_000


class RecordedFiles:
    """The files that versions were read from.

    Args:
        versions: The versions, of all lists.
    """

    def __init__(self, versions: Iterable[ListVersion]) -> None:
        self._versions = tuple(versions)

    def find(self, path: Path, list_id: str = "") -> ListVersion | None:
        """Return the first version that was read from the very bytes of a file, if there is one.

        Of several files that were read as one version the first answers, and only where nothing lies beside them
        that is not recorded: it might be what that version lacks.

        Args:
            path: The file.
            list_id: Only versions of this list; empty: of any.
        """
        if not path.is_file():
            return None
        versions = [one for one in self._versions if list_id in ("", one.list_id)]
        alone = next((one for one in versions if _holds_alone(one, path)), None)
        if alone:
            return alone
        joined = next(
            (one for one in versions if path.name == _name_parts(one)[0] and _holds_part(one, path)), None
        )
        return joined if joined and all(map(self._knows, path.parent.iterdir())) else None

    def follows(self, path: Path) -> bool:
        """Whether a file was read together with another one beside it, which is found."""
        leaders = (_name_parts(one)[0] for one in self._versions if path.name in _name_parts(one)[1:])
        return any(self.find(path.with_name(leader)) for leader in leaders)

    def _knows(self, path: Path) -> bool:
        if not path.is_file() or path.name.startswith("."):
            return True
        return any(_holds_alone(one, path) or _holds_part(one, path) for one in self._versions)


def find_recorded_files(register: Register) -> RecordedFiles:
    """Return the files of all recorded versions."""
    return RecordedFiles(version for list_id in register.list_ids() for version in register.versions(list_id))


def _name_parts(version: ListVersion) -> list[str]:
    return version.snapshot.name.split(", ")


def _holds_alone(version: ListVersion, path: Path) -> bool:
    return version.snapshot.size == path.stat().st_size and version.snapshot.digest == _take_snapshot(path).digest


def _holds_part(version: ListVersion, path: Path) -> bool:
    names = _name_parts(version)
    if path.name not in names:
        return False
    parts = [path.with_name(name) for name in names]
    if not all(part.is_file() for part in parts):
        return False
    if sum(part.stat().st_size for part in parts) != version.snapshot.size:
        return False
    return join_snapshots(list(map(_take_snapshot, parts))) == version.snapshot


def _take_snapshot(path: Path) -> Snapshot:
    stat = path.stat()
    return Snapshot(_digest(path, stat.st_size, stat.st_mtime_ns), stat.st_size, path.name)


@lru_cache(maxsize=_MOST_FILES)
def _digest(path: Path, _size: int, _changed: int) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
