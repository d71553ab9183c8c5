"""Accusing, charging, convicting: verbs and nouns that say so, with who is accused and by whom."""

from collections.abc import Callable, Iterator, Mapping

from ostiary.documents.attribution.tagging import Part
from ostiary.documents.stance.allegations import NOBODY, Allegation, Scene, find_agent, with_object
from ostiary.documents.stance.grammar import (
    Grammar,
    clause_stop,
    is_negated,
    is_passive,
    phrase_after,
    phrase_before,
)
from ostiary.documents.stance.involvement import is_band, object_after
from ostiary.documents.stance.phrases import FoundPhrase, load_phrases, stance_words
from ostiary.documents.stance.predicates import find_described
from ostiary.model.claims import AccusationStatus

_NEEDED = {
    "deed": frozenset(("deed", "harm", "verb", "agent")),
    "doing": frozenset(("deed", "harm", "verb")),
    "any": frozenset(("deed", "harm", "verb", "agent", "band")),
    "for": frozenset(("deed", "harm", "verb")),
    "agent": frozenset(("agent", "trait", "quality")),
}
_ANY = _NEEDED["any"] | {"trait"}
_QUALITY = frozenset(("quality",))
_GROUNDS = frozenset(("for", "over", "because", "of", "on", "into"))
_OWNED = frozenset(
    (
        *("indictment", "conviction", "prosecution", "sentence", "trial", "trials", "arrest", "arrests"),
        *("detention", "arraignment", "extradition"),
    )
)
#: Papers by which somebody is sought: *issued a warrant for X*.
_SEEKING = frozenset(("warrant", "warrants", "notice", "notices"))
_NOT_ACCUSED: AccusationStatus = "not accused"
#: What is only to be done (*to charge X with ...*) has gone no further than this.
_NOT_YET: Mapping[AccusationStatus, AccusationStatus] = {"charged": "alleged", "convicted": "alleged"}
_MADE = frozenset(("alleged", "charged"))
_LET_GO: frozenset[AccusationStatus] = frozenset(("acquitted", "overturned", "not accused"))
_LONGEST_WORDING = 14
_BEFORE_ADJECTIVE = frozenset(
    (
        *(Part.DETERMINER, Part.POSSESSIVE, Part.GENITIVE, Part.QUANTIFIER),
        *(Part.VERB, Part.PARTICIPLE, Part.ING, Part.PREPOSITION),
    )
)
_SUBJECT_END = frozenset((Part.NAME, Part.NOUN))
_OBJECT_START = frozenset((Part.NAME, Part.DETERMINER, Part.POSSESSIVE, Part.OBJECT))
#: No accused of charges stands beyond these: *evidence that the judge was biased against him*.
_BREAKING = frozenset((Part.THAT, Part.RELATIVE, Part.ING))
_PENDING = frozenset(("pending", "being", "following", "stemming"))
_AMOUNT = frozenset("0123456789$€£¥")
_MARKER_REACH = 12
_TASK_REACH = 4
_DOING_REACH = 6
_FRONT = 2
_NO_ONE = frozenset(("nobody", "none", "no", "neither"))
_OUTCOME_REACH = 12
_AGAINST_REACH = 8
_DENIAL_REACH = 3


def find_proceedings(scene: Scene, sentence: range) -> Iterator[Allegation]:
    """Yield the allegations of a sentence that rest on a word for accusing, charging or judging."""
    words = scene.grammar.words
    beginnings = load_phrases("proceedings.csv").list_beginnings(words, sentence)
    if not beginnings:
        return
    for kind, read in _READERS.items():
        for found in load_phrases("proceedings.csv", kind).find_from(words, beginnings, sentence.stop):
            yield from read(scene, found)


def _read_object(scene: Scene, found: FoundPhrase) -> Iterator[Allegation]:
    grammar, verb = scene.grammar, found.words.start
    if _is_attributive(scene, verb) or not (_is_verb(scene, verb) or _takes_object(scene, found)):
        return
    wording = _wording(scene, found)
    status = _status_unless_negated(scene, found)
    if wording is None or status is None:
        return
    passive = is_passive(grammar, verb)
    accused, denied = find_described(grammar, verb) if passive else (_suffering(grammar, found.words), False)
    if denied:
        yield from _deny(wording, accused, status)
        return
    if grammar.part(verb - 1) is Part.TO:
        yield Allegation(wording, accused, status=_NOT_YET.get(status, status), reported=True)
        return
    if passive and not accused:
        accused = _fronted(grammar, verb, wording.stop)
    accuser = find_agent(scene, verb) if passive else phrase_before(grammar, verb)
    if accuser and grammar.lower(accuser.start) in _NO_ONE:
        yield from _deny(wording, accused, status)
        return
    if passive and _speaks_by(grammar, verb, accused):
        return
    yield Allegation(wording, accused, _unless_judge(grammar, accuser, status), status, reported=True)


