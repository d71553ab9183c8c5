"""Lines with a day and at most names beside it: ``Updated 3 March 2025``, ``Quayside News, 3 March 2025``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ostiary.documents.source.outlet_names import is_outlet
from ostiary.documents.source.plain_dates import PlainDate, find_plain_dates

#: What a line calls a day; ``plain`` where it says nothing of it.
Sort = Literal["published", "updated", "plain"]

_LONGEST, _MOST_WORDS, _MOST_IN_BARS = 140, 10, 3

_LABELS = re.compile(
    r"\b(?:published|updated?|last|posted|first|created|modified|on|at|dated?|time|edited|issued?|released?|original|"
    r"publication|revised|filed|online|day|"
    r"mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thu(?:rs)?(?:day)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|"
    r"[ap]\.?m\.?|gmt|utc|bst|aes?t|e[sd]?t|c[sde]s?t|p[sdk]?t|m[sd]t|msk|eat|wat|sgt|hkt|ist|local|"
    r"min(?:utes?)?|hours?|hrs?|days?|ago|read|reading)(?![a-z])",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?:\b|(?<=T))\d{1,2}(?:[:.hL]\d{2}){0,2}(?:[.,]\d{1,6})?Z?(?:\s?[ap]\.?m\b\.?|\s?h(?:ours|rs)?\b|\s?Uhr\b|\b)",
    re.IGNORECASE,
)
_ISO_TIME = re.compile(r"T(?=\d{2}:\d{2})")
_TIMED = re.compile(r"\d\s?(?:[ap]\.?m|hours? ago|min)|\d[:.]\d\d\b", re.IGNORECASE)
_SORTS: tuple[tuple[Sort, re.Pattern[str]], ...] = (
    ("updated", re.compile(r"\b(?:updated?|modified|edited|revised|last)\b", re.IGNORECASE)),
    (
        "published",
        re.compile(r"\b(?:publi\w+|posted|issued?|released?|first|original|created|filed)\b", re.IGNORECASE),
    ),
)
#: Between names, and between a name and a day.
_PARTS = re.compile(
    r"\s[-/]\s|[,|\u2022\xb7\u2013\u2014()]|(?:^|\s)(?:by|source|outlet|publication):?\s", re.IGNORECASE
)
#: Words in small letters that names may hold.
NAME_JOINTS = frozenset(
    {"and", "for", "in", "of", "the", "at", "de", "da", "del", "di", "van", "von", "al", "bin", "with"}
)
#: What parts a day from the names beside it: a mark, or what may follow the day.
_MARKS = frozenset(",|\u2022\xb7\u2013\u2014-/():")
_AFTER = re.compile(r"by\s|at\s|\d{1,2}[:.]\d\d", re.IGNORECASE)
_WEEKDAY_AT_END = re.compile(r"\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s*$", re.IGNORECASE)
_ENDS = frozenset('?!\u2026;"\u201d')


@dataclass(frozen=True, slots=True)
class DayLine:
    """A line that says when a report was published or changed.

    Attributes:
        days: Its days, each with what the line calls it.
        outlet: Who published the report, if the line names an outlet.
        names: Whether names stand beside the days.
    """

    days: tuple[tuple[PlainDate, Sort], ...] = ()
    outlet: str = ""
    names: bool = False


def read_day_line(text: str) -> DayLine | None:
    """Return what a line says of the report's day, or None where it says something else too."""
    if len(text) > _LONGEST:
        return None
    days = find_plain_dates(text)
    if not days and not _TIMED.search(text):
        return None
    parts = tuple(_parts_beside(text, days))
    found = tuple(_sorted_days(text, days))
    if not parts:
        return DayLine(found)
    if (
        not days
        or text[-1] in _ENDS
        or not _apart(text, days)
        or not all(_is_names(part, bars="|" in text) for part in parts)
    ):
        return None
    if sum(len(part.split()) for part in parts) > _MOST_WORDS:
        return None
    return DayLine(found, next((part for part in parts if is_outlet(part)), ""), names=True)


def _sorted_days(text: str, days: tuple[PlainDate, ...]) -> Iterator[tuple[PlainDate, Sort]]:
    end = 0
    for day in days:
        before = text[end : day.start]
        yield day, next((sort for sort, words in _SORTS if words.search(before)), "plain")
        end = day.end


def _parts_beside(text: str, days: tuple[PlainDate, ...]) -> Iterator[str]:
    """Yield what a line holds beside its days, times and words such as ``Updated``."""
    end = 0
    for start, stop in [*((day.start, day.end) for day in days), (len(text), len(text))]:
        for part in _PARTS.split(text[end:start]):
            if any(sign.isalnum() for sign in _LABELS.sub(" ", _TIME.sub(" ", _ISO_TIME.sub(" ", part)))):
                yield part.strip(" .,:*")
        end = stop


def _apart(text: str, days: tuple[PlainDate, ...]) -> bool:
    """Return whether a mark, ``by`` or a word such as ``Published`` parts the days from the names."""
    before = _WEEKDAY_AT_END.sub("", text[: days[0].start]).rstrip()
    after = text[days[-1].end :].lstrip()
    before_apart = not before or before[-1] in _MARKS or _LABELS.search(before.split()[-1])
    return bool(before_apart) and (not after or after[0] in _MARKS or _AFTER.match(after) is not None)


def _is_names(text: str, *, bars: bool) -> bool:
    """Return whether a part is names: capitals throughout, or short between upright bars (``Court report``)."""
    words = text.split()
    if bars and words[0][0].isupper() and len(words) <= _MOST_IN_BARS:
        return True
    return all(word[0].isupper() or word.lower() in NAME_JOINTS for word in words) or len(words) == 1
