"""Which listings are one party with one: computed links and judgements together, worked out when asked."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from ostiary.identity.clusters import STRENGTH, resolve_links, walk_links
from ostiary.model.identity import Judgement, Link, LinkState

#: Takes a listing; returns the computed links of all that it is linked to in any way.
FindLinks = Callable[[str], Iterable[Link]]


class Linking:
    """The links as of one moment; of judgements on the same two listings the last one counts.

    Args:
        find_computed: The computed links.
        judgements: What people judged by that moment, in the order in which it was recorded.
    """

    def __init__(self, find_computed: FindLinks, judgements: Sequence[Judgement] = ()) -> None:
        self._find_computed = find_computed
        self._judged: defaultdict[str, list[Judgement]] = defaultdict(list)
        for judgement in {(one.left, one.right): one for one in judgements}.values():
            self._judged[judgement.left].append(judgement)
            self._judged[judgement.right].append(judgement)

    def find_links(self, listing: str) -> tuple[Link, ...]:
        """Return all links around a listing with their states: those that hold, are blocked, or in conflict."""
        links: dict[tuple[str, str], Link] = {}
        judged: dict[tuple[str, str], Judgement] = {}
        waiting, seen = [listing], {listing}
        while waiting:
            here = waiting.pop()
            found = {(link.left, link.right): link for link in self._find_computed(here)}
            own = {(one.left, one.right): one for one in self._judged[here]}
            links |= found
            judged |= own
            news = {end for ends in (*found, *own) for end in ends} - seen
            seen |= news
            waiting += news
        return resolve_links(_join(links, judged))

    def find_all(self, listings: Iterable[str]) -> tuple[Link, ...]:
        """Return all links with their states, those around some listings and those that were judged."""
        seen: set[str] = set()
        links: list[Link] = []
        for listing in (*listings, *self._judged):
            if listing not in seen:
                found = self.find_links(listing)
                links += found
                seen |= {listing, *(end for link in found for end in (link.left, link.right))}
        return tuple(links)

    def find_linked(self, listing: str) -> tuple[Link, ...]:
        """Return the other listings of its party: one link for each, from the listing to it, ordered by id."""
        chains = walk_links(self.find_links(listing), listing)
        return tuple(_make_chain(listing, other, chain) for other, chain in sorted(chains.items()))


def _join(links: dict[tuple[str, str], Link], judged: dict[tuple[str, str], Judgement]) -> list[Link]:
    """Return links as they were judged; what was not judged is as computed."""
    taken = {_sort_ends(link): link for link in links.values()}
    for ends, judgement in judged.items():
        computed = taken.get(ends, Link(*ends, "linked", "judgement"))
        state: LinkState = "linked" if judgement.verdict == "same" else "blocked"
        taken[ends] = replace(computed, state=state, basis="judgement", judgement=judgement)
    return list(taken.values())


def _sort_ends(link: Link) -> tuple[str, str]:
    return (link.left, link.right) if link.left < link.right else (link.right, link.left)


def _make_chain(listing: str, other: str, chain: Sequence[Link]) -> Link:
    """Return one link for a chain of them: it rests on its weakest step."""
    between, here = [], listing
    for link in chain:
        here = link.right if link.left == here else link.left
        between.append(here)
    return Link(
        left=listing,
        right=other,
        state="linked",
        basis=max((link.basis for link in chain), key=STRENGTH.index),
        evidence=tuple(one for link in chain for one in link.evidence),
        contradictions=tuple(one for link in chain for one in link.contradictions),
        judgement=next((link.judgement for link in chain if link.judgement), None),
        via=tuple(between[:-1]),
    )
