"""Through which outlets the words of a sentence came: *told X*, *cited by X*, *as X reports*."""

from collections.abc import Iterator
from dataclasses import dataclass

from ostiary.documents.chains.media import Medium, find_media
from ostiary.documents.chains.words import relation_words
from ostiary.documents.voices import Cast
from ostiary.documents.voices.namings import lower_at, written
from ostiary.documents.words import Words

#: So many words may stand between an outlet's preposition and the word that makes it a hand.
_REACH = 6
_REACH_OF_BY = 3
_LONGEST_REQUEST = 4
_BEFORE_NOUN = frozenset(
    ("in", "a", "an", "the", "when", "as", "who", "first", "exclusive", "exclusively", "on", "her", "his")
)
_PREPOSITIONS = ("to", "with", "on", "in", "for", "from")
_MARKS = frozenset((",", ";", ":", ".", "“", "”", '"', "(", ")", "—"))


@dataclass(frozen=True, slots=True)
class Hand:
    """An outlet that words went through.

    Attributes:
        medium: The outlet, or several.
        relation: In what words the text says so.
        outer: Whether it handed on the whole sentence (``as reported by``), rather than heard the speaker.
        start: First word of the phrase that says so.
    """

    medium: Medium
    relation: str
    outer: bool
    start: int


def find_hands(cast: Cast, sentence: range) -> list[Hand]:
    """Return the outlets of a sentence that its words went through, in order."""
    return list(_hands(cast, sentence))


def _hands(cast: Cast, sentence: range) -> Iterator[Hand]:
    for medium in find_media(cast, sentence):
        if lower_at(cast.words, medium.words.stop) in relation_words("people"):
            continue
        found = _before(cast.words, medium, sentence) or _behind(cast.words, medium, sentence)
        if found:
            yield found


def _before(words: Words, medium: Medium, sentence: range) -> Hand | None:
    """Return the hand that the words before an outlet make of it."""
    at = medium.words.start - 1
    if at < sentence.start:
        return None
    word = words.lower[at]
    if word in relation_words("tell"):
        return Hand(medium, "told", outer=False, start=at)
    if word == "by":
        return _passed_on(words, medium, at, sentence)
    if word == "per" or (word == "to" and lower_at(words, at - 1) == "according"):
        return Hand(medium, "per" if word == "per" else "according to", outer=True, start=at - (word == "to"))
    if word in _PREPOSITIONS:
        return _joined_by(words, medium, at, sentence)
    return None


def _passed_on(words: Words, medium: Medium, by: int, sentence: range) -> Hand | None:
    for number in range(by - 1, max(sentence.start - 1, by - 1 - _REACH_OF_BY), -1):
        if words.lower[number] in relation_words("by"):
            start = _start_of_phrase(words, number, sentence)
            leading = words.lower[start:number]
            outer = "as" in leading or "first" in leading
            return Hand(medium, written(words, range(start, by + 1)).lower(), outer=outer, start=start)
    return _according_to_work(words, medium, by, sentence)


def _according_to_work(words: Words, medium: Medium, by: int, sentence: range) -> Hand | None:
    """Return the hand of an outlet whose work is named (``according to a translation by``)."""
    for number in range(by - 1, max(sentence.start, by - 1 - _REACH), -1):
        if words.lower[number] == "to" and words.lower[number - 1] == "according":
            return Hand(medium, written(words, range(number - 1, by + 1)).lower(), outer=True, start=number - 1)
    return None


def _joined_by(words: Words, medium: Medium, preposition: int, sentence: range) -> Hand | None:
    wanted = relation_words(words.lower[preposition])
    for number in range(preposition - 1, max(sentence.start - 1, preposition - 1 - _REACH), -1):
        if words.lower[number] in _MARKS:
            return None
        if words.lower[number] in wanted:
            start = _start_of_phrase(words, number, sentence)
            return Hand(medium, written(words, range(start, preposition + 1)).lower(), outer=False, start=start)
    return None


def _start_of_phrase(words: Words, number: int, sentence: range) -> int:
    while number > sentence.start and words.lower[number - 1] in _BEFORE_NOUN:
        number -= 1
    return number


def _behind(words: Words, medium: Medium, sentence: range) -> Hand | None:
    """Return the hand that the words behind an outlet make of it."""
    after, before = medium.words.stop, medium.words.start - 1
    word = lower_at(words, after)
    if word == "'s":
        request = set(words.lower[after + 1 : after + 1 + _LONGEST_REQUEST]) & relation_words("possessed")
        return Hand(medium, "asked by", outer=False, start=before + 1) if request else None
    handed = word in ("was", "were") and lower_at(words, after + 1) in relation_words("handed")
    if handed or word in relation_words("receives"):
        return Hand(medium, "received by", outer=False, start=before + 1)
    if word in relation_words("quotes") and "as" in words.lower[after : sentence.stop]:
        return Hand(medium, "quoted by", outer=False, start=before + 1)
    asides = before >= sentence.start and words.lower[before] in (",", "as", "”", '"', "—")
    if asides and word in relation_words("reports"):
        return Hand(medium, f"{word}", outer=True, start=before + 1)
    return None
