"""What differs between what two versions say of one party."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from ostiary.model import vocabulary
from ostiary.model.changes import Amendment, Change
from ostiary.register.digests import Content
from ostiary.register.rows import StatementRow, read_content, stands_at
from ostiary.register.subjects import PRIMARY_KIND, order_subject


def compare_states(
    party_id: str, rows: Sequence[StatementRow], before: int, after: int, entry_list: str
) -> Change | None:
    """Return what happened to a party between two versions, or None if nothing did.

    Args:
        party_id: The party.
        rows: Every statement ever recorded of it.
        before: Id of the earlier version; 0 for the time before the first.
        after: Id of the later one.
        entry_list: Name of the list whose entries' programs count; empty: all.
    """
    old = [read_content(row) for row in rows if stands_at(row, before)]
    new = [read_content(row) for row in rows if stands_at(row, after)]
    if Counter(old) == Counter(new):
        return None
    return Change(
        kind="amended" if old and new else "listed" if new else "delisted",
        party_id=party_id,
        name=find_name(new or old) or party_id,
        programs_before=list_programs(old, entry_list),
        programs_after=list_programs(new, entry_list),
        amendments=find_amendments(old, new) if old and new else (),
    )


def find_name(contents: Sequence[Content]) -> str:
    """Return the primary name among what is said of a party, any name if none is primary, or an empty text."""
    primary = {
        subject for subject, prop, value, *_ in contents if prop == vocabulary.ALIAS_KIND and value == PRIMARY_KIND
    }
    names = [(subject, value) for subject, prop, value, *_ in contents if prop == vocabulary.ALIAS_NAME]
    ordered = sorted(names, key=lambda name: (name[0] not in primary, order_subject(name[0]), name[1]))
    return ordered[0][1] if ordered else ""


def list_programs(contents: Sequence[Content], entry_list: str) -> tuple[str, ...]:
    """Return the program tags of a party's entries, sorted, each once.

    Args:
        contents: What is said of the party.
        entry_list: Name of the list whose entries count; empty: all.
    """
    counted = {
        subject for subject, prop, value, *_ in contents if prop == vocabulary.ENTRY_LIST and value == entry_list
    }
    tags = {
        value
        for subject, prop, value, *_ in contents
        if prop == vocabulary.ENTRY_PROGRAM and (not entry_list or subject in counted)
    }
    return tuple(sorted(tags))


def find_amendments(old: Iterable[Content], new: Iterable[Content]) -> tuple[Amendment, ...]:
    """Return what changed, property by property, in the order of their names.

    A value that only moved to another subject (an alias with a new number) is no amendment, unless nothing else
    changed in that property.
    """
    before, after = Counter(old), Counter(new)
    removed, added = _group_values(before - after), _group_values(after - before)
    return tuple(
        _amend(prop, removed.get(prop, Counter()), added.get(prop, Counter()))
        for prop in sorted(removed.keys() | added.keys())
    )


def _group_values(contents: Counter[Content]) -> dict[str, Counter[str]]:
    grouped: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for (_, prop, value, _, _), count in contents.items():
        grouped[prop][value] += count
    return grouped


def _amend(prop: str, removed: Counter[str], added: Counter[str]) -> Amendment:
    if removed != added:
        removed, added = removed - added, added - removed
    return Amendment(prop, tuple(sorted(removed)), tuple(sorted(added)))
