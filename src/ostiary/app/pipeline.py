"""The whole way, one function per arrow.

::

    list file --read--> listings --record--> register --compile--> index file --open--> engine --screen--> answers

No stage knows another: each returns nouns of the model, and this page hands them on.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ostiary.app.settings import Settings
from ostiary.app.whole_files import replace_file
from ostiary.index import IndexFacts, compile_index, open_index
from ostiary.lists import read_list
from ostiary.model.errors import NotReadyError, RegisterError
from ostiary.model.hits import Screening
from ostiary.model.lists import ListReading
from ostiary.model.profiles import Profile
from ostiary.model.queries import Query
from ostiary.model.statements import ListVersion
from ostiary.register import Recording, Register, open_register
from ostiary.screening import Engine

#: Told how far a step is: done, and in all.
Progress = Callable[[int, int], None]


def read(list_id: str, path: Path, progress: Progress | None = None) -> ListReading:
    """List file to listings."""
    return read_list(list_id, path, progress)


def record(register: Register, reading: ListReading, accept_shrink: str = "") -> Recording:
    """Listings to the register: a new version, or nothing if a fault is found."""
    return register.record(reading, accept_shrink=accept_shrink)


def compile_index_file(
    settings: Settings, register: Register, version: ListVersion, progress: Progress | None = None
) -> IndexFacts:
    """Register to index file: the state of one version; the file in use is replaced only by a whole, checked one.

    Raises:
        RegisterError: Parties are missing from the new index, or are not found by their own names.
    """
    state = register.state(version.list_id, known_at=version.label)
    tell = (lambda done: progress(done, version.parties)) if progress else None
    with replace_file(settings.index_path) as part:
        facts = compile_index(state.parties(), [state.version], part, tell)
        missed = next(Engine(open_index(part)).missed_names(), None)
        if missed:
            raise RegisterError(
                f"{missed} is not found by its own name in the new index.",
                where=str(settings.index_path),
                advice="The old index stays in use. Please report this as a fault.",
            )
    return facts


def open_engine(settings: Settings, profile: Profile | None = None) -> Engine:
    """Index file to engine.

    Raises:
        NotReadyError: Nothing is compiled yet.
    """
    if not settings.index_path.is_file():
        raise NotReadyError(
            "No list is recorded and compiled yet.",
            where=str(settings.index_path),
            advice=_advise_start(settings),
        )
    return Engine(open_index(settings.index_path), profile)


def screen(engine: Engine, query: str | Query, *, limit: int = 20, weak: bool = False) -> Screening:
    """Query to answer."""
    return engine.screen(query, limit=limit, weak=weak)


@contextmanager
def use_register(settings: Settings, *, create: bool = False) -> Iterator[Register]:
    """Open the register for a while.

    Raises:
        NotReadyError: It is absent and not to be created.
    """
    if not create and not settings.register_path.is_file():
        raise NotReadyError(
            "No list is recorded yet.",
            where=str(settings.register_path),
            advice=_advise_start(settings),
        )
    with open_register(settings.register_path, create=create) as register:
        yield register


def _advise_start(settings: Settings) -> str:
    return f"Run: ostiary update {settings.list_id} --from FILE; or try the bundled samples with --samples."
