"""Which listed parties does a report name, how surely, and what does it say of them that the register does not?"""

from ostiary.documents.parties.differences import party_differences
from ostiary.documents.parties.listings import identity_wording, listings_on
from ostiary.documents.parties.mentions import Named, find_mentions, find_named
from ostiary.documents.parties.names import PartyNames

__all__ = [
    "Named",
    "PartyNames",
    "find_mentions",
    "find_named",
    "identity_wording",
    "listings_on",
    "party_differences",
]
