"""What carries over: *he added* has the chain of what he said before, until another setting comes."""

from dataclasses import dataclass

from ostiary.documents.chains.frames import Frame
from ostiary.documents.chains.words import relation_words
from ostiary.documents.words import Words
from ostiary.model.claims import Link


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a speaker was last heard.

    Attributes:
        hands: The outlets that the words came through, outermost first, for each branch.
        relation: How the speaker stands to the last of them.
        paragraph: Number of the paragraph that it was last carried to.
        days: Weekdays that its sentence names.
        condition: Wording that asks for anonymity.
    """

    hands: tuple[tuple[Link, ...], ...]
    relation: str
    paragraph: int
    days: frozenset[str] = frozenset()
    condition: str = ""


def days_in(words: Words, frame: Frame) -> frozenset[str]:
    """Return the weekdays that a sentence names outside of what is said."""
    if relation_words("days").isdisjoint(words.lower[frame.sentence.start : frame.sentence.stop]):
        return frozenset()
    return relation_words("days") & {words.lower[number] for number in frame.words_around()}


def weekdays(words: Words, sentence: range) -> frozenset[str]:
    """Return the weekdays that a sentence names anywhere."""
    return relation_words("days") & set(words.lower[sentence.start : sentence.stop])


def changes_setting(words: Words, frame: Frame, before: Setting) -> bool:
    """Return whether an attribution says that it was said elsewhere or on another day.

    Args:
        words: The report's words.
        frame: The attribution.
        before: Where the speaker was heard before.
    """
    if not relation_words("settings").isdisjoint(words.lower[number] for number in frame.words_around()):
        return True
    days = days_in(words, frame)
    return bool(days) and days != before.days
