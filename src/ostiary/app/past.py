"""The index of a day gone by: compiled from the register when first asked for, and kept."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from ostiary.app.collection import collect_rarely
from ostiary.app.dates import Dates
from ostiary.app.pipeline import Progress, check_index, choose_screened
from ostiary.app.settings import Settings, advise_start
from ostiary.app.whole_files import replace_file
from ostiary.index import open_index
from ostiary.index.compilation import choose_jobs, compile_index
from ostiary.model.errors import IndexFileError, NotFoundError, NotReadyError
from ostiary.model.parties import Party
from ostiary.model.statements import ListVersion
from ostiary.register import Register


def find_past_index(
    settings: Settings, register: Register, asked: Dates, progress: Progress | None = None
) -> Path:
    """Return the index file over what was known at some dates.

    A day in law without a day of publication means both: that day's lists, and of them what was in force.

    Args:
        settings: Where things are kept.
        register: The recorded versions.
        asked: The dates.
        progress: Told of parties done and in all while it is compiled.

    Raises:
        NotReadyError: No list is recorded.
        NotFoundError: No recorded version of any list is as old as that.
    """
    asked = settle_dates(asked)
    versions = choose_versions(settings, register, asked)
    path = settings.past_indexes / f"{_name_state(versions, asked)}.ostiary"
    if not _is_usable(path):
        _compile_past(register, versions, asked, path, progress)
    return path


def settle_dates(asked: Dates) -> Dates:
    """Return the dates with a day of publication: a day in law alone means that day's lists too."""
    return replace(asked, known_at=asked.valid_on) if asked.valid_on and asked.known_at is None else asked


def choose_versions(settings: Settings, register: Register, asked: Dates) -> tuple[ListVersion, ...]:
    """Return the version of each screened list that answers at some dates.

    Raises:
        NotReadyError: No list is recorded.
        NotFoundError: No recorded version of any list is as old as that.
    """
    newest = choose_screened(register)
    if not newest:
        raise NotReadyError(
            "No list is recorded yet.", where=str(settings.register_path), advice=advise_start(settings)
        )
    found = tuple(chain.from_iterable(_find_version(register, one.list_id, asked) for one in newest))
    if not found:
        first = min((register.versions(one.list_id)[0] for one in newest), key=lambda one: one.published)
        raise NotFoundError(
            "No version of any list was known by then.",
            where=str(asked),
            advice=f"The first one is {first.list_id} {first.label}, recorded here on {first.recorded:%Y-%m-%d}.",
        )
    return found


def find_unknown_lists(register: Register, asked: Dates) -> tuple[str, ...]:
    """Return the lists that are screened today and of which no recorded version is as old as some dates ask."""
    asked = settle_dates(asked)
    return tuple(
        one.list_id for one in choose_screened(register) if not any(_find_version(register, one.list_id, asked))
    )


def _find_version(register: Register, list_id: str, asked: Dates) -> Iterator[ListVersion]:
    try:
        yield register.state(list_id, known_at=asked.known_at, recorded_at=asked.recorded_at).version
    except NotFoundError:
        return


def _name_state(versions: Sequence[ListVersion], asked: Dates) -> str:
    said = [f"{one.list_id} {one.label} {one.content_digest}" for one in versions] + [str(asked.valid_on)]
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:16]


def _is_usable(path: Path) -> bool:
    try:
        open_index(path)
    except IndexFileError:
        return False
    return True


def _compile_past(
    register: Register, versions: Sequence[ListVersion], asked: Dates, path: Path, progress: Progress | None
) -> None:
    whole = sum(one.parties for one in versions)
    indexed: list[ListVersion] = []

    def give_parties() -> Iterator[Party]:
        for version in versions:
            in_force = 0
            for party in register.state(
                version.list_id, known_at=version.label, valid_on=asked.valid_on
            ).parties():
                in_force += 1
                yield party
            # Of a version only what was in force that day is indexed, and the count says so.
            indexed.append(replace(version, parties=in_force))

    with collect_rarely(), replace_file(path) as part:
        tell = (lambda done: progress(done, whole)) if progress else None
        compile_index(give_parties(), indexed, part, tell, jobs=choose_jobs(whole))
        check_index(part)
