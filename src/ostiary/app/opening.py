"""Opening engine and register for a command or a program: the samples are made ready on demand."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ostiary.app import engines
from ostiary.app.settings import Settings
from ostiary.model.errors import IndexFileError, OutdatedIndexError
from ostiary.model.profiles import Profile
from ostiary.screening import Engine

if TYPE_CHECKING:
    from ostiary.register import Register


def open_engine(settings: Settings, profile: Profile | None = None) -> Engine:
    """Return the engine over the compiled list.

    Raises:
        NotReadyError: Nothing is compiled yet.
        IndexFileError: The index is damaged.
    """
    if settings.samples:
        _prepare_samples(settings)
    try:
        return engines.open_engine(settings, profile)
    except OutdatedIndexError:
        _compile_anew(settings)
        return engines.open_engine(settings, profile)


def _compile_anew(settings: Settings) -> None:
    """After an upgrade the register still holds all that an index is compiled from."""
    from ostiary.app import pipeline  # noqa: PLC0415 - a process that only screens loads no register

    sys.stderr.write("Another release compiled the index: it is compiled anew from the register, once.\n")
    with pipeline.use_register(settings) as register:
        pipeline.compile_list(settings, register, register.versions(settings.list_id)[-1])


def _prepare_samples(settings: Settings) -> None:
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

    if settings.samples:
        _prepare_samples(settings)
    with pipeline.use_register(settings) as register:
        yield register
