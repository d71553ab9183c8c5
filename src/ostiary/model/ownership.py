"""Ownership: who holds what of whom, by whose word, and what a regime's rule makes of it."""

from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Literal

from ostiary.model.programs import Citation

Regime = Literal["us", "eu", "uk"]
HoldingKind = Literal["ownership", "control"]
#: Whose shares are added: those of all blocked owners, of owners who act jointly, or of each owner alone.
Aggregation = Literal["all", "joint", "alone"]
#: ``blocking``: a blocked owner; ``open``: it may be one, somebody must say; ``none``: by what is known it is not.
StandingState = Literal["blocking", "open", "none"]
OwnershipVerdict = Literal["listed", "blocked by rule", "cannot tell", "not by what is known"]
#: How an owner counts in an answer; ``ultimate``: no owner of it is known, so it is taken as the last in its line.
OwnerState = Literal["listed", "blocked by rule", "open", "not blocked", "ultimate"]
NameVerdict = Literal["same", "different"]
#: How names in holdings were compared with listed ones: as ``screen`` does, or, of very many, letter by letter.
NameComparison = Literal["as screened", "exactly"]


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the whole, between two exact bounds; 1 is the whole.

    Attributes:
        least: What is certainly held.
        most: What is held at most; equal to ``least`` where the share is stated exactly.
    """

    least: Fraction
    most: Fraction

    def __str__(self) -> str:
        if self == UNKNOWN:
            return "share not stated"
        if self.least == self.most:
            return write_percent(self.least)
        return f"{write_percent(self.least)} to {write_percent(self.most)}"


#: Something is held, and nobody says how much.
UNKNOWN = Share(Fraction(0), Fraction(1))

_EXACT = 10**6
_HUNDRED = 100


def write_percent(part: Fraction) -> str:
    """Return a part of the whole in per cent, exactly; with ``about`` where it has no short decimal form."""
    percent = part * _HUNDRED
    if _EXACT % percent.denominator:
        return f"{part} (about {float(percent):.2f} %)"
    return f"{float(percent):f}".rstrip("0").rstrip(".") + " %"


@dataclass(frozen=True, slots=True)
class Holding:
    """One line of what a user knows: an owner holds a part of a company, or controls it, for a while.

    Attributes:
        owner: Name as written.
        owned: Name of the company, as written.
        share: What is held; of control without shares nothing.
        kind: ``ownership``, or ``control`` by other means than shares.
        joint: Name of the arrangement under which owners act as one; empty if there is none.
        first: First day on which it is so; None: always.
        last: Last day on which it is so; None: until further notice.
        source: Who says so, where.
        owner_party: Listing or government that the owner is, as the user states (``us_ofac:22790``); or empty.
        owned_party: Likewise of the company.
        line: Line of the file in which it stands, from 1.
    """

    owner: str
    owned: str
    share: Share
    kind: HoldingKind = "ownership"
    joint: str = ""
    first: date | None = None
    last: date | None = None
    source: str = ""
    owner_party: str = ""
    owned_party: str = ""
    line: int = 0

    def covers(self, day: date) -> bool:
        """Return whether it is so on a day."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class HoldingFault:
    """What is wrong with, or to be known of, one line of a file.

    Attributes:
        line: Line of the file, from 1.
        field: Column that it is about.
        value: As it stands in the file.
        what: What is wrong, and what to do.
    """

    line: int
    field: str
    value: str
    what: str


@dataclass(frozen=True, slots=True)
class HoldingFile:
    """What was read of a file.

    Attributes:
        name: Of the file, without its folder.
        digest: SHA-256 of its bytes, in hex.
        holdings: The lines that could be read, in order.
        faults: What is wrong; a file with any is not taken in.
        notes: What is taken and should be looked at: circles, days to come, sums a little over the whole.
    """

    name: str
    digest: str
    holdings: tuple[Holding, ...]
    faults: tuple[HoldingFault, ...] = ()
    notes: tuple[HoldingFault, ...] = ()


