"""Saying that somebody did wrong, or is one who does: *ships cocaine*, *is a drug lord*, *his crimes*."""

from collections.abc import Iterator

from ostiary.documents.attribution.tagging import Part
from ostiary.documents.stance.allegations import NOBODY, Allegation, Scene, find_agent, with_object
from ostiary.documents.stance.epithets import is_quoted_before_name, names_from, read_band, read_quality
from ostiary.documents.stance.grammar import (
    Grammar,
    copula_before,
    is_negated,
    is_passive,
    phrase_before,
    phrase_ending,
)
from ostiary.documents.stance.involvement import ADJECTIVAL, DEEDS, VERBAL, is_band, object_after, owner_of
from ostiary.documents.stance.phrases import FoundPhrase, load_phrases, stance_words

_BEFORE_VERB = frozenset((Part.NAME, Part.NOUN, Part.ADVERB))
_AFTER_VERB = frozenset((Part.DETERMINER, Part.POSSESSIVE, Part.QUANTIFIER, Part.OBJECT, Part.NOUN, Part.NAME))
_OWNER_REACH = 4
_GROUP_REACH = 8
_OF = frozenset(("of", "for", "in", "within", "behind"))


def find_deeds(scene: Scene, sentence: range) -> Iterator[Allegation]:
    """Yield the allegations of a sentence that say wrongdoing of somebody without a word for accusing."""
    number = scene.grammar.words.sentence_of[sentence.start]
    for found in scene.wrongs[number]:
        kind = found.row["kind"]
        if kind == "agent":
            yield from _read_agent(scene, found.words, sure=_sure(found))
        elif kind == "trait":
            yield from _read_trait(scene, found)
        elif kind == "quality":
            yield from read_quality(scene, found)
        elif kind == "band":
            yield from read_band(scene, found)
        elif kind == "verb":
            yield from _read_verb(scene, found)
        elif kind in DEEDS:
            yield from _read_owned_deed(scene, found)
            yield from _read_deed_by(scene, found)
    yield from _read_leaders(scene, sentence)


def _sure(found: FoundPhrase) -> bool:
    return found.row["sure"] == "yes"


def _read_agent(scene: Scene, words: range, *, sure: bool) -> Iterator[Allegation]:
    grammar = scene.grammar
    if grammar.part(words.start) is Part.NAME and grammar.part(words.start - 1) is Part.NAME:
        return
    if is_quoted_before_name(scene, words):
        yield Allegation(words, names_from(scene, words.stop + 1), sure=sure, hedged=True, reported=True)
        return
    following = grammar.part(words.stop)
    copula = copula_before(grammar, words.start)
    tied = grammar.part(words.stop - 1) is Part.PREPOSITION
    if (
        not tied
        and following is Part.NAME
        and grammar.words.starts[words.stop] <= grammar.words.ends[words.stop - 1] + 1
    ):
        yield Allegation(words, names_from(scene, words.stop), sure=sure, epithet=True)
    elif following is Part.NOUN or (copula is not None and _is_called(scene, copula, words.start)):
        return
    elif copula is not None:
        negated = is_negated(grammar, copula) or _not_between(scene, copula, words)
        yield Allegation(range(copula, words.stop), phrase_before(grammar, copula), negated=negated, sure=sure)
    else:
        yield from _read_apposition(scene, words, sure=sure)


def _is_called(scene: Scene, copula: int, start: int) -> bool:
    """Return whether somebody only calls him so: *was named as*."""
    naming = load_phrases("proceedings.csv", "naming").beginning
    return any(scene.grammar.lower(at) in naming for at in range(copula + 1, start))


def _not_between(scene: Scene, copula: int, words: range) -> bool:
    grammar = scene.grammar
    if grammar.lower(copula).endswith("n't"):
        return True
    return (
        any(
            grammar.part(at) is Part.NEGATION and grammar.lower(at + 1) not in ("just", "only", "simply", "merely")
            for at in range(copula, words.start)
        )
        or grammar.lower(copula + 1) == "no"
    )


def _read_apposition(scene: Scene, words: range, *, sure: bool) -> Iterator[Allegation]:
    """Yield *X, the drug lord,* and *the drug lord, X,*."""
    grammar = scene.grammar
    start = words.start
    furthest = words.start - _GROUP_REACH
    while start > furthest and (grammar.part(start - 1) in ADJECTIVAL or grammar.part(start - 1) is Part.GENITIVE):
        start -= 1
    if grammar.part(start - 1) in (Part.DETERMINER, Part.POSSESSIVE):
        start -= 1
    first = grammar.sentence(words.start).start
    if grammar.part(start - 1) is Part.COMMA and start - 2 >= first and grammar.part(start - 2) is Part.NAME:
        yield Allegation(words, phrase_ending(grammar, start - 2, first), sure=sure, epithet=True)
        return
    if grammar.part(words.stop) is not Part.COMMA or grammar.part(words.stop + 1) is not Part.NAME:
        return
    named = names_from(scene, words.stop + 1)
    if grammar.part(named.stop) in (Part.COMMA, Part.STOP):
        yield Allegation(words, named, sure=sure, epithet=True)


