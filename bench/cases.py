"""How does the default profile do on the labelled pairs of tests/cases, by class of variation?

``python bench/cases.py`` prints for each class how many pairs should fire and do, and how many should not and do.
``--wrong CLASS`` lists the pairs of a class that are wrong, ``--worst`` the classes with most of them.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from ostiary.screening.profiles import load_profile

sys.path.append(str(Path(__file__).resolve().parents[1]))
from tests.cases.labelled import Case, read_cases, score_cases

#: Columns of a table that goes to a file.
WIDTH = 120


@dataclass(frozen=True, slots=True)
class Judged:
    """A case with an open or a given label, and what the profile says.

    Attributes:
        family: Name of the table.
        points: As ``compare`` gives them.
        fired: Whether they reach the threshold.
    """

    case: Case
    family: str
    points: int
    fired: bool

    @property
    def wrong(self) -> bool:
        """Whether the label is given and the profile says otherwise."""
        return self.case.should_fire is not None and self.case.should_fire != self.fired


def judge_cases() -> list[Judged]:
    """Return all cases with their points."""
    cases, threshold = list(read_cases()), load_profile().threshold
    points = score_cases(cases)
    return [
        Judged(case, case.pair.partition(":")[0], points[case.pair], points[case.pair] >= threshold)
        for case in cases
    ]


def draw_classes(judged: Iterable[Judged]) -> Table:
    """Return the table by class."""
    counts: dict[tuple[str, str], Counter[tuple[bool | None, bool]]] = {}
    for each in judged:
        counts.setdefault((each.family, each.case.kind), Counter())[each.case.should_fire, each.fired] += 1
    table = Table("family", "class", title="Labelled pairs, label should_fire")
    for heading in ("pairs", "should fire", "recall", "should not", "false hits"):
        table.add_column(heading, justify="right")
    for (family, kind), found in counts.items():
        table.add_row(family, kind, *describe_counts(found))
    return table


def describe_counts(found: Mapping[tuple[bool | None, bool], int]) -> list[str]:
    """Return pairs, those that should fire, their recall, those that should not, and how many of them fire."""
    hits, misses = found.get((True, True), 0), found.get((True, False), 0)
    false, silent = found.get((False, True), 0), found.get((False, False), 0)
    recall = f"{hits / (hits + misses):.2f}" if hits + misses else "-"
    return [str(number) for number in (sum(found.values()), hits + misses, recall, false + silent, false)]


def draw_labels(judged: Iterable[Judged]) -> Table:
    """Return recall and precision by label, over all pairs."""
    table = Table("label", "recall", "precision", title="All pairs, at the threshold")
    told = list(judged)
    for label in ("should_fire", "same_entity"):
        found = Counter((getattr(each.case, label), each.fired) for each in told)
        hits = found[True, True]
        recall, precision = (hits / (hits + found[other]) for other in ((True, False), (False, True)))
        table.add_row(label, f"{recall:.4f}", f"{precision:.4f}")
    return table


def draw_wrong(judged: Iterable[Judged], kind: str) -> Table:
    """Return the pairs of a class that are wrong."""
    table = Table("pair", "name1", "name2", "should fire", "points", title=f"Wrong: {kind}")
    for each in judged:
        if each.wrong and each.case.kind == kind:
            table.add_row(each.case.pair, *each.case.names, str(each.case.should_fire).lower(), str(each.points))
    return table


def draw_worst(judged: Iterable[Judged], count: int) -> Table:
    """Return the classes with most wrong pairs."""
    wrong = Counter((each.family, each.case.kind) for each in judged if each.wrong)
    table = Table("family", "class", "wrong", title="The worst classes")
    for (family, kind), found in wrong.most_common(count):
        table.add_row(family, kind, str(found))
    return table


def main() -> None:
    """Print the tables that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", metavar="CLASS", help="list the wrong pairs of a class")
    parser.add_argument("--worst", metavar="N", type=int, default=10, help="how many of the worst classes")
    given = parser.parse_args()
    console = Console(width=None if sys.stdout.isatty() else WIDTH)
    judged = judge_cases()
    if given.wrong:
        console.print(draw_wrong(judged, given.wrong))
        return
    for table in (draw_classes(judged), draw_worst(judged, given.worst), draw_labels(judged)):
        console.print(table)


if __name__ == "__main__":
    main()
