"""One sentence with all that was found in it: parties, dates, wordings of programs, lists and agencies."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ostiary.documents.acts.lexicon import (
    Agency,
    Program,
    agency_phrases,
    list_phrases,
    object_words,
    program_phrases,
)
from ostiary.documents.words import Words
from ostiary.model.reports import Mention, ReportedDate

_INITIALS = 3
CURRENCIES = frozenset({"$", "€", "£", "¥"})


@dataclass(frozen=True, slots=True)
class Named:
    """A mention and its words.

    Attributes:
        at: Its words.
        mention: What it refers to.
    """

    at: range
    mention: Mention


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence.

    Attributes:
        words: The words of the whole report.
        inside: Those of the sentence.
        parties: Mentions of designated parties, in order.
        dates: Dates, in order.
        programs: Wordings of programs.
        lists: Names of lists, with the program that they tell.
        agencies: Bodies.
    """

    words: Words
    inside: range
    parties: tuple[Named, ...]
    dates: tuple[tuple[range, ReportedDate], ...]
    programs: tuple[tuple[range, Program], ...]
    lists: tuple[tuple[range, str], ...]
    agencies: tuple[tuple[range, Agency], ...]

    def lower(self, number: int) -> str:
        """Return a word in lower case, or an empty text beyond the sentence."""
        return self.words.lower[number] if self.inside.start <= number < self.inside.stop else ""

    def form(self, number: int) -> str:
        """Return a word as written, or an empty text beyond the sentence."""
        return self.words.forms[number] if self.inside.start <= number < self.inside.stop else ""

    def party_at(self, number: int) -> Named | None:
        """Return the mention whose words hold a number."""
        return next((party for party in self.parties if number in party.at), None)

    def written(self, at: range) -> str:
        """Return words as they stand in the text."""
        return self.words.text[self.words.starts[at.start] : self.words.ends[at.stop - 1]]


def make_scene(words: Words, inside: range, mentions: Sequence[Mention], dates: Sequence[ReportedDate]) -> Scene:
    """Return a sentence with what was found in it.

    Args:
        words: The words of the report.
        inside: Those of the sentence.
        mentions: Those within it, in order.
        dates: Those within it, in order.
    """
    parties = tuple(Named(at, mention) for mention in mentions if (at := words.within(mention.span)))
    return Scene(
        words,
        inside,
        parties,
        tuple((words.within(each.span), each) for each in dates),
        tuple(program_phrases().find_in(words.lower, inside)),
        tuple(list_phrases().find_in(words.lower, inside)),
        tuple(_find_agencies(words, inside)),
    )


def _find_agencies(words: Words, inside: range) -> Iterator[tuple[range, Agency]]:
    """Yield the bodies of a sentence; short initials count only in capitals (``US``, not ``us``)."""
    for at, agency in agency_phrases().find_in(words.lower, inside):
        first = words.forms[at.start]
        of_money = at.stop < inside.stop and words.forms[at.stop] in CURRENCIES
        if not of_money and (len(first) > _INITIALS or first.isupper() or len(at) > 1):
            yield at, agency


def word_in(scene: Scene, role: str) -> bool:
    """Return whether a sentence holds a word that plays a role in acts (``legal``)."""
    return not object_words(role).isdisjoint(scene.words.lower[scene.inside.start : scene.inside.stop])
