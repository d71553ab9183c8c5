"""Digests of content: what a party's listing says, whatever its order, places and spelling in bytes."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from ostiary.model.statements import Listing

#: What a statement says: subject below the party, property, value, valid from, valid until.
Content: TypeAlias = tuple[str, str, str, str, str]


def read_contents(listing: Listing) -> list[Content]:
    """Return what each statement of a listing says, in the listing's order."""
    cut = len(listing.party_id)
    return [(s.subject[cut:], s.property, s.value, s.valid_from, s.valid_until) for s in listing.statements]


def digest_contents(contents: Iterable[Content]) -> bytes:
    """Return the SHA-256 of a party's contents, the same in any order."""
    # JSON rather than joined text: no value can pass for a border between two.
    return hashlib.sha256(json.dumps(sorted(contents), separators=(",", ":")).encode()).digest()


def digest_list(digests: Mapping[str, bytes]) -> str:
    """Return the SHA-256, in hex, of a whole version: of the digest of each party by its number."""
    total = hashlib.sha256()
    for number, digest in sorted(digests.items()):
        total.update(json.dumps(number).encode() + b" " + digest)
    return total.hexdigest()
