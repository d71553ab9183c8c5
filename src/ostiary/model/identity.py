"""Identity: which listings are one party, on what evidence, and who judged so."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

LinkBasis = Literal[
    "judgement", "cross reference", "identifier", "name, birth date and country", "one name under two programs"
]
LinkState = Literal["linked", "blocked", "conflict", "proposed"]
Verdict = Literal["same", "different"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What two listings say, side by side.

    Attributes:
        kind: What was compared (``UN reference number``, ``passport``, ``birth date``).
        left: Id of the listing that says ``left_value``.
        right: Id of the listing that says ``right_value``.
        left_value: As published.
        right_value: As published.
    """

    kind: str
    left: str
    right: str
    left_value: str
    right_value: str

    @property
    def text(self) -> str:
        """Both values in one line, each with the listing that says it."""
        if self.left_value == self.right_value:
            return f"{self.kind}: {self.left_value} ({self.left} and {self.right})"
        return f"{self.kind}: {self.left_value} ({self.left}), {self.right_value} ({self.right})"


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why somebody judges as he does.

    Attributes:
        because: In his own words; not empty.
        by: Who judges.
        evidence: Address of a document, as text; or empty.
    """

    because: str
    by: str
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody decided about two listings; a later one on the same two prevails, and none is overwritten.

    Attributes:
        number: Its place among all judgements, from 1.
        left: Id of one listing, the first of the two in the order of texts.
        right: Id of the other.
        verdict: ``same`` party, or ``different`` ones.
        because: The reason, in the words of who judged.
        evidence: Address of a document, as text; or empty.
        by: Who judged.
        recorded: When (UTC).
    """

    number: int
    left: str
    right: str
    verdict: Verdict
    because: str
    evidence: str
    by: str
    recorded: datetime


@dataclass(frozen=True, slots=True)
class Link:
    """Why two listings are, or are not, one party.

    Attributes:
        left: Id of a listing: the one that was asked about, where one was.
        right: Id of the other.
        state: ``linked``: one party; ``blocked``: something speaks against it, or a person judged so;
            ``conflict``: joining them would make one party of two listings of one list, so somebody must judge;
            ``proposed``: one list may have entered somebody twice, which it does not say: somebody may judge.
        basis: What the link rests on; of a chain its weakest step.
        evidence: What both say alike, the strongest first; of a chain step by step.
        contradictions: What they say otherwise; of a conflict the two listings of one list.
        judgement: Whose decision it is; None where it is computed.
        via: Ids of the listings between, in their order, where the two are linked through others; else empty.
    """

    left: str
    right: str
    state: LinkState
    basis: LinkBasis
    evidence: tuple[Evidence, ...] = ()
    contradictions: tuple[Evidence, ...] = ()
    judgement: Judgement | None = None
    via: tuple[str, ...] = ()
