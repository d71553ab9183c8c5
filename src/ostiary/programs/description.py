"""What a tag of a list means in law on a day."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from ostiary.model.programs import Instrument, Program
from ostiary.programs.points import TaggedPoint
from ostiary.programs.program_files import ProgramFile, load_program_file
from ostiary.programs.tags import Tag, find_tag


def describe_program(tag: str, list_id: str, on: date | None = None) -> Program:
    """Return what a tag means in law on a day.

    A tag that we do not know, or have not described, is an answer too: see :attr:`Program.standing`.

    Args:
        tag: As the list writes it (``SDGT``).
        list_id: The list: the EU's ``UKR`` is not another publisher's.
        on: The day; None: today.

    Raises:
        InputError: A file that describes it breaks the rules of docs/programs.md.
    """
    day = on or date.today()  # noqa: DTZ011 - a day in law is the reader's own
    found = find_tag(tag, list_id)
    if found is None:
        return Program(tag, list_id, "unknown", day)
    if not found.program:
        return _describe_shortly(found, list_id, day)
    return _describe(tag, list_id, day, load_program_file(found.program))


def _describe_shortly(tag: Tag, list_id: str, day: date) -> Program:
    instruments = (Instrument(tag.citation),) if tag.citation else ()
    return Program(tag.tag, list_id, "not yet described", day, authority=tag.authority, instruments=instruments)


def _describe(tag: str, list_id: str, day: date, file: ProgramFile) -> Program:
    points = [one for one in file.points if not one.only or tag in one.only]
    instruments = (one.instrument for one in file.instruments if not one.only or tag in one.only)
    began, ended = _find_span(points)
    return Program(
        tag=tag,
        list_id=list_id,
        standing="described",
        on=day,
        title=file.titles[tag],
        authority=file.authority,
        instruments=tuple(_trim(instruments, day)),
        # Of a program that had not begun, its limits and penalties would say what nobody had to heed.
        points=tuple(one.point for one in points if one.point.holds_on(day) and (not began or began <= day)),
        began=began,
        ended=ended if ended and ended <= day else None,
    )


def _trim(instruments: Iterator[Instrument], day: date) -> Iterator[Instrument]:
    """Yield the instruments that there were on a day, with what had happened to them by then."""
    for one in instruments:
        events = tuple(event for event in one.events if event.date <= day)
        if events or not one.events:
            yield replace(one, events=events)


def _find_span(points: Sequence[TaggedPoint]) -> tuple[date | None, date | None]:
    """Return the first day with an effect, and the first without one again; None where no day is known."""
    effects = [one.point for one in points if one.point.aspect == "effect"]
    begins = [one.begins for one in effects]
    ends = [one.ends for one in effects]
    began = None if None in begins else min(filter(None, begins), default=None)
    ended = None if None in ends else max(filter(None, ends), default=None)
    return began, ended
