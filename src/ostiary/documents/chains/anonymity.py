"""The wording that leaves a source unnamed."""

from ostiary.documents.chains.words import relation_words
from ostiary.documents.voices.namings import lower_at, written
from ostiary.documents.words import Words

_REACH = 6
_NAMES = frozenset(("name", "names", "identity", "identities"))


def find_condition(words: Words, part: range) -> range | None:
    """Return where some words ask for anonymity (``on condition of anonymity``, ``who declined to be named``)."""
    for number in part:
        if words.lower[number] not in relation_words("unnamed"):
            continue
        start = _start(words, number, part)
        if start is not None:
            return range(start, number + 1)
    return None


def _start(words: Words, last: int, part: range) -> int | None:
    """Return the first word of a request for anonymity that ends with a word, or None if it is none."""
    word = words.lower[last]
    if word == "withheld" and _NAMES.isdisjoint(words.lower[max(part.start, last - _REACH) : last]):
        return None
    if word in ("named", "identified", "quoted") and lower_at(words, last - 1) != "be":
        return None
    first = None
    for number in range(last - 1, max(part.start - 1, last - 1 - _REACH), -1):
        if words.lower[number] in relation_words("asking"):
            first = number
            if words.lower[number] in ("on", "under"):
                break
    return first


def condition_wording(words: Words, condition: range) -> str:
    """Return a request for anonymity as the text has it."""
    return written(words, condition)
