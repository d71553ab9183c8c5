"""What is used of rigour at each question, taken from its compiled part.

Its packages of names and texts import, beside that, what detects the encodings of files and what writes scripts in
Latin letters, which nothing here asks for: a tenth of the time that a first answer takes.
"""

from functools import lru_cache
from typing import Final

from rigour._core import (
    Name,
    NamePartTag,
    NameTypeTag,
    analyze_names,
    codepoint_script,
    raw_levenshtein,
    raw_levenshtein_cutoff,
)

_KEPT: Final = 2_048


@lru_cache(maxsize=_KEPT)
def count_edits(left: str, right: str, most: int | None = None) -> int:
    """Return by how many letters two texts differ (Levenshtein); any number above the most where they are more."""
    return raw_levenshtein(left, right) if most is None else raw_levenshtein_cutoff(left, right, most)


__all__ = ["Name", "NamePartTag", "NameTypeTag", "analyze_names", "codepoint_script", "count_edits"]
