"""One row of a user's file to one holding: every field checked, nothing guessed."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Final

from ostiary.model.ownership import UNKNOWN, Holding, HoldingFault, HoldingKind, Share
from ostiary.ownership.naming import fold_name, read_party
from ostiary.ownership.standing import GOVERNMENT

#: Columns of a file; the first two must be there.
COLUMNS: Final = (
    "owner", "owned", "share", "from", "until", "kind", "joint", "source", "owner_party", "owned_party",
)  # fmt: skip
NEEDED: Final = COLUMNS[:2]
#: Longest text in a field, in characters.
LONGEST: Final = 1_000

_PERCENT: Final = 100
#: Shares that are kept as read: files repeat them.
_SHARES: Final = 1 << 16
_NUMBER = r"\d{1,9}(?:\.\d{1,12})?"
_EXACT = re.compile(rf"({_NUMBER})\s*%?")
_BETWEEN = re.compile(rf"({_NUMBER})\s*%?\s*(?:-|–|to)\s*({_NUMBER})\s*%?")
_PART = re.compile(r"(\d{1,12})\s*/\s*(\d{1,12})")
_NOT_STATED: Final = ("", "?", "unknown")
_KINDS: Final[Mapping[str, HoldingKind]] = {"": "ownership", "ownership": "ownership", "control": "control"}


class RowError(Exception):
    """A field of a row cannot be used.

    Args:
        field: Its column.
        value: As it stands there.
        what: What is wrong, and what to do.
    """

    def __init__(self, field: str, value: str, what: str) -> None:
        super().__init__(what)
        self.fault = (field, value, what)


def read_row(values: Mapping[str, str], line: int, source: str) -> Holding | tuple[HoldingFault, ...]:
    """Return the holding that a row states, or all that is wrong with the row.

    Args:
        values: Column to text; columns that are absent are empty.
        line: Line of the file, from 1.
        source: Who says so where the row does not state it.
    """
    row = {name: values.get(name, "").strip() for name in COLUMNS}
    faults = [HoldingFault(line, *one.fault) for one in _find_faults(row)]
    if faults:
        return tuple(faults)
    kind = _KINDS[row["kind"].lower()]
    return Holding(
        row["owner"],
        row["owned"],
        Share(Fraction(0), Fraction(0)) if kind == "control" else read_share(row["share"]),
        kind,
        row["joint"],
        _read_day("from", row["from"]),
        _read_day("until", row["until"]),
        row["source"] or source,
        read_party(row["owner_party"] or row["owner"]),
        read_party(row["owned_party"] or row["owned"]),
        line,
    )


def _find_faults(row: Mapping[str, str]) -> Iterator[RowError]:
    for name in NEEDED:
        if not row[name]:
            yield RowError(name, "", "it is empty; name who it is")
    for name, value in row.items():
        if len(value) > LONGEST:
            yield RowError(name, value[:40], f"it is longer than {LONGEST:,} characters")
    for name in ("owner_party", "owned_party"):
        if row[name] and not read_party(row[name]):
            what = f"no id of a listing; write it as us_ofac:22790, or {GOVERNMENT}VE for a government"
            yield RowError(name, row[name], what)
    if _is_self(row):
        yield RowError(
            "owner", row["owner"], "it holds itself; leave own shares out and state the others of the rest"
        )
    yield from _try(lambda: _check_kind(row))
    yield from _try(lambda: _check_days(row))


def _is_self(row: Mapping[str, str]) -> bool:
    owner, owned = (read_party(row[f"{end}_party"] or row[end]) or fold_name(row[end]) for end in NEEDED)
    return owner != "" and owner == owned


def _try(check: Callable[[], None]) -> Iterator[RowError]:
    try:
        check()
    except RowError as error:
        yield error


def _check_kind(row: Mapping[str, str]) -> None:
    kind = _KINDS.get(row["kind"].lower())
    if kind is None:
        raise RowError("kind", row["kind"], "it is ownership or control")
    if kind == "ownership":
        read_share(row["share"])
    elif row["share"] not in _NOT_STATED:
        raise RowError("share", row["share"], "control has no share; state shares in a row of their own")


def _check_days(row: Mapping[str, str]) -> None:
    first, last = _read_day("from", row["from"]), _read_day("until", row["until"])
    if first and last and last < first:
        raise RowError("until", row["until"], f"it lies before the first day, {first}")


def _read_day(name: str, text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise RowError(name, text, "no day; write YYYY-MM-DD") from error


@lru_cache(_SHARES)
def read_share(text: str) -> Share:
    """Return a share as written: ``33.34`` per cent, ``1/3`` of the whole, ``25-50``, or not stated.

    Raises:
        RowError: It is none of these, negative, or more than the whole.
    """
    if text.lower() in _NOT_STATED:
        return UNKNOWN
    if found := _EXACT.fullmatch(text):
        least = most = Fraction(found[1]) / _PERCENT
    elif found := _BETWEEN.fullmatch(text):
        least, most = Fraction(found[1]) / _PERCENT, Fraction(found[2]) / _PERCENT
    elif (found := _PART.fullmatch(text)) and int(found[2]):
        least = most = Fraction(int(found[1]), int(found[2]))
    else:
        what = "no share; write per cent (33.34), a part of the whole (1/3), a range (25-50), or leave it empty"
        raise RowError("share", text, "a share is not negative" if text.startswith("-") else what)
    if most > 1 or least > most:
        raise RowError("share", text, "more than the whole" if most > 1 else "the range ends below its beginning")
    return Share(least, most)
