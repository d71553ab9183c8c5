"""The tree of a company's owners: who holds what of it, and who holds them, each taken apart once."""

from dataclasses import replace
from heapq import heappop, heappush
from typing import Final

from ostiary.model.ownership import OwnerState, OwnerStep
from ostiary.ownership.cases import Case
from ostiary.ownership.graph import Edge

#: Companies whose owners are drawn in one tree; the owners of others are asked for by themselves.
MOST_TAKEN_APART: Final = 500

_ORDER: Final = {"listed": 0, "blocked by rule": 1, "open": 2, "not blocked": 3, "ultimate": 4}


def draw_tree(case: Case, number: int) -> tuple[OwnerStep, ...]:
    """Return the owners of a company from the top down, those that count first.

    Args:
        case: Holdings, rule and what follows.
        number: The company.
    """
    steps: list[OwnerStep] = []
    taken_apart, to_take_apart = {number}, _choose(case, number)
    waiting = [(edge, 1) for edge in _sort(case, number)]
    while waiting:
        edge, depth = waiting.pop()
        owned = bool(case.graph.holders[edge.owner])
        repeated, cut = owned and edge.owner in taken_apart, owned and edge.owner not in to_take_apart
        steps.append(replace(_step(case, edge, depth), repeated=repeated, cut=cut))
        if not repeated and not cut:
            taken_apart.add(edge.owner)
            waiting.extend((one, depth + 1) for one in _sort(case, edge.owner))
    return tuple(steps)


def _choose(case: Case, number: int) -> set[int]:
    """Return the companies whose owners are drawn: those that count before others, near ones before far ones."""
    chosen: set[int] = set()
    waiting = [(0, 0, number)]
    while waiting and len(chosen) < MOST_TAKEN_APART:
        _, depth, node = heappop(waiting)
        if node not in chosen:
            chosen.add(node)
            for edge in case.graph.holders[node]:
                heappush(waiting, (_ORDER[find_state(case, edge.owner)], depth + 1, edge.owner))
    return chosen


def _sort(case: Case, number: int) -> list[Edge]:
    """Return the edges to the owners of a company, the one to be drawn first at the end."""

    def rank(edge: Edge) -> tuple[object, ...]:
        state = _ORDER[find_state(case, edge.owner)]
        return edge.control, state, -edge.share.most, case.graph.names[edge.owner], case.graph.keys[edge.owner]

    return sorted(case.graph.holders[number], key=rank, reverse=True)


def find_state(case: Case, number: int) -> OwnerState:
    """Return how an owner counts."""
    if case.standing(number).state == "blocking":
        return "listed"
    if number in case.certain.nodes:
        return "blocked by rule"
    if number in case.possible.nodes:
        return "open"
    return "not blocked" if case.graph.is_owned(number) else "ultimate"


def _step(case: Case, edge: Edge, depth: int) -> OwnerStep:
    graph, state = case.graph, find_state(case, edge.owner)
    first = max((one.first.isoformat() for one in edge.holdings if one.first), default="")
    last = min((one.last.isoformat() for one in edge.holdings if one.last), default="")
    return OwnerStep(
        depth,
        graph.names[edge.owner],
        case.standing(edge.owner).party,
        state,
        _say_why(case, edge.owner, state),
        graph.names[edge.owned],
        "control" if edge.control else "ownership",
        "" if edge.control else str(edge.share),
        case.counts(edge),
        tuple(sorted(edge.joint)),
        tuple(dict.fromkeys(one.source for one in edge.holdings if one.source)),
        first,
        last,
    )


def _say_why(case: Case, number: int, state: OwnerState) -> str:
    standing = case.standing(number)
    if standing.why or state != "open":
        return standing.why
    asked = [one.party for one in case.questions.get(number, ())]
    return f"bears the name of {', '.join(asked)}: the same?" if asked else "its owners are not all known"
