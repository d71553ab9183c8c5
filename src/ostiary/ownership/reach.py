"""What a rule reaches: the least set of companies that follows from what is certain, and the largest that may.

Both are one computation over a rule that is monotone: more blocked owners never make fewer blocked companies. So
the least fixed point exists, is the same in whatever order owners are taken, and is found by a work-list that
looks at each edge once; circles end by themselves. It starts either from nothing but blocked owners and certain
shares, or from all that nobody is known to hold as well (what is not known to be another's may be theirs).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from ostiary.model.ownership import OwnershipRule
from ostiary.ownership.graph import Edge, HoldingGraph

_NOTHING = Fraction(0)


@dataclass(slots=True)
class Reach:
    """Companies that blocked owners own or control under a rule.

    Attributes:
        nodes: Blocked owners and the companies that they reach.
        controlling: Those of them whose control suffices, whatever the rule says of control.
        through: For each company so reached the owners on whose account it is, where each counts alone.
    """

    nodes: set[int]
    controlling: set[int]
    through: dict[int, set[int]] = field(default_factory=dict)


def find_certain(
    graph: HoldingGraph, blocked: Iterable[int], rule: OwnershipRule, controlling: Iterable[int] = ()
) -> Reach:
    """Return what follows for certain from the shares that are stated.

    Args:
        graph: The holdings of a day.
        blocked: Owners that are blocked by themselves.
        rule: The rule.
        controlling: Those of them whose control suffices, whatever the rule says of control.
    """
    start = [-graph.excess(number) for number in range(len(graph))]
    return _find(graph, set(blocked), rule, start, set(controlling))


def find_possible(
    graph: HoldingGraph, blocked: Iterable[int], rule: OwnershipRule, controlling: Iterable[int] = ()
) -> Reach:
    """Return what may follow if all that is not known turns out for the worst; the arguments as above.

    Args:
        graph: The holdings of a day.
        blocked: Owners that are blocked, and those that may be.
        rule: The rule.
        controlling: As for :func:`find_certain`.
    """
    start = [graph.rest(number) for number in range(len(graph))]
    return _find(graph, set(blocked), rule, start, set(controlling))


def _find(
    graph: HoldingGraph, blocked: set[int], rule: OwnershipRule, start: Sequence[Fraction], controlling: set[int]
) -> Reach:
    # Whom such a government owns or controls is that government, by the instrument's own definition.
    own = [min(part, _NOTHING) for part in start]
    governed = _spread(graph, controlling, rule, own, control=True) if controlling else set[int]()
    if rule.aggregation == "all":
        return Reach(_spread(graph, blocked | governed, rule, start, control=rule.control), governed)
    return _reach_alone(graph, blocked | governed, rule, start, governed)


def _spread(
    graph: HoldingGraph, blocked: set[int], rule: OwnershipRule, start: Sequence[Fraction], *, control: bool
) -> set[int]:
    """Close a set of owners under the rule, all their shares together."""
    reached = blocked | {number for number, part in enumerate(start) if part and rule.reaches(part)}
    parts: dict[int, Fraction] = {}
    waiting = list(reached)
    while waiting:
        for edge in graph.held[waiting.pop()]:
            if edge.owned in reached:
                continue
            if not edge.control:
                parts[edge.owned] = parts.get(edge.owned, start[edge.owned]) + edge.share.least
            if (edge.control and control) or (not edge.control and rule.reaches(parts[edge.owned])):
                reached.add(edge.owned)
                waiting.append(edge.owned)
    return reached


def _reach_alone(
    graph: HoldingGraph, blocked: set[int], rule: OwnershipRule, start: Sequence[Fraction], governed: set[int]
) -> Reach:
    """Close each owner by itself, with those who act jointly with it."""
    unknown = _Alone(graph, rule, start)
    unknown.spread([number for number, part in enumerate(start) if part and rule.reaches(part)])
    through: defaultdict[int, set[int]] = defaultdict(set)
    for owner in sorted(blocked):
        one = _Alone(graph, rule, start, unknown)
        one.spread([owner])
        for number in one.reached - {owner}:
            through[number].add(owner)
    return Reach(blocked | unknown.reached | set(through), governed, dict(through))


class _Alone:
    """One owner with all that it holds through companies which it owns or controls itself.

    Args:
        graph: The holdings.
        rule: The rule.
        start: What of each company counts from the start.
        below: What is reached without any owner being named: it may be this one's as well.
    """

    def __init__(
        self, graph: HoldingGraph, rule: OwnershipRule, start: Sequence[Fraction], below: "_Alone | None" = None
    ) -> None:
        self._graph, self._rule, self._start, self._below = graph, rule, start, below
        self.reached: set[int] = set()
        #: Edges that count, by their identity: each counts once, also under a joint arrangement.
        self.counted: set[int] = set()
        self._parts: dict[int, Fraction] = {}

    def spread(self, owners: Iterable[int]) -> None:
        """Take owners in, and all that follows."""
        waiting = [one for one in owners if not self._has(one)]
        self.reached.update(waiting)
        while waiting:
            for edge in self._graph.held[waiting.pop()]:
                if not self._has(edge.owned) and self._gains(edge):
                    self.reached.add(edge.owned)
                    waiting.append(edge.owned)

    def _has(self, number: int) -> bool:
        return number in self.reached or (self._below is not None and number in self._below.reached)

    def _gains(self, edge: Edge) -> bool:
        if edge.control:
            return self._rule.control
        new = [one for one in self._join(edge) if not self._is_counted(one)]
        self.counted.update(map(id, new))
        part = self.part(edge.owned) + sum((one.share.least for one in new), _NOTHING)
        self._parts[edge.owned] = part
        return self._rule.reaches(part)

    def _join(self, edge: Edge) -> Iterable[Edge]:
        """Give the edge and those of all who act jointly with its owner in that company."""
        if self._rule.aggregation != "joint" or not edge.joint:
            return (edge,)
        others = self._graph.holders[edge.owned]
        return [one for one in others if one is edge or (one.joint & edge.joint and not one.control)]

    def _is_counted(self, edge: Edge) -> bool:
        return id(edge) in self.counted or (self._below is not None and id(edge) in self._below.counted)

    def part(self, number: int) -> Fraction:
        """Return what of a company counts by now."""
        if number in self._parts:
            return self._parts[number]
        return self._below.part(number) if self._below else self._start[number]
