"""Two names compared once more, to say what took points."""

import numpy as np

from ostiary.names.alignment import TRACE_COLUMNS, Side, align
from ostiary.names.analysis import MOST_WORDS
from ostiary.names.arrays import Array, NameTable, WordTable
from ostiary.names.gathering import gather_names, gather_words
from ostiary.names.kernels import kernel
from ostiary.names.relations import relate_words
from ostiary.names.scan import side_of

_TRACE_ROWS = 2 * MOST_WORDS + 8


@kernel
def trace(
    query: WordTable,
    ours: Side,
    names: NameTable,
    name: int,
    listed: tuple[WordTable, Array, Array],
    is_cut: bool,  # noqa: FBT001 - a kernel takes its arguments by place
) -> tuple[int, Array]:
    """Return the points of one listed name, and int64[R, TRACE_COLUMNS] with what took points.

    Args:
        query: The words of the query's name.
        ours: The same, ready to be aligned.
        names: The listed names.
        name: The row of one.
        listed: Their words, int64[W], what each weighs, and int64[COSTS].
        is_cut: Whether that one is cut off by a field.
    """
    found = np.zeros((_TRACE_ROWS, TRACE_COLUMNS), dtype=np.int64)
    one, numbers = gather_names(names, np.full(1, name, dtype=np.int32))
    words = gather_words(listed[0], numbers)
    whole = side_of(one, 0, listed[1][numbers], words.keys)
    theirs = Side(
        whole.words, whole.weights, whole.keys, whole.pair_keys, whole.triple_keys, whole.acronym, is_cut
    )
    points = align(relate_words(query, words), ours, theirs, listed[2], found)
    return points, found[found[:, 0] > 0]
