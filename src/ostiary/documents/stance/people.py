"""Who a noun phrase means: a designated party, a class of bands, somebody who is on no list, or none of these."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ostiary.documents.attribution.lexicon import cue_forms
from ostiary.documents.attribution.tagging import Part
from ostiary.documents.stance.allegations import Scene
from ostiary.documents.stance.grammar import DAYS
from ostiary.documents.stance.personal_names import find_surnames, is_person_name, name_words
from ostiary.documents.stance.phrases import load_phrases, stance_words
from ostiary.model.reports import Mention, Span, Voice

AccusedKind = Literal["party", "possible", "class", "unlisted", "other", "nobody"]

_AGENT = frozenset(("agent",))
_BAND = frozenset(("band",))
_NAMING = frozenset(("name", "alias", "partial name", "acronym"))
_PERSONAL = frozenset(("he", "she", "him", "her", "his", "hers", "who", "whose", "whom", "himself", "herself"))
_OTHER_PRONOUNS = frozenset(("they", "them", "their", "theirs", "it", "its", "which", "themselves", "itself"))
_SEVERAL = frozenset(("they", "them", "their", "theirs", "themselves"))
_CUTTING = frozenset((Part.PREPOSITION, Part.TO, Part.RELATIVE, Part.THAT, Part.VERB, Part.AUXILIARY, Part.ING))
_SPLITTING = frozenset((Part.COMMA, Part.COORDINATOR, Part.OPEN, Part.CLOSE))
_SENTENCES_BACK = 2
_WORDS_BACK = 150
_FEW_WORDS_BACK = 6


@dataclass(frozen=True, slots=True)
class Accused:
    """Who is accused.

    Attributes:
        kind: ``possible`` is a name that may be a designated party's or somebody else's; ``unlisted`` a person or
            firm that is named and on no list; ``other`` somebody without a name (*her supervisor*), or a public
            body; ``nobody`` none of these.
        name: As the text has it.
        parties: Ids of the parties, where these are meant.
    """

    kind: AccusedKind
    name: str
    parties: tuple[str, ...] = ()


NOBODY_ACCUSED = Accused("nobody", "")


@cache
def _group_words() -> frozenset[str]:
    return name_words("firm") | name_words("body") | name_words("band")


@cache
def _leaders() -> frozenset[str]:
    table = load_phrases("leading.csv", "noun")
    return frozenset(table.beginning)


@dataclass(frozen=True, slots=True)
class People:
    """Everyone whom a report names, by the numbers of the words.

    Attributes:
        scene: The report's words.
        mentions_at: The mentions of designated parties that hold a word; several where it may mean several.
        voice_at: The voice that holds a word.
        surnames: Last words of full names of persons in the text that are no party's.
        full_names: The fullest name in the text of each party.
    """

    scene: Scene
    mentions_at: Mapping[int, Sequence[Mention]]
    voice_at: Mapping[int, Voice]
    surnames: frozenset[str]
    full_names: Mapping[str, str]

    def resolve(self, phrase: range, *, apart: Sequence[Span] = ()) -> Accused:
        """Return who a noun phrase means.

        Args:
            phrase: Numbers of its words.
            apart: Where the accuser stands; a pronoun never means him.
        """
        if not phrase:
            return NOBODY_ACCUSED
        found = [self._read_segment(part, apart) for part in self._own_segments(phrase)]
        parties = [one for one in found if one.kind == "party"]
        if parties:
            names = " and ".join(dict.fromkeys(one.name for one in parties))
            return Accused("party", names, tuple(dict.fromkeys(party for one in parties for party in one.parties)))
        for kind in ("possible", "unlisted", "class"):
            chosen = next((one for one in found if one.kind == kind), None)
            if chosen is not None:
                return chosen
        return NOBODY_ACCUSED

    def describe(self, phrase: range) -> Accused:
        """Return who a noun phrase means where it names nobody: its own words, up to its head."""
        parts = self.scene.grammar.parts
        cut = next((at for at in phrase if at > phrase.start and parts[at] in _CUTTING | _SPLITTING), phrase.stop)
        named = any(parts[at] in (Part.NOUN, Part.NAME) for at in range(phrase.start, cut))
        doing = bool(phrase) and parts[phrase.start] is Part.ING
        called = self.scene.wrongs_between(phrase.start, cut, _AGENT)
        if called or self.scene.grammar.lower(phrase.start) in stance_words("anyone"):
            return NOBODY_ACCUSED
        return Accused("other", self._text(range(phrase.start, cut))) if named and not doing else NOBODY_ACCUSED

    def name_of(self, phrase: range) -> str:
        """Return the name of who a noun phrase means: a voice's name, else the words without their article."""
        voice = next((self.voice_at[at] for at in phrase if at in self.voice_at), None)
        if voice is not None:
            return voice.name
        parts = self.scene.grammar.parts
        start = phrase.start + 1 if len(phrase) > 1 and parts[phrase.start] is Part.DETERMINER else phrase.start
        return self._text(range(start, self._before_time(start, phrase.stop)))

    def _before_time(self, start: int, stop: int) -> int:
        """Return the number after the last word of a name that is none of a time (*last year*, *Tuesday*)."""
        lower = self.scene.grammar.lower
        while stop - 1 > start and (lower(stop - 1) in DAYS or lower(stop - 1) in stance_words("latter")):
            stop -= 1
        return stop - 1 if stop - 1 > start and self.scene.grammar.part(stop - 1) is Part.PREPOSITION else stop

    def _text(self, phrase: range) -> str:
        words = self.scene.grammar.words
        span = words.span(phrase)
        return " ".join(words.text[span.start : span.end].split())

    def _own_segments(self, phrase: range) -> Iterator[range]:
        """Yield the segments, without what *and* joins to a complement: not B in *the deaths of A and B*."""
        parts = self.scene.grammar.parts
        before = range(0)
        for segment in self._segments(phrase):
            joined = before and parts[segment.start - 1] is Part.COORDINATOR
            complement = any(parts[at] is Part.PREPOSITION and at not in self.mentions_at for at in before)
            if not (joined and complement):
                yield segment
            before = segment

    def _segments(self, phrase: range) -> Iterator[range]:
        start = phrase.start
        for at in phrase:
            if self.scene.grammar.parts[at] in _SPLITTING:
                if start < at:
                    yield range(start, at)
                start = at + 1
        if start < phrase.stop:
            yield range(start, phrase.stop)

    def _read_segment(self, segment: range, apart: Sequence[Span]) -> Accused:
        parts = self.scene.grammar.parts
        cut = next((at for at in segment if parts[at] in _CUTTING and at not in self.mentions_at), segment.stop)
        head = cut - 1
        if head < segment.start:
            return NOBODY_ACCUSED
        if parts[head] is Part.GENITIVE and head > segment.start:
            head -= 1
        core = range(segment.start, head + 1)
        lower = self.scene.grammar.lower(head)
        if lower in stance_words("property"):
            return self._owner(segment, head, apart)
        if head in self.mentions_at:
            return self._party(self.mentions_at[head])
        if lower in _PERSONAL or lower in _OTHER_PRONOUNS:
            return self._antecedent(head, apart, personal=lower in _PERSONAL)
        if lower in _leaders() and self.scene.names_party(segment):
            return Accused("class", self._text(segment))
        return self._read_core(core, segment)

    def _owner(self, segment: range, head: int, apart: Sequence[Span]) -> Accused:
        """Return whose licence, account or goods are meant: those of X, or X's."""
        if self.scene.grammar.lower(head + 1) == "of" and head + 1 in segment:
            return self._read_segment(range(head + 2, segment.stop), apart)
        owner = next((at for at in reversed(range(segment.start, head)) if self._owns(at)), None)
        return NOBODY_ACCUSED if owner is None else self._read_segment(range(segment.start, owner), apart)

    def _owns(self, at: int) -> bool:
        return self.scene.grammar.parts[at] is Part.GENITIVE

    def _read_core(self, core: range, segment: range) -> Accused:
        bands = self.scene.wrongs_between(core.start, core.stop, _BAND)
        if bands and bands[-1].words.stop == core.stop:
            last = next((at for at in reversed(core) if at in self.mentions_at), None)
            if last is not None:
                return self._party(self.mentions_at[last])
            if bands[-1].row["sure"] == "yes" or self.scene.grammar.lower(core.start) in ("these", "those"):
                return Accused("class", self._text(segment))
        named = self._named(core)
        return Accused("unlisted", self._text(named)) if named else NOBODY_ACCUSED

    def _party(self, mentions: Sequence[Mention]) -> Accused:
        """Return the party that is mentioned; only *possible* where a name is not surely this party's."""
        first = mentions[0]
        text = self._text(self.scene.grammar.words.within(first.span))
        if first.kind in _NAMING:
            several = len({mention.party_id for mention in mentions}) > 1
            if several or not first.sure:
                return Accused("possible", text)
            return Accused("party", text, (first.party_id,))
        names = {mention.party_id: self.full_names.get(mention.party_id, text) for mention in mentions}
        return Accused("party", " and ".join(dict.fromkeys(names.values())), tuple(names))

    def _named(self, core: range) -> range:
        """Return the name of a person or firm in a phrase that ends with it; empty if it ends with none."""
        grammar = self.scene.grammar
        stop = core.stop
        start = stop
        while start > core.start and grammar.parts[start - 1] is Part.NAME:
            start -= 1
        run = range(start, stop)
        if not run:
            return run
        lower = [grammar.lower(at) for at in run]
        voice = next((self.voice_at[at] for at in run if at in self.voice_at), None)
        if voice is not None and voice.kind in ("person", "outlet", "agency", "document"):
            return run if voice.kind == "person" else range(0)
        if not name_words("firm").isdisjoint(lower[1:]):
            return run
        return run if is_person_name(lower) or lower[-1] in self.surnames else range(0)

    def _antecedent(self, at: int, apart: Sequence[Span], *, personal: bool) -> Accused:
        """Return whom a pronoun means that nobody resolved: the nearest name before it that it can mean."""
        words, parts = self.scene.grammar.words, self.scene.grammar.parts
        back = words.sentence_of[at] - (_SENTENCES_BACK if personal else 0)
        first = max(words.sentences[max(0, back)].start, at - (_WORDS_BACK if personal else _FEW_WORDS_BACK))
        for number in range(at - 1, first - 1, -1):
            if any(words.span(range(number, number + 1)).overlaps(other) for other in apart):
                continue
            mentions = [mention for mention in self.mentions_at.get(number, ()) if mention.kind in _NAMING]
            if mentions and not (personal and self._is_group(mentions[0])):
                several = words.lower[at] in _SEVERAL
                return self._joined_parties(number) if several else self._party(mentions)
            if personal and not mentions and self._names_person(number, at):
                return Accused("unlisted", words.forms[number])
            if not personal and parts[number] in (Part.NOUN, Part.NAME, Part.VERB):
                return NOBODY_ACCUSED
        return NOBODY_ACCUSED

    def _joined_parties(self, last: int) -> Accused:
        """Return all parties that stand joined up to a word, whom a plural means: never one of them alone.

        They are only *possible* where one of them is.
        """
        first = self.scene.grammar.words.sentences[self.scene.grammar.words.sentence_of[last]].start
        found: dict[str, Accused] = {}
        for at in range(last, first - 1, -1):
            if mentions := self.mentions_at.get(at, ()):
                found.setdefault(mentions[0].party_id, self._party(mentions))
            elif self.scene.grammar.parts[at] not in _SPLITTING:
                break
        parties = dict(reversed(found.items()))
        if len(parties) == 1:
            return self._party(self.mentions_at[last])
        names = " and ".join(self.full_names.get(party, one.name) for party, one in parties.items())
        if any(one.kind != "party" for one in parties.values()):
            return Accused("possible", names)
        return Accused("party", names, tuple(parties))

    def _speaks(self, name: int, pronoun: int) -> bool:
        """Return whether a name before a pronoun of its sentence is who says it: *Ada Brun said he ...*."""
        words = self.scene.grammar.words
        if words.sentence_of[name] != words.sentence_of[pronoun]:
            return False
        after = range(name + 1, min(name + 1 + _FEW_WORDS_BACK, pronoun))
        verb = next((at for at in after if self.scene.grammar.parts[at] is Part.VERB), None)
        return verb is not None and words.lower[verb] in cue_forms()

    def _is_group(self, mention: Mention) -> bool:
        words = self.scene.grammar.words
        within = words.within(mention.span)
        if mention.kind == "acronym" or self.scene.wrongs_between(within.start, within.stop, _BAND):
            return True
        return any(words.lower[at] in _group_words() for at in within)

    def _names_person(self, number: int, pronoun: int) -> bool:
        """Return whether a word names a person whom a later pronoun can mean."""
        if self._speaks(number, pronoun):
            return False
        voice = self.voice_at.get(number)
        if voice is not None:
            return voice.kind == "person" and self.scene.grammar.parts[number] is Part.NAME
        is_name = self.scene.grammar.parts[number] is Part.NAME
        return is_name and self.scene.grammar.lower(number) in self.surnames


def read_people(scene: Scene, mentions: Sequence[Mention], voices: Sequence[Voice]) -> People:
    """Return everyone whom a report names."""
    words = scene.grammar.words
    mentions_at: dict[int, list[Mention]] = {}
    for mention in mentions:
        for at in words.within(mention.span):
            mentions_at.setdefault(at, []).append(mention)
    voice_at = {at: voice for voice in voices for span in voice.spans for at in words.within(span)}
    full_names: dict[str, str] = {}
    for mention in mentions:
        text = words.text[mention.span.start : mention.span.end]
        if mention.kind in _NAMING and len(text) > len(full_names.get(mention.party_id, "")):
            full_names[mention.party_id] = " ".join(text.split())
    return People(scene, mentions_at, voice_at, frozenset(find_surnames(scene.grammar, mentions_at)), full_names)