def _speaks_by(grammar: Grammar, verb: int, accused: range) -> bool:
    """Return whether a verb only tells who said the words quoted before it (*"...", X charged in a speech*)."""
    return bool(accused) and accused.stop == verb and grammar.part(accused.start - 1) is Part.QUOTE


def _fronted(grammar: Grammar, participle: int, stop: int) -> range:
    """Return the subject that a participle at the start of a sentence is said of: *Accused of fraud, X fled*."""
    sentence = grammar.sentence(participle)
    if participle - sentence.start > _FRONT:
        return NOBODY
    near = range(stop, min(sentence.stop, stop + _MARKER_REACH))
    comma = next((at for at in near if grammar.part(at) is Part.COMMA), None)
    return NOBODY if comma is None else phrase_after(grammar, comma)


def _deny(wording: range, accused: range, status: AccusationStatus) -> Iterator[Allegation]:
    """Yield that somebody is not the one: *she is not the woman charged with theft*."""
    if status in _MADE:
        yield Allegation(wording, accused, status=_NOT_ACCUSED, reported=True)


def _unless_judge(grammar: Grammar, accuser: range, status: AccusationStatus) -> range:
    """Return who accuses; nobody where it is a court or jury that lets go, or where nobody accuses."""
    if status in _LET_GO:
        return NOBODY
    judged = any(grammar.lower(at) in stance_words("judge") for at in accuser)
    return NOBODY if status == "dropped" and judged else accuser


def _suffering(grammar: Grammar, words: range) -> range:
    """Return the object of a verb: X in *found X guilty*; also one that begins as *shipping magnate X* does."""
    inner = phrase_after(grammar, words.start) if len(words) > 1 else NOBODY
    if inner and inner.start < words.stop:
        cut = next((at for at in inner if grammar.lower(at) in stance_words("verdict")), inner.stop)
        return range(inner.start, cut)
    start = words.stop
    phrase = _without_amount(grammar, phrase_after(grammar, start - 1))
    apart = not phrase and grammar.part(start) is Part.ING
    return phrase_after(grammar, start) if apart else phrase


def _without_amount(grammar: Grammar, phrase: range) -> range:
    """Return a noun phrase without the sum that a second object names: X in *fined X 4 million*."""
    cut = next((at for at in phrase if at > phrase.start and grammar.words.forms[at][0] in _AMOUNT), phrase.stop)
    return range(phrase.start, cut)


def _status_unless_negated(scene: Scene, found: FoundPhrase) -> AccusationStatus | None:
    """Return how far an accusation went; *not accused* where none is made, None for any other *not*."""
    status = _status(found)
    if not is_negated(scene.grammar, found.words.start):
        return status
    return _NOT_ACCUSED if status in _MADE else None


def _is_verb(scene: Scene, at: int) -> bool:
    if scene.grammar.part(at) is Part.NAME and scene.grammar.sentence(at).start != at:
        return False
    return scene.grammar.part(at) is not Part.NOUN or scene.grammar.lower(at).endswith(("ed", "ing"))


def _is_attributive(scene: Scene, at: int) -> bool:
    """Return whether a participle stands before its noun: *a suspected member*."""
    return scene.grammar.part(at) is Part.NOUN and scene.grammar.part(at - 1) in _BEFORE_ADJECTIVE


def _takes_object(scene: Scene, found: FoundPhrase) -> bool:
    """Return whether a form that may be a noun is a verb by its place: *Prosecutors suspect X of ...*."""
    grammar, words = scene.grammar, found.words
    between = grammar.part(words.start - 1) in _SUBJECT_END and grammar.part(words.stop) in _OBJECT_START
    return between and _marker(scene, found, clause_stop(grammar, words.start)) is not None


def _status(found: FoundPhrase) -> AccusationStatus:
    status: AccusationStatus = found.row["status"]  # type: ignore[assignment]  # the table holds no other word
    return status


def _wording(scene: Scene, found: FoundPhrase) -> range | None:
    """Return the words from the verb to the wrongdoing that it names; None where it needs one and names none."""
    grammar = scene.grammar
    stop = clause_stop(grammar, found.words.start)
    needs = found.row["needs"]
    wrongs = scene.wrongs_between(found.words.stop, stop, _NEEDED.get(needs, _ANY))
    if needs == "doing":
        near = [wrong for wrong in wrongs if wrong.words.start < found.words.stop + _DOING_REACH]
        return range(found.words.start, near[0].words.stop) if near else _doing(grammar, found.words, stop)
    if needs == "for":
        wrongs = [wrong for wrong in wrongs if _grounds_before(scene, found.words.stop, wrong.words.start)]
    if wrongs:
        return range(found.words.start, with_object(grammar, wrongs[0]))
    marker = _marker(scene, found, stop)
    if needs and marker is None:
        return None
    end = found.words.stop if marker is None else marker + 1
    while end < min(stop, found.words.start + _LONGEST_WORDING) and grammar.part(end) is not Part.COMMA:
        end += 1
    return range(found.words.start, end)


