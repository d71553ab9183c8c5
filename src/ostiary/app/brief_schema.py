"""The JSON schema of a brief (draft 2020-12), and its description for people: both from ``brief_fields.yml``."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, get_args

import yaml

from ostiary.app.brief_json import FORM
from ostiary.model import briefs, claims, reports

_DRAFT = "https://json-schema.org/draft/2020-12/schema"

_PLAIN: dict[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "count": {"type": "integer", "minimum": 0},
    "yes or no": {"type": "boolean"},
    "day": {"type": "string", "format": "date"},
    "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
    "form": {"const": FORM},
}


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an object: its name, its type as the table writes it, its meaning."""

    name: str
    type: str
    says: str


@dataclass(frozen=True, slots=True)
class Object:
    """One object of the form: its name, its meaning, its fields in order."""

    name: str
    says: str
    fields: tuple[Field, ...]


@cache
def read_objects() -> tuple[Object, ...]:
    """Return the objects of the form, the whole brief first."""
    table = yaml.safe_load(files("ostiary.app").joinpath("data/brief_fields.yml").read_text("utf-8"))
    return tuple(
        Object(name, entry["says"], tuple(Field(field, *value) for field, value in entry["fields"].items()))
        for name, entry in table.items()
    )


def make_schema() -> dict[str, Any]:
    """Return the JSON schema of what :func:`~ostiary.app.brief_json.brief_to_json` returns."""
    definitions = {each.name: _define(each) for each in read_objects()}
    definitions["chain"] = {"type": "array", "items": {"$ref": "#/$defs/link"}}
    head = {"$schema": _DRAFT, "$id": f"urn:ostiary:{FORM.replace('/', ':')}", "title": "A brief of Ostiary"}
    return head | {"$ref": "#/$defs/brief", "$defs": definitions}


def _define(each: Object) -> dict[str, Any]:
    return {
        "description": each.says,
        "type": "object",
        "properties": {field.name: _type(field.type) | {"description": field.says} for field in each.fields},
        "required": [field.name for field in each.fields],
        "additionalProperties": False,
    }


def _type(written: str) -> dict[str, Any]:
    if written.endswith(" or null"):
        return {"anyOf": [_type(written.removesuffix(" or null")), {"type": "null"}]}
    if written.startswith("list of "):
        return {"type": "array", "items": _type(written.removeprefix("list of "))}
    if written in _PLAIN:
        return _PLAIN[written]
    return {"enum": list(words)} if (words := _find_words(written)) else {"$ref": f"#/$defs/{written}"}


def _find_words(name: str) -> tuple[str, ...]:
    """Return the words that a type of the model admits, or nothing if the name is no such type."""
    found = next((getattr(module, name) for module in (reports, claims, briefs) if hasattr(module, name)), None)
    return get_args(found)


def describe_fields() -> Iterator[str]:
    """Yield the lines, in Markdown, that describe every object and field."""
    for each in read_objects():
        yield from (f"### {each.name}", "", each.says, "", "| field | type | what it holds |", "|---|---|---|")
        yield from (f"| `{field.name}` | {_explain(field.type)} | {field.says} |" for field in each.fields)
        yield ""


def _explain(written: str) -> str:
    words = _find_words(written)
    return ", ".join(f"`{word}`" for word in words) if words else written
