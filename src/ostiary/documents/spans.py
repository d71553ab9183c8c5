"""Things with a place in a text, found by their place in less than a walk over all of them."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from ostiary.model.reports import Span

Thing = TypeVar("Thing")


class SpanIndex(Generic[Thing]):
    """Things in the order of their places.

    Args:
        things: The things.
        span_of: Returns where a thing stands.
    """

    def __init__(self, things: Iterable[Thing], span_of: Callable[[Thing], Span]) -> None:
        self._things = sorted(things, key=span_of)
        self._spans = [span_of(thing) for thing in self._things]
        self._longest = max((span.end - span.start for span in self._spans), default=0)

    def overlapping(self, span: Span) -> list[Thing]:
        """Return the things that share a character with a span, in order."""
        first = bisect_left(self._spans, Span(span.start - self._longest, 0))
        last = bisect_left(self._spans, Span(span.end, 0))
        return [self._things[at] for at in range(first, last) if self._spans[at].end > span.start]

    def within(self, spans: Sequence[Span]) -> list[Thing]:
        """Return the things that lie wholly within one of some spans, in order of these."""
        return [thing for span in spans for thing in self._between(span)]

    def _between(self, span: Span) -> list[Thing]:
        first = bisect_left(self._spans, Span(span.start, 0))
        last = bisect_left(self._spans, Span(span.end, 0))
        return [self._things[at] for at in range(first, last) if self._spans[at].end <= span.end]
