"""An allegation as it stands in the text, before anyone is looked up: who is accused of what, by whom."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ostiary.documents.attribution.tagging import Part
from ostiary.documents.stance.grammar import (
    Grammar,
    aside_speaker,
    clause_stop,
    is_passive,
    phrase_after,
    phrase_before,
)
from ostiary.documents.stance.phrases import FoundPhrase, load_phrases, stance_words
from ostiary.model.claims import AccusationStatus
from ostiary.model.reports import Mention

NOBODY = range(0)
#: How far an accusation went of which nothing has come yet.
UNDECIDED: frozenset[AccusationStatus] = frozenset(("alleged", "charged"))
_HEDGE_BEFORE = 4
_DOUBT_BEFORE = 8
_HYPOTHETICAL_BEFORE = 3
_OBJECT_REACH = 6
_HEARD_REACH = 24
_NOT = frozenset(("no", "not", "without", "never", "nor", "any", "isn't", "wasn't"))
_DEEDS = frozenset(("deed", "harm", "verb"))
#: How far it went, by the word right before what somebody is called (*a convicted trafficker*).
_JUDGED: Mapping[str, AccusationStatus] = {
    "convicted": "convicted",
    "indicted": "charged",
    "self-confessed": "admitted",
    "confessed": "admitted",
    "admitted": "admitted",
}


@dataclass(frozen=True, slots=True)
class Allegation:
    """Words that accuse somebody.

    Attributes:
        wording: The words that accuse.
        accused: The noun phrase of the accused; empty where none is found.
        accuser: The noun phrase of who accuses, where the words themselves name one; else empty.
        status: How far it went, by these words.
        hedged: Whether they hold back (``allegedly``).
        negated: Whether they say that it is not so.
        sure: Whether they speak of wrongdoing whoever is meant.
        reported: Whether they tell that somebody accuses (``was linked to``): who tells it is not the accuser.
        epithet: Whether they call him so in passing (*the gangster X*), and say something else of him.
    """

    wording: range
    accused: range
    accuser: range = NOBODY
    status: AccusationStatus = "alleged"
    hedged: bool = False
    negated: bool = False
    sure: bool = True
    reported: bool = False
    epithet: bool = False


def _place(found: FoundPhrase) -> int:
    return found.words.start


@dataclass(frozen=True, slots=True)
class Scene:
    """What the patterns of accusing look at in one report.

    Attributes:
        grammar: Its words with their parts.
        wrongs: The words of wrongdoing of each sentence.
        party_words: Numbers of the words that name or refer to a designated party.
    """

    grammar: Grammar
    wrongs: Sequence[Sequence[FoundPhrase]]
    party_words: frozenset[int]

    def wrongs_between(self, start: int, stop: int, kinds: frozenset[str]) -> list[FoundPhrase]:
        """Return the words of wrongdoing of some kinds within a stretch of one sentence."""
        if start >= stop:
            return []
        sentence = self.wrongs[self.grammar.words.sentence_of[start]]
        first = bisect_left(sentence, start, key=_place)
        last = bisect_left(sentence, stop, first, key=_place)
        return [found for found in sentence[first:last] if found.row["kind"] in kinds]

    def names_party(self, words: range) -> bool:
        """Return whether a run of words holds one that names a designated party."""
        return not self.party_words.isdisjoint(words)


def read_scene(grammar: Grammar, mentions: Sequence[Mention]) -> Scene:
    """Return what the patterns look at."""
    words = grammar.words
    table = load_phrases("wrongdoing.csv")
    wrongs = [list(table.find(words, sentence)) for sentence in words.sentences]
    parts = list(grammar.parts)
    for found in (found for sentence in wrongs for found in sentence if found.row["kind"] == "band"):
        parts[found.words.stop - 1] = Part.NOUN if len(found.words) > 1 else parts[found.words.stop - 1]
    party_words = frozenset(at for mention in mentions for at in words.within(mention.span))
    return Scene(replace(grammar, parts=parts), wrongs, party_words)


def weigh(grammar: Grammar, allegation: Allegation) -> Allegation:
    """Return an allegation with whether its words, or those just before, hold back or say that it is not so."""
    start = min([allegation.wording.start, *allegation.accused[:1]])
    before = range(max(grammar.sentence(start).start, start - _DOUBT_BEFORE), start)
    if not allegation.accuser:
        speaker = aside_speaker(grammar, allegation.wording.start)
        allegation = replace(allegation, accuser=speaker, reported=allegation.reported or bool(speaker))
    else:
        allegation = _tell_by_clause(grammar, allegation)
    doubted = any(_doubts(grammar, at) for at in before)
    if _is_heard(grammar, allegation.wording):
        allegation = replace(allegation, reported=True, hedged=True)
    if _is_hypothetical(grammar, allegation.wording.start):
        allegation = replace(allegation, status="alleged")
    judged = _JUDGED.get(grammar.lower(allegation.wording.start - 1))
    if judged is not None and allegation.status == "alleged":
        allegation = replace(allegation, status=judged, reported=True, hedged=True)
    return replace(_hedge(grammar, allegation), negated=allegation.negated or doubted)


def _tell_by_clause(grammar: Grammar, allegation: Allegation) -> Allegation:
    """Return an allegation with who tells it by any verb with *that* (*the panel established that X ...*)."""
    that = allegation.accused.start - 1
    told = bool(allegation.accused) and grammar.part(that) is Part.THAT
    if not told or allegation.accuser or grammar.part(that - 1) not in (Part.VERB, Part.PARTICIPLE):
        return allegation
    passive = is_passive(grammar, that - 1)
    teller = NOBODY if passive else phrase_before(grammar, that - 1)
    return replace(allegation, accuser=teller, reported=allegation.reported or not teller)


def _is_heard(grammar: Grammar, wording: range) -> bool:
    """Return whether a court hears it (*jurors were told*): somebody there says so, and not the outlet."""
    sentence = grammar.sentence(wording.start)
    near = range(
        max(sentence.start, wording.start - _HEARD_REACH), min(sentence.stop, wording.stop + _HEARD_REACH)
    )
    return any(
        grammar.lower(at) in stance_words("heard")
        and (grammar.lower(at + 1) in ("heard", "hears") or _are_told(grammar, at + 1))
        for at in near
    )


def _are_told(grammar: Grammar, at: int) -> bool:
    return grammar.lower(at) in ("was", "were", "is", "are") and grammar.lower(at + 1) == "told"


def _is_hypothetical(grammar: Grammar, at: int) -> bool:
    """Return whether charges are only possible (*could be charged*, *weigh charges*)."""
    first = max(grammar.sentence(at).start, at - _HYPOTHETICAL_BEFORE)
    return not stance_words("hypothetical").isdisjoint(grammar.words.lower[first:at])


def _doubts(grammar: Grammar, at: int) -> bool:
    """Return whether a word begins *no proof*, *not true* and the like."""
    lower = grammar.words.lower
    return lower[at] in _NOT and any(word in stance_words("proof") for word in lower[at + 1 : at + 4])


def _hedge(grammar: Grammar, allegation: Allegation) -> Allegation:
    first = max(grammar.sentence(allegation.wording.start).start, allegation.wording.start - _HEDGE_BEFORE)
    stretch = range(first, allegation.wording.stop)
    hedged = any(
        found.row["weight"] == "alleged" for found in load_phrases("hedges.csv").find(grammar.words, stretch)
    )
    hedged = hedged or any(grammar.lower(at) in stance_words("holding") for at in stretch)
    return replace(allegation, hedged=True) if hedged else allegation


def find_agent(scene: Scene, verb: int) -> range:
    """Return the noun phrase after *by* in the clause of a verb, without what it accuses of; empty if none."""
    grammar = scene.grammar
    stop = clause_stop(grammar, verb)
    for at in range(verb + 1, stop - 1):
        if grammar.lower(at) == "by" and grammar.part(at + 1) is not Part.ING:
            return _without_deed(scene, phrase_after(grammar, at))
    return NOBODY


def _without_deed(scene: Scene, phrase: range) -> range:
    for at in phrase:
        if scene.grammar.lower(at) == "of" and scene.wrongs_between(at, phrase.stop, _DEEDS):
            return range(phrase.start, at)
    return phrase


def with_object(grammar: Grammar, wrong: FoundPhrase) -> int:
    """Return the number after the last word of a wrong, with the object of a verb (*bribing three officers*)."""
    if wrong.row["kind"] != "verb":
        return wrong.words.stop
    following = phrase_after(grammar, wrong.words.stop - 1, _OBJECT_REACH)
    cut = next((at for at in following if grammar.part(at) in (Part.COMMA, Part.COORDINATOR)), following.stop)
    return max(wrong.words.stop, cut)
