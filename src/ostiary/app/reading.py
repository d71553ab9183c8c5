"""Reports to a brief: what they say of designated parties, and on whose word."""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO

from ostiary.app.brief_making import make_brief
from ostiary.app.dates import read_day
from ostiary.app.linking import open_screened_linking
from ostiary.app.opening import open_engine, use_register
from ostiary.app.read_names import list_listings, open_party_names
from ostiary.app.settings import Settings
from ostiary.documents.parties import PartyNames
from ostiary.documents.reading import read_document
from ostiary.documents.source import MOST_BYTES, read_report, report_from_bytes
from ostiary.identity.linking import Linking
from ostiary.index import Index
from ostiary.model.briefs import Brief
from ostiary.model.claims import Reading
from ostiary.model.errors import NotReadyError, OstiaryError, QueryError
from ostiary.model.reports import Report

#: Packages of the extra that reading needs.
_EXTRA = frozenset({"jinja2", "pypdf", "snowballstemmer", "trafilatura"})

#: A version that is older than this on the day of the listings is remarked on.
_OLD_DAYS = 30

#: Stands for standard input among the files.
STANDARD_INPUT = Path("-")

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


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one file after the other against the same names."""

    names: PartyNames
    published: date | None
    outlet: str
    stdin: BinaryIO | None

    def read(self, path: Path, report_id: str) -> Reading:
        return read_document(self._open(path, report_id), self.names)

    def _open(self, path: Path, report_id: str) -> Report:
        if self.stdin and path == STANDARD_INPUT:
            data = self.stdin.read(MOST_BYTES + 1)  # one more than may be, so that more is told of
            name = "standard input"
            return report_from_bytes(data, name, id=report_id, outlet=self.outlet, published=self.published)
        return read_report(path, id=report_id, outlet=self.outlet, published=self.published)


def read_reports(
    settings: Settings,
    paths: Sequence[Path],
    *,
    published: date | str | None = None,
    outlet: str = "",
    watch: Watch | None = None,
    stdin: BinaryIO | None = None,
) -> Brief:
    """Return the brief over some reports.

    Args:
        settings: Where register and index are kept.
        paths: Text, HTML or PDF files, in the order in which they are to stand.
        published: The day they were published (``2025-08-09``), where they do not say so.
        outlet: Who published them, where they do not say so.
        watch: Who is told how far it is; the others are read if a file cannot be, and the brief remarks on it.
        stdin: What the path ``-`` stands for; without it that is a file like any other.

    Raises:
        NotReadyError: No list is recorded yet, or packages of the extra ``documents`` are not installed.
        QueryError: No file is given, or ``published`` is no day, or one to come.
        ReportFileError: A file cannot be read, and nobody is told of such.
    """
    if not paths:
        raise QueryError("There is nothing to read.", advice="Give one or more files.")
    given = f"{published:%Y-%m-%d}" if isinstance(published, date) else published or ""
    day = read_day(given, "--published")
    with needing_extra():
        index = open_engine(settings).index
        versions = index.facts.versions
        linking = open_screened_linking(settings, ((one.list_id, one.content_digest) for one in versions))
        reader = _Reader(open_party_names(index, linking), day, outlet, stdin)
        found = _read_all(paths, reader, watch or Watch())
        return _bring_together(settings, index, linking, found)


def _read_all(paths: Sequence[Path], reader: _Reader, watch: Watch) -> _Found:
    found = _Found()
    for done, path in enumerate(paths, 1):
        try:
            found.readings.append(reader.read(path, f"r{len(found.readings) + 1}"))
        except OstiaryError as error:
            if not watch.refuse:
                raise
            watch.refuse(path, error)
            found.refused.append(f"{path.name} was not read: {error.what}")
        if watch.move:
            watch.move(done, len(paths))
    return found


def _bring_together(settings: Settings, index: Index, linking: Linking | None, found: _Found) -> Brief:
    days = {reading.report.published for reading in found.readings if reading.report.published}
    with use_register(settings) as register:
        day = max(days, default=datetime.now(UTC).date())
        brief = make_brief(found.readings, register, day, partial(list_listings, index, linking))
    return replace(
        brief,
        list_versions=tuple(f"{version.list_id} {version.label}" for version in index.facts.versions),
        sample=index.facts.sample,
        remarks=(
            *brief.remarks,
            *_remark_on_copies(found.readings),
            *_remark_on_days(days),
            *_remark_on_day(brief.day, index),
            *_remark_on_age(brief.day, index),
            *_remark_on_links(brief, index, linking),
            *found.refused,
        ),
    )


def _remark_on_copies(readings: Sequence[Reading]) -> Iterator[str]:
    """Yield which reports are the same file once more."""
    first: dict[str, str] = {}
    for report in (reading.report for reading in readings):
        if first.setdefault(report.digest, report.id) != report.id:
            yield f"{report.id} is the same file as {first[report.digest]}: it confirms nothing."


def _remark_on_days(days: Collection[date]) -> Iterator[str]:
    """Yield on which day listings are stated, where that is not simply the day of all reports."""
    if not days:
        yield "No report says when it was published: listings are those of today. --published DATE sets the day."
    elif len(days) > 1:
        yield "The reports are of several days: listings are those of the last one."


def _remark_on_day(day: date, index: Index) -> Iterator[str]:
    """Yield whose names are found where the newest version is later than the day of the reports."""
    newer = [one for one in index.facts.versions if one.label[:10] > day.isoformat()]
    if newer:
        told = ", ".join(f"{one.list_id} {one.label}" for one in newer)
        yield f"Names are those of {told}, and of parties that stood in an earlier version recorded here."


def _remark_on_links(brief: Brief, index: Index, linking: Linking | None) -> Iterator[str]:
    """Yield that listings of one party may be told as several, where nobody computed which are."""
    if linking is None and brief.parties and len(index.facts.versions) > 1:
        yield "Which listings are one party was not computed for these lists, so each stands alone: ostiary links."


def _remark_on_age(day: date, index: Index) -> Iterator[str]:
    """Yield which lists end long before the day on which listings are stated."""
    old = [
        f"{version.list_id} {version.label}"
        for version in index.facts.versions
        if (day - date.fromisoformat(version.label[: len("2025-01-01")])).days > _OLD_DAYS
    ]
    if old:
        yield f"Old on that day: {', '.join(old)}. What was listed or delisted since then is not known here."


@contextmanager
def needing_extra(what: str = "Reading reports") -> Iterator[None]:
    """Say, where a package of the extra ``documents`` is missing in the block, how it is installed.

    Args:
        what: What needs it.

    Raises:
        NotReadyError: One is missing.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _EXTRA:
            raise
        raise NotReadyError(
            f"{what} needs {error.name}, which is not installed.",
            advice="Run: pip install 'ostiary[documents]'",
        ) from error
