"""The last state of parties that are on their list no longer."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from ostiary.database import Store
from ostiary.model.parties import Entry, Party
from ostiary.register.presence import Presence, find_party, load_path, load_presences
from ostiary.register.state import State
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
    number = party_id.partition(":")[2]
    last = {number: path[-1]} if path else {}
    return next(_load_gone(store, last, versions, valid_on), None)


def load_delisted(store: Store, versions: Sequence[RecordedVersion]) -> Iterator[Party]:
    """Give all parties of a list that stood once and do not in the last of some versions, each as it last stood.

    Args:
        store: Where they are read from.
        versions: The versions of the list up to the one in question, the first one first.
    """
    with store.read() as connection:
        presences = load_presences(connection, versions[-1].version.list_id, versions[-1].id)
    return _load_gone(store, presences, versions, None)


def _load_gone(
    store: Store, presences: Mapping[str, Presence], versions: Sequence[RecordedVersion], valid_on: date | None
) -> Iterator[Party]:
    """Give those that are gone; together those that went in one version, for their last state is one."""
    left: defaultdict[int, list[str]] = defaultdict(list)
    for number, presence in presences.items():
        if presence.digest is None:
            left[presence.version].append(f"{versions[-1].version.list_id}:{number}")
    for place, version in enumerate(versions):
        if gone := left.get(version.id):
            yield from _close(State(store, versions[:place], valid_on).pick(gone), version.version.label)


def _close(parties: Iterable[Party], delisted_in: str) -> Iterator[Party]:
    for party in parties:
        entries = tuple(_close_entry(entry, party.version) for entry in party.entries)
        yield replace(party, entries=entries, delisted_in=delisted_in)


def _close_entry(entry: Entry, last_in: str) -> Entry:
    return replace(entry, programs=tuple(replace(membership, last_in=last_in) for membership in entry.programs))
