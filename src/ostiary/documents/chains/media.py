"""Where a sentence names news outlets, by name or as *the newspaper*, *state television*, *local media*."""

from dataclasses import dataclass

from ostiary.documents.chains.words import relation_words
from ostiary.documents.voices import Appearance, Cast, Character
from ostiary.documents.voices.lexicon import nouns, words_of
from ostiary.documents.voices.namings import capital, lower_at
from ostiary.documents.voices.resolution import describe

_JOINS = frozenset((",", "and", "the", "or", "&", "both", "its", "rival"))
_MOST_WORDS_BEFORE = 5
_BARE = frozenset(
    (
        "tv",
        "television",
        "radio",
        "newspapers",
        "newspaper",
        "paper",
        "site",
        "website",
        "wire",
        "channel",
        "station",
    )
)


@dataclass(frozen=True, slots=True)
class Medium:
    """One or several outlets named together.

    Attributes:
        words: All of it, from the article on.
        characters: The outlets.
        parts: Where each is named.
    """

    words: range
    characters: tuple[Character, ...]
    parts: tuple[range, ...]


def find_media(cast: Cast, sentence: range) -> list[Medium]:
    """Return the outlets of a sentence in order; those joined by *and* are one medium."""
    named = [
        Medium(_with_words_before(cast, found.words, found.whole), (found.character,), (found.words,))
        for found in cast.within(sentence)
        if found.character.kind == "outlet" or _told_by_insider(cast, found, sentence)
    ]
    covered = {number for medium in named for number in medium.words}
    described = [
        medium
        for number in sentence
        if number not in covered and (medium := _described(cast, number, sentence, covered)) is not None
    ]
    ordered = sorted((*named, *described), key=_start)
    return _join(cast, ordered)


def _told_by_insider(cast: Cast, found: Appearance, sentence: range) -> bool:
    """Return whether an unexplained name is an outlet's, since an unnamed source told it something."""
    at = found.words.start - 1
    if (
        found.character.kind != "unknown"
        or at < sentence.start
        or cast.words.lower[at] not in relation_words("tell")
    ):
        return False
    source = nouns().get(lower_at(cast.words, at - 1))
    if source is None or source.sort != "insider":
        return False
    found.character.kind = "outlet"
    found.character.nouns.add("agency")
    return True


def _start(medium: Medium) -> int:
    return medium.words.start


def _with_words_before(cast: Cast, name: range, whole: range) -> range:
    """Return a name with what stands before it up to its article (``the Catholic news outlet``)."""
    start = min(name.start, whole.start)
    first = cast.words.sentences[cast.words.sentence_of[name.start]].start
    at = start
    while at > first and start - at < _MOST_WORDS_BEFORE and _may_stand_before(cast, at - 1):
        at -= 1
        if cast.words.lower[at] in ("the", "a", "an"):
            break
    if lower_at(cast.words, at - 1) == "'":
        at = max(first, at - 2)
        at -= lower_at(cast.words, at - 1) in ("the", "a", "an") and at > first
    return range(at, whole.stop)


def _may_stand_before(cast: Cast, number: int) -> bool:
    word = cast.words.lower[number]
    if word in ("the", "a", "an"):
        return True
    describes = word in words_of("outlet_nouns") or word in words_of("media_words") or "-" in word
    return describes or (capital(cast.words, number) and word not in words_of("not_names"))


def _described(cast: Cast, number: int, sentence: range, covered: set[int]) -> Medium | None:
    """Return the medium whose main word stands here (``state television``), or None."""
    word = cast.words.lower[number]
    noun = nouns().get(word)
    if word not in words_of("outlet_nouns") and (noun is None or noun.sort != "medium"):
        return None
    if number + 1 < sentence.stop and (number + 1 in covered or not _may_follow(cast, number + 1)):
        return None
    part = _with_words_before(cast, range(number, number + 1), range(number, number + 1))
    if _no_outlet(cast, part):
        return None
    character = describe(cast, part)
    return Medium(part, (character,), (part,)) if character.kind in ("outlet", "group") else None


def _may_follow(cast: Cast, number: int) -> bool:
    """Return whether a word may stand behind the main word of a medium, so that this ends its phrase."""
    word = cast.words.lower[number]
    if (
        not word.isalpha()
        or word in words_of("complements")
        or word in words_of("articles")
        or word.endswith("ed")
    ):
        return True
    if word in words_of("not_names"):
        return True
    return any(word in relation_words(part) for part in ("reports", "receives", "quotes"))


def _no_outlet(cast: Cast, part: range) -> bool:
    """Return whether a description means the publisher itself, or everybody's ears (``speak to the media``)."""
    first, last = cast.words.lower[part.start], cast.words.lower[part.stop - 1]
    if first in ("this", "our") or lower_at(cast.words, part.start - 1) in ("this", "our", "social"):
        return True
    if len(part) == 1 and last in _BARE:
        return True
    return last in ("media", "press") and (len(part) == 1 or (first == "the" and len(part) == 2))  # noqa: PLR2004 - article and noun


def _join(cast: Cast, media: list[Medium]) -> list[Medium]:
    joined: list[Medium] = []
    for medium in media:
        if joined and _adjoins(cast, joined[-1], medium):
            last = joined.pop()
            medium = Medium(  # noqa: PLW2901 - the two become one
                range(last.words.start, medium.words.stop),
                (*last.characters, *medium.characters),
                (*last.parts, *medium.parts),
            )
        joined.append(medium)
    return joined


def _adjoins(cast: Cast, first: Medium, second: Medium) -> bool:
    between = set(cast.words.lower[first.words.stop : second.words.start])
    return "and" in between and between <= _JOINS and first.characters != second.characters
