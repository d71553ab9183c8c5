"""How are parties found fast? An immutable file compiled from one state of the register, memory-mapped.

Compiling lives in ``index.compilation`` and is imported from there: what only answers should not wait for it.
"""

from ostiary.index.container import verify_sections
from ostiary.index.facts import IndexedVersion, IndexFacts
from ostiary.index.reader import IdentifierPosting, Index, IndexedParty, open_index

__all__ = [
    "IdentifierPosting",
    "Index",
    "IndexFacts",
    "IndexedParty",
    "IndexedVersion",
    "open_index",
    "verify_sections",
]
