"""Who does it and to whom: the noun phrase before a verb, the one after it, and what is the head of one.

A light grammar over the parts of speech of :mod:`ostiary.documents.attribution.tagging`; it looks at words of one
sentence only, and a bounded number of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ostiary.documents.attribution.tagging import Part, tag_words
from ostiary.documents.stance.phrases import PACKAGE
from ostiary.documents.tables import read_column
from ostiary.documents.words import Words
from ostiary.model.reports import Mention

#: Parts that a noun phrase is made of.
_INSIDE = frozenset(
    (
        Part.NOUN,
        Part.NAME,
        Part.GENITIVE,
        Part.DETERMINER,
        Part.POSSESSIVE,
        Part.QUANTIFIER,
        Part.PARTICIPLE,
    )
)
_PRONOUNS = frozenset((Part.SUBJECT, Part.OBJECT))
_LEFT_EDGES = frozenset((Part.DETERMINER, Part.POSSESSIVE))
#: Between a subject and its verb.
_BEFORE_VERB = frozenset((Part.AUXILIARY, Part.MODAL, Part.ADVERB, Part.NEGATION, Part.QUOTE))
_TRANSPARENT = frozenset((Part.ADVERB, Part.QUOTE))
_BOUNDARIES = frozenset((Part.STOP, Part.DASH))
_VERBAL = frozenset((Part.VERB, Part.AUXILIARY, Part.MODAL))
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "am", "isn't", "aren't", "wasn't", "weren't"))
_COPULAS = _BE | frozenset(("become", "becomes", "became", "remain", "remains", "remained"))
#: Words that end a time.
DAYS = frozenset(
    (
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        *("today", "yesterday", "day", "week", "month", "year"),
    )
)
_NEGATIVE_ENDING = "n't"
_SINGLE_QUOTES = frozenset(("'", "‘", "’"))
#: *acts as a front*: somebody is said to be it.
_POSING_AS = frozenset(
    ("acts", "act", "acted", "acting", "serves", "served", "serving", "operates", "operated", "functions")
)
_LONGEST_APPOSITION = 16
_LONGEST_OBJECT = 16
_LONGEST_PHRASE = 24
_LONGEST_CLAUSE = 40
_LONGEST_GROUP = 8
_EMPTY = range(0)


@dataclass(frozen=True, slots=True)
class Grammar:
    """The words of a report with the part each plays; the words of a party's name are one name whatever they are.

    Attributes:
        words: The words.
        parts: The part of each.
    """

    words: Words
    parts: Sequence[Part]

    def sentence(self, at: int) -> range:
        """Return the words of the sentence of a word."""
        return self.words.sentences[self.words.sentence_of[at]]

    def lower(self, at: int) -> str:
        """Return a word in lower case; empty outside the text."""
        return self.words.lower[at] if 0 <= at < len(self.parts) else ""

    def part(self, at: int) -> Part:
        """Return the part of a word; a full stop outside the text."""
        return self.parts[at] if 0 <= at < len(self.parts) else Part.STOP


def read_grammar(words: Words, mentions: Sequence[Mention], parts: Sequence[Part] | None = None) -> Grammar:
    """Return the words of a report with their parts.

    Args:
        words: The words.
        mentions: Of designated parties; the words of their names are tagged as a name (``Cartel of the Suns``).
        parts: The part of each word if a caller has them already.
    """
    tagged = list(tag_words(words) if parts is None else parts)
    for mention in mentions:
        if mention.kind not in ("pronoun", "nominal"):
            for at in words.within(mention.span):
                if tagged[at] is not Part.GENITIVE:
                    tagged[at] = Part.NAME
    _mark_single_quotes(words, tagged)
    return Grammar(words, tagged)


def _mark_single_quotes(words: Words, parts: list[Part]) -> None:
    """Write single quotation marks into the parts; a mark after the *s* of a plural owner is a genitive's."""
    opened = -1
    for at in (at for at, lower in enumerate(words.lower) if lower in _SINGLE_QUOTES):
        touches = at > 0 and words.ends[at - 1] == words.starts[at]
        if not touches:
            opened = words.sentence_of[at]
        closes = touches and opened == words.sentence_of[at]
        if closes or not touches:
            parts[at] = Part.QUOTE
        elif words.lower[at - 1].endswith("s"):
            parts[at] = Part.GENITIVE


def copula_before(grammar: Grammar, at: int) -> int | None:
    """Return the number of the form of *be*, *become* or *remain* that a predicate noun follows, or None.

    Between them stand only words of one noun phrase, and *one of the*.
    """
    first = grammar.sentence(at).start
    number = at - 1
    while number >= max(first, at - _LONGEST_PHRASE):
        if grammar.lower(number) in _COPULAS or _poses_as(grammar, number):
            return number
        inside = grammar.part(number) in _INSIDE or grammar.part(number) in _BEFORE_VERB or _of(grammar, number)
        if not inside or grammar.part(number) is Part.GENITIVE:
            return None
        number -= 1
    return None