@dataclass(frozen=True, slots=True)
class HoldingLoad:
    """One change of the stored holdings: a file that was taken in, or sources that were dropped.

    Attributes:
        number: Its place among all, from 1.
        recorded: When (UTC).
        by: Who did it.
        file: Name of the file; empty where sources were dropped.
        digest: SHA-256 of the file, in hex; or empty.
        holdings: How many lines it brought.
        sources: Whose lines it replaced or dropped, with how many lines each.
        because: Why sources were dropped; or empty.
    """

    number: int
    recorded: datetime
    by: str
    file: str
    digest: str
    holdings: int
    sources: tuple[tuple[str, int], ...] = ()
    because: str = ""


@dataclass(frozen=True, slots=True)
class NameJudgement:
    """What somebody decided about a name in the holdings and a listing that bears it; the last one prevails.

    Attributes:
        number: Its place among all, from 1.
        name: As written in the holdings.
        party: Id of the listing.
        verdict: ``same``: the holdings mean this listing; ``different``: they mean somebody else.
        because: The reason, in the words of who judged.
        by: Who judged.
        recorded: When (UTC).
    """

    number: int
    name: str
    party: str
    verdict: NameVerdict
    because: str
    by: str
    recorded: datetime


@dataclass(frozen=True, slots=True)
class BlockingList:
    """Which entries of a list block in a regime.

    Attributes:
        list_id: The list.
        entry_list: What the entry's own list must be called (``SDN List``); empty: any.
        measure: The measure that an entry must have, if it states any; empty: any.
    """

    list_id: str
    entry_list: str = ""
    measure: str = ""


@dataclass(frozen=True, slots=True)
class ExemptProgram:
    """A program whose parties may be blocked without their companies being so: tag, why, and where that stands."""

    tag: str
    says: str
    sources: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class BlockedGovernment:
    """A government whose property is blocked without a listing, while an instrument is in force.

    Attributes:
        id: How holdings name it: ``government:VE``.
        name: In English.
        first: First day.
        last: Last day; None while in force.
        control: Whether the instrument also blocks whom the government controls without owning half.
        says: What the instrument says, in our words.
        sources: Where it stands.
    """

    id: str
    name: str
    first: date
    last: date | None
    control: bool
    says: str
    sources: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class OwnershipRule:
    """A regime's rule on the companies of blocked parties, as it stood for a while.

    Attributes:
        regime: ``us``, ``eu`` or ``uk``.
        authority: Whose rule it is.
        first: First day.
        last: Last day; None while in force.
        threshold: Part of the whole.
        inclusive: Whether the threshold itself suffices (*50 per cent or more*), or only more than it.
        aggregation: Whose shares are added.
        control: Whether control without the shares suffices.
        says: The rule in one sentence.
        taken: How it is taken here where its words leave room, and what it leaves out.
        sources: Where it stands.
    """

    regime: Regime
    authority: str
    first: date
    last: date | None
    threshold: Fraction
    inclusive: bool
    aggregation: Aggregation
    control: bool
    says: str
    taken: tuple[str, ...]
    sources: tuple[Citation, ...]

    def reaches(self, part: Fraction) -> bool:
        """Return whether a part of the whole is enough."""
        return part >= self.threshold if self.inclusive else part > self.threshold

    @property
    def limit(self) -> str:
        """The threshold in words."""
        percent = write_percent(self.threshold)
        return f"{percent} or more" if self.inclusive else f"more than {percent}"


