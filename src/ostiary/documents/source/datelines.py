"""The words before the first paragraph that say where a report comes from: ``ERBIL, Aug. 9 (Agency) --``."""

import re
from dataclasses import dataclass, replace

from ostiary.documents.source.outlet_names import is_outlet
from ostiary.documents.source.plain_dates import PlainDate, find_plain_dates, find_yearless_date

#: A dateline ends with a dash that is no hyphen, within so many characters.
_LONGEST = 110
_DASH = re.compile(r"\s?(?:--|[-\u2013\u2014])\s")
_BRACKETS = re.compile(r"\(([^()\n]{2,60})\)|/([^/\n]{2,30})/")
_ALL_IN_BRACKETS = re.compile(r"\(([^()\n]{2,80})\)$")
_WEEKDAY = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?", re.IGNORECASE)
_MARKS = " ,.;|"
#: What stands in such brackets and is no outlet.
_NO_OUTLET = frozenset(
    {"updated", "update", "exclusive", "opinion", "analysis", "video", "live", "column", "breaking", "file"}
)
#: Words in small letters that a place may hold.
_JOINTS = frozenset(
    {"de", "del", "da", "di", "do", "dos", "du", "la", "las", "le", "les", "al", "el", "of", "the", "and"}
)
_MOST_WORDS, _LEAST_CAPITALS = 6, 3


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a report's opening words say of it.

    Attributes:
        outlet: The name in brackets, or empty.
        day: The day, if there is one.
        end: Where the report's own words begin.
    """

    outlet: str = ""
    day: PlainDate | None = None
    end: int = 0


def read_dateline(text: str) -> Dateline | None:
    """Return what the opening words of a paragraph say of the report, or None if it has no dateline."""
    first = _DASH.search(text[:_LONGEST])
    if first is None:
        return None
    found = _read_head(text[: first.start()])
    if found and found.day:
        return replace(found, end=first.end())
    second = _DASH.search(text[:_LONGEST], first.end())
    if second and _only_day(text[first.end() : second.start()]):
        both = _read_head(f"{text[: first.start()]}, {text[first.end() : second.start()]}")
        return replace(both, end=second.end()) if both else None
    return replace(found, end=first.end()) if found else None


def opens_with_dateline(text: str) -> bool:
    """Return whether a paragraph begins with a dateline."""
    return read_dateline(text) is not None


def _read_head(head: str) -> Dateline | None:
    """Return what the words before the dash say; they need a place in capitals, a name in brackets or a day."""
    whole = _ALL_IN_BRACKETS.match(head)
    if whole and (find_plain_dates(whole[1]) or find_yearless_date(whole[1])):
        head = whole[1]
    brackets = _BRACKETS.search(head)
    words = f"{head[: brackets.start()]} {head[brackets.end() :]}" if brackets else head
    named = (brackets[1] or brackets[2]).strip() if brackets else ""
    day = _day_in(named) or _day_in(words)
    name = "" if _day_in(named) else named
    place = _without(words, _day_in(words)).strip(_MARKS)
    if not _is_place(place) or (name and not (name[0].isupper() or "." in name or is_outlet(name))):
        return None
    if not place:
        return Dateline(name, day) if name and (day or is_outlet(name)) else None
    capitals = place.partition(",")[0].strip()
    if not (brackets or day or (capitals.isupper() and len(capitals) >= _LEAST_CAPITALS)):
        return None
    return Dateline("" if name.casefold() in _NO_OUTLET else name, day)


def _day_in(text: str) -> PlainDate | None:
    return next(iter(find_plain_dates(text)), None) or find_yearless_date(text)


def _only_day(text: str) -> PlainDate | None:
    """Return the day that a stretch of text is, or None if it holds more."""
    day = _day_in(text)
    return day if day and not _without(text, day).strip(_MARKS) else None


def _without(text: str, day: PlainDate | None) -> str:
    """Return a text without its day, and the weekday beside it."""
    return _WEEKDAY.sub(" ", f"{text[: day.start]} {text[day.end :]}") if day else text


def _is_place(text: str) -> bool:
    """Return whether words are few, without a number, and none but a joint is in lower case."""
    words = text.replace(",", " ").split()
    return len(words) <= _MOST_WORDS and all(word[0].isupper() or word in _JOINTS for word in words)
