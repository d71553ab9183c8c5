"""What carries over: *he added* has the chain of what he said before, until another setting comes."""

from dataclasses import dataclass

from ostiary.documents.chains.words import relation_words
from ostiary.documents.words import Words
from ostiary.model.claims import Link

_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


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


def days_in(words: Words, frame: list[int]) -> frozenset[str]:
    """Return the weekdays among some words."""
    return _DAYS & {words.lower[number] for number in frame}


def changes_setting(words: Words, frame: list[int], before: Setting) -> bool:
    """Return whether some words of a sentence say that it was said elsewhere or on another day.

    Args:
        words: The report's words.
        frame: The words of the sentence that are neither content nor source.
        before: Where the speaker was heard before.
    """
    if {words.lower[number] for number in frame} & relation_words("settings"):
        return True
    days = days_in(words, frame)
    return bool(days) and days != before.days
