"""What somebody is called in passing: *the corrupt tycoon X*, *X, a terrorist group,*, *'Gangster' X*."""

from collections.abc import Iterator

from ostiary.documents.attribution.tagging import Part
from ostiary.documents.stance.allegations import Allegation, Scene
from ostiary.documents.stance.grammar import copula_before, is_negated, phrase_before
from ostiary.documents.stance.phrases import FoundPhrase, stance_words

_GROUP_REACH = 8
_TITLE_REACH = 4
_LISTED_BEFORE = 4
_QUOTES = frozenset(("'", "’", "‘"))
_CRIME_AND_BAND = 2
#: Who is called so fights; that alone is no crime.
_FIGHTING = frozenset(("insurgent", "rebel", "militant", "armed"))
#: Between a copula and what somebody is called stands none of these (*was named as the head of a drug gang*).
_CUTTING = frozenset((Part.PREPOSITION, Part.SUBORDINATOR, Part.PARTICIPLE, Part.VERB))


def names_from(scene: Scene, start: int) -> range:
    """Return the names that stand one after the other from a word on."""
    stop = start
    while stop < start + _GROUP_REACH and scene.grammar.part(stop) is Part.NAME:
        stop += 1
    return range(start, stop)


def is_quoted_before_name(scene: Scene, words: range) -> bool:
    """Return whether some words stand in quotation marks right before a name: somebody calls him so."""
    return _is_quote(scene, words.start - 1) and _is_quote(scene, words.stop) and _is_name(scene, words.stop + 1)


def _is_quote(scene: Scene, at: int) -> bool:
    return scene.grammar.part(at) is Part.QUOTE or scene.grammar.lower(at) in _QUOTES


def _is_name(scene: Scene, at: int) -> bool:
    return scene.grammar.part(at) is Part.NAME


def read_quality(scene: Scene, found: FoundPhrase) -> Iterator[Allegation]:
    """Yield *the corrupt tycoon X* and *X is corrupt*; not *a corrupt judge*, who is nobody."""
    grammar = scene.grammar
    if _is_name(scene, found.words.start) and found.words.start > grammar.sentence(found.words.start).start:
        return
    named = found.words.stop
    while named < found.words.stop + _TITLE_REACH and grammar.part(named) is Part.NOUN:
        named += 1
    if _is_name(scene, named):
        yield Allegation(found.words, names_from(scene, named), sure=_sure(found), epithet=True)
    elif named == found.words.stop:
        copula = copula_before(grammar, found.words.start)
        if copula is not None:
            negated = is_negated(grammar, found.words.start) or is_negated(grammar, copula)
            negated = negated or any(grammar.part(at) is Part.NEGATION for at in range(copula, found.words.start))
            accused = phrase_before(grammar, copula)
            yield Allegation(range(copula, found.words.stop), accused, negated=negated, sure=_sure(found))


def read_band(scene: Scene, found: FoundPhrase) -> Iterator[Allegation]:
    """Yield *X is a terrorist group*, *X, a drug gang,* and *the X terror group*; to be listed so is an act."""
    grammar, words = scene.grammar, found.words
    fighting = grammar.lower(words.start) in _FIGHTING
    if len(words) < _CRIME_AND_BAND or fighting or scene.names_party(words) or _is_listed(scene, words.start):
        return
    copula = copula_before(grammar, words.start)
    if copula is not None and any(grammar.part(at) in _CUTTING for at in range(copula + 1, words.start)):
        return
    if copula is not None:
        negated = any(grammar.part(at) is Part.NEGATION for at in range(copula, words.start))
        yield from _of_party(scene, range(copula, words.stop), phrase_before(grammar, copula), negated=negated)
        return
    first = grammar.sentence(words.start).start
    before = words.start - 1
    if grammar.part(before) is Part.DETERMINER and grammar.part(before - 1) is Part.COMMA:
        before -= 2
    start = before + 1
    while start > first and start - 1 in scene.party_words:
        start -= 1
    yield from _of_party(scene, words, range(start, before + 1), epithet=True)


def _of_party(
    scene: Scene, wording: range, accused: range, *, negated: bool = False, epithet: bool = False
) -> Iterator[Allegation]:
    if scene.names_party(accused):
        yield Allegation(wording, accused, negated=negated, epithet=epithet)


def _is_listed(scene: Scene, start: int) -> bool:
    """Return whether a band is called so by its listing: *a designated terrorist group*."""
    near = range(max(scene.grammar.sentence(start).start, start - _LISTED_BEFORE), start)
    return any(scene.grammar.lower(at) in stance_words("listed") for at in near)


def _sure(found: FoundPhrase) -> bool:
    return found.row["sure"] == "yes"
