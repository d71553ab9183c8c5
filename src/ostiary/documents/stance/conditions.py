"""What a text does not say to be so: what is only asked, or made to hang on an *if*."""

from ostiary.documents.attribution.tagging import Part
from ostiary.documents.stance.grammar import Grammar

#: What these open is not said to be so.
_CONDITIONS = frozenset(("if", "whether", "unless", "imagine", "suppose", "supposing", "pretend", "lest"))
#: A question that begins so grants what it asks about.
_GRANTING = frozenset(("why", "how", "when", "where", "remember"))
_INVERTED = frozenset(("should", "were", "had"))
_BOUNDARIES = frozenset((Part.STOP, Part.DASH, Part.COMMA))
_CONDITION_REACH = 16
_CLAUSE_REACH = 40


def is_asked(grammar: Grammar, at: int) -> bool:
    """Return whether the sentence of a word asks whether it is so (*Did X steal?*), and not why or when it was."""
    stop = min(grammar.sentence(at).stop, at + _CLAUSE_REACH)
    mark = next((number for number in range(at, stop) if grammar.part(number) is Part.STOP), at)
    if grammar.lower(mark) != "?":
        return False
    first = max(grammar.sentence(at).start, at - _CLAUSE_REACH)
    opening = at
    while opening > first and grammar.part(opening - 1) not in (Part.STOP, Part.QUOTE):
        opening -= 1
    return grammar.lower(opening) not in _GRANTING


def is_conditional(grammar: Grammar, at: int) -> bool:
    """Return whether *if*, *whether* or *unless* opens the clause of a word."""
    first = max(grammar.sentence(at).start, at - _CONDITION_REACH)
    for number in range(at - 1, first - 1, -1):
        if grammar.lower(number) in _CONDITIONS:
            return True
        if grammar.part(number) in _BOUNDARIES:
            return False
    return _is_inverted(grammar, at)


def _is_inverted(grammar: Grammar, at: int) -> bool:
    """Return whether a word stands in a condition without *if*: *Should X be tried, ...*."""
    sentence = grammar.sentence(at)
    if grammar.lower(sentence.start) not in _INVERTED:
        return False
    near = range(sentence.start, min(sentence.stop, sentence.start + _CLAUSE_REACH))
    comma = next((number for number in near if grammar.part(number) is Part.COMMA), sentence.start)
    return at < comma
