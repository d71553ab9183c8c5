"""What the rules of linking are, as a digest: links that other rules computed are computed anew."""

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from ostiary.names.identity import analysis_digest

#: Among the digests of lists, that of the rules.
_RULES = "rules"


def describe_state(versions: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return what links are computed from: the digest of the rules, and of each list by its id.

    Args:
        versions: Id and content digest of each list.
    """
    return {_RULES: rules_digest(), **dict(versions)}


@cache
def rules_digest() -> str:
    """Return the SHA-256 over this package's sources and tables, and over how names are taken apart."""
    digest = hashlib.sha256(analysis_digest().encode())
    folder = Path(__file__).parent
    for source in sorted([*folder.glob("*.py"), *folder.glob("data/*.csv")]):
        digest.update(source.name.encode() + source.read_bytes())
    return digest.hexdigest()