def _poses_as(grammar: Grammar, number: int) -> bool:
    return grammar.lower(number + 1) == "as" and grammar.lower(number) in _POSING_AS


def _of(grammar: Grammar, number: int) -> bool:
    return grammar.lower(number) in ("of", "among", "and", "or", "not", "just", "as", "nothing", "but")


def is_passive(grammar: Grammar, verb: int, last: int | None = None) -> bool:
    """Return whether a verb's subject suffers it: *was accused*, *accused of*; not *accused him*.

    Args:
        grammar: The words with their parts.
        verb: Number of the verb.
        last: Number of the last word that belongs to it (*ripped off*), if that is another.
    """
    if grammar.part(verb) is Part.ING:
        return False
    first = max(grammar.sentence(verb).start - 1, verb - _LONGEST_GROUP)
    number = verb - 1
    while number > first and (grammar.part(number) in _TRANSPARENT or grammar.part(number) is Part.NEGATION):
        number -= 1
    if grammar.part(number) is Part.AUXILIARY or grammar.lower(number) in ("being", "get", "got", "gets"):
        return grammar.lower(number) in _BE or grammar.lower(number) in ("get", "got", "gets")
    return _participle_follows(grammar, verb, verb if last is None else last)


def _participle_follows(grammar: Grammar, verb: int, last: int) -> bool:
    following = last + 2 if grammar.part(last + 1) is Part.ADVERB else last + 1
    ends_as_participle = grammar.lower(verb).endswith(("ed", "en", "led", "run", "found", "held", "caught"))
    return ends_as_participle and grammar.part(following) is Part.PREPOSITION


def is_negated(grammar: Grammar, at: int) -> bool:
    """Return whether *not* or *never* stands before a word within its group of verbs."""
    first = max(grammar.sentence(at).start, at - _LONGEST_GROUP)
    number = at - 1
    while number >= first and grammar.part(number) in (Part.AUXILIARY, Part.MODAL, Part.ADVERB, Part.NEGATION):
        lower = grammar.lower(number)
        if (
            grammar.part(number) is Part.NEGATION
            or lower.endswith(_NEGATIVE_ENDING)
            or lower in ("neither", "nor")
        ):
            return True
        number -= 1
    return number >= first and grammar.lower(number) in ("neither", "nor")


def phrase_before(grammar: Grammar, at: int) -> range:
    """Return the noun phrase that is the subject of a verb, or that a participle belongs to; empty if none.

    Args:
        grammar: The words with their parts.
        at: Number of the verb, or of its first auxiliary.
    """
    first = max(grammar.sentence(at).start, at - _LONGEST_CLAUSE)
    closing = _skip_verb_group(grammar, at - 1, first)
    return _subject_in_list(grammar, at, first) or _phrase_behind(grammar, at, closing, first)


def _subject_in_list(grammar: Grammar, at: int, first: int) -> range:
    """Return the subject of a verb in a row of them (*X lied to the court, took cash and fled*); else empty."""
    listed = grammar.part(at - 1) is Part.COMMA and at - 1 > first
    if not listed or _apposition_start(grammar, at - 1, first) is not None:
        return _EMPTY
    return _subject_of_earlier_verb(grammar, at - 1, first)


def _phrase_behind(grammar: Grammar, at: int, closing: int, first: int) -> range:
    """Return the noun phrase that ends at a word, or before an aside that does."""
    last = _skip_relative(grammar, closing, first)
    if last < first:
        return _EMPTY
    if grammar.part(last) in (Part.COORDINATOR, Part.TO, Part.PREPOSITION, Part.COMMA):
        return _subject_of_earlier_verb(grammar, last, first)
    if grammar.part(last) in _VERBAL:
        return _around_aside(grammar, last, first)
    phrase = _past_aside(grammar, phrase_ending(grammar, last, first), first)
    if phrase and grammar.lower(last) in DAYS:
        dated = _without_day(grammar, phrase)
        return dated or _subject_of_earlier_verb(grammar, phrase.start, first)
    if last < at - 1 and grammar.part(last + 1) in (Part.RELATIVE, Part.COMMA):
        return _names_aside(grammar, phrase, closing) or _nearest(grammar, phrase)
    return _with_named_partners(grammar, _before_participle(grammar, phrase, first), first)


