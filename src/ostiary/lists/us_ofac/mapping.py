"""How the words of the SDN list become properties: ``mapping.yml`` as an object."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Mapping:
    """The words of the list and our names for them; keys are reference values as published.

    Attributes:
        namespace: Of the file's elements.
        version: Of the format, as the root states it.
        schemas: Party type or sub-type to FollowTheMoney schema.
        name_parts: Type of name part to its kind.
        location_parts: Type of location part to property, in the order in which an address is read.
        document_dates: Type of a document's date to property.
        address_feature: The feature that gives an address.
        wallet_prefix: How features begin that give a digital currency address; the currency follows.
        features: Every other feature to its property, per schema where it differs (``else`` for the rest).
        single_values: Reference value sets that hold one value only, and that value.
    """

    namespace: str
    version: str
    schemas: dict[str, str]
    name_parts: dict[str, str]
    location_parts: dict[str, str]
    document_dates: dict[str, str]
    address_feature: str
    wallet_prefix: str
    features: dict[str, str | dict[str, str]]
    single_values: dict[str, str]

    def choose_property(self, feature: str, schema: str) -> str:
        """Return the property of a feature for a party of a schema; empty if the feature is unknown."""
        found = self.features.get(feature, "")
        return found if isinstance(found, str) else found.get(schema, found["else"])


@cache
def load_mapping() -> Mapping:
    """Return the mapping that is part of the package."""
    text = files("ostiary.lists.us_ofac").joinpath("mapping.yml").read_text(encoding="utf-8")
    fields: dict[str, Any] = yaml.safe_load(text)
    return Mapping(**fields)
