"""Values and entities as FollowTheMoney has them: ids, dates, countries, sexes.

https://followthemoney.tech/explorer/types
"""

import re
from collections.abc import Callable
from typing import Any, Final

from ostiary.lists.ftm.words import load_words
from ostiary.model.errors import InputError
from ostiary.model.periods import parse_period

Entity = dict[str, Any]
#: Returns the ISO code of a country as a list calls it; empty if nothing knows it.
FindCountry = Callable[[str], str]
_COUNTRIES: Final = frozenset(
    {"nationality", "citizenship", "country", "jurisdiction", "mainCountry", "flag", "pastFlags", "birthCountry"}
)
_SEXES: Final = {"m": "male", "male": "male", "f": "female", "female": "female"}
_NOT_IN_IDS: Final = re.compile(r"[^A-Za-z0-9.-]")


def make_entity_id(subject: str) -> str:
    """Return the id of a party or part as FollowTheMoney has ids: letters, digits, dots and hyphens."""
    return _NOT_IN_IDS.sub("-", subject.replace("/", "."))


def make_entity(subject: str, schema: str, /, **properties: list[str]) -> Entity:
    """Return an entity, without properties and values that are empty, and each value of one once."""
    filled = {name: list(dict.fromkeys(filter(None, values))) for name, values in properties.items()}
    return {
        "id": make_entity_id(subject),
        "schema": schema,
        "properties": {name: values for name, values in filled.items() if values},
    }


def convert(name: str, value: str, find_country: FindCountry) -> str:
    """Return a value of a property as FollowTheMoney has it; empty if it cannot hold it."""
    if name in _COUNTRIES:
        return find_country(value)
    if name == "gender":
        return _SEXES.get(value.lower(), "")
    return find_prefix(value) if name in load_words().dates else value


def find_prefix(text: str) -> str:
    """Return the longest beginning of an ISO date that all days of a date in EDTF share, if any."""
    try:
        period = parse_period(text)
    except InputError:
        return ""
    first, last = period.first.isoformat(), period.last.isoformat()
    if first == last:
        return first
    return first[:7] if first[:7] == last[:7] else first[:4] if first[:4] == last[:4] else ""
