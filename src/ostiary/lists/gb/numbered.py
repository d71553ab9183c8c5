"""Fields with several values: "(1) Baghlan (2) Pul-e-Khumri", "1) Mullah, 2) Haji", "(1)-(2) Indonesia (3) -"."""

import re
from typing import Final

_NUMBER: Final = re.compile(r"\(?\b(\d{1,2})\)(?:\s?-\s?\(?(\d{1,2})\))?\s*")
#: Between two values, and no part of the one before.
_SEPARATORS: Final = " .,;"
_NOTHING: Final = frozenset({"", "-"})


def split_numbered(text: str) -> dict[int, str]:
    """Return the values of a field by their numbers; one that is not numbered has the number 0.

    Numbers must begin with 1 and follow one another, so that a number within a value is none of them. A value of
    several numbers ("(1)-(3) Kuwait") stands under each. A dash states nothing.
    """
    plain = text.strip()
    marks = _find_marks(plain)
    if not marks:
        return {} if plain in _NOTHING else {0: plain}
    ends = [mark.start() for mark in marks[1:]] + [len(plain)]
    found: dict[int, str] = {}
    for mark, end in zip(marks, ends, strict=True):
        value = plain[mark.end() : end].strip(_SEPARATORS)
        for number in range(int(mark[1]), int(mark[2] or mark[1]) + 1):
            if value not in _NOTHING:
                found[number] = value
    return found


def _find_marks(text: str) -> list[re.Match[str]]:
    """Return the numbers that begin a value: the first stands at the start, each next one follows."""
    marks: list[re.Match[str]] = []
    for mark in _NUMBER.finditer(text):
        expected = int(marks[-1][2] or marks[-1][1]) + 1 if marks else 1
        if int(mark[1]) == expected and (marks or mark.start() == 0):
            marks.append(mark)
    return marks
