"""A brief as one self-contained HTML page: no script, no network, readable on paper."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import jinja2

from ostiary.app import brief_words as words
from ostiary.app.brief_contents import Contents
from ostiary.app.brief_folding import fold_events, fold_listings, list_acts, say_counts, sort_agreement
from ostiary.app.brief_trees import grow_trees
from ostiary.app.pages import diagrams
from ostiary.app.pages.diagrams import Strip, Style, draw_tree
from ostiary.app.pages.marks import mark_blocks
from ostiary.app.pages.timelines import draw_timeline
from ostiary.app.plain import count
from ostiary.model.briefs import Brief
from ostiary.model.claims import Claim, Reading

#: Signs that HTML cannot hold, or that turn the direction of what stands around them.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
#: What comes from each of so many reports stands open; of more it is folded.
_FEW = 3
_REPLACEMENT = "\ufffd"


@dataclass(frozen=True, slots=True)
class Diagram:
    """A tree of chains, drawn twice: for a wide page and for a narrow one."""

    wide: tuple[Strip, ...]
    narrow: tuple[Strip, ...]


def make_page(brief: Brief, made_on: date, release: str) -> str:
    """Return a brief as HTML.

    Args:
        brief: The brief.
        made_on: The day on which the page is made; the age of the lists is counted to it.
        release: Release of Ostiary.
    """
    contents = Contents(brief)
    told = fold_events(contents)
    return (
        open_templates()
        .get_template("page.html")
        .render(
            brief=brief,
            contents=contents,
            made_on=made_on,
            release=release,
            diagrams={reading.report.id: _draw(reading) for reading in brief.readings},
            timeline=draw_timeline([one.event for one in told]),
            again={one.event: one.again for one in told},
            blocks={reading.report.id: mark_blocks(contents, reading) for reading in brief.readings},
        )
    )


def _draw(reading: Reading) -> tuple[Diagram, ...]:
    def draw(style: Style) -> list[tuple[Strip, ...]]:
        return [draw_tree(tree, style) for tree in trees]

    trees = grow_trees(reading)
    return tuple(map(Diagram, draw(diagrams.WIDE), draw(diagrams.NARROW)))


@cache
def open_templates() -> jinja2.Environment:
    """Return the templates of all pages, with the filters and words of the brief."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("ostiary.app.pages"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=_make_fit,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= _FILTERS
    environment.globals |= {
        "FEW": _FEW,
        "VERDICTS": words.VERDICTS,
        "DIFFERENCES": words.DIFFERENCES,
        "STATUSES": words.STATUSES,
        "KINDS": words.KINDS,
        "NAMELESS": words.NAMELESS,
        "STAGES": words.STAGES,
        "lead_claim": words.lead_claim,
        "list_acts": list_acts,
        "name_link": words.name_link,
        "say_counts": say_counts,
        "say_listing_day": words.say_listing_day,
        "say_quote": words.say_quote,
        "say_together": words.say_together,
    }
    return environment


def _make_fit(value: Any) -> Any:  # noqa: ANN401 - whatever a template prints
    """Return a value with signs replaced that no page may hold."""
    if isinstance(value, str) and _UNFIT.search(value):
        return type(value)(_UNFIT.sub(_REPLACEMENT, value))
    return value


def _shorten_key(key: str) -> str:
    """Return the part of a key that tells a claim from others of its report: ``c7`` of ``r1:c7``."""
    return key.rpartition(":")[2]


def _split_claims(reading: Reading) -> tuple[list[Claim], list[Claim]]:
    """Return the claims of a report that accuse nobody: those of others, and those of the outlet itself."""
    plain = [claim for claim in reading.claims if not claim.accusation]
    return [claim for claim in plain if claim.attributed], [claim for claim in plain if not claim.attributed]


_FILTERS: dict[str, Callable[..., Any]] = {
    "count": count,
    "day": words.say_day,
    "origin": words.name_origin,
    "outlet": words.name_report,
    "period": words.say_period,
    "short": _shorten_key,
    "version": words.describe_version,
    "branches": words.say_branches,
    "by_verdict": sort_agreement,
    "office": words.say_office,
    "listings": fold_listings,
    "namesakes": words.say_namesakes,
    "number": words.say_number,
    "split": _split_claims,
}