def _read_trait(scene: Scene, found: FoundPhrase) -> Iterator[Allegation]:
    grammar, at = scene.grammar, found.words.start - 1
    first = max(grammar.sentence(found.words.start).start, at - _GROUP_REACH)
    while at > first and (grammar.part(at) in ADJECTIVAL or grammar.part(at) in (Part.DETERMINER, Part.QUOTE)):
        if grammar.lower(at) in stance_words("posing"):
            break
        at -= 1
    if grammar.lower(at) in stance_words("posing"):
        verb: int | None = at
    else:
        verb = _copula_or_second(scene, found)
    if verb is None:
        return
    accused = phrase_before(grammar, verb)
    negated = is_negated(grammar, verb) or _not_between(scene, verb, found.words)
    yield Allegation(range(verb, found.words.stop), accused, negated=negated, sure=_sure(found))


def _copula_or_second(scene: Scene, found: FoundPhrase) -> int | None:
    """Return the copula of a predicate, also of its second half: *is a trafficker and a threat to ...*."""
    grammar = scene.grammar
    copula = copula_before(grammar, found.words.start)
    if copula is not None:
        return copula
    agents = scene.wrongs_between(
        grammar.sentence(found.words.start).start, found.words.start, frozenset(("agent",))
    )
    return copula_before(grammar, agents[-1].words.start) if agents else None


def _read_verb(scene: Scene, found: FoundPhrase) -> Iterator[Allegation]:
    grammar, verb = scene.grammar, found.words.start
    if not _is_done(scene, found):
        return
    passive = is_passive(grammar, verb, _last_of_verb(grammar, found.words))
    accused = find_agent(scene, verb) if passive else phrase_before(grammar, verb)
    if accused:
        words = found.words if passive else range(verb, with_object(grammar, found))
        yield Allegation(words, accused, negated=is_negated(grammar, verb), sure=_sure(found))


def _last_of_verb(grammar: Grammar, words: range) -> int:
    """Return the number of the last particle of a verb (*ripped off*), without the object that the words name."""
    last = words.start
    while last + 1 < words.stop and grammar.part(last + 1) in (Part.PREPOSITION, Part.ADVERB):
        last += 1
    return last


def _is_done(scene: Scene, found: FoundPhrase) -> bool:
    """Return whether a word for doing wrong is a verb of somebody: not *for killing*, not *to attack*."""
    grammar, verb = scene.grammar, found.words.start
    before = verb - 2 if grammar.lower(verb - 1) == "having" else verb - 1
    if grammar.part(before) is Part.PREPOSITION or (grammar.part(before) is Part.TO and not _sure(found)):
        return False
    if grammar.part(verb) in VERBAL:
        return True
    if grammar.part(verb) is Part.NAME or grammar.part(before) not in _BEFORE_VERB:
        return False
    return len(found.words) > 1 or (before in scene.party_words and grammar.part(found.words.stop) in _AFTER_VERB)


def _read_owned_deed(scene: Scene, found: FoundPhrase) -> Iterator[Allegation]:
    """Yield *his crimes* and *the cartel's smuggling*; what somebody may suffer is left out."""
    if found.row["kind"] == "harm" or scene.grammar.part(found.words.stop) is Part.NOUN:
        return
    owner = owner_of(scene, found.words.start)
    if owner:
        yield Allegation(range(owner.start, found.words.stop), owner, sure=_sure(found))


def _read_deed_by(scene: Scene, found: FoundPhrase) -> Iterator[Allegation]:
    """Yield *the kidnapping by X* of a party; not *a report on kidnapping by X*, nor what is fought by X."""
    grammar, by = scene.grammar, found.words.stop
    if grammar.lower(by) != "by" or grammar.part(by + 1) is Part.ING:
        return
    before = range(max(grammar.sentence(by).start, found.words.start - _GROUP_REACH), found.words.start)
    if any(grammar.lower(at) in stance_words("opposing") or grammar.lower(at) == "on" for at in before):
        return
    agent = object_after(scene, by + 1)
    if scene.names_party(agent):
        yield Allegation(range(found.words.start, agent.stop), agent, sure=_sure(found))


def _read_leaders(scene: Scene, sentence: range) -> Iterator[Allegation]:
    """Yield *leader of the cartel* and *the cartel's leader*, where they are said of somebody."""
    grammar = scene.grammar
    for found in load_phrases("leading.csv", "noun").find(grammar.words, sentence):
        if grammar.part(found.words.start) is Part.NAME or grammar.part(found.words.start) in VERBAL:
            continue
        group = _group_of(scene, found.words)
        if not group and grammar.lower(found.words.start - 1) in stance_words("holding"):
            yield from _read_agent(scene, found.words, sure=True)
        if group:
            start, stop = min(group.start, found.words.start), max(group.stop, found.words.stop)
            yield from _read_agent(scene, range(start, stop), sure=True)


def _group_of(scene: Scene, noun: range) -> range:
    grammar = scene.grammar
    if grammar.part(noun.stop) is Part.PREPOSITION and grammar.lower(noun.stop) in _OF:
        group = object_after(scene, noun.stop + 1)
        if not is_band(scene, group) and grammar.lower(group.stop) == "of":
            group = range(group.start, object_after(scene, group.stop + 1).stop)
        return group if is_band(scene, group) else NOBODY
    at = noun.start - 1
    if grammar.part(at) is Part.GENITIVE:
        at -= 1
    if grammar.part(at) not in (Part.NOUN, Part.NAME):
        return NOBODY
    group = phrase_ending(grammar, at, grammar.sentence(at).start)
    return group if is_band(scene, group) else NOBODY
