"""Lines about the report itself: who wrote it, and when it was published or changed."""

import re
from collections.abc import Iterator, Sequence

from ostiary.documents.source.blocks import Block
from ostiary.documents.source.captions import count_sentences
from ostiary.documents.source.marks import Mark, Marks
from ostiary.documents.source.plain_dates import find_plain_date

_LONGEST_BYLINE, _LONGEST_DATELINE = 160, 120
_MOST_BYLINE_WORDS = 16

_BY = re.compile(r"(?:By|BY)\s")
#: Words that a byline may hold beside names, and words that make it a sentence or a day.
_NAME_JOINTS = frozenset(
    {"and", "for", "in", "of", "the", "at", "de", "da", "del", "di", "van", "von", "al", "bin", "with"}
)
_NO_NAME = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|next|last|this|then|now", re.IGNORECASE)

_LONGEST_CREW = 400
_CREW = re.compile(r"\bcontributed (?:reporting|research|to (?:this|the) (?:report|article|story|file))\b")

_LABELS = re.compile(
    r"\b(?:published|updated?|last|posted|first|created|modified|on|at|date|time|edited|issued|released|original|"
    r"mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thu(?:rs)?(?:day)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|"
    r"[ap]\.?m\.?|gmt|utc|bst|e[sd]?t|c[sde]t|p[sd]t|ist|local|min(?:utes?)?|hours?|days?|ago|read|reading)(?![a-z])",
    re.IGNORECASE,
)
_TIME = re.compile(r"\b\d{1,2}[:.hL]?\d{0,2}\b")
_TIMED = re.compile(r"\d\s?(?:[ap]\.?m|hours? ago|min)|\d[:.]\d\d\b", re.IGNORECASE)


def find_top_lines(blocks: Sequence[Block], taken: Marks) -> Iterator[tuple[int, Mark]]:
    """Yield bylines, and lines that hold only a date or a time."""
    for number, block in enumerate(blocks):
        if number in taken:
            continue
        if is_byline(block.text):
            yield number, Mark("byline", "names the author")
        elif len(block.text) <= _LONGEST_CREW and _CREW.search(block.text) and count_sentences(block.text) == 1:
            yield number, Mark("byline", "says who helped with the report")
        elif is_dateline(block.text):
            yield number, Mark("dateline", "only a date or a time")


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
    return all((word[0].isupper() and not word[-1].isdigit()) or word in _NAME_JOINTS for word in words)


def is_dateline(text: str) -> bool:
    """Return whether a line holds only a date or a time, with words such as ``Updated`` beside it."""
    if len(text) > _LONGEST_DATELINE:
        return False
    found = find_plain_date(text)
    if not found and not _TIMED.search(text):
        return False
    rest = f"{text[: found[1]]} {text[found[2] :]}" if found else text
    return not any(sign.isalnum() for sign in _TIME.sub(" ", _LABELS.sub(" ", rest)))
