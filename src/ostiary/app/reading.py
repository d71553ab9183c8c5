"""Reports to a brief: what they say of designated parties, and on whose word."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from ostiary.app.opening import open_engine
from ostiary.app.settings import Settings
from ostiary.documents.source import read_report
from ostiary.index import IndexFacts
from ostiary.model.briefs import Brief
from ostiary.model.claims import Reading
from ostiary.model.errors import NotReadyError, OstiaryError, QueryError

#: Packages of the extra that reading needs.
_EXTRA = frozenset({"jinja2", "py3langid", "pypdf", "snowballstemmer", "trafilatura"})

Refuse = Callable[[Path, OstiaryError], None]


@dataclass(frozen=True, slots=True)
class Watch:
    """Who is told how far the reading is, and which files cannot be read.

    Attributes:
        move: Told how many files are done, and of how many.
        refuse: Told of a file that cannot be read; without it such a file ends the reading.
    """

    move: Callable[[int, int], None] | None = None
    refuse: Refuse | None = None


@dataclass(slots=True)
class _Found:
    """What has come of the files so far."""

    readings: list[Reading] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def read_reports(
    settings: Settings,
    paths: Sequence[Path],
    *,
    published: date | str | None = None,
    outlet: str = "",
    watch: Watch | None = None,
) -> Brief:
    """Return the brief over some reports.

    Args:
        settings: Where register and index are kept.
        paths: Text, HTML or PDF files, in the order in which they are to stand.
        published: The day they were published (``2025-08-09``), where they do not say so.
        outlet: Who published them, where they do not say so.
        watch: Who is told how far it is; the others are read if a file cannot be, and the brief remarks on it.

    Raises:
        NotReadyError: No list is recorded yet, or packages of the extra ``documents`` are not installed.
        QueryError: No file is given, or ``published`` is no day.
        ReportFileError: A file cannot be read, and nobody is told of such.
    """
    if not paths:
        raise QueryError("There is nothing to read.", advice="Give one or more files.")
    day = _read_day(published)
    with needing_extra():
        facts = open_engine(settings).index.facts
        found = _read_all(paths, day, outlet, watch or Watch())
        return _bring_together(facts, found)


def _read_day(given: date | str | None) -> date | None:
    if not isinstance(given, str):
        return given
    try:
        return date.fromisoformat(given) if given else None
    except ValueError as error:
        raise QueryError(f"{given!r} is no day.", where="published", advice="Write YYYY-MM-DD.") from error


def _read_all(paths: Sequence[Path], published: date | None, outlet: str, watch: Watch) -> _Found:
    found = _Found()
    for done, path in enumerate(paths, 1):
        try:
            found.readings.append(_read_one(path, f"r{len(found.readings) + 1}", published, outlet))
        except OstiaryError as error:
            if not watch.refuse:
                raise
            watch.refuse(path, error)
            found.refused.append(f"{path.name} was not read: {error.what}")
        if watch.move:
            watch.move(done, len(paths))
    return found


def _read_one(path: Path, report_id: str, published: date | None, outlet: str) -> Reading:
    return Reading(read_report(path, id=report_id, outlet=outlet, published=published))


def _bring_together(facts: IndexFacts, found: _Found) -> Brief:
    days = [reading.report.published for reading in found.readings if reading.report.published]
    return Brief(
        day=max(days, default=datetime.now(UTC).date()),
        readings=tuple(found.readings),
        list_versions=tuple(f"{version.list_id} {version.label}" for version in facts.versions),
        sample=facts.sample,
        remarks=tuple(found.refused),
    )


@contextmanager
def needing_extra() -> Iterator[None]:
    """Say, where a package of the extra ``documents`` is missing in the block, how it is installed.

    Raises:
        NotReadyError: One is missing.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _EXTRA:
            raise
        raise NotReadyError(
            f"Reading reports needs {error.name}, which is not installed.",
            advice="Run: pip install 'ostiary[documents]'",
        ) from error
