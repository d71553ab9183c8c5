"""The tags of programs as the lists write them: ``data/tags.csv``. The same letters differ from list to list."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from types import MappingProxyType
from typing import Final

from ostiary.model.errors import InputError
from ostiary.model.programs import Citation
from ostiary.programs.citations import read_citation
from ostiary.programs.tables import read_table

_NEAR: Final = 5
_NEAR_SHARE: Final = 0.5
#: A bilingual list writes its tags in both languages.
_BETWEEN_LANGUAGES: Final = " / "


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag of one publisher.

    Attributes:
        vocabulary: The publisher whose tag it is; several lists may share its tags.
        tag: As the lists write it.
        program: Id of the page on it; empty where there is none yet.
        authority: Whose acts designate under it; empty if the page says it, or if we are not sure.
        citation: The instrument; None if the page says it, or if we are not sure.
    """

    vocabulary: str
    tag: str
    program: str = ""
    authority: str = ""
    citation: Citation | None = None


@cache
def load_tags() -> Mapping[tuple[str, str], Tag]:
    """Return all known tags, by vocabulary and tag.

    Raises:
        InputError: A row lacks what it needs; table and row are named.
    """
    rows = read_table("tags.csv")
    found = {(tag.vocabulary, tag.tag): tag for tag in map(read_tag, range(1, len(rows) + 1), rows)}
    if len(found) < len(rows):
        raise InputError("A tag stands twice for one publisher.", where="tags.csv", advice="Keep one of the rows.")
    return MappingProxyType(found)


@cache
def vocabularies() -> Mapping[str, str]:
    """Return the list ids whose tags are known, each with the publisher whose tags it uses."""
    return MappingProxyType({row["list"]: row["tags"] for row in read_table("lists.csv")})


def find_tag(tag: str, list_id: str) -> Tag | None:
    """Return what is known of a tag of a list; None if nothing is."""
    return load_tags().get((vocabularies().get(list_id, ""), tag))


def find_lists(tag: str) -> tuple[tuple[str, str], ...]:
    """Return the tags that a user may mean by a text, each with one list that writes it so.

    Args:
        tag: In any case; of a tag in two languages one half will do; or the id of a page.
    """
    asked = tag.strip().casefold()
    names = [one for one in load_tags().values() if asked in set(_spellings(one))]
    homes = {vocabulary: list_id for list_id, vocabulary in reversed(tuple(vocabularies().items()))}
    return tuple((one.tag, homes[one.vocabulary]) for one in names)


def near_tags(tag: str, list_id: str = "") -> tuple[str, ...]:
    """Return known tags that look like a text, the nearest first.

    Args:
        tag: In any case.
        list_id: Of this list alone; empty: of all.
    """
    known = {
        spelling: one.tag
        for one in load_tags().values()
        if not list_id or one.vocabulary == vocabularies().get(list_id)
        for spelling in _spellings(one)
    }
    found = get_close_matches(tag.strip().casefold(), list(known), n=_NEAR, cutoff=_NEAR_SHARE)
    return tuple(dict.fromkeys(known[spelling] for spelling in found))


def read_tag(number: int, row: Mapping[str, str]) -> Tag:
    """Return one row of the table.

    Args:
        number: Of the row, for errors.
        row: Its cells by column.

    Raises:
        InputError: It names no tag, both a page and a law, or a law without the day on which it was checked.
    """
    if not row["list"] or not row["tag"]:
        raise _fault(number, "names no list or no tag", "Fill both.")
    if row["program"] and (row["authority"] or row["instrument"]):
        raise _fault(number, "says what its page says", "Leave authority and law to the page.")
    citation = read_citation(row, f"tags.csv, row {number}") if row["instrument"] else None
    return Tag(row["list"], row["tag"], row["program"], row["authority"], citation)


def _fault(number: int, says: str, advice: str) -> InputError:
    return InputError(f"The row {says}.", where=f"tags.csv, row {number}", advice=advice)


def _spellings(tag: Tag) -> Iterator[str]:
    yield tag.tag.casefold()
    yield from (part.casefold() for part in tag.tag.split(_BETWEEN_LANGUAGES))
    if tag.program:
        yield tag.program
