"""Blocks to zones: one rule after the other, and what no rule takes is body text."""

import re
from collections.abc import Iterator, Sequence
from typing import cast

from ostiary.documents.source.blocks import Block
from ostiary.documents.source.boxes import find_boxes, find_repeats
from ostiary.documents.source.captions import find_captions
from ostiary.documents.source.headings import find_crossheads, find_headline, find_standfirst
from ostiary.documents.source.line_cues import find_cued_lines
from ostiary.documents.source.marks import Mark, Marks, Rule
from ostiary.documents.source.polls import find_polls
from ostiary.documents.source.top_lines import find_top_lines
from ostiary.model.reports import FURNITURE, Zone, ZoneKind

#: Markup that makes furniture of more than this share of a page's characters is not believed.
_MOST_HINTED = 0.4

#: A standfirst is among so many first blocks.
_NEAR_TOP = 4
_LONGEST_LABELLED = 160
_LABELLED = re.compile(
    r"\[(?:VIDEOS?|PHOTOS?|PICTURES|PICS|GALLERY|WATCH|INSIGHT|ANALYSIS|REACTION|WARNING|NEWS|OPINION|LIVE|POLL|MAP)\]\W{0,3}$"
)
_HINT_REASONS = {
    "headline": "the title that the page gives itself",
    "repeated": "stands at the top or bottom of several pages",
}


def find_zones(blocks: Sequence[Block]) -> tuple[Zone, ...]:
    """Return the zones of a report, one for each block, in their order."""
    marks: dict[int, Mark] = {}
    for rule in _RULES:
        for number, mark in tuple(rule(blocks, marks)):
            marks.setdefault(number, mark)
    return tuple(_as_zone(block, marks.get(number)) for number, block in enumerate(blocks))


def _as_zone(block: Block, mark: Mark | None) -> Zone:
    if mark is None:
        return Zone("body", block.span, place=block.place)
    return Zone(mark.kind, block.span, mark.reason, block.place)


def _find_hinted(blocks: Sequence[Block], taken: Marks) -> Iterator[tuple[int, Mark]]:
    """Yield what the file's own markup says, unless it would make furniture of much of it."""
    hinted = sum(len(block.text) for block in blocks if block.hint in FURNITURE)
    believed = hinted <= _MOST_HINTED * sum(len(block.text) for block in blocks)
    for number, block in enumerate(blocks):
        if number in taken or block.hint in {"", "heading", "item"}:
            continue
        if believed or block.hint not in FURNITURE:
            reason = _HINT_REASONS.get(block.hint, "so marked in the page")
            yield number, Mark(cast("ZoneKind", block.hint), reason)


def _find_signs(blocks: Sequence[Block], taken: Marks) -> Iterator[tuple[int, Mark]]:
    """Yield lines without a letter or digit, and lines that a label in brackets calls a link: ``[VIDEO]``."""
    for number, block in enumerate(blocks):
        if number in taken:
            continue
        if not any(sign.isalnum() for sign in block.text):
            yield number, Mark("other furniture", "has no letter and no digit")
        elif len(block.text) <= _LONGEST_LABELLED and _LABELLED.search(block.text):
            yield number, Mark("other furniture", "ends with the label of a link in brackets")


_RULES: tuple[Rule, ...] = (
    _find_signs,
    _find_hinted,
    find_repeats,
    find_cued_lines,
    find_captions,
    find_top_lines,
    find_polls,
    find_boxes,
    find_headline,
    find_standfirst,
    find_crossheads,
)
