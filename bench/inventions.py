"""Invented parties in the proportions of the real list: names, aliases, birth dates, documents, relations.

The words come from our own tables of given names and words of organisations, and from syllables. Nobody is meant.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from random import Random

SYLLABLES = tuple(start + vowel for start in "bdfghjklmnpqrstvwyz" for vowel in "aeiou")
#: Shares of the newest real list: person, entity, vessel, aircraft.
SHARES = {"4": 0.398, "3": 0.510, "1": 0.074, "2": 0.018}
PERSON, ENTITY, VESSEL, AIRCRAFT = SHARES
#: Further names per party, and the share of them that the real list calls weak.
FURTHER_NAMES = 1.64
WEAK = 0.144
SURNAMES = 30_000


@dataclass(frozen=True, slots=True)
class Name:
    """A written name: its parts as (number of the type, text), and whether it is weak."""

    parts: tuple[tuple[str, str], ...]
    weak: bool


@dataclass(frozen=True, slots=True)
class Invention:
    """An invented party.

    Attributes:
        number: Its number in the list.
        kind: Number of its party sub-type: one of :data:`SHARES`.
        names: The primary one first.
        born: Year, month, day; only the year of a vessel or aircraft is of no use and is left out.
        country: Index into the countries of the samples.
        documents: Numbers of its documents.
        related: Number of a party that it acts for, or 0.
        programs: How many of the programs it stands under.
    """

    number: int
    kind: str
    names: tuple[Name, ...]
    born: tuple[int, int, int]
    country: int
    documents: tuple[str, ...]
    related: int
    programs: int


def read_forms(table: str) -> list[str]:
    """Return all forms of one of our word tables, in its order."""
    text = (files("ostiary.names") / "data" / table).read_text(encoding="utf-8")
    return [form for row in csv.DictReader(text.splitlines()) for form in row["forms"].split("|")]


class Inventor:
    """Invents parties, the same ones for the same seed.

    Args:
        seed: Any number.
    """

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311 - invented parties are no secret
        self._given = [form.capitalize() for form in read_forms("given_names.csv") if len(form) > 2]
        self._words = [form.upper() for form in read_forms("organisation_words.csv") if len(form) > 3]
        self._surnames = sorted({self._invent_word() for _ in range(SURNAMES)})

    def invent_parties(self, count: int) -> Iterator[Invention]:
        """Give that many parties, numbered from 30,000."""
        for number in range(30_000, 30_000 + count):
            kind = self._random.choices(list(SHARES), weights=list(SHARES.values()))[0]
            yield Invention(
                number,
                kind,
                tuple(self._invent_names(kind)),
                (self._random.randint(1935, 2003), self._random.randint(1, 12), self._random.randint(1, 28)),
                self._random.randrange(1_000),
                tuple(f"{self._random.randrange(10**8):08}" for _ in range(self._random.choice((0, 1, 1, 2)))),
                self._random.randint(30_000, number) if number > 30_000 and self._random.random() < 0.45 else 0,
                self._random.choice((1, 1, 1, 2)),
            )

    def _invent_word(self) -> str:
        return "".join(self._random.choice(SYLLABLES) for _ in range(self._random.randint(2, 4))).upper()

    def _invent_names(self, kind: str) -> Iterator[Name]:
        yield Name(self._invent_parts(kind), weak=False)
        for _ in range(round(self._random.expovariate(1 / FURTHER_NAMES))):
            yield Name(self._invent_parts(kind), weak=self._random.random() < WEAK)

    def _invent_parts(self, kind: str) -> tuple[tuple[str, str], ...]:
        choose, surname = self._random.choice, self._random.choice(self._surnames)
        if kind == PERSON:
            middle = (("1522", choose(self._given)),) if self._random.random() < 0.4 else ()
            return (("1520", surname), ("1521", choose(self._given)), *middle)
        if kind == ENTITY:
            words = " ".join(choose(self._words) for _ in range(self._random.randint(1, 3)))
            return (("1525", f"{surname} {words} {choose(('LLC', 'LTD', 'S.A.', 'GMBH', 'OOO', 'CO'))}"),)
        return (
            (("1526", f"{surname} {self._random.randint(1, 30)}"),)
            if kind == VESSEL
            else (("1524", f"EP-{surname[:3]}"),)
        )
