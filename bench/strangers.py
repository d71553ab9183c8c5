"""People who are on no list: every hit on one of them is false. Alerts per 1,000 names, by matcher."""

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
from listed import ListedNames, fold_words
from measures import SEED, Floats
from rapidfuzz import fuzz, process

from ostiary.model.queries import Query, collect_batch
from ostiary.model.validation import Share
from ostiary.screening import Engine

FILES = ("us_congress_persons.csv", "not_listed_us.csv", "not_listed_global.csv")
#: Candidates that logic-v2 is given per name: the nearest by either ratio. Fewer can only lower its false alerts.
CANDIDATES = 20
#: Names per block: progress is told after each.
BLOCK = 200
#: Told how many names are done.
Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class StrangerResult:
    """False alerts of one matcher over one file.

    Attributes:
        fields: ``name only`` or ``all fields``.
        names: How many were screened.
        alerts: Names with at least one hit.
    """

    file: str
    fields: str
    matcher: str
    names: int
    alerts: int

    @property
    def share(self) -> Share:
        """Names with an alert, of all, with the interval of that share."""
        return Share(self.alerts, self.names)


def read_strangers(path: Path, sample: int = 0) -> list[Query]:
    """Return the people of a file as queries with all fields, or a seeded sample of them."""
    with path.open(encoding="utf-8", newline="") as table:
        people = [
            Query(
                id=f"{path.stem}/{number}",
                names=(row["full_name"],),
                schema="Person",
                birth_dates=tuple(filter(None, (row["date_of_birth"],))),
                nationalities=tuple(filter(None, (row["nationality"],))),
                birth_places=tuple(filter(None, (row["place_of_birth"],))),
                gender=row["gender"],
            )
            for number, row in enumerate(csv.DictReader(table), start=1)
        ]
    return Random(SEED).sample(people, sample) if 0 < sample < len(people) else people  # noqa: S311 - a sample


def keep_names(people: Sequence[Query]) -> list[Query]:
    """Return the queries without anything but names."""
    return [Query(id=person.id, names=person.names, schema=person.schema) for person in people]


def find_ours(engine: Engine, people: Sequence[Query], progress: Progress) -> list[tuple[str, ...]]:
    """Return the parties that Ostiary raises for each."""
    found: list[tuple[str, ...]] = []
    for start in range(0, len(people), BLOCK):
        block = people[start : start + BLOCK]
        screenings = engine.screen_batch(collect_batch(block))
        found.extend(tuple(hit.party_id for hit in screening) for screening in screenings)
        progress(len(block))
    return found


def measure_ratios(names: ListedNames, people: Sequence[Query], progress: Progress) -> Floats:
    """Return, per person, the best token_sort_ratio (0 to 1) over all strong names of listed persons."""
    listed = [fold_words(names.texts[at]) for at in _strong_persons(names)]
    best = []
    for start in range(0, len(people), BLOCK):
        block = [fold_words(person.names[0]) for person in people[start : start + BLOCK]]
        best.append(process.cdist(block, listed, scorer=fuzz.ratio, workers=-1, dtype=np.float32).max(axis=1))
        progress(len(block))
    return np.concatenate(best).astype(np.float64) / 100


def _strong_persons(names: ListedNames) -> list[int]:
    return [at for at in range(len(names)) if names.strong[at] and names.schemas[at] == "Person"]


def preselect(names: ListedNames, people: Sequence[Query]) -> list[tuple[str, ...]]:
    """Return for each person the listed persons with the nearest names, by whole or by shared words."""
    rows = [at for at in range(len(names)) if names.schemas[at] == "Person"]
    listed = [fold_words(names.texts[at]) for at in rows]
    chosen: list[tuple[str, ...]] = []
    for start in range(0, len(people), BLOCK):
        block = [fold_words(person.names[0]) for person in people[start : start + BLOCK]]
        near = np.maximum(
            *(
                process.cdist(block, listed, scorer=scorer, workers=-1, dtype=np.float32)
                for scorer in (fuzz.ratio, fuzz.token_set_ratio)
            )
        )
        most = min(4 * CANDIDATES, len(rows) - 1)
        order = np.argpartition(-near, most, axis=1)[:, :most]
        for at, row in enumerate(order):
            ranked = sorted(row, key=lambda column, at=at: -near[at, column])  # type: ignore[misc]  # bound at once
            chosen.append(tuple(dict.fromkeys(names.parties[rows[column]] for column in ranked))[:CANDIDATES])
    return chosen
