"""What stands between a name and another name of the same: *also known as*, an opening bracket, *or*."""

import re
from collections.abc import Iterator

_QUOTES = "\"\u201c\u2018'"
_CALLED = re.compile(
    r",? \(?(?:(?:who|which) (?:is|are|was|were) )?"
    r"(?:(?:also|better|otherwise|formerly|previously|popularly|commonly) )?"
    r"(?:known as|known by its \w{1,20} (?:acronym|initials|name|abbreviation),?|called|dubbed|nicknamed"
    r"|a\.k\.a\.|aka|alias|abbreviated as|abbreviated to|referred to as|formerly)"
    rf" (?:the |by )?[{_QUOTES}]?"
)
_OR = re.compile(rf",? \(?or (?:the )?[{_QUOTES}]?")
_BRACKET = re.compile(rf" \((?:or |the |the so-called )?[{_QUOTES}]?")


def name_cues(text: str, end: int) -> Iterator[tuple[int, bool]]:
    """Yield where another name may begin after a name, and whether the words before it say so plainly.

    Args:
        text: The text.
        end: Where the first name ends.
    """
    for pattern, plain in ((_CALLED, True), (_BRACKET, False), (_OR, False)):
        if cue := pattern.match(text, end):
            yield cue.end(), plain
