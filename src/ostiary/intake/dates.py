"""Birth dates as people write them, brought to EDTF where that is certain."""

import re
from datetime import date

from ostiary.model.errors import InputError

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
#: A birth outside these years is a placeholder or a slip.
_YEARS = range(1850, 2101)

_CIRCA = re.compile(r"^(?:circa|approximately|approx\.?|about|ca?\.?)\s*(?=\d)", re.IGNORECASE)
_TIME = re.compile(r"[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?$")
_EDTF = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})|(\d{4})(\d{2})(\d{2})")
_YEAR_LAST = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
_DAY_WORD = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[\s.-]*([A-Za-z]{3,9})[\s,.-]*(\d{4})")
_WORD_DAY = re.compile(r"([A-Za-z]{3,9})[\s.-]+(\d{1,2})(?:st|nd|rd|th)?[\s,.-]+(\d{4})")
_WORD_YEAR = re.compile(r"([A-Za-z]{3,9})[\s.-]+(\d{4})")


def read_birth_date(text: str) -> tuple[str, str]:
    """Return a written birth date in EDTF, and a remark where it says less than it may have meant.

    ``23.11.1962``, ``19621123``, ``23 Nov 1962``, ``00/00/1980``, ``circa 1962`` and EDTF itself are certain. In
    ``03/04/1962`` day and month may be either, so the span of both readings is returned, with a remark.

    Args:
        text: As it stands in the file.

    Returns:
        EDTF, and the remark or an empty text.

    Raises:
        InputError: It is no date of birth.
    """
    plain = _TIME.sub("", text.strip())
    circa = plain.endswith("~") or bool(_CIRCA.match(plain))
    plain = _CIRCA.sub("", plain.removesuffix("~")).strip()
    start, slash, end = plain.partition("/")
    if slash and _EDTF.fullmatch(start) and _EDTF.fullmatch(end):
        written, remark = f"{_read_one(start)[0]}/{_read_one(end)[0]}", ""
        if start > end:
            raise InputError("the range ends before it begins")
    else:
        written, remark = _read_one(plain)
    return written + ("~" if circa else ""), remark


def _read_one(text: str) -> tuple[str, str]:
    if found := _EDTF.fullmatch(text):
        return _write(found[1], found[2] or "0", found[3] or "0"), ""
    if found := _YEAR_FIRST.fullmatch(text):
        return _write(*(part for part in found.groups() if part)), ""
    if found := _YEAR_LAST.fullmatch(text):
        return _read_year_last(found[1], found[2], found[3], found[4])
    if found := _DAY_WORD.fullmatch(text):
        return _write(found[3], _month(found[2]), found[1]), ""
    if found := _WORD_DAY.fullmatch(text):
        return _write(found[3], _month(found[1]), found[2]), ""
    if found := _WORD_YEAR.fullmatch(text):
        return _write(found[2], _month(found[1]), "0"), ""
    raise InputError("not a date that can be read; write YYYY-MM-DD, YYYY-MM or YYYY")


def _month(word: str) -> str:
    if word[:3].lower() not in _MONTHS:
        raise InputError(f"{word!r} is not an English month")
    return str(_MONTHS.index(word[:3].lower()) + 1)


def _read_year_last(first: str, sign: str, second: str, year: str) -> tuple[str, str]:
    """Read ``23.11.1962``: dots put the day first; otherwise only a number over 12 tells which one the day is."""
    months = range(1, 13)
    if int(second) not in months:
        return _write(year, first, second), ""
    if sign == "." or first == second or int(first) not in months:
        return _write(year, second, first), ""
    early, late = sorted((_write(year, second, first), _write(year, first, second)))
    return f"{early}/{late}", f"day and month may be either way round: read as {early} to {late}"


def _write(year: str, month: str, day: str) -> str:
    numbers = int(year), int(month), int(day)
    if numbers[0] not in _YEARS:
        raise InputError(f"{year} is no year of birth")
    try:
        date(numbers[0], numbers[1] or 1, numbers[2] or 1)
    except ValueError as error:
        raise InputError("there is no such day") from error
    if not numbers[1]:
        return f"{numbers[0]:04}"
    return f"{numbers[0]:04}-{numbers[1]:02}" + (f"-{numbers[2]:02}" if numbers[2] else "")
