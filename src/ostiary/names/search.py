"""Names of queries against those listed names that can reach the floor, found without looking at the others.

Each word of the query finds the listed words that it can be related to, and a cover of the query (see
:mod:`~ostiary.names.cover`) says which of these a name must hold. The names that hold one are bounded as in the
scan, those that share a key of words written together or of an acronym are taken as they are, and what is left is
scanned. So the answer is the scan's.
"""

from typing import Final, NamedTuple

import numpy as np

from ostiary.names.alignment import Side
from ostiary.names.arrays import Array, NameTable, WordTable
from ostiary.names.cover import Cover, QueryWords, choose_cover, is_accepted, weigh_met
from ostiary.names.gathering import gather_names, gather_words
from ostiary.names.joins import find_joined
from ostiary.names.kernels import kernel, leaf_kernel
from ostiary.names.met_words import MarkedWords, is_long_name_out, is_out, mark_words, marks_of_nothing
from ostiary.names.near_words import ASCII
from ostiary.names.neighbours import WordNeighbours, find_neighbours
from ostiary.names.netting import MOST_LETTERS
from ostiary.names.postings import MANY, NamePostings
from ostiary.names.relations import relate_words
from ostiary.names.scan import NOTHING, add_bounded, bound_points, scan
from ostiary.names.word_map import WordMap, find_row, map_words

_FEW: Final = 64


class Listed(NamedTuple):
    """The names of one kind of bearer, arranged to be found.

    Attributes:
        words: The distinct words.
        weights: int64[W], what each counts.
        names: The names.
        neighbours: The words by what relates them to others.
        postings: The names by their words.
    """

    words: WordTable
    weights: Array
    names: NameTable
    neighbours: WordNeighbours
    postings: NamePostings


class AskedNames(NamedTuple):
    """Names that are asked for together.

    Attributes:
        words: Their distinct words.
        weights: int64[W], what each counts.
        names: The names.
        cuts: bool[N], whether a field of a payment may have ended within the name.
    """

    words: WordTable
    weights: Array
    names: NameTable
    cuts: Array


class FoundWords(NamedTuple):
    """Listed words that the words of queries can be related to: see :class:`~ostiary.names.neighbours.Found`.

    Attributes:
        starts: int64[W + 1], where the listed words of each start.
        words: int32[R], word numbers.
        likes: int16[R], how like each is at most.
        runs: int64[W, 3], of each word a run of listed words that are all related, and how like.
    """

    starts: Array
    words: Array
    likes: Array
    runs: Array


class RecalledWords(NamedTuple):
    """What is known from before of the words that are asked for.

    Attributes:
        found: What the known ones can be related to, in their order.
        rows: int32[W], the row of each word: the known ones stand first, then the unknown ones.
        unknown: int32[U], the words of which nothing is known, in the order in which to look.
    """

    found: FoundWords
    rows: Array
    unknown: Array


class Reached(NamedTuple):
    """Listed names that reach the floor.

    Attributes:
        asked: int32[R], by which of the names asked for, in their order.
        rows: int32[R], which listed names, in their order for each.
        points: int32[R].
    """

    asked: Array
    rows: Array
    points: Array


@kernel
def _with_room(values: Array, size: int) -> Array:
    """The values in an array with room for so many."""
    while values.size < size:
        values = np.concatenate((values, np.zeros_like(values)))
    return values


@kernel
def relate_query_words(words: WordTable, chosen: Array, listed: Listed) -> FoundWords:
    """Return the listed words that chosen words of queries can be related to.

    Args:
        words: The words of the queries.
        chosen: int32[K], which of them.
        listed: The listed names.
    """
    starts, runs = np.zeros(chosen.size + 1, dtype=np.int64), np.zeros((chosen.size, 3), dtype=np.int64)
    rows, likes = np.zeros(_FEW, dtype=np.int32), np.zeros(_FEW, dtype=np.int16)
    for place in range(chosen.size):
        found = find_neighbours(words, chosen[place], listed.words, listed.neighbours)
        first, last = starts[place], starts[place] + found.words.size
        rows, likes = _with_room(rows, last), _with_room(likes, last)
        rows[first:last], likes[first:last] = found.words, found.likes
        runs[place, 0], runs[place, 1], runs[place, 2] = found.run
        starts[place + 1] = last
    return FoundWords(starts, rows[: starts[-1]], likes[: starts[-1]], runs)


