"""Bringing lists up to date: find, read, record, compile; whatever fails, the last good state serves on."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date
from email.utils import parsedate_to_datetime
from pathlib import Path

from ostiary.app.collection import collect_rarely
from ostiary.app.current_index import bring_index_up_to_date
from ostiary.app.current_links import bring_links_up_to_date
from ostiary.app.fetching import Fetched, FetchLimits, Snapshots, fetch_lists
from ostiary.app.folders import find_files, leave_out_parts, sort_files
from ostiary.app.pipeline import Progress, use_register
from ostiary.app.readers import Readers
from ostiary.app.recorded import find_recorded_files
from ostiary.app.settings import SAMPLE_LIST, Settings
from ostiary.app.sources import choose_sources
from ostiary.app.taking import ListUpdate, Taking, find_recorded, read_taking, take_in
from ostiary.identity.kept import LinkFacts
from ostiary.index import IndexFacts
from ostiary.lists import describe_list
from ostiary.model.errors import QueryError
from ostiary.register import Register

#: Takes what a long step is called; returns who is told how far it is.
Watch = Callable[[str], Progress]


@dataclass(frozen=True, slots=True)
class Update:
    """What an update did: each list, the index that now serves, and the links; None if nothing is recorded."""

    lists: tuple[ListUpdate, ...]
    index: IndexFacts | None
    links: LinkFacts | None = None


def update_list(settings: Settings, taking: Taking, watch: Watch | None = None) -> Update:
    """Take in one file of a list.

    Raises:
        NotFoundError: There is no such list.
        QueryError: It is the sample list and this is not the samples' home, or the other way round.
        ListFileError: The file is not whole, or of another publisher.
        ShrunkenListError: It lost more parties than is plausible.
        RegisterError: It is older than what is recorded, or the register is busy.
    """
    _check_home(settings, taking.list_id)
    with use_register(settings, create=True) as register:
        done = _update(settings, register, [taking], watch)
    if done.lists[0].failure:
        raise done.lists[0].failure
    return done


def update_from_folder(
    settings: Settings, folder: Path, accept_shrink: str = "", watch: Watch | None = None
) -> Update:
    """Take in all files of lists that stand in a folder, those of one list from the oldest to the newest.

    Args:
        settings: Where things are kept.
        folder: The folder; its own folders are looked into too.
        accept_shrink: The reason why losses of parties between them are right; empty to refuse them.
        watch: Is told how far each step is.

    Raises:
        QueryError: There is no file in it, or the samples are in use.
    """
    _check_no_samples(settings)
    files = find_files(folder)
    with use_register(settings, create=True) as register:
        takings, strangers = sort_files(files, find_recorded_files(register))
        done = _update(settings, register, [replace(one, accept_shrink=accept_shrink) for one in takings], watch)
    return replace(done, lists=(*done.lists, *leave_out_parts(strangers, done.lists)))


def update_from_publishers(
    settings: Settings, list_ids: Sequence[str], watch: Watch | None = None, limits: FetchLimits | None = None
) -> Update:
    """Ask the publishers of lists for what is new, and take it in.

    Args:
        settings: Where things are kept.
        list_ids: The lists; none for all that can be fetched.
        watch: Is told how far each step is.
        limits: How much, how long and how often the servers are given.

    Raises:
        NotFoundError: There is no such list.
        QueryError: A list cannot be fetched, or the samples are in use.
    """
    _check_no_samples(settings)
    with use_register(settings, create=True) as register:
        sources = choose_sources(settings, list_ids, register.list_ids())
        bars: dict[str, Progress] = {}

        def move(list_id: str, done: int, whole: int) -> None:
            if watch:
                bars.setdefault(list_id, watch(f"Fetching {list_id}"))(done, whole)

        fetched = fetch_lists(sources, settings.snapshots, limits, move)
        lists = tuple(_settle(settings, register, one, watch) for one in fetched)
        return _compile(settings, register, lists, watch)


def _update(settings: Settings, register: Register, takings: Sequence[Taking], watch: Watch | None) -> Update:
    return _compile(settings, register, _take_all(settings, register, takings, watch), watch)


def _take_all(
    settings: Settings, register: Register, takings: Sequence[Taking], watch: Watch | None
) -> tuple[ListUpdate, ...]:
    """Take in files in their order, one after the other; several that are not recorded are read ahead."""
    new = [one for one in takings if not find_recorded(register, one)]
    with collect_rarely(), Readers(new, settings.folder) as readers:
        reading = readers.read if len(new) > 1 else read_taking
        return tuple(take_in(register, one, _name_step(one, watch), reading) for one in takings)


def _name_step(taking: Taking, watch: Watch | None) -> Progress | None:
    return watch(f"Reading {taking.list_id}") if watch else None


def _compile(settings: Settings, register: Register, lists: tuple[ListUpdate, ...], watch: Watch | None) -> Update:
    """Bring what is made from the register up to date: the index first, by which names are screened."""
    if not register.list_ids():
        return Update(lists, None)
    with collect_rarely():
        index = bring_index_up_to_date(settings, register, watch("Compiling the index") if watch else None)
    linking = watch("Linking listings of one party") if watch else None
    return Update(lists, index, bring_links_up_to_date(settings, register, linking))


def _settle(settings: Settings, register: Register, fetched: Fetched, watch: Watch | None) -> ListUpdate:
    """Take in what was fetched; keep it then, and lay it aside if it is refused."""
    address = ", ".join(one.address for one in fetched.files)
    if not fetched.folder:
        return ListUpdate(fetched.list_id, address, failure=fetched.failure)
    snapshots = Snapshots(settings.snapshots / fetched.list_id)
    taking = _make_taking(fetched.list_id, fetched)
    done = take_in(register, taking, _name_step(taking, watch))
    if done.failure:
        snapshots.remember_failure(str(done.failure))
        snapshots.refuse(fetched.folder)
    else:
        snapshots.keep(fetched.folder, fetched.files)
    return replace(done, source=address)


def _make_taking(list_id: str, fetched: Fetched) -> Taking:
    folder = fetched.folder or Path()
    files = sorted(folder.iterdir())
    return Taking(list_id, files[0] if len(files) == 1 else folder, _find_published(fetched))


def _find_published(fetched: Fetched) -> date | None:
    """Return the day of the last change that the server states, the latest of several files."""
    found = []
    for one in fetched.files:
        with suppress(ValueError, TypeError):
            found.append(parsedate_to_datetime(one.modified).astimezone(UTC).date())
    return max(found, default=None)


def _check_home(settings: Settings, list_id: str) -> None:
    if describe_list(list_id).sample != settings.samples:
        raise QueryError(
            f"{list_id} does not belong here.",
            where=str(settings.folder),
            advice=f"Samples and real lists never mix: give --samples for {SAMPLE_LIST}, and only for it.",
        )


def _check_no_samples(settings: Settings) -> None:
    if settings.samples:
        raise QueryError(
            "The samples come with Ostiary.",
            advice=f"Leave out --samples; or name the list and a file: ostiary update {SAMPLE_LIST} --from FILE.",
        )
