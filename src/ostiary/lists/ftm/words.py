"""The words of FollowTheMoney, from ``words.yml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class Words:
    """What schemas and properties become.

    Attributes:
        relations: Schema to the property that a relation starts from and the one that it points to.
        details: Schema to the property that names whom it tells of.
        names: Property to kind and quality of a name.
        dates: Properties that hold dates.
        schemas: Property to the schema that declares it.
        parts: Schema of what tells more of a party to its properties that have a name of ours.
    """

    relations: Mapping[str, tuple[str, str]]
    details: Mapping[str, str]
    names: Mapping[str, tuple[str, str]]
    dates: frozenset[str]
    schemas: Mapping[str, str]
    parts: Mapping[str, Mapping[str, str]]

    def qualify(self, prop: str) -> str:
        """Return a property with the schema that declares it."""
        return f"{self.schemas.get(prop, 'Thing')}.{prop}"


@cache
def load_words() -> Words:
    """Return the table."""
    given = yaml.safe_load(files("ostiary.lists.ftm").joinpath("words.yml").read_text(encoding="utf-8"))
    return Words(
        relations={schema: (start, end) for schema, (start, end) in given["relations"].items()},
        details=given["details"],
        names={prop: (kind, quality) for prop, (kind, quality) in given["names"].items()},
        dates=frozenset(given["dates"]),
        schemas={prop: schema for schema, props in given["declared"].items() for prop in props},
        parts=given["parts"],
    )
