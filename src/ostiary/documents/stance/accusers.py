"""Who accuses: the one whom the words name, else who says them; never the accused himself."""

from ostiary.documents.attribution.tagging import Part
from ostiary.documents.stance.allegations import Allegation
from ostiary.documents.stance.alleged import NOT_NAMED, WRONG, Allegations
from ostiary.documents.stance.people import NOBODY_ACCUSED, Accused
from ostiary.documents.stance.phrases import stance_words
from ostiary.documents.stance.speakers import find_speaker
from ostiary.model.claims import UNCLEAR, AccusationStatus, Claim

_LET_GO: frozenset[AccusationStatus] = frozenset(("acquitted", "overturned", "dropped", "not accused"))


def accuser_of(one: Allegation, claim: Claim, allegations: Allegations) -> str:
    """Return who accuses in a claim: the one in the words, else its speaker; the outlet only in its own voice."""
    last = claim.chain[-1]
    if one.accuser and not _is_deed(one.accuser, allegations):
        span = allegations.words.span(one.accuser)
        if claim.source is not None and claim.source.overlaps(span) and last.kind != "unknown":
            return last.name
        return named_accuser(one.accuser, allegations)
    if _is_nobody(claim, allegations) or one.status in _LET_GO:
        return NOT_NAMED
    if not claim.attributed and not one.hedged and one.status != "corrected":
        speaker = find_speaker(allegations.people.scene.grammar, one.wording)
        if speaker:
            return named_accuser(speaker, allegations)
    from_outlet = not claim.attributed or last.kind == "outlet"
    holds_back = one.hedged or one.reported or claim.stance == "alleged"
    return NOT_NAMED if from_outlet and holds_back else last.name


def _is_deed(phrase: range, allegations: Allegations) -> bool:
    scene = allegations.people.scene
    named = any(scene.grammar.part(at) in (Part.NAME, Part.DETERMINER, Part.POSSESSIVE) for at in phrase)
    return not named and bool(scene.wrongs_between(phrase.start, phrase.stop, WRONG - {"agent", "band"}))


def _is_nobody(claim: Claim, allegations: Allegations) -> bool:
    """Return whether a chain ends with nobody who could be named as accuser; a source that is named could."""
    last = claim.chain[-1]
    if last.kind != "unknown" or claim.source is None or last.name in (NOT_NAMED, UNCLEAR):
        return last.kind == "unknown"
    parts = allegations.people.scene.grammar.parts
    return not any(parts[at] in (Part.NOUN, Part.NAME) for at in allegations.words.within(claim.source))


def nobody_else(name: str, accused: Accused) -> str:
    """Return an accuser; nobody where the words found are the accused himself, who does not accuse himself."""
    himself = any(f" {one} ".endswith(f" {name} ") for one in accused.name.split(" and "))
    return NOT_NAMED if himself else name


def named_accuser(accuser: range, allegations: Allegations) -> str:
    """Return the name of who accuses by a noun phrase; nobody where it is a time or a pronoun without a voice."""
    grammar = allegations.people.scene.grammar
    if not any(grammar.words.forms[at][0].isalpha() for at in accuser):
        return NOT_NAMED
    if grammar.parts[accuser.start] in (Part.SUBJECT, Part.OBJECT, Part.RELATIVE):
        return _voice_name(accuser, allegations) or NOT_NAMED
    return allegations.people.name_of(accuser)


def _voice_name(phrase: range, allegations: Allegations) -> str:
    voice = next((allegations.people.voice_at[at] for at in phrase if at in allegations.people.voice_at), None)
    return voice.name if voice is not None else ""


def name_speaker(claim: Claim, allegations: Allegations) -> Accused:
    """Return who speaks of himself where he is no party and nobody known: by his words, a pronoun as nobody named.

    Whom a lawyer or spokesman speaks for is not named by that.
    """
    if claim.source is None:
        return Accused("other", NOT_NAMED)
    source = allegations.words.within(claim.source)
    grammar = allegations.people.scene.grammar
    for_another = any(grammar.lower(at) in stance_words("speaking for") for at in source)
    described = NOBODY_ACCUSED if for_another else allegations.people.describe(source)
    return Accused("other", described.name or NOT_NAMED)


def speaker_of(claim: Claim, allegations: Allegations) -> Accused:
    """Return who speaks, or whom he speaks for (*X's lawyer*, *a spokesman for X*)."""
    if claim.source is None:
        return NOBODY_ACCUSED
    source = allegations.words.within(claim.source)
    grammar = allegations.people.scene.grammar
    at = next((at for at in source if grammar.lower(at) in stance_words("speaking for")), None)
    if at is None or grammar.lower(at + 1) == "general":
        return allegations.people.resolve(source)
    after = grammar.lower(at + 1) in ("for", "of") and at + 1 in source
    return allegations.people.resolve(range(at + 2, source.stop) if after else range(source.start, at))
