"""Statements: what one version of a list asserts, and where in the file it does so."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Place:
    """Provenance within a file: an element and its number (``FeatureVersion`` 21998)."""

    element: str
    number: int

    def __str__(self) -> str:
        return f"{self.element} {self.number}"


@dataclass(frozen=True, slots=True)
class Statement:
    """One assertion about one subject, as a list published it.

    Attributes:
        subject: What it is about: a party (``us_ofac:22790``) or one of its parts
            (``us_ofac:22790/alias/29345``). The part before the first ``/`` is the party.
        property: Qualified property name, FollowTheMoney's where it has one (``Person.birthDate``).
        value: As published; dates in EDTF. Normal forms are derived elsewhere, never stored over it.
        valid_from: First day in law, ISO, where the list itself states it; else empty.
        valid_until: Last day in law, ISO, where the list itself states it; else empty.
        place: Where it stands in the file.
    """

    subject: str
    property: str
    value: str
    place: Place
    valid_from: str = ""
    valid_until: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """Everything that one version of a list says of one party.

    Attributes:
        party_id: List id, a colon, the list's own number: ``us_ofac:22790``.
        statements: Each once: of the party itself, its names, features, documents, relations and entries, every
            group in the order of the file.
    """

    party_id: str
    statements: Sequence[Statement]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The bytes taken in from one address at one time.

    Attributes:
        digest: SHA-256 of the bytes as they came (compressed, if they came so), in hex.
        size: Their number.
        name: Name of the file, without its folder.
    """

    digest: str
    size: int
    name: str


def join_snapshots(parts: Sequence[Snapshot]) -> Snapshot:
    """Return one snapshot for the files of one version: its digest is that of their digests, in their order."""
    return Snapshot(
        digest=hashlib.sha256("\n".join(part.digest for part in parts).encode()).hexdigest(),
        size=sum(part.size for part in parts),
        name=", ".join(part.name for part in parts),
    )


@dataclass(frozen=True, slots=True)
class ListVersion:
    """One recorded version of a list.

    Attributes:
        list_id: The list.
        sequence: Place among the recorded versions of that list, from 1. Dates may repeat; this never does.
        label: The published date, with ``.2`` and so on where one date was published again: ``2025-11-19.2``.
        published: Date of issue that the file states.
        recorded: When we took it in (UTC); never back-dated.
        snapshot: The bytes that it was read from.
        content_digest: SHA-256 over what the version says, whatever its spelling in bytes.
        parties: Number of parties in it.
        statements: Number of statements in it.
        accepted_shrink: The reason given when a loss of parties was accepted; else empty.
        sample: Whether this is the bundled sample and no real list.
    """

    list_id: str
    sequence: int
    label: str
    published: date
    recorded: datetime
    snapshot: Snapshot
    content_digest: str
    parties: int
    statements: int
    accepted_shrink: str = ""
    sample: bool = False
