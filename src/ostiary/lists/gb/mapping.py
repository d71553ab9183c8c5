"""How the words of the British lists become ours: ``mapping.yml`` as an object."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Mapping:
    """The words of the two lists and our names for them.

    Attributes:
        ofsi_columns: Columns of every form of OFSI's list to columns of the UK Sanctions List.
        ofsi_columns_29: The same for the columns that only its older form has.
        ofsi_columns_36: The same for the columns that only its newer form has.
        ofsi_labels: Labels within OFSI's further information to columns of the UK Sanctions List.
        list_columns: Columns of the UK Sanctions List.
        json_fields: Fields of the lines of JSON made of it to its columns.
        schemas: Type of party to FollowTheMoney schema.
        name_types: Type of name to kind of alias.
        properties: Column to property.
        dates: Column to property with a date.
        documents: Type of document to the columns with its number and further information.
    """

    ofsi_columns: dict[str, str]
    ofsi_columns_29: dict[str, str]
    ofsi_columns_36: dict[str, str]
    ofsi_labels: dict[str, str]
    list_columns: tuple[str, ...]
    json_fields: dict[str, str]
    schemas: dict[str, str]
    name_types: dict[str, str]
    properties: dict[str, str]
    dates: dict[str, str]
    documents: dict[str, tuple[str, str]]


@cache
def load_mapping() -> Mapping:
    """Return the mapping that is part of the package."""
    text = files("ostiary.lists.gb").joinpath("mapping.yml").read_text(encoding="utf-8")
    fields: dict[str, Any] = yaml.safe_load(text)
    return Mapping(**fields)
