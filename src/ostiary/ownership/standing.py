"""What a regime makes of one owner by itself: a listing that blocks, a government blocked without one, or none."""

from collections.abc import Iterable
from datetime import date

from ostiary.model.ownership import BlockingList, OwnershipLaw, Standing
from ostiary.model.parties import Entry, Party

#: How holdings name a government that is blocked without a listing: ``government:VE``.
GOVERNMENT = "government:"
NOTHING = Standing("none")


def judge_party(law: OwnershipLaw, party: Party) -> Standing:
    """Return whether a listing blocks under a regime.

    Args:
        law: The regime.
        party: As listed on the day that is asked about.
    """
    where = f"{party.id} ({party.caption}), version {party.version}"
    if party.delisted_in:
        return Standing("none", f"{where}: delisted, first absent in {party.delisted_in}", party.id)
    lists = [one for one in law.lists if one.list_id == party.list_id]
    blocking = [entry for entry in party.entries if any(_blocks(entry, one) for one in lists)]
    if not blocking:
        why = f"{where}: listed, but {_say_entries(party.entries)} does not block here"
        return Standing("none", why, party.id)
    programs = {one.program for entry in blocking for one in entry.programs}
    exempt = {one.tag: one.says for one in law.exempt}
    if programs and programs <= exempt.keys():
        return Standing("open", f"{where}: {exempt[min(programs)]}", party.id)
    return Standing("blocking", f"{where}: {', '.join(sorted(programs)) or 'listed'}", party.id)


def _blocks(entry: Entry, wanted: BlockingList) -> bool:
    if wanted.entry_list and entry.list_name != wanted.entry_list:
        return False
    return not wanted.measure or not entry.measures or wanted.measure in entry.measures


def _say_entries(entries: Iterable[Entry]) -> str:
    """Name lists and measures of entries, so that a reader sees what kind of listing it is."""
    said = [" / ".join((one.list_name, *one.measures)) for one in entries]
    return "; ".join(dict.fromkeys(said)) or "its entry"


def judge_government(law: OwnershipLaw, party_id: str, day: date) -> Standing:
    """Return whether a government is blocked without a listing on a day.

    Args:
        law: The regime.
        party_id: ``government:`` and its code.
        day: The day.
    """
    for one in law.governments:
        if one.id == party_id:
            if one.first <= day and (one.last is None or day <= one.last):
                return Standing("blocking", f"{one.name}: {one.says}", party_id, control=one.control)
            return Standing("none", f"{one.name}: not blocked as such on {day}; {one.says}", party_id)
    return Standing("none", f"{party_id}: not blocked as such under this regime", party_id)
