"""The day on which a report was published: what its lines say, which day is taken, what speaks against it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from ostiary.documents.source.blocks import Block
from ostiary.documents.source.datelines import read_dateline
from ostiary.documents.source.day_lines import Sort, read_day_line
from ostiary.documents.source.outlet_names import outlet_of_line
from ostiary.documents.source.plain_dates import PlainDate, find_plain_dates
from ostiary.model.reports import Zone

#: A dateline's day is that of writing: publication may follow so much later.
_WRITTEN_BEFORE = timedelta(days=3)
#: A file is made so soon after a dateline without a year that its year is the dateline's.
_MADE_AFTER = timedelta(days=60)
_LONGEST_SHOWN = 60
_RANKS = {"published": 0, "plain": 1, "opening": 2, "updated": 3}


@dataclass(frozen=True, slots=True)
class DayFound:
    """A day that a line of the report names.

    Attributes:
        day: What it may be.
        sort: What the line calls it; ``opening`` for the opening words of the report.
        words: The line, shortened.
    """

    day: PlainDate
    sort: Sort | Literal["opening"]
    words: str


@dataclass(frozen=True, slots=True)
class Own:
    """What a report's own lines say of it.

    Attributes:
        outlet: Who published it, or empty.
        outlet_from: Where it says so.
        days: The days that they name, the most telling first.
    """

    outlet: str = ""
    outlet_from: str = ""
    days: tuple[DayFound, ...] = ()


def read_own(blocks: Sequence[Block], zones: Sequence[Zone]) -> Own:
    """Return what the lines above a report, its opening words and the lines below it say of it."""
    first = next((number for number, zone in enumerate(zones) if zone.kind == "body"), len(zones))
    opening = read_dateline(blocks[first].text) if first < len(blocks) else None
    days = [*_days_beside(blocks, zones, first)]
    if opening and opening.day:
        days.append(DayFound(opening.day, "opening", _shorten(blocks[first].text[: opening.end])))
    days.sort(key=lambda each: _RANKS[each.sort])
    if opening and opening.outlet:
        return Own(opening.outlet, "the dateline", tuple(days))
    above = (_outlet_of(block, zone) for block, zone in zip(blocks[:first], zones, strict=False))
    return Own(next(filter(None, above), ""), "a line above the report", tuple(days))


def _outlet_of(block: Block, zone: Zone) -> str:
    """Return the outlet that a line above the report names, or an empty text."""
    if zone.kind == "byline":
        return outlet_of_line(block.text)
    line = read_day_line(block.text) if zone.kind == "dateline" else None
    return line.outlet if line else ""


def _days_beside(blocks: Sequence[Block], zones: Sequence[Zone], first: int) -> Iterator[DayFound]:
    """Yield the days of lines above the report, and of lines below that call a day that of publication."""
    for number, (block, zone) in enumerate(zip(blocks, zones, strict=True)):
        if zone.kind == "byline" and number < first:
            yield from (DayFound(day, "plain", _shorten(block.text)) for day in find_plain_dates(block.text)[:1])
        line = read_day_line(block.text) if zone.kind == "dateline" else None
        for day, sort in line.days if line else ():
            if number < first or sort != "plain":
                yield DayFound(day, sort, _shorten(block.text))


def _shorten(text: str) -> str:
    return text.strip() if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN].rstrip()}\u2026"


def choose_day(
    days: Sequence[DayFound], given: date | None, page: date | None, made: date | None
) -> tuple[date | None, tuple[str, ...]]:
    """Return the day on which a report was published, or None, and what a reader must know of it.

    Args:
        days: What its lines say, the most telling first.
        given: What the user said: it is taken.
        page: What the page's own fields say: it is taken next.
        made: The day on which the file was made or changed; never taken, but it can tell a dateline's year.
    """
    taken = given or page
    remarks: list[str] = []
    if given and page and given != page:
        remarks.append(f"The file says that it was published on {page}; {given} was given and is taken.")
    if taken is None:
        taken, why = _first_sure(days, made)
        remarks += why
    seen: set[str] = set()
    for each in days:
        said = _against(each, taken, timedelta() if given else _WRITTEN_BEFORE)
        if said and said not in seen:
            seen.add(said)
            remarks.append(said)
    if taken is None and made:
        remarks.append(f"The file was made on {made}; it does not say when the report was published.")
    return taken, tuple(remarks)


def _first_sure(days: Sequence[DayFound], made: date | None) -> tuple[date | None, list[str]]:
    for each in days:
        if each.day.sure:
            only = ", which says only when it was changed" if each.sort == "updated" else ""
            return each.day.sure, [
                f"The day of publication, {each.day.sure}, is taken from the line \u201c{each.words}\u201d{only}."
            ]
    for each in days:
        day = _day_before(each.day, made) if made and not each.day.days else None
        if day:
            words = f"the words \u201c{each.words}\u201d, with the year in which the file was made"
            return day, [f"The day of publication, {day}, is taken from {words}."]
    return None, []


def _day_before(found: PlainDate, made: date) -> date | None:
    """Return the day without a year that lies shortly before a file was made, or None."""
    near = (found.in_year(made.year - back) for back in (0, 1))
    return next((day for day in near if day and day <= made <= day + _MADE_AFTER), None)


def _against(found: DayFound, taken: date | None, later: timedelta) -> str:
    """Return what a line says against the day that was taken, or why it tells none; else an empty text.

    Args:
        found: The line's day.
        taken: The day taken, or None.
        later: So much later than its dateline a report may have been published.
    """
    line = f"The line \u201c{found.words}\u201d"
    if found.day.days:
        if taken is None:
            return f"{line} may mean {' or '.join(map(str, found.day.days))}: say which with --published."
        changed = found.sort == "updated" and max(found.day.days) >= taken
        if changed or _fits(found, found.day.days, taken, later):
            return ""
        return f"{line} says {' or '.join(map(str, found.day.days))}; {taken} is taken."
    if taken is None:
        return f"{line} has a day without a year: give the day of publication with --published."
    near = [day for step in (-1, 0, 1) if (day := found.day.in_year(taken.year + step))]
    if _fits(found, near, taken, later):
        return ""
    return f"{line} has another day of the year than {taken}, which is taken."


def _fits(found: DayFound, days: Sequence[date], taken: date, later: timedelta) -> bool:
    """Return whether one of some days is the day taken; a report may be written some days before."""
    return any(day <= taken <= day + (later if found.sort == "opening" else timedelta()) for day in days)
