"""A report's words with the part each plays: what the rules of attribution look at."""

from collections.abc import Sequence
from dataclasses import dataclass

from ostiary.documents.attribution.tagging import Part, tag_words
from ostiary.documents.quotations import Quotation
from ostiary.documents.words import Words
from ostiary.model.reports import Span

NOMINAL = frozenset((Part.NOUN, Part.NAME))
FINITE = frozenset((Part.VERB, Part.AUXILIARY, Part.MODAL))
SPEAKING_PRONOUN = frozenset((Part.SUBJECT, Part.RELATIVE))
_OPENS_NOUN_PHRASE = frozenset(
    (Part.DETERMINER, Part.POSSESSIVE, Part.QUANTIFIER, Part.NAME, Part.NOUN, Part.SUBJECT)
)


@dataclass(frozen=True, slots=True)
class Grammar:
    """Words, the part each plays, and the quotation each stands in.

    Attributes:
        words: The report's words.
        parts: The part of each.
        quotations: The report's quotations.
        quotation_of: Number of the quotation of each word, marks included; -1 outside.
    """

    words: Words
    parts: Sequence[Part]
    quotations: tuple[Quotation, ...]
    quotation_of: Sequence[int]

    def part(self, number: int) -> Part:
        """Return the part of a word; beyond both ends everything is a stop."""
        return self.parts[number] if 0 <= number < len(self.parts) else Part.STOP

    def lower(self, number: int) -> str:
        """Return a word in lower case; beyond both ends nothing."""
        return self.words.lower[number] if 0 <= number < len(self.parts) else ""

    def sentence(self, number: int) -> range:
        """Return the words of the sentence that holds a word."""
        return self.words.sentences[self.words.sentence_of[number]]

    def opens_noun_phrase(self, number: int) -> bool:
        """Return whether a noun phrase may begin with a word."""
        return self.part(number) in _OPENS_NOUN_PHRASE

    def has_finite_verb(self, words: range) -> bool:
        """Return whether a clause is among the words."""
        return any(self.parts[number] in FINITE for number in words)

    def span(self, words: range) -> Span:
        """Return where a run of words stands."""
        return self.words.span(words)


def read_grammar(words: Words, quotations: tuple[Quotation, ...]) -> Grammar:
    """Return the words of a report with the part each plays."""
    quotation_of = [-1] * len(words)
    for number, quotation in enumerate(quotations):
        for word in quotation.words:
            quotation_of[word] = number
    return Grammar(words, tag_words(words), quotations, quotation_of)
