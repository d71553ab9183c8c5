"""Nouns of accusing: charges, a trial, an arrest, a warrant; against whom, by whom, and what became of it."""

from collections.abc import Iterator

from ostiary.documents.attribution.tagging import Part
from ostiary.documents.stance.allegations import NOBODY, Allegation, Scene
from ostiary.documents.stance.grammar import clause_stop, is_passive, phrase_after, phrase_before
from ostiary.documents.stance.grounds import ANY, NEEDED, drop_judge, find_wording, is_used_as_verb, read_status
from ostiary.documents.stance.phrases import FoundPhrase, load_phrases, stance_words
from ostiary.model.claims import AccusationStatus

_OWNED = frozenset(
    (
        *("indictment", "conviction", "prosecution", "sentence", "trial", "trials", "arrest", "arrests"),
        *("detention", "arraignment", "extradition"),
    )
)
#: Papers by which somebody is sought: *issued a warrant for X*.
_SEEKING = frozenset(("warrant", "warrants", "notice", "notices"))
#: No accused of charges stands beyond these: *evidence that the judge was biased against him*.
_BREAKING = frozenset((Part.THAT, Part.RELATIVE, Part.ING))
_PENDING = frozenset(("pending", "being", "following", "stemming"))
_OUTCOME_REACH = 12
_AGAINST_REACH = 8
_DENIAL_REACH = 3


def read_charges(scene: Scene, found: FoundPhrase) -> Iterator[Allegation]:
    """Yield the allegation that charges, a trial, an arrest or a warrant are, if it is known against whom."""
    grammar, noun = scene.grammar, found.words.start
    if found.row["kind"] == "trial" and not _is_on_trial(scene, found):
        return
    accused, stop = _accused_of_noun(scene, found)
    if not accused or _denied_to_exist(scene, noun):
        return
    outcome = _outcome(scene, noun)
    status = _outcome_status(outcome) or read_status(found)
    accuser = _accuser_of_noun(scene, noun)
    if outcome is not None and _is_active(scene, outcome.words.start):
        subject = phrase_before(grammar, outcome.words.start)
        accuser = accuser if noun in subject else subject
    yield Allegation(range(noun, stop), accused, drop_judge(grammar, accuser, status), status, reported=True)


def _is_active(scene: Scene, verb: int) -> bool:
    return scene.grammar.part(verb) in (Part.VERB, Part.PARTICIPLE) and not is_passive(scene.grammar, verb)


def _accused_of_noun(scene: Scene, found: FoundPhrase) -> tuple[range, int]:
    """Return who charges are brought against, and the number after the last word that says so."""
    grammar, words = scene.grammar, scene.grammar.words
    noun = words.lower[found.words.stop - 1]
    stop = min(clause_stop(grammar, found.words.start), found.words.stop + _AGAINST_REACH)
    for at in range(found.words.stop, stop):
        directly = at == found.words.stop and words.lower[at] == "of" and noun in _OWNED
        sought = words.lower[at] == "for" and noun in _SEEKING and not scene.wrongs_between(at, at + 2, ANY)
        if words.lower[at] == "against" or directly or sought:
            return phrase_after(grammar, at), at + 1
        if grammar.part(at) in _BREAKING and words.lower[at] not in _PENDING:
            break
        if words.lower[at] == "by" and scene.wrongs_between(found.words.stop, at, NEEDED["for"]):
            return phrase_after(grammar, at), at + 1
    owner = _before_nouns(scene, found.words.start)
    if noun in _OWNED and grammar.part(owner) is Part.POSSESSIVE:
        return range(owner, owner + 1), found.words.stop
    if noun in _OWNED and grammar.part(owner) is Part.GENITIVE:
        return phrase_before(grammar, owner), found.words.stop
    return NOBODY, found.words.stop


def _is_on_trial(scene: Scene, found: FoundPhrase) -> bool:
    """Return whether a trial, an arrest or a case is about wrongdoing, or before a court at all."""
    about = find_wording(scene, found)
    if _deed_before(scene, found.words.start) or (about is not None and not _is_interrupted(scene, about)):
        return True
    sentence = scene.grammar.sentence(found.words.start)
    beside = scene.grammar.words.lower[sentence.start : sentence.stop]
    if found.row["needs"] == "for":
        return False
    told = _outcome(scene, found.words.start) is not None or not stance_words("legal").isdisjoint(beside)
    return found.row["status"] == "alleged" and told


def _is_interrupted(scene: Scene, words: range) -> bool:
    """Return whether a relative clause lies between a noun and wrongdoing after it, which is another's matter."""
    return any(scene.grammar.part(at) is Part.RELATIVE for at in words)


def _deed_before(scene: Scene, noun: int) -> bool:
    """Return whether a word of wrongdoing goes with a noun: *the bribery trial of X*."""
    before = range(_before_nouns(scene, noun) + 1, noun)
    return bool(scene.wrongs_between(before.start, before.stop, NEEDED["for"]))


def _before_nouns(scene: Scene, noun: int) -> int:
    """Return the number of the word before a noun and the few nouns and adjectives that go with it."""
    at = noun - 1
    while at > noun - _AGAINST_REACH and scene.grammar.part(at) in (Part.NOUN, Part.PARTICIPLE):
        at -= 1
    return at


def _accuser_of_noun(scene: Scene, noun: int) -> range:
    grammar = scene.grammar
    at = _before_nouns(scene, noun)
    if grammar.part(at) is Part.NAME:
        return range(at, at + 1)
    if grammar.part(at) is Part.GENITIVE:
        return phrase_before(grammar, at)
    return NOBODY


def _outcome(scene: Scene, noun: int) -> FoundPhrase | None:
    """Return the words that say what became of charges, in the clause of the noun and near it."""
    grammar = scene.grammar
    sentence = grammar.sentence(noun)
    near = range(
        max(sentence.start, noun - _OUTCOME_REACH), min(clause_stop(grammar, noun), noun + _OUTCOME_REACH)
    )
    found = list(load_phrases("outcomes.csv").find(grammar.words, near))
    verbs = [one for one in found if is_used_as_verb(scene, one.words.start)]
    return min(verbs, key=lambda one: abs(one.words.start - noun), default=None)


def _outcome_status(outcome: FoundPhrase | None) -> AccusationStatus | None:
    return read_status(outcome) if outcome is not None else None


def _denied_to_exist(scene: Scene, noun: int) -> bool:
    """Return whether charges are said not to be: *no charges*, *decided not to bring charges*."""
    before = _before_nouns(scene, noun)
    first = max(scene.grammar.sentence(noun).start, before - _DENIAL_REACH)
    near = range(first, before + 1)
    if any(scene.grammar.lower(at) in ("no", "without", "against") for at in near):
        return True
    return any(scene.grammar.part(at) is Part.NEGATION for at in near)
