"""Going through a report once: who each source is, through which outlets it was heard, who asks to stay unnamed."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ostiary.documents.chains.anonymity import condition_wording, find_condition
from ostiary.documents.chains.citing import find_cited
from ostiary.documents.chains.frames import Frame, assign_hands
from ostiary.documents.chains.hands import Hand, find_hands
from ostiary.documents.voices import Cast, Character, Source, Surroundings, refer_back, resolve_source
from ostiary.documents.voices.pronouns import PRONOUNS
from ostiary.documents.words import Words

#: A sentence that only asks for anonymity speaks of a source at most so many sentences before.
_REACH_OF_CONDITION = 3


@dataclass(slots=True)
class Hearing:
    """What was heard, by the number of the attribution.

    Attributes:
        frames: The attributions in words.
        sources: Who speaks; missing where nobody is named.
        cited: Whom the source cites.
        hands: The outlets that the words went through.
        conditions: The wording that asks for anonymity.
        announced: By the number of a sentence without attribution: who speaks to which outlets there.
        late: Wording that asks for anonymity in a sentence of its own, by the character meant.
    """

    frames: Sequence[Frame]
    sources: dict[int, Source] = field(default_factory=dict)
    cited: dict[int, Source] = field(default_factory=dict)
    hands: dict[int, list[Hand]] = field(default_factory=dict)
    conditions: dict[int, str] = field(default_factory=dict)
    announced: dict[int, tuple[Character, list[Hand]]] = field(default_factory=dict)
    late: dict[int, str] = field(default_factory=dict)


def listen(cast: Cast, frames: Sequence[Frame]) -> Hearing:
    """Return who speaks in a report and through whom, read in the order of the text.

    Args:
        cast: Everyone whom the report names; those who speak are entered.
        frames: Its attributions.
    """
    listener = _Listener(cast, Hearing(frames))
    by_sentence: dict[int, list[Frame]] = {}
    for frame in frames:
        by_sentence.setdefault(frame.attribution.sentence, []).append(frame)
    for number in range(len(cast.words.sentences)):
        listener.hear_sentence(number, sorted(by_sentence.get(number, ()), key=_source_start))
    return listener.hearing


def _source_start(frame: Frame) -> int:
    return frame.source.start if frame.source else frame.cue.start


class _Listener:
    def __init__(self, cast: Cast, hearing: Hearing) -> None:
        self.hearing = hearing
        self._cast = cast
        self._words: Words = cast.words
        self._contents = [content for frame in hearing.frames for content in frame.contents]

    def hear_sentence(self, number: int, frames: Sequence[Frame]) -> None:
        """Enter who speaks in a sentence."""
        sentence = self._words.sentences[number]
        for frame in frames:
            self._resolve(frame)
        hands = find_hands(self._cast, sentence)
        self.hearing.hands.update(assign_hands(frames, hands))
        for frame in frames:
            self._cite(frame)
        if frames:
            self._note_condition(frames, sentence)
        else:
            self._announce(number, sentence, hands)

    def _resolve(self, frame: Frame) -> None:
        if frame.number in self.hearing.sources:
            return
        within = frame.attribution.within
        if within is not None and within < len(self.hearing.frames) and within != frame.number:
            parent = self.hearing.frames[within]
            if parent.attribution.within is None or parent.attribution.within != frame.number:
                self._resolve(parent)
        part = frame.source or self._shared_source(frame)
        if part:
            self.hearing.sources[frame.number] = resolve_source(self._cast, part, self._around(frame, part.start))

    def _shared_source(self, frame: Frame) -> range:
        """Return the source of the verb before, where a participle goes on (``…, adding that``)."""
        if not frame.cue or not self._words.lower[frame.cue.start].endswith("ing"):
            return range(0)
        before = [
            other.source
            for other in self.hearing.frames
            if other.source and other.sentence == frame.sentence and other.source.start < frame.cue.start
        ]
        return max(before, key=lambda source: source.start) if before else range(0)

    def _around(self, frame: Frame, at: int) -> Surroundings:
        parent = frame.attribution.within
        source = self.hearing.sources.get(parent) if parent is not None else None
        speaker = source.characters[-1] if source else None
        return Surroundings(at, frame.container, speaker, self._contents)

    def _cite(self, frame: Frame) -> None:
        hidden = {number for number in frame.sentence if frame.hides(number)}
        others = {number for other in self.hearing.frames if other is not frame and other.sentence == frame.sentence for number in other.source}
        source = self.hearing.sources.get(frame.number)
        if source is None or source.characters[0].kind not in ("outlet", "group", "agency"):
            return
        part = find_cited(self._cast, frame.sentence, frame.cue, hidden | others)
        if part:
            self.hearing.cited[frame.number] = resolve_source(self._cast, part, self._around(frame, part.start))

    def _note_condition(self, frames: Sequence[Frame], sentence: range) -> None:
        condition = find_condition(self._words, sentence)
        if condition is None:
            return
        before = [frame for frame in frames if _source_start(frame) <= condition.start and not frame.hides(condition.start)]
        owner = max(before, key=_source_start) if before else frames[0]
        if not owner.hides(condition.start):
            self.hearing.conditions[owner.number] = condition_wording(self._words, condition)

    def _announce(self, number: int, sentence: range, hands: Sequence[Hand]) -> None:
        subject = self._subject(sentence)
        if subject and hands:
            self.hearing.announced[number] = (subject, list(hands))
        condition = find_condition(self._words, sentence)
        spoken = [heard for heard in self._cast.spoken if heard.character.anonymous]
        if condition is None or not spoken:
            return
        last = max(spoken, key=lambda heard: heard.words.start)
        if number - self._words.sentence_of[last.words.start] <= _REACH_OF_CONDITION:
            self.hearing.late[id(last.character)] = condition_wording(self._words, condition)

    def _subject(self, sentence: range) -> Character | None:
        """Return who acts in a sentence that nobody is quoted in."""
        for number in sentence:
            word = self._words.lower[number]
            if word in ("he", "she") and word in PRONOUNS:
                return refer_back(self._cast, word, Surroundings(number, contents=self._contents))
            for found in self._cast.within(sentence):
                if found.words.start == number and found.character.kind in ("person", "agency"):
                    return found.character
        return None
