"""Names of queries made ready, and matched against names in arrays."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ostiary.names.alignment import Side
from ostiary.names.analysis import AnalysedName, NameClass, Word, WordKind
from ostiary.names.arrays import (
    Array,
    NameTable,
    WordTable,
    acronym_key,
    joined_keys,
    tabulate_names,
    tabulate_words,
)
from ostiary.names.neighbours import WordNeighbours
from ostiary.names.postings import NamePostings
from ostiary.names.recent_words import RecentWords
from ostiary.names.relations import relate_words
from ostiary.names.scan import own_points, scan
from ostiary.names.search import AskedNames, Listed, scan_some, search
from ostiary.names.tracing import trace


@dataclass(frozen=True, slots=True)
class PreparedName:
    """A query's name, ready to be matched.

    Attributes:
        analysed: The name taken apart.
        words: Its words.
        side: The same, ready to be aligned.
    """

    analysed: AnalysedName
    words: WordTable
    side: Side


@dataclass(frozen=True, slots=True)
class ListedWords:
    """The listed words as one kind of bearer weighs them.

    Attributes:
        table: The words.
        weights: int64[W].
        costs: int64[COSTS].
    """

    table: WordTable
    weights: Array
    costs: Array


@dataclass(frozen=True, slots=True)
class ListedNames:
    """The listed names of one kind of bearer.

    Attributes:
        words: Their words, weighed.
        arranged: The names and words, arranged to be found.
        recent: What words asked for lately can be related to. That is most of a search, and the same given names
            and surnames are asked for again and again.
    """

    words: ListedWords
    arranged: Listed
    recent: RecentWords


@dataclass(frozen=True, slots=True)
class ReachedNames:
    """The listed names that some names asked for are like enough to.

    Attributes:
        asked: int32[R], which of those asked for, in their order.
        rows: int32[R], which listed names, in their order for each.
        points: int32[R].
        scanned: How many were compared with every listed name, because a search would have been no less work.
    """

    asked: Array
    rows: Array
    points: Array
    scanned: int


def weigh_words(table: WordTable, costs: Array) -> ListedWords:
    """Return words with the weights that a row of costs gives them."""
    return ListedWords(table, costs[table.kinds.astype(np.int64)], costs)


def arrange_names(
    names: NameTable, words: ListedWords, neighbours: WordNeighbours, postings: NamePostings
) -> ListedNames:
    """Return names, ready to be searched."""
    listed = Listed(words.table, words.weights, names, neighbours, postings)
    return ListedNames(words, listed, RecentWords())


def prepare_name(name: AnalysedName, listed: ListedWords) -> PreparedName:
    """Return a query's name, weighed as listed words are; it must have at least one word."""
    words = tabulate_words(name.words)
    side = Side(
        np.arange(len(name.words), dtype=np.int32),
        listed.costs[words.kinds.astype(np.int64)],
        words.keys,
        np.array(joined_keys(name, 2), dtype=np.int64),
        np.array(joined_keys(name, 3), dtype=np.int64),
        acronym_key(name),
        name.words[-1].kind is WordKind.CUT,
    )
    return PreparedName(name, words, side)


def scan_names(prepared: PreparedName, names: NameTable, listed: ListedWords, floor: int) -> Array:
    """Return int32[N], the points of each listed name; ``RULED_OUT`` for those that cannot reach the floor."""
    likeness = relate_words(prepared.words, listed.table)
    return scan(likeness, prepared.side, names, (listed.weights, listed.table.keys), listed.costs, floor)


def ask_names(names: Sequence[AnalysedName], costs: Array) -> tuple[AskedNames, list[Word]]:
    """Return names of one kind of bearer to be searched for together, and their distinct words."""
    numbers: dict[Word, int] = {}
    for name in names:
        for word in name.words:
            numbers.setdefault(word, len(numbers))
    table = tabulate_words(distinct := list(numbers))
    rows = tabulate_names(names, dict.fromkeys(NameClass, numbers))
    cuts = np.array([name.words[-1].kind is WordKind.CUT for name in names])
    return AskedNames(table, costs[table.kinds.astype(np.int64)], rows, cuts), distinct


def search_names(
    names: Sequence[AnalysedName], listed: ListedNames, floor: int, *, exhaustive: bool = False
) -> ReachedNames:
    """Return the listed names that reach the floor.

    Args:
        names: Names asked for, of one kind of bearer; each must have at least one word.
        listed: Where to look.
        floor: The least points.
        exhaustive: Whether to compare with every name: slow, the same answer.
    """
    if exhaustive or not names:
        return _scan_for(names, range(len(names)), listed, floor)
    asked, words = ask_names(names, listed.words.costs)
    recalled = listed.recent.recall(words)
    found, done, fresh = search(asked, recalled, listed.arranged, listed.words.costs, floor)
    listed.recent.keep([words[at] for at in recalled.unknown], fresh)
    if done.all():
        return ReachedNames(found.asked, found.rows, found.points, scanned=0)
    others = _scan_for(names, np.flatnonzero(~done).tolist(), listed, floor)
    asked_by = np.concatenate((found.asked, others.asked))
    order = np.argsort(asked_by, kind="stable")
    rows, points = np.concatenate((found.rows, others.rows)), np.concatenate((found.points, others.points))
    return ReachedNames(asked_by[order], rows[order], points[order], others.scanned)


def _scan_for(
    names: Sequence[AnalysedName], chosen: Sequence[int], listed: ListedNames, floor: int
) -> ReachedNames:
    """The same of chosen names, each compared with every listed name."""
    asked_by, rows, points = ([np.zeros(0, dtype=np.int32)] for _ in range(3))
    for name in chosen:
        every = scan_names(prepare_name(names[name], listed.words), listed.arranged.names, listed.words, floor)
        reached = np.flatnonzero(every >= floor).astype(np.int32)
        asked_by.append(np.full(reached.size, name, dtype=np.int32))
        rows.append(reached)
        points.append(every[reached])
    return ReachedNames(np.concatenate(asked_by), np.concatenate(rows), np.concatenate(points), len(chosen))


def score_names(prepared: PreparedName, names: NameTable, chosen: Array, listed: ListedWords, floor: int) -> Array:
    """Return int32[C], the points of chosen rows; ``RULED_OUT`` for those that cannot reach the floor."""
    words = (listed.table, listed.weights)
    return scan_some(prepared.words, prepared.side, (names, *words), chosen, listed.costs, floor)


def find_lost_names(names: NameTable, listed: ListedWords, least: int) -> Array:
    """Return the rows of names that would not reach these points if asked for in their own words."""
    return np.flatnonzero(own_points(names, (listed.weights, listed.table.keys), listed.costs) < least)


def trace_name(
    prepared: PreparedName, names: NameTable, name: int, listed: ListedWords, *, cut: bool = False
) -> tuple[int, Array]:
    """Return the points of one listed name, and int64[R, TRACE_COLUMNS] with what took points.

    Args:
        prepared: The query's name.
        names: The listed names.
        name: The row of one.
        listed: Their words.
        cut: Whether that one is cut off by a field.
    """
    weighed = (listed.table, listed.weights, listed.costs)
    points, found = trace(prepared.words, prepared.side, names, name, weighed, cut)
    return int(points), found
