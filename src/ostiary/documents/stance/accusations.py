"""Accusations: who is accused of what, by whom, how far it went. Never a fact, whoever makes them.

An accusation of somebody who is on no list is reported as such, so that the caller can drop the claim.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from ostiary.documents.attribution.tagging import Part
from ostiary.documents.stance.allegations import Allegation, read_scene, weigh
from ostiary.documents.stance.deeds import find_deeds
from ostiary.documents.stance.grammar import Grammar, is_conditional, phrase_from
from ostiary.documents.stance.involvement import find_involvement
from ostiary.documents.stance.people import NOBODY_ACCUSED, Accused, AccusedKind, People, read_people
from ostiary.documents.stance.phrases import load_phrases, stance_words
from ostiary.documents.stance.places import by_sentence, gather
from ostiary.documents.stance.proceedings import find_proceedings
from ostiary.documents.stance.retractions import take_back
from ostiary.documents.stance.speakers import find_speaker
from ostiary.documents.words import Words
from ostiary.model.claims import Accusation, AccusationStatus, Claim
from ostiary.model.reports import Mention, Span, Voice

NOT_NAMED = "not named"
OWN_VOICE = "states in its own voice: "
_RANK: Mapping[AccusedKind, int] = {"party": 0, "possible": 1, "class": 2, "unlisted": 3, "other": 4, "nobody": 5}
_WRONG = frozenset(("agent", "deed", "harm", "verb", "trait", "band"))
#: Words that accuse are the main thing in a sentence that they take up so much of.
_PART = 0.6
#: Words that accuse are the main thing in a sentence that they take up so much of.
_PART = 0.6
#: After the object of a verb that accuses these bring what he is accused of.
_BRINGING = frozenset(("of", "for", "with", "over"))
#: Cues that accuse only where somebody is named: *suspects that it will rain*.
_DOUBTING = ("suspect", "suspicion")
_LET_GO: frozenset[AccusationStatus] = frozenset(("acquitted", "overturned", "dropped", "not accused"))
_ANSWERS = frozenset(("denied", "rejected"))


@dataclass(frozen=True, slots=True)
class Allegations:
    """The allegations of one report, with everyone whom it names.

    Attributes:
        found: In order of the text.
        people: Who is who.
        in_sentence: Those of each sentence.
    """

    found: tuple[Allegation, ...]
    people: People
    in_sentence: Mapping[int, tuple[Allegation, ...]]

    @property
    def words(self) -> Words:
        """The report's words."""
        return self.people.scene.grammar.words


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


def find_allegations(grammar: Grammar, mentions: Sequence[Mention], voices: Sequence[Voice]) -> Allegations:
    """Return the allegations of a report, before anyone asks whose word they are.

    Args:
        grammar: Its words with their parts.
        mentions: Of designated parties.
        voices: Whose word it gives.
    """
    scene = read_scene(grammar, mentions)
    lower = grammar.words.lower
    found: list[Allegation] = []
    for number, sentence in enumerate(grammar.words.sentences):
        if scene.wrongs[number] or not _accusing_words().isdisjoint(lower[sentence.start : sentence.stop]):
            both = [
                *find_proceedings(scene, sentence),
                *find_deeds(scene, sentence),
                *find_involvement(scene, sentence),
            ]
            found.extend(
                take_back(grammar, weigh(grammar, one))
                for one in both
                if not is_conditional(grammar, one.wording.start)
            )
    found = _fullest(found)
    placed = by_sentence(grammar.words, ((grammar.words.span(one.wording), one) for one in found))
    return Allegations(tuple(found), read_people(scene, mentions, voices), placed)


def _fullest(found: Iterable[Allegation]) -> list[Allegation]:
    """Return allegations in order of the text; of two of one accused that begin at one word, the longer one."""
    ordered = sorted(found, key=lambda one: (one.wording.start, -one.wording.stop))
    kept: dict[tuple[int, range], Allegation] = {}
    for one in ordered:
        kept.setdefault((one.wording.start, one.accused), one)
    return sorted(kept.values(), key=lambda one: (one.wording.start, one.wording.stop))


@cache
def _accusing_words() -> frozenset[str]:
    """Return the words that a phrase may begin with which accuses without a word of wrongdoing."""
    tables = [load_phrases("proceedings.csv"), load_phrases("leading.csv", "verb")]
    tables += [load_phrases("involvement.csv", kind) for kind in ("work", "pointing")]
    return frozenset(word for table in tables for word in table.beginning)


