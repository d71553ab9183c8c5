"""People of the UN list whose names or birth dates were altered: who still finds them?"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from judged import Judgements
from strangers import keep_names

from ostiary.model.parties import Party
from ostiary.model.queries import Query
from ostiary.model.validation import Share
from ostiary.screening import Engine

FILE = "un_persons_altered.csv"
#: Hits asked for: more than any name has.
LIMIT = 100


@dataclass(frozen=True, slots=True)
class Altered:
    """One listed person under altered facts.

    Attributes:
        party: The listed party.
        query: What is asked.
        name_differs: Whether the name is another than the listed one.
        date_differs: Whether the birth date is.
    """

    party: str
    query: Query
    name_differs: bool
    date_differs: bool


@dataclass(frozen=True, slots=True)
class AlteredResult:
    """How many one matcher finds.

    Attributes:
        part: Which of the people.
        fields: ``name only`` or ``all fields``.
        matcher: Whose figures.
        found: How many, of how many.
        missed: The altered names that do not find their party.
    """

    part: str
    fields: str
    matcher: str
    found: Share
    missed: tuple[str, ...]


def read_altered(path: Path, parties: Sequence[Party]) -> tuple[list[Altered], list[str]]:
    """Return the people that the list has, and the numbers of those that it has not."""
    numbers = {number: party.id for party in parties for entry in party.entries for number in entry.numbers}
    with path.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    found = [(at, row, numbers.get(row["un_reference_number"], "")) for at, row in enumerate(rows, 1)]
    absent = [row["un_reference_number"] for _, row, party in found if not party]
    return [_read_row(at, row, party) for at, row, party in found if party], absent


def _read_row(number: int, row: Mapping[str, str], party: str) -> Altered:
    query = Query(
        id=f"altered/{number}",
        names=(row["altered_name"],),
        schema="Person",
        birth_dates=tuple(filter(None, (row["altered_date_of_birth"],))),
        nationalities=tuple(filter(None, (row["nationality"],))),
        birth_places=tuple(filter(None, (row["place_of_birth"],))),
    )
    name_differs = row["altered_name"].strip() != row["listed_name"].strip()
    return Altered(party, query, name_differs, row["altered_date_of_birth"] != row["date_of_birth"])


def measure_altered(people: Sequence[Altered], engine: Engine, judgements: Judgements) -> list[AlteredResult]:
    """Return how many of the altered people each matcher finds."""
    results = []
    for fields in ("name only", "all fields"):
        ours = {one.query.id: _find_ours(one, engine, alone=fields == "name only") for one in people}
        theirs = {
            one.query.id: bool(judgements.find_raised(one.query, (one.party,), alone=fields == "name only"))
            for one in people
        }
        for matcher, found in (("ostiary", ours), ("logic-v2", theirs)):
            results += list(_sum_up(people, found, fields, matcher))
    return sorted(results, key=lambda result: (result.part, result.fields))


def _find_ours(one: Altered, engine: Engine, *, alone: bool) -> bool:
    query = keep_names([one.query])[0] if alone else one.query
    return any(hit.party_id == one.party for hit in engine.screen(query, limit=LIMIT))


def _sum_up(
    people: Sequence[Altered], found: Mapping[str, bool], fields: str, matcher: str
) -> Iterator[AlteredResult]:
    parts = {
        "all": list(people),
        "name altered": [one for one in people if one.name_differs],
        "date altered": [one for one in people if one.date_differs],
    }
    for part, members in parts.items():
        missed = tuple(one.query.names[0] for one in members if not found[one.query.id])
        yield AlteredResult(part, fields, matcher, Share(len(members) - len(missed), len(members)), missed)
