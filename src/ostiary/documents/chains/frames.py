"""What stands around each content: the words of a sentence that say who said it, and through whom."""

from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace

from ostiary.documents.chains.hands import Hand
from ostiary.documents.words import Words
from ostiary.model.claims import Attribution

#: What stands further from a cue than so many words has nothing to do with it, though no full stop comes between.
_REACH = 150
_MOST_NEAR = 40
_TURNS = frozenset(("but", "while", "although", "though", "whereas", "however", ";"))


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
    attributions = _under_opening(words, attributions)
    contents = [tuple(words.within(span) for span in one.content) for one in attributions]
    return [
        Frame(
            number,
            one,
            _sentence_around(words, one),
            words.within(one.source) if one.source else range(0),
            words.within(one.cue),
            contents[number],
            None if one.within is None else _holding(words.within(one.cue), contents[one.within]),
        )
        for number, one in enumerate(attributions)
    ]


def _under_opening(words: Words, attributions: Sequence[Attribution]) -> list[Attribution]:
    """Return attributions with what a sentence's opening *according to X* covers put under it, up to a *but*.

    ``According to X, A proposed B, an idea that C rejected``: the last is X's word too.
    """
    opening: dict[int, int] = {}
    placed: list[Attribution] = []
    for number, one in enumerate(attributions):
        first = words.number_at(one.cue.start)
        if words.lower[first : first + 1] == ["according"] and first == words.sentences[one.sentence].start:
            opening[one.sentence] = number
        above = opening.get(one.sentence, number)
        if one.within is None and above != number and not _turns(words, attributions[above], first):
            one = replace(one, within=above)  # noqa: PLW2901 - the one that is kept
        placed.append(one)
    return placed


def _turns(words: Words, opening: Attribution, cue: int) -> bool:
    """Return whether a sentence turns to somebody else between its opening attribution and a later cue."""
    after = words.number_at(opening.content[-1].end) if opening.content else 0
    return not _TURNS.isdisjoint(words.lower[after:cue])


def _sentence_around(words: Words, attribution: Attribution) -> range:
    """Return the words of an attribution's sentence, of an endless one those near its cue."""
    if not words.sentences:
        return range(0)
    sentence, cue = words.sentences[attribution.sentence], words.number_at(attribution.cue.start)
    return range(max(sentence.start, cue - _REACH), min(sentence.stop, cue + _REACH))


def _holding(cue: range, contents: Iterable[range]) -> range | None:
    return next((content for content in contents if cue and cue.start in content), None)


def outside_in(frames: Sequence[Frame], frame: Frame, done: Container[int]) -> list[Frame]:
    """Return an attribution after those that hold it, the outermost first, as far as they are not done yet.

    Args:
        frames: All attributions.
        frame: The one that is wanted.
        done: Numbers of those that need no more work.
    """
    found: list[Frame] = []
    seen: set[int] = set()
    number: int | None = frame.number
    while number is not None and number not in done and number not in seen and number < len(frames):
        seen.add(number)
        found.append(frames[number])
        number = frames[number].attribution.within
    return found[::-1]


def assign_hands(frames: Sequence[Frame], hands: Sequence[Hand]) -> dict[int, list[Hand]]:
    """Return the hands of one sentence by the number of the attribution that they belong to.

    Args:
        frames: The attributions whose cue stands in the sentence.
        hands: The outlets of the sentence.
    """
    assigned: dict[int, list[Hand]] = {frame.number: [] for frame in frames}
    ordered = sorted(frames, key=_cue_start)
    starts = [frame.cue.start for frame in ordered]
    for hand in hands:
        at = hand.medium.words.start
        near = ordered[bisect_left(starts, at - _REACH) : bisect_left(starts, at + _REACH)]
        owner = _owner(near[:_MOST_NEAR], hand)
        if owner is not None:
            assigned[owner.number].append(hand)
    return assigned


def _cue_start(frame: Frame) -> int:
    return frame.cue.start


def _owner(frames: Sequence[Frame], hand: Hand) -> Frame | None:
    """Return the attribution that a hand belongs to: the one whose source holds it, else the nearest before it."""
    at = hand.medium.words.start
    holding = [frame for frame in frames if at in frame.source]
    if holding:
        return None if holding[0].source.start == at and not _behind_name(holding[0], hand) else holding[0]
    open_to = [frame for frame in frames if not frame.hides(at) or hand.relation.startswith("as ")]
    before = [frame for frame in open_to if frame.cue.start <= at]
    if before:
        return max(before, key=_cue_start)
    return min(open_to, key=_start) if open_to else None


def _behind_name(frame: Frame, hand: Hand) -> bool:
    return hand.start > frame.source.start


def _start(frame: Frame) -> int:
    return frame.source.start if frame.source else frame.cue.start