def accusation_of(claim: Claim, allegations: Allegations) -> Finding:
    """Return what a claim accuses whom of.

    The accuser is the one whom the words name, else the last link of the chain; the outlet only where it speaks in
    its own voice and holds nothing back; else nobody is named.
    """
    candidates = [
        (one, accused)
        for one in _within(claim, allegations)
        for accused in (_accused(one, claim, allegations),)
        if accused.kind != "nobody" and _counts(one, accused)
    ]
    if claim.stance in _ANSWERS or any(one.negated for one, _accused in candidates):
        return _answer(claim, allegations, candidates)
    if not candidates:
        found = _alleged_by_cue(claim, allegations)
        return found if found.accusation or found.unlisted else _against_others(claim, allegations)
    one, accused = min(candidates, key=lambda candidate: _RANK[candidate[1].kind])
    return _finding(one, accused, claim, allegations)


def _is_plain(one: Allegation) -> bool:
    return not (one.hedged or one.reported or one.accuser or one.status != "alleged")


def _within(claim: Claim, allegations: Allegations) -> list[Allegation]:
    """Return the allegations that overlap a claim's content or its cue, in order of the text."""
    spans = (*claim.content, claim.cue) if claim.cue else claim.content
    words = allegations.words
    near = gather(words, spans, allegations.in_sentence)
    return [one for one in near if any(span.overlaps(words.span(one.wording)) for span in spans)]


def _against_others(claim: Claim, allegations: Allegations) -> Finding:
    """Return the accusation by a speaker of somebody who has no name in the words that accuse him."""
    if claim.cue is None:
        return NO_FINDING
    source = claim.source or claim.cue
    for one in _within(claim, allegations):
        accused = allegations.people.describe(one.accused)
        himself = bool(one.accused) and source.overlaps(allegations.words.span(one.accused))
        if one.sure and one.reported and not one.negated and not himself and accused.kind == "other":
            return _finding(one, accused, claim, allegations)
    return NO_FINDING


def _alleged_by_cue(claim: Claim, allegations: Allegations) -> Finding:
    """Return the accusation of a claim whose cue accuses, whatever it says of the first it names."""
    words, grammar = allegations.words, allegations.people.scene.grammar
    paper = _paper_status(claim, allegations)
    if not claim.content or (paper is None and not _accuses(claim, allegations)):
        return NO_FINDING
    content = words.within(claim.content[0])
    start = content.start
    while start < content.stop and grammar.part(start) in (Part.THAT, Part.QUOTE, Part.COMMA):
        start += 1
    if start >= content.stop:
        return NO_FINDING
    first = phrase_from(grammar, start)
    first = range(first.start, min(first.stop, content.stop))
    accused = _accused_by_cue(claim, first, allegations, directly=start == content.start)
    said = words.within(claim.content[-1])
    status: AccusationStatus = "not accused" if claim.stance == "unknown" else paper or "alleged"
    if paper is not None and accused.kind == "other":
        return NO_FINDING
    alleged = take_back(grammar, Allegation(said or content, first, status=status))
    return _finding(alleged, accused, claim, allegations) if accused.kind != "nobody" else NO_FINDING


def _accuses(claim: Claim, allegations: Allegations) -> bool:
    words = allegations.words
    return claim.cue is not None and any(
        load_phrases("proceedings.csv", "cue").find(words, words.within(claim.cue))
    )


def _paper_status(claim: Claim, allegations: Allegations) -> AccusationStatus | None:
    """Return how far it went where the source is a paper or side that only charges (*the indictment*)."""
    if claim.source is None or claim.stance not in ("asserted", "alleged"):
        return None
    source = {allegations.words.lower[at] for at in allegations.words.within(claim.source)}
    if source & stance_words("indicting"):
        return "charged"
    return "alleged" if source & stance_words("complaint") else None


def _accused_by_cue(claim: Claim, first: range, allegations: Allegations, *, directly: bool) -> Accused:
    """Return whom a cue accuses: the first that is named, else its object, else nobody named if it is sure.

    Args:
        claim: The claim.
        first: The noun phrase that its content begins with.
        allegations: Of the report.
        directly: Whether the content begins with that phrase, so that it may be the cue's object.
    """
    accused = allegations.people.resolve(first, apart=[claim.source] if claim.source is not None else [])
    if accused.kind != "nobody":
        return accused
    if directly and allegations.people.scene.grammar.lower(first.stop) in _BRINGING:
        return allegations.people.describe(first)
    cue = allegations.words.text[claim.cue.start : claim.cue.end].lower() if claim.cue else ""
    doubting = any(word.startswith(_DOUBTING) for word in cue.split())
    return NOBODY_ACCUSED if doubting else Accused("other", NOT_NAMED)


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
        if one.accused and allegations.words.lower[one.accused.start] in stance_words("first person"):
            return _speaker(claim, allegations)
        apart.append(claim.source)
    return allegations.people.resolve(one.accused, apart=apart)


