"""Bringing a list up to date: read, record, compile; whatever fails, the last good state serves on."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ostiary.app.pipeline import Progress, choose_screened, compile_lists, read, record, use_register
from ostiary.app.settings import SAMPLE_LIST, Settings, advise_start
from ostiary.index import IndexedVersion, IndexFacts, open_index, verify_sections
from ostiary.lists import describe_list
from ostiary.model.errors import IndexFileError, NotReadyError, QueryError
from ostiary.model.statements import ListVersion
from ostiary.register import Recording, Register


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
    _check_home(settings, list_id)
    watch = watch or Watch()
    reading = read(list_id, path, watch.reading)
    with use_register(settings, create=True) as register:
        recording = record(register, reading, accept_shrink)
        facts = bring_index_up_to_date(settings, register, watch.compiling)
        return Update(recording, facts, tuple(reading.warnings))


def _check_home(settings: Settings, list_id: str) -> None:
    if describe_list(list_id).sample != settings.samples:
        raise QueryError(
            f"{list_id} does not belong here.",
            where=str(settings.folder),
            advice=f"Samples and real lists never mix: give --samples for {SAMPLE_LIST}, and only for it.",
        )


def bring_index_up_to_date(settings: Settings, register: Register, progress: Progress | None = None) -> IndexFacts:
    """Return the facts of the index over the newest versions, compiling it if it is another one.

    Raises:
        NotReadyError: No version is recorded.
    """
    versions = choose_screened(register)
    if not versions:
        raise NotReadyError(
            "No list is recorded yet.", where=str(settings.register_path), advice=advise_start(settings)
        )
    return find_current_index(settings, versions) or compile_lists(
        register, versions, settings.index_path, progress
    )


def find_current_index(settings: Settings, versions: Sequence[ListVersion]) -> IndexFacts | None:
    """Return the facts of the index in use if it was compiled from these versions, by this format; else None."""
    facts = _read_facts(settings, whole=True)
    wanted = [(version.list_id, version.content_digest) for version in versions]
    return facts if facts and [(one.list_id, one.content_digest) for one in facts.versions] == wanted else None


def read_served(settings: Settings) -> tuple[IndexedVersion, ...]:
    """Return the versions that names are screened against; none if there is no index that can be used."""
    facts = _read_facts(settings)
    return facts.versions if facts else ()


def _read_facts(settings: Settings, *, whole: bool = False) -> IndexFacts | None:
    try:
        if whole and settings.index_path.is_file():
            verify_sections(settings.index_path)
        return open_index(settings.index_path).facts if settings.index_path.is_file() else None
    except IndexFileError:
        return None
