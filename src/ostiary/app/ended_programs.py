"""The programs that a party was under in earlier versions: on the day of a report they may have been in force."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ostiary.model.acts import Membership
from ostiary.model.changes import Change
from ostiary.model.parties import Party
from ostiary.model.statements import ListVersion
from ostiary.register import Register


def add_ended_programs(party: Party, register: Register) -> Party:
    """Return a party whose first entry also holds the programs that a later version took from it.

    Args:
        party: In its newest state; of a delisted one the last programs stand in it already.
        register: What knows its history.
    """
    if not party.entries:
        return party
    labels = [version.label for version in register.versions(party.list_id)]
    first, *others = party.entries
    ended = tuple(_ended(register.history(party.id), labels, first.id))
    if party.delisted_in:
        ended = tuple(one for one in ended if one.gone_in != party.delisted_in)
    return (
        replace(party, entries=(replace(first, programs=(*first.programs, *ended)), *others)) if ended else party
    )


def _ended(
    history: Sequence[tuple[ListVersion, Change]], labels: Sequence[str], listing: str
) -> Iterator[Membership]:
    """Yield each stretch of versions that showed a program and was followed by one without it."""
    began: dict[str, tuple[str, str]] = {}
    for version, change in history:
        at = labels.index(version.label)
        before = labels[at - 1] if at else ""
        after = frozenset(change.programs_after)
        for tag in after - began.keys():
            began[tag] = version.label, before
        for tag in sorted(began.keys() - after):
            first_in, absent_in = began.pop(tag)
            yield Membership(tag, listing, first_in, absent_in, last_in=before, gone_in=version.label)
