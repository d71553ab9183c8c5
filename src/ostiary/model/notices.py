"""Notices: acts and statements that the list files do not hold, or do not date, each with its sources.

A notice is somebody's act or word on a day. It lists nobody, scores nobody and is never shown without who said it;
what it accuses somebody of is not thereby so.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, get_args

from ostiary.model.certainty import Certainty, Reading
from ostiary.model.periods import Period

NoticeKind = Literal["order", "designation", "delisting", "relation", "reward", "accusation", "dispute"]
RewardStep = Literal["opened", "raised", "lowered", "repeated", "remarked", "ended"]
AccusationStep = Literal[
    "alleged",
    "charged",
    "amended",
    "denied",
    "contested",
    "in custody",
    "postponed",
    "dropped",
    "convicted",
    "sentenced",
    "acquitted",
    "overturned",
    "accused died",
]
DisputeStep = Literal["asserted", "doubted", "reopened"]
NoticeStep = Literal[RewardStep, AccusationStep, DisputeStep]

#: What can happen in a matter of each kind, in no order: a reward is raised before it ends, or never.
STEPS: Final[dict[NoticeKind, tuple[NoticeStep, ...]]] = {
    "reward": get_args(RewardStep),
    "accusation": get_args(AccusationStep),
    "dispute": get_args(DisputeStep),
}

#: The steps with which a matter ends, or after which only a sentence or an appeal follows.
OUTCOMES: Final[frozenset[str]] = frozenset(
    {"ended", "dropped", "convicted", "sentenced", "acquitted", "overturned", "accused died"}
)
_ASIDE: Final[frozenset[str]] = frozenset(
    {"denied", "contested", "in custody", "postponed", "repeated", "remarked"}
)

SourceKind = Literal["Federal Register", "court paper", "press release", "official document", "press report"]


@dataclass(frozen=True, slots=True)
class NoticeSource:
    """A paper that a notice rests on.

    Attributes:
        citation: Who published what, so that it can be found without an address (``90 FR 53045``).
        kind: What sort of paper it is; the press alone establishes nothing.
        published: The day it became public.
        checked: The day we last looked it up.
        read: How far it was read then.
        url: Where it was published, as text; or empty.
    """

    citation: str
    kind: SourceKind
    published: date
    checked: date
    read: Reading
    url: str = ""


@dataclass(frozen=True, slots=True)
class StatedRelation:
    """How somebody says that two listed parties stand to each other.

    Attributes:
        source: Party id that the relation starts from.
        target: Party id that it points to.
        wording: What it is named, to stand before the other's name (``named as head of``): no fact of our own.
    """

    source: str
    target: str
    wording: str


@dataclass(frozen=True, slots=True)
class Notice:
    """One act or statement of a day.

    Attributes:
        id: The file and its place there (``maduro/3``).
        kind: What it is.
        period: The day of the act, of a designation the day from which it holds; of another act the month or year
            where no source gives the day.
        by: Whose act or word it is.
        parties: Ids of the parties concerned, by list number (``us_ofac:22790``).
        says: What was done or said, in our words.
        certainty: How sure it is that this was done or said. Whether what was said is so is another thing: where
            sources contradict it, this is ``disputed``.
        sources: What it rests on, at least one.
        programs: Program tags that the parties were put under, or taken from.
        step: What it was in the history of its matter; empty outside of one.
        amount: Of a reward, the most that is offered, in units of ``currency``; 0 elsewhere.
        currency: ISO 4217, or empty.
        relation: Of a relation, who to whom.
    """

    id: str
    kind: NoticeKind
    period: Period
    by: str
    parties: tuple[str, ...]
    says: str
    certainty: Certainty
    sources: tuple[NoticeSource, ...]
    programs: tuple[str, ...] = ()
    step: NoticeStep | Literal[""] = ""
    amount: int = 0
    currency: str = ""
    relation: StatedRelation | None = None

    @property
    def day(self) -> date:
        """The day of the act, or the first on which it may have been."""
        return self.period.first

    @property
    def published(self) -> date:
        """The day from which it could be known."""
        return min(source.published for source in self.sources)

    @property
    def checked(self) -> date:
        """The day from which we had it."""
        return min(source.checked for source in self.sources)

    @property
    def from_authority(self) -> bool:
        """Whether its date is the authority's own, not the press's."""
        return self.certainty != "reported" and any(source.kind != "press report" for source in self.sources)


@dataclass(frozen=True, slots=True)
class Matter:
    """Something with a history: an accusation up to its end, a reward, a question that is disputed.

    Attributes:
        id: The file and its place there (``maduro/matter/1``).
        kind: ``accusation``, ``reward`` or ``dispute``.
        title: What it is about, so worded that nothing open is said as a fact.
        parties: Ids of the parties concerned.
        notices: Its history, the first step first.
        case: Court and number, or the program of a reward; or empty.
        unverified: What we could not find out about it, for instance whether it has ended; or empty.
    """

    id: str
    kind: NoticeKind
    title: str
    parties: tuple[str, ...]
    notices: tuple[Notice, ...]
    case: str = ""
    unverified: str = ""

    @property
    def standing(self) -> Notice:
        """The last step that moved it: that somebody denies it, or is held for it, moves nothing."""
        return next((one for one in reversed(self.notices) if one.step not in _ASIDE), self.notices[-1])

    @property
    def outcome(self) -> Notice | None:
        """How it ended, as far as is known; None while it is open or nothing is known of its end."""
        return self.standing if self.standing.step in OUTCOMES else None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two statements that cannot both be right; both are shown, none is chosen.

    Attributes:
        about: What they disagree on.
        left: What one says, with its source.
        right: What the other says, with its source.
    """

    about: str
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Event:
    """One point of a dossier's timeline.

    Attributes:
        period: The day, or the days between two versions within which it happened.
        kind: That of the notice; ``act``, ``listed``, ``program`` or ``delisted`` for what a list itself shows.
        what: What happened, in a line.
        by: Whose act or word it is.
        dated_by: Whose date it is: the authority's, bracketed by two versions of a list, or the press's.
        certainty: As for a notice; what a list says is established as said by its authority.
        party: Id of the listing that it belongs to; empty for a notice.
        sources: What it rests on; empty where the list itself does.
    """

    period: Period
    kind: str
    what: str
    by: str
    dated_by: Literal["the authority", "versions", "the press"]
    certainty: Certainty = "established"
    party: str = ""
    sources: tuple[NoticeSource, ...] = ()
