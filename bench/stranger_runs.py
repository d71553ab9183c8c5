"""The strangers' files, one after another, by name alone and with all fields, through every matcher."""

from collections.abc import Iterator, Sequence
from random import Random

from judged import Judgements
from listed import ListedNames, collect_names
from matchers import CUT, RATIO_CUT, compare_ostiary, compare_sorted_words
from measures import SEED
from pairs import read_name_pairs
from places import find_benchmark
from rich.console import Console
from rich.progress import Progress as Bar
from strangers import (
    FILES,
    Progress,
    StrangerResult,
    find_ours,
    keep_names,
    measure_ratios,
    preselect,
    read_strangers,
)

from ostiary.model.parties import Party
from ostiary.model.queries import Query
from ostiary.screening import Engine


def find_equal_cut() -> float | None:
    """Return the threshold at which token_sort_ratio has Ostiary's recall on should_fire, or None."""
    path = find_benchmark("name_pairs.csv")
    if not path:
        return None
    due = [pair for pair in read_name_pairs(path) if pair.labels["should_fire"]]
    caught = sum(compare_ostiary(pair.left, pair.right, pair.schema) >= CUT for pair in due)
    ratios = sorted((compare_sorted_words(pair.left, pair.right, "") for pair in due), reverse=True)
    return ratios[caught - 1] if caught else 1.0


def measure_strangers(
    engine: Engine, parties: Sequence[Party], judgements: Judgements, sample: int, logic_sample: int
) -> list[StrangerResult]:
    """Return the false alerts of every matcher over every file that is there.

    Args:
        engine: Ostiary's, over the list.
        parties: The same list, for the peers.
        judgements: logic-v2's, over the same list.
        sample: Names per file; 0 for all.
        logic_sample: Names per file for the comparison with logic-v2; 0 for all.
    """
    runner = _Runner(engine, collect_names(list(parties)), judgements, find_equal_cut())
    paths = [path for name in FILES if (path := find_benchmark(name))]
    results: list[StrangerResult] = []
    with Bar(console=Console(stderr=True), transient=True) as progress:
        for path in paths:
            people = read_strangers(path, sample)
            size = min(logic_sample or len(people), len(people))
            chosen = Random(SEED).sample(people, size) if size < len(people) else people  # noqa: S311 - a sample
            task = progress.add_task(path.stem, total=3 * len(people) + 4 * len(chosen))
            runner.tell = lambda done, task=task: progress.advance(task, done)  # type: ignore[misc]  # bound at once
            results += runner.scan_file(path.stem, people)
            results += runner.compare_sample(path.stem, chosen, whole=chosen is people)
    return results


class _Runner:
    def __init__(
        self, engine: Engine, names: ListedNames, judgements: Judgements, equal_cut: float | None
    ) -> None:
        self._engine = engine
        self._names = names
        self._judgements = judgements
        self._equal_cut = equal_cut
        self._found: dict[str, list[tuple[str, ...]]] = {}
        self.tell: Progress = lambda _done: None

    def scan_file(self, name: str, people: Sequence[Query]) -> Iterator[StrangerResult]:
        """Give Ostiary's and rapidfuzz's alerts over a whole file."""
        for fields, queries in (("name only", keep_names(people)), ("all fields", people)):
            self._found[fields] = find_ours(self._engine, queries, self.tell)
            yield StrangerResult(name, fields, "ostiary", len(people), sum(map(bool, self._found[fields])))
        best = measure_ratios(self._names, people, self.tell)
        for cut in filter(None, (RATIO_CUT, self._equal_cut)):
            matcher = f"token_sort_ratio at {100 * cut:.0f}"
            yield StrangerResult(name, "name only", matcher, len(people), int((best >= cut).sum()))

    def compare_sample(self, name: str, people: Sequence[Query], *, whole: bool) -> Iterator[StrangerResult]:
        """Give logic-v2's alerts over the file just scanned, or Ostiary's and logic-v2's over a sample of it."""
        title = name if whole else f"{name}, sample"
        near = preselect(self._names, people)
        for fields, queries in (("name only", keep_names(people)), ("all fields", people)):
            ours = self._found[fields] if whole else find_ours(self._engine, queries, self.tell)
            if not whole:
                yield StrangerResult(title, fields, "ostiary", len(people), sum(map(bool, ours)))
            candidates = [tuple(dict.fromkeys(a + b)) for a, b in zip(near, ours, strict=True)]
            alerts = 0
            for person, ids in zip(people, candidates, strict=True):
                alerts += bool(self._judgements.find_raised(person, ids, alone=fields == "name only"))
                self.tell(1)
            yield StrangerResult(title, fields, "logic-v2", len(people), alerts)
