"""Attributions without a verb of the main clause: *according to*, *as reported by*, *reportedly*."""

from collections.abc import Iterator

from ostiary.documents.attribution.clause import FINITE, Grammar
from ostiary.documents.attribution.contents import trim_end
from ostiary.documents.attribution.datelines import after_dateline
from ostiary.documents.attribution.lexicon import cue_forms
from ostiary.documents.attribution.subjects import find_phrase_before, find_subject_after, reduced
from ostiary.documents.attribution.tagging import Part
from ostiary.model.claims import Attribution, Form
from ostiary.model.reports import Span

_AFTER_PARTICIPLE = frozenset((Part.PREPOSITION, Part.TO))
_LONGEST_CITATION = 6
_LONGEST_SPEAKER = 12
_LEAST_SPEAKER = 2
_HEDGES = frozenset(("reportedly", "allegedly", "supposedly", "purportedly"))


def find_prepositional(grammar: Grammar) -> Iterator[Attribution]:
    """Yield the attributions by *according to* and *as reported by*, in order."""
    for number, lower in enumerate(grammar.words.lower):
        if lower == "according" and grammar.lower(number + 1) == "to":
            found = _around(grammar, range(number, number + 2), number)
            if found:
                yield found
        elif lower in _SHORT and _SHORT[lower](grammar, number):
            found = _around(grammar, range(number, number + 1), number)
            if found:
                yield found
        elif lower == "by" and _cites(grammar, number):
            found = _around(grammar, range(number - 1, number + 1), _opening_of_citation(grammar, number))
            if found:
                yield found


def _stands_apart(grammar: Grammar, per: int) -> bool:
    """Return whether *per* names a source (``..., per the ministry``) and no rate."""
    before = per == grammar.sentence(per).start or grammar.part(per - 1) is Part.COMMA
    return before and grammar.part(per + 1) in (Part.DETERMINER, Part.POSSESSIVE, Part.NAME)


def _gives_speaker(grammar: Grammar, so: int) -> bool:
    """Return whether *so* names a speaker between commas (``The bridge, so the mayor in a letter, was safe``)."""
    if grammar.part(so - 1) is not Part.COMMA or grammar.part(so + 1) not in (Part.DETERMINER, Part.NAME):
        return False
    sentence = grammar.sentence(so)
    end = so + 1
    while end < min(sentence.stop, so + _LONGEST_SPEAKER) and grammar.part(end) not in (Part.COMMA, Part.STOP):
        end += 1
    closed = grammar.part(end) in (Part.COMMA, Part.STOP)
    return closed and end - so > _LEAST_SPEAKER and not any(grammar.part(at) in FINITE for at in range(so, end))


_SHORT = {"per": _stands_apart, "so": _gives_speaker}


def _cites(grammar: Grammar, by: int) -> bool:
    """Return whether *by* ends *as reported by* or *as was first reported by*."""
    if grammar.lower(by - 1) not in cue_forms():
        return False
    opening = _opening_of_citation(grammar, by)
    first = grammar.lower(by - 2) == "first" and opening == by - 2 and grammar.lower(by - 3) == ","
    return grammar.lower(opening) == "as" or first


def _opening_of_citation(grammar: Grammar, by: int) -> int:
    """Return where *as was previously reported by* begins."""
    opening = by - 2
    while grammar.part(opening) in (Part.ADVERB, Part.AUXILIARY) and by - opening < _LONGEST_CITATION:
        opening -= 1
    return opening if grammar.lower(opening) == "as" else by - 2


def _around(grammar: Grammar, cue: range, opening: int) -> Attribution | None:
    """Return an attribution whose source follows the cue, and whose content is the rest of the sentence."""
    sentence = grammar.sentence(cue.start)
    source = find_subject_after(grammar, cue.stop)
    if not source and grammar.lower(cue.start) == "according":
        source = _up_to_mark(grammar, cue.stop, sentence)
    if not source:
        return None
    if _interrupts(grammar, opening, sentence):
        source = _up_to_comma(grammar, source)
    named = opening < cue.start and grammar.lower(opening) != "as"
    end = _past_setting(grammar, cue, source.stop, sentence)
    content = _content_around(
        grammar, opening, end if named else _past_participle(grammar, end, sentence), sentence
    )
    content = content[:1] if named else content
    if not content:
        return None
    base = cue_forms()[grammar.lower(cue.start)][0] if opening < cue.start else None
    return Attribution(
        cue=grammar.span(cue),
        content=content,
        source=grammar.span(source),
        cue_word=base.base if base else "according to",
        cue_kind=base.kind if base else "according to",
        form=_form(grammar, content),
        sentence=grammar.words.sentence_of[cue.start],
    )


