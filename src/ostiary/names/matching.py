"""A query's name made ready, and matched against names in arrays."""

from dataclasses import dataclass

import numpy as np

from ostiary.names.alignment import TRACE_COLUMNS, Side, align
from ostiary.names.analysis import MOST_WORDS, AnalysedName, WordKind
from ostiary.names.arrays import Array, NameTable, WordTable, acronym_key, joined_keys, tabulate_words
from ostiary.names.relations import relate_words
from ostiary.names.scan import own_points, scan, side_of

_TRACE_ROWS = 2 * MOST_WORDS + 8


@dataclass(frozen=True, slots=True)
class PreparedName:
    """A query's name, its words related to all listed words.

    Attributes:
        analysed: The name taken apart.
        side: Its words, ready to be aligned.
        likeness: int16[Q, W], of its words to all listed words.
    """

    analysed: AnalysedName
    side: Side
    likeness: Array


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


def weigh_words(table: WordTable, costs: Array) -> ListedWords:
    """Return words with the weights that a row of costs gives them."""
    return ListedWords(table, costs[table.kinds.astype(np.int64)], costs)


def prepare_name(name: AnalysedName, listed: ListedWords) -> PreparedName:
    """Return a query's name related to all listed words; it must have at least one word."""
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
    return PreparedName(name, side, relate_words(words, listed.table))


def scan_names(prepared: PreparedName, names: NameTable, listed: ListedWords, floor: int) -> Array:
    """Return int32[N], the points of each listed name; ``RULED_OUT`` for those that cannot reach the floor."""
    return scan(prepared.likeness, prepared.side, names, (listed.weights, listed.table.keys), listed.costs, floor)


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
    side = side_of(names, name, listed.weights, listed.table.keys)._replace(cut=cut)
    points = align(prepared.likeness, prepared.side, side, listed.costs, trace)
    return int(points), trace[trace[:, 0] > 0]
