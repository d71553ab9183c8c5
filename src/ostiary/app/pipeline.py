"""The whole way, one function per arrow.

::

    list file --read--> listings --record--> register --compile_list--> index file --open_engine--> engine
    name --Engine.screen--> answer
    customer file --read_customers--> blocks --screen_customers--> files of hits, manifest

No stage knows another: each returns nouns of the model, and this page hands them on. The second half stands in
:mod:`~ostiary.app.engines` and :mod:`~ostiary.app.batch`, so that screening loads neither register nor readers.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ostiary.app.engines import open_engine
from ostiary.app.settings import Settings, advise_start
from ostiary.app.whole_files import replace_file
from ostiary.index import IndexFacts, open_index, verify_sections
from ostiary.index.compilation import compile_index
from ostiary.lists import read_list
from ostiary.model.errors import NotReadyError, RegisterError
from ostiary.model.lists import ListReading
from ostiary.model.statements import ListVersion
from ostiary.register import Recording, Register, open_register
from ostiary.screening import Engine

__all__ = ["check_index", "compile_list", "open_engine", "read", "record", "use_register"]

#: Told how far a step is: done, and in all.
Progress = Callable[[int, int], None]


def read(list_id: str, path: Path, progress: Progress | None = None) -> ListReading:
    """List file to listings."""
    return read_list(list_id, path, progress)


def record(register: Register, reading: ListReading, accept_shrink: str = "") -> Recording:
    """Listings to the register: a new version, or nothing if a fault is found."""
    return register.record(reading, accept_shrink=accept_shrink)


def compile_list(
    settings: Settings, register: Register, version: ListVersion, progress: Progress | None = None
) -> IndexFacts:
    """Register to index file: the state of one version; a file in use is replaced only by a whole, checked one."""
    state = register.state(version.list_id, known_at=version.label)
    tell = (lambda done: progress(done, version.parties)) if progress else None
    with replace_file(settings.index_path) as part:
        facts = compile_index(state.parties(), [state.version], part, tell)
        check_index(part)
    return facts


def check_index(path: Path) -> None:
    """Check that an index stands on disk as it was written, and that every listed name is found by itself.

    Raises:
        IndexFileError: It differs from what was written.
        RegisterError: A name is not found.
    """
    verify_sections(path)
    missed = next(Engine(open_index(path)).missed_names(), None)
    if missed:
        raise RegisterError(
            f"{missed} would not be found by its own name.",
            where=path.name,
            advice="The old index stays in use. Please report this as a fault.",
        )


@contextmanager
def use_register(settings: Settings, *, create: bool = False) -> Iterator[Register]:
    """Open the register for a while.

    Raises:
        NotReadyError: It is absent and not to be created.
    """
    if not create and not settings.register_path.is_file():
        raise NotReadyError(
            "No list is recorded yet.", where=str(settings.register_path), advice=advise_start(settings)
        )
    with open_register(settings.register_path, create=create) as register:
        yield register
