"""Phrases that say when, but by no calendar: ``on the campaign trail``."""

from collections.abc import Iterator, Sequence

from ostiary.documents.dates.lexicon import unplaced_phrases
from ostiary.documents.words import Words
from ostiary.model.reports import ReportedDate

_REASON = "cannot be resolved: the text gives no date for it"


def find_unplaced(words: Words, dated: Sequence[int]) -> Iterator[ReportedDate]:
    """Yield the phrases of a text, but none that a date follows at once (``on taking office in January``).

    Args:
        words: The text.
        dated: Numbers of the words at which date expressions start.
    """
    starts = set(dated)
    phrases = unplaced_phrases()
    for number, lower in enumerate(words.lower):
        for phrase in phrases.get(lower, ()):
            stop = number + len(phrase)
            if tuple(words.lower[number:stop]) == phrase:
                if starts.isdisjoint((stop, stop + 1)):
                    yield ReportedDate(words.span(range(number, stop)), "none", None, _REASON)
                break
