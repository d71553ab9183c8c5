"""Whose names hold some words: for a word of a name, which by itself names nobody."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import numpy as np

from ostiary.identity.clusters import list_of
from ostiary.index import Index
from ostiary.model.identity import Link
from ostiary.names.analysis import NameClass, name_readings
from ostiary.names.keys import joined_key
from ostiary.programs.notices import load_notice_files


def find_bearers(index: Index, text: str) -> dict[str, str]:
    """Return the parties of an index whose names hold every word of a text, those with the most names first.

    Words are compared as names are for screening, without regard to accents, case and order; a word in another
    script stands for its Latin form.

    Args:
        index: The listed names.
        text: One word or several.

    Returns:
        Id of each party to one of its names that holds them, a strong one if there is one.
    """
    held = [name for kind in NameClass for name in _find_names(index, text, kind)]
    held.sort(key=index.name_weak.item)
    bearers: dict[int, int] = {}
    for name in held:
        bearers.setdefault(int(index.name_party[name]), name)
    names = Counter(np.asarray(index.name_party).tolist())
    order = sorted(bearers, key=lambda party: (-names[party], party))
    return {index.party(party).id: index.name_texts[bearers[party]] for party in order}


def _find_names(index: Index, text: str, kind: NameClass) -> Iterable[int]:
    """Return the numbers of the names of one kind of bearer that hold every word of a text."""
    table, postings = index.words_of_class(kind), index.postings(kind)
    found: set[int] = set()
    for reading in name_readings(text, kind):
        each = [
            {
                int(name)
                for word in np.flatnonzero(table.keys == joined_key(form))
                for name in postings.names[postings.starts[word] : postings.starts[word + 1]]
            }
            for form in dict.fromkeys(word.form for word in reading.words)
        ]
        found |= set.intersection(*each) if each else set()
    first, _ = index.class_range(kind)
    return [first + name for name in sorted(found)]


def rank_parties(
    listings: Iterable[str], find_linked: Callable[[str], Sequence[Link]]
) -> tuple[tuple[str, ...], ...]:
    """Return listings as parties, each with all its listings, the best known first.

    That is: on the most lists; of these, with the most notices that concern it; of these, in the order given.

    Args:
        listings: Ids.
        find_linked: Takes a listing; returns a link to each other one that is the same party.
    """
    parties: list[tuple[str, ...]] = []
    seen: set[str] = set()
    for listing in listings:
        if listing not in seen:
            parties.append((listing, *(link.right for link in find_linked(listing) if link.state == "linked")))
            seen.update(parties[-1])
    noticed = _count_notices()
    parties.sort(key=lambda party: sum(noticed[one] for one in party), reverse=True)
    parties.sort(key=lambda party: len({list_of(one) for one in party}), reverse=True)
    return tuple(parties)


def _count_notices() -> Counter[str]:
    """Return how many notices concern each listing."""
    counts: Counter[str] = Counter()
    for file in load_notice_files():
        counts.update(listing for notice in file.notices for listing in notice.parties)
        for matter in file.matters:
            counts.update(dict.fromkeys(matter.parties, len(matter.notices)))
    return counts
