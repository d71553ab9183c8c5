"""What stands around each content: the words of a sentence that say who said it, and through whom."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ostiary.documents.chains.hands import Hand
from ostiary.documents.words import Words
from ostiary.model.claims import Attribution


@dataclass(frozen=True, slots=True)
class Frame:
    """An attribution in words rather than positions.

    Attributes:
        number: Its position among the report's attributions.
        attribution: What was found in the text.
        sentence: The words of its sentence.
        source: The words of its source, empty if it has none.
        cue: The words of its cue.
        contents: The words of its content.
        container: The smallest content of another attribution that holds it, or None.
    """

    number: int
    attribution: Attribution
    sentence: range
    source: range
    cue: range
    contents: tuple[range, ...]
    container: range | None = None

    def hides(self, number: int) -> bool:
        """Return whether a word is what is said, and not who says it."""
        if number in self.source or number in self.cue:
            return False
        return any(number in content for content in self.contents)

    def words_around(self) -> list[int]:
        """Return the words of the sentence that are neither content nor source."""
        return [number for number in self.sentence if not self.hides(number) and number not in self.source]


def read_frames(words: Words, attributions: Sequence[Attribution]) -> list[Frame]:
    """Return the attributions of a report in words, in their own order."""
    contents = [tuple(words.within(span) for span in one.content) for one in attributions]
    return [
        Frame(
            number,
            one,
            words.sentences[one.sentence] if words.sentences else range(0),
            words.within(one.source) if one.source else range(0),
            words.within(one.cue),
            contents[number],
            None if one.within is None else _holding(words.within(one.cue), contents[one.within]),
        )
        for number, one in enumerate(attributions)
    ]


def _holding(cue: range, contents: Iterable[range]) -> range | None:
    return next((content for content in contents if cue and cue.start in content), None)


def assign_hands(frames: Sequence[Frame], hands: Sequence[Hand]) -> dict[int, list[Hand]]:
    """Return the hands of one sentence by the number of the attribution that they belong to.

    Args:
        frames: The attributions whose cue stands in the sentence.
        hands: The outlets of the sentence.
    """
    assigned: dict[int, list[Hand]] = {frame.number: [] for frame in frames}
    for hand in hands:
        owner = _owner(frames, hand)
        if owner is not None:
            assigned[owner.number].append(hand)
    return assigned


def _owner(frames: Sequence[Frame], hand: Hand) -> Frame | None:
    """Return the attribution that a hand belongs to: the one whose source holds it, else the nearest before it."""
    at = hand.medium.words.start
    holding = [frame for frame in frames if at in frame.source]
    if holding:
        return None if holding[0].source.start == at and not _behind_name(holding[0], hand) else holding[0]
    open_to = [frame for frame in frames if not frame.hides(at) or hand.relation.startswith("as ")]
    before = [frame for frame in open_to if min(_start(frame), frame.cue.start) <= at]
    if before:
        return max(before, key=_last_word)
    return min(open_to, key=_start) if open_to else None


def _behind_name(frame: Frame, hand: Hand) -> bool:
    return hand.start > frame.source.start


def _start(frame: Frame) -> int:
    return frame.source.start if frame.source else frame.cue.start


def _last_word(frame: Frame) -> int:
    return max(_start(frame), frame.cue.start)
