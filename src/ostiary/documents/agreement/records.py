"""Is what two reports tell an act that anybody can look up? Then the record establishes it, not their number."""

from collections.abc import Mapping
from functools import cache

from ostiary.documents.agreement.concepts import PACKAGE
from ostiary.documents.agreement.propositions import Proposition
from ostiary.documents.tables import read_table
from ostiary.model.claims import Reading, ReportedActKind, Stance

#: Acts as the reading types them, and what the record of each is.
TYPED: Mapping[ReportedActKind, str] = {
    "designation": "a designation",
    "delisting": "a delisting",
    "reward": "an announced reward",
    "indictment": "charges on file",
}
#: Only what is told as done is on record.
DONE: frozenset[Stance] = frozenset({"asserted", "unknown"})
#: Concepts that leave open whether it was done, or say that it was done in secret.
OPEN_CONCEPTS = frozenset({"plan", "consider", "propose", "vow", "secret", "leak", "expect", "threaten", "deny"})


@cache
def _acts() -> tuple[tuple[str, frozenset[str], str], ...]:
    rows = read_table("record_acts.csv", PACKAGE)
    return tuple((row["act"], frozenset(filter(None, row["with"].split("|"))), row["record"]) for row in rows)


def find_record(left: Proposition, right: Proposition, readings: tuple[Reading, Reading]) -> str:
    """Return what public record holds what two propositions both tell (``a designation``), or an empty text."""
    if not all(_told_as_done(proposition) for proposition in (left, right)):
        return ""
    shared = left.own & right.own
    for act, with_, record in _acts():
        if act in shared and (not with_ or (with_ & left.own and with_ & right.own)):
            return record
    kinds = _typed_acts(left, readings[0]) & _typed_acts(right, readings[1])
    return TYPED[min(kinds)] if kinds else ""


def _told_as_done(proposition: Proposition) -> bool:
    if proposition.claim.stance not in DONE or proposition.claim.anonymous or proposition.denied:
        return False
    return not proposition.own & OPEN_CONCEPTS and not proposition.open_ended


def _typed_acts(proposition: Proposition, reading: Reading) -> frozenset[ReportedActKind]:
    return frozenset(
        act.kind
        for act in reading.acts
        if act.stage == "act" and act.kind in TYPED and proposition.span.overlaps(act.span)
    )
