"""Which listings are worth a look side by side: those that share a key, found by sorting all keys at once."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from ostiary.identity.facts import Facts
from ostiary.identity.twins import list_whole_names
from ostiary.names.keys import joined_key

Array = NDArray[Any]

#: A number that more listings bear is no number of one party, and is left out.
_MOST_HOLDERS: Final = 12
_SEPARATOR: Final = "\n"


def find_candidates(facts: Sequence[Facts]) -> Array:
    """Return int32[P, 2], the rows of listings that share a number, a whole birth date or one list's whole name.

    Each pair once.
    """
    numbers = _group_rows(_number_keys(facts), _MOST_HOLDERS)
    births = _group_rows(_birth_keys(facts), len(facts))
    twins = _group_rows(_name_keys(facts), _MOST_HOLDERS)
    pairs = [_pair_up(rows) for rows in (*numbers, *births, *twins)]
    if not pairs:
        return np.empty((0, 2), dtype=np.int32)
    return np.unique(np.concatenate(pairs), axis=0)


def _number_keys(facts: Sequence[Facts]) -> Iterator[tuple[int, int]]:
    for row, one in enumerate(facts):
        for reference in one.references:
            yield joined_key(reference.space, _SEPARATOR, reference.number), row
        for identifier in one.identifiers:
            yield joined_key(identifier.number), row


def _birth_keys(facts: Sequence[Facts]) -> Iterator[tuple[int, int]]:
    for row, one in enumerate(facts):
        for day in one.birth_days:
            yield int(day.replace("-", "")), row


def _name_keys(facts: Sequence[Facts]) -> Iterator[tuple[int, int]]:
    for row, one in enumerate(facts):
        for words in list_whole_names(one):
            yield joined_key(one.list_id, _SEPARATOR, *words), row


def _group_rows(keyed: Iterator[tuple[int, int]], most: int) -> Iterator[Array]:
    """Yield the rows that share a key, ascending, where there are at least two and not too many."""
    table = np.array(list(keyed), dtype=np.int64).reshape(-1, 2)
    table = np.unique(table, axis=0)
    cuts = np.flatnonzero(np.diff(table[:, 0])) + 1
    for group in np.split(table[:, 1].astype(np.int32), cuts):
        if 1 < group.size <= most:
            yield group


def _pair_up(rows: Array) -> Array:
    first, second = np.triu_indices(rows.size, k=1)
    return np.stack([rows[first], rows[second]], axis=1)
