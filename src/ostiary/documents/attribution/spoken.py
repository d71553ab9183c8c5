"""What was said before the speaker is named, and how it goes on after."""

from ostiary.documents.attribution.clause import FINITE, NOMINAL, Grammar
from ostiary.documents.attribution.contents import quotation_span, trim_end
from ostiary.documents.attribution.datelines import after_dateline
from ostiary.documents.attribution.lexicon import cue_forms, word_set
from ostiary.documents.attribution.tagging import Part
from ostiary.model.reports import Span

_NOT_RESUMING = frozenset(
    (
        Part.DETERMINER,
        Part.ING,
        Part.COORDINATOR,
        Part.SUBORDINATOR,
        Part.ADVERB,
        Part.RELATIVE,
        Part.PARTICIPLE,
        Part.SUBJECT,
    )
)
_BEFORE_RESUMED = frozenset((Part.STOP, Part.COMMA, Part.DASH, Part.QUOTE))
_REACH_OF_OWN_CUE = 12
_LONGEST_ASIDE = 10
_OPENS_ASIDE = frozenset((Part.PREPOSITION, Part.ADVERB, Part.TO))
_IN_ASIDE = NOMINAL | _OPENS_ASIDE | {Part.DETERMINER, Part.POSSESSIVE, Part.QUANTIFIER, Part.GENITIVE}


def content_before(grammar: Grammar, end: int, *, clause: bool = True) -> Span | None:
    """Return the content that stands before a speaker, up to a comma or the end of a quotation.

    Args:
        grammar: The report.
        end: The word after it.
        clause: Whether it must hold a verb.
    """
    mark = end - 1
    if mark < 0 or not _same_paragraph(grammar, mark, end):
        return None
    if grammar.part(mark) is Part.QUOTE and grammar.quotation_of[mark] >= 0:
        return _quotation_before(grammar, mark)
    sentence = grammar.sentence(mark)
    if grammar.part(mark) is not Part.COMMA or mark <= sentence.start:
        return None
    start = _after_other_speaker(grammar, sentence, mark) or after_dateline(grammar.words, grammar.parts, sentence)
    if start >= mark or (clause and not grammar.has_finite_verb(range(start, mark))):
        return None
    return grammar.span(range(start, trim_end(grammar, start, mark)))


def _quotation_before(grammar: Grammar, mark: int) -> Span:
    """Return the quotation that a mark closes, with earlier paragraphs of it and words that lead in."""
    number = grammar.quotation_of[mark]
    while number and grammar.quotations[number - 1].continued:
        number -= 1
    first = grammar.quotations[number].words.start
    opening = grammar.sentence(first)
    return grammar.span(
        range(opening.start if _leads_in(grammar, range(opening.start, first)) else first, mark + 1)
    )


def _after_other_speaker(grammar: Grammar, sentence: range, mark: int) -> int:
    """Return the word after the last semicolon that closes what somebody else said; 0 if there is none."""
    for number in range(mark - 1, sentence.start, -1):
        if grammar.lower(number) == ";":
            before = range(sentence.start, number)
            spoken = any(grammar.part(at) is Part.VERB and grammar.lower(at) in cue_forms() for at in before)
            return number + 1 if spoken else 0
    return 0


def _leads_in(grammar: Grammar, words: range) -> bool:
    """Return whether words before a quotation in its sentence are the speaker's too, and no other attribution."""
    if not words:
        return False
    last = words.stop - 1
    if grammar.part(last) is Part.COMMA:
        last -= 1
    return grammar.lower(last) != ":" and grammar.lower(last) not in cue_forms()


def clause_resumed(grammar: Grammar, after: int, speaker: int) -> tuple[Span, ...]:
    """Return the rest of a clause that the speaker stands in the middle of (``the permit, he said, was late``).

    Args:
        grammar: The report.
        after: The word after the verb of speech.
        speaker: First word of the speaker.
    """
    sentence = grammar.sentence(after - 1)
    after = _past_aside(grammar, after, sentence)
    whole = _sets_scene(grammar, range(sentence.start, speaker)) and not _renames(grammar, after)
    if grammar.part(after) is not Part.COMMA or (grammar.part(after + 1) in _NOT_RESUMING and not whole):
        return ()
    if grammar.part(after + 1) not in FINITE and not grammar.has_finite_verb(range(after + 1, sentence.stop)):
        return ()
    return (grammar.span(range(after + 1, trim_end(grammar, after + 1, sentence.stop))),)


