"""The chain of each attribution: outermost first, the publishing outlet at its head, the origin at its end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ostiary.documents.chains.frames import Frame, outside_in, read_frames
from ostiary.documents.chains.hands import Hand
from ostiary.documents.chains.listening import Hearing, listen
from ostiary.documents.chains.settings import Setting, changes_setting, days_in, weekdays
from ostiary.documents.voices import Cast, Character, Source, find_voices
from ostiary.documents.voices.namings import written
from ostiary.documents.words import Words
from ostiary.model.claims import Attribution, Link
from ostiary.model.reports import Report, Span, Voice, VoiceKind

_PUBLISHER = "the publishing outlet"
_NOT_NAMED = "not named"
_CANNOT_TELL = "cannot tell who"
_CONTINUING = frozenset(("added", "adding", "adds", "continued", "continues", "went", "goes", "further"))
#: What hands on at length; people told of a speaker once do not carry all that he says after.
_MEDIA: frozenset[VoiceKind] = frozenset(("outlet", "document", "agency"))
#: Words carry over to the next paragraph, and no further.
_REACH_IN_PARAGRAPHS = 1

#: Of a chain that is longer only so many hands are kept before the last.
_LONGEST = 20
_PERFECT = frozenset(("has", "have"))
_OF_GROUP = frozenset(("one", "another", "others", "some"))

Chain = tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ChainResult:
    """On whose word one attribution rests.

    Attributes:
        speaker: The voice that speaks last; None if nobody is named.
        chain: From the publishing outlet to the origin.
        branches: Further chains where several outlets or speakers are named for one content.
        anonymous: The wording that leaves the origin unnamed, or empty.
    """

    speaker: Voice | None
    chain: Chain
    branches: tuple[Chain, ...] = ()
    anonymous: str = ""


def publisher_link(report: Report) -> Link:
    """Return the first link of every chain of a report, and the only one of what it says in its own voice."""
    return Link(report.outlet or _PUBLISHER, "outlet", relation="publishes")


def build_chains(
    report: Report, words: Words, attributions: Sequence[Attribution]
) -> tuple[tuple[ChainResult, ...], tuple[Voice, ...]]:
    """Return the chain of each attribution, in their order, and all voices that are heard.

    Args:
        report: The report; its outlet heads every chain.
        words: Its words.
        attributions: Who says what in it, as it stands in the text.
    """
    if not words.sentences:
        return (), ()
    cast = find_voices(report, words)
    hearing = listen(cast, read_frames(words, attributions))
    builder = _Builder(cast, hearing, publisher_link(report))
    builder.build()
    return builder.results(), cast.voices()


@dataclass(frozen=True, slots=True)
class _Draft:
    """A chain in the making: all its branches, who speaks last, and what leaves them unnamed."""

    chains: tuple[Chain, ...]
    speaker: Character | None = None
    condition: str = ""


class _Builder:
    """Builds chains in the order of the text, so that each may carry on what was said before."""

    def __init__(self, cast: Cast, hearing: Hearing, publisher: Link) -> None:
        self._cast = cast
        self._hearing = hearing
        self._publisher = publisher
        self._drafts: dict[int, _Draft] = {}
        self._settings: dict[int, Setting] = {}
        self._group: Character | None = None

    def build(self) -> None:
        """Draft the chains of all attributions."""
        by_sentence: dict[int, list[Frame]] = {}
        for frame in self._hearing.frames:
            by_sentence.setdefault(frame.attribution.sentence, []).append(frame)
        for number in range(len(self._cast.words.sentences)):
            self._announce(number)
            for frame in by_sentence.get(number, ()):
                self._draft(frame)

    def results(self) -> tuple[ChainResult, ...]:
        """Return the chains in the order of the attributions."""
        voices = {voice.id: voice for voice in self._cast.voices()}
        return tuple(self._result(self._drafts[frame.number], voices) for frame in self._hearing.frames)

    def _result(self, draft: _Draft, voices: Mapping[str, Voice]) -> ChainResult:
        voice = voices.get(draft.speaker.id) if draft.speaker else None
        return ChainResult(voice, draft.chains[0], draft.chains[1:], self._anonymity(draft))

    def _anonymity(self, draft: _Draft) -> str:
        speaker = draft.speaker
        if speaker is None:
            return ""
        condition = draft.condition or self._hearing.late.get(id(speaker), "")
        named = speaker.named and speaker.kind == "person"
        if named or not (speaker.anonymous or condition):
            return ""
        return " … ".join(filter(None, (speaker.name, condition)))

    def _announce(self, number: int) -> None:
        """Note where somebody spoke, if a sentence says so without saying what."""
        announced = self._hearing.announced.get(number)
        if announced is None:
            return
        speaker, hands = announced
        chains = ((self._publisher,),)
        through, relation = self._through(chains, hands)
        days = weekdays(self._cast.words, self._cast.words.sentences[number])
        paragraph = self._cast.words.paragraph_of[number]
        self._settings[id(speaker)] = Setting(_hands_of(through), relation, paragraph, days)

    def _draft(self, frame: Frame) -> None:
        for one in outside_in(self._hearing.frames, frame, self._drafts):
            self._drafts[one.number] = self._new_draft(one)

    def _new_draft(self, frame: Frame) -> _Draft:
        parent = self._drafts.get(-1 if frame.attribution.within is None else frame.attribution.within)
        source = self._hearing.sources.get(frame.number)
        base = tuple(chain[:_LONGEST] for chain in parent.chains) if parent else ((self._publisher,),)
        if source is None:
            hedged = parent is not None and frame.attribution.cue_kind == "adverb"
            return parent if parent and hedged else self._unknown(frame, base)
        hands = [
            hand
            for hand in self._hearing.hands.get(frame.number, ())
            if not set(map(id, hand.medium.characters)) & set(map(id, source.characters))
        ]
        through, relation = self._through(base, hands)
        condition = self._hearing.conditions.get(frame.number, "")
        if parent is None and through == base:
            carried = self._carried(frame, source)
            if carried:
                through = tuple((self._publisher, *hands) for hands in carried.hands)
                relation, condition = carried.relation, condition or carried.condition
        chains = self._speaking(through, source, relation or self._cue(frame))
        speaker = source.characters[0]
        self._remember(frame, speaker, chains, condition)
        cited = self._hearing.cited.get(frame.number)
        if cited:
            chains, speaker = self._speaking(chains, cited, "cited"), cited.characters[0]
        return _Draft(chains, speaker, condition)

    def _unknown(self, frame: Frame, base: tuple[Chain, ...]) -> _Draft:
        """Return the chain of words that nobody is named for: never the outlet's own."""
        through, _ = self._through(base, self._hearing.hands.get(frame.number, ()))
        nobody = Link(_NOT_NAMED, "unknown", relation=self._cue(frame))
        return _Draft(tuple((*chain, nobody) for chain in through))

    def _cue(self, frame: Frame) -> str:
        return written(self._cast.words, frame.cue).lower()

    # Outlets

    def _through(self, base: tuple[Chain, ...], hands: Sequence[Hand]) -> tuple[tuple[Chain, ...], str]:
        """Return chains with the outlets that words went through, and how the next link stands to the last."""
        chains, relation = base, ""
        for hand in _outermost_first(hands):
            own = hand.relation if hand.outer else relation or "reports"
            longer = self._lengthened(chains, hand, own)
            if longer != chains:
                chains, relation = longer, "" if hand.outer else hand.relation
        return chains, relation

    def _lengthened(self, chains: tuple[Chain, ...], hand: Hand, relation: str) -> tuple[Chain, ...]:
        outlets = [
            (character, self._cast.words.span(part))
            for character, part in zip(hand.medium.characters, hand.medium.parts, strict=True)
        ]
        new = [(character, span) for character, span in outlets if not self._stands_in(chains[0], character)]
        if not new:
            return chains
        for character, part in zip(hand.medium.characters, hand.medium.parts, strict=True):
            self._cast.hear(part, character)
        return tuple((*chain, _link(character, span, relation)) for character, span in new for chain in chains)

    def _stands_in(self, chain: Chain, character: Character) -> bool:
        if character.name.lower().removeprefix("the ") == self._publisher.name.lower().removeprefix("the "):
            return True
        return bool(character.id) and any(link.voice_id == character.id for link in chain)

    # Speakers

    def _speaking(self, chains: tuple[Chain, ...], source: Source, relation: str) -> tuple[Chain, ...]:
        if not source.sure:
            relation = f"{relation}; {_CANNOT_TELL}"
        longer: list[Chain] = []
        for character, span in zip(source.characters, source.spans, strict=True):
            for chain in chains:
                ends_so = chain[-1].voice_id == character.id or self._publishes(chain, character)
                longer.append(chain if ends_so else (*chain, _link(character, span, relation)))
        return tuple(dict.fromkeys(longer))

    def _publishes(self, chain: Chain, character: Character) -> bool:
        return len(chain) == 1 and self._stands_in(chain, character)

    # What carries over

    def _carried(self, frame: Frame, source: Source) -> Setting | None:
        """Return where the speaker was heard before, if that still holds."""
        before = self._settings.get(id(source.characters[0])) or self._setting_of_group(source)
        if before is None or len(source.characters) > 1 or not before.hands[0]:
            return None
        paragraph = self._cast.words.paragraph_of[frame.attribution.sentence]
        if paragraph - before.paragraph > _REACH_IN_PARAGRAPHS or self._general(frame):
            return None
        by_mouth = any(link.kind not in _MEDIA for hands in before.hands for link in hands)
        if by_mouth and not (paragraph == before.paragraph and self._goes_on(frame)):
            return None
        return None if changes_setting(self._cast.words, frame, before) else before

    def _goes_on(self, frame: Frame) -> bool:
        """Return whether a cue says that words go on (``he added``), so that the same people hand them on."""
        return not _CONTINUING.isdisjoint(self._cast.words.lower[frame.cue.start : frame.cue.stop])

    def _general(self, frame: Frame) -> bool:
        """Return whether a cue speaks of what was said at large (``has said``), on whatever occasion."""
        return not _PERFECT.isdisjoint(self._cast.words.lower[frame.cue.start : frame.cue.stop])

    def _setting_of_group(self, source: Source) -> Setting | None:
        """Return where a group was heard of which one now speaks (``said one``)."""
        if source.characters[0].name.split()[0] not in _OF_GROUP:
            return None
        return self._settings.get(id(self._group)) if self._group else None

    def _remember(self, frame: Frame, speaker: Character, chains: tuple[Chain, ...], condition: str) -> None:
        words = self._cast.words
        if speaker.plural:
            self._group = speaker
        hands = tuple(dict.fromkeys(_hands_of(chains, speaker.id)))
        relation = chains[0][-1].relation
        paragraph = words.paragraph_of[frame.attribution.sentence]
        days = days_in(words, frame)
        self._settings[id(speaker)] = Setting(hands, relation, paragraph, days, condition)


def _outermost_first(hands: Sequence[Hand]) -> list[Hand]:
    """Return hands in the order of the chain: who handed on the sentence before who heard the speaker.

    Of several behind each other the later one handed on the earlier.
    """
    return sorted(hands, key=_depth)


def _depth(hand: Hand) -> tuple[bool, int]:
    return not hand.outer, -hand.start


def _link(character: Character, span: Span, relation: str) -> Link:
    return Link(character.name, character.kind, character.id, span, relation)


def _hands_of(chains: tuple[Chain, ...], speaker: str = "") -> tuple[Chain, ...]:
    """Return the links between publisher and speaker, as they carry over to later sentences."""
    return tuple(
        tuple(
            replace(link, carried=True, span=None) for link in chain[1:] if link.voice_id != speaker or not speaker
        )
        for chain in chains
    )