@kernel
def _join_found(known: FoundWords, fresh: FoundWords) -> FoundWords:
    """What can be related to some words, and after it what can be related to others."""
    return FoundWords(
        np.concatenate((known.starts, known.starts[-1] + fresh.starts[1:])),
        np.concatenate((known.words, fresh.words)),
        np.concatenate((known.likes, fresh.likes)),
        np.concatenate((known.runs, fresh.runs)),
    )


@kernel
def gather_related(numbers: Array, weights: Array, kinds: Array, found: FoundWords) -> QueryWords:
    """Return the words of one query with what each can be related to.

    Args:
        numbers: int32[Q], which words of those found for.
        weights: int64[Q].
        kinds: int8[Q].
        found: What all words can be related to.
    """
    starts = np.zeros(numbers.size + 1, dtype=np.int32)
    for word in range(numbers.size):
        starts[word + 1] = starts[word] + found.starts[numbers[word] + 1] - found.starts[numbers[word]]
    rows, likes = np.empty(starts[-1], dtype=np.int32), np.empty(starts[-1], dtype=np.int16)
    for word in range(numbers.size):
        first, last = found.starts[numbers[word]], found.starts[numbers[word] + 1]
        rows[starts[word] : starts[word + 1]] = found.words[first:last]
        likes[starts[word] : starts[word + 1]] = found.likes[first:last]
    return QueryWords(weights, kinds, starts, rows, likes, found.runs[numbers])


class _Held(NamedTuple):
    """What the names hold: where the words of each start, the words, what each weighs; and the postings.

    Only what is looked at: to pass all that is listed would take longer than to look at a name.
    """

    starts: Array
    words: Array
    weights: Array
    posted: Array
    marks: Array


class _Bounding(NamedTuple):
    """By what a name is bounded: what its words can be related to, room for the best of each, floor and costs.

    Whether one word of the query is related to a run of words, and whether the query's end may be cut off.
    """

    table: WordMap
    best: Array
    costs: Array
    floor: int
    running: bool
    cut: bool


@leaf_kernel
def _bound(name: int, held: _Held, query: QueryWords, bounding: _Bounding) -> int:
    """At least the points of a name that shares no key with the query, whose end may be cut off."""
    table, best, costs, runs = bounding.table, bounding.best, bounding.costs, query.runs
    unrelated, likes, weights = table.words.size - 1, table.likes, held.weights
    theirs, ours = NOTHING, NOTHING
    best[:] = 0
    for place in range(held.starts[name], held.starts[name + 1]):
        word = held.words[place]
        row, like = find_row(table, word), 0
        if row != unrelated or bounding.running:
            for own in range(best.size):
                most = int(likes[row, own])
                if runs[own, 0] <= word < runs[own, 1]:
                    most = max(most, runs[own, 2])
                like = max(like, most)
                best[own] = max(best[own], most)
        theirs = add_bounded(theirs, weights[word], like, costs)
    if bounding.cut:
        theirs = (theirs[0], 0, 0, 0, theirs[4], theirs[5])
    for own in range(best.size):
        ours = add_bounded(ours, query.weights[own], best[own], costs)
    return bound_points(ours, theirs, costs)


@kernel
def _covered_runs(query: QueryWords, cover: Cover, weights: Array, starts: Array, costs: Array) -> Array:
    """Where the names stand in the postings that meet the cover: int64[K, 2], from a place up to another."""
    runs = np.zeros((query.weights.size + query.rows.size, 2), dtype=np.int64)
    count = 0
    for own in range(query.weights.size):
        if not cover.chosen[own]:
            continue
        runs[count, 0], runs[count, 1] = starts[query.runs[own, 0]], starts[query.runs[own, 1]]
        count += 1
        for row in range(query.starts[own], query.starts[own + 1]):
            word = query.rows[row]
            if is_accepted(query.likes[row], query.weights[own] + weights[word], cover, costs):
                runs[count, 0], runs[count, 1] = starts[word], starts[word + 1]
                count += 1
    return runs[:count]


