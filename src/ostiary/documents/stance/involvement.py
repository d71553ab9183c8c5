"""Standing behind wrongdoing: leading a band, having a role in a deed, a deed that is claimed by somebody."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from ostiary.documents.attribution.tagging import Part
from ostiary.documents.stance.allegations import NOBODY, Allegation, Scene, find_agent
from ostiary.documents.stance.grammar import (
    Grammar,
    clause_stop,
    is_negated,
    is_passive,
    phrase_after,
    phrase_before,
    phrase_ending,
)
from ostiary.documents.stance.phrases import PACKAGE, FoundPhrase, load_phrases, stance_words
from ostiary.documents.stance.predicates import find_described
from ostiary.documents.tables import read_table

#: Kinds of wrongs that are done, and not a group that does them.
DEEDS = frozenset(("deed", "harm"))
_BANDS = frozenset(("band",))
#: Parts of speech of a verb that is no helping one.
VERBAL = frozenset((Part.VERB, Part.ING, Part.PARTICIPLE))
#: Parts of speech that may stand before a noun within its phrase.
ADJECTIVAL = frozenset((Part.NOUN, Part.PARTICIPLE, Part.QUANTIFIER, Part.NAME, Part.ADVERB))
_DEED_REACH = 7
_OWNER_REACH = 4
_GROUP_REACH = 8


def find_involvement(scene: Scene, sentence: range) -> Iterator[Allegation]:
    """Yield the allegations of a sentence that put somebody behind a deed or at the head of a band."""
    words = scene.grammar.words
    beginnings = load_phrases("involvement.csv").list_beginnings(words, sentence)
    for kind, read in _READERS.items() if beginnings else ():
        for found in load_phrases("involvement.csv", kind).find_from(words, beginnings, sentence.stop):
            yield from read(scene, found)
    yield from _read_leading(scene, sentence)


def _read_predicate(scene: Scene, found: FoundPhrase) -> Iterator[Allegation]:
    """Yield *X was involved in smuggling*."""
    grammar = scene.grammar
    wrong = _deed_after(scene, found)
    if wrong is None or (grammar.part(found.words.start) is Part.NOUN and len(found.words) == 1):
        return
    accused, denied = find_described(grammar, found.words.start)
    yield from (replace(one, negated=one.negated or denied) for one in _allege(grammar, found, wrong, accused))


def _read_noun(scene: Scene, found: FoundPhrase) -> Iterator[Allegation]:
    """Yield *his role in smuggling*."""
    wrong = _deed_after(scene, found)
    if wrong is not None:
        after = scene.grammar.lower(found.words.stop - 1) == "of"
        accused = (
            phrase_after(scene.grammar, found.words.stop - 1) if after else owner_of(scene, found.words.start)
        )
        yield from _allege(scene.grammar, found, wrong, accused)


def _read_by(scene: Scene, found: FoundPhrase) -> Iterator[Allegation]:
    """Yield *a bombing claimed by X*."""
    grammar = scene.grammar
    first = max(grammar.sentence(found.words.start).start, found.words.start - _DEED_REACH)
    wrongs = scene.wrongs_between(first, found.words.start, DEEDS | {"verb"} if _is_order(found) else DEEDS)
    accused = phrase_after(grammar, found.words.stop - 1)
    if wrongs and accused:
        wording = range(wrongs[-1].words.start, found.words.stop)
        yield Allegation(
            wording,
            accused,
            negated=is_negated(grammar, found.words.start),
            sure=_sure(wrongs[-1]),
            reported=found.row["kind"] == "reported",
        )


def _is_order(found: FoundPhrase) -> bool:
    """Return whether words tell on whose orders something was done, which a verb before them may say."""
    return found.row["kind"] == "orders"


def _read_work(scene: Scene, found: FoundPhrase) -> Iterator[Allegation]:
    """Yield *this was the work of X*; what the deed was, other sentences say."""
    accused = phrase_after(scene.grammar, found.words.stop - 1)
    if not accused or not scene.names_party(accused):
        return
    pointing = found.row["kind"] == "pointing"
    accuser = phrase_before(scene.grammar, found.words.start) if pointing else NOBODY
    negated = is_negated(scene.grammar, found.words.start)
    yield Allegation(found.words, accused, accuser, negated=negated, sure=False, reported=pointing)


_READERS = {
    "predicate": _read_predicate,
    "noun": _read_noun,
    "by": _read_by,
    "reported": _read_by,
    "orders": _read_by,
    "work": _read_work,
    "pointing": _read_work,
}


def _allege(grammar: Grammar, found: FoundPhrase, wrong: FoundPhrase, accused: range) -> Iterator[Allegation]:
    if accused:
        wording = range(found.words.start, wrong.words.stop)
        yield Allegation(wording, accused, negated=is_negated(grammar, found.words.start), sure=_sure(wrong))


def _deed_after(scene: Scene, found: FoundPhrase) -> FoundPhrase | None:
    """Return the deed soon after some words; None where another verb or what opposes it stands between."""
    grammar = scene.grammar
    stop = min(clause_stop(grammar, found.words.start), found.words.stop + _DEED_REACH)
    wrongs = scene.wrongs_between(found.words.stop, stop, DEEDS)
    if not wrongs:
        return None
    between = range(found.words.start, wrongs[0].words.start)
    if any(grammar.part(at) in (Part.VERB, Part.COMMA) for at in between[len(found.words) :]):
        return None
    return None if any(grammar.lower(at) in stance_words("opposing") for at in between) else wrongs[0]


def _sure(found: FoundPhrase) -> bool:
    return found.row["sure"] == "yes"


def owner_of(scene: Scene, at: int) -> range:
    """Return who a noun belongs to: the pronoun or the phrase with ``'s`` before it and its adjectives."""
    grammar = scene.grammar
    number = at - 1
    while at - number <= _OWNER_REACH and grammar.part(number) in ADJECTIVAL:
        number -= 1
    if grammar.part(number) is Part.POSSESSIVE:
        return range(number, number + 1)
    if grammar.part(number) is Part.GENITIVE:
        return phrase_ending(grammar, number - 1, grammar.sentence(at).start)
    return NOBODY


