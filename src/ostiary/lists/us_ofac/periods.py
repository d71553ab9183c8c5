"""Dates of the Advanced XML: a period has a start and an end, each of them a span of days itself."""

import calendar
from dataclasses import dataclass
from datetime import date

from ostiary.lists.audit import Audit
from ostiary.lists.nodes import Node
from ostiary.model.errors import ListFileError
from ostiary.model.periods import Period


@dataclass(frozen=True, slots=True)
class Bounds:
    """A period as the list gives it.

    Attributes:
        start: Span of days in which it starts; None where the list gives no start.
        end: Span of days in which it ends; None where the list gives no end.
    """

    start: Period | None
    end: Period | None

    @property
    def first(self) -> str:
        """First day, ISO, or empty."""
        return self.start.first.isoformat() if self.start else ""

    @property
    def last(self) -> str:
        """Last day, ISO, or empty."""
        return self.end.last.isoformat() if self.end else ""

    def __str__(self) -> str:
        """The widest span in EDTF; an open side is written ``..``."""
        if self.start and self.end:
            return str(Period(self.start.first, self.end.last, self.start.circa or self.end.circa))
        circa = "~" if (self.start and self.start.circa) or (self.end and self.end.circa) else ""
        return f"{self.first or '..'}/{self.last or '..'}{circa}" if self.start or self.end else ""


def read_date(node: Node) -> date:
    """Return the day that an element with ``Year``, ``Month`` and ``Day`` states.

    Raises:
        ListFileError: A part is missing, or there is no such day.
    """
    parts = tuple(node.take_leaf_number(name) for name in ("Year", "Month", "Day"))
    try:
        return date(*parts)
    except ValueError as error:
        raise ListFileError(f"{node.tag} is {parts}, which is no date.", advice="Fetch the file again.") from error


def read_bounds(node: Node, audit: Audit, place: object) -> Bounds:
    """Return the period of a ``DatePeriod`` element.

    Args:
        node: The element; one without start and end gives empty bounds.
        audit: Told of shapes that were never seen: they are kept as their widest span all the same.
        place: Where it stands, for the audit.

    Raises:
        ListFileError: It holds no date where one is due, or ends before it starts.
    """
    if node.take_leaf("Comment"):
        audit.warn("a DatePeriod with a comment, which is not kept", place)
    bounds = Bounds(*(_read_boundary(node.find_node(name)) for name in ("Start", "End")))
    if bounds.start and bounds.end:
        _check_bounds(bounds.start, bounds.end, audit, place)
    for side in (bounds.start, bounds.end):
        if side and not _is_plain(side):
            audit.warn("a date bound that is neither a day nor a whole month or year", place)
    return bounds


def _check_bounds(start: Period, end: Period, audit: Audit, place: object) -> None:
    if end.last < start.first:
        raise ListFileError(f"A period ends on {end.last}, before it starts on {start.first}.")
    if start.circa != end.circa:
        audit.warn("a period of which only one end is approximate", place)


def _read_boundary(node: Node | None) -> Period | None:
    if node is None:
        return None
    first, last = (read_date(node.take_node(name)) for name in ("From", "To"))
    if last < first:
        raise ListFileError(f"{node.tag} reaches from {first} to {last}, which is no span of days.")
    return Period(first, last, circa=node.take("Approximate") == "true")


def _is_plain(span: Period) -> bool:
    """Whether a span is a day, a whole month or a whole year, and so loses nothing when two are joined."""
    if span.first == span.last:
        return True
    if (span.first.day, span.first.year) != (1, span.last.year):
        return False
    whole = span.last.day == calendar.monthrange(span.last.year, span.last.month)[1]
    return whole and (span.first.month == span.last.month or (span.first.month, span.last.month) == (1, 12))
