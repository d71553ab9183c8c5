"""What somebody was asked before he answers: *Asked whether he ran the mine, the commander said ...*."""

from collections.abc import Iterator

from ostiary.documents.attribution.clause import Grammar
from ostiary.documents.attribution.lexicon import word_set
from ostiary.documents.attribution.subjects import find_subject_after
from ostiary.documents.attribution.tagging import Part
from ostiary.model.claims import Attribution

_QUESTIONS = frozenset(("whether", "if", "why", "how", "what", "which", "who", "whom", "where", "when"))
_LONGEST = 40


def find_asked(grammar: Grammar) -> Iterator[Attribution]:
    """Yield the questions that a participle tells of, in order; who asked is named by *by*, or not at all.

    *Asked about the crates* tells no question: nobody's words are given.
    """
    for number, lower in enumerate(grammar.words.lower):
        if lower in word_set("asked") and grammar.quotation_of[number] < 0 and _opens(grammar, number):
            found = _asked(grammar, number)
            if found:
                yield found


def _opens(grammar: Grammar, asked: int) -> bool:
    """Return whether a participle opens its clause, with or without *when*."""
    if grammar.lower(asked - 1) == "when":
        return True
    return asked == grammar.sentence(asked).start


def _asked(grammar: Grammar, asked: int) -> Attribution | None:
    sentence = grammar.sentence(asked)
    at, source = asked + 1, None
    if grammar.lower(at) == "by":
        source = find_subject_after(grammar, at + 1)
        at = source.stop if source else at
    while grammar.part(at) is Part.ADVERB or grammar.lower(at) in word_set("day or month"):
        at += 1
    question = grammar.lower(at) in _QUESTIONS or grammar.part(at) is Part.TO
    end = _end_of_question(grammar, at, sentence)
    if not question or end <= at + 1:
        return None
    return Attribution(
        cue=grammar.span(range(asked, asked + 1)),
        content=(grammar.span(range(at, end)),),
        source=grammar.span(source) if source else None,
        cue_word="ask",
        cue_kind="ask",
        form="indirect",
        sentence=grammar.words.sentence_of[asked],
    )


def _end_of_question(grammar: Grammar, start: int, sentence: range) -> int:
    """Return the number after the last word of a question: the comma before who answers, or the sentence's end."""
    for number in range(start, min(sentence.stop, start + _LONGEST)):
        closed = grammar.part(number + 1) is Part.QUOTE
        if grammar.part(number) in (Part.STOP, Part.COMMA) and (closed or grammar.quotation_of[number] < 0):
            return number + 2 if closed else number
    return min(sentence.stop, start + _LONGEST)
