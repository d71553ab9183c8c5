"""What stands where in a brief: reports, claims and parties by id, and the accusations that a passage holds."""

from collections.abc import Iterable, Iterator, Sequence

from ostiary.documents.spans import SpanIndex
from ostiary.model.briefs import Brief, NamedParty
from ostiary.model.claims import Claim, Reading
from ostiary.model.reports import Report, Span


class Contents:
    """A brief, to be asked by id.

    Args:
        brief: The brief.
    """

    def __init__(self, brief: Brief) -> None:
        self.brief = brief
        self._readings = {reading.report.id: reading for reading in brief.readings}
        self._claims = {claim.id: claim for reading in brief.readings for claim in reading.claims}
        self._parties = {party.id: party for party in brief.parties}
        self._places = {
            reading.report.id: SpanIndex(list(_place_claims(reading.claims)), lambda place: place[0])
            for reading in brief.readings
        }

    def reading(self, report_id: str) -> Reading:
        """Return the reading of a report."""
        return self._readings[report_id]

    def report(self, report_id: str) -> Report:
        """Return a report."""
        return self._readings[report_id].report

    def claims_of(self, claim_ids: Sequence[str]) -> list[Claim]:
        """Return the claims of some ids, without those that are none."""
        return [claim for claim in map(self.claim, claim_ids) if claim]

    def claim(self, claim_id: str) -> Claim | None:
        """Return a claim, or None if the brief does not hold it."""
        return self._claims.get(claim_id)

    def party(self, party_id: str) -> NamedParty | None:
        """Return a designated party that the reports name, or None."""
        return self._parties.get(party_id)

    def words(self, claim: Claim) -> str:
        """Return the content of a claim, as the report writes it."""
        return self.report(claim.report_id).words_of(claim.content)

    def passage(self, report_id: str, span: Span) -> str:
        """Return what a report says in one place."""
        return self.report(report_id).words_of(span)

    def claims(self) -> tuple[Claim, ...]:
        """Return every claim, in the order of the reports."""
        return tuple(self._claims.values())

    def accusations(self) -> tuple[Claim, ...]:
        """Return every claim that accuses, in the order of the reports."""
        return tuple(claim for claim in self._claims.values() if claim.accusation)

    def claims_in(self, report_id: str, spans: Span | Sequence[Span]) -> tuple[Claim, ...]:
        """Return the claims of a report that share a character with a passage, in its order."""
        places = self._places.get(report_id)
        wanted = (spans,) if isinstance(spans, Span) else spans
        found = (claim for span in wanted for _, claim in (places.overlapping(span) if places else ()))
        return tuple({claim.id: claim for claim in found}.values())

    def accusations_in(self, report_id: str, spans: Span | Sequence[Span]) -> tuple[Claim, ...]:
        """Return the claims of a report that accuse somebody and share a character with a passage.

        Whoever shows a passage asks this first: an accusation is never shown without its accuser.
        """
        found = self.claims_in(report_id, spans)
        return tuple(claim for claim in found if claim.accusation and claim.accusation.status != "not accused")

    def accusations_under(self, claim: Claim) -> tuple[Claim, ...]:
        """Return the claims that accuse within the content of another one."""
        found = self.accusations_in(claim.report_id, claim.content)
        return tuple(accusing for accusing in found if accusing.id != claim.id)


def _place_claims(claims: Iterable[Claim]) -> Iterator[tuple[Span, Claim]]:
    for claim in claims:
        for span in claim.content:
            yield span, claim
