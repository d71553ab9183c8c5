"""What may stand between a cue and its content: who is told, when and where."""

from ostiary.documents.attribution.clause import FINITE, NOMINAL, Grammar
from ostiary.documents.attribution.cues import Cue
from ostiary.documents.attribution.inflection import noun_like
from ostiary.documents.attribution.lexicon import find_verb, word_set
from ostiary.documents.attribution.tagging import Part

_RECEIVER = NOMINAL | {Part.DETERMINER, Part.POSSESSIVE, Part.QUANTIFIER, Part.GENITIVE}
_ASIDE_OPENERS = frozenset(("to", "after", "before"))
_ENDS_ASIDE = frozenset((Part.STOP, Part.COMMA, Part.SUBORDINATOR, Part.AUXILIARY, Part.MODAL))
_LONGEST_ASIDE = 16
_LONGEST_REMARK = 12
_CLOSING = frozenset((Part.STOP, Part.COMMA, Part.DASH, Part.PREPOSITION, Part.SUBORDINATOR))


def closes(grammar: Grammar, after: int) -> bool:
    """Return whether nothing but an aside of time and place follows a cue."""
    return grammar.part(after) in _CLOSING


def after_asides(grammar: Grammar, cue: Cue) -> int:
    """Return the first word after the receiver and the asides of time and place that follow a cue."""
    sentence = grammar.sentence(cue.verb)
    at = cue.words.stop
    if grammar.lower(at) in ("question", "questions"):
        return at
    if cue.entry.base in word_set("takes a hearer") and at == cue.verb + 1:
        at = _skip_receiver(grammar, at, sentence)
    if (
        grammar.part(at) is Part.COMMA
        and grammar.part(at + 1) is Part.ADVERB
        and grammar.part(at + 2) is Part.COMMA
    ):
        at += 3
    at = _skip_remark(grammar, _skip_title(grammar, at), sentence)
    if grammar.lower(at) == "on" and grammar.lower(at + 1) in word_set("day") and at + 2 < sentence.stop:
        behind = _skip_remark(grammar, at + 2, sentence)
        at = behind if behind > at + 2 else at
    while at < sentence.stop:
        skipped = _skip_aside(grammar, at, sentence)
        if skipped == at:
            break
        at = skipped
    return at


def _skip_receiver(grammar: Grammar, at: int, sentence: range) -> int:
    start = at
    if grammar.part(at) in (Part.OBJECT, Part.POSSESSIVE) and grammar.part(at + 1) not in NOMINAL:
        return at + 1
    while at < sentence.stop and grammar.part(at) in _RECEIVER:
        at += 1
    if at > start and grammar.lower(at) in ("of", "for"):
        return _skip_receiver(grammar, at + 1, sentence)
    return at


def _skip_remark(grammar: Grammar, at: int, sentence: range) -> int:
    """Return the word after a remark between commas that *that* follows (``said, for the first time, that``)."""
    if grammar.part(at) is not Part.COMMA:
        return at
    for number in range(at + 1, min(at + _LONGEST_REMARK, sentence.stop)):
        if grammar.part(number) is Part.COMMA:
            return number + 1 if grammar.part(number + 1) is Part.THAT else at
        if grammar.part(number) in FINITE or grammar.part(number) is Part.QUOTE:
            break
    return at


def _skip_title(grammar: Grammar, at: int) -> int:
    """Return the word after a quoted title that *that* follows (``told the show "Morning Tide" that``)."""
    number = grammar.quotation_of[at] if at < len(grammar.words) else -1
    if number < 0 or grammar.part(at) is not Part.QUOTE:
        return at
    end = grammar.quotations[number].words.stop
    return end if grammar.part(end) is Part.THAT else at


def _skip_aside(grammar: Grammar, at: int, sentence: range) -> int:
    """Return the word after one adverb, day or phrase of time and place, where content follows it."""
    lower = grammar.lower(at)
    if lower in word_set("day") or lower in word_set("time") or grammar.part(at) is Part.ADVERB:
        return at + 1
    if lower in ("this", "last") and grammar.lower(at + 1) in word_set("time"):
        return at + 1
    if grammar.part(at) is not Part.PREPOSITION and lower not in _ASIDE_OPENERS:
        return at
    for number in range(at + 1, min(at + _LONGEST_ASIDE, sentence.stop)):
        if _opens_content(grammar, number) or _follows_day(grammar, number, lower):
            return number
        if grammar.part(number) in _ENDS_ASIDE or _acts(grammar, number):
            break
    return at


def _opens_content(grammar: Grammar, number: int) -> bool:
    part, following = grammar.part(number), grammar.part(number + 1)
    if part in (Part.THAT, Part.QUOTE, Part.SUBJECT) or grammar.lower(number) in (":", "whether"):
        return True
    if part is Part.COMMA:
        return following in (Part.QUOTE, Part.THAT)
    return part is Part.TO and following is Part.VERB


def _follows_day(grammar: Grammar, number: int, opener: str) -> bool:
    return opener == "on" and grammar.lower(number - 1) in word_set("day") and grammar.opens_noun_phrase(number)


def _acts(grammar: Grammar, number: int) -> bool:
    """Return whether a word is a verb beyond doubt."""
    verb = find_verb(grammar.lower(number)) if grammar.part(number) is Part.VERB else None
    return verb is not None and verb.base not in noun_like()
