"""What words of queries can be related to, kept for those that were asked for lately."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate, pairwise
from typing import Final

import numpy as np

from ostiary.names.analysis import Word
from ostiary.names.arrays import Array
from ostiary.names.search import FoundWords, RecalledWords

#: Words of which it is kept at least; twice as many at most. Of a million listed names each takes some 1 KB.
_KEPT: Final = 8_192

#: Of one word: listed words, how like each is at most, and a run of words that are all related.
_Found = tuple[Array, Array, Array]


class RecentWords:
    """Listed words of one kind of bearer that words of queries can be related to."""

    def __init__(self) -> None:
        """Begin with none."""
        self._newer: dict[Word, _Found] = {}
        self._older: dict[Word, _Found] = {}

    def recall(self, words: Sequence[Word]) -> RecalledWords:
        """Return what is known of some words."""
        known: list[_Found] = []
        unknown: list[int] = []
        rows = np.zeros(len(words), dtype=np.int32)
        for at, word in enumerate(words):
            found = self._recall(word)
            if found is None:
                unknown.append(at)
            else:
                rows[at] = len(known)
                known.append(found)
        # In the order of their letters: words that begin alike look up the same places, one right after the other.
        unknown.sort(key=lambda at: words[at].form)
        numbers = np.array(unknown, dtype=np.int32)
        rows[numbers] = range(len(known), len(words))
        return RecalledWords(_join(known), rows, numbers)

    def keep(self, words: Iterable[Word], found: FoundWords) -> None:
        """Keep what was found for some words."""
        for word, one in zip(words, _split(found), strict=True):
            self._keep(word, one)

    def _recall(self, word: Word) -> _Found | None:
        found = self._newer.get(word)
        if found is None and (found := self._older.get(word)) is not None:
            self._keep(word, found)
        return found

    def _keep(self, word: Word, found: _Found) -> None:
        self._newer[word] = found
        if len(self._newer) > _KEPT:
            self._newer, self._older = {}, self._newer


def _split(found: FoundWords) -> Iterator[_Found]:
    """What was found for each word by itself; copied, so that to keep one does not keep all."""
    for (first, last), run in zip(pairwise(found.starts.tolist()), found.runs, strict=True):
        yield found.words[first:last].copy(), found.likes[first:last].copy(), run.copy()


def _join(found: Sequence[_Found]) -> FoundWords:
    if not found:
        return _nothing_found()
    words, likes, runs = zip(*found, strict=True)
    starts = np.array([0, *accumulate(map(len, words))], dtype=np.int64)
    return FoundWords(starts, np.concatenate(words), np.concatenate(likes), np.array(runs))


@cache
def _nothing_found() -> FoundWords:
    return FoundWords(
        np.zeros(1, dtype=np.int64),
        np.zeros(0, dtype=np.int32),
        np.zeros(0, dtype=np.int16),
        np.zeros((0, 3), dtype=np.int64),
    )
