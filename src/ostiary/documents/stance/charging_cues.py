"""Accusations by a cue that accuses, whatever it brings: *alleged that ...*, *was charged with ...*."""

from collections.abc import Iterator

from ostiary.documents.attribution.tagging import Part
from ostiary.documents.stance.allegations import Allegation, find_agent
from ostiary.documents.stance.alleged import NOT_NAMED, Allegations
from ostiary.documents.stance.conditions import is_asked
from ostiary.documents.stance.grammar import Grammar, is_passive, phrase_after, phrase_from
from ostiary.documents.stance.grounds import NEEDED
from ostiary.documents.stance.people import NOBODY_ACCUSED, Accused
from ostiary.documents.stance.phrases import load_phrases, stance_words
from ostiary.documents.stance.retractions import take_back
from ostiary.model.claims import AccusationStatus, Claim
from ostiary.model.reports import Span

#: After the object of a verb that accuses these bring what he is accused of.
_BRINGING = frozenset(("of", "for", "with", "over"))


#: Cues that accuse only where somebody is named: *suspects that it will rain*.
_NOT_TOLD = Accused("other", NOT_NAMED)
_HANGING = frozenset((Part.COMMA, Part.RELATIVE, Part.PREPOSITION, Part.OPEN))
_ACTING = frozenset((Part.VERB, Part.AUXILIARY, Part.MODAL))
_DOUBTING = ("suspect", "suspicion")


def allege_by_cue(claim: Claim, allegations: Allegations) -> tuple[Allegation, Accused] | None:
    """Return the accusation of a claim whose cue accuses, whatever it says of the first it names."""
    words, grammar = allegations.words, allegations.people.scene.grammar
    paper = _paper_status(claim, allegations)
    if not claim.content or (paper is None and not _accuses(claim, allegations)):
        return None
    if claim.cue is not None and is_asked(grammar, words.within(claim.cue).start):
        return None
    content = words.within(claim.content[0])
    start = content.start
    while start < content.stop and grammar.part(start) in (Part.THAT, Part.QUOTE, Part.COMMA):
        start += 1
    if start >= content.stop:
        return None
    first = phrase_from(grammar, start)
    first = range(first.start, min(first.stop, content.stop))
    directly = start == content.start and paper is None and _is_object(claim, allegations)
    blamed = _blamed_on(content, grammar) if directly else range(0)
    accused = _accused_by_cue(claim, blamed or first, allegations, directly=directly)
    said = words.within(claim.content[-1])
    cue_end = words.within(claim.cue).stop if claim.cue is not None else start
    charged: AccusationStatus = "charged" if _charges(claim, allegations) else "alleged"
    status: AccusationStatus = "not accused" if claim.stance == "unknown" else paper or charged
    if paper is not None and accused.kind == "other":
        accused = _NOT_TOLD if _tells(content, grammar) else NOBODY_ACCUSED
    elif grammar.lower(cue_end - 1) == "allegedly":
        accused = _of_hearsay(accused)
    alleged = take_back(grammar, Allegation(said or content, first, status=status))
    return (alleged, accused) if accused.kind != "nobody" else None


def _of_hearsay(accused: Accused) -> Accused:
    """Return whom *allegedly* accuses: never a party, as the first name need not be who did it."""
    if accused.kind in ("party", "possible", "class"):
        return NOBODY_ACCUSED
    return _NOT_TOLD if accused.kind == "other" else accused


def _is_object(claim: Claim, allegations: Allegations) -> bool:
    """Return whether a content is what a verb accuses: not where it stands before, nor around *allegedly*."""
    if claim.cue is None or claim.content[0].start < claim.cue.start:
        return claim.cue is not None and is_passive(
            allegations.people.scene.grammar, allegations.words.within(claim.cue).stop - 1
        )
    return not allegations.words.text[claim.cue.start : claim.cue.end].lower().endswith("ly")


def _blamed_on(content: range, grammar: Grammar) -> range:
    """Return whom the fault is laid on: X in *blamed the fire on X*; empty where it is laid on nobody so."""
    for at in content:
        if grammar.lower(at) == "on":
            return phrase_after(grammar, at)
        if grammar.part(at) in (Part.VERB, Part.PREPOSITION, Part.COMMA):
            break
    return range(0)


def _accuses(claim: Claim, allegations: Allegations) -> bool:
    words = allegations.words
    return claim.cue is not None and any(
        load_phrases("proceedings.csv", "cue").find(words, words.within(claim.cue))
    )