def _read_leading(scene: Scene, sentence: range) -> Iterator[Allegation]:
    """Yield *leads the cartel* and *the cartel is headed by X*."""
    grammar = scene.grammar
    for found in load_phrases("leading.csv", "verb").find(grammar.words, sentence):
        verb = found.words.start
        if grammar.part(verb) not in VERBAL:
            continue
        passive = is_passive(grammar, verb)
        group = phrase_before(grammar, verb) if passive else object_after(scene, found.words.stop)
        accused = find_agent(scene, verb) if passive else phrase_before(grammar, verb)
        if accused and is_band(scene, group):
            stop = accused.stop if passive else group.stop
            yield Allegation(range(verb, stop), accused, negated=is_negated(grammar, verb))


@cache
def _lawful() -> frozenset[str]:
    rows = read_table("leading.csv", PACKAGE)
    return frozenset(row["phrase"] for row in rows if row["kind"] == "lawful")


def object_after(scene: Scene, start: int) -> range:
    """Return the noun phrase after a verb up to its first preposition that is in no party's name."""
    grammar = scene.grammar
    phrase = phrase_after(grammar, start - 1, _GROUP_REACH)
    stop = next((at for at in phrase if grammar.part(at) in (Part.PREPOSITION, Part.COMMA)), phrase.stop)
    return range(phrase.start, stop)


def is_band(scene: Scene, group: range) -> bool:
    """Return whether a noun phrase means a group that exists for crime, or a designated one that is no firm."""
    if not group:
        return False
    lower = scene.grammar.words.lower
    if any(lower[at] in _lawful() for at in group):
        return False
    if scene.names_party(group):
        return True
    bands = scene.wrongs_between(group.start, group.stop, _BANDS)
    return any(found.words.stop == group.stop and _sure(found) for found in bands)
