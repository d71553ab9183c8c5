"""The tables of this package: verbs and nouns of acts, programs, agencies, stages, words around parties."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ostiary.documents.dates.phrases import Phrases, make_phrases
from ostiary.documents.tables import read_table
from ostiary.model.claims import ReportedActKind

_PACKAGE = "ostiary.documents.acts"

Shape = Literal["base", "third", "past", "ing", "noun"]


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that may tell of an act.

    Attributes:
        act: Of which.
        shape: Form of the verb, or that it is a noun.
        base: The verb's dictionary form, or the noun.
        needs: What must stand with it, as in the tables.
    """

    act: ReportedActKind
    shape: Shape
    base: str
    needs: str


@dataclass(frozen=True, slots=True)
class Program:
    """A wording of a program.

    Attributes:
        tag: As the lists write it; empty for no program in particular.
        also: Another that it may be, or empty.
        of_us: Whether it is a program of the United States.
    """

    tag: str
    also: str
    of_us: bool


@dataclass(frozen=True, slots=True)
class Agency:
    """A body whose acts are told of.

    Attributes:
        list_start: Start of the ids of the lists that show its designations, or empty.
        instrument: What it publishes designations in, or empty.
        ordered: Whether orders are given to it.
    """

    list_start: str
    instrument: str
    ordered: bool


_SHAPES: tuple[Shape, ...] = ("past", "base", "third", "ing")


@cache
def triggers() -> Mapping[str, tuple[Trigger, ...]]:
    """Return for each word form the acts that it may tell of; ``charges`` may be verb and noun."""
    found: dict[str, list[Trigger]] = {}
    for row in read_table("act_verbs.csv", _PACKAGE):
        for shape in _SHAPES:
            for form in filter(None, row[shape].split("|")):
                several = found.setdefault(form, [])
                if all(other.base != row["base"] for other in several):
                    several.append(_trigger(row, shape, row["base"]))
    for row in read_table("act_nouns.csv", _PACKAGE):
        found.setdefault(row["noun"], []).append(_trigger(row, "noun", row["noun"]))
    return {form: tuple(several) for form, several in found.items()}


def _trigger(row: Mapping[str, str], shape: Shape, base: str) -> Trigger:
    return Trigger(row["act"], shape, base, row["needs"])  # type: ignore[arg-type] # a test holds the table to the kinds


@cache
def program_phrases() -> Phrases[Program]:
    """Return the wordings of programs."""
    rows = read_table("programs.csv", _PACKAGE)
    return make_phrases((row["phrase"], Program(row["program"], row["also"], bool(row["us"]))) for row in rows)


@cache
def programs_by_tag() -> Mapping[str, Program]:
    """Return the programs that a wording stands for, by their tag."""
    rows = read_table("programs.csv", _PACKAGE)
    return {
        row["program"]: Program(row["program"], row["also"], bool(row["us"])) for row in rows if row["program"]
    }


@cache
def list_phrases() -> Phrases[str]:
    """Return what lists of designated parties are called, with the tag of the program that the name tells."""
    return make_phrases((row["phrase"], row["program"]) for row in read_table("list_phrases.csv", _PACKAGE))


@cache
def agency_phrases() -> Phrases[Agency]:
    """Return what the bodies are called whose acts are told of."""
    rows = read_table("agencies.csv", _PACKAGE)
    return make_phrases(
        (row["phrase"], Agency(row["list"], row["instrument"], bool(row["ordered"]))) for row in rows
    )


@cache
def instruments() -> Mapping[str, tuple[str, str]]:
    """Return for acts that are not listed how they are published, after the start of list ids it holds for."""
    rows = read_table("instruments.csv", _PACKAGE)
    return {row["kind"]: (row["list"], row["published"]) for row in rows}


@cache
def stages() -> Mapping[str, str]:
    """Return how far a word says that what follows it went."""
    return {row["word"]: row["stage"] for row in read_table("stages.csv", _PACKAGE)}


@cache
def auxiliaries() -> Mapping[str, str]:
    """Return the words that belong to a verb before it, and what each adds."""
    return {row["word"]: row["sort"] for row in read_table("auxiliaries.csv", _PACKAGE)}


@cache
def object_words(role: str) -> frozenset[str]:
    """Return the words that play a role around a party."""
    return frozenset(row["word"] for row in read_table("object_words.csv", _PACKAGE) if row["role"] == role)
