"""Opening what is there: the engine and the register, the samples made ready on demand."""

from collections.abc import Iterator
from contextlib import contextmanager

from ostiary.app import pipeline
from ostiary.app.bundled import prepare_samples, reset_samples
from ostiary.app.settings import Settings
from ostiary.model.errors import IndexFileError
from ostiary.model.profiles import Profile
from ostiary.register import Register
from ostiary.screening import Engine


def open_engine(settings: Settings, profile: Profile | None = None) -> Engine:
    """Return the engine over the compiled list.

    Raises:
        NotReadyError: Nothing is compiled yet.
        IndexFileError: The index is damaged, or of another release.
    """
    if not settings.samples:
        return pipeline.open_engine(settings, profile)
    prepare_samples(settings)
    try:
        return pipeline.open_engine(settings, profile)
    except IndexFileError:
        # The samples are ours: made anew rather than complained about, for instance after an upgrade.
        reset_samples(settings)
        prepare_samples(settings)
        return pipeline.open_engine(settings, profile)


@contextmanager
def use_register(settings: Settings) -> Iterator[Register]:
    """Open the register for a while.

    Raises:
        NotReadyError: Nothing is recorded yet.
        RegisterError: It is damaged, or of a newer release.
    """
    if settings.samples:
        prepare_samples(settings)
    with pipeline.use_register(settings) as register:
        yield register
