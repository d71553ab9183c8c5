"""What a class of variation is: a way in which a name is written other than it is listed."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from ostiary.names.analysis import NameClass

#: Returns a name altered, or None where the change does not apply to it. The same name and dice give the same.
Alter = Callable[[str, Random], str | None]

PEOPLE = (NameClass.PERSON,)
ORGANISATIONS = (NameClass.ORGANISATION,)
OBJECTS = (NameClass.OBJECT,)
ALL = tuple(NameClass)


@dataclass(frozen=True, slots=True)
class Variation:
    """A class of variation.

    Attributes:
        name: What it is called in a report.
        family: The module of its family.
        meaning: What is done to the name, in a sentence.
        alter: Does it.
        bearers: The kinds of bearer whose names it is tried on.
        single_edit: Whether exactly one letter is changed.
    """

    name: str
    family: str
    meaning: str
    alter: Alter
    bearers: tuple[NameClass, ...] = ALL
    single_edit: bool = False


def alter_name(variation: Variation, name: str, seed: int) -> str | None:
    """Return a name altered, or None where the change does not apply or changes nothing.

    Args:
        variation: The class.
        name: As listed.
        seed: The same seed gives the same altered name on any machine.
    """
    dice = Random(f"{seed}|{variation.name}|{name}")  # noqa: S311 - a test that can be repeated, no secret
    altered = variation.alter(name, dice)
    return altered if altered and altered != name else None
