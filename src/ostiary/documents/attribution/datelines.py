"""Where a sentence begins after its dateline (``MARLOW, May 2 (Kelso Star) -``)."""

from collections.abc import Sequence

from ostiary.documents.attribution.tagging import Part
from ostiary.documents.words import Words

_LONGEST = 14
_VERBS = frozenset((Part.VERB, Part.AUXILIARY, Part.MODAL))


def after_dateline(words: Words, parts: Sequence[Part], sentence: range) -> int:
    """Return the word that a sentence begins with, after a place, a day and an agency that a dash closes.

    Args:
        words: The report's words.
        parts: The part of each.
        sentence: The words of the sentence.
    """
    for number in sentence[:_LONGEST]:
        if parts[number] is Part.DASH and number > sentence.start:
            return (
                number + 1
                if words.forms[sentence.start].isupper() and number + 1 < sentence.stop
                else sentence.start
            )
        if parts[number] in _VERBS:
            break
    return sentence.start
