"""Lines about the report itself: who wrote it, and when it was published or changed."""

import re
from collections.abc import Iterator, Sequence

from ostiary.documents.source.blocks import Block
from ostiary.documents.source.captions import count_sentences
from ostiary.documents.source.day_lines import NAME_JOINTS, read_day_line
from ostiary.documents.source.marks import Mark, Marks
from ostiary.documents.source.outlet_names import is_known_outlet, outlet_of_line
from ostiary.documents.source.plain_dates import find_plain_date

_LONGEST_BYLINE = 160
_MOST_BYLINE_WORDS = 16
#: A paragraph of at least so many characters opens the report.
_SHORTEST_BODY = 150

_BY = re.compile(r"(?:By|BY)\s")
#: Words that make a byline a sentence or a day.
_NO_NAME = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|next|last|this|then|now", re.IGNORECASE)

_LONGEST_CREW = 400
_CREW = re.compile(r"\bcontributed (?:reporting|research|to (?:this|the) (?:report|article|story|file))\b")


def find_top_lines(blocks: Sequence[Block], taken: Marks) -> Iterator[tuple[int, Mark]]:
    """Yield bylines, and lines that hold only a date or a time."""
    headed = opened = False
    for number, block in enumerate(blocks):
        if number in taken:
            headed = headed or taken[number].kind == "headline"
            continue
        if is_byline(block.text):
            yield number, Mark("byline", "names the author")
        elif len(block.text) <= _LONGEST_CREW and _CREW.search(block.text) and count_sentences(block.text) == 1:
            yield number, Mark("byline", "says who helped with the report")
        elif line := read_day_line(block.text):
            if not line.names:
                yield number, Mark("dateline", "only a date or a time")
            elif not opened and (headed or line.outlet):
                yield number, Mark("dateline", "a date, and names beside it, above the report")
        elif not opened and _is_masthead(blocks, number):
            yield number, Mark("byline", "names the outlet")
        else:
            headed, opened = True, opened or len(block.text) >= _SHORTEST_BODY


def is_byline(text: str) -> bool:
    """Return whether a line is ``By`` with names after it, and perhaps an outlet and a date."""
    if len(text) > _LONGEST_BYLINE or not _BY.match(text):
        return False
    dated = find_plain_date(text)
    names = (text[: dated[1]] if dated else text).partition("|")[0].partition("\u2022")[0]
    words = [word.strip(".,;:()") for word in names.split()[1:]]
    words = [word for word in words if word]
    if not words or len(words) > _MOST_BYLINE_WORDS or _NO_NAME.match(words[0]):
        return False
    return all((word[0].isupper() and not word[-1].isdigit()) or word in NAME_JOINTS for word in words)


def _is_masthead(blocks: Sequence[Block], number: int) -> bool:
    """Return whether a line is only the name of an outlet: a known one, or beside a line with the day."""
    outlet = outlet_of_line(blocks[number].text)
    beside = (blocks[at] for at in (number - 1, number + 1) if 0 <= at < len(blocks))
    return bool(outlet) and (is_known_outlet(outlet) or any(map(_is_only_day, beside)))


def _is_only_day(block: Block) -> bool:
    line = read_day_line(block.text)
    return line is not None and bool(line.days) and not line.names
