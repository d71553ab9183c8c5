"""Whether a name is that of a newspaper, an agency, a station: by the table of outlets, or by a word in it."""

import re
from functools import cache

from ostiary.documents.source.line_cues import PACKAGE
from ostiary.documents.tables import read_column, read_table

#: The known outlets, which voices are recognised by too.
_OUTLETS = "ostiary.documents.voices"
_LEAST_WORDS, _MOST_WORDS = 2, 6
_LABEL = re.compile(r"(?:source|outlet|publication|publisher)\s?:", re.IGNORECASE)
_JOINTS = frozenset({"of", "the", "and", "for", "in", "de"})


@cache
def _known() -> frozenset[str]:
    rows = read_table("outlets.csv", _OUTLETS)
    names = (name for row in rows for name in (row["name"], *row["forms"].split("|")))
    return frozenset(name.casefold().removeprefix("the ") for name in names if name)


@cache
def _words() -> frozenset[str]:
    return frozenset(read_column("outlet_words.csv", "word", PACKAGE))


def is_known_outlet(name: str) -> bool:
    """Return whether a name is in the table of outlets."""
    return _plain(name) in _known()


def is_outlet(name: str) -> bool:
    """Return whether a name is a known outlet, or two to six words with one such as *News* or *Herald* in it."""
    words = _plain(name).split()
    return is_known_outlet(name) or (
        _LEAST_WORDS <= len(name.split()) <= _MOST_WORDS and not _words().isdisjoint(words)
    )


def outlet_of_line(text: str) -> str:
    """Return the outlet that a line consists of, without a label such as ``Source:``, or an empty text."""
    name = _LABEL.sub("", text).strip()
    titled = name.isupper() or all(word[:1].isupper() or word in _JOINTS for word in name.split())
    return name if titled and is_outlet(name) else ""


def _plain(name: str) -> str:
    return name.casefold().strip(" .,").removeprefix("the ")
