"""From the words of a source to the voice that speaks."""

from collections.abc import Sequence
from dataclasses import dataclass

from ostiary.documents.voices.characters import Appearance, Cast, Character
from ostiary.documents.voices.lexicon import PEOPLE, Noun, nouns, words_of
from ostiary.documents.voices.namings import capital, lower_at
from ostiary.documents.voices.nominals import refer_to_earlier
from ostiary.documents.voices.phrases import Phrase, possessed, read_phrase, wording_of
from ostiary.documents.voices.pronouns import PRONOUNS, Surroundings, refer_back
from ostiary.model.reports import Span, VoiceKind

_JOINS = frozenset(("and", ",", "or", "&"))
_MOST_WORDS_OF_NAME = 4
_LONGEST_APPOSITION = 10
_LONGEST_DESCRIPTION = 4


@dataclass(frozen=True, slots=True)
class Source:
    """Who a source is.

    Attributes:
        characters: Usually one; several where several are joined by *and*.
        spans: Where each is named.
        sure: False where the wording stands for somebody who cannot be told.
    """

    characters: tuple[Character, ...]
    spans: tuple[Span, ...]
    sure: bool = True


def resolve_source(cast: Cast, part: range, around: Surroundings) -> Source:
    """Return who speaks, and note that they do.

    A name counts before a description; *he* and *the minister* lead back to somebody only if nothing else could be
    meant, otherwise the wording itself is the name.

    Args:
        cast: Everyone known so far; the one who speaks is entered in it.
        part: The words of the source.
        around: What stands around it.
    """
    phrase = read_phrase(cast.words, _with_apposition(cast, part))
    joined = _joined(cast, phrase)
    if joined:
        return _heard(cast, joined)
    issuer = _issuer(cast, phrase)
    if issuer:
        return resolve_source(cast, issuer, around)
    found = _find(cast, phrase, around)
    if found is not None:
        return _heard(cast, [found])
    return _heard(cast, [_appear(phrase.wording, _by_wording(cast, phrase))], sure=not _pronoun(cast, phrase))


def _with_apposition(cast: Cast, part: range) -> range:
    """Return a source with the name that follows it between commas (``the cartel|, known as the Salt Brothers,``)."""
    words = cast.words
    if lower_at(words, part.stop) != ",":
        return part
    known_as = words.lower[part.stop + 1 : part.stop + 3] == ["known", "as"]
    limit = words.sentences[words.sentence_of[part.start]].stop
    for found in cast.within(range(part.stop, min(limit, part.stop + _LONGEST_APPOSITION))):
        named = found.character.kind == "person" and found.whole.start == part.stop + 1
        if (named or known_as) and lower_at(words, found.words.stop) == ",":
            return range(part.start, found.words.stop)
    return part


def _issuer(cast: Cast, phrase: Phrase) -> range | None:
    """Return who issued a document, if the phrase says so (``a statement from the ministry``)."""
    after = phrase.head + 1
    if phrase.noun is None or phrase.noun.sort != "document" or lower_at(cast.words, after) not in ("by", "from"):
        return None
    rest = range(after + 1, phrase.words.stop)
    if not rest or after >= phrase.wording.stop:
        return None
    inner = read_phrase(cast.words, rest)
    return rest if inner.noun and inner.noun.sort in PEOPLE | {"body"} else None


def _heard(cast: Cast, found: Sequence[Appearance], *, sure: bool = True) -> Source:
    for one in found:
        cast.hear(one.words, one.character)
    spans = tuple(cast.words.span(one.words) for one in found)
    return Source(tuple(one.character for one in found), spans, sure)


def describe(cast: Cast, part: range) -> Character:
    """Return whom a description without a name means, without noting that they speak.

    Args:
        cast: Everyone known so far.
        part: The description (``the newspaper``, ``state television``).
    """
    phrase = read_phrase(cast.words, part)
    return refer_to_earlier(cast, phrase) or _by_wording(cast, phrase)


