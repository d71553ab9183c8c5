"""Attributions by a noun: *the ministry's claim that ...*, *allegations that ...*, *in the judge's words, ...*."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, cast

from ostiary.documents.attribution.clause import FINITE, NOMINAL, Grammar
from ostiary.documents.attribution.contents import before_main_verb, end_of_noun_clause, end_of_phrase, trim_end
from ostiary.documents.attribution.subjects import find_phrase_before, find_subject_after
from ostiary.documents.attribution.tagging import Part
from ostiary.documents.tables import read_table
from ostiary.model.claims import Attribution, CueKind
from ostiary.model.reports import Span

_NAMES_SPEAKER = frozenset(("by", "from", "of"))
_LONGEST_OWNER = 10
#: Behind these another noun phrase begins (``questions about | the mayor's claim``).
_BEFORE_OWNER = frozenset(("about", "on", "over", "against", "from", "with", "after", "before", "by", "despite"))
_OWNED = frozenset((Part.GENITIVE, Part.POSSESSIVE))


class _Noun(NamedTuple):
    base: str
    kind: CueKind
    frames: frozenset[str]
    particles: frozenset[str]


@cache
def _nouns() -> dict[str, _Noun]:
    nouns = {}
    for row in read_table("nouns.csv", "ostiary.documents.attribution"):
        particles = frozenset(filter(None, row["particles"].split("|")))
        noun = _Noun(row["noun"], cast("CueKind", row["kind"]), frozenset(row["frames"]), particles)
        nouns[noun.base] = nouns[noun.base + "s"] = noun
    return nouns


def find_nominal(grammar: Grammar) -> Iterator[Attribution]:
    """Yield the attributions by a noun, in order."""
    nouns = _nouns()
    for number, lower in enumerate(grammar.words.lower):
        noun = nouns.get(lower)
        if not noun or grammar.quotation_of[number] >= 0:
            continue
        found = _opening(grammar, number, noun) if "v" in noun.frames else None
        found = found or _followed(grammar, number, noun)
        if found:
            yield found


def _opening(grammar: Grammar, number: int, noun: _Noun) -> Attribution | None:
    """Return *in the words of X, ...* and *in X's view, ...*, which open a sentence."""
    sentence = grammar.sentence(number)
    if grammar.lower(sentence.start) not in ("in", "word"):
        return None
    if grammar.lower(number + 1) in ("of", "from"):
        source = find_subject_after(grammar, number + 2)
        cue = range(sentence.start, number + 2)
        end = source.stop if source else 0
    elif grammar.part(number - 1) in _OWNED and sentence.start + 1 < number <= sentence.start + _LONGEST_OWNER:
        if grammar.has_finite_verb(range(sentence.start, number)):
            return None
        source, cue, end = range(sentence.start + 1, number), range(number, number + 1), number + 1
    else:
        return None
    if not source or grammar.part(end) is not Part.COMMA or end + 1 >= sentence.stop:
        return None
    rest = range(end + 1, trim_end(grammar, end + 1, sentence.stop))
    return _attribution(grammar, cue, source, grammar.span(rest), noun)


def _followed(grammar: Grammar, number: int, noun: _Noun) -> Attribution | None:
    """Return *X's claim that ...*, *the claim by X that ...* and *allegations that ...*."""
    at = number + 1
    source = _owner(grammar, number)
    if source is None and grammar.lower(at) in _NAMES_SPEAKER:
        source = find_subject_after(grammar, at + 1)
        at = source.stop if source else at
    if source is None and "o" not in noun.frames:
        return None
    if (
        source
        and source.stop <= number
        and grammar.lower(at) in noun.particles
        and grammar.opens_noun_phrase(at + 1)
    ):
        end = before_main_verb(grammar, range(at + 1, end_of_phrase(grammar, at + 1, grammar.sentence(number))))
        return _attribution(grammar, range(number, at + 1), source, grammar.span(range(at + 1, end)), noun)
    if grammar.part(at) is Part.THAT and "t" in noun.frames:
        if source and source.stop == at and grammar.part(at + 1) in FINITE:
            return None
        if not grammar.has_finite_verb(range(at, grammar.sentence(number).stop)):
            return None
    elif not (source and grammar.part(at) is Part.TO and "i" in noun.frames):
        return None
    end = end_of_noun_clause(grammar, at, grammar.sentence(number))
    return _attribution(grammar, range(number, number + 1), source, grammar.span(range(at, end)), noun)


def _owner(grammar: Grammar, number: int) -> range | None:
    before = number - 1
    while grammar.part(before) is Part.NOUN and grammar.part(before - 1) in _OWNED | {Part.NOUN}:
        before -= 1
    if grammar.part(before) is Part.POSSESSIVE:
        return range(before, before + 1)
    if grammar.part(before) is Part.GENITIVE and grammar.part(before - 1) in NOMINAL:
        phrase = find_phrase_before(grammar, before - 1)
        if phrase is None:
            return None
        joins = [at for at in phrase if grammar.lower(at) in _BEFORE_OWNER]
        return range(joins[-1] + 1 if joins else phrase.start, before + 1)
    return None


def _attribution(grammar: Grammar, cue: range, source: range | None, content: Span, noun: _Noun) -> Attribution:
    inside = grammar.words.within(content)
    return Attribution(
        cue=grammar.span(cue),
        content=(content,),
        source=grammar.span(source) if source else None,
        cue_word=noun.base,
        cue_kind=noun.kind,
        form="mixed" if any(grammar.quotation_of[word] >= 0 for word in inside) else "indirect",
        sentence=grammar.words.sentence_of[cue.start],
    )
