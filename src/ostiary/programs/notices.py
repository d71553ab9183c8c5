"""Which notices concern a party, as far as they were known at some dates."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import combinations

from ostiary.model.notices import Conflict, Matter, Notice
from ostiary.programs.notice_files import NoticeFile, read_notice_file

_FOLDER = files("ostiary.programs").joinpath("data/notices")


@dataclass(frozen=True, slots=True)
class NoticeDates:
    """From whose point of view notices are asked for; None stands for now.

    Attributes:
        valid_on: Only what had been done by this day.
        known_at: Only what had been published by this day.
        recorded_on: Only what we had checked by this day.
    """

    valid_on: date | None = None
    known_at: date | None = None
    recorded_on: date | None = None

    def cut(self, notice: Notice) -> Notice:
        """Return a notice with the sources that were public: what came later is not told of a day before."""
        public = (one for one in notice.sources if self.known_at is None or one.published <= self.known_at)
        return replace(notice, sources=tuple(public))

    def admits(self, notice: Notice) -> bool:
        """Whether a notice counts: each notice counts from its own dates on."""
        return (
            (self.valid_on is None or notice.day <= self.valid_on)
            and (self.known_at is None or notice.published <= self.known_at)
            and (self.recorded_on is None or notice.checked <= self.recorded_on)
        )


@dataclass(frozen=True, slots=True)
class NoticeRecord:
    """What the notices say of some parties.

    Attributes:
        notices: Those outside of any matter, the first one first.
        matters: Accusations, rewards and disputes with their history, up to the dates asked for.
        conflicts: Notices that cannot both be right.
    """

    notices: tuple[Notice, ...] = ()
    matters: tuple[Matter, ...] = ()
    conflicts: tuple[Conflict, ...] = ()

    @property
    def all(self) -> Iterator[Notice]:
        """Every notice, those of the matters too."""
        yield from self.notices
        for matter in self.matters:
            yield from matter.notices


@cache
def load_notice_files() -> tuple[NoticeFile, ...]:
    """Return all files of notices, by name.

    Raises:
        InputError: One of them does not fit the schema.
    """
    found = sorted((entry.name, entry) for entry in _FOLDER.iterdir() if entry.name.endswith(".yml"))
    return tuple(read_notice_file(name.removesuffix(".yml"), entry.read_text("utf-8")) for name, entry in found)


def find_notices(
    parties: Collection[str], asked: NoticeDates | None = None, among: Iterable[NoticeFile] | None = None
) -> NoticeRecord:
    """Return what the notices say of some parties.

    Args:
        parties: Ids of listings, by list number (``us_ofac:22790``).
        asked: Which notices count; None: all.
        among: The files; None: those that come with this release.
    """
    asked = asked or NoticeDates()
    wanted = frozenset(parties)
    book = tuple(load_notice_files() if among is None else among)
    notices = [
        asked.cut(one)
        for file in book
        for one in file.notices
        if wanted & frozenset(one.parties) and asked.admits(one)
    ]
    notices.sort(key=lambda one: (one.day, one.id))
    matters = tuple(_cut_matters((one for file in book for one in file.matters), wanted, asked))
    return NoticeRecord(tuple(notices), matters, tuple(_find_conflicts(notices, matters, wanted)))


def _cut_matters(matters: Iterable[Matter], wanted: frozenset[str], asked: NoticeDates) -> Iterator[Matter]:
    for matter in matters:
        if wanted & frozenset(matter.parties) and (
            known := tuple(asked.cut(one) for one in matter.notices if asked.admits(one))
        ):
            whole = len(known) == len(matter.notices)
            # What could not be found out of its end is said of the whole, not of a day before.
            yield replace(matter, notices=known, unverified=matter.unverified if whole else "")


def _find_conflicts(
    notices: Iterable[Notice], matters: Iterable[Matter], wanted: frozenset[str]
) -> Iterator[Conflict]:
    dated = [one for one in notices if one.kind in {"designation", "delisting"}]
    for left, right in combinations(dated, 2):
        shared = sorted(frozenset(left.programs) & frozenset(right.programs))
        same = wanted & frozenset(left.parties) & frozenset(right.parties)
        if same and shared and left.kind == right.kind and left.day != right.day:
            yield Conflict(f"day of the {left.kind} under {', '.join(shared)}", describe(left), describe(right))
    for matter in matters:
        for left, right in combinations(matter.notices, 2):
            if left.period == right.period and left.step == right.step and left.amount != right.amount:
                yield Conflict(f"amount of: {matter.title}", describe(left), describe(right))


def describe(notice: Notice) -> str:
    """Return a notice in a line: day, amount, who, and on what paper."""
    amount = f", {notice.currency} {notice.amount:,}" if notice.amount else ""
    papers = "; ".join(source.citation for source in notice.sources)
    return f"{notice.period}{amount}, {notice.by} ({papers})"
