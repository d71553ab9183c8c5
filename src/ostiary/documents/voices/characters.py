"""The voices of a report in the making: who they are is learnt while it is read."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from ostiary.documents.voices.lexicon import Gender
from ostiary.documents.words import Words
from ostiary.model.reports import Report, Span, Voice, VoiceKind

_LATELY = 40


@dataclass(slots=True, eq=False)
class Character:
    """Somebody who may speak in a report.

    Attributes:
        name: The fullest name so far, or the wording.
        kind: What it is; ``unknown`` until something shows it.
        office: Title or office, or empty.
        former: Whether the office is called former.
        gender: As far as known.
        plural: Whether several people stand behind it.
        anonymous: Whether it is left unnamed, if only by being named as a class.
        named: Whether it has a name of its own; else it is known by its wording.
        known: Whether its name is that of a table.
        nouns: Words in lower case that may refer back to it.
        spans: Where the text names or means it.
        id: Its key once it has spoken, else empty.
    """

    name: str
    kind: VoiceKind
    office: str = ""
    former: bool = False
    gender: Gender = ""
    plural: bool = False
    anonymous: bool = False
    named: bool = True
    known: bool = False
    nouns: set[str] = field(default_factory=set)
    spans: list[Span] = field(default_factory=list)
    id: str = ""

    def voice(self) -> Voice:
        """Return it as it is known now."""
        spans = tuple(sorted(set(self.spans)))
        return Voice(self.id, self.name, self.kind, self.office, self.former, spans)


@dataclass(frozen=True, slots=True)
class Appearance:
    """A place where a character is named, or meant and resolved.

    Attributes:
        words: Where: the name without title.
        character: Who.
        whole: The name with title and apposition.
        spoken: Whether it is a source.
        nested: Whether it is a source within what somebody else says.
    """

    words: range
    character: Character
    whole: range
    spoken: bool = False
    nested: bool = False


class Cast:
    """Everyone whom a report names, and where; grows while its sources are resolved."""

    def __init__(self, report: Report, words: Words, appearances: Iterable[Appearance]) -> None:
        self.report = report
        self.words = words
        self.named = sorted(appearances, key=_place)
        self._starts = [found.words.start for found in self.named]
        self._spoken: list[Appearance] = []
        self._speaking: list[Character] = []
        self._worded: dict[str, Character] = {}

    def hear(self, words: range, character: Character, *, nested: bool = False) -> None:
        """Note that a character is a source, perhaps within another's words; its first time gives it a key."""
        if not character.id:
            self._speaking.append(character)
            character.id = f"{self.report.id}:v{len(self._speaking)}"
        character.spans.append(self.words.span(words))
        self._spoken.append(Appearance(words, character, words, spoken=True, nested=nested))
        if not character.named:
            self._worded[character.name] = character

    def voices(self) -> tuple[Voice, ...]:
        """Return everyone who was heard so far, in the order of being heard."""
        return tuple(character.voice() for character in self._speaking)

    def within(self, part: range) -> list[Appearance]:
        """Return the names that stand wholly within some words, in order."""
        return [found for found in self.starting_in(part) if found.words.stop <= part.stop]

    def starting_in(self, part: range) -> list[Appearance]:
        """Return the names whose first word is among some words, in order."""
        return self.named[bisect_left(self._starts, part.start) : bisect_left(self._starts, part.stop)]

    def lately_heard(self) -> list[Appearance]:
        """Return who was heard last, the latest last; pronouns reach no further back."""
        return self._spoken[-_LATELY:]

    def worded(self, name: str) -> Character | None:
        """Return who was heard under some wording, without a name."""
        return self._worded.get(name)


def _place(appearance: Appearance) -> int:
    return appearance.words.start
