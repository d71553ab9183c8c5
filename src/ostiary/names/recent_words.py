"""What words of queries can be related to, kept for those that were asked for lately."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Final

import numpy as np

from ostiary.names.analysis import Word
from ostiary.names.arrays import Array, WordTable
from ostiary.names.search import FoundWords, Listed, relate_query_words

#: Words of which it is kept at least; twice as many at most. Of a million listed names each takes some 1 KB.
_KEPT: Final = 8_192

#: Of one word: listed words, how like each is at most, and a run of words that are all related.
_Found = tuple[Array, Array, Array]


class RecentWords:
    """Listed words that words of queries can be related to.

    Args:
        listed: The listed names.
    """

    def __init__(self, listed: Listed) -> None:
        self._listed = listed
        self._newer: dict[Word, _Found] = {}
        self._older: dict[Word, _Found] = {}

    def relate(self, words: Sequence[Word], table: WordTable) -> FoundWords:
        """Return what each word of some queries can be related to.

        Args:
            words: The words, one at least.
            table: The same.
        """
        known = [self._recall(word) for word in words]
        # In the order of their letters: words that begin alike look up the same places, one right after the other.
        unknown = sorted((at for at, found in enumerate(known) if found is None), key=lambda at: words[at].form)
        if unknown:
            fresh = relate_query_words(table, np.array(unknown, dtype=np.int32), self._listed)
            for at, found in zip(unknown, _split(fresh), strict=True):
                known[at] = found
                self._keep(words[at], found)
        return _join([found for found in known if found is not None])

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
    words, likes, runs = zip(*found, strict=True)
    starts = np.array([0, *accumulate(map(len, words))], dtype=np.int64)
    return FoundWords(starts, np.concatenate(words), np.concatenate(likes), np.array(runs))
