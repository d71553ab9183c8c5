"""What differs between two versions of a list."""

from dataclasses import dataclass
from typing import Literal

ChangeKind = Literal["listed", "amended", "delisted"]


@dataclass(frozen=True, slots=True)
class Amendment:
    """One property that changed: values before and after, as published.

    Attributes:
        property: Qualified property name (``Sanction.program``).
        removed: Values that are gone.
        added: Values that are new.
    """

    property: str
    removed: tuple[str, ...]
    added: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one party between two versions.

    Attributes:
        kind: ``listed`` (new), ``amended`` or ``delisted``.
        party_id: The party.
        name: Its primary name; for a delisted party the last one.
        programs_before: Tags in the earlier version, sorted; empty when listed.
        programs_after: Tags in the later version, sorted; empty when delisted.
        amendments: Property by property, for an amended party.
    """

    kind: ChangeKind
    party_id: str
    name: str
    programs_before: tuple[str, ...]
    programs_after: tuple[str, ...]
    amendments: tuple[Amendment, ...] = ()
