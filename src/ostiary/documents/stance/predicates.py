"""What is said of somebody by a description: *X is the man accused of ...*, *X, the brains behind ...*."""

from ostiary.documents.attribution.tagging import Part
from ostiary.documents.stance.grammar import Grammar, copula_before, phrase_before, phrase_ending

_OPENING = frozenset((Part.DETERMINER, Part.QUANTIFIER, Part.POSSESSIVE))
_NOT = frozenset(("no", "not", "never"))


def find_described(grammar: Grammar, at: int) -> tuple[range, bool]:
    """Return whom a word after a noun is said of, and whether it is said that he is not the one.

    Args:
        grammar: The words with their parts.
        at: Number of the participle or preposition (*accused of*, *behind the raid*).
    """
    phrase = phrase_before(grammar, at)
    tied = phrase.stop == at or grammar.part(phrase.stop) in (Part.RELATIVE, Part.THAT)
    if not phrase or not tied or not _is_description(grammar, phrase):
        return phrase, False
    copula = copula_before(grammar, phrase.start)
    if copula is not None:
        return phrase_before(grammar, copula), _is_denied(grammar, copula)
    return _named_before(grammar, phrase) or phrase, False


def _is_description(grammar: Grammar, phrase: range) -> bool:
    """Return whether a phrase without a name describes: *the man*, *one of five men*; not *a lawyer for men*."""
    counted = grammar.part(phrase.start) is Part.QUANTIFIER
    other = (Part.NAME, Part.GENITIVE, Part.PREPOSITION)
    apart = any(grammar.part(word) in other and not (counted and grammar.lower(word) == "of") for word in phrase)
    return grammar.part(phrase.start) in _OPENING and not apart


def _is_denied(grammar: Grammar, copula: int) -> bool:
    return grammar.lower(copula).endswith("n't") or grammar.lower(copula + 1) in _NOT


def _named_before(grammar: Grammar, phrase: range) -> range:
    """Return the name that a description stands beside: X in *X, the man*; empty if it stands beside none."""
    first = grammar.sentence(phrase.start).start
    comma = phrase.start - 1
    if comma - 1 < first or grammar.part(comma) is not Part.COMMA or grammar.part(comma - 1) is not Part.NAME:
        return range(0)
    return phrase_ending(grammar, comma - 1, first)
