"""The brief over several reports: what is established about whom, and what is only said, by whom."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ostiary.model.claims import Link, Reading
from ostiary.model.periods import Period
from ostiary.model.reports import Span

Verdict = Literal["independent", "one origin", "public record", "cannot tell"]
DifferenceKind = Literal["attribution", "stance", "number", "date", "list name", "wording"]


@dataclass(frozen=True, slots=True)
class Difference:
    """Where two tellings of one claim part.

    Attributes:
        kind: In what.
        left: What the first says.
        right: What the second says.
        excludes: Whether both cannot be true at once; otherwise it is a difference and no contradiction.
    """

    kind: DifferenceKind
    left: str
    right: str
    excludes: bool = False


@dataclass(frozen=True, slots=True)
class Agreement:
    """One claim that several reports make, and what that is worth.

    Attributes:
        claims: Ids of the claims, in the order of the reports.
        summary: The claim in the words of the report that puts it most plainly.
        origins: Where their chains end, each once.
        verdict: Whether they confirm each other.
        reason: Why, in plain words.
        differences: Where the tellings part.
    """

    claims: tuple[str, ...]
    summary: str
    origins: tuple[str, ...]
    verdict: Verdict
    reason: str
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class PartyDifference:
    """What a report says of a party that the register does not say.

    Attributes:
        report_id: The report.
        span: Where it says so.
        reported: What it says.
        registered: What the register says, or that it says nothing.
    """

    report_id: str
    span: Span
    reported: str
    registered: str


@dataclass(frozen=True, slots=True)
class NamedParty:
    """A designated party that the reports name.

    Attributes:
        id: ``us_ofac:22790``.
        name: Its primary name, as listed.
        schema: Its FollowTheMoney schema.
        listings: One line for each program on the day of the report: list, program, since when.
        identity: ``same name as … , identity not established``, or what in the text says more.
        mentions: How often each report names it: report id, count.
        differences: Where the reports say more or other than the register.
        possible: Whether only a name that several people bear points to it, so that it may be somebody else.
    """

    id: str
    name: str
    schema: str
    listings: tuple[str, ...]
    identity: str
    mentions: tuple[tuple[str, int], ...]
    differences: tuple[PartyDifference, ...] = ()
    possible: bool = False


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """A sentence of a report that carries much of it.

    Attributes:
        report_id: The report.
        span: The sentence.
        chain: On whose word, outermost first.
        claim_id: The claim it rests on, or empty.
    """

    report_id: str
    span: Span
    chain: tuple[Link, ...]
    claim_id: str = ""


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """Something that the reports date.

    Attributes:
        period: When; None if the text does not let one say.
        stage: ``vow``, ``proposal``, ``order``, ``plan``, ``act`` or ``statement``: never merged.
        text: What, in the report's words.
        report_id: The report.
        span: Where it says so.
        chain: On whose word, outermost first.
        written: The date as written.
    """

    period: Period | None
    stage: str
    text: str
    report_id: str
    span: Span
    chain: tuple[Link, ...]
    written: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Brief:
    """What a careful reader would write down after reading the reports.

    Attributes:
        day: The day on which listings are stated: publication, or today if unknown.
        readings: One for each report, in the order given.
        parties: Designated parties named.
        key_points: The sentences that carry most, in order of weight.
        agreement: Claims that several reports make.
        timeline: Dated events in order; those without a date last.
        list_versions: Label of each list version that was read against, with its list.
        sample: Whether the register holds the bundled samples and no real list.
        remarks: What the reader must know before relying on it.
    """

    day: date
    readings: tuple[Reading, ...]
    parties: tuple[NamedParty, ...] = ()
    key_points: tuple[KeyPoint, ...] = ()
    agreement: tuple[Agreement, ...] = ()
    timeline: tuple[TimelineEvent, ...] = ()
    list_versions: tuple[str, ...] = ()
    sample: bool = False
    remarks: tuple[str, ...] = ()

    def __repr__(self) -> str:
        claims = sum(len(reading.claims) for reading in self.readings)
        sample = "SAMPLES, not a real list; " if self.sample else ""
        return (
            f"<Brief: {sample}reports {len(self.readings)}, designated parties {len(self.parties)}, "
            f"claims {claims}, in several reports {len(self.agreement)}, listings of {self.day}>"
        )
