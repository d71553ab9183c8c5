"""Can two sources be one person? Not if the callings that the reports give them exclude each other."""

from collections.abc import Mapping
from functools import cache

from ostiary.documents.agreement.concepts import PACKAGE, stem
from ostiary.documents.agreement.speakers import fold_name
from ostiary.documents.tables import read_table


@cache
def _fields() -> Mapping[tuple[str, ...], str]:
    return {
        tuple(map(stem, words.split())): row["field"]
        for row in read_table("professions.csv", PACKAGE)
        for words in row["words"].split("|")
    }


def find_fields(text: str) -> frozenset[str]:
    """Return the fields of the callings that a description of somebody names (``a nurse on duty``: health)."""
    words = [stem(word) for word in fold_name(text).replace(",", " ").replace("-", " ").split()]
    found = {" ".join(form): field for form, field in _fields().items() if _holds(words, form)}
    longest = {
        form: field
        for form, field in found.items()
        if not any(form != other and f" {form} " in f" {other} " for other in found)
    }
    return frozenset(longest.values())


def _holds(words: list[str], form: tuple[str, ...]) -> bool:
    return any(tuple(words[at : at + len(form)]) == form for at in range(len(words) - len(form) + 1))


def exclude_each_other(one: str, other: str) -> bool:
    """Return whether two descriptions are surely of two people: each names a calling, of different fields."""
    left, right = find_fields(one), find_fields(other)
    return bool(left and right) and not left & right
