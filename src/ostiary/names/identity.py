"""What the analysis of names is, as a digest: names analysed differently must never be compared."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

_LIBRARIES = ("anyascii", "rigour")


@cache
def analysis_digest() -> str:
    """Return the SHA-256 over the sources and tables of this package and the versions of what they build on.

    An index keeps the digest of the release that compiled it. Under another one the words of a query might be cut
    or folded in another way than the listed ones, and a true hit be lost in silence.
    """
    digest = hashlib.sha256(" ".join(version(library) for library in _LIBRARIES).encode())
    folder = Path(__file__).parent
    for source in sorted([*folder.glob("*.py"), *folder.glob("data/*.csv")]):
        digest.update(source.name.encode() + source.read_bytes())
    return digest.hexdigest()
