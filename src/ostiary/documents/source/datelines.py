"""The words before the first paragraph that say where a report comes from: ``ERBIL (Agency) --``."""

import re
from dataclasses import dataclass
from datetime import date

from ostiary.documents.source.plain_dates import find_plain_date

_CAPITAL = "A-Z\u00c0-\u00de"
_DASH = r"\s?(?:--|[-\u2013\u2014])\s"
#: A place, perhaps a day, a name in brackets, a dash.
_WITH_NAME = re.compile(
    rf"(?P<place>[{_CAPITAL}][^()\n\u2013\u2014:;!?\"\u201c]{{1,60}})?\s?\((?P<name>[^()\n]{{2,40}})\){_DASH}"
)
#: A place in capitals, perhaps a country, a day, a dash.
_PLACE_ONLY = re.compile(
    rf"(?P<place>[{_CAPITAL}][{_CAPITAL} .'\u2019-]{{2,40}}"
    rf"(?:,\s[A-Za-z0-9.\u00c0-\u00ff ]{{2,30}}){{0,3}}){_DASH}"
)
#: What stands in such brackets and is no outlet.
_NO_OUTLET = frozenset(
    {"updated", "update", "exclusive", "opinion", "analysis", "video", "live", "column", "breaking", "file"}
)
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a report's opening words say of it; empty or None where they do not.

    Attributes:
        outlet: The name in brackets.
        published: The day, if its year is written.
    """

    outlet: str = ""
    published: date | None = None


def read_dateline(text: str) -> Dateline | None:
    """Return what the opening words of a paragraph say of the report, or None if it has no dateline."""
    named = _WITH_NAME.match(text)
    if named and _is_place(named["place"] or ""):
        outlet = named["name"].strip()
        found = find_plain_date(named["place"] or "")
        return Dateline("" if outlet.casefold() in _NO_OUTLET else outlet, found[0] if found else None)
    plain = _PLACE_ONLY.match(text)
    if not plain:
        return None
    found = find_plain_date(plain["place"])
    return Dateline("", found[0] if found else None)


def opens_with_dateline(text: str) -> bool:
    """Return whether a paragraph begins with a dateline."""
    return read_dateline(text) is not None


def _is_place(text: str) -> bool:
    """Return whether the words before the bracket are few, and none but a month's or a joint in lower case."""
    words = text.split()
    return len(words) <= _MOST_WORDS and all(
        word[0].isupper() or word[0].isdigit() or len(word) <= len("del") for word in words
    )
