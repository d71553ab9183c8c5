"""The page on one program, or a small family of them, as its file says it: ``data/programs/<id>.yml``."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import get_args

from ostiary.model.programs import Citation, EventKind, Instrument, LegalEvent
from ostiary.programs.citations import load_citations
from ostiary.programs.points import TaggedPoint, find_citations, read_points
from ostiary.programs.tables import DATA
from ostiary.programs.yaml_fields import Fields, read_fields


@dataclass(frozen=True, slots=True)
class TaggedInstrument:
    """An instrument, and the tags of its file that alone rest on it; none: all."""

    instrument: Instrument
    only: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProgramFile:
    """What one file says.

    Attributes:
        titles: Tag to what the program is called.
        authority: Whose acts designate under it.
        instruments: What it rests on.
        points: What is said of it, its own before what it shares with others.
        includes: The files of provisions that it shares with other programs.
    """

    titles: Mapping[str, str]
    authority: str
    instruments: tuple[TaggedInstrument, ...]
    points: tuple[TaggedPoint, ...]
    includes: tuple[str, ...]


@cache
def load_program_file(program: str) -> ProgramFile:
    """Return the page of a program, with the provisions that it shares with others.

    Args:
        program: Its id, as the table of tags names it.

    Raises:
        InputError: The file breaks the rules of docs/programs.md; file and field are named.
    """
    read = read_program_file(
        f"{program}.yml",
        DATA.joinpath("programs", f"{program}.yml").read_text(encoding="utf-8"),
        load_citations(),
    )
    shared = tuple(point for name in read.includes for point in load_provisions(name))
    return ProgramFile(read.titles, read.authority, read.instruments, read.points + shared, read.includes)


@cache
def load_provisions(name: str) -> tuple[TaggedPoint, ...]:
    """Return the points that several programs share: ``data/provisions/<name>.yml``.

    Raises:
        InputError: As for :func:`load_program_file`.
    """
    text = DATA.joinpath("provisions", f"{name}.yml").read_text(encoding="utf-8")
    fields = read_fields(f"provisions/{name}.yml", text)
    fields.text("about")
    points = tuple(read_points(fields, load_citations()))
    fields.finish()
    return points


def read_program_file(name: str, text: str, known: Mapping[str, Citation]) -> ProgramFile:
    """Return what a file says, without the provisions that it includes.

    Args:
        name: The file, for errors.
        text: YAML.
        known: What can be cited, by key.

    Raises:
        InputError: As for :func:`load_program_file`.
    """
    fields = read_fields(name, text)
    found = ProgramFile(
        titles=dict(_read_titles(fields)),
        authority=fields.text("authority"),
        instruments=tuple(_read_instruments(fields, known)),
        points=tuple(read_points(fields, known)),
        includes=fields.texts("includes", ()),
    )
    fields.finish()
    _check_tags(fields, found)
    if not any(one.point.aspect == "effect" for one in found.points):
        raise fields.fault("effect", "is absent")
    return found


def _read_titles(fields: Fields) -> Iterator[tuple[str, str]]:
    for tag, child in fields.named("tags"):
        yield tag, child.text("title")
        child.finish()


def _read_instruments(fields: Fields, known: Mapping[str, Citation]) -> Iterator[TaggedInstrument]:
    for child in fields.children("instruments"):
        (citation,) = find_citations(child, "cite", known)[:1]
        events = tuple(map(_read_event, child.children("events")))
        if list(events) != sorted(events, key=attrgetter("date")):
            raise child.fault("events", "is not in the order of its dates")
        only = child.texts("only", ())
        child.finish()
        yield TaggedInstrument(Instrument(citation, events), only)


def _read_event(fields: Fields) -> LegalEvent:
    kinds: tuple[EventKind, ...] = get_args(EventKind)
    kind = next((one for one in kinds if fields.has(one)), None)
    if kind is None:
        raise fields.fault("event", f"is none of: {', '.join(kinds)}")
    event = LegalEvent(kind, fields.day(kind), fields.text("by", ""))
    fields.finish()
    return event


def _check_tags(fields: Fields, found: ProgramFile) -> None:
    if not found.titles:
        raise fields.fault("tags", "is absent")
    limited = (*(one.only for one in found.instruments), *(one.only for one in found.points))
    if wrong := next((tag for only in limited for tag in only if tag not in found.titles), ""):
        raise fields.fault("only", f"names {wrong!r}, which is no tag of this file")
