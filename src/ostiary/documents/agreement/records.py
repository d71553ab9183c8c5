"""Is what two reports tell something that anybody can look up? Then the record shows it, not their number."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ostiary.documents.agreement.concepts import PACKAGE, read_concepts, stem
from ostiary.documents.agreement.propositions import Proposition
from ostiary.documents.agreement.sources import Source
from ostiary.documents.agreement.speakers import fold_name
from ostiary.documents.tables import read_column, read_table
from ostiary.model.claims import Reading, ReportedActKind, Stance

#: Acts as the reading types them, and what the record of each is.
TYPED: Mapping[ReportedActKind, str] = {
    "designation": "a designation",
    "delisting": "a delisting",
    "reward": "an announced reward",
    "indictment": "a charge on file",
}
#: Only what is told as done is on record.
DONE: frozenset[Stance] = frozenset({"asserted", "unknown"})
#: What courts and prosecutors do is done, though what it is about is alleged.
IN_COURT = frozenset({"charge", "sue", "convict", "acquit", "sentence"})
#: Concepts that leave open whether it was done, or say that it was done in secret.
OPEN_CONCEPTS = frozenset({"plan", "consider", "propose", "vow", "secret", "leak", "expect", "threaten", "deny"})
#: Concepts of those whose acts are published.
AUTHORITIES = frozenset(
    {"government", "president", "minister", "ministri", "governor", "mayor", "parliament", "regulator", "king"}
    | {"state department", "treasury", "foreign ministry", "interior ministry", "justice ministry", "central bank"}
    | {"united states", "united kingdom", "european union", "united nations", "official", "customs"}
    | {"court", "judge"}
)
#: Documents whose word means other things too.
VAGUE = frozenset(
    {"order", "list", "law", "minutes", "budget", "tariff", "notice", "database", "records", "constitution"}
)


@dataclass(frozen=True, slots=True)
class RecordRule:
    """What makes a claim one about a record.

    Attributes:
        act: The concept that both tellings have.
        with_: Concepts of which each must have one; none if empty.
        told: ``done``: told as done. ``standing``: may be open too (``may be sold``), in an outlet's own voice.
            ``official``: told as done by an authority, with nothing left unnamed or secret.
        record: What the record is called.
    """

    act: str
    with_: frozenset[str]
    told: str
    record: str


@cache
def _rules() -> tuple[RecordRule, ...]:
    return tuple(
        RecordRule(row["act"], frozenset(filter(None, row["with"].split("|"))), row["told"], row["record"])
        for row in read_table("record_acts.csv", PACKAGE)
    )


@cache
def _public_documents() -> tuple[str, ...]:
    return read_column("public_documents.csv", "word", PACKAGE)


def find_record(left: Proposition, right: Proposition, readings: tuple[Reading, Reading], *, openly: bool) -> str:
    """Return what public record holds what two propositions both tell (``a designation``), or an empty text.

    Args:
        left: The one.
        right: The other.
        readings: The reports of both.
        openly: Whether all sources of the two tellings are named, and none of them speaks of a secret or a plan.
    """
    shared = left.own & right.own
    done = _told_as_done(left) and _told_as_done(right)
    own_voice = not left.claim.attributed and not right.claim.attributed
    applies = {
        "done": shared | _share_of_named(left, right) if done else frozenset(),
        "standing": shared | _share_beside(left, right) if own_voice else frozenset(),
        "official": shared if done and openly and _has_all(AUTHORITIES, left, right) else frozenset(),
    }
    for rule in _rules():
        if rule.act in applies[rule.told] and _has_all(rule.with_, left, right):
            return rule.record
    kinds = _typed_acts(left, readings[0]) & _typed_acts(right, readings[1]) if done else frozenset()
    return TYPED[min(kinds)] if kinds else ""


def _share_of_named(left: Proposition, right: Proposition) -> frozenset[str]:
    """Return what one tells and the other has beside it, where both are about the same party."""
    if not any(key.startswith("party ") for key in left.own & right.own):
        return frozenset()
    return (left.own & right.near) | (left.near & right.own)


def _share_beside(left: Proposition, right: Proposition) -> frozenset[str]:
    return (left.near & (right.own | right.near)) | (left.own & right.near)


def _has_all(wanted: frozenset[str], *propositions: Proposition) -> bool:
    """Return whether each proposition has one of the concepts, in itself or beside it; true if none is wanted."""
    return not wanted or all(wanted & (each.own | each.near) for each in propositions)


def _told_as_done(proposition: Proposition) -> bool:
    """Return whether somebody who can be told says that it was done."""
    alleged_in_court = proposition.claim.stance == "alleged" and proposition.own & IN_COURT
    if (proposition.claim.stance not in DONE and not alleged_in_court) or proposition.claim.anonymous:
        return False
    return not proposition.denied and not proposition.open_ended and not proposition.own & OPEN_CONCEPTS


def _typed_acts(proposition: Proposition, reading: Reading) -> frozenset[ReportedActKind]:
    return frozenset(
        act.kind
        for act in reading.acts
        if act.stage == "act" and act.kind in TYPED and proposition.span.overlaps(act.span)
    )


def is_kept_back(proposition: Proposition) -> bool:
    """Return whether what a proposition tells is called secret, leaked or planned, or its source is not named."""
    return bool(proposition.claim.anonymous) or bool((proposition.own | proposition.near) & OPEN_CONCEPTS)


def is_public_document(source: Source) -> bool:
    """Return whether a chain ends at a document that anybody can look up (``the cargo register``)."""
    if source.origin.kind not in {"document", "unknown", "outlet"}:
        return False
    name = f" {fold_name(source.origin.name)} "
    return any(f" {word} " in name for word in _public_documents())


def name_shared_document(one: Sequence[Proposition], other: Sequence[Proposition]) -> str:
    """Return the document that anybody can look up which two tellings both speak of, in or beside what they tell.

    One that has a word of many senses must have a number too, and the same (``Notice 14``).
    """
    left, right = (frozenset[str]().union(*(each.own | each.near for each in told)) for told in (one, other))
    numbered = any(key.startswith("number ") for key in left & right)
    return next(
        (
            word
            for word in _public_documents()
            if _stands_in(word, left & right) and (numbered or word not in VAGUE)
        ),
        "",
    )


def mentions_document(proposition: Proposition) -> bool:
    """Return whether a document that anybody can look up stands in a proposition or beside it."""
    return any(_stands_in(word, proposition.own | proposition.near) for word in _public_documents())


def _stands_in(document: str, around: frozenset[str]) -> bool:
    return all(stem(word) in around or read_concepts().of_word(word) in around for word in document.split())
