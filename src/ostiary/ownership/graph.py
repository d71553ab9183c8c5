"""Holdings of one day as a graph: owners, companies, and one edge for each pair of them.

What one source says of a pair in several lines is added up. What several sources say of the same pair is one
holding said twice, never two: its share then lies between the least and the most that any of them states.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from ostiary.model.ownership import Holding, Share
from ostiary.ownership.naming import key_owned, key_owner

#: Shares in one company that add up to this much over the whole are rounded, and no contradiction.
ROUNDING = Fraction(1, 100)
_WHOLE = Fraction(1)


@dataclass(frozen=True, slots=True)
class Edge:
    """One owner's hold on one company.

    Attributes:
        owner: Number of the owner.
        owned: Number of the company.
        share: Over all sources; of control nothing.
        control: Whether it is control, not shares.
        joint: Arrangements under which the owner acts with others.
        holdings: The lines that say so.
    """

    owner: int
    owned: int
    share: Share
    control: bool
    joint: frozenset[str]
    holdings: tuple[Holding, ...]


@dataclass(slots=True)
class HoldingGraph:
    """Who holds what on one day.

    Attributes:
        keys: Key of each node, by number.
        names: Its name as first written.
        held: For each node the edges to what it holds.
        holders: For each node the edges from those who hold it.
    """

    keys: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    held: list[list[Edge]] = field(default_factory=list)
    holders: list[list[Edge]] = field(default_factory=list)
    _numbers: dict[str, int] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.keys)

    def find(self, key: str) -> int | None:
        """Return the number of a node, or None if nothing is known of it on that day."""
        return self._numbers.get(key)

    def number(self, key: str, name: str) -> int:
        """Return the number of a node, a new one if need be."""
        number = self._numbers.setdefault(key, len(self.keys))
        if number == len(self.keys):
            self.keys.append(key)
            self.names.append(name)
            self.held.append([])
            self.holders.append([])
        return number

    def add(self, edge: Edge) -> None:
        """Take an edge in."""
        self.held[edge.owner].append(edge)
        self.holders[edge.owned].append(edge)

    def stated(self, number: int) -> Fraction:
        """Return what is certainly held of a company, by whomever."""
        return sum((edge.share.least for edge in self.holders[number]), Fraction(0))

    def is_owned(self, number: int) -> bool:
        """Return whether any owner of it is known."""
        return any(not edge.control for edge in self.holders[number])

    def excess(self, number: int) -> Fraction:
        """Return by how much the shares in a company contradict each other: what they are over the whole."""
        over = self.stated(number) - _WHOLE
        return over if over > ROUNDING else Fraction(0)

    def rest(self, number: int) -> Fraction:
        """Return what of a company nobody is said to hold; of one without any known owner nothing."""
        return max(_WHOLE - self.stated(number), Fraction(0)) if self.is_owned(number) else Fraction(0)


def build_graph(holdings: Iterable[Holding], day: date, judged: Mapping[str, str] | None = None) -> HoldingGraph:
    """Return the graph of the holdings that cover a day.

    Args:
        holdings: All of them; their order makes no difference to any answer.
        day: The day.
        judged: Folded name to the party that somebody judged it to be.
    """
    graph, known = HoldingGraph(), judged or {}
    lines: defaultdict[tuple[int, int, bool], list[Holding]] = defaultdict(list)
    for holding in holdings:
        if holding.covers(day):
            owner = graph.number(key_owner(holding, known), holding.owner)
            owned = graph.number(key_owned(holding, known), holding.owned)
            lines[owner, owned, holding.kind == "control"].append(holding)
    for (owner, owned, control), found in lines.items():
        joint = frozenset(one.joint for one in found if one.joint)
        graph.add(Edge(owner, owned, _join_sources(found), control, joint, tuple(found)))
    return graph


def _join_sources(holdings: Sequence[Holding]) -> Share:
    if len(holdings) == 1:
        return holdings[0].share
    sources: defaultdict[str, list[Share]] = defaultdict(list)
    for one in holdings:
        sources[one.source].append(one.share)
    least = [sum((share.least for share in shares), Fraction(0)) for shares in sources.values()]
    most = [min(_WHOLE, sum((share.most for share in shares), Fraction(0))) for shares in sources.values()]
    return Share(min(least), max(*most, *least))


def find_upstream(graph: HoldingGraph, number: int) -> list[int]:
    """Return a node and all who stand above it, directly or through others, each once."""
    found, waiting = {number: None}, [number]
    while waiting:
        for edge in graph.holders[waiting.pop()]:
            if edge.owner not in found:
                found[edge.owner] = None
                waiting.append(edge.owner)
    return list(found)