def _doing(grammar: Grammar, words: range, stop: int) -> range | None:
    """Return *admits pocketing school cash*, whatever is done; None where somebody admits a feeling or a state."""
    done = grammar.part(words.stop) is Part.ING and grammar.lower(words.stop) not in stance_words("feeling")
    return range(words.start, min(stop, words.stop + _DOING_REACH)) if done else None


def _marker(scene: Scene, found: FoundPhrase, stop: int) -> int | None:
    """Return the number of the word that brings what somebody is accused of: *of* in *suspects X of ...*.

    Between the verb and it stands at most one noun phrase; after it stands no task that somebody is charged with.
    """
    grammar, markers = scene.grammar, found.row["marker"].split("|")
    for at in range(found.words.stop, min(stop - 1, found.words.stop + _MARKER_REACH)):
        if grammar.lower(at) in markers:
            tasked = not stance_words("task").isdisjoint(grammar.words.lower[at + 1 : at + _TASK_REACH])
            return None if tasked and not scene.wrongs_between(at, stop, _ANY) else at
        if grammar.part(at) in (Part.VERB, Part.COMMA, Part.THAT, Part.TO):
            return None
    return None


def _grounds_before(scene: Scene, start: int, stop: int) -> bool:
    return any(scene.grammar.lower(at) in _GROUNDS for at in range(start, stop))


def _read_subject(scene: Scene, found: FoundPhrase) -> Iterator[Allegation]:
    grammar = scene.grammar
    wording = _wording(scene, found)
    status = _status_unless_negated(scene, found)
    if wording is None or status is None:
        return
    accused = phrase_before(grammar, found.words.start)
    official = _unless_judge(grammar, _official(scene, found.words), status)
    yield Allegation(wording, accused, official, status, reported=True)


def _official(scene: Scene, words: range) -> range:
    """Return who is behind charges: *U.S.* in *under U.S. indictment*, *by a court* after them; never a place."""
    grammar = scene.grammar
    for at in words:
        if grammar.words.forms[at][0].isupper():
            return range(at, at + 1)
    last = words.stop - 1
    if grammar.lower(last) == "by":
        return phrase_after(grammar, words.stop - 1)
    if grammar.words.lower[words.stop : words.stop + 1] == ["by"]:
        return phrase_after(grammar, words.stop)
    return NOBODY


def _read_naming(scene: Scene, found: FoundPhrase) -> Iterator[Allegation]:
    grammar, verb = scene.grammar, found.words.start
    if not _is_verb(scene, verb):
        return
    passive = is_passive(grammar, verb) or _named_by_be(scene, verb) or grammar.lower(found.words.stop) == "as"
    named = phrase_before(grammar, verb) if passive else _named(scene, found.words.stop)
    start = found.words.stop if passive else named.stop
    stop = min(clause_stop(grammar, verb), start + _LONGEST_WORDING)
    end = _end_of_calling(scene, start, stop)
    as_what = found.row["marker"] == "as" and not any(
        grammar.lower(at) == "as" for at in range(start, end or start)
    )
    if end is None or as_what or not named or is_negated(grammar, verb):
        return
    accuser = find_agent(scene, verb) if passive else phrase_before(grammar, verb)
    yield Allegation(range(verb, end), named, accuser, reported=True)


def _end_of_calling(scene: Scene, start: int, stop: int) -> int | None:
    """Return the number after the words that call somebody a wrongdoer, also *as the man who did wrong*."""
    grammar = scene.grammar
    wrongs = scene.wrongs_between(start, stop, _NEEDED["agent"])
    if wrongs:
        return wrongs[0].words.stop
    role = next((at for at in range(start, stop - 1) if grammar.lower(at) == "as"), None)
    if role is None or not stance_words("bystander").isdisjoint(grammar.words.lower[role:stop]):
        return None
    deeds = [
        deed
        for deed in scene.wrongs_between(role, stop, _NEEDED["for"])
        if any(_stands_behind(grammar, at) for at in range(role, deed.words.start))
    ]
    leader = next(load_phrases("leading.csv", "noun").find(grammar.words, range(role, stop)), None)
    if leader is not None and is_band(scene, object_after(scene, leader.words.stop + 1)):
        return object_after(scene, leader.words.stop + 1).stop
    return deeds[0].words.stop if deeds else None


