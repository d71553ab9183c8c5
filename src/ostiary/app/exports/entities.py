"""A party as entities of FollowTheMoney; docs/vocabulary.md says what they cannot hold.

https://followthemoney.tech/explorer/schemata
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from ostiary.app.exports.links import make_relation, make_sanction
from ostiary.app.exports.values import Entity, FindCountry, convert, find_prefix, make_entity, make_entity_id
from ostiary.lists.ftm.words import load_words
from ostiary.model.parties import IdentityDocument, Party

#: ``Thing`` is abstract there; where nobody says what a party is, this may be a person, a company or another body.
_SCHEMAS: Final = {"Thing": "LegalEntity"}
#: What is no person in law holds no documents there: their numbers are its own.
_THINGS: Final = frozenset({"Vessel", "Airplane", "Vehicle", "Security"})
_KINDS: Final = {"f.k.a.": "previousName"}
_FALSE: Final = ":false"
_IMO: Final = re.compile(r"IMO\s*(\d{7})")
_MMSI: Final = "MMSI"


def make_entities(party: Party, find_country: FindCountry) -> Iterator[Entity]:
    """Yield a party, its addresses, documents, wallets, entries and the relations that start from it.

    Args:
        party: The party.
        find_country: Returns codes of countries.
    """
    addresses = [
        make_entity(one.id, "Address", full=[one.full], country=[find_country(one.country)])
        for one in party.addresses
    ]
    yield _make_party(party, find_country, [address["id"] for address in addresses])
    yield from addresses
    owner = make_entity_id(party.id)
    if party.schema not in _THINGS:
        yield from (_make_document(one, owner, find_country) for one in _list_good(party))
    for wallet in party.wallets:
        yield make_entity(
            wallet.id,
            "CryptoWallet",
            holder=[owner],
            publicKey=[wallet.address],
            currencySymbol=[wallet.currency],
        )
    for entry in party.entries:
        yield make_sanction(party, entry)
    for relation in party.relations:
        if relation.source == party.id and relation.target:
            yield make_relation(relation, party.schema)


def _make_party(party: Party, find_country: FindCountry, addresses: list[str]) -> Entity:
    schema = _SCHEMAS.get(party.schema, party.schema)
    properties: defaultdict[str, list[str]] = defaultdict(list)
    for alias in party.aliases:
        strong = _KINDS.get(alias.kind, "name" if alias.kind in ("name", "also written") else "alias")
        properties["weakAlias" if alias.quality == "weak" else strong].append(alias.name)
    for name, values in party.properties.items():
        if name.endswith(_FALSE):
            continue
        kept = load_words().may_hold(schema, name)
        for value in values:
            plain = convert(name, value, find_country) if kept else ""
            properties[name if plain else "notes"].append(plain or f"{name}: {value}")
    if party.schema in _THINGS:
        for document in _list_good(party):
            name, value = _name_number(document)
            properties[name].append(value)
    properties["program"] = list(party.programs)
    properties["topics"] = ["sanction", *party.properties.get("topics", ())]
    properties["addressEntity"] = addresses
    entity = make_entity(party.id, schema, **properties)
    return entity | {"caption": party.caption, "datasets": [party.list_id], "target": True}


def _list_good(party: Party) -> Iterator[IdentityDocument]:
    """Yield the documents of a party without those that the list calls forged: nothing there could say so."""
    return (document for document in party.documents if not document.fraudulent)


def _make_document(document: IdentityDocument, owner: str, find_country: FindCountry) -> Entity:
    return make_entity(
        document.id,
        "Passport" if document.type == "Passport" else "Identification",
        holder=[owner],
        type=[document.type],
        number=[document.number],
        country=[find_country(document.country)],
        authority=[document.authority],
        startDate=[find_prefix(document.issued)],
        endDate=[find_prefix(document.expires)],
        summary=[document.comment],
    )


def _name_number(document: IdentityDocument) -> tuple[str, str]:
    """Return the property of a thing that a number of it is, and the number."""
    if found := _IMO.fullmatch(document.number.strip()):
        return "imoNumber", f"IMO{found[1]}"
    return "mmsi" if document.type == _MMSI else "registrationNumber", document.number
