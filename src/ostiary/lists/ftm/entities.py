"""One line of a FollowTheMoney data set: an entity, checked."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from ostiary.lists.audit import Audit
from ostiary.lists.nodes import Node
from ostiary.model.errors import ForeignListError, ListFileError

#: Topics of those who are designated; ``sanction.linked`` and the like are of others.
_DESIGNATED: Final = frozenset({"sanction", "sanction.counter"})
#: Longer than any id in use.
_LONGEST_ID: Final = 200
_ID: Final = re.compile(rf"[^/\s\x00-\x1f]{{1,{_LONGEST_ID}}}")
_NEEDED: Final = frozenset({"id", "schema", "properties"})


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity as it stands in the file.

    Attributes:
        id: Its id in the data set.
        schema: What it is.
        properties: Property to values, as published.
        line: Its line, from 1.
        data_set: The first data set that it says it is of; empty if it says none.
    """

    id: str
    schema: str
    properties: Mapping[str, tuple[str, ...]]
    line: int
    data_set: str = ""

    @property
    def designated(self) -> bool:
        """Whether its topics say that it is designated itself."""
        return not _DESIGNATED.isdisjoint(self.properties.get("topics", ()))


def parse_entity(text: str, line: int, audit: Audit | None = None) -> Entity:
    """Return the entity of a line.

    Args:
        text: The line.
        line: Its number.
        audit: Told of fields that are not known.

    Raises:
        ForeignListError: It is no entity.
        ListFileError: It is damaged.
    """
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        if line == 1:
            raise _make_foreign() from error
        raise ListFileError(
            f"The line is no JSON: {error}.", where=f"line {line}", advice="Fetch the file again."
        ) from error
    if not isinstance(found, dict) or not found.keys() >= _NEEDED or not isinstance(found["properties"], dict):
        raise _make_foreign(line)
    if audit:
        audit.check(
            [Node("entity", {name: "" for name in found if name not in _NEEDED}, {}, {}, "")], f"line {line}"
        )
    return Entity(
        _need_id(found, line),
        _need_text(found, "schema", line),
        {str(prop): _need_texts(prop, values, line) for prop, values in found["properties"].items()},
        line,
        _find_data_set(found.get("datasets")),
    )


def _find_data_set(given: object) -> str:
    return str(given[0]) if isinstance(given, list) and given else ""


def _need_text(found: Mapping[str, Any], name: str, line: int) -> str:
    value = found[name]
    if not isinstance(value, str) or not value.strip():
        raise ListFileError(f"The entity has no {name}.", where=f"line {line}", advice="Fetch the file again.")
    return value


def _need_id(found: Mapping[str, Any], line: int) -> str:
    """Return the id, which becomes part of ours, where ``/`` and blanks have a meaning."""
    value = _need_text(found, "id", line)
    if not _ID.fullmatch(value):
        raise ListFileError(
            f"The id {value[:_LONGEST_ID]!r} holds a sign that an id must not hold, or is too long.",
            where=f"line {line}",
            advice="Fetch the file again, or report it.",
        )
    return value


def _need_texts(prop: str, values: object, line: int) -> tuple[str, ...]:
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise ListFileError(
            f"The values of {prop} are no list of texts.", where=f"line {line}", advice="Fetch the file again."
        )
    return tuple(value for value in map(str.strip, values) if value)


def _make_foreign(line: int = 1) -> ForeignListError:
    return ForeignListError(
        "This is no FollowTheMoney data set, one entity with id, schema and properties a line.",
        where=f"line {line}",
        advice="OpenSanctions offers it as entities.ftm.json.",
    )
