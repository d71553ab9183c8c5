"""What experts know, as tables: whose numbers a list publishes, which documents tell, where a regime points.

``references.csv`` says where a listing bears a number of somebody's list, ``identifiers.csv`` what kind of number
a document is, whether a party has only one of its kind, and the country of all of them where it is one;
``regimes.csv`` which countries the measures under a program are about.
"""

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class ReferenceRule:
    """Where a listing bears a number of a list.

    Attributes:
        lists: Ids of lists, ``*`` for any letters.
        where: ``party number``, ``entry number``, or a property.
        entry_list: What the name of an entry's list must match; empty: any.
        pattern: What the text must match whole; its group is the number.
        space: Whose numbers these are (``UN reference number``).
    """

    lists: str
    where: str
    entry_list: re.Pattern[str]
    pattern: re.Pattern[str]
    space: str

    def is_of(self, list_id: str) -> bool:
        """Whether it speaks of a list."""
        return fnmatchcase(list_id, self.lists)


@dataclass(frozen=True, slots=True)
class IdentifierKind:
    """What kind of number a document or a property holds.

    Attributes:
        name: In plain words (``passport``).
        only_one: Whether a party has one of these at most, of one country.
        country: Code of the country of all of them; else empty.
        worldwide: Whether it is one of a kind in the world, so that no country is needed.
    """

    name: str
    only_one: bool
    country: str = ""
    worldwide: bool = False


#: Numbers with check digits, one of a kind in the world.
LEI = IdentifierKind("legal entity identifier (LEI)", only_one=True, worldwide=True)
SHIP_NUMBER = IdentifierKind("IMO ship number", only_one=True, worldwide=True)


def _read_rows(name: str) -> list[dict[str, str]]:
    text = files("ostiary.identity").joinpath("data", name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


@cache
def load_reference_rules(list_id: str) -> tuple[ReferenceRule, ...]:
    """Return where the listings of a list bear numbers of lists."""
    rules = (
        ReferenceRule(
            row["lists"], row["where"], re.compile(row["entry_list"]), re.compile(row["pattern"]), row["space"]
        )
        for row in _read_rows("references.csv")
    )
    return tuple(rule for rule in rules if rule.is_of(list_id))


@cache
def _load_kinds() -> Sequence[tuple[re.Pattern[str], IdentifierKind]]:
    return [
        (
            re.compile(row["labels"]),
            IdentifierKind(row["kind"], row["only_one"] == "yes", row["country"]),
        )
        for row in _read_rows("identifiers.csv")
    ]


@cache
def find_kind(label: str) -> IdentifierKind | None:
    """Return the kind of number that a list's label stands for; None where it tells no identity."""
    return next((kind for labels, kind in _load_kinds() if labels.fullmatch(label)), None)


@cache
def _load_regimes() -> tuple[re.Pattern[str], Mapping[str, frozenset[str]]]:
    rows = {row["word"]: frozenset(row["countries"].split()) for row in _read_rows("regimes.csv")}
    words = "|".join(re.escape(word) for word in sorted(rows, key=len, reverse=True))
    return re.compile(rf"(?<![A-Z])(?:{words})(?![A-Z])"), rows


@cache
def find_regime_countries(program: str) -> frozenset[str]:
    """Return the codes of the countries that the measures under a program are about, as far as its tag says."""
    pattern, rows = _load_regimes()
    return frozenset().union(*(rows[found] for found in pattern.findall(program.upper())))
