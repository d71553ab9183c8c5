"""What the rules of linking are, as a digest: links that other rules computed are computed anew."""

import hashlib
from functools import cache
from pathlib import Path

from ostiary.names.identity import analysis_digest


@cache
def rules_digest() -> str:
    """Return the SHA-256 over this package's sources and tables, and over how names are taken apart."""
    digest = hashlib.sha256(analysis_digest().encode())
    folder = Path(__file__).parent
    for source in sorted([*folder.glob("*.py"), *folder.glob("data/*.csv")]):
        digest.update(source.name.encode() + source.read_bytes())
    return digest.hexdigest()
