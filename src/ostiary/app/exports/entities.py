"""A party as entities of FollowTheMoney; docs/vocabulary.md says what they cannot hold.

https://followthemoney.tech/explorer/schemata
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from ostiary.lists.ftm.words import load_words
from ostiary.model.errors import InputError
from ostiary.model.parties import Entry, Party, Relation
from ostiary.model.periods import parse_period

Entity = dict[str, Any]
#: Returns the ISO code of a country as a list calls it; empty if nothing knows it.
FindCountry = Callable[[str], str]
_COUNTRIES = frozenset(
    {"nationality", "citizenship", "country", "jurisdiction", "mainCountry", "flag", "birthCountry"}
)
_KINDS = {"f.k.a.": "previousName"}
#: Types of relation with a schema of their own: the schema, and its properties for source and target.
_RELATIONS = {
    "Owned or Controlled By": ("Ownership", "asset", "owner"),
    "Owns, controls, or operates": ("Ownership", "owner", "asset"),
    "Family member of": ("Family", "person", "relative"),
}
_ANY_RELATION = ("UnknownLink", "subject", "object")
#: Schemas that say the kind of relation under another name.
_NEAR = frozenset({"Family", "Associate"})
_FALSE = ":false"
_NOT_IN_IDS = re.compile(r"[^A-Za-z0-9.-]")


def make_entities(party: Party, find_country: FindCountry) -> Iterator[Entity]:
    """Yield a party, its addresses, documents, wallets, entries and the relations that start from it.

    Args:
        party: The party.
        find_country: Returns codes of countries.
    """
    addresses = [
        _make(one.id, "Address", full=[one.full], country=[find_country(one.country)]) for one in party.addresses
    ]
    yield _make_party(party, find_country, [address["id"] for address in addresses])
    yield from addresses
    owner = make_entity_id(party.id)
    for document in party.documents:
        if not document.fraudulent:
            yield _make(
                document.id,
                "Passport" if document.type == "Passport" else "Identification",
                holder=[owner],
                type=[document.type],
                number=[document.number],
                country=[find_country(document.country)],
                authority=[document.authority],
                startDate=[_find_prefix(document.issued)],
                endDate=[_find_prefix(document.expires)],
                summary=[document.comment],
            )
    for wallet in party.wallets:
        yield _make(
            wallet.id,
            "CryptoWallet",
            holder=[owner],
            publicKey=[wallet.address],
            currencySymbol=[wallet.currency],
        )
    for entry in party.entries:
        yield _make_sanction(party, entry)
    for relation in party.relations:
        if relation.source == party.id and relation.target:
            yield _make_relation(relation)


def make_entity_id(subject: str) -> str:
    """Return the id of a party or part as FollowTheMoney has ids: letters, digits, dots and hyphens."""
    return _NOT_IN_IDS.sub("-", subject.replace("/", "."))


def _make(subject: str, schema: str, /, **properties: list[str]) -> Entity:
    filled = {name: [value for value in values if value] for name, values in properties.items()}
    return {
        "id": make_entity_id(subject),
        "schema": schema,
        "properties": {name: values for name, values in filled.items() if values},
    }


def _make_party(party: Party, find_country: FindCountry, addresses: list[str]) -> Entity:
    properties: defaultdict[str, list[str]] = defaultdict(list)
    for alias in party.aliases:
        strong = _KINDS.get(alias.kind, "name" if alias.kind in ("name", "also written") else "alias")
        properties["weakAlias" if alias.quality == "weak" else strong].append(alias.name)
    for name, values in party.properties.items():
        if name.endswith(_FALSE):
            continue
        kept = load_words().may_hold(party.schema, name)
        for value in values:
            plain = _convert(name, value, find_country) if kept else ""
            properties[name if plain else "notes"].append(plain or f"{name}: {value}")
    properties["programId"] = list(party.programs)
    properties["topics"] = list(dict.fromkeys(["sanction", *party.properties.get("topics", ())]))
    properties["addressEntity"] = addresses
    return _make(party.id, party.schema, **properties) | {"datasets": [party.list_id], "target": True}


def _convert(name: str, value: str, find_country: FindCountry) -> str:
    """Return a value as FollowTheMoney has it; empty if it cannot hold it."""
    if name in _COUNTRIES:
        return find_country(value)
    return _find_prefix(value) if name in load_words().dates else value


def _find_prefix(text: str) -> str:
    """Return the longest beginning of an ISO date that all days of a date in EDTF share, if any."""
    try:
        period = parse_period(text)
    except InputError:
        return ""
    first, last = period.first.isoformat(), period.last.isoformat()
    if first == last:
        return first
    return first[:7] if first[:7] == last[:7] else first[:4] if first[:4] == last[:4] else ""


def _make_sanction(party: Party, entry: Entry) -> Entity:
    days = {kind: [act.date for act in entry.acts if act.kind == kind] for kind in ("designation", "delisting")}
    return _make(
        entry.id,
        "Sanction",
        entity=[make_entity_id(party.id)],
        authority=list(dict.fromkeys(act.authority for act in entry.acts)),
        program=[membership.program for membership in entry.programs],
        provisions=list(entry.measures),
        reason=list(dict.fromkeys(act.legal_basis for act in entry.acts)),
        listingDate=[min(filter(None, map(_find_prefix, days["designation"])), default="")],
        endDate=[max(filter(None, map(_find_prefix, days["delisting"])), default="")],
        summary=[entry.list_name],
    )


def _make_relation(relation: Relation) -> Entity:
    schema, source, target = _RELATIONS.get(relation.type, _ANY_RELATION)
    own = load_words().relations.get(relation.type)
    if own:
        schema, source, target = relation.type, *own
    return _make(
        relation.id,
        schema,
        **{source: [make_entity_id(relation.source)], target: [make_entity_id(relation.target)]},
        **{"relationship" if schema in _NEAR else "role": [relation.type]},
        status=["former" if relation.former else ""],
        summary=[relation.quality],
    )
