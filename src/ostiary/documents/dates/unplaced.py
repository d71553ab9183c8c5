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
    for found, _ in unplaced_phrases().find_in(words.lower, range(len(words))):
        if starts.isdisjoint((found.stop, found.stop + 1)):
            yield ReportedDate(words.span(found), "none", None, _REASON)
