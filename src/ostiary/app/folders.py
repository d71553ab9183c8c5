"""The files of a folder: which are of which list, and in which order they are taken in."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from ostiary.app.recognition import accepts, recognise_list
from ostiary.app.recorded import RecordedFiles
from ostiary.app.taking import ListUpdate, Taking
from ostiary.lists import describe_list, read_list
from ostiary.model.errors import ListFileError, OstiaryError, QueryError


def find_files(folder: Path) -> list[Path]:
    """Return the files in a folder and the folders below it.

    Raises:
        QueryError: There is none.
    """
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    if not files:
        raise QueryError(
            "There is no file in this folder.", where=str(folder), advice="Name the folder that holds the lists."
        )
    return files


def sort_files(files: Iterable[Path], recorded: RecordedFiles) -> tuple[list[Taking], list[ListUpdate]]:
    """Return the files of lists, those of one list from the oldest to the newest, and those of none.

    Args:
        files: The files.
        recorded: A file whose bytes are known need not be looked into.
    """
    known: dict[Path, date] = {}
    takings: list[Taking] = []
    strangers: list[ListUpdate] = []
    for path in files:
        version = recorded.find(path)
        if recorded.follows(path):
            continue
        try:
            takings.append(Taking(version.list_id if version else recognise_list(path), path))
        except ListFileError as error:
            strangers.append(ListUpdate("", path.name, failure=error))
            continue
        if version:
            known[path] = version.published
    return sorted(_join_parts(takings), key=lambda one: (one.list_id, _find_published(one, known))), strangers


def _join_parts(takings: Iterable[Taking]) -> Iterator[Taking]:
    """Yield each file to be taken in; of a list that comes in several files, the folder that they stand in."""
    groups: dict[tuple[str, Path], list[Taking]] = {}
    for one in takings:
        groups.setdefault((one.list_id, one.path.parent), []).append(one)
    for (list_id, folder), parts in groups.items():
        several = len(parts) > 1 and len(describe_list(list_id).addresses) > 1
        yield from [Taking(list_id, folder)] if several and accepts(list_id, folder) else parts


def _find_published(taking: Taking, known: dict[Path, date]) -> date:
    if taking.path in known:
        return known[taking.path]
    try:
        return read_list(taking.list_id, taking.path).published
    except OstiaryError:
        return date.max


def leave_out_parts(strangers: Iterable[ListUpdate], lists: Iterable[ListUpdate]) -> Iterator[ListUpdate]:
    """Yield the files that nothing was read from: a list of several files is taken in by its main one."""
    used = {name for one in lists if one.recording for name in one.recording.version.snapshot.name.split(", ")}
    return (one for one in strangers if one.source not in used)
