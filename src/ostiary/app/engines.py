"""Index file to engine: what a process that only screens needs, without register and readers."""

from ostiary.app.settings import Settings, advise_start
from ostiary.index import open_index
from ostiary.model.errors import NotReadyError
from ostiary.model.profiles import Profile
from ostiary.screening import Engine


def open_engine(settings: Settings, profile: Profile | None = None) -> Engine:
    """Return the engine over the index file that is there.

    Raises:
        NotReadyError: There is none.
        IndexFileError: It is damaged, or of another release.
    """
    if not settings.index_path.is_file():
        raise NotReadyError(
            "No list is recorded and compiled yet.", where=str(settings.index_path), advice=advise_start(settings)
        )
    return Engine(open_index(settings.index_path), profile)