def _without_day(grammar: Grammar, phrase: range) -> range:
    """Return a phrase without the day that it ends with: *a court in Halm* of *a court in Halm on Monday*."""
    stop = phrase.stop - 1
    if stop - 1 > phrase.start and grammar.part(stop - 1) is Part.PREPOSITION:
        return range(phrase.start, stop - 1)
    return _EMPTY


def _past_aside(grammar: Grammar, phrase: range, first: int) -> range:
    """Return the name before an age or an apposition that a clause follows: X in *X, 61, who*, *X, the boss, who*.

    An apposition that names somebody itself is left as it is: the clause may be said of him.
    """
    comma = phrase.start - 1
    if not phrase or comma - 1 < first or grammar.part(comma) is not Part.COMMA:
        return phrase
    age = len(phrase) == 1 and grammar.lower(phrase.start).isdigit()
    simple = grammar.part(phrase.start) is Part.DETERMINER and not any(
        grammar.part(at) is Part.NAME for at in phrase
    )
    followed = grammar.part(phrase.stop) is Part.COMMA and grammar.part(phrase.stop + 1) is Part.RELATIVE
    if grammar.part(comma - 1) is Part.NAME and (age or (simple and followed)):
        return phrase_ending(grammar, comma - 1, first)
    return phrase


def _names_aside(grammar: Grammar, phrase: range, closing: int) -> range:
    """Return the names that say who is meant: A and B in *two directors, A and B, were charged*; else empty."""
    aside = range(phrase.stop + 1, closing)
    if not phrase or not aside or grammar.part(phrase.stop - 1) is Part.NAME:
        return _EMPTY
    named = all(grammar.part(at) in (Part.NAME, Part.COORDINATOR) for at in aside)
    return aside if named and grammar.part(phrase.stop) is Part.COMMA else _EMPTY


def _around_aside(grammar: Grammar, verb: int, first: int) -> range:
    """Return the subject of a verb that follows another: X in *X, which police said was behind it*."""
    subject = _subject_of_earlier_verb(grammar, verb + 1, first)
    before = subject.start - 1
    if not subject or before < first or grammar.part(before) not in (Part.RELATIVE, Part.THAT):
        return subject
    last = before - 2 if grammar.part(before - 1) is Part.COMMA else before - 1
    return _nearest(grammar, phrase_ending(grammar, last, first)) if last >= first else subject


def aside_speaker(grammar: Grammar, at: int) -> range:
    """Return who says it in *X, which police said was behind it*: police; empty where nobody is put in so."""
    first = max(grammar.sentence(at).start, at - _LONGEST_CLAUSE)
    last = _skip_verb_group(grammar, at - 1, first)
    if last < first or grammar.part(last) is not Part.VERB:
        return _EMPTY
    subject = _subject_of_earlier_verb(grammar, last + 1, first)
    put_in = subject.start > first and grammar.part(subject.start - 1) in (Part.RELATIVE, Part.THAT)
    return subject if subject and put_in else _EMPTY


def _before_participle(grammar: Grammar, phrase: range, first: int) -> range:
    """Return whose participle a noun phrase belongs to: rebels in *rebels backing X*; else the phrase itself."""
    before = phrase.start - 1
    if before > first and grammar.part(before) is Part.VERB and grammar.lower(before).endswith("ed"):
        before -= 1
    if not phrase or before - 1 < first or grammar.part(before) is not Part.ING:
        return phrase
    if grammar.part(before - 1) in _INSIDE:
        return phrase_ending(grammar, before - 1, first)
    return phrase


def _nearest(grammar: Grammar, phrase: range) -> range:
    """Return what a relative clause speaks of: X in *the arrest of X, who*, the son in *the son of X, who*."""
    complements = [at for at in phrase if grammar.part(at) in (Part.PREPOSITION, Part.TO)]
    if not complements or grammar.words.lower[complements[0] - 1] in _people_by_tie():
        return phrase
    return range(complements[-1] + 1, phrase.stop)


@cache
def _people_by_tie() -> frozenset[str]:
    return frozenset(read_column("ties.csv", "word", PACKAGE))


def _with_named_partners(grammar: Grammar, phrase: range, first: int) -> range:
    """Return a phrase with the names that *and* joins to it: *Ada Brun and the Salt Brothers*."""
    before = phrase.start - 1
    joined = phrase and before - 1 >= first and grammar.lower(before) == "and"
    if not joined or grammar.part(before - 1) is not Part.NAME:
        return phrase
    return range(phrase_ending(grammar, before - 1, first).start, phrase.stop)


def _skip_verb_group(grammar: Grammar, last: int, first: int) -> int:
    while last >= first and grammar.part(last) in _BEFORE_VERB:
        last -= 1
    return last


