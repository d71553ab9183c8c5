"""Acts: what an authority does on a day, under a law.

Claims, their equal in rank, come with the reading of reports. The register is a ledger of acts, reading one of
claims, and neither turns into the other.
"""

from dataclasses import dataclass
from typing import Literal

ActKind = Literal["designation", "amendment", "delisting", "order", "reward", "indictment"]


@dataclass(frozen=True, slots=True)
class Act:
    """What an authority did on a day.

    Attributes:
        kind: What was done. An amendment changes what is said of a party that is designated already; an order is
            a legal act that names the party, where the list does not say whether it was the first.
        authority: The body whose act it is.
        date: The day, in EDTF, as the authority states it.
        legal_basis: The instrument that it names (``Executive Order 13224``).
        event: What the list calls it (``Listed On``), or empty.
    """

    kind: ActKind
    authority: str
    date: str
    legal_basis: str
    event: str = ""


@dataclass(frozen=True, slots=True)
class Membership:
    """A party's standing under one program, dated as well as the sources allow.

    A list's own events often date only the first listing, so a later program is known just from the series of
    versions: first in one, absent in the one before.

    Attributes:
        program: The tag (``FTO``).
        listing: The entry on the list that carries it (``us_ofac:49756/entry/49756``).
        first_in: Label of the first recorded version that shows it.
        absent_in: Label of the last recorded version before that without it; empty if none was recorded, so that
            only ``first_in`` or the entry's own date is known.
        last_in: Label of the last recorded version that shows it, if a later one does not; else empty.
        gone_in: Label of the first recorded version after that one; else empty, also where that was not looked up.
    """

    program: str
    listing: str
    first_in: str
    absent_in: str = ""
    last_in: str = ""
    gone_in: str = ""
