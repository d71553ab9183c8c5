"""Tables of phrases, and where the phrases stand in a text.

A phrase is written as its words with a space between. ``|`` separates the forms that a word may take, the form
``-`` means that it may be missing (``remains|is not|- clear``), ``?`` is any one word or none. Two plain words are
also found joined by a hyphen.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ostiary.documents.tables import read_table
from ostiary.documents.words import Words

PACKAGE = "ostiary.documents.stance"
_MISSING = "-"
_ANY = "?"


@dataclass(frozen=True, slots=True)
class FoundPhrase:
    """A phrase of a table where it stands in a text.

    Attributes:
        words: Numbers of its words.
        row: What the table says of it.
    """

    words: range
    row: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Step:
    forms: frozenset[str]
    optional: bool
    any_word: bool = False


@dataclass(frozen=True, slots=True)
class _Phrase:
    steps: tuple[_Step, ...]
    row: Mapping[str, str]

    def end_at(self, lower: Sequence[str], start: int, stop: int) -> int:
        """Return the number after the last word of the phrase if it stands at a word, else that word's number."""
        return _match(self.steps, lower, start, stop) or start


def _match(steps: tuple[_Step, ...], lower: Sequence[str], at: int, stop: int, done: int = 0) -> int | None:
    """Return the number after the words that fit the steps not done, or None; ``?`` takes no word if that fits."""
    while done < len(steps):
        step = steps[done]
        done += 1
        fits = at < stop and (step.any_word or lower[at] in step.forms)
        if step.optional:
            first, second = (at, at + 1) if step.any_word else (at + 1, at)
            if fits:
                end = _match(steps, lower, first, stop, done)
                return _match(steps, lower, second, stop, done) if end is None else end
        elif fits:
            at += 1
        else:
            return None
    return at


@dataclass(frozen=True, slots=True)
class PhraseTable:
    """The phrases of a table by the words that they may begin with."""

    beginning: Mapping[str, tuple[_Phrase, ...]]

    def find_at(self, words: Words, at: int, stop: int) -> FoundPhrase | None:
        """Return the longest phrase that stands at a word and ends before another, or None."""
        best, row = at, None
        for phrase in self.beginning.get(words.lower[at], ()):
            end = phrase.end_at(words.lower, at, stop)
            if end > best:
                best, row = end, phrase.row
        return FoundPhrase(range(at, best), row) if row is not None else None

    def find(self, words: Words, within: range) -> Iterator[FoundPhrase]:
        """Yield the phrases in a run of words, longest first at each word, none overlapping another."""
        return self.find_from(words, self.list_beginnings(words, within), within.stop)

    def list_beginnings(self, words: Words, within: range) -> Sequence[int]:
        """Return the numbers of the words in a run that a phrase may begin with."""
        lower = words.lower
        if self.beginning.keys().isdisjoint(lower[within.start : within.stop]):
            return ()
        return [at for at in within if lower[at] in self.beginning]

    def find_from(self, words: Words, beginnings: Sequence[int], stop: int) -> Iterator[FoundPhrase]:
        """Yield the phrases that begin at some words, as :meth:`find` does.

        Args:
            words: The words.
            beginnings: Numbers of words, in order; of other tables too.
            stop: Number after the last word that a phrase may hold.
        """
        if self.beginning.keys().isdisjoint([words.lower[at] for at in beginnings]):
            return
        taken = 0
        for at in beginnings:
            if at < taken or words.lower[at] not in self.beginning:
                continue
            found = self.find_at(words, at, stop)
            if found is not None:
                yield found
                taken = found.words.stop


@cache
def load_phrases(name: str, kind: str = "", by: str = "kind") -> PhraseTable:
    """Return the phrases of a table of this package.

    Args:
        name: The file in the folder ``data``.
        kind: Only the rows of this kind; all if empty.
        by: The column that holds the kind.
    """
    beginning: dict[str, list[_Phrase]] = {}
    for row in read_table(name, PACKAGE):
        if kind and row[by] != kind:
            continue
        for steps in _spellings(row["phrase"].lower()):
            for form in _first_forms(steps):
                beginning.setdefault(form, []).append(_Phrase(steps, row))
    return PhraseTable({form: tuple(phrases) for form, phrases in beginning.items()})


@cache
def load_words(name: str, kind: str) -> frozenset[str]:
    """Return the words of one kind in a table of this package, which writes them with ``|`` between."""
    rows = read_table(name, PACKAGE)
    return frozenset(word for row in rows if row["kind"] == kind for word in row["words"].split("|"))


def stance_words(kind: str) -> frozenset[str]:
    """Return one of the small sets of words by which statements and accusations are told apart."""
    return load_words("stance_words.csv", kind)


def _spellings(phrase: str) -> Iterator[tuple[_Step, ...]]:
    steps = tuple(_step(word) for word in phrase.split())
    yield steps
    if len(steps) == 2 and not any(step.optional for step in steps):  # noqa: PLR2004 - a pair is two
        first, second = steps
        yield (_Step(frozenset(f"{one}-{two}" for one in first.forms for two in second.forms), optional=False),)


def _step(word: str) -> _Step:
    forms = word.split("|")
    if word == _ANY:
        return _Step(frozenset(), optional=True, any_word=True)
    return _Step(frozenset(form for form in forms if form != _MISSING), _MISSING in forms)


def _first_forms(steps: tuple[_Step, ...]) -> Iterator[str]:
    for step in steps:
        yield from step.forms
        if not step.optional:
            return
