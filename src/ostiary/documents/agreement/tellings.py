"""One report's telling of a claim: where it tells it, and on whose word."""

from dataclasses import dataclass

from ostiary.documents.agreement.propositions import Proposition
from ostiary.documents.agreement.sources import Source, find_sources
from ostiary.model.claims import Reading


@dataclass(frozen=True, slots=True)
class Telling:
    """One report's telling of a claim.

    Attributes:
        report: Position of the reading in the sequence compared.
        reading: The report.
        propositions: Where it tells it.
        sources: On whose word; what it says in its own voice counts only where it names nobody at all.
    """

    report: int
    reading: Reading
    propositions: tuple[Proposition, ...]
    sources: tuple[Source, ...]

    @property
    def publisher(self) -> str:
        """Who published it, as a reader would say."""
        return self.reading.report.outlet or f"the outlet of {self.reading.report.id}"


def tell(report: int, reading: Reading, propositions: tuple[Proposition, ...]) -> Telling:
    """Return one report's telling of a claim: its position, the reading, where it tells it."""
    claims = {proposition.claim.id: proposition.claim for proposition in propositions}
    sources = tuple(source for claim in claims.values() for source in find_sources(claim, reading))
    attributed = tuple(source for source in sources if source.standing != "own voice")
    return Telling(report, reading, propositions, attributed or sources)
