"""Locations: addresses, places of issue and countries, which features and documents point to."""

from collections.abc import Mapping
from dataclasses import dataclass

from ostiary.lists.nodes import Node
from ostiary.lists.us_ofac.context import Context
from ostiary.model.errors import ListFileError
from ostiary.model.vocabulary import ALSO_WRITTEN


@dataclass(frozen=True, slots=True)
class Location:
    """One location.

    Attributes:
        number: The list's own.
        parts: Property and value of each part, in reading order; a value in another script has the script's name
            behind the property (``Address.city:Japanese``).
        full: The parts and the country in one line.
        country: As published, or empty.
    """

    number: int
    parts: tuple[tuple[str, str], ...]
    full: str
    country: str


def read_location(node: Node, context: Context) -> Location:
    """Return the location of a ``Location`` element.

    Raises:
        ListFileError: It has no number, or points to a value that does not exist.
    """
    number = node.take_number("ID")
    country, area = _read_countries(node, context, number)
    values = _read_parts(node, context, number)
    parts = tuple(
        (prop, value) for prop in context.mapping.location_parts.values() for prop, value in values.get(prop, ())
    )
    shown = [value for prop, value in parts if ":" not in prop]
    # A place given as one text may be the country's name again.
    full = ", ".join(shown if country in shown else [*shown, country] if country else shown)
    return Location(number, parts, full or area, country or area)


def _read_countries(node: Node, context: Context, number: int) -> tuple[str, str]:
    """Return the country, and what stands for it where the list names only an area without one."""
    look_up = context.reference.look_up
    countries = [look_up("Country", child.take("CountryID")) for child in node.take_nodes("LocationCountry")]
    areas = [
        look_up("AreaCode description", child.take("AreaCodeID")) for child in node.take_nodes("LocationAreaCode")
    ]
    if countries and set(areas) - set(countries):
        context.audit.warn("an area code that is not the country's", f"Location {number}")
    return ", ".join(countries), ", ".join(areas)


def _read_parts(node: Node, context: Context, number: int) -> Mapping[str, list[tuple[str, str]]]:
    """Return for each property of an address its values, those in other scripts under names of their own."""
    found: dict[str, list[tuple[str, str]]] = {}
    for part in node.take_nodes("LocationPart"):
        kind = context.reference.look_up("LocPartType", part.take("LocPartTypeID"))
        prop = context.mapping.location_parts.get(kind)
        if prop is None:
            raise ListFileError(f"A location has a part of the unknown type {kind!r}.", where=f"Location {number}")
        for value in part.take_nodes("LocationPartValue"):
            found.setdefault(prop, []).append((_name_part(prop, value), value.take_leaf("Value")))
    return found


def _name_part(prop: str, value: Node) -> str:
    script = value.take_leaf("Comment")
    primary = value.take("Primary") == "true"
    if primary and not script:
        return prop
    return f"{prop}:{script or ALSO_WRITTEN}"
