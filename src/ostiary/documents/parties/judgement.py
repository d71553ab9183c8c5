"""A name with what the text says for and against the listed party as its bearer, and what follows from that."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ostiary.documents.parties.bearers import Bearers, Side
from ostiary.documents.parties.candidates import Candidate
from ostiary.documents.parties.describing import Description
from ostiary.documents.parties.evidence import Evidence
from ostiary.documents.tables import read_table

_PACKAGE = "ostiary.documents.parties"
#: Names that stand also where something speaks against the listed party as their bearer, though unsure.
_TELLING = frozenset({"rare person", "rare person in part", "rare organisation", "rare organisation in part"})
#: Names of plain words or of a person: every country has a National Bank, so to name its country says too little.
NAMED = "named organisation"
PLAIN = ("usual organisation", NAMED)
#: The rows of ``bars.csv`` that say what is needed on top.
_RESPELLED = "respelled"
_DELISTED = "delisted"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A candidate with what speaks for it.

    Attributes:
        candidate: The name and the party.
        telling: How telling such a name is, a row of ``bars.csv``.
        told: The words beside the name that describe its bearer.
        evidence: What in the text speaks for the party.
        against: What in the text speaks against it; empty if nothing does.
        unsettled: What leaves open whether it is meant, though nothing speaks against it; empty if nothing does.
        side: Which of several bearers of the name is meant here; None if the text tells of one only.
        bearers: What the text tells of these bearers.
        elsewhere: Whether evidence stands where the text has the same name elsewhere.
        shared: Whether other parties may be meant as well.
        outdone: The party of the same name for which the text says more; empty if there is none.
    """

    candidate: Candidate
    telling: str
    told: Description
    evidence: tuple[Evidence, ...]
    against: str = ""
    unsettled: str = ""
    side: Side | None = None
    bearers: Bearers | None = None
    elsewhere: bool = False
    shared: bool = False
    outdone: str = ""

    @property
    def points(self) -> int:
        """The sum of all evidence."""
        return sum(one.points for one in self.evidence)

    @property
    def sure(self) -> bool:
        """Whether the name is taken for the party."""
        plain = self.telling.startswith(PLAIN)
        points = sum(one.points for one in self.evidence if not (plain and one.kind.startswith("country")))
        return self.shown and not (self.shared or self.against or self.unsettled) and points >= self._bar[0]

    @property
    def shown(self) -> bool:
        """Whether the name is shown at all."""
        if not self.telling or self.outdone or (self.against and self.telling not in _TELLING):
            return False
        if any(one.kind == "designation near" for one in self.evidence):
            return True
        return self.points >= self._bar[1]

    @property
    def doubt(self) -> str:
        """Why a name that is not shown is not, in plain words."""
        if not self.telling:
            return "so common a word or name tells nobody apart"
        if self.outdone:
            return f"the text says more for {self.outdone}, who has this name too"
        if self.against and self.telling not in _TELLING:
            return self.against
        said = "; ".join(one.wording for one in self.evidence)
        return (
            f"too little speaks for the listed party ({said})"
            if said
            else "nothing near speaks for the listed party"
        )

    @property
    def _bar(self) -> tuple[int, int]:
        """The points to be sure, and to be shown: more for another spelling and for who has left the list."""
        bars = [_bars()[self.telling]]
        bars += [_bars()[_RESPELLED]] if self.candidate.row.spelled else []
        bars += [_bars()[_DELISTED]] if self.candidate.bearer.delisted_in else []
        return sum(sure for sure, _ in bars), sum(shown for _, shown in bars)


@cache
def _bars() -> Mapping[str, tuple[int, int]]:
    return {row["name"]: (int(row["sure"]), int(row["shown"])) for row in read_table("bars.csv", _PACKAGE)}