def _appear(part: range, character: Character) -> Appearance:
    return Appearance(part, character, part)


def _pronoun(cast: Cast, phrase: Phrase) -> bool:
    return len(phrase.wording) == 1 and cast.words.lower[phrase.head] in PRONOUNS


def _find(cast: Cast, phrase: Phrase, around: Surroundings) -> Appearance | None:
    if _pronoun(cast, phrase):
        character = refer_back(cast, cast.words.lower[phrase.head], around) or _before_relative(cast, phrase)
        return _appear(phrase.wording, character) if character else None
    named = _named(cast, phrase)
    if named:
        return named
    earlier = refer_to_earlier(cast, phrase)
    return _appear(phrase.wording, earlier) if earlier else None


def _before_relative(cast: Cast, phrase: Phrase) -> Character | None:
    """Return whom a relative clause describes that follows a description (``a guard who``)."""
    words = cast.words
    if words.lower[phrase.head] not in ("who", "which", "that"):
        return None
    last = phrase.head - 1 - (lower_at(words, phrase.head - 1) == ",")
    if last < 0 or words.lower[last] not in nouns():
        return None
    start = last
    while start > 0 and last - start < _LONGEST_DESCRIPTION and _describes(words.lower[start - 1]):
        start -= 1
        if words.lower[start] in words_of("articles"):
            break
    return describe(cast, range(start, last + 1))


def _describes(word: str) -> bool:
    return word.isalpha() and word not in words_of("complements") and (
        word in words_of("articles") or word in words_of("modifiers") or word in nouns() or word not in words_of("not_names")
    )


def _named(cast: Cast, phrase: Phrase) -> Appearance | None:
    """Return the name that a phrase has as its head, or in apposition to a noun for a person."""
    names = cast.within(phrase.words)
    for one in names:
        if phrase.head in one.words and not (phrase.noun and one.character.kind == "unknown"):
            return _explained(cast, one, phrase)
    finders = (_apposed, _given_as, _behind_document)
    return next((found for finder in finders if (found := finder(cast, names, phrase))), None)


def _explained(cast: Cast, found: Appearance, phrase: Phrase) -> Appearance:
    """Return a name with its kind: a name that nothing explains is a person's if it is built like one."""
    if found.character.kind == "unknown":
        found.character.kind = "person" if _like_person(cast, found.words, phrase) else "agency"
    if found.character.kind == "agency" and not found.character.known:
        _take_place(cast, found, phrase)
    return found


def _take_place(cast: Cast, found: Appearance, phrase: Phrase) -> None:
    """Lengthen the name of a body that is told from others by its place (``the Foreign Ministry in Valmera``)."""
    after = found.words.stop
    rest = range(after, phrase.wording.stop)
    if lower_at(cast.words, after) in ("in", "of") and len(rest) > 1 and all(capital(cast.words, one) for one in rest[1:]):
        found.character.name = wording_of(cast.words, range(found.whole.start, rest.stop)).removeprefix("the ")


def _like_person(cast: Cast, name: range, phrase: Phrase) -> bool:
    forms = [form for form in cast.words.forms[name.start : name.stop] if form != "."]
    if phrase.article or any(form.isupper() and len(form) > 1 for form in forms):
        return False
    organised = any(form in words_of("body_words") or form in words_of("outlet_words") for form in forms)
    return not organised and len(forms) <= _MOST_WORDS_OF_NAME


def _apposed(cast: Cast, names: Sequence[Appearance], phrase: Phrase) -> Appearance | None:
    """Return the name that says who a person with an office is (``the head of the port, Jan Kos,``)."""
    if phrase.noun and (phrase.noun.sort not in PEOPLE or phrase.noun.plural):
        return _known_as(cast, names, phrase)
    for found in names:
        before = lower_at(cast.words, found.whole.start - 1)
        beside = before in (",", "—", "–", "(") or found.whole.start <= phrase.head
        if found.character.kind in ("person", "unknown") and found.words.start > phrase.head and beside:
            return _explained(cast, found, read_phrase(cast.words, found.words))
    return None


