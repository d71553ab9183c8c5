"""Accusing, charging, convicting: the verbs that say so, with who is accused and by whom; nouns by `charges`."""

from collections.abc import Callable, Iterator, Mapping

from ostiary.documents.attribution.tagging import Part
from ostiary.documents.stance.allegations import NOBODY, UNDECIDED, Allegation, Scene, find_agent
from ostiary.documents.stance.charges import read_charges
from ostiary.documents.stance.grammar import (
    Grammar,
    clause_stop,
    is_negated,
    is_passive,
    phrase_after,
    phrase_before,
)
from ostiary.documents.stance.grounds import (
    LONGEST_WORDING,
    MARKER_REACH,
    NEEDED,
    drop_judge,
    find_marker,
    find_wording,
    is_used_as_verb,
    read_status,
)
from ostiary.documents.stance.involvement import is_band, object_after
from ostiary.documents.stance.phrases import FoundPhrase, load_phrases, stance_words
from ostiary.documents.stance.predicates import find_described
from ostiary.model.claims import AccusationStatus

_QUALITY = frozenset(("quality",))
_NOT_ACCUSED: AccusationStatus = "not accused"
#: What is only to be done (*to charge X with ...*) has gone no further than this.
_NOT_YET: Mapping[AccusationStatus, AccusationStatus] = {"charged": "alleged", "convicted": "alleged"}
_BEFORE_ADJECTIVE = frozenset(
    (
        *(Part.DETERMINER, Part.POSSESSIVE, Part.GENITIVE, Part.QUANTIFIER),
        *(Part.VERB, Part.PARTICIPLE, Part.ING, Part.PREPOSITION),
    )
)
_SUBJECT_END = frozenset((Part.NAME, Part.NOUN))
_OBJECT_START = frozenset((Part.NAME, Part.DETERMINER, Part.POSSESSIVE, Part.OBJECT))
_AMOUNT = frozenset("0123456789$€£¥")
_FRONT = 2
_NO_ONE = frozenset(("nobody", "none", "no", "neither"))


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
    if _is_attributive(scene, verb) or not (is_used_as_verb(scene, verb) or _takes_object(scene, found)):
        return
    wording = find_wording(scene, found)
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
    yield Allegation(wording, accused, drop_judge(grammar, accuser, status), status, reported=True)


def _speaks_by(grammar: Grammar, verb: int, accused: range) -> bool:
    """Return whether a verb only tells who said the words quoted before it (*"...", X charged in a speech*)."""
    return bool(accused) and accused.stop == verb and grammar.part(accused.start - 1) is Part.QUOTE


def _fronted(grammar: Grammar, participle: int, stop: int) -> range:
    """Return the subject that a participle at the start of a sentence is said of: *Accused of fraud, X fled*."""
    sentence = grammar.sentence(participle)
    if participle - sentence.start > _FRONT:
        return NOBODY
    near = range(stop, min(sentence.stop, stop + MARKER_REACH))
    comma = next((at for at in near if grammar.part(at) is Part.COMMA), None)
    return NOBODY if comma is None else phrase_after(grammar, comma)


def _deny(wording: range, accused: range, status: AccusationStatus) -> Iterator[Allegation]:
    """Yield that somebody is not the one: *she is not the woman charged with theft*."""
    if status in UNDECIDED:
        yield Allegation(wording, accused, status=_NOT_ACCUSED, reported=True)


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
    status = read_status(found)
    if not is_negated(scene.grammar, found.words.start):
        return status
    return _NOT_ACCUSED if status in UNDECIDED else None


def _is_attributive(scene: Scene, at: int) -> bool:
    """Return whether a participle stands before its noun: *a suspected member*."""
    return scene.grammar.part(at) is Part.NOUN and scene.grammar.part(at - 1) in _BEFORE_ADJECTIVE


def _takes_object(scene: Scene, found: FoundPhrase) -> bool:
    """Return whether a form that may be a noun is a verb by its place: *Prosecutors suspect X of ...*."""
    grammar, words = scene.grammar, found.words
    between = grammar.part(words.start - 1) in _SUBJECT_END and grammar.part(words.stop) in _OBJECT_START
    return between and find_marker(scene, found, clause_stop(grammar, words.start)) is not None


def _read_subject(scene: Scene, found: FoundPhrase) -> Iterator[Allegation]:
    grammar = scene.grammar
    wording = find_wording(scene, found)
    status = _status_unless_negated(scene, found)
    if wording is None or status is None:
        return
    accused = phrase_before(grammar, found.words.start)
    official = drop_judge(grammar, _official(scene, found.words), status)
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
    if not is_used_as_verb(scene, verb):
        return
    passive = is_passive(grammar, verb) or _named_by_be(scene, verb) or grammar.lower(found.words.stop) == "as"
    named = phrase_before(grammar, verb) if passive else _named(scene, found.words.stop)
    start = found.words.stop if passive else named.stop
    stop = min(clause_stop(grammar, verb), start + LONGEST_WORDING)
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
    wrongs = scene.wrongs_between(start, stop, NEEDED["agent"])
    if wrongs:
        return wrongs[0].words.stop
    role = next((at for at in range(start, stop - 1) if grammar.lower(at) == "as"), None)
    if role is None or not stance_words("bystander").isdisjoint(grammar.words.lower[role:stop]):
        return None
    deeds = [
        deed
        for deed in scene.wrongs_between(role, stop, NEEDED["for"])
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


_READERS: Mapping[str, Callable[[Scene, FoundPhrase], Iterator[Allegation]]] = {
    "object": _read_object,
    "subject": _read_subject,
    "naming": _read_naming,
    "against": read_charges,
    "trial": read_charges,
}
