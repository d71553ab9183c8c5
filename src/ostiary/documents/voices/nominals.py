"""Whom *the minister*, *the source*, *the newspaper* mean, where somebody before fits."""

from ostiary.documents.voices.characters import Appearance, Cast, Character
from ostiary.documents.voices.lexicon import nouns, words_of
from ostiary.documents.voices.phrases import Phrase
from ostiary.model.reports import VoiceKind

_PEOPLE: frozenset[VoiceKind] = frozenset(("person", "unnamed", "group"))
_SENTENCES_BACK = 12
_MOST_WORDS = 5
_OPEN = frozenset(("former", "senior", "top", "same", "late", "veteran", "longtime"))


def refer_to_earlier(cast: Cast, phrase: Phrase) -> Character | None:
    """Return who was named before and may be meant by a phrase with *the*; None if nobody or several may be.

    Args:
        cast: Everyone known so far.
        phrase: ``the minister``.
    """
    if not phrase.points_back or len(phrase.wording) > _MOST_WORDS:
        return None
    sentence = cast.words.sentence_of[phrase.words.start]
    first = cast.words.sentences[max(0, sentence - _SENTENCES_BACK)].start
    reach = range(first, phrase.words.start)
    earlier = (*cast.within(reach), *(heard for heard in cast.lately_heard() if heard.words.start in reach))
    fitting = [found for found in earlier if _fits(cast, found.character, phrase)]
    if not fitting:
        return None
    last = max(fitting, key=_end)
    rivals = {id(found.character) for found in fitting if _same_sentence(cast, found, last)}
    spoken = [found for found in fitting if found.spoken and _same_sentence(cast, found, last)]
    if len(rivals) > 1:
        return spoken[-1].character if len({id(found.character) for found in spoken}) == 1 else None
    return last.character


def _end(found: Appearance) -> tuple[int, bool]:
    return found.words.stop, found.spoken


def _same_sentence(cast: Cast, one: Appearance, other: Appearance) -> bool:
    return cast.words.sentence_of[one.words.start] == cast.words.sentence_of[other.words.start]


def _fits(cast: Cast, character: Character, phrase: Phrase) -> bool:
    word = cast.words.lower[phrase.head]
    noun = phrase.noun
    if word in words_of("outlet_nouns") and character.kind == "outlet":
        return word != "agency" or word in character.nouns
    if noun is None:
        return not character.named and word in character.nouns
    if noun.plural != character.plural and character.kind in _PEOPLE:
        return False
    if not _qualified(cast, character, phrase):
        return False
    return word in character.nouns or (noun.sort == "body" and _ends_so(character, word))


def _ends_so(character: Character, word: str) -> bool:
    return character.kind == "agency" and word in character.name.lower().split()


def _qualified(cast: Cast, character: Character, phrase: Phrase) -> bool:
    """Return whether the words between article and head (``the foreign minister``) are known of the character."""
    said = f"{character.office} {character.name}".lower().split()
    return all(
        word in said
        for word, form in zip(
            cast.words.lower[phrase.wording.start + 1 : phrase.head],
            cast.words.forms[phrase.wording.start + 1 : phrase.head],
            strict=True,
        )
        if word not in _OPEN and (form[0].isupper() or word in words_of("modifiers") or word in nouns())
    )
