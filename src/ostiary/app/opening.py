"""Opening engine and register for a command or a program: the samples are made ready on demand."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ostiary.app import engines
from ostiary.app.dates import NOW, Dates
from ostiary.app.settings import Settings
from ostiary.index import open_index
from ostiary.model.errors import IndexFileError, NotReadyError, OutdatedIndexError
from ostiary.model.profiles import Profile
from ostiary.screening import Engine

if TYPE_CHECKING:
    from ostiary.register import Register


def open_engine(settings: Settings, profile: Profile | None = None, asked: Dates = NOW) -> Engine:
    """Return the engine over the compiled lists.

    Args:
        settings: Where things are kept.
        profile: The weights and threshold; None: the default ones.
        asked: The dates; of a day gone by the index is compiled when first asked for.

    Raises:
        NotReadyError: Nothing is compiled yet.
        NotFoundError: No version was known at these dates.
        IndexFileError: The index is damaged.
    """
    prepare_samples_if_asked(settings)
    if asked != NOW:
        return _open_past(settings, profile, asked)
    try:
        return engines.open_engine(settings, profile)
    except (OutdatedIndexError, NotReadyError):
        if not settings.register_path.is_file():
            raise
        _compile_anew(settings)
        return engines.open_engine(settings, profile)


def _open_past(settings: Settings, profile: Profile | None, asked: Dates) -> Engine:
    from ostiary.app.past import find_past_index  # noqa: PLC0415 - a process that only screens loads no register

    with use_register(settings) as register:
        index = open_index(find_past_index(settings, register, asked))
    return Engine(index, profile, today=asked.day)


def _compile_anew(settings: Settings) -> None:
    """The register holds all that an index is compiled from, after an upgrade too."""
    from ostiary.app import current_index  # noqa: PLC0415 - a process that only screens loads no register
    from ostiary.app.pipeline import use_register as use  # noqa: PLC0415 - as above

    sys.stderr.write("The index is compiled anew from the register, once for this release.\n")
    with use(settings) as register:
        current_index.bring_index_up_to_date(settings, register)


def prepare_samples_if_asked(settings: Settings) -> None:
    """Make the samples ready if these are their settings."""
    if not settings.samples:
        return
    from ostiary.app.bundled import prepare_samples, reset_samples  # noqa: PLC0415 - loads register and readers

    prepare_samples(settings)
    try:
        engines.open_engine(settings)
    except IndexFileError:
        # The samples are ours: made anew rather than complained about, for instance after an upgrade.
        reset_samples(settings)
        prepare_samples(settings)


@contextmanager
def use_register(settings: Settings) -> Iterator["Register"]:
    """Open the register for a while.

    Raises:
        NotReadyError: Nothing is recorded yet.
        RegisterError: It is damaged, or of a newer release.
    """
    from ostiary.app import pipeline  # noqa: PLC0415 - a process that only screens loads no register

    prepare_samples_if_asked(settings)
    with pipeline.use_register(settings) as register:
        yield register
