"""What stands in which sentence, so that nothing is compared with all of a report."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from ostiary.documents.words import Words
from ostiary.model.reports import Span

Item = TypeVar("Item")


def by_sentence(words: Words, placed: Iterable[tuple[Span, Item]]) -> Mapping[int, tuple[Item, ...]]:
    """Return the items that touch each sentence, each once, in the order given."""
    found: dict[int, dict[int, Item]] = {}
    for span, item in placed:
        within = words.within(span)
        if not within:
            continue
        for sentence in range(words.sentence_of[within.start], words.sentence_of[within.stop - 1] + 1):
            found.setdefault(sentence, {})[id(item)] = item
    return {sentence: tuple(items.values()) for sentence, items in found.items()}


def gather(words: Words, spans: Iterable[Span], items: Mapping[int, tuple[Item, ...]]) -> list[Item]:
    """Return the items of all sentences that some spans touch, each once."""
    sentences: dict[int, None] = {}
    for span in spans:
        within = words.within(span)
        if within:
            first, last = words.sentence_of[within.start], words.sentence_of[within.stop - 1]
            sentences.update(dict.fromkeys(range(first, last + 1)))
    return list({id(item): item for sentence in sentences for item in items.get(sentence, ())}.values())