def _skip_relative(grammar: Grammar, last: int, first: int) -> int:
    """Go over *who*, *which*, *that* and over an apposition between commas."""
    relative = last >= first and grammar.part(last) in (Part.RELATIVE, Part.THAT)
    before = last - 1 if relative else last
    if before < first or grammar.part(before) not in (Part.COMMA, Part.CLOSE):
        return before if relative and grammar.part(before) in _INSIDE else last
    opening = _apposition_start(grammar, before, first)
    if relative or opening is None or grammar.part(opening - 1) not in _INSIDE:
        return before - 1
    named = phrase_ending(grammar, opening - 1, first)
    adverbial = grammar.part(named.start - 1) is Part.PREPOSITION and named.start - 1 >= first
    return before - 1 if adverbial else opening - 1


def _apposition_start(grammar: Grammar, closing: int, first: int) -> int | None:
    """Return the number of the mark that opens an apposition, given the one that closes it; None if none does."""
    for number in range(closing - 1, max(first, closing - _LONGEST_APPOSITION), -1):
        if grammar.part(number) in (Part.COMMA, Part.OPEN):
            return number
        if grammar.part(number) in _VERBAL and grammar.part(number - 1) is not Part.RELATIVE:
            return None
    return None


def _subject_of_earlier_verb(grammar: Grammar, before: int, first: int) -> range:
    """Return the subject of the verb before this one in the clause: *he leads a gang and ships cocaine*."""
    for number in range(before - 1, max(first, before - _LONGEST_CLAUSE), -1):
        if grammar.part(number) in _BOUNDARIES:
            return _EMPTY
        if grammar.part(number) in _VERBAL:
            last = _skip_relative(grammar, _skip_verb_group(grammar, number - 1, first), first)
            if last >= first and (grammar.part(last) in _INSIDE or grammar.part(last) in _PRONOUNS):
                return phrase_ending(grammar, last, first)
    return _EMPTY


def phrase_ending(grammar: Grammar, last: int, first: int) -> range:
    """Return the noun phrase that ends at a word, with what it is *of*, *from* or *to*."""
    if grammar.part(last) in _PRONOUNS:
        return range(last, last + 1)
    start = last + 1
    while start > max(first, last - _LONGEST_PHRASE):
        before = _segment_start(grammar, start, first)
        if before == start:
            break
        start = before
        if grammar.part(start - 1) not in (Part.PREPOSITION, Part.TO) or start - 1 < first:
            break
        if grammar.part(start - 2) not in _INSIDE or start - 2 < first:
            break
        start -= 1
    return range(start, last + 1) if start <= last and grammar.part(start) in _INSIDE else _EMPTY


def _segment_start(grammar: Grammar, stop: int, first: int) -> int:
    start = stop
    first = max(first, stop - _LONGEST_PHRASE)
    while start > first and grammar.part(start - 1) in _INSIDE:
        if grammar.lower(start - 1) in DAYS and start < stop:
            break
        if start < stop and grammar.part(start) in _LEFT_EDGES:
            break
        start -= 1
    return start


def phrase_after(grammar: Grammar, word: int, longest: int = _LONGEST_OBJECT) -> range:
    """Return the noun phrase after a word of its sentence, up to a preposition or verb; empty if there is none."""
    return phrase_from(grammar, word + 1, longest) if word + 1 < grammar.sentence(word).stop else _EMPTY


def phrase_from(grammar: Grammar, at: int, longest: int = _LONGEST_OBJECT) -> range:
    """Return the noun phrase from a word on, with appositions between commas, up to a preposition or verb."""
    stop = min(grammar.sentence(at).stop, at + longest)
    start = at
    while start < stop and grammar.part(start) in _TRANSPARENT:
        start += 1
    end = start
    while end < stop and _continues(grammar, end, start):
        end += 1
    while end > start and grammar.part(end - 1) in (Part.COMMA, Part.COORDINATOR, Part.QUOTE):
        end -= 1
    return range(start, end)


def _continues(grammar: Grammar, at: int, start: int) -> bool:
    part = grammar.part(at)
    if part in _INSIDE:
        return True
    if part in _PRONOUNS:
        return at == start
    if part is Part.COMMA or part is Part.COORDINATOR:
        return at > start and grammar.part(at + 1) in _INSIDE
    if grammar.lower(at) == "of":
        return at > start and grammar.part(at + 1) in _INSIDE
    return part is Part.QUOTE


def clause_stop(grammar: Grammar, at: int) -> int:
    """Return the number after the last word of a clause: its sentence's end, or a semicolon, colon or dash."""
    stop = min(grammar.sentence(at).stop, at + _LONGEST_CLAUSE)
    return next((number for number in range(at, stop) if grammar.part(number) in _BOUNDARIES), stop)