def _accusation(one: Allegation, accused: Accused, claim: Claim, allegations: Allegations) -> Accusation:
    accuser = _nobody_else(_accuser(one, claim, allegations), accused)
    own_voice = not claim.attributed and accuser == claim.chain[0].name
    wording = _written(one, allegations)
    return Accusation(
        accused.name, accused.party_id, accuser, one.status, OWN_VOICE + wording if own_voice else wording
    )


def _written(one: Allegation, allegations: Allegations) -> str:
    span = allegations.words.span(one.wording)
    return " ".join(allegations.words.text[span.start : span.end].split())


def _accuser(one: Allegation, claim: Claim, allegations: Allegations) -> str:
    last = claim.chain[-1]
    if one.accuser:
        span = allegations.words.span(one.accuser)
        if claim.source is not None and claim.source.overlaps(span) and last.kind != "unknown":
            return last.name
        return _named_accuser(one.accuser, allegations)
    if last.kind == "unknown" or one.status in _LET_GO:
        return NOT_NAMED
    if not claim.attributed and not one.hedged and one.status != "corrected":
        speaker = find_speaker(allegations.people.scene.grammar, one.wording)
        if speaker:
            return _named_accuser(speaker, allegations)
    from_outlet = not claim.attributed or last.kind == "outlet"
    holds_back = one.hedged or one.reported or claim.stance == "alleged"
    return NOT_NAMED if from_outlet and holds_back else last.name


def _nobody_else(name: str, accused: Accused) -> str:
    """Return an accuser; nobody where the words found are the accused himself, who does not accuse himself."""
    return NOT_NAMED if name in (accused.name, *accused.name.split(" and ")) else name


def _named_accuser(accuser: range, allegations: Allegations) -> str:
    grammar = allegations.people.scene.grammar
    if grammar.parts[accuser.start] in (Part.SUBJECT, Part.OBJECT, Part.RELATIVE):
        return _voice_name(accuser, allegations) or NOT_NAMED
    return allegations.people.name_of(accuser)


def _voice_name(phrase: range, allegations: Allegations) -> str:
    voice = next((allegations.people.voice_at[at] for at in phrase if at in allegations.people.voice_at), None)
    return voice.name if voice is not None else ""


def _answer(claim: Claim, allegations: Allegations, candidates: list[tuple[Allegation, Accused]]) -> Finding:
    """Return the accusation that a denial answers, be the accused or another the one who denies it."""
    speaker = _speaker(claim, allegations)
    about = [accused for _one, accused in candidates] or [speaker]
    wording = next((_written(one, allegations) for one, _accused in candidates), _answered(claim, allegations))
    if not wording:
        return NO_FINDING
    accused = min(about, key=lambda one: _RANK[one.kind])
    if accused.kind == "nobody":
        return NO_FINDING
    himself = (bool(accused.party_id) and accused.party_id == speaker.party_id) or accused == speaker
    status: AccusationStatus = "denied" if himself else "alleged" if claim.attributed else "not accused"
    if (not himself and not candidates) or (status == "not accused" and accused.kind == "unlisted"):
        return NO_FINDING
    return Finding(Accusation(accused.name, accused.party_id, NOT_NAMED, status, wording), accused.kind)


def _speaker(claim: Claim, allegations: Allegations) -> Accused:
    if claim.source is None:
        return NOBODY_ACCUSED
    return allegations.people.resolve(allegations.words.within(claim.source))


def _answered(claim: Claim, allegations: Allegations) -> str:
    """Return the words of a denial that name what is denied; empty if they name no wrongdoing and no charge."""
    words = allegations.words
    for span in claim.content:
        within = words.within(span)
        if allegations.people.scene.wrongs_between(within.start, within.stop, _WRONG - {"band"}):
            return " ".join(words.text[span.start : span.end].split())
        if any(words.lower[at] in stance_words("charge") for at in within):
            return " ".join(words.text[span.start : span.end].split())
    return ""


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
            accuser = _named_accuser(one.accuser, allegations) if one.accuser else NOT_NAMED
            accuser = _nobody_else(accuser, accused)
            written = _written(one, allegations)
            accusation = Accusation(accused.name, accused.party_id, accuser, one.status, written)
            if (accused.name, written) not in told:
                found.append(EmbeddedAccusation(_with_accused(one, allegations), accusation, _is_plain(one)))
    return tuple(found)


def _with_accused(one: Allegation, allegations: Allegations) -> Span:
    wording, accused = allegations.words.span(one.wording), allegations.words.span(one.accused)
    return Span(min(wording.start, accused.start), max(wording.end, accused.end))
