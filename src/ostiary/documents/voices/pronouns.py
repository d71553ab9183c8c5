"""Whom *he*, *she*, *it*, *they* and *who* mean; where two people compete and nothing decides, nobody."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ostiary.documents.voices.characters import Appearance, Cast, Character
from ostiary.documents.voices.lexicon import Gender, words_of
from ostiary.documents.voices.namings import lower_at
from ostiary.model.reports import VoiceKind

_GENDERS: dict[str, Gender] = {"he": "m", "she": "f", "him": "m", "his": "m", "her": "f"}
_RELATIVE = frozenset(("who", "which", "that"))
_THINGS: frozenset[VoiceKind] = frozenset(("agency", "outlet", "document"))
_CROWDS: frozenset[VoiceKind] = frozenset(("agency", "group", "outlet"))
#: Who asks is seldom who answers.
_ASKING = frozenset(("reporter", "journalist", "interviewer", "moderator", "host"))
_ADDRESSING = frozenset(("asked", "asks", "told", "tells", "pressed", "questioned", "challenged", "reminded"))
_SENTENCES_BACK = 3
_REACH_OF_RELATIVE = 2
_MOST_NAMES = 60
#: So many words at most stand before the name that opens a sentence.
_OPENING = 3
_REACH_OF_POSSESSIVE = 30
#: Of a speech over more paragraphs a pronoun does not look back past its beginning.
_LONGEST_SPEECH = 5
_LONGEST_NAME = 24

_AS_SUBJECT = {"his": "he", "him": "he", "her": "she", "its": "it", "their": "they", "them": "they"}
PRONOUNS = frozenset((*_AS_SUBJECT, "he", "she", "it", "they", "who", "which", "that", "i", "we", "you"))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a source.

    Attributes:
        at: Number of its first word.
        container: Words of the smallest content that holds it, or None.
        speaker: Who says that content, if known.
        contents: The contents near it that it does not stand in, as words: in order, none overlapping.
        own: What it says itself.
    """

    at: int
    container: range | None = None
    speaker: Character | None = None
    contents: Sequence[range] = ()
    own: Sequence[range] = ()

    def within_other_content(self, appearance: Appearance) -> bool:
        """Return whether a name is only spoken about: it stands in a content that the source does not stand in."""
        return _said(self, appearance.words.start)


def _start(content: range) -> int:
    return content.start


def merge_contents(contents: Iterable[range], at: int) -> list[range]:
    """Return contents in order with those joined that overlap, without those that hold a word.

    Args:
        contents: As words.
        at: Number of the word.
    """
    merged: list[range] = []
    for content in sorted((one for one in contents if at not in one), key=_start):
        if merged and content.start < merged[-1].stop:
            merged[-1] = range(merged[-1].start, max(merged[-1].stop, content.stop))
        else:
            merged.append(content)
    return merged


def refer_back(cast: Cast, pronoun: str, around: Surroundings) -> Character | None:
    """Return whom a pronoun means, or None if that cannot be told.

    Args:
        cast: Everyone known so far.
        pronoun: In lower case.
        around: Where it stands.
    """
    pronoun = _AS_SUBJECT.get(pronoun, pronoun)
    if pronoun in _RELATIVE:
        return _antecedent(cast, around, person=pronoun == "who")
    if pronoun in ("i", "we"):
        return around.speaker
    if pronoun == "it":
        return _acting_here(cast, around) or _most_recent(cast, around, lambda one: one.kind in _THINGS)
    if pronoun == "they":
        return _last_speaker(cast, around, lambda one: one.plural or one.kind in _CROWDS or one.kind == "unnamed")
    if pronoun == "you":
        return None
    return _person(cast, _GENDERS.get(pronoun, ""), around)


def _antecedent(cast: Cast, around: Surroundings, *, person: bool) -> Character | None:
    """Return whom a relative clause speaks of: the name that ends just before it; ``who`` makes it a person's."""
    best = None
    for found in _names_in(cast, cast.words.sentence_of[around.at], around, hidden=True):
        if found.character.kind == "unknown" and len(found.words) == 1 and not person:
            continue
        gap = min(around.at - found.words.stop, abs(around.at - found.whole.stop))
        if found.words.stop <= around.at and 0 <= gap < _REACH_OF_RELATIVE:
            best = found.character
    if best and person and best.kind == "unknown":
        best.kind = "person"
    return best


def _acting_here(cast: Cast, around: Surroundings) -> Character | None:
    """Return the body or country that opens the sentence of *it* (``The bank listed what it called fronts``)."""
    sentence = cast.words.sentences[cast.words.sentence_of[around.at]]
    names = cast.starting_in(range(sentence.start, min(sentence.start + _OPENING, around.at)))
    first = names[0] if names else None
    if first is None or first.character.kind not in _THINGS | {"unknown"} or around.container is not None:
        return None
    if around.within_other_content(first) or not _subject(cast, first):
        return None
    if first.character.kind == "unknown":
        first.character.kind = "agency"
    return first.character


