"""Whom *the minister*, *the source*, *the newspaper* mean, where somebody before fits."""

from ostiary.documents.voices.characters import Appearance, Cast, Character
from ostiary.documents.voices.lexicon import noun_for, words_of
from ostiary.documents.voices.phrases import Phrase
from ostiary.documents.voices.pronouns import Surroundings
from ostiary.model.reports import VoiceKind

_PEOPLE: frozenset[VoiceKind] = frozenset(("person", "unnamed", "group"))
_SENTENCES_BACK = 12
_MOST_WORDS = 5
_REACH_OF_UNNAMED = 2
_OPEN = frozenset(("former", "senior", "top", "same", "late", "veteran", "longtime"))


def refer_to_earlier(cast: Cast, phrase: Phrase, around: Surroundings | None = None) -> Character | None:
    """Return who was named before and may be meant by a phrase with *the*; None if nobody or several may be.

    Args:
        cast: Everyone known so far.
        phrase: ``the minister``.
        around: What stands around it; who is only spoken about in what is said nearby is not meant.
    """
    if not phrase.points_back or len(phrase.wording) > _MOST_WORDS:
        return None
    sentence = cast.words.sentence_of[phrase.words.start]
    first = cast.words.sentences[max(0, sentence - _SENTENCES_BACK)].start
    reach = range(first, phrase.words.start)
    earlier = (*cast.within(reach), *(heard for heard in cast.lately_heard() if heard.words.start in reach))
    fitting = [
        found
        for found in earlier
        if _fits(cast, found.character, phrase) and not (around and around.within_other_content(found))
    ]
    if not fitting:
        return _unnamed_before(cast, phrase)
    last = max(fitting, key=_end)
    rivals = {id(found.character) for found in fitting if _same_sentence(cast, found, last)}
    spoken = [found for found in fitting if found.spoken and _same_sentence(cast, found, last)]
    if len(rivals) > 1:
        return spoken[-1].character if len({id(found.character) for found in spoken}) == 1 else None
    return last.character


def _unnamed_before(cast: Cast, phrase: Phrase) -> Character | None:
    """Return the one unnamed source of the last sentences, which *the source* or *the same person* then means."""
    noun = phrase.noun
    if noun is None or noun.sort != "insider" or noun.plural or not _bare(cast, phrase):
        return None
    sentence = cast.words.sentence_of[phrase.words.start]
    near = [
        heard.character
        for heard in cast.lately_heard()
        if 0 <= sentence - cast.words.sentence_of[heard.words.start] <= _REACH_OF_UNNAMED
        and heard.words.stop <= phrase.words.start
    ]
    unnamed = {id(one): one for one in near if one.kind == "unnamed" and not one.plural}
    return next(iter(unnamed.values())) if len(unnamed) == 1 else None


def _bare(cast: Cast, phrase: Phrase) -> bool:
    """Return whether nothing but *same* describes a noun."""
    between = cast.words.lower[phrase.wording.start + 1 : phrase.head]
    return set(between) <= {"same"} and phrase.head == phrase.wording.stop - 1


def _end(found: Appearance) -> tuple[int, bool]:
    return found.words.stop, found.spoken


def _same_sentence(cast: Cast, one: Appearance, other: Appearance) -> bool:
    return cast.words.sentence_of[one.words.start] == cast.words.sentence_of[other.words.start]


def _fits(cast: Cast, character: Character, phrase: Phrase) -> bool:
    word = cast.words.lower[phrase.head]
    noun = phrase.noun
    if word in words_of("outlet_nouns") and character.kind == "outlet":
        return _may_be_called(character, word)
    if noun is None:
        return not character.named and word in character.nouns
    if noun.plural != character.plural and character.kind in _PEOPLE:
        return False
    if not _qualified(cast, character, phrase) or (_former(cast, phrase) and not _was(character)):
        return False
    return word in character.nouns or (noun.sort == "body" and _ends_so(character, word))


def _may_be_called(outlet: Character, word: str) -> bool:
    """Return whether an outlet may be called so: of what is known of it nothing may speak against it."""
    if word == "agency" or word in outlet.nouns:
        return word in outlet.nouns
    media = [words_of(part) for part in ("print_nouns", "air_nouns", "wire_nouns")]
    known = [names for names in media if not names.isdisjoint(outlet.nouns)]
    return not known or any(word in names for names in known) or not any(word in names for names in media)


def _ends_so(character: Character, word: str) -> bool:
    return character.kind == "agency" and word in character.name.lower().split()


def _qualified(cast: Cast, character: Character, phrase: Phrase) -> bool:
    """Return whether the words around a head (``the foreign minister``, ``the head of the port``) are known."""
    said = f"{character.office} {character.name}".lower().split()
    small = words_of("articles") | words_of("complements")
    before = (number for number in range(phrase.wording.start + 1, phrase.head) if _tells(cast, number))
    behind = (
        number for number in range(phrase.head + 1, phrase.wording.stop) if cast.words.lower[number] not in small
    )
    return all(cast.words.lower[number] in said for part in (before, behind) for number in part)


def _was(character: Character) -> bool:
    """Return whether somebody is known to have left an office; without a name the wording itself says so."""
    return character.former or not character.named


def _former(cast: Cast, phrase: Phrase) -> bool:
    return "former" in cast.words.lower[phrase.wording.start : phrase.head]


def _tells(cast: Cast, number: int) -> bool:
    """Return whether a word of a description parts one from another."""
    word = cast.words.lower[number]
    if word in _OPEN:
        return False
    return cast.words.forms[number][0].isupper() or word in words_of("modifiers") or noun_for(word) is not None
