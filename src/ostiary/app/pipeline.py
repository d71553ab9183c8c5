"""The whole way, one function per arrow.

::

    list file --read--> listings --record--> register --compile_lists--> index file --open_engine--> engine
    name --Engine.screen--> answer
    customer file --read_customers--> blocks --screen_customers--> files of hits, manifest

No stage knows another: each returns nouns of the model, and this page hands them on. The second half stands in
:mod:`~ostiary.app.engines` and :mod:`~ostiary.app.batch`, so that screening loads neither register nor readers.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import chain
from pathlib import Path

from ostiary.app.engines import open_engine
from ostiary.app.settings import Settings, advise_start
from ostiary.app.whole_files import replace_file
from ostiary.index import IndexFacts, open_index, verify_sections
from ostiary.index.compilation import compile_index
from ostiary.lists import describe_list, read_list
from ostiary.model.errors import NotReadyError, RegisterError
from ostiary.model.lists import ListReading
from ostiary.model.statements import ListVersion
from ostiary.register import Recording, Register, open_register
from ostiary.screening import Engine

__all__ = [
    "check_index",
    "choose_screened",
    "compile_lists",
    "open_engine",
    "read",
    "record",
    "use_register",
]

#: Told how far a step is: done, and in all.
Progress = Callable[[int, int], None]


def read(list_id: str, path: Path, progress: Progress | None = None, published: date | None = None) -> ListReading:
    """List file to listings."""
    return read_list(list_id, path, progress, published)


def record(register: Register, reading: ListReading, accept_shrink: str = "") -> Recording:
    """Listings to the register: a new version, or nothing if a fault is found."""
    return register.record(reading, accept_shrink=accept_shrink)


def choose_screened(register: Register) -> tuple[ListVersion, ...]:
    """Return the newest version of each recorded list, save of those that only repeat another recorded one."""
    recorded = register.list_ids()
    chosen = [one for one in recorded if describe_list(one).repeats not in recorded]
    return tuple(register.versions(one)[-1] for one in chosen)


def compile_lists(
    register: Register, versions: Sequence[ListVersion], path: Path, progress: Progress | None = None
) -> IndexFacts:
    """Register to index file: the state of some versions, one of a list; replaced only by a whole, checked one.

    Parties that have left these lists are in it for the reading of reports alone.
    """
    states = [register.state(one.list_id, known_at=one.label) for one in versions]
    whole = sum(one.parties for one in versions)
    tell = (lambda done: progress(done, whole)) if progress else None
    parties = chain.from_iterable(state.parties() for state in states)
    gone = chain.from_iterable(register.delisted(one.list_id, known_at=one.label) for one in versions)
    with replace_file(path) as part:
        facts = compile_index(parties, [state.version for state in states], part, tell, gone)
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
