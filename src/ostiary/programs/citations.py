"""What the pages on programs cite: each place once, with the day it was looked up and how far it was read."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Final, get_args

from ostiary.model.certainty import Certainty, Reading
from ostiary.model.errors import InputError
from ostiary.model.programs import Citation
from ostiary.programs.tables import read_table

#: How sure a statement can be at most that rests on a source read so far.
_SUREST: Final[Mapping[Reading, Certainty]] = {
    "text": "established",
    "account": "reported",
    "not read": "unverified",
}
#: How sure something is, the least sure first; what is disputed is another matter.
FROM_WEAKEST: Final[tuple[Certainty, ...]] = ("unverified", "reported", "established")
_READINGS: Final[Mapping[str, Reading]] = {one: one for one in get_args(Reading)}


@cache
def load_citations() -> Mapping[str, Citation]:
    """Return all places that are cited, by the key under which the files name them: ``data/citations.csv``.

    Raises:
        InputError: A row lacks what it needs, or two have one key.
    """
    rows = read_table("citations.csv")
    found = {row["key"]: read_citation(row, f"citations.csv, {row['key'] or 'a row'}") for row in rows}
    if len(found) < len(rows) or "" in found:
        raise InputError(
            "A key stands twice, or is absent.", where="citations.csv", advice="Give every row its own."
        )
    return MappingProxyType(found)


def read_citation(row: Mapping[str, str], where: str) -> Citation:
    """Return the place that a row of a table names.

    Args:
        row: Its cells by column.
        where: Table and row, for errors.

    Raises:
        InputError: It lacks the instrument, the day on which it was checked or how it was read, or its address is
            none.
    """
    try:
        checked, read = date.fromisoformat(row["checked"]), _READINGS[row["read"]]
    except (ValueError, KeyError) as error:
        advice = f"Fill 'checked' with a day, 'read' with one of: {', '.join(_READINGS)}."
        raise InputError(
            "It is not said when a source was checked, and how.", where=where, advice=advice
        ) from error
    if not row["instrument"]:
        raise InputError("The instrument is absent.", where=where, advice="Say what is cited.")
    if row["url"] and not row["url"].startswith("https://"):
        raise InputError(
            "The address does not begin with https://.", where=where, advice="Mend it, or leave it out."
        )
    return Citation(row["instrument"], row["section"], row["url"], checked, read)


def rate(citations: tuple[Citation, ...]) -> Certainty:
    """Return how sure a statement is that rests on these places: as the least read of them allows."""
    return min((_SUREST[one.read] for one in citations), key=FROM_WEAKEST.index)
