"""From what is said of one part of a party to that part: alias, document, address, wallet, relation."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeAlias, TypeVar

from ostiary.model import vocabulary as words
from ostiary.model.parties import Address, Alias, IdentityDocument, NamePart, Relation, Wallet
from ostiary.register.subjects import order_subject

Part = TypeVar("Part")

#: What :func:`build_relation` reads.
RELATION_PROPERTIES: Final = (
    words.RELATION_TYPE,
    words.RELATION_TARGET,
    words.RELATION_FORMER,
    words.RELATION_QUALITY,
    words.RELATION_PERIOD,
)

#: What is said of one subject: property to values by alphabet, at least one.
Said: TypeAlias = Mapping[str, Sequence[str]]

_UNSAID: Final = ("",)
#: What is said of every alias and is no part of its name: most of it.
_NO_PARTS: Final = frozenset({words.ALIAS_NAME, words.ALIAS_KIND, words.ALIAS_QUALITY, words.ALIAS_SCRIPT})


def pick_first(said: Said, prop: str) -> str:
    """Return the value of a property that should have one; of several the first by alphabet, of none ""."""
    return said.get(prop, _UNSAID)[0]


def build_parts(build: Callable[[str, Said], Part], party_id: str, parts: Mapping[str, Said]) -> tuple[Part, ...]:
    """Return the parts of one kind, ordered by their numbers.

    Args:
        build: Makes one of them from its id and what is said of it.
        party_id: The party.
        parts: What is said of each, by subject below the party.
    """
    ordered = sorted(parts, key=order_subject) if len(parts) > 1 else parts
    return tuple([build(party_id + subject, parts[subject]) for subject in ordered])


def build_alias(subject: str, said: Said) -> Alias:
    """Return an alias, its name parts in the order in which they stand in the name."""
    name = pick_first(said, words.ALIAS_NAME)
    parts = [
        NamePart(prop.removeprefix(words.ALIAS_PART), value)
        for prop in said.keys() - _NO_PARTS
        if prop.startswith(words.ALIAS_PART)
        for value in said[prop]
    ]
    if len(parts) > 1:
        parts.sort(key=lambda part: (_find_part(name, part.value), part.kind, part.value))
    return Alias(
        id=subject,
        name=name,
        kind=pick_first(said, words.ALIAS_KIND),
        quality="weak" if pick_first(said, words.ALIAS_QUALITY) == "weak" else "strong",
        script=pick_first(said, words.ALIAS_SCRIPT),
        parts=tuple(parts),
    )


def _find_part(name: str, value: str) -> int:
    # As whole words first: "Al" is not the beginning of "Ali Al".
    position = f" {name} ".find(f" {value} ")
    position = position if position >= 0 else name.find(value)
    return position if position >= 0 else len(name)


def build_document(subject: str, said: Said) -> IdentityDocument:
    """Return an identity document."""
    return IdentityDocument(
        id=subject,
        type=pick_first(said, words.DOCUMENT_TYPE),
        number=pick_first(said, words.DOCUMENT_NUMBER),
        country=pick_first(said, words.DOCUMENT_COUNTRY),
        issued=pick_first(said, words.DOCUMENT_ISSUED),
        expires=pick_first(said, words.DOCUMENT_EXPIRES),
        authority=pick_first(said, words.DOCUMENT_AUTHORITY),
        fraudulent=any(text.casefold() == "fraudulent" for text in said.get(words.DOCUMENT_VALIDITY, ())),
        comment=pick_first(said, words.DOCUMENT_COMMENT),
    )


def build_address(subject: str, said: Said) -> Address:
    """Return an address."""
    return Address(subject, pick_first(said, words.ADDRESS_FULL), pick_first(said, words.ADDRESS_COUNTRY))


def build_wallet(subject: str, said: Said) -> Wallet:
    """Return a wallet."""
    return Wallet(subject, pick_first(said, words.WALLET_CURRENCY), pick_first(said, words.WALLET_ADDRESS))


def build_relation(subject: str, said: Said) -> Relation:
    """Return a relation; it starts from the party that its subject belongs to."""
    return Relation(
        id=subject,
        type=pick_first(said, words.RELATION_TYPE),
        source=subject.partition("/")[0],
        target=pick_first(said, words.RELATION_TARGET),
        former=pick_first(said, words.RELATION_FORMER).casefold() == "true",
        quality=pick_first(said, words.RELATION_QUALITY),
        period=pick_first(said, words.RELATION_PERIOD),
    )
