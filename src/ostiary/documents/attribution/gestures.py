"""Quotations without a verb of saying: *X shrugged. "..."*, *X was blunt. "..."*, *X rejected it all: "..."*."""

from collections.abc import Iterator, Sequence

from ostiary.documents.attribution.clause import FINITE, Grammar
from ostiary.documents.attribution.lexicon import cue_forms, word_set
from ostiary.documents.attribution.subjects import find_subject_before
from ostiary.documents.attribution.tagging import Part
from ostiary.documents.quotations import Quotation
from ostiary.documents.spans import SpanIndex
from ostiary.model.claims import Attribution

#: The gesture closes its sentence, but for so many words (*shook his head at that*).
_CLOSING = 5
_LEAST_QUOTED = 4
_SEEMING = frozenset(("was", "were", "is", "are", "remained", "sounded", "seemed", "stayed", "remains"))
_PAST = frozenset((Part.VERB, Part.PARTICIPLE))


def find_gestures(grammar: Grammar, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield whose words a quotation is that nobody is said to say, but right after somebody did something.

    Args:
        grammar: The report.
        found: What is attributed already.
    """
    said = SpanIndex([span for one in found for span in one.content], lambda span: span)
    for quotation in grammar.quotations:
        if len(quotation.words) >= _LEAST_QUOTED and not said.overlapping(quotation.span):
            one = _after_colon(grammar, quotation) or _after_gesture(grammar, quotation)
            if one is not None:
                yield one


def _after_colon(grammar: Grammar, quotation: Quotation) -> Attribution | None:
    colon = quotation.words.start - 1
    sentence = grammar.sentence(quotation.words.start)
    if colon <= sentence.start or grammar.lower(colon) != ":" or not _stands_alone(grammar, quotation):
        return None
    verb = next((at for at in range(colon - 1, sentence.start, -1) if grammar.part(at) in FINITE), None)
    if verb is None or grammar.quotation_of[verb] >= 0 or grammar.lower(verb) not in cue_forms():
        return None
    return _attribute(grammar, quotation, range(colon, colon + 1), verb)


def _after_gesture(grammar: Grammar, quotation: Quotation) -> Attribution | None:
    start, words = quotation.words.start, grammar.words
    number = words.sentence_of[start]
    if words.sentences[number].start != start or not number or not _stands_alone(grammar, quotation):
        return None
    if words.paragraph_of[number] != words.paragraph_of[number - 1]:
        return None
    before = words.sentences[number - 1]
    if any(grammar.quotation_of[at] >= 0 for at in before):
        return None
    for at in range(before.stop - 2, max(before.start, before.stop - 2 - _CLOSING), -1):
        gesture = grammar.lower(at) in word_set("gesture") and grammar.part(at) in _PAST
        mood = grammar.lower(at) in word_set("mood") and grammar.lower(at - 1) in _SEEMING
        if gesture or mood:
            return _attribute(grammar, quotation, range(at - 1 if mood else at, at + 1), at - 1 if mood else at)
    return None


def _stands_alone(grammar: Grammar, quotation: Quotation) -> bool:
    """Return whether a quotation ends with its sentence: nobody is named behind it."""
    last = quotation.words.stop - 1
    return grammar.sentence(last).stop <= quotation.words.stop + 1


def _attribute(grammar: Grammar, quotation: Quotation, cue: range, verb: int) -> Attribution | None:
    source = find_subject_before(grammar, verb)
    if source is None:
        return None
    return Attribution(
        cue=grammar.span(cue),
        content=(quotation.span,),
        source=grammar.span(source),
        cue_word="say",
        cue_kind="say",
        form="direct",
        sentence=grammar.words.sentence_of[cue.start],
    )
