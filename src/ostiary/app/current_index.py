"""The index that names are screened against: over the newest versions, compiled anew when these change."""

from collections.abc import Sequence

from ostiary.app.pipeline import Progress, choose_screened, compile_lists
from ostiary.app.settings import Settings, advise_start
from ostiary.index import IndexedVersion, IndexFacts, open_index, verify_sections
from ostiary.model.errors import IndexFileError, NotReadyError
from ostiary.model.statements import ListVersion
from ostiary.register import Register


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