def _most_recent(cast: Cast, around: Surroundings, fits: Callable[[Character], bool]) -> Character | None:
    last = _last_speaker(cast, around, fits)
    if last:
        return last
    for sentence in _sentences_back(cast, around.at):
        names = [found for found in _names_in(cast, sentence, around) if fits(found.character)]
        subjects = [found for found in names if _subject(cast, found)]
        if subjects or names:
            return (subjects or names)[0].character
    return None


def _person(cast: Cast, gender: Gender, around: Surroundings) -> Character | None:
    def fits(one: Character) -> bool:
        return not one.plural and one.kind in ("person", "unnamed") and (not gender or one.gender in ("", gender))

    found = _choose_person(cast, around, fits) or _spoken_about(cast, around, gender)
    if found and gender and not found.gender:
        found.gender = gender
    return found


def _spoken_about(cast: Cast, around: Surroundings, gender: Gender) -> Character | None:
    """Return the one person of that sex who is spoken about earlier in the sentence, for want of others."""
    names = [
        found
        for found in _names_in(cast, cast.words.sentence_of[around.at], around, hidden=True)
        if gender and found.character.kind == "person" and found.character.gender == gender
    ]
    return _only([found for found in names if not any(found.words.start in content for content in around.own)])


def _choose_person(cast: Cast, around: Surroundings, fits: Callable[[Character], bool]) -> Character | None:
    here = [found for found in _names_in(cast, cast.words.sentence_of[around.at], around) if fits(found.character)]
    if around.container is not None:
        inside = [found for found in here if found.words.start in around.container]
        if inside:
            return _only(inside) or _only_subject(cast, inside)
        if around.speaker and fits(around.speaker):
            return around.speaker
    subjects = [found for found in here if _subject(cast, found)]
    if subjects:
        return _only(subjects)
    last = _last_speaker(cast, around, fits)
    only = _only(here)
    if only and only.gender and last and not last.gender:
        return only
    if last or here:
        return last or only
    return _of_own_words(cast, around, fits) or _from_sentences_before(cast, around, fits)


def _of_own_words(cast: Cast, around: Surroundings, fits: Callable[[Character], bool]) -> Character | None:
    """Return who opens what is said, where nobody spoke before (``The guard Jan Kos ran, he told the court``)."""
    for content in around.own:
        for found in cast.starting_in(range(content.start, min(content.start + _OPENING, content.stop))):
            if content.stop <= around.at and fits(found.character) and _subject(cast, found):
                return found.character
    return None


def _from_sentences_before(
    cast: Cast, around: Surroundings, fits: Callable[[Character], bool]
) -> Character | None:
    for sentence in _sentences_back(cast, around.at):
        names = [found for found in _names_in(cast, sentence, around) if fits(found.character)]
        if names:
            return _only(names) or _only_subject(cast, names)
    return None


def _last_speaker(cast: Cast, around: Surroundings, fits: Callable[[Character], bool]) -> Character | None:
    """Return who spoke last, in this paragraph or the one before, if no other subject came since."""
    hidden = _hidden(around)
    before = [
        heard for heard in cast.lately_heard() if heard.words.start < around.at and heard.words.start not in hidden
    ]
    if not before:
        return None
    last = max((heard for heard in before if not heard.nested), default=before[-1], key=_place)
    if _paragraphs_between(cast, last, around) > 1:
        return None
    fitting = (
        last
        if _holds(cast, last, around) and fits(last.character) and not _of_other_sex(cast, last, around)
        else _one_addressed(cast, last, around, fits) or _earlier(cast, before, last, fits)
    )
    if fitting is None:
        return None
    newer = [
        found.character
        for found in cast.starting_in(range(fitting.words.stop, around.at))[-_MOST_NAMES:]
        if fits(found.character) and not around.within_other_content(found) and _opens_clause(cast, found)
    ]
    if not newer:
        return fitting.character
    return newer[-1] if len(set(map(id, newer))) == 1 else None


def _paragraphs_between(cast: Cast, heard: Appearance, around: Surroundings) -> int:
    """Return how many paragraphs on a pronoun stands, without those that are what was said."""
    distance = _paragraph(cast, around.at) - _paragraph(cast, heard.words.start)
    if not 1 < distance <= _LONGEST_SPEECH:
        return distance
    first, last = (cast.words.sentence_of[number] for number in (heard.words.start, around.at))
    between = [
        number for number in range(first + 1, last) if not _said(around, cast.words.sentences[number].start)
    ]
    places = {cast.words.paragraph_of[number] for number in between}
    return 1 + len(places - {_paragraph(cast, heard.words.start), _paragraph(cast, around.at)})


def _said(around: Surroundings, number: int) -> bool:
    place = bisect_right(around.contents, number, key=_start) - 1
    return place >= 0 and number in around.contents[place]


