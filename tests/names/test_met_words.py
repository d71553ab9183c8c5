"""Marks rule out no name that a comparison with it would find: see the tests of the search for the answers."""

from collections.abc import Callable

import numpy as np
import pytest

from ostiary.names.cover import weigh_met
from ostiary.names.matching import arrange_names, ask_names
from ostiary.names.met_words import is_long_name_out, is_out, mark_words
from ostiary.names.neighbours import arrange_neighbours
from ostiary.names.postings import MANY, post_names
from ostiary.names.search import gather_related, relate_query_words

FLOOR = 700


def names_out(ready: Callable[..., tuple], query: str, *listed: str) -> list[bool]:
    """Whether each listed name is ruled out by the marks of its words."""
    prepared, table, words = ready(query, *listed)
    postings = post_names(table, words.weights.size)
    asked, _ = ask_names([prepared.analysed], words.costs)
    arranged = arrange_names(table, words, arrange_neighbours(words.table), postings)
    numbers = np.arange(asked.words.kinds.size, dtype=np.int32)
    found = relate_query_words(asked.words, numbers, arranged.arranged)
    related = gather_related(asked.names.words, asked.weights, asked.words.kinds, found)
    marked = mark_words(related, weigh_met(related, FLOOR, words.weights, words.costs), words.weights, words.costs)
    marks = dict(zip(postings.names.tolist(), postings.marks.tolist(), strict=True))
    held = (table.starts, table.words)
    return [
        is_out(marks[name], marked) or (marks[name] == MANY and is_long_name_out(name, held, marked))
        for name in range(len(listed))
    ]


@pytest.mark.parametrize(
    ("query", "listed", "out"),
    [
        ("karel rookwood", "karel rookwood", False),
        ("karel rookwood", "karl rookwod", False),
        ("karel rookwood", "karel bosman", True),
        ("karel rookwood", "anna rookwood", True),
        ("karel jonah rookwood", "karel rookwood", False),
        # More words than marks tell.
        ("karel jonah rookwood", "karel rookwood bosman vermeer meadow", False),
        ("karel jonah rookwood", "karel bosman vermeer meadow hill", True),
        ("karel jonah rookwood bosman", "karel jonah rookwood bosman meadow", False),
    ],
)
def test_a_name_is_out_that_meets_too_few_words(
    ready: Callable[..., tuple], query: str, listed: str, *, out: bool
) -> None:
    assert names_out(ready, query, listed, "olga petrova")[0] == out


def test_a_name_of_more_words_than_are_marked_says_so(ready: Callable[..., tuple]) -> None:
    _, table, words = ready("karel", "a b c d e", "a b c d")
    postings = post_names(table, words.weights.size)
    assert set(postings.marks[postings.names == 0].tolist()) == {MANY}
    assert MANY not in postings.marks[postings.names == 1]
    assert np.unique(postings.marks[postings.names == 1]).size == 1