def _stands_behind(grammar: Grammar, at: int) -> bool:
    """Return whether a word ties somebody to a deed after it (*the man who*, *behind*)."""
    return grammar.part(at) is Part.RELATIVE or grammar.lower(at) in ("behind", "responsible")


def _named_by_be(scene: Scene, verb: int) -> bool:
    return scene.grammar.part(verb - 1) is Part.AUXILIARY and scene.grammar.part(verb) is Part.PARTICIPLE


def _named(scene: Scene, start: int) -> range:
    """Return who is called something: the words up to *as*, or up to the article of what he is called."""
    grammar = scene.grammar
    phrase = phrase_after(grammar, start - 1)
    called = {found.words.start for found in scene.wrongs_between(start, phrase.stop, _QUALITY)}
    for at in range(phrase.start + 1, phrase.stop):
        if grammar.lower(at) in ("a", "an", "one") or at in called:
            return range(phrase.start, at)
    return phrase


def _read_against(scene: Scene, found: FoundPhrase) -> Iterator[Allegation]:
    grammar, noun = scene.grammar, found.words.start
    if found.row["kind"] == "trial" and not _is_on_trial(scene, found):
        return
    accused, stop = _accused_of_noun(scene, found)
    if not accused or _denied_to_exist(scene, noun):
        return
    outcome = _outcome(scene, noun)
    status = _outcome_status(outcome) or _status(found)
    accuser = _accuser_of_noun(scene, noun)
    if outcome is not None and _is_active(scene, outcome.words.start):
        subject = phrase_before(grammar, outcome.words.start)
        accuser = accuser if noun in subject else subject
    yield Allegation(range(noun, stop), accused, _unless_judge(grammar, accuser, status), status, reported=True)


def _is_active(scene: Scene, verb: int) -> bool:
    return scene.grammar.part(verb) in (Part.VERB, Part.PARTICIPLE) and not is_passive(scene.grammar, verb)


def _accused_of_noun(scene: Scene, found: FoundPhrase) -> tuple[range, int]:
    """Return who charges are brought against, and the number after the last word that says so."""
    grammar, words = scene.grammar, scene.grammar.words
    noun = words.lower[found.words.stop - 1]
    stop = min(clause_stop(grammar, found.words.start), found.words.stop + _AGAINST_REACH)
    for at in range(found.words.stop, stop):
        directly = at == found.words.stop and words.lower[at] == "of" and noun in _OWNED
        sought = words.lower[at] == "for" and noun in _SEEKING and not scene.wrongs_between(at, at + 2, _ANY)
        if words.lower[at] == "against" or directly or sought:
            return phrase_after(grammar, at), at + 1
        if grammar.part(at) in _BREAKING and words.lower[at] not in _PENDING:
            break
        if words.lower[at] == "by" and scene.wrongs_between(found.words.stop, at, _NEEDED["for"]):
            return phrase_after(grammar, at), at + 1
    owner = _before_nouns(scene, found.words.start)
    if noun in _OWNED and grammar.part(owner) is Part.POSSESSIVE:
        return range(owner, owner + 1), found.words.stop
    if noun in _OWNED and grammar.part(owner) is Part.GENITIVE:
        return phrase_before(grammar, owner), found.words.stop
    return NOBODY, found.words.stop


def _is_on_trial(scene: Scene, found: FoundPhrase) -> bool:
    """Return whether a trial, an arrest or a case is about wrongdoing, or before a court at all."""
    about = _wording(scene, found)
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
    return bool(scene.wrongs_between(before.start, before.stop, _NEEDED["for"]))


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
    verbs = [one for one in found if _is_verb(scene, one.words.start)]
    return min(verbs, key=lambda one: abs(one.words.start - noun), default=None)


def _outcome_status(outcome: FoundPhrase | None) -> AccusationStatus | None:
    return _status(outcome) if outcome is not None else None


def _denied_to_exist(scene: Scene, noun: int) -> bool:
    """Return whether charges are said not to be: *no charges*, *decided not to bring charges*."""
    before = _before_nouns(scene, noun)
    first = max(scene.grammar.sentence(noun).start, before - _DENIAL_REACH)
    near = range(first, before + 1)
    if any(scene.grammar.lower(at) in ("no", "without", "against") for at in near):
        return True
    return any(scene.grammar.part(at) is Part.NEGATION for at in near)


_READERS: Mapping[str, Callable[[Scene, FoundPhrase], Iterator[Allegation]]] = {
    "object": _read_object,
    "subject": _read_subject,
    "naming": _read_naming,
    "against": _read_against,
    "trial": _read_against,
}
