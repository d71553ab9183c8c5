"""What would have been different: a customers' file under two states of the lists, or under two profiles.

Between two states of the lists only the listings that differ are asked for among the customers, and only the
customers near one of them are screened twice. Under two profiles every row is.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from itertools import tee
from pathlib import Path

import numpy as np

from ostiary.app.batch import BLOCK
from ostiary.app.query_index import SCHEMA_OF_CLASS, QueryIndex, use_compiled
from ostiary.app.workers import Work, answer_blocks
from ostiary.index import Index, IndexedParty
from ostiary.intake import CustomerFile
from ostiary.model.customers import CustomerBlock
from ostiary.model.differences import Difference, DifferenceKind, Lookback, LookbackSide
from ostiary.model.hits import Hit
from ostiary.model.queries import Query
from ostiary.names.analysis import NameClass
from ostiary.register import Register
from ostiary.screening import Engine
from ostiary.screening.origins import read_countries

#: Told now and then: rows done, rows in all (0 where that is not known).
LookbackProgress = Callable[[int, int], None]

#: No answer is cut: a hit left off would look like one that is gone.
_NO_LIMIT = 1 << 40

#: Customers to screen twice for which processes of their own are worth their start.
_WORTH_PROCESSES = 1_000

_Name = tuple[str, NameClass, bool]


@dataclass(frozen=True, slots=True)
class LookbackRun:
    """How two answers are compared.

    Attributes:
        weak: Whether a weak alias alone may give a hit.
        jobs: Processes for the rows that are screened; 1: this one.
        kept: Folder that keeps the compiled customers for the next time; None: they are not kept.
        among: Ids of the listings that may differ, where that is known (:func:`list_changed`); None: any.
        progress: Told as rows are screened.
    """

    weak: bool = False
    jobs: int = 1
    kept: Path | None = None
    among: frozenset[str] | None = None
    progress: LookbackProgress = lambda _done, _whole: None


@dataclass(frozen=True, slots=True)
class ChangedParty:
    """A listing as one index knows it; its names with their kinds of bearer, and whether they are weak."""

    party: IndexedParty
    names: frozenset[_Name]

    def queries(self) -> Iterator[Query]:
        """Yield what to ask customers for: the names by kind of bearer, and the numbers."""
        numbers = tuple(value for _, value in self.party.identifiers)
        for name_class, schema in SCHEMA_OF_CLASS.items():
            names = tuple(sorted(text for text, kind, _ in self.names if kind == name_class))
            if names:
                yield Query(names=names, schema=schema)
        if numbers:
            yield Query(identifiers=numbers)


def look_back(
    before: Engine,
    after: Engine,
    customers: CustomerFile,
    run: LookbackRun,
    take: Callable[[Difference], None],
) -> Lookback:
    """Compare the answers of two engines over a customers' file.

    Args:
        before: The first engine.
        after: The second one.
        customers: The file.
        run: How.
        take: Takes each difference, in the order of the file.

    Raises:
        CustomerFileError: The file cannot be read to its end.
        OstiaryError: Processes died and what they screened could not be done again.
    """
    kinds: Counter[str] = Counter()
    compared = 0

    def count(difference: Difference) -> None:
        kinds[difference.kind] += 1
        take(difference)

    if before.profile_digest == after.profile_digest and _is_even_handed(before):
        changed = find_changed(before.index, after.index, run.among)
        with use_compiled(customers.blocks(BLOCK), run.kept) as queries:
            places = find_concerned(queries, changed, before, after)
            here = run if len(places) >= _WORTH_PROCESSES else replace(run, jobs=1)
            compared = _compare(before, after, queries.read(places, BLOCK), len(places), here, count)
            rows, rejected = queries.counts.rows, queries.counts.rejected
        listings = len({one.party.id for one in changed})
        return _summarise(customers, (before, after), (rows, rejected, compared), listings, kinds)
    counted: Counter[str] = Counter()
    blocks = _counting(customers.blocks(BLOCK), counted)
    compared = _compare(before, after, blocks, 0, run, count)
    counts = counted["rows"], counted["rejected"], compared
    return _summarise(customers, (before, after), counts, None, kinds)


def list_changed(register: Register, before: Index, after: Index) -> frozenset[str] | None:
    """Return the ids of the listings that the register knows to differ between two indexes of whole versions.

    Returns:
        None if a list stands in one of the two only: then any listing may differ.
    """
    first = {version.list_id: version for version in before.facts.versions}
    second = {version.list_id: version for version in after.facts.versions}
    if first.keys() != second.keys():
        return None
    changed: set[str] = set()
    for list_id, old in first.items():
        since, until = sorted((old, second[list_id]), key=lambda version: version.sequence)
        if since.sequence != until.sequence:
            changed.update(change.party_id for change in register.changes(list_id, since.label, until.label))
    return frozenset(changed)


def find_changed(before: Index, after: Index, among: frozenset[str] | None = None) -> list[ChangedParty]:
    """Return the listings that differ between two indexes in what screening sees, as either knows them.

    Args:
        before: The one index.
        after: The other.
        among: Ids of those that may differ; None: all are looked at, which takes a second for 20,000.
    """
    if before.facts.index_id == after.facts.index_id:
        return []
    first, second = _read_parties(before, among), _read_parties(after, among)
    names = sorted(first.keys() | second.keys())
    pairs = ((first.get(name), second.get(name)) for name in names)
    return [one for pair in pairs if pair[0] != pair[1] for one in pair if one]


def find_concerned(
    queries: QueryIndex, changed: Iterable[ChangedParty], before: Engine, after: Engine
) -> set[int]:
    """Return the places of all customers whose answers may differ.

    They are those near a changed listing, and those whose country the two indexes read in two ways.
    """
    asked = dict.fromkeys(query for one in changed for query in one.queries())
    moved = [
        text
        for text in queries.country_texts()
        if read_countries(text, before.index) != read_countries(text, after.index)
    ]
    return queries.find_near(asked, after.profile) | queries.find_of_countries(moved)


def compare_hits(row: int, before: Sequence[Hit], after: Sequence[Hit]) -> Iterator[Difference]:
    """Yield how two answers to one row differ, by party."""
    first, second = {hit.party_id: hit for hit in before}, {hit.party_id: hit for hit in after}
    for party_id in sorted(first.keys() | second.keys()):
        old, new = first.get(party_id), second.get(party_id)
        if old is None or new is None or old.points != new.points:
            yield _describe(row, old, new)


def _describe(row: int, old: Hit | None, new: Hit | None) -> Difference:
    kind: DifferenceKind = "newly hit" if old is None else "no longer hit" if new is None else "other points"
    hit = new or old
    assert hit  # noqa: S101 - one of the two is there
    return Difference(
        row=row,
        query_id=hit.query_id,
        query_name=hit.query_name,
        kind=kind,
        party_id=hit.party_id,
        party_name=hit.party_name,
        list_id=hit.list_id,
        points_before=old.points if old else None,
        points_after=new.points if new else None,
        explanation_before=old.explanation if old else "",
        explanation_after=new.explanation if new else "",
    )


def _is_even_handed(engine: Engine) -> bool:
    """Whether a word too many costs the same on either side, as turning the question round needs."""
    return all(costs["OMITTED"] == costs["ADDED"] for costs in engine.profile.name_costs.values())


def _read_parties(index: Index, among: frozenset[str] | None) -> dict[str, ChangedParty]:
    wanted = (index.party_number(party_id) for party_id in among) if among is not None else None
    numbers = range(index.facts.parties) if wanted is None else [one for one in wanted if one is not None]
    order = np.argsort(index.name_party, kind="stable")
    bounds = np.searchsorted(index.name_party[order], np.arange(index.facts.parties + 1))
    found = {}
    for number in numbers:
        party = index.party(number)
        names = order[bounds[number] : bounds[number + 1]].tolist()
        described = (
            (index.name_texts[name], index.class_of_name(name), bool(index.name_weak[name])) for name in names
        )
        found[party.id] = ChangedParty(party, frozenset(described))
    return found


def _compare(
    before: Engine,
    after: Engine,
    blocks: Iterable[CustomerBlock],
    whole: int,
    run: LookbackRun,
    take: Callable[[Difference], None],
) -> int:
    """Screen blocks with both engines, hand on the differences, and return how many rows were screened."""
    done = 0
    with ExitStack() as stack:
        first, second, numbered = tee(blocks, 3)
        answers = zip(
            _screen(stack, before, first, run), _screen(stack, after, second, run), numbered, strict=True
        )
        for old, new, block in answers:
            for row in block.rows:
                for difference in compare_hits(row.number, old.get(row.number, []), new.get(row.number, [])):
                    take(difference)
            done += len(block.rows)
            run.progress(done, whole)
    return done


def _screen(
    stack: ExitStack, engine: Engine, blocks: Iterable[CustomerBlock], run: LookbackRun
) -> Iterator[dict[int, list[Hit]]]:
    work = Work(
        index_path=engine.index.path,
        index_id=engine.index.facts.index_id,
        profile=engine.profile,
        today=engine.today,
        limit=_NO_LIMIT,
        weak=run.weak,
        suffix="",
        rejects=False,
        shown=None,
    )
    # Two engines answer, each with half of the processes.
    for answer in answer_blocks(stack, engine, blocks, work, -(-run.jobs // 2) if run.jobs > 1 else 1):
        hits: dict[int, list[Hit]] = {}
        for number, hit in answer.shown:
            hits.setdefault(number, []).append(hit)
        yield hits


def _counting(blocks: Iterable[CustomerBlock], counted: Counter[str]) -> Iterator[CustomerBlock]:
    for block in blocks:
        counted.update(rows=len(block), rejected=len(block.rejects))
        yield block


def _summarise(
    customers: CustomerFile,
    engines: tuple[Engine, Engine],
    counts: tuple[int, int, int],
    changed: int | None,
    kinds: Counter[str],
) -> Lookback:
    rows, rejected, compared = counts
    return Lookback(
        input_name=customers.source.path.name,
        input_digest=customers.source.digest,
        before=_describe_side(engines[0]),
        after=_describe_side(engines[1]),
        rows=rows,
        rejected=rejected,
        compared=compared,
        changed=changed,
        newly_hit=kinds["newly hit"],
        no_longer_hit=kinds["no longer hit"],
        other_points=kinds["other points"],
        sample=any(engine.index.facts.sample for engine in engines),
    )


def _describe_side(engine: Engine) -> LookbackSide:
    facts = engine.index.facts
    return LookbackSide(
        lists=tuple(f"{version.list_id} {version.label}" for version in facts.versions),
        index_id=facts.index_id,
        profile=engine.profile.name,
        profile_digest=engine.profile_digest,
        threshold=engine.threshold,
    )
