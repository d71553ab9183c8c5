"""What an index says of itself."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class IndexedVersion:
    """A version of a list that went into an index.

    Attributes:
        list_id: The list.
        label: The version's label.
        sequence: Its place among the recorded versions.
        published: Date of issue, ISO.
        content_digest: SHA-256 over what it says.
        parties: Number of parties in it.
    """

    list_id: str
    label: str
    sequence: int
    published: str
    content_digest: str
    parties: int

    def age_days(self, today: date) -> int:
        """Return the days from the date of issue to a day."""
        return (today - date.fromisoformat(self.published)).days


@dataclass(frozen=True, slots=True)
class IndexFacts:
    """What is in an index, and the words that its numbers stand for.

    Attributes:
        versions: The versions of lists that it was compiled from.
        parties: Number of parties.
        names: Number of written names.
        words: Number of distinct words.
        sample: Whether it holds the bundled samples and no real list.
        programs: Program tags by number.
        countries: Country codes by number.
        schemas: FollowTheMoney schemas by number.
        lists: List ids by number.
        analysis: Digest of the analysis of names that its words come from.
        index_id: Digest that names the content; empty until written.
    """

    versions: tuple[IndexedVersion, ...]
    parties: int
    names: int
    words: int
    sample: bool
    programs: tuple[str, ...]
    countries: tuple[str, ...]
    schemas: tuple[str, ...]
    lists: tuple[str, ...]
    analysis: str
    index_id: str = ""

    def named(self, index_id: str) -> Self:
        """Return the same facts under the digest of the file that holds them."""
        return replace(self, index_id=index_id)

    @classmethod
    def from_header(cls, header: Mapping[str, Any], index_id: str) -> Self:
        """Return the facts that an index file's header holds."""
        plain: dict[str, Any] = {
            key: tuple(value) if isinstance(value, list) else value for key, value in header.items()
        }
        plain["versions"] = tuple(IndexedVersion(**version) for version in header["versions"])
        return cls(**plain).named(index_id)
