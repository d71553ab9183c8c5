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
        extends: Schema of a party to the further ones that it takes properties from.
        references: Properties that point to another entity.
        parts: Schema of what tells more of a party to its properties that have a name of ours.
    """

    relations: Mapping[str, tuple[str, str]]
    details: Mapping[str, str]
    names: Mapping[str, tuple[str, str]]
    dates: frozenset[str]
    schemas: Mapping[str, str]
    extends: Mapping[str, tuple[str, ...]]
    references: frozenset[str]
    parts: Mapping[str, Mapping[str, str]]

    def qualify(self, prop: str) -> str:
        """Return a property with the schema that declares it."""
        return f"{self.schemas.get(prop, 'Thing')}.{prop}"

    def may_hold(self, schema: str, prop: str) -> bool:
        """Whether entities of a schema have a property that holds texts under this name."""
        declared = self.schemas.get(prop)
        return declared in {schema, "Thing", *self.extends.get(schema, ())} and prop not in self.references


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
        extends={schema: tuple(above) for schema, above in given["extends"].items()},
        references=frozenset(given["references"]),
        parts=given["parts"],
    )