def _holds(cast: Cast, heard: Appearance, around: Surroundings) -> bool:
    """Return whether a pronoun may still mean a speaker: one without a name is soon forgotten."""
    if heard.character.named:
        return True
    if heard.character.nouns & _ASKING:
        return False
    return (
        cast.words.sentence_of[around.at] - cast.words.sentence_of[heard.words.start] <= 1
        or heard.character.kind != "unnamed"
    )


def _of_other_sex(cast: Cast, heard: Appearance, around: Surroundings) -> bool:
    """Return whether *his* or *her* between a description and a pronoun of the other sex parts the two."""
    gender = _GENDERS.get(cast.words.lower[around.at], "")
    if heard.character.gender or not gender:
        return False
    between = cast.words.lower[heard.words.stop : around.at][:_REACH_OF_POSSESSIVE]
    return next((_GENDERS[word] != gender for word in between if word in _GENDERS), False)


def _one_addressed(
    cast: Cast, last: Appearance, around: Surroundings, fits: Callable[[Character], bool]
) -> Appearance | None:
    """Return who was asked or told something by a speaker whom a pronoun cannot mean."""
    sentence = cast.words.sentences[cast.words.sentence_of[last.words.start]]
    named = cast.starting_in(range(last.words.stop, min(sentence.stop, around.at)))[:_MOST_NAMES]
    told = (
        one
        for one in named
        if lower_at(cast.words, one.whole.start - 1) in _ADDRESSING and not around.within_other_content(one)
    )
    return next((one for one in told if fits(one.character) or _named_in_full(one)), None)


def _named_in_full(found: Appearance) -> bool:
    """Return whether a name that nothing explains is a person's, since it is addressed; it is one from now on."""
    full = found.character.kind == "unknown" and len(found.words) > 1
    if full:
        found.character.kind = "person"
    return full


def _earlier(
    cast: Cast, before: Sequence[Appearance], last: Appearance, fits: Callable[[Character], bool]
) -> Appearance | None:
    """Return an earlier speaker of the same or the previous sentence who fits."""
    sentence = cast.words.sentence_of[last.words.start]
    near = [
        heard
        for heard in before
        if sentence - cast.words.sentence_of[heard.words.start] <= 1 and fits(heard.character)
    ]
    return max(near, key=_place) if near else None


def _place(heard: Appearance) -> int:
    return heard.words.start


def _hidden(around: Surroundings) -> range:
    return around.container if around.container is not None else range(0)


def _names_in(cast: Cast, sentence: int, around: Surroundings, *, hidden: bool = False) -> list[Appearance]:
    """Return the names of a sentence before a source, without those that are only spoken about."""
    part = cast.words.sentences[sentence]
    names = cast.starting_in(range(part.start, min(part.stop, around.at)))[-_MOST_NAMES:]
    return [found for found in names if hidden or not around.within_other_content(found)]


def _sentences_back(cast: Cast, at: int) -> range:
    sentence = cast.words.sentence_of[at]
    return range(sentence - 1, max(-1, sentence - 1 - _SENTENCES_BACK), -1)


def _only(names: Sequence[Appearance]) -> Character | None:
    """Return the one character that all of some names mean, or None if they are several."""
    return names[0].character if names and len({id(found.character) for found in names}) == 1 else None


def _only_subject(cast: Cast, names: Sequence[Appearance]) -> Character | None:
    return _only([found for found in names if _subject(cast, found)])


def _subject(cast: Cast, found: Appearance) -> bool:
    """Return whether a name may be its clause's subject: nothing before it makes it an object or a possessor."""
    words = cast.words
    if lower_at(words, found.words.stop) == "'s":
        return False
    before = _before_article(cast, found)
    if lower_at(words, before) == "and":
        near = cast.starting_in(range(max(0, before - _LONGEST_NAME), before))
        return any(before in (other.words.stop, other.whole.stop) for other in near)
    same = before >= 0 and words.sentence_of[before] == words.sentence_of[found.words.start]
    return not same or words.lower[before] not in words_of("no_subject")


def _before_article(cast: Cast, found: Appearance) -> int:
    """Return the number of the word before a name and its article; -1 at the start."""
    before = found.whole.start - 1
    while before >= 0 and cast.words.lower[before] in ("the", "a", "an"):
        before -= 1
    return before


def _opens_clause(cast: Cast, found: Appearance) -> bool:
    """Return whether a name begins a clause: nothing stands before it, or a mark, a day, or a word that joins."""
    words = cast.words
    before = _before_article(cast, found)
    if before < 0 or words.sentence_of[before] != words.sentence_of[found.words.start]:
        return _subject(cast, found)
    joins = not words.lower[before].isalpha() or words.lower[before] in words_of("not_names")
    return joins and _subject(cast, found)


def _paragraph(cast: Cast, at: int) -> int:
    return cast.words.paragraph_of[cast.words.sentence_of[at]]
