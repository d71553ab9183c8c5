"""Which parties could a query be? Names are found by their words, identifiers by keys of their own."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter

import numpy as np

from ostiary.index import IdentifierPosting, Index
from ostiary.model.profiles import Profile
from ostiary.model.queries import Query
from ostiary.names.analysis import AnalysedName, NameClass, classes_of_schema, query_readings
from ostiary.names.matching import (
    ListedNames,
    ListedWords,
    PreparedName,
    arrange_names,
    find_lost_names,
    prepare_name,
    score_names,
    search_names,
    weigh_words,
)
from ostiary.names.scan import RULED_OUT
from ostiary.screening.profiles import cost_rows

#: Names of queries that are kept made ready: one name meets several listed ones.
_PREPARED_KEPT = 64


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A query's name against one listed name: which, and the points of the alignment."""

    asked: AnalysedName
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
        exhaustive: Whether to compare each query with every name, which finds the same and takes longer.

    Attributes:
        scans: How many names of queries had to be compared with every listed name.
    """

    def __init__(self, index: Index, profile: Profile, *, exhaustive: bool = False) -> None:
        self._index = index
        self._exhaustive = exhaustive
        self.scans = 0
        self._floor = profile.name_floor
        self._threshold = profile.threshold
        self._costs = cost_rows(profile)
        self._listed: dict[NameClass, ListedNames] = {}
        self.prepare = lru_cache(maxsize=_PREPARED_KEPT)(self._prepare)

    def listed_names(self, name_class: NameClass) -> ListedNames:
        """Return the listed names of a kind of bearer, their words as it weighs them."""
        if name_class not in self._listed:
            index = self._index
            self._listed[name_class] = arrange_names(
                index.name_rows(*index.class_range(name_class)),
                weigh_words(index.words_of_class(name_class), self._costs[name_class]),
                index.neighbours(name_class),
                index.postings(name_class),
            )
        return self._listed[name_class]

    def listed_words(self, name_class: NameClass) -> ListedWords:
        """Return the listed words as a kind of bearer weighs them."""
        return self.listed_names(name_class).words

    @staticmethod
    def analysed_names(query: Query) -> list[AnalysedName]:
        """Return each name of a query, in each way to read it, for each kind of bearer, that has words in it."""
        bearers = classes_of_schema(query.schema)
        return [name for text in query.names for name in _read_name(text, bearers)]

    def _prepare(self, name: AnalysedName) -> PreparedName:
        """A name of a query, ready to be aligned."""
        return prepare_name(name, self.listed_words(name.name_class))

    def find(self, query: Query) -> Mapping[int, Candidate]:
        """Return the candidates for a query by party number."""
        return self.find_all([(query, self.analysed_names(query))])[0]

    def find_all(self, queries: Sequence[tuple[Query, Sequence[AnalysedName]]]) -> list[dict[int, Candidate]]:
        """Return the candidates for each of some queries, which come with their names, by party number."""
        found: list[dict[int, Candidate]] = [{} for _ in queries]
        asked = [(at, name) for at, (_, names) in enumerate(queries) for name in names]
        for place, match in self._match_all([name for _, name in asked]):
            self._add(match, found[asked[place][0]])
        for candidates, (query, _) in zip(found, queries, strict=True):
            for text in query.identifiers:
                for posting in self._index.find_identifier(text):
                    candidates.setdefault(posting.party, Candidate(posting.party)).identifiers.append(posting)
        return found

    def match_party(self, query: Query, party: int) -> Iterator[NameMatch]:
        """Yield every name of a query against every name of one party, whatever their points."""
        own = self._index.names_of_party(party)
        ranges = {
            name_class: self._index.class_range(name_class) for name_class in classes_of_schema(query.schema)
        }
        rows = {name_class: own[(first <= own) & (own < last)] for name_class, (first, last) in ranges.items()}
        bearers = [name_class for name_class in rows if rows[name_class].size]
        for name in (name for text in query.names for name in _read_name(text, bearers)):
            first, _ = ranges[name.name_class]
            listed, chosen = self.listed_names(name.name_class), rows[name.name_class]
            every = score_names(
                self.prepare(name),
                listed.arranged.names,
                (chosen - first).astype(np.int32),
                listed.words,
                floor=RULED_OUT,
            )
            for listed_name, points in zip(chosen.tolist(), every.tolist(), strict=True):
                yield NameMatch(name, listed_name, points)

    def find_lost(self, name_class: NameClass) -> Iterator[int]:
        """Yield the names of a kind of bearer that would be no hit if asked for in their own words."""
        first, last = self._index.class_range(name_class)
        rows = find_lost_names(self._index.name_rows(first, last), self.listed_words(name_class), self._threshold)
        yield from (first + int(row) for row in rows)

    def _match_all(self, names: Sequence[AnalysedName]) -> list[tuple[int, NameMatch]]:
        """The listed names that each of some names is like enough to, with its place; in the order of both."""
        matches: list[tuple[int, NameMatch]] = []
        for name_class in NameClass:
            places = [place for place, name in enumerate(names) if name.name_class is name_class]
            if not places:
                continue
            first, _ = self._index.class_range(name_class)
            reached = search_names(
                [names[place] for place in places],
                self.listed_names(name_class),
                self._floor,
                exhaustive=self._exhaustive,
            )
            self.scans += reached.scanned
            columns = (column.tolist() for column in (reached.asked, reached.rows, reached.points))
            for asked, row, points in zip(*columns, strict=True):
                place = places[asked]
                matches.append((place, NameMatch(names[place], first + row, points)))
        return sorted(matches, key=itemgetter(0))

    def _add(self, match: NameMatch, found: dict[int, Candidate]) -> None:
        party = int(self._index.name_party[match.name])
        candidate = found.setdefault(party, Candidate(party))
        if self._index.name_weak[match.name]:
            candidate.weak = _better(candidate.weak, match)
        else:
            candidate.strong = _better(candidate.strong, match)


def _read_name(text: str, bearers: Iterable[NameClass]) -> Iterator[AnalysedName]:
    """A name in each way to read it that has words in it, for each kind of bearer."""
    for name_class in bearers:
        yield from (reading for reading in query_readings(text, name_class) if reading.words)


def _better(one: NameMatch | None, other: NameMatch) -> NameMatch:
    """The match with more points; of equals the one whose name stands first: the answer is always the same."""
    return other if one is None or other.points > one.points else one
