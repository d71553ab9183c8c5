"""The labelled pairs of names in the tables beside this file, and what the default profile makes of each.

``python -m tests.cases.labelled`` writes ``results.csv`` anew; see README.md here for what the labels mean.
"""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ostiary.screening import compare
from ostiary.screening.profiles import load_profile

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "results.csv"
_LABELS = {"true": True, "false": False, "": None}


@dataclass(frozen=True, slots=True)
class Case:
    """Two names and what a person says of them.

    Attributes:
        pair: Name of the table and number of the row in it, from 1: ``people_parts:12``.
        should_fire: Whether a filter should raise the one for the other; None: left open.
        same_entity: Whether both name one party.
        kind: The class of variation.
        source: Ids of the parties in the lists, or ``ours``.
    """

    pair: str
    names: tuple[str, str]
    schema: str
    should_fire: bool | None
    same_entity: bool
    kind: str
    source: str
    reason: str


def list_tables() -> list[Path]:
    """Return the tables of cases, in the order of their names."""
    return sorted(path for path in HERE.glob("*.csv") if path != RESULTS)


def read_cases() -> Iterator[Case]:
    """Yield the cases of all tables, in the order of the files."""
    for path in list_tables():
        with path.open(encoding="utf-8", newline="") as table:
            for number, row in enumerate(csv.DictReader(table), start=1):
                yield Case(
                    pair=f"{path.stem}:{number}",
                    names=(row["name1"], row["name2"]),
                    schema=row["schema"],
                    should_fire=_LABELS[row["should_fire"]],
                    same_entity=row["same_entity"] == "true",
                    kind=row["class"],
                    source=row["source"],
                    reason=row["reason"],
                )


def score_cases(cases: Iterable[Case]) -> dict[str, int]:
    """Return the points of each pair under the default profile."""
    return {case.pair: compare(*case.names, schema=case.schema).points for case in cases}


def render_results(points: dict[str, int]) -> str:
    """Return the content of ``results.csv``: a line per pair."""
    threshold = load_profile().threshold
    lines = (f"{pair},{found},{str(found >= threshold).lower()}\n" for pair, found in points.items())
    return "pair,points,fired\n" + "".join(lines)


if __name__ == "__main__":
    RESULTS.write_text(render_results(score_cases(read_cases())), encoding="utf-8")
