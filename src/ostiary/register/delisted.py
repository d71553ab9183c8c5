"""The last state of a party that is on its list no longer."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ostiary.model.parties import Entry, Party
from ostiary.register.presence import find_party, load_path
from ostiary.register.state import State
from ostiary.register.store import Store
from ostiary.register.versions import RecordedVersion


def find_delisted(
    store: Store, party_id: str, versions: Sequence[RecordedVersion], valid_on: date | None
) -> Party | None:
    """Return a party as it last stood, or None if it was never listed, or is listed in the last of the versions.

    Args:
        store: Where it is read from.
        party_id: The party.
        versions: The versions of its list up to the one in question, the first one first.
        valid_on: Leave out what was certainly not in force on this day; None: leave nothing out.
    """
    with store.read() as connection:
        one = find_party(connection, party_id)
        path = (
            [] if one is None else [step for step in load_path(connection, one) if step.version <= versions[-1].id]
        )
    if not path or path[-1].digest is not None:
        return None
    listed = [version for version in versions if version.id < path[-1].version]
    party = State(store, listed, valid_on).party(party_id)
    return None if party is None else _close_party(party, versions[len(listed)].version.label)


def _close_party(party: Party, delisted_in: str) -> Party:
    entries = tuple(_close_entry(entry, party.version) for entry in party.entries)
    return replace(party, entries=entries, delisted_in=delisted_in)


def _close_entry(entry: Entry, last_in: str) -> Entry:
    return replace(entry, programs=tuple(replace(membership, last_in=last_in) for membership in entry.programs))
