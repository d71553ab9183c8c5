"""Whom an outlet cites: *Reuters, citing two officials, reports*; *SANA quoted the minister as saying*."""

from collections.abc import Container

from ostiary.documents.voices import Cast
from ostiary.documents.voices.lexicon import PEOPLE
from ostiary.documents.voices.namings import lower_at
from ostiary.documents.voices.phrases import read_phrase
from ostiary.documents.words import Words

_CITING = frozenset(("citing", "quoting"))
_QUOTED = frozenset(("quoted", "quotes", "cited", "cites", "quote", "cite"))
_ENDS = frozenset((",", ".", ";", ":", "“", "”", '"', "as", "that", "—", "(", ")", "on", "who", "which"))
_LONGEST = 14


def may_cite(words: Words, sentence: range) -> bool:
    """Return whether a sentence has a word of citing at all."""
    return not (_CITING | _QUOTED).isdisjoint(words.lower[sentence.start : sentence.stop])


def find_cited(cast: Cast, frame: range, cue: range, hidden: Container[int]) -> range | None:
    """Return the words that name whom a sentence's outlet cites, or None.

    Args:
        cast: Everyone known so far.
        frame: The sentence.
        cue: The cue of the outlet's report.
        hidden: Words that do not count: what is reported.
    """
    for number in frame:
        if number in hidden:
            continue
        word = cast.words.lower[number]
        object_of_cue = number in cue and word in _QUOTED and lower_at(cast.words, number + 1) != "by"
        if word in _CITING or object_of_cue:
            part = _phrase_after(cast.words, number + 1, frame)
            if part and _speaks(cast, part):
                return part
    return None


def _phrase_after(words: Words, start: int, frame: range) -> range:
    end = start
    while end < min(frame.stop, start + _LONGEST) and words.lower[end] not in _ENDS:
        end += 1
    return range(start, end)


def _speaks(cast: Cast, part: range) -> bool:
    """Return whether words name a source at all (``citing police``, not ``citing the weather``)."""
    phrase = read_phrase(cast.words, part)
    if phrase.noun is not None:
        return phrase.noun.sort in PEOPLE | {"body", "document", "medium"}
    return any(phrase.head in found.words for found in cast.within(part))