def _up_to_mark(grammar: Grammar, start: int, sentence: range) -> range:
    """Return a source that is no plain noun phrase (``according to | the "Open Books" list``)."""
    stop = min(sentence.stop, start + _LONGEST_SPEAKER)
    end = next((at for at in range(start, stop) if grammar.part(at) in (Part.COMMA, Part.STOP)), stop)
    quoting = grammar.part(start) is Part.QUOTE
    return range(start, start) if quoting or end == stop < sentence.stop else range(start, end)


def _past_setting(grammar: Grammar, cue: range, end: int, sentence: range) -> int:
    """Return the end of where somebody spoke, behind *so* (``so the mayor | in a letter,``)."""
    if grammar.lower(cue.start) == "so":
        while end < sentence.stop and grammar.part(end) not in (Part.COMMA, Part.STOP):
            end += 1
    return end


def _past_participle(grammar: Grammar, end: int, sentence: range) -> int:
    """Return the comma behind what is said of a source (``According to the charges, | unsealed in March,``)."""
    if grammar.part(end) is not Part.COMMA or not reduced(grammar, end + 1):
        return end
    return next((at for at in range(end + 1, sentence.stop) if grammar.part(at) is Part.COMMA), end)


def _interrupts(grammar: Grammar, opening: int, sentence: range) -> bool:
    """Return whether only a subject stands before, so that its verb follows (``Pym, according to X, lied``)."""
    return opening > sentence.start and not grammar.has_finite_verb(range(sentence.start, opening))


def _up_to_comma(grammar: Grammar, source: range) -> range:
    comma = next((at for at in source if grammar.part(at) is Part.COMMA), source.stop)
    return range(source.start, comma)


def _form(grammar: Grammar, content: tuple[Span, ...]) -> Form:
    quoted = any(grammar.quotation_of[word] >= 0 for span in content for word in grammar.words.within(span))
    return "mixed" if quoted else "indirect"


def _content_around(grammar: Grammar, start: int, end: int, sentence: range) -> tuple[Span, ...]:
    """Return the rest of the sentence, before and after the phrase."""
    spans: list[Span] = []
    if start > sentence.start:
        opening = after_dateline(grammar.words, grammar.parts, sentence)
        stop = trim_end(grammar, opening, start)
        if stop > opening:
            spans.append(grammar.span(range(opening, stop)))
    opens = start <= sentence.start
    rest = range(end + 1, sentence.stop)
    goes_on = not opens and _interrupts(grammar, start, sentence) and grammar.part(end + 1) is not Part.COORDINATOR
    if (opens or goes_on) and grammar.part(end) is Part.COMMA and rest:
        spans.append(grammar.span(range(rest.start, trim_end(grammar, rest.start, rest.stop))))
    return tuple(spans)


def _scope_of(grammar: Grammar, number: int) -> tuple[range, range]:
    """Return the words before and after an adverb of hearsay that it holds back.

    Set off by a comma before a participle (``the gang, allegedly led by him, moved``) that is the phrase alone
    with the noun that it describes; else the whole sentence.
    """
    sentence = grammar.sentence(number)
    participle = (
        grammar.part(number + 1) in (Part.VERB, Part.PARTICIPLE) and grammar.part(number + 2) in _AFTER_PARTICIPLE
    )
    if not (participle and grammar.part(number - 1) is Part.COMMA):
        return range(sentence.start, number), range(number + 1, sentence.stop)
    described = find_phrase_before(grammar, number - 2) or range(number, number)
    end = number + 1
    while end < sentence.stop and grammar.part(end) not in (Part.COMMA, Part.STOP):
        end += 1
    return described, range(number + 1, end)


def find_hedged(grammar: Grammar) -> Iterator[Attribution]:
    """Yield the attributions by an adverb of hearsay (``reportedly``), whose source nobody names, in order."""
    for number, lower in enumerate(grammar.words.lower):
        if lower in _HEDGES:
            yield _hedged(grammar, number)


def _hedged(grammar: Grammar, number: int) -> Attribution:
    before, after = _scope_of(grammar, number)
    spans = [
        grammar.span(range(words.start, stop))
        for words in (before, after)
        if words and (stop := trim_end(grammar, words.start, words.stop)) > words.start
    ]
    return Attribution(
        cue=grammar.span(range(number, number + 1)),
        content=tuple(spans),
        source=None,
        cue_word=grammar.lower(number),
        cue_kind="adverb",
        form="indirect",
        sentence=grammar.words.sentence_of[number],
    )