def _sets_scene(grammar: Grammar, opening: range) -> bool:
    """Return whether words before a speaker only say when or how: *In March,* or *Overall,*."""
    if not opening or grammar.has_finite_verb(opening):
        return False
    first = grammar.lower(opening.start)
    timed = first in word_set("time") or any(
        grammar.lower(at) in word_set("time") or grammar.lower(at) in word_set("day or month") for at in opening
    )
    return grammar.part(opening.start) in _OPENS_ASIDE or timed or first in word_set("sums up")


def _renames(grammar: Grammar, comma: int) -> bool:
    """Return whether a comma opens what says who the speaker is (``he said, | the man who ran it``)."""
    return grammar.part(comma + 1) in (Part.RELATIVE, Part.COORDINATOR, Part.ING)


def clause_added(grammar: Grammar, after: int) -> tuple[Span, ...]:
    """Return the clause that goes on behind a speaker and a colon or semicolon (``says Ana; they had gone``)."""
    sentence = grammar.sentence(after - 1)
    if grammar.lower(after) not in (":", ";") or not grammar.opens_noun_phrase(after + 1):
        return ()
    rest = range(after + 1, trim_end(grammar, after + 1, sentence.stop))
    speaks = any(grammar.part(at) is Part.VERB and grammar.lower(at) in cue_forms() for at in rest)
    return () if speaks or not grammar.has_finite_verb(rest) else (grammar.span(rest),)


def _past_aside(grammar: Grammar, at: int, sentence: range) -> int:
    """Return the comma behind where and when something was said (``he warned | in a letter in March,``)."""
    end = at
    while end < min(sentence.stop, at + _LONGEST_ASIDE) and grammar.part(end) in _IN_ASIDE:
        end += 1
    return end if grammar.part(end) is Part.COMMA and grammar.part(at) in _OPENS_ASIDE else at


def quotation_resumed(grammar: Grammar, at: int) -> tuple[Span, ...]:
    """Return the quotation that goes on after the speaker was named, in this sentence or the next."""
    if at >= len(grammar.words):
        return ()
    sentence = grammar.sentence(at - 1)
    number = at
    while number < sentence.stop and grammar.part(number) is not Part.QUOTE:
        if grammar.part(number) in FINITE and _speaks(grammar, number):
            return ()
        number += 1
    if number >= sentence.stop and not _same_paragraph(grammar, at - 1, number):
        return ()
    if grammar.quotation_of[number] < 0 or grammar.part(number - 1) not in _BEFORE_RESUMED:
        return ()
    quotation = grammar.quotations[grammar.quotation_of[number]]
    span, end = quotation_span(grammar, grammar.quotation_of[number])
    if quotation.words.start != number or _has_own_cue(grammar, range(number, end)):
        return ()
    return (span,)


def _speaks(grammar: Grammar, number: int) -> bool:
    """Return whether a verb is a cue of its own, and not of *as reported by*."""
    return grammar.lower(number) in cue_forms() and grammar.lower(number - 1) != "as"


def _same_paragraph(grammar: Grammar, left: int, right: int) -> bool:
    words = grammar.words
    if right >= len(words):
        return False
    return words.paragraph_of[words.sentence_of[left]] == words.paragraph_of[words.sentence_of[right]]


def _has_own_cue(grammar: Grammar, quotation: range) -> bool:
    """Return whether a quotation is followed by a speaker of its own."""
    last = quotation.stop - 1
    sentence = grammar.sentence(last)
    forms = cue_forms()
    return any(
        grammar.lower(number) in forms and grammar.part(number) is Part.VERB
        for number in range(quotation.stop, min(sentence.stop, quotation.stop + _REACH_OF_OWN_CUE))
    )
