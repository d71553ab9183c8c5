"""The points of a file, aspect by aspect; without a source nothing is taken."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from ostiary.model.certainty import Certainty
from ostiary.model.programs import Aspect, Citation, Point
from ostiary.programs.citations import FROM_WEAKEST, rate
from ostiary.programs.yaml_fields import Fields

ASPECTS: tuple[Aspect, ...] = get_args(Aspect)


@dataclass(frozen=True, slots=True)
class TaggedPoint:
    """A point, and the tags of its file for which alone it is said; none: for all."""

    point: Point
    only: tuple[str, ...]


def read_points(fields: Fields, known: Mapping[str, Citation]) -> Iterator[TaggedPoint]:
    """Yield the points of a file, in the order of the aspects and then of the file.

    Args:
        fields: The file; its other fields stay untaken.
        known: What can be cited, by key.

    Raises:
        InputError: A point says nothing, cites nothing or what is not known, ends before it begins, or is called
            surer than its sources were read.
    """
    for aspect in ASPECTS:
        for child in fields.children(aspect):
            yield _read_point(child, aspect, known)


def find_citations(fields: Fields, name: str, known: Mapping[str, Citation]) -> tuple[Citation, ...]:
    """Return what a field cites.

    Raises:
        InputError: It cites nothing, or what is not known.
    """
    keys = fields.texts(name)
    if wrong := next((key for key in keys if key not in known), ""):
        raise fields.fault(name, f"cites {wrong!r}, which citations.csv does not describe")
    return tuple(known[key] for key in keys)


def _read_point(fields: Fields, aspect: Aspect, known: Mapping[str, Citation]) -> TaggedPoint:
    citations = find_citations(fields, "cite", known)
    point = Point(
        aspect=aspect,
        text=fields.text("says"),
        citations=citations,
        certainty=_read_certainty(fields, aspect, citations),
        begins=fields.day("from") if fields.has("from") else None,
        ends=fields.day_if_given("until"),
        by=fields.text("by") if aspect == "dispute" else fields.text("by", ""),
    )
    if point.begins and point.ends and point.ends <= point.begins:
        raise fields.fault("until", "is not after 'from'")
    only = fields.texts("only", ())
    fields.finish()
    return TaggedPoint(point, only)


def _read_certainty(fields: Fields, aspect: Aspect, citations: tuple[Citation, ...]) -> Certainty:
    """Return what the sources allow, or what the file says where that is less."""
    most = rate(citations)
    usual: Certainty = "disputed" if aspect == "dispute" else most
    allowed: tuple[Certainty, ...] = get_args(Certainty)
    said = fields.word("certainty", allowed, usual)
    if said in FROM_WEAKEST and FROM_WEAKEST.index(said) > FROM_WEAKEST.index(most):
        raise fields.fault("certainty", f"is {said!r}, but its sources allow {most!r} at most")
    return said
