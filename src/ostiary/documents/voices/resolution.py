"""From the words of a source to the voice that speaks."""

from collections.abc import Sequence
from dataclasses import dataclass

from ostiary.documents.voices.characters import Appearance, Cast, Character
from ostiary.documents.voices.labels import find_labelled
from ostiary.documents.voices.lexicon import PEOPLE, nouns, words_of
from ostiary.documents.voices.namings import lower_at
from ostiary.documents.voices.nominals import refer_to_earlier
from ostiary.documents.voices.phrases import Phrase, read_phrase
from ostiary.documents.voices.pronouns import PRONOUNS, Surroundings, refer_back
from ostiary.documents.voices.runs import opens_sentence
from ostiary.documents.voices.source_names import find_joined, find_name
from ostiary.documents.voices.wordings import character_by_wording
from ostiary.model.reports import Span

_LONGEST_APPOSITION = 10
_LONGEST_DESCRIPTION = 4
_LONGEST_COMPLEMENT = 5
_CLAUSE = frozenset(("who", "that", "which", "whose", "as", "about", "against", "by"))


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
    either, other = _neither_nor(cast, part)
    if other:
        first, second = (resolve_source(cast, one, around) for one in (either, other))
        return Source(first.characters + second.characters, first.spans + second.spans, first.sure and second.sure)
    phrase = read_phrase(cast.words, _with_apposition(cast, _from_its_noun(cast, part)))
    joined = find_joined(cast, phrase)
    if joined:
        return _heard(cast, joined, around)
    issuer = _issuer(cast, phrase)
    if issuer:
        return resolve_source(cast, issuer, around)
    found = _find(cast, phrase, around)
    if found is not None:
        return _heard(cast, [found], around)
    worded = _appear(phrase.wording, character_by_wording(cast, phrase))
    return _heard(cast, [worded], around, sure=not _pronoun(cast, phrase))


def resolve_label(cast: Cast, part: range, first: int, around: Surroundings) -> Source:
    """Return who speaks under a label of an interview or a transcript, and note that they do.

    Args:
        cast: Everyone known so far; the one who speaks is entered in it.
        part: The words of the label.
        first: First word of the interview.
        around: What stands around it.
    """
    found = find_labelled(cast, part, first)
    return _heard(cast, [_appear(part, found)], around) if found else resolve_source(cast, part, around)


def _neither_nor(cast: Cast, part: range) -> tuple[range, range]:
    """Return the two of *neither X nor Y*, empty where a source is not built so."""
    lower = cast.words.lower[part.start : part.stop]
    if lower[0] != "neither" or "nor" not in lower[2:-1]:
        return part, range(0)
    middle = part.start + lower.index("nor")
    return range(part.start + 1, middle), range(middle + 1, part.stop)


def _from_its_noun(cast: Cast, part: range) -> range:
    """Return a source from the noun on that it only says more about (``sources privy to | the talks``)."""
    words = cast.words
    first = words.sentences[words.sentence_of[part.start]].start
    for number in range(part.start - 1, max(first - 1, part.start - 1 - _LONGEST_COMPLEMENT), -1):
        written_small = words.forms[number].islower() or opens_sentence(words, number)
        noun = nouns().get(words.lower[number]) if written_small else None
        if noun and noun.sort in PEOPLE and number < part.start - 1:
            return range(_start_of_description(cast, number), part.stop)
        if words.lower[number] not in words_of("complements") or words.lower[number] in _CLAUSE:
            break
    return part


def _start_of_description(cast: Cast, last: int) -> int:
    """Return where a description begins that ends with a noun: at its article, or where its words end."""
    words = cast.words
    start = last
    first = words.sentences[words.sentence_of[last]].start
    while start > first and last - start < _LONGEST_DESCRIPTION and _describes(words.lower[start - 1]):
        start -= 1
        if words.lower[start] in words_of("articles"):
            break
    return start


def _with_apposition(cast: Cast, part: range) -> range:
    """Return a source with the name behind it between commas (``the cartel|, known as the Salt Brothers,``)."""
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


