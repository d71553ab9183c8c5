"""Which parties could a query be? Every listed name is scanned; identifiers and exact spellings have postings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

from ostiary.index import IdentifierPosting, Index
from ostiary.model.profiles import Profile
from ostiary.model.queries import Query
from ostiary.names.analysis import AnalysedName, NameClass, classes_of_schema, query_readings
from ostiary.names.arrays import Array
from ostiary.names.matching import (
    ListedWords,
    PreparedName,
    find_lost_names,
    prepare_name,
    scan_names,
    weigh_words,
)
from ostiary.screening.profiles import cost_rows


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A query's name against one listed name: which, and the points of the alignment."""

    prepared: PreparedName
    name: int
    points: int


@dataclass(slots=True)
class Candidate:
    """A party that the index returned for a query, with the best of its names and all equal identifiers."""

    party: int
    strong: NameMatch | None = None
    weak: NameMatch | None = None
    identifiers: list[IdentifierPosting] = field(default_factory=list)

    def best_match(self, *, weak: bool) -> NameMatch | None:
        """Return the match that makes the hit: the best strong one, or the best of all where weak ones may."""
        if weak and self.weak and (self.strong is None or self.weak.points > self.strong.points):
            return self.weak
        return self.strong


class CandidateSearch:
    """Finds candidates in one index under one profile.

    Args:
        index: Where to look.
        profile: Its ``name_floor`` is the least that a name must reach.
    """

    def __init__(self, index: Index, profile: Profile) -> None:
        self._index = index
        self._floor = profile.name_floor
        self._threshold = profile.threshold
        self._costs = cost_rows(profile)
        self._listed: dict[NameClass, ListedWords] = {}

    def listed_words(self, name_class: NameClass) -> ListedWords:
        """Return the listed words as a kind of bearer weighs them."""
        if name_class not in self._listed:
            self._listed[name_class] = weigh_words(self._index.words_of_class(name_class), self._costs[name_class])
        return self._listed[name_class]

    @staticmethod
    def analysed_names(query: Query) -> Iterator[AnalysedName]:
        """Yield each name of a query, in each way to read it, for each kind of bearer, that has words in it."""
        for text in query.names:
            for name_class in classes_of_schema(query.schema):
                yield from (reading for reading in query_readings(text, name_class) if reading.words)

    def prepared_names(self, query: Query) -> Iterator[PreparedName]:
        """Yield each name of a query related to the listed words of its kind of bearer."""
        for analysed in self.analysed_names(query):
            yield prepare_name(analysed, self.listed_words(analysed.name_class))

    def find(self, query: Query) -> Mapping[int, Candidate]:
        """Return the candidates for a query by party number."""
        found: dict[int, Candidate] = {}
        for prepared in self.prepared_names(query):
            self._scan(prepared, found)
        for text in query.identifiers:
            for posting in self._index.find_identifier(text):
                found.setdefault(posting.party, Candidate(posting.party)).identifiers.append(posting)
        return found

    def match_party(self, query: Query, party: int) -> Iterator[NameMatch]:
        """Yield every name of a query against every name of one party, whatever their points."""
        for prepared in self.prepared_names(query):
            for name in self._index.names_of_party(party):
                if self._index.class_of_name(name) == prepared.analysed.name_class:
                    points = self._points(prepared, int(name), int(name) + 1, floor=-(1 << 29))
                    yield NameMatch(prepared, int(name), int(points[0]))

    def find_lost(self, name_class: NameClass) -> Iterator[int]:
        """Yield the names of a kind of bearer that would be no hit if asked for in their own words."""
        first, last = self._index.class_range(name_class)
        rows = find_lost_names(self._index.name_rows(first, last), self.listed_words(name_class), self._threshold)
        yield from (first + int(row) for row in rows)

    def _points(self, prepared: PreparedName, first: int, last: int, floor: int) -> Array:
        listed = self.listed_words(prepared.analysed.name_class)
        return scan_names(prepared, self._index.name_rows(first, last), listed, floor)

    def _scan(self, prepared: PreparedName, found: dict[int, Candidate]) -> None:
        first, last = self._index.class_range(prepared.analysed.name_class)
        points = self._points(prepared, first, last, self._floor)
        for at in np.flatnonzero(points >= self._floor):
            name = first + int(at)
            party = int(self._index.name_party[name])
            match = NameMatch(prepared, name, int(points[at]))
            candidate = found.setdefault(party, Candidate(party))
            if self._index.name_weak[name]:
                candidate.weak = _better(candidate.weak, match)
            else:
                candidate.strong = _better(candidate.strong, match)


def _better(one: NameMatch | None, other: NameMatch) -> NameMatch:
    """The match with more points; of equals the one whose name stands first: the answer is always the same."""
    return other if one is None or other.points > one.points else one