@dataclass(frozen=True, slots=True)
class OwnershipLaw:
    """All that a regime says of ownership.

    Attributes:
        rules: Its rules, the earliest first.
        lists: Which listings block.
        exempt: Programs of which the rule may not reach the companies of those listed under them alone.
        governments: Those blocked without a listing.
    """

    rules: tuple[OwnershipRule, ...]
    lists: tuple[BlockingList, ...]
    exempt: tuple[ExemptProgram, ...] = ()
    governments: tuple[BlockedGovernment, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """What a regime makes of one owner by itself, before any of its own owners is looked at.

    Attributes:
        state: Whether it is blocked.
        why: In words: the listing with its version, the instrument, or what is open.
        party: Id of the listing or government; or empty.
        control: Whether whom it controls is blocked too, whatever the rule says of control.
    """

    state: StandingState
    why: str = ""
    party: str = ""
    control: bool = False


@dataclass(frozen=True, slots=True)
class NameQuestion:
    """A name in the holdings that a listing bears as well: the same party, or another of that name?

    Attributes:
        name: As written in the holdings.
        party: Id of the listing.
        party_name: Its name, as listed.
        score: How alike the names are, 0 to 1.
    """

    name: str
    party: str
    party_name: str
    score: float


@dataclass(frozen=True, slots=True)
class OwnerStep:
    """One owner in the tree of an answer, which is written from the top down, owners below what they own.

    Attributes:
        depth: How many steps it is away from the company that is asked about, from 1.
        name: As written in the holdings.
        party: Id of the listing or government that the user says it is; or empty.
        state: How it counts.
        why: What its state rests on, where that is no share; or empty.
        of: Name of the company that it owns or controls here.
        kind: Whether it owns or controls it.
        share: What it holds of it, in words; of control nothing.
        counted: Whether that counts towards the verdict on that company.
        joint: Arrangements under which it acts with others.
        sources: Who says so.
        since: First day, in ISO; empty: not stated.
        until: Last day, in ISO; empty: not stated.
        repeated: Whether its owners stand elsewhere in the tree already.
        cut: Whether it has owners that are left out, since the tree is large enough; ask for it by itself.
    """

    depth: int
    name: str
    party: str
    state: OwnerState
    why: str
    of: str
    kind: HoldingKind
    share: str
    counted: bool
    joint: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    repeated: bool = False
    cut: bool = False


@dataclass(frozen=True, slots=True)
class CompanyVerdict:
    """The verdict on one of many companies.

    Attributes:
        subject: The company, as written in the holdings.
        party: Id of the listing that the user says it is; or empty.
        verdict: The answer.
        counted: As in :class:`OwnershipAnswer`.
    """

    subject: str
    party: str
    verdict: OwnershipVerdict
    counted: str


@dataclass(frozen=True, slots=True)
class OwnershipSurvey:
    """The verdicts on all companies of the holdings. Information, not legal advice.

    Attributes:
        day: The day that is asked about.
        rule: The rule.
        companies: How many companies the holdings have on that day.
        compared: How names were compared with the listed ones.
        verdicts: Those that are listed or blocked, or of which it cannot be told, by name.
    """

    day: date
    rule: OwnershipRule
    companies: int
    compared: NameComparison
    verdicts: tuple[CompanyVerdict, ...]


@dataclass(frozen=True, slots=True)
class ListedRelation:
    """That one party owns or controls another, as a list states it: without a share, and none is invented."""

    owner: str
    owner_name: str
    owned: str
    owned_name: str
    type: str
    former: bool = False


@dataclass(frozen=True, slots=True)
class OwnershipAnswer:
    """Whether a company is blocked through its owners. Information, not legal advice.

    Attributes:
        subject: The company, as written in the holdings.
        party: Id of the listing that the user says it is; or empty.
        day: The day that is asked about.
        verdict: The answer.
        why: What it rests on, in one sentence.
        counted: What blocked owners certainly hold of it, in words; where each counts alone, the largest part.
        rule: The rule.
        owners: The tree of its owners, those that count first.
        unknown: What nobody states: shares, and the rest up to the whole.
        ultimate: Owners that are taken as the last in their line, since none of theirs is loaded.
        questions: Names that a listing bears, which nobody has answered.
        relations: What lists state of the parties in the tree, without shares.
        known: Listings of owners that do not block under this rule, with the reason.
        compared: How the names of owners were compared with the listed ones.
    """

    subject: str
    party: str
    day: date
    verdict: OwnershipVerdict
    why: str
    counted: str
    rule: OwnershipRule
    owners: tuple[OwnerStep, ...] = ()
    unknown: tuple[str, ...] = ()
    ultimate: tuple[str, ...] = ()
    questions: tuple[NameQuestion, ...] = ()
    relations: tuple[ListedRelation, ...] = ()
    known: tuple[str, ...] = ()
    compared: NameComparison = "as screened"