def _heard(cast: Cast, found: Sequence[Appearance], around: Surroundings, *, sure: bool = True) -> Source:
    nested = around.container is not None or _hangs_on_noun(cast, around.at)
    for one in found:
        cast.hear(one.words, one.character, nested=nested)
    spans = tuple(cast.words.span(one.words) for one in found)
    return Source(tuple(one.character for one in found), spans, sure)


def _hangs_on_noun(cast: Cast, at: int) -> bool:
    """Return whether a relative pronoun speaks for somebody whom an earlier speaker of the sentence names."""
    if cast.words.lower[at] not in ("which", "who", "that"):
        return False
    sentence = cast.words.sentences[cast.words.sentence_of[at]].start
    return any(sentence <= heard.words.start < at for heard in cast.lately_heard())


def describe(cast: Cast, part: range) -> Character:
    """Return whom a description without a name means, without noting that they speak.

    Args:
        cast: Everyone known so far.
        part: The description (``the newspaper``, ``state television``).
    """
    phrase = read_phrase(cast.words, part)
    return refer_to_earlier(cast, phrase) or character_by_wording(cast, phrase)


def _appear(part: range, character: Character) -> Appearance:
    return Appearance(part, character, part)


def _pronoun(cast: Cast, phrase: Phrase) -> bool:
    return len(phrase.wording) == 1 and cast.words.lower[phrase.head] in PRONOUNS


def _quantity(cast: Cast, phrase: Phrase) -> bool:
    """Return whether a source is all of some who were named before (``both``, ``all three``)."""
    forms = cast.words.lower[phrase.wording.start : phrase.wording.stop]
    return forms[0] in ("all", "both") and set(forms) <= words_of("quantities")


def _find(cast: Cast, phrase: Phrase, around: Surroundings) -> Appearance | None:
    if _quantity(cast, phrase):
        group = refer_back(cast, "they", around)
        return _appear(phrase.wording, group) if group and group.plural else None
    if _pronoun(cast, phrase):
        character = refer_back(cast, cast.words.lower[phrase.head], around)
        character = character or _before_relative(cast, phrase) or _opening_person(cast, phrase, around)
        return _appear(phrase.wording, character) if character else None
    named = find_name(cast, phrase)
    if named:
        return named
    earlier = refer_to_earlier(cast, phrase, around)
    return _appear(phrase.wording, earlier) if earlier else None


def _before_relative(cast: Cast, phrase: Phrase) -> Character | None:
    """Return whom a relative clause describes that follows a description (``a guard who``)."""
    words = cast.words
    if words.lower[phrase.head] not in ("who", "which", "that"):
        return None
    last = phrase.head - 1 - (lower_at(words, phrase.head - 1) == ",")
    if last < 0 or words.lower[last] not in nouns():
        return None
    return describe(cast, range(_start_of_description(cast, last), last + 1))


def _opening_person(cast: Cast, phrase: Phrase, around: Surroundings) -> Character | None:
    """Return whom a description means that opens the sentence of *his* (``The minister withdrew his claim``)."""
    words = cast.words
    if words.lower[phrase.head] not in ("his", "her", "their") or around.container is not None:
        return None
    start = words.sentences[words.sentence_of[phrase.head]].start
    if words.lower[start] not in words_of("articles"):
        return None
    for number in range(start + 1, min(start + 1 + _LONGEST_DESCRIPTION, phrase.head)):
        noun = nouns().get(words.lower[number])
        if noun and noun.sort in PEOPLE and noun.plural == (words.lower[phrase.head] == "their"):
            return describe(cast, range(start, number + 1))
        if not _describes(words.lower[number]):
            break
    return None


def _describes(word: str) -> bool:
    """Return whether a word in lower case may stand before the noun of a description."""
    return word.isalpha() and word not in words_of("complements") and _part_of_phrase(word)


def _part_of_phrase(word: str) -> bool:
    return word in words_of("articles") or word not in words_of("not_names")