def _known_as(cast: Cast, names: Sequence[Appearance], phrase: Phrase) -> Appearance | None:
    """Return the name that a description goes by (``the cartel, known as the Salt Brothers,``)."""
    for found in names:
        start = found.whole.start - (lower_at(cast.words, found.whole.start - 1) == "the")
        if lower_at(cast.words, start - 1) == "as" and lower_at(cast.words, start - 2) == "known":
            return _explained(cast, found, phrase)
    return None


def _given_as(cast: Cast, names: Sequence[Appearance], phrase: Phrase) -> Appearance | None:
    """Return the name that somebody gave for themselves (``a shopkeeper who gave her name only as Delphine``)."""
    for found in names:
        before = cast.words.lower[phrase.wording.stop : found.words.start]
        if before[-1:] == ["as"] and ("name" in before or "identified" in before) and "who" in before:
            found.character.kind = "person"
            return found
    return None


def _behind_document(cast: Cast, names: Sequence[Appearance], phrase: Phrase) -> Appearance | None:
    """Return whose report or statement a document is (``a report by the World Bank``, ``a Reuters report``)."""
    noun = phrase.noun
    outlet_noun = cast.words.lower[phrase.head] in words_of("outlet_nouns")
    if not outlet_noun and (noun is None or noun.sort not in ("document", "reporter", "medium")):
        return None
    speaking = [found for found in names if found.character.kind in ("outlet", "agency", "person")]
    for found in speaking:
        before = lower_at(cast.words, found.whole.start - 1)
        modifies = found.words.stop <= phrase.head and found.words.start <= phrase.wording.start + 1
        outlet = found.character.kind == "outlet"
        issued = before in ("by", "from") or (outlet and before in ("in", "of", "on"))
        if found.words.start < phrase.wording.stop and (issued or (modifies and (outlet or (noun is not None and noun.sort == "document")))):
            return found
    return None


def _joined(cast: Cast, phrase: Phrase) -> list[Appearance]:
    """Return the names that are joined to one source (``The New York Times and Fox News``); none if it is one."""
    names = [found for found in cast.within(phrase.words) if found.character.kind in ("outlet", "person")]
    if len(names) <= 1:
        return []
    reported = phrase.noun is not None and phrase.noun.sort == "document"
    if names[0].words.start > phrase.wording.start + 1 and not reported:
        return []
    chosen = [names[0]]
    for found in names[1:]:
        between = _without_brackets(cast.words.lower[chosen[-1].words.stop : found.words.start])
        if between and set(between) <= _JOINS | {"the", "from", "by", "both"} and found.character.kind == chosen[0].character.kind:
            if chosen[0].character.kind == "person" and "and" not in between:
                continue
            chosen.append(found)
    distinct = {id(found.character) for found in chosen}
    return chosen if len(distinct) > 1 else []


def _without_brackets(between: Sequence[str]) -> list[str]:
    """Return words without what stands in brackets (``Paul (Ky.) and``)."""
    if "(" not in between or ")" not in between:
        return list(between)
    first, last = between.index("("), len(between) - 1 - list(reversed(between)).index(")")
    return [*between[:first], *between[last + 1 :]]


def _by_wording(cast: Cast, phrase: Phrase) -> Character:
    """Return a character that is known by its wording only; the same wording with *the* or none means the same."""
    name = wording_of(cast.words, phrase.wording)
    if not phrase.indefinite:
        heard = cast.worded(name)
        if heard:
            return heard
    kind, anonymous = _kind_by_noun(cast, phrase)
    noun = phrase.noun
    character = Character(name, kind, anonymous=anonymous, named=False)
    character.plural = bool(noun and noun.plural) or phrase.article in ("two", "three", "several", "many", "few", "some")
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
    if word in ("others", "some", "many", "several", "both", "those"):
        return "group", True
    if capital(cast.words, phrase.head):
        return "person" if _like_person(cast, phrase.wording, phrase) else "agency", False
    return "unknown", False
