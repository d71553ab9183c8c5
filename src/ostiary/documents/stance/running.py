"""What runs on from sentence to sentence: words between two of one speaker, and *this stance*, taken up again."""

from collections.abc import Sequence
from dataclasses import replace

from ostiary.model.claims import UNCLEAR, Claim, Link
from ostiary.model.reports import Report

_TAKING_UP = ("reiterat", "repeat", "restat", "reaffirm", "echo")
_STANCE_NOUNS = frozenset(("stance", "position", "view", "views", "line", "sentiment", "sentiments", "opinion"))
_FIRST = 4


def doubt_running(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims, none laid to the outlet where the sentences before and after it are one speaker's.

    A reported speech goes on without marks (*He will not resign. The country needs him*): whose words such a
    sentence is cannot be told.
    """
    first: dict[int, Claim] = {}
    last: dict[int, Claim] = {}
    for claim in claims:
        if claim.attributed and not claim.within and claim.speaker is not None:
            first.setdefault(claim.sentence, claim)
            last[claim.sentence] = claim
    return [
        replace(
            claim,
            attributed=True,
            stance="unknown",
            chain=(*claim.chain, Link(UNCLEAR, "unknown", relation=UNCLEAR)),
        )
        if not claim.attributed and _same_speaker(last.get(claim.sentence - 1), first.get(claim.sentence + 1))
        else claim
        for claim in claims
    ]


def _same_speaker(before: Claim | None, after: Claim | None) -> bool:
    if before is None or after is None:
        return False
    return before.speaker is not None and after.speaker is not None and before.speaker.id == after.speaker.id


def carry_stance(report: Report, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims in the order of the text, *reiterated this stance* put as what was said before it."""
    carried: list[Claim] = []
    for claim in claims:
        before = next((one for one in reversed(carried) if one.attributed), None)
        if before is not None and _takes_up(report, claim):
            carried.append(replace(claim, stance=before.stance))
        else:
            carried.append(claim)
    return carried


def _takes_up(report: Report, claim: Claim) -> bool:
    if claim.cue is None or not report.words_of(claim.cue).lower().split()[-1].startswith(_TAKING_UP):
        return False
    said = report.words_of(claim.content).lower().rstrip(".,").split()
    return not _STANCE_NOUNS.isdisjoint(said[:_FIRST])
