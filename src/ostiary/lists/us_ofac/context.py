"""What every part of the reader needs at hand."""

from dataclasses import dataclass, field

from ostiary.lists.audit import Audit
from ostiary.lists.us_ofac.mapping import Mapping
from ostiary.lists.us_ofac.reference import ReferenceValues


@dataclass(frozen=True, slots=True)
class Context:
    """What every part of the reader needs at hand.

    Attributes:
        list_id: The list; party ids begin with it.
        mapping: The words of the list and our names for them.
        audit: Told of everything unknown.
        reference: The tables of the file.
    """

    list_id: str
    mapping: Mapping
    audit: Audit
    reference: ReferenceValues = field(default_factory=ReferenceValues)

    def name_party(self, profile: str) -> str:
        """Return the party id of a profile."""
        return f"{self.list_id}:{profile}"
