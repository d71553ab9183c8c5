"""Sources without a name: what they are by the noun that describes them, and whether that leaves them unnamed."""

from ostiary.documents.voices.characters import Cast, Character
from ostiary.documents.voices.lexicon import Noun, peoples, places, words_of
from ostiary.documents.voices.namings import capital, written
from ostiary.documents.voices.phrases import Phrase, possessed, wording_of
from ostiary.documents.voices.pronouns import PRONOUNS
from ostiary.model.reports import VoiceKind

_SEVERAL = frozenset(("two", "three", "several", "many", "few", "some", "others", "both", "those"))
_MOST_WORDS_OF_NAME = 4


def character_by_wording(cast: Cast, phrase: Phrase) -> Character:
    """Return a character that is known by its wording only; the same wording without *a* means the same one.

    Args:
        cast: Everyone known so far.
        phrase: The source.
    """
    name = wording_of(cast.words, phrase.wording)
    if not phrase.indefinite:
        heard = cast.worded(name)
        if heard:
            return heard
    kind, anonymous = _kind_by_noun(cast, phrase)
    noun = phrase.noun
    character = Character(name, kind, anonymous=anonymous, named=False)
    character.plural = bool(noun and noun.plural) or phrase.article in _SEVERAL
    character.gender = noun.gender if noun else ""
    character.nouns.add(cast.words.lower[phrase.head])
    return character


def _kind_by_noun(cast: Cast, phrase: Phrase) -> tuple[VoiceKind, bool]:
    """Return what a source without a name is, and whether that leaves it unnamed."""
    noun = phrase.noun
    if noun is None:
        return _kind_without_noun(cast, phrase)
    if noun.sort in ("spokes", "body"):
        crowd = noun.sort == "body" and noun.plural and (not phrase.article or phrase.indefinite)
        crowd = crowd and not possessed(cast.words, phrase)
        return ("group", True) if crowd else ("agency", False)
    if noun.sort == "document":
        return "document", False
    if noun.sort == "medium":
        return "group" if _collective(cast, phrase, noun) else "outlet", False
    return _kind_of_people(cast, phrase, noun)


def _collective(cast: Cast, phrase: Phrase, noun: Noun) -> bool:
    return noun.plural or cast.words.lower[phrase.head] in ("media", "press")


def _kind_of_people(cast: Cast, phrase: Phrase, noun: Noun) -> tuple[VoiceKind, bool]:
    if noun.plural:
        if noun.sort == "agent" and possessed(cast.words, phrase):
            return "group", False
        return ("unnamed" if noun.sort == "insider" else "group"), True
    if noun.sort == "office":
        return ("unnamed", True) if phrase.indefinite else ("person", False)
    if noun.sort in ("agent", "kin") and possessed(cast.words, phrase):
        return "person", False
    if noun.sort != "insider" and phrase.definite:
        return "person", False
    return "unnamed", True


def _kind_without_noun(cast: Cast, phrase: Phrase) -> tuple[VoiceKind, bool]:
    word = cast.words.lower[phrase.head]
    if word in PRONOUNS:
        return "unknown", False
    if word in _SEVERAL:
        return "group", True
    if _describes_person(cast, phrase):
        return "unnamed", True
    if capital(cast.words, phrase.head):
        kind = kind_of_name(cast, phrase.wording, phrase)
        return kind, kind == "group"
    return "unknown", False


def _describes_person(cast: Cast, phrase: Phrase) -> bool:
    """Return whether a noun that no table has stands for somebody: *a chambermaid*, *a cooper who*."""
    word = cast.words.lower[phrase.head]
    if not phrase.indefinite or not cast.words.forms[phrase.head][0].islower():
        return False
    described = not {"who", "whose"}.isdisjoint(cast.words.lower[phrase.wording.stop : phrase.words.stop])
    return described or word.endswith(tuple(words_of("person_endings")))


def kind_of_name(cast: Cast, name: range, phrase: Phrase) -> VoiceKind:
    """Return what a name is that nothing in the text explains.

    A country or its town stands for its government; its people are a group; a word that only opens a sentence is
    nobody; else the build of the name tells.

    Args:
        cast: Everyone known so far.
        name: The words of the name.
        phrase: The source that holds it.
    """
    wording = written(cast.words, name).removeprefix("the ")
    if wording in places() or wording.lower() in words_of("states"):
        return "agency"
    if wording in peoples() or (len(name) == 1 and wording.lower().endswith(tuple(words_of("people_endings")))):
        return "group"
    if len(name) == 1 and wording.lower() in words_of("not_names"):
        return "unknown"
    return "person" if like_person(cast, name, phrase) else "agency"


def like_person(cast: Cast, name: range, phrase: Phrase) -> bool:
    """Return whether a name that nothing explains is built as people's are.

    Args:
        cast: Everyone known so far.
        name: The words of the name.
        phrase: The source that holds it.
    """
    forms = [form for form in cast.words.forms[name.start : name.stop] if form != "."]
    if phrase.article or any(form.isupper() and len(form) > 1 for form in forms):
        return False
    organised = any(form in words_of("body_words") or form in words_of("outlet_words") for form in forms)
    return not organised and len(forms) <= _MOST_WORDS_OF_NAME
