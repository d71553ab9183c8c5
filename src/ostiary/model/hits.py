"""Answers: what screening one query gave, with the score taken apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, overload

Outcome = Literal["hit", "no hit", "unscreenable"]

#: The columns of a file of hits, as Arrow would write their types.
HIT_COLUMNS: tuple[tuple[str, str], ...] = (
    ("query_id", "string"),
    ("query_name", "string"),
    ("party_id", "string"),
    ("party_name", "string"),
    ("matched_name", "string"),
    ("matched_quality", "string"),
    ("schema", "string"),
    ("list_id", "string"),
    ("list_version", "string"),
    ("list_age_days", "int32"),
    ("programs", "list<string>"),
    ("score", "double"),
    ("points", "int32"),
    ("parts", "list<string>"),
    ("explanation", "string"),
    ("index_id", "string"),
    ("profile_digest", "string"),
    ("sample", "bool"),
    ("question", "string"),
)


@dataclass(frozen=True, slots=True)
class Part:
    """One labelled part of a score.

    Attributes:
        label: What was compared (``word``, ``omitted word``, ``birth date``).
        query_value: The value on the query's side, or empty.
        listed_value: The value on the list's side, or empty.
        points: What it adds or takes; whole points.
        reason: In plain words.
    """

    label: str
    query_value: str
    listed_value: str
    points: int
    reason: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A party that the query could be: same name as, identity not established.

    Attributes:
        query_id: The query's own key.
        query_name: The name of the query that matched best, as given.
        party_id: The party.
        party_name: Its primary name.
        matched_name: The listed name that matched best, as listed.
        matched_quality: ``strong`` or ``weak``.
        schema: The party's FollowTheMoney schema.
        list_id: The list.
        list_version: Label of the version that the index was compiled from.
        list_age_days: Days from that version's date of issue to the day of screening.
        programs: Tags, sorted.
        points: The sum of the parts.
        score: ``points`` on the fixed display scale, 0.0 to 1.0.
        parts: What the points are made of.
        index_id: Digest of the index.
        profile_digest: Digest of the profile.
        sample: Whether the index holds the bundled samples and no real list.
        question: The one fact to ask for that would clear this hit, or most of the query's hits; else empty.
    """

    query_id: str
    query_name: str
    party_id: str
    party_name: str
    matched_name: str
    matched_quality: str
    schema: str
    list_id: str
    list_version: str
    list_age_days: int
    programs: tuple[str, ...]
    points: int
    score: float
    parts: tuple[Part, ...]
    index_id: str
    profile_digest: str
    sample: bool = False
    question: str = ""

    @property
    def explanation(self) -> str:
        """The parts in plain words, largest effect first as they are listed."""
        return "; ".join(f"{part.reason} ({part.points:+d})" for part in self.parts)


#: The fact that is asked for where the listed names have words that the query lacks.
NAME_IN_FULL: Final = "name in full"


@dataclass(frozen=True, slots=True)
class Question:
    """The one fact to ask the bearer of a name for: the least intrusive that would clear most of the hits.

    Attributes:
        fact: What to ask for (``year of birth``).
        expected: What the listed parties have (``1962 or 1963``); any other answer clears. Of a name in full the
            words that theirs have more: other words in their place clear, and none at all do not.
        cleared: How many hits another answer clears.
        hits: Of how many.
    """

    fact: str
    expected: str
    cleared: int
    hits: int

    @property
    def text(self) -> str:
        """The question as a sentence."""
        some = f"{self.cleared} of {self.hits}" if self.cleared < self.hits else f"all {self.hits}"
        cleared = "this hit" if self.hits == 1 else f"{some} hits"
        if self.fact == NAME_IN_FULL:
            return f"Ask only: {self.fact}. Other words in place of {self.expected} clear {cleared}."
        return f"Ask only: {self.fact}. Any answer but {self.expected} clears {cleared}."


@dataclass(frozen=True, slots=True)
class Screening(Sequence[Hit]):
    """The answer to one query: a sequence of hits, best first, and an outcome.

    An empty sequence is not yet "no hit": look at ``outcome``, since what cannot be screened is not clear.

    Attributes:
        query_id: The query's own key.
        outcome: ``hit``, ``no hit`` or ``unscreenable``.
        hits: Best first.
        reason: Why it is unscreenable; else empty.
        cut: How many further hits were left off by a limit.
        weak_only: How many parties only a weak alias matches, which is no hit unless asked for.
        told: As what kind of bearer alone it was screened without a schema, and what told that; else empty.
        caution: Why a true match might be missed all the same (a script that is compared roughly); else empty.
        sample: Whether the index holds samples: then ``no hit`` means nothing.
        question: What to ask so that the hits are cleared; None where no single fact would clear any.
    """

    query_id: str
    outcome: Outcome
    hits: tuple[Hit, ...] = ()
    reason: str = ""
    cut: int = 0
    weak_only: int = 0
    told: str = ""
    caution: str = ""
    sample: bool = False
    question: Question | None = None

    @overload
    def __getitem__(self, index: int) -> Hit: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Hit, ...]: ...
    def __getitem__(self, index: int | slice) -> Hit | tuple[Hit, ...]:
        return self.hits[index]

    def __len__(self) -> int:
        return len(self.hits)

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.hits)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two names, or a name and a listed one, compared: the score and its parts.

    Attributes:
        left: First name, as given.
        right: Second name, as given or as listed.
        points: The sum of the parts.
        score: ``points`` on the fixed display scale, 0.0 to 1.0.
        parts: What the points are made of.
        profile_digest: Digest of the profile.
        right_quality: Of a listed name: ``strong`` or ``weak``; else empty.
    """

    left: str
    right: str
    points: int
    score: float
    parts: tuple[Part, ...]
    profile_digest: str
    right_quality: str = ""
