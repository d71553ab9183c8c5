"""A query's name made ready, and matched against names in arrays."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from ostiary.names.alignment import TRACE_COLUMNS, Side, align
from ostiary.names.analysis import MOST_WORDS, AnalysedName, Word, WordKind
from ostiary.names.arrays import Array, NameTable, WordTable, acronym_key, joined_keys, tabulate_words
from ostiary.names.cover import QueryWords
from ostiary.names.gathering import gather_names, gather_words
from ostiary.names.neighbours import Found, WordNeighbours
from ostiary.names.postings import NamePostings
from ostiary.names.relations import relate_words
from ostiary.names.scan import own_points, scan, side_of
from ostiary.names.search import (
    Listed,
    can_be_searched,
    gather_related,
    relate_query_word,
    scan_some,
    search,
)

_TRACE_ROWS = 2 * MOST_WORDS + 8
#: Words of queries of which it is kept what they can be related to: of a million listed names some 1 KB each.
_WORDS_KEPT = 8_192


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
        related: Says which listed words a query's word can be related to. That is most of a search, and the same
            given names and surnames are asked for again and again: so much of it is kept.
    """

    words: ListedWords
    arranged: Listed
    related: Callable[[Word], Found]


@dataclass(frozen=True, slots=True)
class ReachedNames:
    """The listed names that a query's name is like enough to.

    Attributes:
        rows: int32[C], in their order.
        points: int32[C].
        scanned: Whether every listed name had to be compared, because a search would have been no less work.
    """

    rows: Array
    points: Array
    scanned: bool


def weigh_words(table: WordTable, costs: Array) -> ListedWords:
    """Return words with the weights that a row of costs gives them."""
    return ListedWords(table, costs[table.kinds.astype(np.int64)], costs)


def arrange_names(
    names: NameTable, words: ListedWords, neighbours: WordNeighbours, postings: NamePostings
) -> ListedNames:
    """Return names, ready to be searched."""
    listed = Listed(words.table, words.weights, names, neighbours, postings)

    @lru_cache(maxsize=_WORDS_KEPT)
    def relate(word: Word) -> Found:
        return relate_query_word(tabulate_words([word]), 0, listed)

    return ListedNames(words, listed, relate)


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


def relate_query(prepared: PreparedName, listed: ListedNames) -> QueryWords:
    """Return the words of a query's name with the listed words that each can be related to."""
    found = [listed.related(word) for word in prepared.analysed.words]
    return gather_related(prepared.side.weights, prepared.words.kinds, found)


def scan_names(prepared: PreparedName, names: NameTable, listed: ListedWords, floor: int) -> Array:
    """Return int32[N], the points of each listed name; ``RULED_OUT`` for those that cannot reach the floor."""
    likeness = relate_words(prepared.words, listed.table)
    return scan(likeness, prepared.side, names, (listed.weights, listed.table.keys), listed.costs, floor)


def search_names(
    prepared: PreparedName, listed: ListedNames, floor: int, *, exhaustive: bool = False
) -> ReachedNames:
    """Return the names that reach the floor.

    Args:
        prepared: The query's name.
        listed: Where to look.
        floor: The least points.
        exhaustive: Whether to compare with every name: slow, the same answer.
    """
    words, side = prepared.words, prepared.side
    if not exhaustive and can_be_searched(words):
        related = relate_query(prepared, listed)
        rows, points, done = search(words, side, related, listed.arranged, listed.words.costs, floor)
        if done:
            return ReachedNames(rows, points, scanned=False)
    every = scan_names(prepared, listed.arranged.names, listed.words, floor)
    rows = np.flatnonzero(every >= floor).astype(np.int32)
    return ReachedNames(rows, every[rows], scanned=True)


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
    trace = np.zeros((_TRACE_ROWS, TRACE_COLUMNS), dtype=np.int64)
    one, numbers = gather_names(names, np.array([name], dtype=np.int32))
    words = gather_words(listed.table, numbers)
    side = side_of(one, 0, listed.weights[numbers], words.keys)._replace(cut=cut)
    points = align(relate_words(prepared.words, words), prepared.side, side, listed.costs, trace)
    return int(points), trace[trace[:, 0] > 0]