@leaf_kernel
def _keep_in_runs(
    runs: Array, query: QueryWords, marked: MarkedWords, held: _Held, bounding: _Bounding, found: Array
) -> int:
    """Find the names in some runs of the postings that can reach the floor, and say how many there are."""
    posted, marks, count = held.posted, held.marks, 0
    for run in range(runs.shape[0]):
        for place in range(runs[run, 0], runs[run, 1]):
            name = posted[place]
            if is_out(marks[place], marked):
                continue
            if marks[place] == MANY and is_long_name_out(name, (held.starts, held.words), marked):
                continue
            if _bound(name, held, query, bounding) >= bounding.floor:
                found[count] = name
                count += 1
    return count


@kernel
def _find_in_runs(
    runs: Array,
    query: QueryWords,
    marked: MarkedWords,
    listed: Listed,
    floor: tuple[int, Array],
    is_cut: bool,  # noqa: FBT001
) -> Array:
    """The rows of the names in some runs of the postings that can reach the floor; a row may come twice.

    Args:
        runs: int64[K, 2].
        query: The query's words.
        marked: What rules out names by their marks.
        listed: The listed names.
        floor: The least points, and int64[COSTS].
        is_cut: Whether the query may be only the beginning of a name.
    """
    names, postings = listed.names, listed.postings
    held = _Held(names.starts, names.words, listed.weights, postings.names, postings.marks)
    best, running = np.zeros(query.weights.size, dtype=np.int64), bool((query.runs[:, 2] > 0).any())
    bounding = _Bounding(map_words(query), best, floor[1], floor[0], running, is_cut)
    found = np.empty((runs[:, 1] - runs[:, 0]).sum(), dtype=np.int32)
    return found[: _keep_in_runs(runs, query, marked, held, bounding, found)]


@kernel
def _rarest_runs(query: QueryWords, starts: Array) -> Array:
    """Where the names stand in the postings that hold what one word of the query is related to: the fewest names.

    Returns:
        int64[K, 2], from a place up to another.
    """
    least, rarest = -1, 0
    for own in range(query.weights.size):
        places = starts[query.runs[own, 1]] - starts[query.runs[own, 0]]
        for row in range(query.starts[own], query.starts[own + 1]):
            places += starts[query.rows[row] + 1] - starts[query.rows[row]]
        if least < 0 or places < least:
            least, rarest = places, own
    first, last = query.starts[rarest], query.starts[rarest + 1]
    runs = np.zeros((last - first + 1, 2), dtype=np.int64)
    runs[0, 0], runs[0, 1] = starts[query.runs[rarest, 0]], starts[query.runs[rarest, 1]]
    for row in range(first, last):
        word = query.rows[row]
        runs[row - first + 1, 0], runs[row - first + 1, 1] = starts[word], starts[word + 1]
    return runs


@kernel
def scan_some(
    query: WordTable,
    side: Side,
    listed: tuple[NameTable, WordTable, Array],
    chosen: Array,
    costs: Array,
    floor: int,
) -> Array:
    """Return the points of chosen names against a query's, as the scan gives them.

    Args:
        query: The words of the query's name.
        side: The same, ready to be aligned.
        listed: The names, their words, and int64[W], what each word weighs.
        chosen: int32[C], rows of the names.
        costs: int64[COSTS].
        floor: Names that cannot reach these points are ruled out.

    Returns:
        int32[C], points; ``RULED_OUT`` for names below the floor.
    """
    names, numbers = gather_names(listed[0], chosen)
    # Each word once: many of the names hold the same one, and a word in another script comes with its nets.
    distinct = np.unique(numbers)
    places = np.searchsorted(distinct, numbers).astype(np.int32)
    names = NameTable(places, names.starts, names.pair_keys, names.triple_keys, names.acronyms)
    words = gather_words(listed[1], distinct)
    likeness = relate_words(query, words)
    return scan(likeness, side, names, (listed[2][distinct], words.keys), costs, floor)


@kernel
def _can_be_searched(query: WordTable) -> bool:
    """Return whether a query can be found by its words.

    All must be in plain letters and short enough to stand here whole: their parts then have keys.
    """
    for word in range(query.kinds.size):
        letters = query.letters[query.letter_starts[word] : query.letter_starts[word + 1]]
        signs = query.native_starts[word + 1] - query.native_starts[word]
        if max(letters.size, signs) >= MOST_LETTERS or letters.max() >= ASCII:
            return False
    return True


