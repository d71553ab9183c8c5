"""Whether one list may have entered somebody twice: one whole name under two programs, and nothing against it.

A list that names somebody under two laws often makes two entries of him and does not say so. Two people of one
whole name on one list are known as well, so this joins nobody: it asks somebody to judge.
"""

import re
from collections.abc import Iterator
from typing import Final

from ostiary.identity.facts import Facts

#: A name of fewer words, initials not counted, is borne by too many.
_LEAST_WORDS: Final = 3
_LEAST_LETTERS: Final = 2
_WORD: Final = re.compile(r"[^\W\d_]+")


def list_whole_names(facts: Facts) -> Iterator[tuple[str, ...]]:
    """Yield the words of each name of a person that is long enough, in one order and without case."""
    if facts.schema != "Person":
        return
    for name in facts.names:
        words = tuple(sorted(_WORD.findall(name.casefold())))
        if sum(len(word) >= _LEAST_LETTERS for word in words) >= _LEAST_WORDS:
            yield words


def find_twin_name(left: Facts, right: Facts) -> tuple[str, str] | None:
    """Return the whole name that two entries of one list write alike, as each has it; None if they may not be one.

    Entries that have a program in common are two people, or the list would have amended the first.
    """
    if left.list_id != right.list_id or not left.programs or not right.programs:
        return None
    shared = set(list_whole_names(left)) & set(list_whole_names(right))
    if not shared or not left.programs.isdisjoint(right.programs):
        return None
    words = min(shared)
    ours, theirs = (
        next(name for name in one.names if tuple(sorted(_WORD.findall(name.casefold()))) == words)
        for one in (left, right)
    )
    return ours, theirs
