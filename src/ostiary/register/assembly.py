"""From statements to a party: pure functions.

The order of everything is made from content and numbers, never from the order of recording, so the same
content gives the same party whatever came before it.
"""

from collections.abc import Iterable, Mapping
from functools import cache

from ostiary.model import vocabulary as words
from ostiary.model.parties import Alias, Party, Relation
from ostiary.register.entries import Frame, assemble_entries
from ostiary.register.parts import (
    Said,
    build_address,
    build_alias,
    build_document,
    build_parts,
    build_relation,
    build_wallet,
    pick_first,
)
from ostiary.register.standing import Standing
from ostiary.register.subjects import PRIMARY_KIND, order_subject


def assemble_party(party_id: str, standing: Standing, incoming: Iterable[Relation], frame: Frame) -> Party | None:
    """Return the party that its statements describe, or None if it was certainly not designated on the day asked.

    Args:
        party_id: The party.
        standing: What stands of it in the version.
        incoming: Relations from other parties to it.
        frame: The version, and the day.
    """
    kinds = standing.kinds
    own = kinds[""].get("", {})
    entries = assemble_entries(party_id, kinds[words.ENTRY], standing.programs, frame)
    if not entries and (kinds[words.ENTRY] or words.ENTRY in standing.excluded):
        return None
    outgoing = build_parts(build_relation, party_id, kinds[words.RELATION])
    others = (relation for relation in incoming if relation.source != party_id)
    return Party(
        id=party_id,
        schema=pick_first(own, words.SCHEMA),
        list_id=frame.list_id,
        version=frame.label,
        aliases=_assemble_aliases(party_id, kinds[words.ALIAS]),
        entries=entries,
        documents=build_parts(build_document, party_id, kinds[words.DOCUMENT]),
        addresses=build_parts(build_address, party_id, kinds[words.ADDRESS]),
        relations=tuple(sorted((*outgoing, *others), key=lambda one: (order_subject(one.id), one.id))),
        wallets=build_parts(build_wallet, party_id, kinds[words.WALLET]),
        properties=_collect_properties(own),
    )


def assemble_relations(party_id: str, standing: Standing) -> tuple[Relation, ...]:
    """Return the relations that start from a party, ordered by number.

    Args:
        party_id: The party.
        standing: What stands of it, at least of its relations.
    """
    return build_parts(build_relation, party_id, standing.kinds[words.RELATION])


def _assemble_aliases(party_id: str, parts: Mapping[str, Said]) -> tuple[Alias, ...]:
    aliases = build_parts(build_alias, party_id, parts)
    return tuple(sorted(aliases, key=lambda alias: alias.kind != PRIMARY_KIND))


def _collect_properties(said: Said) -> dict[str, tuple[str, ...]]:
    collected: dict[str, tuple[str, ...]] = {}
    for prop, values in said.items():
        if prop != words.SCHEMA:
            name = _strip_schema(prop)
            collected[name] = (*collected.get(name, ()), *values)
    return {name: _order_values(collected[name]) for name in sorted(collected)}


def _order_values(values: tuple[str, ...]) -> tuple[str, ...]:
    return values if len(values) == 1 else tuple(sorted(set(values)))


@cache
def _strip_schema(prop: str) -> str:
    return prop.partition(".")[2]
