"""What a denial answers: the accusation in it, be it the accused or another who denies it."""

from collections.abc import Sequence

from ostiary.documents.attribution.tagging import Part
from ostiary.documents.stance.accusers import name_speaker, speaker_of
from ostiary.documents.stance.allegations import Allegation
from ostiary.documents.stance.alleged import NOT_NAMED, RANK, WRONG, Allegations, written
from ostiary.documents.stance.grammar import Grammar, copula_before
from ostiary.documents.stance.people import Accused, AccusedKind
from ostiary.documents.stance.phrases import stance_words
from ostiary.model.claims import Accusation, AccusationStatus, Claim

#: Before charges that nobody has made.
_UNMADE = frozenset(("a", "an", "without"))
#: How soon a tie that is denied is named (*denied any link*, *denied a role*).
_TIE_REACH = 3
_NOT_TOLD = Accused("other", NOT_NAMED)


def answer_to(
    claim: Claim, allegations: Allegations, candidates: Sequence[tuple[Allegation, Accused]]
) -> tuple[Accusation, AccusedKind] | None:
    """Return the accusation that a denial answers, be the accused or another the one who denies it."""
    speaker = speaker_of(claim, allegations)
    about = [accused for _one, accused in candidates] or [speaker]
    wording = next((written(one, allegations) for one, _accused in candidates), _answered(claim, allegations))
    if not wording:
        return None
    accused = min(about, key=lambda one: RANK[one.kind])
    if accused.kind == "nobody":
        if claim.cue is None or not _answers_somebody(claim, allegations):
            return None
        accused = speaker = _unknown_denier(claim, allegations)
    himself = accused == speaker or not set(accused.parties).isdisjoint(speaker.parties)
    status: AccusationStatus = "denied" if himself else "alleged" if claim.attributed else "not accused"
    if (not himself and not candidates) or (status == "not accused" and accused.kind == "unlisted"):
        return None
    return Accusation(accused.name, accused.parties, NOT_NAMED, status, wording), accused.kind


def _unknown_denier(claim: Claim, allegations: Allegations) -> Accused:
    """Return who is accused where the denier is nobody known: he himself if he denies it by a verb of denying."""
    return name_speaker(claim, allegations) if _is_denied_by_verb(claim, allegations) else _NOT_TOLD


def _answers_somebody(claim: Claim, allegations: Allegations) -> bool:
    """Return whether a denial is sure to answer an accusation: *refuted the report* may be about anything."""
    grammar = allegations.people.scene.grammar
    for within in map(allegations.words.within, claim.content):
        if _is_pleaded(within, grammar) or any(grammar.lower(at) in stance_words("accusing") for at in within):
            return True
        wrong = _is_denied_by_verb(claim, allegations) and _names_wrong(within, allegations)
        if wrong or _denies_doing(claim, within, allegations):
            return True
    return False


def _is_denied_by_verb(claim: Claim, allegations: Allegations) -> bool:
    grammar = allegations.people.scene.grammar
    return claim.cue is not None and any(
        grammar.lower(at) in stance_words("denying") for at in allegations.words.within(claim.cue)
    )


def _answered(claim: Claim, allegations: Allegations) -> str:
    """Return the words of a denial that name what is denied; empty if they name no wrongdoing and no charge."""
    words = allegations.words
    for span in claim.content:
        within = words.within(span)
        if claim.stance != "rejected" and _names_wrong(within, allegations):
            return " ".join(words.text[span.start : span.end].split())
        if _speaks_of_charges(within, allegations.people.scene.grammar):
            return " ".join(words.text[span.start : span.end].split())
        if _denies_doing(claim, within, allegations):
            return " ".join(words.text[span.start : span.end].split())
    return ""


def _speaks_of_charges(said: range, grammar: Grammar) -> bool:
    """Return whether words speak of charges made, or of guilt; not of one to be made (*to file a complaint*)."""
    if _is_pleaded(said, grammar):
        return True
    charges = (at for at in said if grammar.lower(at) in stance_words("charge"))
    return any(
        not _UNMADE & {grammar.lower(first - 1), grammar.lower(first)}
        for first in (_first_of(grammar, at, said) for at in charges)
    )


def _is_pleaded(said: range, grammar: Grammar) -> bool:
    """Return whether words say that somebody is innocent or the like."""
    return any(grammar.lower(at) in stance_words("guiltless") and copula_before(grammar, at) for at in said)


def _names_wrong(said: range, allegations: Allegations) -> bool:
    """Return whether words name wrongdoing; *criminal* before a noun is no wrongdoer."""
    scene = allegations.people.scene
    wrongs = scene.wrongs_between(said.start, said.stop, WRONG - {"band"})
    return any(one.row["kind"] != "agent" or scene.grammar.part(one.words.stop) is not Part.NOUN for one in wrongs)


def _first_of(grammar: Grammar, noun: int, said: range) -> int:
    at = noun
    while at - 1 >= said.start and grammar.part(at - 1) in (Part.NOUN, Part.PARTICIPLE, Part.DETERMINER):
        at -= 1
    return at


def _denies_doing(claim: Claim, said: range, allegations: Allegations) -> bool:
    """Return whether somebody denies an act of his, whatever it is (*denied meeting him*): he answers somebody."""
    grammar = allegations.people.scene.grammar
    tied = any(grammar.lower(at) in stance_words("tie denied") for at in said[:_TIE_REACH])
    acting = grammar.part(said.start) is Part.ING or _takes_object(grammar, said.start)
    return _is_denied_by_verb(claim, allegations) and (tied or acting)


def _takes_object(grammar: Grammar, at: int) -> bool:
    """Return whether a form in -ing that no table holds is a verb by what follows (*deny mining | the road*)."""
    return grammar.lower(at).endswith("ing") and grammar.part(at + 1) in (Part.DETERMINER, Part.POSSESSIVE)
