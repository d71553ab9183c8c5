"""What leads a reader through a report: headline, standfirst, crossheads."""

import re
from collections.abc import Iterator, Sequence

from ostiary.documents.source.blocks import Block
from ostiary.documents.source.captions import count_sentences
from ostiary.documents.source.datelines import opens_with_dateline
from ostiary.documents.source.marks import Mark, Marks
from ostiary.documents.source.paragraphs import is_item

_LONGEST_HEADLINE, _LONGEST_STANDFIRST, _LONGEST_CROSSHEAD = 180, 450, 90
_MOST_CROSSHEAD_WORDS = 14
#: What a heading heads is longer than it by this factor.
_LONGER = 1.3
#: The headline stands among the first blocks that are no furniture.
_TOP = 3

_TELLS = re.compile(r"\b(?:said|told|added)\b")
_NO_END = frozenset(".!,;:\u2026\"\u201d\u2019')")


def find_headline(blocks: Sequence[Block], taken: Marks) -> Iterator[tuple[int, Mark]]:
    """Yield the first block if it reads like a headline; a report may have none."""
    first = next((number for number in range(len(blocks)) if number not in taken), None)
    if first is None or any(taken[number].kind == "box" for number in range(first)):
        return
    if any(mark.kind == "headline" for mark in taken.values()):
        return
    text = blocks[first].text
    following = [block for number, block in enumerate(blocks) if number > first and number not in taken]
    if not following or len(text) > _LONGEST_HEADLINE or count_sentences(text) > 1 or is_item(text):
        return
    tells = text.endswith(".") and _TELLS.search(text)
    longer = any(len(block.text) > _LONGER * len(text) for block in following[:_TOP])
    if longer and not tells and not text.endswith(":") and not opens_with_dateline(text):
        yield first, Mark("headline", "one line at the top, with longer text below it")


def find_standfirst(blocks: Sequence[Block], taken: Marks) -> Iterator[tuple[int, Mark]]:
    """Yield the paragraph below the headline that a byline, a picture or the dateline parts from the report."""
    head = next((number for number, mark in taken.items() if mark.kind == "headline"), None)
    free = [number for number in range(len(blocks)) if number not in taken and head is not None and number > head]
    if len(free) < 2:  # noqa: PLR2004 - the standfirst, and the report after it
        return
    number, opening = free[:2]
    text = blocks[number].text
    if len(text) > _LONGEST_STANDFIRST or opens_with_dateline(text):
        return
    parted = taken[number + 1].kind if number + 1 in taken else "body"
    if opens_with_dateline(blocks[opening].text):
        yield number, Mark("standfirst", "between the headline and the dateline")
    elif parted in {"byline", "dateline", "caption", "photo credit"} and count_sentences(text) == 1:
        yield number, Mark("standfirst", f"between the headline and the {parted}")


def find_crossheads(blocks: Sequence[Block], taken: Marks) -> Iterator[tuple[int, Mark]]:
    """Yield short lines without an end mark that longer paragraphs follow, and what the page sets as headings."""
    for number, block in enumerate(blocks[:-1]):
        if number in taken:
            continue
        if block.hint == "heading" and len(block.text) <= _LONGEST_HEADLINE:
            yield number, Mark("crosshead", "set as a heading")
        elif number and _is_short_line(block.text) and _heads_text(blocks, taken, number):
            yield number, Mark("crosshead", "a short line without a full stop above longer text")


def _is_short_line(text: str) -> bool:
    if len(text) > _LONGEST_CROSSHEAD or text[-1] in _NO_END or is_item(text):
        return False
    return (text[0].isupper() or text[0].isdigit()) and len(text.split()) <= _MOST_CROSSHEAD_WORDS


def _heads_text(blocks: Sequence[Block], taken: Marks, number: int) -> bool:
    following = next((blocks[other] for other in range(number + 1, len(blocks)) if other not in taken), None)
    return following is not None and len(following.text) > _LONGER * len(blocks[number].text)
