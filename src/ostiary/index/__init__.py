"""How are parties found fast? An immutable file compiled from one state of the register, memory-mapped."""

from ostiary.index.compilation import compile_index
from ostiary.index.container import verify_sections
from ostiary.index.facts import IndexedVersion, IndexFacts
from ostiary.index.reader import IdentifierPosting, Index, IndexedParty, open_index

__all__ = [
    "IdentifierPosting",
    "Index",
    "IndexFacts",
    "IndexedParty",
    "IndexedVersion",
    "compile_index",
    "open_index",
    "verify_sections",
]
