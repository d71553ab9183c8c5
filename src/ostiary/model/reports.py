"""Texts that are read: a report, its zones, and what is found in it before anyone asks who said it.

All positions are indexes into :attr:`Report.text` (Unicode code points, end exclusive). For a plain text file they
are positions in the file as decoded; for HTML and PDF each zone says where in the file it was found.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ostiary.model.periods import Period

ReportFormat = Literal["text", "html", "pdf"]

ZoneKind = Literal[
    "headline",
    "standfirst",
    "byline",
    "dateline",
    "crosshead",
    "body",
    "box",
    "caption",
    "photo credit",
    "poll question",
    "poll options",
    "advertisement",
    "repeated",
    "other furniture",
]

#: Zones that never yield a claim, a date or an act: they are not what the report says.
FURNITURE: frozenset[ZoneKind] = frozenset(
    (
        "byline",
        "caption",
        "photo credit",
        "poll question",
        "poll options",
        "advertisement",
        "repeated",
        "other furniture",
    )
)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a report's text: index of its first character, and of the one after its last."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Return whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Return whether the other lies wholly within this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Zone:
    """A block of a report and what part it plays.

    Attributes:
        kind: What it is.
        span: Where it stands.
        reason: Why it is taken for that, in plain words; empty for body text.
        place: Where in the file: ``line 12``, ``page 3``.
    """

    kind: ZoneKind
    span: Span
    reason: str = ""
    place: str = ""

    @property
    def furniture(self) -> bool:
        """Whether it is left out of everything that is read."""
        return self.kind in FURNITURE


@dataclass(frozen=True, slots=True)
class Report:
    """A news report as text.

    Attributes:
        id: Its key within one reading (``r1``).
        name: The file's name, without its folder.
        digest: SHA-256 of the file's bytes, in hexadecimal.
        format: What the file was.
        text: What is read; all spans are positions in it.
        zones: Its blocks in order; blank lines lie between them.
        outlet: Who published it, or empty if neither the text nor the user says so.
        published: The day it was published, or None if unknown.
        language: ISO 639-1 code of the text (``en``), or empty if too short to say.
        remarks: What a reader must know: pages without text, a language that is not read, characters replaced.
    """

    id: str
    name: str
    digest: str
    format: ReportFormat
    text: str
    zones: tuple[Zone, ...]
    outlet: str = ""
    published: date | None = None
    language: str = ""
    remarks: tuple[str, ...] = ()

    def words_of(self, spans: Sequence[Span] | Span) -> str:
        """Return the text of a span, or of several with ``…`` between them."""
        spans = (spans,) if isinstance(spans, Span) else spans
        return " … ".join(self.text[span.start : span.end] for span in spans)

    def zone_at(self, position: int) -> Zone | None:
        """Return the zone that holds a position, or None between zones."""
        at = bisect_right(self.zones, position, key=lambda zone: zone.span.start) - 1
        return self.zones[at] if at >= 0 and position < self.zones[at].span.end else None


MentionKind = Literal["name", "alias", "partial name", "acronym", "nominal", "pronoun"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names or refers to a designated party.

    Attributes:
        span: Where.
        kind: How it names the party; ``nominal`` and ``pronoun`` refer back to a name.
        party_id: The party (``us_ofac:22790``).
        matched_name: The listed name that it was found by, as listed; empty for what refers back.
        sure: False for what refers back (``the cartel``, ``he``) and for a name that several parties share.
        reason: In plain words why it is taken for that party.
    """

    span: Span
    kind: MentionKind
    party_id: str
    matched_name: str = ""
    sure: bool = True
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PassedOver:
    """Words written as a listed name is, and not taken for the party: told, so that nothing is lost in silence.

    Attributes:
        words: As the text first writes them.
        spans: Everywhere they stand and were passed over for this reason.
        party_ids: The parties that have such a name.
        matched_names: For each of them the name, as listed.
        reason: In plain words why the words are not taken for any of them.
    """

    words: str
    spans: tuple[Span, ...]
    party_ids: tuple[str, ...]
    matched_names: tuple[str, ...]
    reason: str


VoiceKind = Literal["person", "outlet", "agency", "group", "unnamed", "document", "unknown"]


@dataclass(frozen=True, slots=True)
class Voice:
    """Someone whose word a report gives: a speaker, an outlet, an agency, an unnamed source.

    Attributes:
        id: Its key within one reading (``r1:v3``).
        name: The fullest form in the text (``Pam Bondi``), or the wording of an unnamed source.
        kind: What it is. ``group`` is named only by class (``legal specialists``); ``unnamed`` asked not to be.
        office: Title or office as the text gives it (``Attorney General``), or empty.
        former: Whether the text calls the office former.
        spans: Every place that names or refers to it, first first.
    """

    id: str
    name: str
    kind: VoiceKind
    office: str = ""
    former: bool = False
    spans: tuple[Span, ...] = ()


DatePrecision = Literal["day", "week", "month", "season", "year", "range", "none"]


@dataclass(frozen=True, slots=True)
class ReportedDate:
    """A date expression, resolved as far as the text allows.

    Attributes:
        span: The expression (``two weeks ago``).
        precision: How fine the text is, not how fine one could guess.
        period: The days that it may mean; None if it cannot be resolved.
        reason: How it was resolved, or why it cannot be.
    """

    span: Span
    precision: DatePrecision
    period: Period | None
    reason: str
