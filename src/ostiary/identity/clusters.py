"""Which links hold together: a chain of links never makes one party of two listings of one list.

A list seldom enters one party twice. So where links would join two of its listings which nothing else says to be
one party, somebody is mistaken, and a rule cannot tell who: such links are reported as conflicts and join nothing.
Nor does a link that is only proposed.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from ostiary.model.identity import Evidence, Link, LinkBasis

#: What holds more is joined first.
STRENGTH: Final[tuple[LinkBasis, ...]] = (
    "judgement",
    "cross reference",
    "identifier",
    "name, birth date and country",
    "one name under two programs",
)
_ONE_LIST: Final = "two listings of one list"
_HELD_APART: Final = "held apart"
#: What makes one party of two listings of one list; a name does not, whatever goes with it.
_JOINS_ONE_LIST: Final = frozenset(STRENGTH[:3])


def resolve_links(links: Iterable[Link]) -> tuple[Link, ...]:
    """Return links with those in conflict marked so, the strongest first; what is blocked stays blocked.

    What is proposed stays so, unless other links join the two.

    Args:
        links: At most one for any two listings.
    """
    groups = _Groups(links)
    waiting = groups.open
    clashes: dict[tuple[str, str], Evidence] = {}
    while waiting:
        clashes = {}
        for basis in STRENGTH:
            clashes |= groups.join([link for link in waiting if link.basis == basis])
        # What joined may have settled what excluded each other, so those that wait are asked again.
        if len(clashes) == len(waiting):
            break
        waiting = [link for link in waiting if _ends(link) in clashes]
    resolved = [
        *groups.blocked,
        *groups.list_proposed(),
        *(_mark(link, clashes.get(_ends(link))) for link in groups.open),
    ]
    return tuple(sorted(resolved, key=lambda link: (STRENGTH.index(link.basis), link.left, link.right)))


def _mark(link: Link, clash: Evidence | None) -> Link:
    return replace(link, state="conflict", contradictions=(*link.contradictions, clash)) if clash else link


def _ends(link: Link) -> tuple[str, str]:
    return link.left, link.right


def list_of(listing: str) -> str:
    """Return the id of the list that a listing stands on."""
    return listing.partition(":")[0]


class _Groups:
    """Listings joined so far."""

    def __init__(self, links: Iterable[Link]) -> None:
        self.open: list[Link] = []
        self.blocked: list[Link] = []
        self._proposed: list[Link] = []
        self._members: dict[str, list[str]] = {}
        self._apart: dict[frozenset[str], Link] = {}
        self._of_one_list: set[frozenset[str]] = set()
        for link in links:
            self._take(link)

    def _take(self, link: Link) -> None:
        for one in (link.left, link.right):
            self._members.setdefault(one, [one])
        ends = frozenset((link.left, link.right))
        same_list = list_of(link.left) == list_of(link.right)
        if link.state == "blocked":
            self.blocked.append(link)
            self._apart[ends] = link
            return
        if link.state == "proposed":
            self._proposed.append(link)
            return
        self.open.append(link)
        if same_list and link.basis in _JOINS_ONE_LIST:
            self._of_one_list.add(ends)

    def list_proposed(self) -> list[Link]:
        """Return the links that are proposed between listings which nothing has joined."""
        return [one for one in self._proposed if self._members[one.left] is not self._members[one.right]]

    def join(self, links: Sequence[Link]) -> dict[tuple[str, str], Evidence]:
        """Join what links of one strength join without conflict, and return what clashes in the others.

        Of two links of one strength that exclude each other neither joins.
        """
        within_first = sorted(links, key=lambda link: (list_of(link.left) != list_of(link.right), _ends(link)))
        clashes = self._find_rivals(within_first)
        for link in within_first:
            clash = clashes.get(_ends(link)) or self._find_clash(link)
            if clash:
                clashes[_ends(link)] = clash
            else:
                self._merge(link)
        return clashes

    def _merge(self, link: Link) -> None:
        ours, theirs = self._members[link.left], self._members[link.right]
        if ours is not theirs:
            ours.extend(theirs)
            for one in theirs:
                self._members[one] = ours

    def _find_clash(self, link: Link) -> Evidence | None:
        """Return the first two listings that a link must not join."""
        ours, theirs = self._members[link.left], self._members[link.right]
        if ours is theirs:
            return None
        found = (self._clash(one, other) for one in sorted(ours) for other in sorted(theirs))
        return next(filter(None, found), None)

    def _clash(self, one: str, other: str) -> Evidence | None:
        ends = frozenset((one, other))
        if ends in self._apart:
            against = self._apart[ends].contradictions
            return against[0] if against else Evidence(_HELD_APART, one, other, "judged", "judged")
        if list_of(one) == list_of(other) and ends not in self._of_one_list:
            return Evidence(_ONE_LIST, one, other, list_of(one), list_of(other))
        return None

    def _find_rivals(self, links: Sequence[Link]) -> dict[tuple[str, str], Evidence]:
        """Return the links that lead from one group to two listings of one list, with these two.

        A link that what was joined before rules out is nobody's rival.
        """
        targets: defaultdict[tuple[int, str], list[tuple[str, Link]]] = defaultdict(list)
        for link in links:
            if list_of(link.left) != list_of(link.right) and not self._find_clash(link):
                for near, far in (_ends(link), _ends(link)[::-1]):
                    targets[id(self._members[near]), list_of(far)].append((far, link))
        rivals: dict[tuple[str, str], Evidence] = {}
        for aims in targets.values():
            for far, link in aims:
                other = next((one for one, _ in aims if self._are_rivals(one, far)), None)
                if other:
                    rivals[_ends(link)] = Evidence(_ONE_LIST, far, other, list_of(far), list_of(other))
        return rivals

    def _are_rivals(self, one: str, other: str) -> bool:
        """Whether two listings of one list are neither joined already nor said to be one party."""
        joined = one == other or self._members[one] is self._members[other]
        return not joined and frozenset((one, other)) not in self._of_one_list


def walk_links(links: Iterable[Link], start: str) -> dict[str, tuple[Link, ...]]:
    """Return the listings that are one party with one, each with the shortest chain of links to it.

    Args:
        links: Resolved ones.
        start: The listing.
    """
    near: defaultdict[str, list[Link]] = defaultdict(list)
    for link in links:
        if link.state == "linked":
            near[link.left].append(link)
            near[link.right].append(link)
    chains: dict[str, tuple[Link, ...]] = {start: ()}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for link in near[here]:
            there = link.right if link.left == here else link.left
            if there not in chains:
                chains[there] = (*chains[here], link)
                waiting.append(there)
    del chains[start]
    return chains
