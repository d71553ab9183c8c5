"""What is taken back: an accusation that its maker withdraws, or that the report itself says was wrong."""

from dataclasses import replace
from functools import cache

from ostiary.documents.attribution.tagging import Part
from ostiary.documents.stance.allegations import NOBODY, UNDECIDED, Allegation
from ostiary.documents.stance.grammar import Grammar, phrase_before
from ostiary.documents.stance.phrases import PACKAGE, FoundPhrase, PhraseTable, load_phrases
from ostiary.documents.tables import read_table
from ostiary.model.claims import AccusationStatus

_TABLE = "retractions.csv"
_JUST_BEFORE = 2
_AT_START = 4
_OBJECT_REACH = 6
_FOR_REACH = 8
_AFTER_REACH = 24


def take_back(grammar: Grammar, allegation: Allegation) -> Allegation:
    """Return an allegation, withdrawn or corrected where its sentence says so.

    Whoever only reports it then is no accuser; who takes it back made it. The accused takes nothing back: he who
    apologises for his crimes withdraws no accusation.
    """
    if allegation.status not in _REVOCABLE:
        return allegation
    sentence = grammar.sentence(allegation.wording.start)
    if _contradicted_next(grammar, allegation.wording.start):
        return replace(allegation, status="corrected", negated=False, reported=True)
    if _brought(grammar, sentence, allegation.wording.start):
        allegation = replace(allegation, reported=True)
    status = _corrected(grammar, allegation, sentence)
    if status is not None:
        return replace(allegation, status=status, negated=False, reported=True)
    for found in _places("object").find(grammar.words, range(sentence.start, allegation.wording.start)):
        if _has_spoken(grammar, found, allegation):
            return _withdraw(grammar, allegation, found)
    for found in _places("for").find(grammar.words, range(sentence.start, allegation.wording.start)):
        if _is_for_words(grammar, found, allegation):
            return _withdraw(grammar, allegation, found)
    return allegation


#: Where it may still be taken back: a report can be wrong about a conviction too.
_REVOCABLE: frozenset[AccusationStatus] = UNDECIDED | {"convicted"}


@cache
def _places(place: str) -> PhraseTable:
    return load_phrases(_TABLE, place, by="place")


@cache
def _words(place: str) -> frozenset[str]:
    rows = read_table(_TABLE, PACKAGE)
    return frozenset(word for row in rows if row["place"] == place for word in row["phrase"].split("|"))


def _corrected(grammar: Grammar, allegation: Allegation, sentence: range) -> AccusationStatus | None:
    words, start = grammar.words, allegation.wording.start
    before = range(max(sentence.start, start - _JUST_BEFORE), _verb_of(grammar, allegation.wording))
    opening = range(sentence.start, min(start, sentence.start + _AT_START))
    after = range(allegation.wording.stop, min(sentence.stop, allegation.wording.stop + _AFTER_REACH))
    tried = (
        next(_places("before").find(words, before), None),
        _places("opening").find_at(words, opening.start, opening.stop) if opening else None,
        next(
            _places("sentence").find(words, range(sentence.start, _verb_of(grammar, allegation.wording) + 1)), None
        ),
        next(_places("after").find(words, after), None) if _brought(grammar, sentence, start) else None,
    )
    return "corrected" if any(tried) else None


def _contradicted_next(grammar: Grammar, at: int) -> bool:
    """Return whether what follows says that it is not so (*It did not.*), or asks pardon for having said it."""
    words = grammar.words
    number = words.sentence_of[at]
    for place, after in (
        ("next", words.sentences[number + 1 : number + 2]),
        ("pardon", words.sentences[number + 1 : number + 4]),
    ):
        for sentence in after:
            found = _places(place).find_at(words, sentence.start, sentence.stop)
            if found is not None and (place == "pardon" or _says_no_more(grammar, found, sentence)):
                return True
    return False


def _says_no_more(grammar: Grammar, found: FoundPhrase, sentence: range) -> bool:
    return all(grammar.part(at) in (Part.STOP, Part.QUOTE) for at in range(found.words.stop, sentence.stop))


def _verb_of(grammar: Grammar, wording: range) -> int:
    """Return the number of the verb that accuses, past its auxiliary and adverbs (*was falsely named*)."""
    at = wording.start
    while at < wording.stop - 1 and grammar.part(at) in (Part.AUXILIARY, Part.ADVERB):
        at += 1
    return at


def _brought(grammar: Grammar, sentence: range, start: int) -> bool:
    """Return whether a noun for words brings an accusation: *the claim that ...*."""
    lower = grammar.words.lower
    return any(
        lower[at] in _words("spoken") and lower[at + 1] in ("that", "of", "against")
        for at in range(sentence.start, start - 1)
    )


def _has_spoken(grammar: Grammar, found: FoundPhrase, allegation: Allegation) -> bool:
    near = range(found.words.stop, min(found.words.stop + _OBJECT_REACH, allegation.wording.stop))
    return any(grammar.lower(at) in _words("spoken") for at in near)


def _is_for_words(grammar: Grammar, found: FoundPhrase, allegation: Allegation) -> bool:
    near = range(found.words.stop, min(found.words.stop + _FOR_REACH, allegation.wording.stop))
    return any(
        grammar.lower(at) == "for"
        and (grammar.lower(at + 1) == "having" or grammar.lower(at + 1) in _words("saying"))
        for at in near
    )


def _withdraw(grammar: Grammar, allegation: Allegation, found: FoundPhrase) -> Allegation:
    who = phrase_before(grammar, found.words.start)
    if set(who) & set(allegation.accused):
        return allegation
    accuser = allegation.accuser or who or NOBODY
    return replace(allegation, status="withdrawn", accuser=accuser, negated=False, reported=True)
