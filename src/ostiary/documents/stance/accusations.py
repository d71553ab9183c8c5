"""Accusations: who is accused of what, by whom, how far it went. Never a fact, whoever makes them.

An accusation of somebody who is on no list is reported as such, so that the caller can drop the claim.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ostiary.documents.attribution.tagging import Part
from ostiary.documents.stance.accusers import accuser_of, name_speaker, named_accuser, nobody_else, speaker_of
from ostiary.documents.stance.allegations import UNDECIDED, Allegation
from ostiary.documents.stance.alleged import NOT_NAMED, RANK, Allegations, allegations_in, written
from ostiary.documents.stance.answers import answer_to
from ostiary.documents.stance.charging_cues import allege_by_cue
from ostiary.documents.stance.grammar import phrase_after
from ostiary.documents.stance.people import Accused, AccusedKind
from ostiary.documents.stance.phrases import stance_words
from ostiary.documents.stance.places import by_sentence, gather
from ostiary.documents.words import Words
from ostiary.model.claims import Accusation, Claim
from ostiary.model.reports import Span

OWN_VOICE = "states in its own voice: "


#: Words that accuse are the main thing in a sentence that they take up so much of.
_PART = 0.6


_THIRD_PERSONS = frozenset(("he", "she", "it", "they", "him", "her", "them"))


_ACTING = frozenset((Part.VERB, Part.PARTICIPLE))
_LEADING = frozenset((Part.THAT, Part.QUOTE))
_HELPING = frozenset((Part.AUXILIARY, Part.MODAL, Part.ADVERB))
_ANSWERS = frozenset(("denied", "rejected"))


@dataclass(frozen=True, slots=True)
class Finding:
    """What a claim accuses whom of.

    Attributes:
        accusation: The accusation, whoever is accused; None if it is none.
        accused: Whom it accuses.
        part: Where it accuses, if that is a small part of what is said here: *X, charged with fraud, left*.
    """

    accusation: Accusation | None = None
    accused: AccusedKind = "nobody"
    part: Span | None = None

    @property
    def unlisted(self) -> bool:
        """Whether it accuses a named person or firm that is on no list: such a claim is not kept."""
        return self.accused == "unlisted"


NO_FINDING = Finding()


@dataclass(frozen=True, slots=True)
class EmbeddedAccusation:
    """An accusation within a sentence that attributes it to nobody else.

    Attributes:
        span: The words that accuse, with the accused where he stands beside them.
        accusation: The accusation.
        plain: Whether the words tell of nobody who accuses and hold nothing back: they may be the writer's own.
    """

    span: Span
    accusation: Accusation
    plain: bool = False


def accusation_of(claim: Claim, allegations: Allegations) -> Finding:
    """Return what a claim accuses whom of.

    The accuser is the one whom the words name, else the last link of the chain; the outlet only where it speaks in
    its own voice and holds nothing back; else nobody is named.
    """
    candidates = [
        (one, accused)
        for one in allegations_in(claim, allegations)
        for accused in (_accused(one, claim, allegations),)
        if accused.kind != "nobody" and _counts(one, accused)
    ]
    if claim.stance in _ANSWERS or any(one.negated for one, _accused in candidates):
        answer = answer_to(claim, allegations, candidates)
        return NO_FINDING if answer is None else Finding(*answer)
    if not candidates:
        alleged = allege_by_cue(claim, allegations)
        found = _finding(*alleged, claim, allegations) if alleged is not None else NO_FINDING
        return found if found.accusation or found.unlisted else _against_others(claim, allegations)
    one, accused = min(
        candidates, key=lambda candidate: (RANK[candidate[1].kind], candidate[0].status in UNDECIDED)
    )
    return _finding(one, accused, claim, allegations)


def _is_plain(one: Allegation) -> bool:
    return not (one.hedged or one.reported or one.accuser or one.status != "alleged")


def _against_others(claim: Claim, allegations: Allegations) -> Finding:
    """Return the accusation by a speaker of somebody who has no name in the words that accuse him."""
    if claim.cue is None or claim.stance not in ("asserted", "alleged"):
        return NO_FINDING
    source = claim.source or claim.cue
    for one in allegations_in(claim, allegations):
        accused = allegations.people.describe(one.accused)
        himself = bool(one.accused) and source.overlaps(allegations.words.span(one.accused))
        if himself and one.status == "admitted":
            accused = name_speaker(claim, allegations)
        elif himself or not one.sure or one.negated or not (one.reported or _says_it(one, claim, allegations)):
            continue
        if accused.kind == "other":
            return _finding(one, accused, claim, allegations)
    return NO_FINDING


def _says_it(one: Allegation, claim: Claim, allegations: Allegations) -> bool:
    """Return whether a speaker himself says that somebody did it: his words begin with who did, then come to it.

    Further on they may be what others believe (*he doubts that X smuggled it*), and things are called names too.
    """
    grammar, words = allegations.people.scene.grammar, allegations.words
    if not one.accused or grammar.part(one.wording.start) not in _ACTING:
        return False
    first = words.within(claim.content[0]).start
    leading = range(first, one.accused.start)
    between = range(one.accused.stop, one.wording.start)
    return (
        one.accused.start >= first
        and all(grammar.part(at) in _LEADING for at in leading)
        and all(grammar.part(at) in _HELPING for at in between)
    )


def _finding(one: Allegation, accused: Accused, claim: Claim, allegations: Allegations) -> Finding:
    """Return what a claim says of somebody; that a person on no list is not accused harms nobody."""
    if one.status == "not accused" and accused.kind == "unlisted":
        return NO_FINDING
    part = _with_accused(one, allegations) if one.accused and _is_part(one, claim, allegations) else None
    accusation = _accusation(one, accused, claim, allegations)
    if part is not None and claim.attributed and not one.accuser:
        accusation = replace(accusation, accuser=NOT_NAMED)
    return Finding(accusation, accused.kind, part)


def _is_part(one: Allegation, claim: Claim, allegations: Allegations) -> bool:
    if _is_plain(one) and (claim.attributed or not one.epithet):
        return False
    words = allegations.words
    taken = (*one.wording, *one.accused, *one.accuser)
    whole = sum(len(words.within(span)) for span in claim.content)
    small = len(range(min(taken), max(taken) + 1)) < _PART * whole
    return small and (not claim.attributed or _told_within(one, claim, words))


def _told_within(one: Allegation, claim: Claim, words: Words) -> bool:
    """Return whether a speaker tells of an accusation besides what he says: by no word of his own accusing."""
    inside = any(span.covers(words.span(one.wording)) for span in claim.content)
    return inside and one.reported and one.status != "alleged" and claim.stance == "asserted"


def _counts(one: Allegation, accused: Accused) -> bool:
    return one.sure or accused.kind in ("party", "class")


def _accused(one: Allegation, claim: Claim | None, allegations: Allegations) -> Accused:
    apart = [allegations.words.span(one.accuser)] if one.accuser else []
    if claim is not None and claim.source is not None:
        if len(one.accused) == 1 and allegations.words.lower[one.accused.start] in stance_words("first person"):
            return speaker_of(claim, allegations)
        apart.append(claim.source)
    spoken_of = _spoken_of(one, claim, allegations) if claim is not None else range(0)
    if spoken_of:
        return allegations.people.resolve(spoken_of, apart=apart)
    return allegations.people.resolve(one.accused, apart=apart)


def _spoken_of(one: Allegation, claim: Claim, allegations: Allegations) -> range:
    """Return whom a pronoun in quoted words means, where the speaker says it *of* somebody; else empty."""
    grammar = allegations.people.scene.grammar
    if claim.cue is None or len(one.accused) != 1 or grammar.lower(one.accused.start) not in _THIRD_PERSONS:
        return range(0)
    after = allegations.words.within(claim.cue).stop
    return phrase_after(grammar, after) if grammar.lower(after) == "of" else range(0)


def _accusation(one: Allegation, accused: Accused, claim: Claim, allegations: Allegations) -> Accusation:
    accuser = nobody_else(accuser_of(one, claim, allegations), accused)
    own_voice = not claim.attributed and accuser == claim.chain[0].name
    wording = written(one, allegations)
    return Accusation(
        accused.name, accused.parties, accuser, one.status, OWN_VOICE + wording if own_voice else wording
    )


def accuse_claims(claims: Sequence[Claim], allegations: Allegations) -> dict[str, Finding]:
    """Return what each claim accuses whom of, by its id.

    Where claims nest, an accusation belongs to the innermost that holds it. A claim that holds one of somebody who
    is on no list says so too, unless it accuses a designated party besides. An accusation that is a small part of
    what the outlet says is told apart.
    """
    found = {claim.id: accusation_of(claim, allegations) for claim in claims}
    inner: dict[str, set[str]] = {}
    for claim in claims:
        if claim.within:
            inner.setdefault(claim.within, set()).add(_words_of(found[claim.id]))
    return {
        key: NO_FINDING if not one.unlisted and _words_of(one) in inner.get(key, set()) - {""} else one
        for key, one in found.items()
    }


def _words_of(finding: Finding) -> str:
    return finding.accusation.wording.removeprefix(OWN_VOICE) if finding.accusation is not None else ""


def sentences_against_unlisted(allegations: Allegations) -> frozenset[int]:
    """Return the numbers of the sentences that accuse somebody named who is on no list, and no listed party."""
    words = allegations.words
    listed: set[int] = set()
    unlisted: set[int] = set()
    for one in allegations.found:
        accused = _accused(one, None, allegations)
        number = words.sentence_of[one.wording.start]
        if accused.kind == "unlisted" and _counts(one, accused):
            unlisted.add(number)
        elif accused.kind in ("party", "possible", "class"):
            listed.add(number)
    return frozenset(unlisted - listed)


def embedded_accusations(
    allegations: Allegations, attributed: Iterable[Span] = (), known: Iterable[Accusation] = ()
) -> tuple[EmbeddedAccusation, ...]:
    """Return the accusations of parties and classes that no claim of the report has.

    Args:
        allegations: Of the report.
        attributed: Contents of attributed claims, whose accusations belong to these.
        known: Accusations that claims of the report have already; they are not told twice.
    """
    held = by_sentence(allegations.words, ((span, span) for span in attributed))
    told = {(one.accused, one.wording.removeprefix(OWN_VOICE)) for one in known}
    found: list[EmbeddedAccusation] = []
    for one in allegations.found:
        span = allegations.words.span(one.wording)
        if one.negated or any(other.overlaps(span) for other in gather(allegations.words, (span,), held)):
            continue
        accused = _accused(one, None, allegations)
        if accused.kind in ("party", "possible", "class") and _counts(one, accused):
            accuser = named_accuser(one.accuser, allegations) if one.accuser else NOT_NAMED
            accuser = nobody_else(accuser, accused)
            wording = written(one, allegations)
            accusation = Accusation(accused.name, accused.parties, accuser, one.status, wording)
            if (accused.name, wording) not in told:
                found.append(EmbeddedAccusation(_with_accused(one, allegations), accusation, _is_plain(one)))
    return tuple(found)


def _with_accused(one: Allegation, allegations: Allegations) -> Span:
    wording, accused = allegations.words.span(one.wording), allegations.words.span(one.accused)
    return Span(min(wording.start, accused.start), max(wording.end, accused.end))
