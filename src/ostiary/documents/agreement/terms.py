"""What a report's words stand for, word by word: parties, people, numbers, concepts, stems."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ostiary.documents.agreement.concepts import SHORT_NAME, Concepts, nations, passing_words, read_concepts
from ostiary.documents.agreement.fields import find_fields_of_word
from ostiary.documents.agreement.quantities import Quantity, find_quantities
from ostiary.documents.words import Words, split_words
from ostiary.model.claims import Reading
from ostiary.model.reports import Span

POSSESSIVE = "'s"


@dataclass(frozen=True, slots=True)
class Term:
    """What one or several words of a report stand for.

    Attributes:
        key: The same in two reports if the words mean the same.
        first: The first word.
        last: The word after the last one.
        fields: What its words are about; of names and numbers nothing.
    """

    key: str
    first: int
    last: int
    fields: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ReportTerms:
    """A reading with its words and what they stand for.

    Attributes:
        reading: The reading.
        words: The report's readable words.
        terms: In order; words that say nothing are in none.
        starts: The first word of each term, for searching.
        quantities: The numbers in order.
        phrased: The words of which several make one term: a *not* among them denies nothing.
        names: The keys of what has a name: people, parties, countries, and words with a capital within a sentence
            that no table of words holds.
    """

    reading: Reading
    words: Words
    terms: tuple[Term, ...]
    starts: tuple[int, ...]
    quantities: tuple[Quantity, ...]
    phrased: frozenset[int]
    names: frozenset[str]


def collect_terms(reading: Reading) -> ReportTerms:
    """Return a reading with what its words stand for."""
    words = split_words(reading.report)
    taken: dict[int, Term | None] = {}
    _mark(taken, words, ((f"party {mention.party_id}", mention.span) for mention in reading.mentions))
    _mark(taken, words, _people(reading))
    for at in (word for date in reading.dates for word in words.within(date.span)):
        if words.lower[at] not in passing_words("calendar"):
            taken.setdefault(at, None)
    quantities = tuple(
        quantity
        for sentence in words.sentences
        for quantity in find_quantities(words, sentence)
        if quantity.first not in taken
    )
    for quantity in quantities:
        _take(taken, Term(quantity.key, quantity.first, quantity.last))
    terms = tuple(_read_terms(words, taken))
    phrased = frozenset(
        word for term in terms if term.last - term.first > 1 for word in range(term.first, term.last)
    )
    starts = tuple(term.first for term in terms)
    return ReportTerms(reading, words, terms, starts, quantities, phrased, frozenset(_find_names(words, terms)))


def _find_names(words: Words, terms: Iterable[Term]) -> Iterator[str]:
    """Yield the keys of what has a name; a word that opens a sentence has a capital anyway."""
    opening = {sentence.start for sentence in words.sentences}
    known = read_concepts().known
    for term in terms:
        unknown = term.key not in known and term.first not in opening and words.forms[term.first][:1].isupper()
        if unknown or term.key.startswith(("party ", "person ")) or term.key in nations():
            yield term.key


def _people(reading: Reading) -> Iterator[tuple[str, Span]]:
    """Yield the places of people."""
    for voice in reading.voices:
        if voice.kind == "person" and voice.name.split():
            yield from ((person_key(voice.name), span) for span in voice.spans)


def person_key(name: str) -> str:
    """Return what stands for a person in the terms of every report: the last word, for one may know no other."""
    return f"person {name.rsplit(maxsplit=1)[-1].lower()}"


def _mark(taken: dict[int, Term | None], words: Words, spans: Iterable[tuple[str, Span]]) -> None:
    for key, span in spans:
        run = words.within(span)
        if run and run.start not in taken:
            _take(taken, Term(key, run.start, run.stop))


def _take(taken: dict[int, Term | None], term: Term) -> None:
    for word in range(term.first, term.last):
        taken.setdefault(word, None)
    taken[term.first] = term


def _read_terms(words: Words, taken: dict[int, Term | None]) -> Iterator[Term]:
    concepts = read_concepts()
    for sentence in words.sentences:
        at = sentence.start
        while at < sentence.stop:
            if at in taken:
                term = taken[at]
                if term and term.key:
                    yield term
                at += 1
                continue
            phrase, length = concepts.of_phrase(words.lower, at, sentence.stop)
            if phrase:
                fields = frozenset().union(*(_find_fields(words, each) for each in range(at, at + length)))
                yield from (Term(key, at, at + length, fields) for key in phrase.split("+"))
                at += length
                continue
            yield from _read_word(words, at, concepts)
            at += 1


def _find_fields(words: Words, at: int) -> frozenset[str]:
    word = words.lower[at]
    return frozenset() if word in passing_words("stop") else find_fields_of_word(word)


def _read_word(words: Words, at: int, concepts: Concepts) -> Iterator[Term]:
    word, form = words.lower[at].rstrip("."), words.forms[at]
    if not word or not word[0].isalnum():
        return
    short_name = len(word) <= SHORT_NAME and len(form) > 1 and form.isupper()
    if not short_name and (word in passing_words("stop") or word == POSSESSIVE):
        return
    if short_name or "-" not in word:
        yield Term(concepts.of_word(word), at, at + 1, find_fields_of_word(word))
        return
    whole = concepts.of_word(word)
    parts = [part for part in word.split("-") if part and part not in passing_words("stop")]
    if whole in concepts.known or len(parts) < 2:  # noqa: PLR2004 - nothing to take apart
        yield Term(whole, at, at + 1, find_fields_of_word(word))
        return
    for part in parts:
        yield Term(concepts.of_word(part), at, at + 1, find_fields_of_word(part))
