"""Going through a report once: who each source is, who heard it, who asks to stay unnamed."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ostiary.documents.chains.anonymity import condition_wording, find_condition
from ostiary.documents.chains.citing import find_cited, may_cite
from ostiary.documents.chains.frames import Frame, assign_hands, outside_in
from ostiary.documents.chains.hands import Hand, find_hands
from ostiary.documents.chains.media import Medium
from ostiary.documents.voices import (
    Cast,
    Character,
    Source,
    Surroundings,
    merge_contents,
    refer_back,
    resolve_label,
    resolve_source,
)
from ostiary.documents.words import Words

#: A sentence that only asks for anonymity speaks of a source at most so many sentences before.
_REACH_OF_CONDITION = 3
#: Pronouns look back so many sentences; what is said further back need not be known as such.
_SENTENCES_BACK = 8
_MOST_BESIDE = 20
_QUOTING = frozenset(("quote", "cite", "paraphrase"))
_CITING = frozenset(("outlet", "group", "agency"))


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
    by_sentence: dict[int, list[Frame]] = {}
    for frame in frames:
        by_sentence.setdefault(frame.attribution.sentence, []).append(frame)
    for same in by_sentence.values():
        same.sort(key=_source_start)
    listener = _Listener(cast, Hearing(frames), by_sentence)
    for number in range(len(cast.words.sentences)):
        listener.hear_sentence(number, by_sentence.get(number, ()))
    return listener.hearing


def _source_start(frame: Frame) -> int:
    return frame.source.start if frame.source else frame.cue.start


def _first_word(content: tuple[range, int]) -> int:
    return content[0].start


class _Listener:
    def __init__(self, cast: Cast, hearing: Hearing, by_sentence: Mapping[int, Sequence[Frame]]) -> None:
        self.hearing = hearing
        self._cast = cast
        self._words: Words = cast.words
        self._by_sentence = by_sentence
        self._resolved: set[int] = set()
        labelled = (frame.source.start for frame in hearing.frames if frame.attribution.cue_word == ":")
        self._interview = next(labelled, 0)
        self._contents: dict[int, list[tuple[range, int]]] = {}
        for frame in hearing.frames:
            self._note_contents(frame)
        for contents in self._contents.values():
            contents.sort(key=_first_word)

    def _note_contents(self, frame: Frame) -> None:
        for content in frame.contents:
            if content:
                first, last = (self._words.sentence_of[number] for number in (content.start, content.stop - 1))
                for sentence in range(first, last + 1):
                    self._contents.setdefault(sentence, []).append((content, frame.number))

    def hear_sentence(self, number: int, frames: Sequence[Frame]) -> None:
        """Enter who speaks in a sentence."""
        sentence = self._words.sentences[number]
        for frame in frames:
            self._resolve(frame)
        hands = find_hands(self._cast, sentence)
        self.hearing.hands.update(assign_hands(frames, hands))
        for frame in frames:
            self._note_carrier(frame)
            self._cite(frame)
        if frames:
            self._note_condition(frames, sentence)
        else:
            self._announce(number, sentence, hands)

    def _resolve(self, frame: Frame) -> None:
        for one in outside_in(self.hearing.frames, frame, self._resolved):
            self._resolved.add(one.number)
            self._resolve_one(one)

    def _resolve_one(self, frame: Frame) -> None:
        part = frame.source or self._shared_source(frame)
        if part and frame.attribution.cue_word == ":":
            around = self._around(frame, part.start)
            self.hearing.sources[frame.number] = resolve_label(self._cast, part, self._interview, around)
        elif part:
            self.hearing.sources[frame.number] = resolve_source(self._cast, part, self._around(frame, part.start))

    def _shared_source(self, frame: Frame) -> range:
        """Return the source of the verb before, where a participle goes on (``…, adding that``)."""
        if not frame.cue or not self._words.lower[frame.cue.start].endswith("ing"):
            return range(0)
        before = [
            other.source for other in self._beside(frame) if other.source and other.source.start < frame.cue.start
        ]
        return max(before, key=lambda source: source.start) if before else range(0)

    def _around(self, frame: Frame, at: int) -> Surroundings:
        parent = frame.attribution.within
        source = self.hearing.sources.get(parent) if parent is not None else None
        speaker = source.characters[-1] if source else None
        return Surroundings(at, frame.container, speaker, self._contents_near(at), frame.contents)

    def _contents_near(self, at: int) -> list[range]:
        """Return the contents of the sentences that a pronoun may look back to."""
        sentence = self._words.sentence_of[at]
        found: list[range] = []
        for number in range(max(0, sentence - _SENTENCES_BACK), sentence + 1):
            contents = self._contents.get(number, [])
            place = bisect_left(contents, at, key=_first_word)
            near = contents[max(0, place - _MOST_BESIDE) : place + _MOST_BESIDE]
            found.extend(content for content, owner in near if not self._told_by_outlet(owner))
        return merge_contents(found, at)

    def _told_by_outlet(self, number: int) -> bool:
        """Return whether an outlet tells a content: whom it names there may speak next."""
        source = self.hearing.sources.get(number)
        return source is not None and source.characters[0].kind == "outlet"

    def _beside(self, frame: Frame) -> Sequence[Frame]:
        """Return the attributions of the same sentence, of many only those near."""
        same = self._by_sentence.get(frame.attribution.sentence, ())
        place = bisect_left(same, _source_start(frame), key=_source_start)
        return same[max(0, place - _MOST_BESIDE) : place + _MOST_BESIDE]

    def _note_carrier(self, frame: Frame) -> None:
        """Note who hands on words without being an outlet (``the ministry quoted the captain as saying``)."""
        hands = self.hearing.hands.get(frame.number)
        if frame.attribution.cue_word not in _QUOTING or hands or frame.source.start < frame.cue.start:
            return
        before = self._cast.within(range(frame.sentence.start, frame.cue.start))
        if before and frame.cue.start in (before[-1].words.stop, before[-1].whole.stop):
            carrier = before[-1]
            medium = Medium(carrier.whole, (carrier.character,), (carrier.words,))
            self.hearing.hands[frame.number] = [Hand(medium, "quoted by", outer=False, start=carrier.whole.start)]

    def _cite(self, frame: Frame) -> None:
        source = self.hearing.sources.get(frame.number)
        withheld = frame.attribution.cue_kind == "decline"
        if source is None or withheld or source.characters[0].kind not in _CITING:
            return
        if not may_cite(self._words, frame.sentence):
            return
        hidden = {number for number in frame.sentence if frame.hides(number)}
        others = {number for other in self._beside(frame) if other is not frame for number in other.source}
        part = find_cited(self._cast, frame.sentence, frame.cue, hidden | others)
        if part:
            self.hearing.cited[frame.number] = resolve_source(self._cast, part, self._around(frame, part.start))

    def _note_condition(self, frames: Sequence[Frame], sentence: range) -> None:
        condition = find_condition(self._words, sentence)
        if condition is None:
            return
        before = [
            frame
            for frame in frames
            if _source_start(frame) <= condition.start and not frame.hides(condition.start)
        ]
        owner = max(before, key=_source_start) if before else frames[0]
        if not owner.hides(condition.start):
            self.hearing.conditions[owner.number] = condition_wording(self._words, condition)

    def _announce(self, number: int, sentence: range, hands: Sequence[Hand]) -> None:
        subject = self._subject(sentence)
        if subject and hands:
            self.hearing.announced[number] = (subject, list(hands))
        condition = find_condition(self._words, sentence)
        spoken = [heard for heard in self._cast.lately_heard() if heard.character.anonymous]
        if condition is None or not spoken:
            return
        last = max(spoken, key=lambda heard: heard.words.start)
        if number - self._words.sentence_of[last.words.start] <= _REACH_OF_CONDITION:
            self.hearing.late[id(last.character)] = condition_wording(self._words, condition)

    def _subject(self, sentence: range) -> Character | None:
        """Return who acts in a sentence that nobody is quoted in."""
        names = (one for one in self._cast.within(sentence) if one.character.kind in ("person", "agency"))
        first = next(names, None)
        before = range(sentence.start, first.words.start if first else sentence.stop)
        for number in before:
            word = self._words.lower[number]
            if word in ("he", "she"):
                return refer_back(self._cast, word, Surroundings(number, contents=self._contents_near(number)))
        return first.character if first else None
