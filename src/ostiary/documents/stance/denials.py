"""Who denies what: each denial beside the accusation that it answers."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ostiary.documents.stance.accusations import OWN_VOICE
from ostiary.documents.stance.alleged import NOT_NAMED
from ostiary.documents.stance.phrases import stance_words
from ostiary.model.claims import Accusation, AccusationStatus, Claim
from ostiary.model.reports import Report

#: A denial answers accusations of so many sentences before it, and of the one after it.
_SENTENCES_BACK = 4
_SENTENCES_ON = 1
#: Without a word on who is accused it answers only what has just been said.
_SENTENCES_BACK_UNNAMED = 2
_STANDING: frozenset[AccusationStatus] = frozenset(("alleged", "charged", "amended", "convicted"))
_MARKS = ".,;:!?\"'“”‘’()"


def link_denials(report: Report, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims, each accusation with who denies it, each denial with whose accusation it denies.

    A denial answers the nearest accusations of one party. One that names nobody (*a lawyer denied it*) answers
    what was said just before it, if that accuses only one.
    """
    made = sorted(
        (
            claim
            for claim in claims
            if claim.accusation and claim.accusation.status in _STANDING and _stands(claim)
        ),
        key=lambda claim: claim.sentence,
    )
    changed: dict[str, Claim] = {}
    for denial in claims:
        if not _denies(denial):
            continue
        answered = _answered(report, denial, made)
        for one in answered:
            current = changed.get(one.id, one)
            changed[one.id] = _add_denier(current, _denier(denial))
        if answered:
            changed[denial.id] = _say_whose(report, denial, answered)
    return [changed.get(claim.id, claim) for claim in claims]


def _stands(claim: Claim) -> bool:
    return claim.stance not in ("denied", "rejected")


def _denies(claim: Claim) -> bool:
    if claim.accusation is not None and claim.accusation.status == "denied":
        return True
    return claim.stance == "denied" and claim.attributed


def _answered(report: Report, denial: Claim, made: Sequence[Claim]) -> list[Claim]:
    accused = _named(denial.accusation)
    if accused is None and not _speaks_of_charges(report, denial):
        return []
    back = _SENTENCES_BACK if accused is not None else _SENTENCES_BACK_UNNAMED
    near = [
        one
        for one in made
        if one.id != denial.id
        and denial.sentence - back <= one.sentence <= denial.sentence + (_SENTENCES_ON if accused else 0)
        and one.accusation is not None
        and (accused is None or _same(one.accusation, accused))
        and one.accusation.accuser != denial.origin
    ]
    if not near or (accused is None and len({_who(one) for one in near}) > 1):
        return []
    nearest = min(abs(denial.sentence - one.sentence) for one in near)
    return [one for one in near if abs(denial.sentence - one.sentence) == nearest]


def _named(accusation: Accusation | None) -> Accusation | None:
    """Return an accusation that says who is accused; None where what was said before must tell."""
    return None if accusation is None or accusation.accused == NOT_NAMED else accusation


def _who(claim: Claim) -> str:
    accusation = claim.accusation
    return " ".join(accusation.accused_parties) or accusation.accused if accusation else ""


def _same(one: Accusation, other: Accusation) -> bool:
    """Return whether two accusations are of a party that they share, or of one name where no party is sure."""
    if one.accused_parties and other.accused_parties:
        return not set(one.accused_parties).isdisjoint(other.accused_parties)
    return one.accused.split()[-1:] == other.accused.split()[-1:]


def _speaks_of_charges(report: Report, claim: Claim) -> bool:
    return not stance_words("charge").isdisjoint(_words(report, claim))


def _words(report: Report, claim: Claim) -> Iterator[str]:
    return (word.strip(_MARKS).lower() for word in report.words_of(claim.content).split())


def _add_denier(claim: Claim, denier: str) -> Claim:
    if claim.accusation is None or denier in claim.accusation.denied_by:
        return claim
    return replace(claim, accusation=replace(claim.accusation, denied_by=(*claim.accusation.denied_by, denier)))


def _denier(denial: Claim) -> str:
    """Return who denies: the origin, or the accused whose plea of *not guilty* the report tells itself."""
    told = denial.accusation is not None and (not denial.attributed or denial.chain[-1].kind == "unknown")
    return denial.accusation.accused if told and denial.accusation else denial.origin


def _say_whose(report: Report, denial: Claim, answered: Sequence[Claim]) -> Claim:
    """Return a denial with whose accusation it denies, where that is one accuser's, and with what it denies."""
    first = answered[0].accusation
    if first is None:
        return denial
    accusers = {one.accusation.accuser for one in answered if one.accusation}
    accuser = first.accuser if len(accusers) == 1 else NOT_NAMED
    own = _named(denial.accusation)
    denied = first.wording.removeprefix(OWN_VOICE)
    if own is None:
        own = Accusation(first.accused, first.accused_parties, accuser, "denied", denied)
    elif own.accuser == NOT_NAMED:
        own = replace(own, accuser=accuser)
    if own.wording == " ".join(report.words_of(denial.content).split()) and _speaks_of_charges(report, denial):
        own = replace(own, wording=denied)
    about = dict.fromkeys((*denial.about, *own.accused_parties))
    return replace(denial, accusation=own, about=tuple(about))
