"""Parties, and the parts that have properties of their own: aliases, documents, addresses, relations, wallets."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from ostiary.model.acts import Act, Membership

AliasQuality = Literal["strong", "weak"]


@dataclass(frozen=True, slots=True)
class NamePart:
    """A typed piece of a name as the list gives it: kind (``lastName``) and value (``MADURO MOROS``)."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Alias:
    """One written name of a party.

    Attributes:
        id: Subject of its statements.
        name: The whole name, parts joined in the order in which the list displays them.
        kind: ``name`` (primary), ``a.k.a.``, ``f.k.a.`` or ``n.k.a.``.
        quality: ``weak`` where the list calls it so (OFAC: LowQuality; FAQ 122-124), else ``strong``.
        script: As published: an ISO 15924 code (``Cyrl``) or the name of a script (OFAC: ``Latin``).
        parts: The typed pieces, in the order of the file.
    """

    id: str
    name: str
    kind: str
    quality: AliasQuality
    script: str
    parts: tuple[NamePart, ...] = ()


@dataclass(frozen=True, slots=True)
class IdentityDocument:
    """A document or registration with a number.

    Attributes:
        type: As published (``Passport``).
        number: As published.
        country: Issuing country as published, or empty.
        issued: EDTF or empty.
        expires: EDTF or empty.
        authority: Issuing authority as published, or empty.
        fraudulent: Whether the list marks it so.
        comment: The list's own remark, or empty.
    """

    id: str
    type: str
    number: str
    country: str = ""
    issued: str = ""
    expires: str = ""
    authority: str = ""
    fraudulent: bool = False
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Address:
    """A published address: full text, and the country as published."""

    id: str
    full: str
    country: str = ""


@dataclass(frozen=True, slots=True)
class Wallet:
    """A published digital currency address: currency tag (``XBT``) and address."""

    id: str
    currency: str
    address: str


@dataclass(frozen=True, slots=True)
class Relation:
    """A directed link that the list states between two parties.

    Attributes:
        id: Subject of its statements.
        type: As published (``Acting for or on behalf of``).
        source: Party id that the relation starts from.
        target: Party id that it points to.
        former: Whether the list calls it former.
        quality: As published, or empty.
        period: EDTF or empty.
    """

    id: str
    type: str
    source: str
    target: str
    former: bool = False
    quality: str = ""
    period: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a party on one list of an authority, with its acts and measures.

    Attributes:
        id: Subject of its statements.
        list_name: As published (``SDN List``).
        acts: The designations that the entry dates.
        programs: Program tags, each with what is known of its dates.
        measures: What the list says is done (``Block``).
        numbers: The numbers by which the authorities call it: its own first, then that of the UN.
        remarks: The authority's statement of reasons, and what it says of the measures.
    """

    id: str
    list_name: str
    acts: tuple[Act, ...] = ()
    programs: tuple[Membership, ...] = ()
    measures: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """A designated person, organisation, vessel or aircraft, as one state of the register knows it.

    Attributes:
        id: ``us_ofac:22790``.
        schema: FollowTheMoney schema: ``Person``, ``LegalEntity``, ``Vessel``, ``Airplane``.
        list_id: The list that it stands on.
        version: Label of the version of that list which this state comes from.
        aliases: All written names, the primary one first.
        properties: FollowTheMoney property name, without its schema, to values as published.
        delisted_in: Label of the version in which it was first absent; empty while it is listed.
    """

    id: str
    schema: str
    list_id: str
    version: str
    aliases: tuple[Alias, ...]
    entries: tuple[Entry, ...] = ()
    documents: tuple[IdentityDocument, ...] = ()
    addresses: tuple[Address, ...] = ()
    relations: tuple[Relation, ...] = ()
    wallets: tuple[Wallet, ...] = ()
    properties: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    delisted_in: str = ""

    @property
    def caption(self) -> str:
        """The primary name, as listed."""
        return self.aliases[0].name if self.aliases else self.id

    @property
    def programs(self) -> tuple[str, ...]:
        """Program tags over all entries, sorted, each once."""
        return tuple(sorted({membership.program for entry in self.entries for membership in entry.programs}))
