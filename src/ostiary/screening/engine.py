"""Which party could this be, how likely, and why? One engine serves command line, programs and clusters."""

import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cached_property, lru_cache

from ostiary.index import IdentifierPosting, Index, IndexedParty
from ostiary.model.errors import NotFoundError
from ostiary.model.hits import Comparison, Hit, Part, Question, Screening
from ostiary.model.profiles import Profile
from ostiary.model.queries import Query, QueryBatch
from ostiary.names.analysis import MOST_WORDS, AnalysedName, NameClass, Word, classes_of_schema, name_readings
from ostiary.names.identifiers import normalise_identifier
from ostiary.names.keys import exact_form
from ostiary.names.matching import trace_name
from ostiary.names.netting import MOST_LETTERS
from ostiary.names.scripts import is_long_enough, roughly_read_script
from ostiary.screening.candidates import Candidate, CandidateSearch, NameMatch
from ostiary.screening.evidence import identifier_part, other_parts
from ostiary.screening.explanation import largest_effect_first, name_parts
from ostiary.screening.kinds import tell_kind
from ostiary.screening.origins import Origins
from ostiary.screening.profiles import load_profile
from ostiary.screening.questions import KnownHit, find_question
from ostiary.screening.scale import shown_score

#: Hits beyond this are counted, not returned.
DEFAULT_LIMIT = 20
#: A word that is related to none in any list.
_NO_LISTED_WORD = "qxzvkqxzvk"
#: Queries searched for together: what the search costs before it begins is shared, and their words are kept.
_TOGETHER = 512
#: Parties that are kept as read: a hit is weighed, shown and asked about.
_PARTIES_KEPT = 256


@dataclass(frozen=True, slots=True)
class _Asked:
    """A query as it is screened: of the kind of bearer that it tells, or why it cannot be."""

    query: Query
    names: Sequence[AnalysedName] = ()
    told: str = ""
    refused: str = ""


