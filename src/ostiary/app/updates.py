"""Bringing a list up to date: read, record, compile; whatever fails, the last good state serves on."""

from dataclasses import dataclass
from pathlib import Path

from ostiary.app.pipeline import Progress, compile_list, read, record, use_register
from ostiary.app.settings import Settings
from ostiary.index import IndexedVersion, IndexFacts, open_index, verify_sections
from ostiary.lists import describe_list
from ostiary.model.errors import IndexFileError, QueryError
from ostiary.model.statements import ListVersion
from ostiary.register import Recording


@dataclass(frozen=True, slots=True)
class Update:
    """What an update did: version, the index that now serves, and what the reader does not know."""

    recording: Recording
    index: IndexFacts
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Watch:
    """Who is told how far the two long steps are."""

    reading: Progress | None = None
    compiling: Progress | None = None


def update_list(
    settings: Settings, list_id: str, path: Path, *, accept_shrink: str = "", watch: Watch | None = None
) -> Update:
    """Take in a list file.

    Args:
        settings: Where things are kept.
        list_id: The list.
        path: A file of it.
        accept_shrink: The reason why a loss of parties is right; empty to refuse it.
        watch: Who is told how far it is.

    Raises:
        NotFoundError: There is no such list.
        QueryError: It is the sample list and this is not the samples' home, or the other way round.
        ListFileError: The file is not whole, or of another publisher.
        ShrunkenListError: It lost more parties than is plausible.
        RegisterError: It is older than what is recorded, or the register is busy.
    """
    describe_list(list_id)
    if list_id != settings.list_id:
        raise QueryError(
            f"The list here is {settings.list_id}, not {list_id}.",
            where=str(settings.folder),
            advice="Samples and real lists never mix: give --samples for us_ofac_sample, and only for it.",
        )
    watch = watch or Watch()
    reading = read(list_id, path, watch.reading)
    with use_register(settings, create=True) as register:
        recording = record(register, reading, accept_shrink)
        facts = find_current_index(settings, recording.version)
        if not facts:
            facts = compile_list(settings, register, recording.version, watch.compiling)
        return Update(recording, facts, tuple(reading.warnings))


def find_current_index(settings: Settings, version: ListVersion) -> IndexFacts | None:
    """Return the facts of the index in use if it was compiled from this version, by this format; else None."""
    facts = _read_facts(settings, whole=True)
    return facts if facts and [v.content_digest for v in facts.versions] == [version.content_digest] else None


def read_served(settings: Settings) -> IndexedVersion | None:
    """Return the version that names are screened against, or None if there is no index that can be used."""
    facts = _read_facts(settings)
    return next((one for one in facts.versions if one.list_id == settings.list_id), None) if facts else None


def _read_facts(settings: Settings, *, whole: bool = False) -> IndexFacts | None:
    try:
        if whole and settings.index_path.is_file():
            verify_sections(settings.index_path)
        return open_index(settings.index_path).facts if settings.index_path.is_file() else None
    except IndexFileError:
        return None