@kernel
def _search(
    query: WordTable, side: Side, related: QueryWords, listed: Listed, costs: Array, floor: int
) -> tuple[Array, Array, bool]:
    """Return the listed names that reach the floor, in their order.

    Args:
        query: The words of the query's name, which can be searched.
        side: The same, ready to be aligned.
        related: The same, with the listed words that each can be related to.
        listed: The listed names.
        costs: int64[COSTS].
        floor: The least points.

    Returns:
        int32[C] rows, int32[C] points, and whether this is the answer: where no search would be less work than a
        scan there is none.
    """
    nobody = np.zeros(0, dtype=np.int32)
    met = weigh_met(related, floor, listed.weights, costs)
    cover = choose_cover(related, met, (listed.weights, listed.postings.starts), costs)
    if cover.cost < 0 or cover.cost > listed.names.acronyms.size:
        return nobody, nobody, False
    starts = listed.postings.starts
    marked = mark_words(related, met, listed.weights, costs)
    runs = _covered_runs(related, cover, listed.weights, starts, costs)
    covered = _find_in_runs(runs, related, marked, listed, (floor, costs), False)
    if side.cut:
        # Each word of the query is then paired: it is enough to look for what one of them is related to.
        runs = _rarest_runs(related, starts)
        longer = _find_in_runs(runs, related, marks_of_nothing(), listed, (floor, costs), True)
        covered = np.concatenate((covered, longer))
    joined = find_joined(side, query, listed.neighbours.forms, listed.names, listed.postings)
    if covered.size + joined.size == 0:
        return nobody, nobody, True
    chosen = np.unique(np.concatenate((covered, joined)))
    points = scan_some(query, side, (listed.names, listed.words, listed.weights), chosen, costs, floor)
    reached = np.flatnonzero(points >= floor)
    return chosen[reached], points[reached], True


@kernel
def _side_of(asked: AskedNames, name: int, numbers: Array) -> Side:
    """One of the names asked for, ready to be aligned."""
    names, first, last = asked.names, asked.names.starts[name], asked.names.starts[name + 1]
    return Side(
        np.arange(numbers.size).astype(np.int32),
        asked.weights[numbers],
        asked.words.keys[numbers],
        names.pair_keys[first:last],
        names.triple_keys[first:last],
        names.acronyms[name],
        asked.cuts[name],
    )


@kernel
def search(
    asked: AskedNames, recalled: RecalledWords, listed: Listed, costs: Array, floor: int
) -> tuple[Reached, Array, FoundWords]:
    """Return the listed names that reach the floor for some of the names that are asked for.

    Args:
        asked: The names, each of one word at least.
        recalled: What their words can be related to, as far as it is known.
        listed: The listed names.
        costs: int64[COSTS].
        floor: The least points.

    Returns:
        The names that reach it; bool[N], whether that is the answer for each name: for one that is not, a search
        would be no less work than a scan; what the words can be related to of which it was unknown.
    """
    fresh = relate_query_words(asked.words, recalled.unknown, listed)
    found = _join_found(recalled.found, fresh)
    count, done = 0, np.zeros(asked.cuts.size, dtype=np.bool_)
    names, rows = np.zeros(_FEW, dtype=np.int32), np.zeros(_FEW, dtype=np.int32)
    points = np.zeros(_FEW, dtype=np.int32)
    for name in range(done.size):
        numbers = asked.names.words[asked.names.starts[name] : asked.names.starts[name + 1]]
        words = gather_words(asked.words, numbers)
        if not _can_be_searched(words):
            continue
        side = _side_of(asked, name, numbers)
        related = gather_related(recalled.rows[numbers], side.weights, words.kinds, found)
        new_rows, new_points, done[name] = _search(words, side, related, listed, costs, floor)
        last = count + new_rows.size
        names, rows, points = _with_room(names, last), _with_room(rows, last), _with_room(points, last)
        names[count:last], rows[count:last], points[count:last] = name, new_rows, new_points
        count = last
    return Reached(names[:count], rows[:count], points[:count]), done, fresh
