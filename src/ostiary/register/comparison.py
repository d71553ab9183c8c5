"""What changed in a list between two versions, and for one party in every version."""

from collections.abc import Iterator

from sqlalchemy import Connection

from ostiary.database import Store
from ostiary.model.changes import Change
from ostiary.model.statements import ListVersion
from ostiary.register.differences import compare_states
from ostiary.register.presence import find_party, load_path, load_presences
from ostiary.register.rows import load_all
from ostiary.register.subjects import order_number
from ostiary.register.texts import split_chunks
from ostiary.register.versions import RecordedVersion, load_versions

#: Parties compared together: bounds the memory.
_BATCH = 200


def compare_versions(store: Store, before: RecordedVersion, after: RecordedVersion) -> Iterator[Change]:
    """Give what happened to each party between two versions: listed, amended, delisted, each by number.

    Args:
        store: Where it is read from.
        before: The earlier version.
        after: The later one, of the same list.
    """
    list_id = after.version.list_id
    with store.read() as connection:
        numbers = _find_changed(connection, list_id, before.id, after.id)
    for chunk in split_chunks(numbers, _BATCH):
        with store.read() as connection:
            rows = load_all(connection, chunk)
        for one in chunk:
            change = compare_states(f"{list_id}:{numbers[one]}", rows[one], before.id, after.id, after.entry_list)
            if change is not None:
                yield change


def _find_changed(connection: Connection, list_id: str, before: int, after: int) -> dict[int, str]:
    old, new = load_presences(connection, list_id, before), load_presences(connection, list_id, after)
    ranks = {}
    for number, presence in new.items():
        was = old[number].digest if number in old else None
        if was != presence.digest:
            ranks[number] = 0 if was is None else 1 if presence.digest is not None else 2
    ordered = sorted(ranks, key=lambda number: (ranks[number], order_number(number)))
    return {new[number].id: number for number in ordered}


def trace_party(store: Store, party_id: str) -> tuple[tuple[ListVersion, Change], ...]:
    """Return what each version changed for a party, the first one first; empty if it was never recorded."""
    with store.read() as connection:
        party = find_party(connection, party_id)
        if party is None:
            return ()
        rows = load_all(connection, [party])[party]
        path = load_path(connection, party)
        versions = {one.id: one for one in load_versions(connection, party_id.partition(":")[0])}
    found = ((versions[one.version], one.version) for one in path)
    # Ids of versions only grow, so one less stands for "just before", whichever list that version is of.
    changes = ((at, compare_states(party_id, rows, id_ - 1, id_, at.entry_list)) for at, id_ in found)
    return tuple((at.version, change) for at, change in changes if change is not None)
