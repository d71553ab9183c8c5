"""By which types of relations a list states ownership or control, and which end is the owner."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def owning_relations() -> Mapping[str, str]:
    """Return ``source`` or ``target``, the end that is the owner, by type as published (`data/relations.csv`)."""
    table = files("ostiary.ownership").joinpath("data", "relations.csv").read_text(encoding="utf-8")
    return {row["type"]: row["owner"] for row in csv.DictReader(table.splitlines())}
