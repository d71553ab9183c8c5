"""The bundled samples: our own small files, set up in a folder of their own when first asked for."""

from importlib.resources import as_file, files
from pathlib import Path

from ostiary.app.settings import SAMPLE_LIST, Settings
from ostiary.app.taking import Taking
from ostiary.app.updates import update_list
from ostiary.model.errors import OstiaryError


def find_samples() -> Path:
    """Return the folder of the bundled files."""
    with as_file(files("ostiary.app").joinpath("samples")) as folder:
        return folder


def find_sample_lists() -> tuple[Path, ...]:
    """Return the dated versions of the sample list, oldest first."""
    return tuple(sorted(find_samples().glob("*.xml")))


def prepare_samples(settings: Settings) -> None:
    """Record and compile the sample versions if that is not done yet."""
    if settings.index_path.is_file() and settings.register_path.is_file():
        return
    reset_samples(settings)
    for path in find_sample_lists():
        update_list(settings, Taking(SAMPLE_LIST, path))


def reset_samples(settings: Settings) -> None:
    """Remove what was made from the samples; nothing else is ever in their folder.

    Raises:
        OstiaryError: This is not the samples' folder.
    """
    if not settings.samples:
        raise OstiaryError("Only the samples can be reset.", where=str(settings.folder))
    for path in (settings.index_path, *settings.folder.glob(f"{settings.register_path.name}*")):
        path.unlink(missing_ok=True)