def _charges(claim: Claim, allegations: Allegations) -> bool:
    """Return whether the cue tells of charges brought (*was charged with*), not only of what somebody charges."""
    grammar = allegations.people.scene.grammar
    cue = allegations.words.within(claim.cue) if claim.cue is not None else range(0)
    if any(grammar.lower(at) in stance_words("hypothetical") for at in cue):
        return False
    return any(grammar.lower(at) == "charged" and is_passive(grammar, at) for at in cue)


def _paper_status(claim: Claim, allegations: Allegations) -> AccusationStatus | None:
    """Return how far it went where the source is a paper or side that only charges (*the indictment*)."""
    if claim.source is None or claim.stance not in ("asserted", "alleged"):
        return None
    source = set(_head_of(claim.source, allegations))
    if source & stance_words("indicting"):
        return "charged"
    return "alleged" if source & stance_words("complaint") else None


def _head_of(source: Span, allegations: Allegations) -> Iterator[str]:
    """Yield the words of who speaks without what hangs on him: *a lawyer | in the lawsuit* is no paper."""
    grammar = allegations.people.scene.grammar
    for at in allegations.words.within(source):
        if grammar.part(at) in _HANGING and grammar.lower(at) != "of":
            return
        yield grammar.lower(at)


def _tells(content: range, grammar: Grammar) -> bool:
    """Return whether a paper tells what was done, and does not only name something (*cited interviews*)."""
    return any(grammar.part(at) in _ACTING for at in content)


def _accused_by_cue(claim: Claim, first: range, allegations: Allegations, *, directly: bool) -> Accused:
    """Return whom a cue accuses: the first that is named, else its object, else nobody named if it is sure.

    Args:
        claim: The claim.
        first: The noun phrase that its content begins with.
        allegations: Of the report.
        directly: Whether the content begins with that phrase, so that it may be the cue's object.
    """
    apart = [claim.source] if claim.source is not None else []
    if not directly and (suffered := _suffered_verb(first, allegations)) is not None:
        agent = find_agent(allegations.people.scene, suffered)
        by_whom = allegations.people.resolve(agent, apart=apart)
        return by_whom if by_whom.kind != "nobody" else _NOT_TOLD
    accused = allegations.people.resolve(first, apart=apart)
    if accused.kind != "nobody":
        return accused
    grammar = allegations.people.scene.grammar
    cue = allegations.words.text[claim.cue.start : claim.cue.end].lower() if claim.cue else ""
    doubting = any(word.startswith(_DOUBTING) for word in cue.split())
    if doubting and _is_suspicion(claim, allegations):
        return _NOT_TOLD
    acting = not directly and grammar.part(_past_complement(grammar, first)) in _ACTING
    brought = grammar.lower(first.stop) in _BRINGING or grammar.lower(first.start - 1) == "on"
    if (directly and brought) or (acting and not doubting):
        return allegations.people.describe(first)
    untold = (
        directly
        and grammar.part(first.start - 1) is not Part.PREPOSITION
        and grammar.part(first.start) is not Part.PREPOSITION
    )
    return NOBODY_ACCUSED if doubting or untold else _NOT_TOLD


def _past_complement(grammar: Grammar, phrase: range) -> int:
    """Return the number after a phrase and what it is in or at: *operators | in two cities | had moved*."""
    if grammar.part(phrase.stop) is not Part.PREPOSITION:
        return phrase.stop
    return phrase_after(grammar, phrase.stop).stop or phrase.stop


def _is_suspicion(claim: Claim, allegations: Allegations) -> bool:
    """Return whether wrongdoing is suspected: the words name some, or those suspect who look for it."""
    words, scene = allegations.words, allegations.people.scene
    said = [words.within(span) for span in claim.content]
    source = words.within(claim.source) if claim.source is not None else range(0)
    seeking = any(words.lower[at] in stance_words("seeking") for at in source)
    return seeking or any(scene.wrongs_between(one.start, one.stop, NEEDED["doing"]) for one in said)


def _suffered_verb(first: range, allegations: Allegations) -> int | None:
    """Return the verb that tells what was done to the first who is named: *X was beaten*; None if X does it."""
    grammar = allegations.people.scene.grammar
    at = first.stop
    while grammar.part(at) in (Part.AUXILIARY, Part.ADVERB, Part.NEGATION, Part.MODAL):
        at += 1
    told = at > first.stop and grammar.part(at) in (Part.PARTICIPLE, Part.VERB) and is_passive(grammar, at)
    return at if told and grammar.lower(at) not in stance_words("involved") else None
