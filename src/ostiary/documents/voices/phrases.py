"""The phrase that names a source: where its head stands, and how much of it is the name."""

from dataclasses import dataclass, replace

from ostiary.documents.voices.lexicon import Noun, noun_for, nouns, words_of
from ostiary.documents.voices.namings import capital, form_at, lower_at
from ostiary.documents.voices.runs import opens_sentence
from ostiary.documents.words import Words

_ENDS_WORDING = frozenset((",", "(", "—", "–", "--", ";", ":", "who", "which", "whose", '"', "“", "”"))
#: With ``by`` after them, these tell of the hands that words went through and not who the source is.
_INDEFINITE = frozenset(("a", "an", "one", "another", "some", "two", "three", "several", "many", "few", "most"))
_ALL = frozenset(("both", "all", "neither", "each"))
_POSSESSIVE = frozenset(("his", "her", "its", "their", "our", "my", "your"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase that names a source.

    Attributes:
        words: All of it.
        wording: As much of it as says who: without relative clause, apposition and hands passed through.
        head: Its main word.
        noun: What kind of source its main word stands for, if the table of nouns has it.
        article: Its first word in lower case if that is an article, a possessive or a number, else empty.
    """

    words: range
    wording: range
    head: int
    noun: Noun | None
    article: str

    @property
    def definite(self) -> bool:
        """Whether it points to one that is known: ``the minister``, ``her brother``."""
        return self.article not in _INDEFINITE and bool(self.article)

    @property
    def indefinite(self) -> bool:
        """Whether it brings in somebody new: ``a minister``."""
        return self.article in _INDEFINITE

    @property
    def points_back(self) -> bool:
        """Whether it may refer to somebody named before: ``the minister``, ``that official``."""
        return self.article in ("the", "this", "that", "these", "those")


def read_phrase(words: Words, part: range) -> Phrase:
    """Return how a source's words are built.

    Args:
        words: The report's words.
        part: The source, at least one word.
    """
    start = part.start
    while start < part.stop - 1 and not form_at(words, start)[0].isalnum():
        start += 1
    end = _end_of_wording(words, range(start, part.stop))
    end = _without_time(words, start, end)
    head = _head(words, range(start, end))
    first = words.lower[start]
    article = first if first in words_of("articles") or first in _INDEFINITE | _ALL else ""
    return Phrase(range(start, part.stop), range(start, end), head, _noun(words, start, head, end), article)


def _without_time(words: Words, start: int, end: int) -> int:
    """Return the end of a phrase without a possessive ending or a time that is not part of it (``last night``)."""
    while end - 1 > start:
        word = words.lower[end - 1]
        if word == "ago":
            end -= 3
        elif word in words_of("times") and words.lower[end - 2] in ("last", "this", "next", "early", "late"):
            end -= 2
        elif word in ("'s", "'", "on") or word in words_of("times"):
            end -= 1
        else:
            break
    return max(end, start + 1)


def _end_of_wording(words: Words, part: range) -> int:
    for number in part[1:]:
        word = words.lower[number]
        if word in _ENDS_WORDING or (word == "that" and words.lower[number - 1] != "said"):
            return number
        if word in words_of("passed_on") and lower_at(words, number + 1) in ("by", "to", "with"):
            return number
        if word in ("on", "under") and "condition" in words.lower[number + 1 : number + 3]:
            return number
        if word in ("speaking", "asking", "requesting") and number + 1 < part.stop:
            return number
    return part.stop


def _head(words: Words, wording: range) -> int:
    """Return the last word before anything that only says more about it (``a source | close to the palace``)."""
    complements = words_of("complements")
    for number in wording[1:]:
        if words.lower[number] in complements and words.forms[number][0].islower():
            return _before_participle(words, wording.start, _before_genitive(words, wording.start, number - 1))
    return _before_genitive(words, wording.start, wording.stop - 1)


def _before_participle(words: Words, first: int, head: int) -> int:
    """Return the noun before a participle that says more about it (``reports emerging | in``)."""
    participle = words.lower[head].endswith(("ing", "ed")) and words.lower[head] not in nouns()
    return head - 1 if participle and head > first and words.lower[head - 1] in nouns() else head


def _before_genitive(words: Words, first: int, head: int) -> int:
    while head > first and (words.lower[head] == "'s" or not words.forms[head][-1].isalnum()):
        head -= 1
    return head


def _noun(words: Words, start: int, head: int, end: int) -> Noun | None:
    """Return what the head stands for; of two words (``press secretary``) the last tells."""
    word = words.lower[head]
    if word in words_of("quantities") and lower_at(words, head + 1) == "of" and head + 2 < end:
        inner = _noun(words, head + 2, _head(words, range(head + 2, end)), end)
        return replace(inner, plural=word != "one") if inner else None
    if words.forms[head] in words_of("outlet_words") and not opens_sentence(words, head):
        return None
    if (
        word in words_of("outlet_nouns")
        and head > start
        and lower_at(words, head - 1) in ("news", "media", "press")
    ):
        return Noun("medium")
    noun = nouns().get(word) or nouns().get(word.rpartition("-")[2])
    if noun is None and not _may_be_name(words, head):
        noun = noun_for(word) or noun_for(word.rpartition("-")[2])
    if noun and noun.sort == "document" and any(_medium(words.lower[number]) for number in range(start, end)):
        return Noun("medium", plural=noun.plural)
    return noun


def _may_be_name(words: Words, head: int) -> bool:
    """Return whether a word that only its ending makes a noun for people has a capital (``Lindqvist``)."""
    return capital(words, head) and not (
        opens_sentence(words, head) and words.lower[head].endswith(("ists", "icians", "eers", "women", "men"))
    )


def _medium(word: str) -> bool:
    noun = nouns().get(word)
    return noun is not None and noun.sort == "medium"


def possessed(words: Words, phrase: Phrase) -> bool:
    """Return whether a phrase says whose: ``his lawyer``, ``the victim's mother``, ``lawyers for Mr. Denby``."""
    before = words.lower[phrase.wording.start : phrase.head]
    after = lower_at(words, phrase.head + 1) if phrase.head + 1 < phrase.wording.stop else ""
    return phrase.article in _POSSESSIVE or "'s" in before or "'" in before or after in ("of", "for")


def wording_of(words: Words, part: range) -> str:
    """Return a source's words as the text has them, without the capital that they owe to their place."""
    text = " ".join(words.text[words.starts[part.start] : words.ends[part.stop - 1]].split())
    first = words.lower[part.start]
    named = part.start + 1 < part.stop and capital(words, part.start + 1)
    ordinary = not named and (first in nouns() or first in words_of("modifiers"))
    lowered = first in words_of("lowered") or ordinary
    if (
        lowered
        and opens_sentence(words, part.start)
        and (len(first) == 1 or not words.forms[part.start].isupper())
    ):
        return text[0].lower() + text[1:]
    return text