class Engine:
    """Screens queries against one index under one profile; the same three give the same hits anywhere.

    Args:
        index: The compiled state of the register.
        profile: How evidence is weighed; the default one if None.
        today: The day from which a list's age is counted; the day of the call if None.
        exhaustive: Whether to compare each query with every listed name: the same hits, slowly.

    Attributes:
        index: As given.
        profile: As given.
    """

    def __init__(
        self,
        index: Index,
        profile: Profile | None = None,
        *,
        today: date | None = None,
        exhaustive: bool = False,
    ) -> None:
        self.index = index
        self.profile = profile or load_profile()
        self._search = CandidateSearch(index, self.profile, exhaustive=exhaustive)
        self._today = today
        self._party = lru_cache(maxsize=_PARTIES_KEPT)(index.party)

    @property
    def today(self) -> date:
        """The day that ages of lists count to."""
        return self._today or datetime.now(UTC).date()

    @property
    def threshold(self) -> int:
        """Points from which a candidate is a hit."""
        return self.profile.threshold

    @cached_property
    def profile_digest(self) -> str:
        """Digest of the profile."""
        return self.profile.digest

    def warm(self) -> float:
        """Load kernels and tables, and return the seconds that it took.

        Kernels are compiled if this machine never did. A process that answers one name after another is warmed
        first, or the first name in each script waits for its tables.
        """
        started = time.perf_counter()
        # One name that is listed, then one in each way of writing that has kernels or tables of its own.
        texts = self.index.name_texts
        for name in (texts[0] if len(texts) else "Ostiary", "Остиарий", "اوستياري", "奥斯蒂", "寺岡"):
            self.screen(name, weak=True)
        return time.perf_counter() - started

    def screen(self, query: str | Query, *, limit: int = DEFAULT_LIMIT, weak: bool = False) -> Screening:
        """Return the parties that a query could be, best first.

        Args:
            query: A name, or a name with what else is known of its bearer.
            limit: At most so many hits; more are counted in ``cut``.
            weak: Whether a weak alias alone makes a hit (OFAC FAQ 122-124 say that it need not).
        """
        asked = Query(names=(query,)) if isinstance(query, str) else query
        return self.screen_batch([asked], limit=limit, weak=weak)[0]

    def screen_batch(
        self, batch: QueryBatch | Sequence[Query], *, limit: int = DEFAULT_LIMIT, weak: bool = False
    ) -> list[Screening]:
        """Return the answer to each query of a batch, in its order."""
        queries, answers = list(batch), list[Screening]()
        for first in range(0, len(queries), _TOGETHER):
            asked = [self._ask(query) for query in queries[first : first + _TOGETHER]]
            found = iter(self._search.find_all([(one.query, one.names) for one in asked if not one.refused]))
            answers += (
                self._refuse(one) if one.refused else self._answer(one, next(found).values(), limit, weak=weak)
                for one in asked
            )
        return answers

    def _ask(self, query: Query) -> _Asked:
        told = tell_kind(query, self.index)
        asked = replace(query, schema=told.schema) if told else query
        names = self._search.analysed_names(asked)
        reason = self._unscreenable_reason(asked, names)
        if reason:
            return _Asked(query, refused=reason)
        return _Asked(asked, names, told.reason if told else "")

    def _refuse(self, asked: _Asked) -> Screening:
        return Screening(asked.query.id, "unscreenable", reason=asked.refused, sample=self.index.facts.sample)

    def _answer(self, asked: _Asked, found: Collection[Candidate], limit: int, *, weak: bool) -> Screening:
        query = asked.query
        numbered = sorted(self._hits(query, found, weak=weak), key=lambda of: (-of[1].points, of[1].party_id))
        hits = [hit for _, hit in numbered]
        question = self._question(query, numbered) if hits else None
        shown = [replace(hit, question=question.text) for hit in hits[:limit]] if question else hits[:limit]
        return Screening(
            query.id,
            "hit" if hits else "no hit",
            tuple(shown),
            cut=max(len(hits) - limit, 0),
            weak_only=0 if weak else sum(map(self._is_weak_only, found)),
            told=asked.told,
            caution=_caution(query),
            sample=self.index.facts.sample,
            question=question,
        )

    def _question(self, query: Query, hits: Sequence[tuple[int, Hit]]) -> Question | None:
        """The one fact that would clear most hits, each of which comes with the number of its party."""
        known = [KnownHit(hit, self._party(number), hit.points - self.threshold + 1) for number, hit in hits]
        numbers = {hit.party_id: number for number, hit in hits}

        def lost(hit: Hit) -> int:
            return self._lost_by_other_word(query, hit, numbers[hit.party_id])

        return find_question(query, known, lost, self.profile, self.index)

    def _lost_by_other_word(self, query: Query, hit: Hit, party: int) -> int:
        """Points that a hit loses if its name has a word more, one that no listed name has."""
        asked = Query(names=(hit.query_name, f"{hit.query_name} {_NO_LISTED_WORD}"), schema=query.schema)
        points: dict[str, int] = {}
        for match in self._search.match_party(asked, party):
            text = match.asked.text
            if self.index.name_texts[match.name] == hit.matched_name:
                points[text] = max(match.points, points.get(text, match.points))
        return points[asked.names[0]] - points[asked.names[1]] if len(points) > 1 else 0

    def compare(self, query: str | Query, party_id: str) -> Comparison:
        """Return how a query compares with one party: why it is a hit, or is not.

        All names of the party are tried, weak ones too; the best is returned with all other evidence.

        Raises:
            NotFoundError: The party is not in the index, or none of its names can be compared with the query's.
        """
        asked = Query(names=(query,)) if isinstance(query, str) else query
        number = self.index.party_number(party_id)
        if number is None:
            raise NotFoundError(
                f"Party {party_id} is not in the index.", advice="See `ostiary show` for its history."
            )
        best = max(self._search.match_party(asked, number), key=lambda match: match.points, default=None)
        if best is None:
            raise NotFoundError(f"Nothing in the query can be compared with a name of {party_id}.")
        candidate = Candidate(number, strong=best, identifiers=self._postings(asked, number))
        parts = self._parts(Origins(asked, self.index), candidate, best)
        points = sum(part.points for part in parts)
        return Comparison(
            best.asked.text,
            self.index.name_texts[best.name],
            points,
            shown_score(points),
            parts,
            self.profile_digest,
            "weak" if self.index.name_weak[best.name] else "strong",
        )

    def find(self, text: str) -> tuple[str, ...]:
        """Return the ids of parties that a name could mean, best first, weak aliases included."""
        exact = [self._party(int(self.index.name_party[name])).id for name in self.index.find_exact(text)]
        near = [hit.party_id for hit in self.screen(text, weak=True)]
        return tuple(dict.fromkeys(exact or near))

    def missed_names(self) -> Iterator[str]:
        """Yield every listed name that its own spelling would not find: none, or the index must not serve."""
        missed = {name for name_class in NameClass for name in self._search.find_lost(name_class)}
        names = self.index.name_texts
        missed.update(name for name in range(len(names)) if name not in self.index.find_exact(names[name]))
        for name in sorted(missed):
            yield f"{self._party(int(self.index.name_party[name])).id} {names[name]!r}"

    def _postings(self, query: Query, party: int) -> list[IdentifierPosting]:
        return [p for text in query.identifiers for p in self.index.find_identifier(text) if p.party == party]

    def _unscreenable_reason(self, query: Query, readable: Sequence[AnalysedName]) -> str:
        names = [name for name in query.names if name.strip()]
        reason = _why_unscreenable(names, readable)
        if not reason or any(map(normalise_identifier, query.identifiers)):
            return ""
        return "" if any(self.index.find_exact(name).size for name in names) else reason

    def _is_weak_only(self, candidate: Candidate) -> bool:
        """Whether a party would be a hit by a weak alias alone."""
        strong = candidate.strong is not None and candidate.strong.points >= self.threshold
        return not strong and candidate.weak is not None and candidate.weak.points >= self.threshold

    def _hits(self, query: Query, found: Iterable[Candidate], *, weak: bool) -> Iterator[tuple[int, Hit]]:
        """The hits among candidates, each with the number of its party."""
        origins = Origins(query, self.index)
        for candidate in found:
            match = candidate.best_match(weak=weak)
            if match is None and not candidate.identifiers:
                continue
            parts = self._parts(origins, candidate, match)
            points = sum(part.points for part in parts)
            if points >= self.threshold:
                yield candidate.party, self._hit(query, candidate, match, parts, points)

    def _parts(self, origins: Origins, candidate: Candidate, match: NameMatch | None) -> tuple[Part, ...]:
        return tuple(largest_effect_first(tuple(self._unordered_parts(origins, candidate, match))))

    def _unordered_parts(self, origins: Origins, candidate: Candidate, match: NameMatch | None) -> Iterator[Part]:
        evidence = self.profile.evidence
        party = self._party(candidate.party)
        if match:
            yield from self._name_parts(match)
        if candidate.identifiers:
            yield identifier_part(candidate.identifiers, evidence, alone=match is None)
        if match and candidate.weak and match is candidate.strong:
            name = self.index.name_texts[candidate.weak.name]
            label = "weak alias also matches"
            yield Part("weak alias", candidate.weak.asked.text, name, evidence[label], f"{label}: “{name}”")
        yield from other_parts(origins.query, origins, party, evidence)

    def _name_parts(self, match: NameMatch) -> Iterator[Part]:
        analysed = match.asked
        listed = self._search.listed_names(analysed.name_class)
        first, _ = self.index.class_range(analysed.name_class)
        prepared = self._search.prepare(analysed)
        _, trace = trace_name(prepared, listed.arranged.names, match.name - first, listed.words)
        text = self.index.name_texts[match.name]
        yield from name_parts(trace, analysed.words, self._listed_words(match.name))
        if exact_form(text) == exact_form(analysed.text):
            label = "written as listed"
            yield Part("spelling", analysed.text, text, self.profile.evidence[label], f"{label}, letter by letter")

    def _listed_words(self, name: int) -> tuple[Word, ...]:
        """The words of a listed name; it is taken apart anew if the index may not hold one of them whole."""
        words = self.index.words_of_name(name)
        if all(max(len(word.form), len(word.native)) < MOST_LETTERS for word in words):
            return words
        readings = name_readings(self.index.name_texts[name], self.index.class_of_name(name))
        return readings[int(self.index.name_reading[name])].words

    def _hit(
        self, query: Query, candidate: Candidate, match: NameMatch | None, parts: Sequence[Part], points: int
    ) -> Hit:
        party: IndexedParty = self._party(candidate.party)
        version = self.index.version_of(party.list_id)
        weak = bool(match and self.index.name_weak[match.name])
        return Hit(
            query_id=query.id,
            query_name=match.asked.text if match else next(iter(query.names), ""),
            party_id=party.id,
            party_name=party.caption,
            matched_name=self.index.name_texts[match.name] if match else "",
            matched_quality="weak" if weak else ("strong" if match else "identifier"),
            schema=party.schema,
            list_id=party.list_id,
            list_version=version.label,
            list_age_days=version.age_days(self.today),
            programs=party.programs,
            points=points,
            score=shown_score(points),
            parts=tuple(parts),
            index_id=self.index.facts.index_id,
            profile_digest=self.profile_digest,
            sample=self.index.facts.sample,
        )


def _why_unscreenable(names: Sequence[str], readable: Sequence[AnalysedName]) -> str:
    """Why names cannot be screened by what they are like; empty if they can."""
    if not names:
        return "no name, and no identifier of four characters or more"
    if not readable:
        return "no letters that can be read"
    if any(name.cut for name in readable):
        return f"more than {MOST_WORDS} words: no name is that long; screen each name by itself"
    return "" if any(map(is_long_enough, names)) else "too short to tell anyone apart in its script"


def _caution(query: Query) -> str:
    """What a reader must know of a name in a script that its Latin form says too little of."""
    person = classes_of_schema(query.schema) == (NameClass.PERSON,)
    script = next(filter(None, (roughly_read_script(name, person=person) for name in query.names)), "")
    if not script:
        return ""
    found = f"a name in {script} script is found where the list has it in that script"
    return f"{found}; one listed in Latin letters alone may be missed"
