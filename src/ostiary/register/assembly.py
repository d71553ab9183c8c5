"""From statements to a party: pure functions.

The order of everything is made from content and numbers, never from the order of recording, so the same
content gives the same party whatever came before it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
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
from ostiary.register.rows import StatementRow
from ostiary.register.subjects import PRIMARY_KIND, order_subject, read_kind


def assemble_party(
    party_id: str, rows: Sequence[StatementRow], incoming: Iterable[Relation], frame: Frame
) -> Party | None:
    """Return the party that its statements describe, or None if it was certainly not designated on the day asked.

    Args:
        party_id: The party.
        rows: Its statements that stand in the version.
        incoming: Relations from other parties to it.
        frame: The version, and the day.
    """
    valid = keep_valid(rows, frame.valid_on)
    kinds = group_rows(valid)
    own = kinds[""].get("", {})
    entries = assemble_entries(party_id, kinds[words.ENTRY], valid, frame)
    if not entries and any(read_kind(row[2]) == words.ENTRY for row in rows):  # 2: subject
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


def assemble_relations(party_id: str, rows: Sequence[StatementRow], valid_on: date | None) -> tuple[Relation, ...]:
    """Return the relations that start from a party, ordered by number.

    Args:
        party_id: The party.
        rows: Its statements, at least those on relations.
        valid_on: Leave out what was certainly not in force on this day; None: leave nothing out.
    """
    return build_parts(build_relation, party_id, group_rows(keep_valid(rows, valid_on))[words.RELATION])


def keep_valid(rows: Sequence[StatementRow], day: date | None) -> Sequence[StatementRow]:
    """Return the statements whose own valid dates do not exclude a day; all of them for None."""
    if day is None:
        return rows
    iso = day.isoformat()
    # 5, 6: valid from, valid until
    return [row for row in rows if row[5] <= iso and not (row[6] and row[6] < iso)]


def group_rows(rows: Iterable[StatementRow]) -> defaultdict[str, dict[str, Said]]:
    """Return what is said, by kind of part and subject; the party itself is kind ``""`` and subject ``""``."""
    subjects: dict[str, dict[str, list[str]]] = {}
    for row in rows:  # 2, 3, 4: subject, property, value
        subjects.setdefault(row[2], {}).setdefault(row[3], []).append(row[4])
    kinds: defaultdict[str, dict[str, Said]] = defaultdict(dict)
    for subject, said in subjects.items():
        kinds[read_kind(subject)][subject] = said
    return kinds


def _assemble_aliases(party_id: str, parts: Mapping[str, Said]) -> tuple[Alias, ...]:
    aliases = build_parts(build_alias, party_id, parts)
    return tuple(sorted(aliases, key=lambda alias: alias.kind != PRIMARY_KIND))


def _collect_properties(said: Said) -> dict[str, tuple[str, ...]]:
    collected: defaultdict[str, set[str]] = defaultdict(set)
    for prop, values in said.items():
        if prop != words.SCHEMA:
            collected[_strip_schema(prop)].update(values)
    return {name: tuple(sorted(collected[name])) for name in sorted(collected)}


@cache
def _strip_schema(prop: str) -> str:
    return prop.partition(".")[2]
