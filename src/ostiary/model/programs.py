"""Programs: what a designation means in law on a day, and what it does not. Information, not legal advice.

Everything said of a law is a :class:`Point` with its sources, the day on which each was looked up, and how far
it was read.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ostiary.model.certainty import Certainty, Reading

#: What a point is about. ``after``: what goes on once the program has ended. ``limit``: what it does not do.
#: ``context``: other law that bears on force and arrest. ``mistaken`` and ``removal``: see :class:`Redress`.
Aspect = Literal[
    "effect",
    "grounds",
    "duty",
    "bound",
    "penalty",
    "immigration",
    "secondary",
    "licence",
    "limit",
    "context",
    "dispute",
    "after",
    "mistaken",
    "removal",
]

#: What happened to a law. ``effective``: it began to apply. ``amended``: by a later act.
EventKind = Literal["enacted", "signed", "adopted", "effective", "amended", "ended", "revoked"]

#: How far a tag is known: a page of its own, authority and instrument alone, or nothing.
Standing = Literal["described", "not yet described", "unknown"]


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a law or publication.

    Attributes:
        instrument: What it is called.
        section: Where it stands (``8 U.S.C. 1189(a)``), or the part of it that matters.
        url: Where it can be read, as text; or empty.
        checked: The day on which we last looked it up.
        read: How far it was read then.
    """

    instrument: str
    section: str
    url: str
    checked: date
    read: Reading

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.instrument, self.section)))


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that is said of a program.

    Attributes:
        aspect: What it is about.
        text: In our own words.
        citations: Where it stands; at least one.
        certainty: How sure that is: no surer than the least read of its citations.
        begins: First day on which it held; None: as long as the program.
        ends: First day on which it no longer held; None: it holds.
        by: Whose view it is; empty where nobody's in particular.
    """

    aspect: Aspect
    text: str
    citations: tuple[Citation, ...]
    certainty: Certainty
    begins: date | None = None
    ends: date | None = None
    by: str = ""

    def holds_on(self, day: date) -> bool:
        """Return whether it held on a day."""
        return (self.begins is None or self.begins <= day) and (self.ends is None or day < self.ends)


@dataclass(frozen=True, slots=True)
class LegalEvent:
    """What happened to an instrument on a day, and by which act if not by its own."""

    kind: EventKind
    date: date
    act: str = ""


@dataclass(frozen=True, slots=True)
class Instrument:
    """A law, order, resolution or regulation on which a program rests.

    Attributes:
        citation: What it is and where it stands.
        events: When it was signed, took effect, was amended, ended; by day.
    """

    citation: Citation
    events: tuple[LegalEvent, ...] = ()


@dataclass(frozen=True, slots=True)
class Program:
    """A legal regime under which parties are designated, as of a day.

    Attributes:
        tag: As the list writes it (``SDGT``).
        list_id: The list whose tag it is: the same letters may stand for something else on another.
        standing: How far it is known; of one not described only authority and instruments are given, if known.
        on: The day whose law this is.
        title: What it is called.
        authority: Whose acts designate under it.
        instruments: What it rests on, as far as there was any of it on the day.
        points: What is said of it, as far as it held on the day.
        began: First day on which it had an effect; None if that is not known.
        ended: First day on which it had none any more; None: it is in force, or that is not known.
    """

    tag: str
    list_id: str
    standing: Standing
    on: date
    title: str = ""
    authority: str = ""
    instruments: tuple[Instrument, ...] = ()
    points: tuple[Point, ...] = ()
    began: date | None = None
    ended: date | None = None

    def select(self, aspect: Aspect) -> Iterator[Point]:
        """Yield the points on one aspect, in the order of the file."""
        return (point for point in self.points if point.aspect == aspect)


@dataclass(frozen=True, slots=True)
class Redress:
    """How to object to a list.

    Attributes:
        authority: To whom.
        pointer: All in a line, for beside a hit.
        mistaken: How someone shows not to be the party listed.
        removal: How a listed party asks to be removed.
    """

    authority: str
    pointer: str
    mistaken: tuple[Point, ...] = ()
    removal: tuple[Point, ...] = ()
