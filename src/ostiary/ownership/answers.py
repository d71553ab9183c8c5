"""The answer on one company: verdict, what it rests on, the tree of its owners, and all that is not known."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from fractions import Fraction

from ostiary.model.ownership import (
    UNKNOWN,
    CompanyVerdict,
    OwnershipAnswer,
    OwnershipRule,
    OwnershipVerdict,
    write_percent,
)
from ostiary.ownership.cases import Case
from ostiary.ownership.graph import HoldingGraph, find_upstream
from ostiary.ownership.trees import draw_tree


def answer_on(case: Case, number: int) -> OwnershipAnswer:
    """Return the answer on one company; relations of lists are not in it yet."""
    graph, upstream = case.graph, find_upstream(case.graph, number)
    verdict, counted = case.judge(number), count_part(case, number)
    return OwnershipAnswer(
        graph.names[number],
        case.standing(number).party,
        case.day,
        verdict,
        _explain(case, number, verdict, counted),
        write_percent(counted),
        case.rule,
        draw_tree(case, number),
        tuple(_say_unknown(graph, _find_doubtful(case, upstream))),
        tuple(_find_ultimate(case, upstream[1:])),
        tuple(one for node in upstream for one in case.questions.get(node, ())),
        known=tuple(_say_listings(case, upstream)),
    )


def judge_all(case: Case) -> Iterator[CompanyVerdict]:
    """Give the verdicts on all companies, in the order of names."""
    graph = case.graph
    companies = [number for number in range(len(graph)) if graph.holders[number]]
    for number in sorted(companies, key=lambda one: (graph.names[one], graph.keys[one])):
        party, counted = case.standing(number).party, write_percent(count_part(case, number))
        yield CompanyVerdict(graph.names[number], party, case.judge(number), counted)


def count_part(case: Case, number: int) -> Fraction:
    """Return what blocked owners certainly hold of a company: all together, or the one that holds most."""
    graph, reached = case.graph, case.certain
    if case.rule.aggregation == "all":
        return _sum(graph, number, reached.nodes)
    jointly = case.rule.aggregation == "joint"
    holders = {edge.owner for edge in graph.holders[number]}
    owners = {one for one in holders if one in reached.nodes}.union(
        *(reached.through.get(one, ()) for one in holders)
    )
    groups = ({owner} | {one for one in holders if owner in reached.through.get(one, ())} for owner in owners)
    return max((_sum(graph, number, group, jointly=jointly) for group in groups), default=Fraction(0))


def _sum(graph: HoldingGraph, number: int, owners: Collection[int], *, jointly: bool = False) -> Fraction:
    edges = graph.holders[number]
    joint = {name for edge in edges if edge.owner in owners for name in edge.joint} if jointly else set[str]()
    return sum((edge.share.least for edge in edges if edge.owner in owners or edge.joint & joint), Fraction(0))


def _explain(case: Case, number: int, verdict: OwnershipVerdict, counted: Fraction) -> str:
    held = f"{write_percent(counted)} is held by {_say_owners(case.rule)}; {case.rule.limit} is enough"
    if verdict == "listed":
        return f"it is blocked itself: {case.standing(number).why}"
    if verdict == "blocked by rule":
        by_shares = case.rule.reaches(counted - case.graph.excess(number))
        return held if by_shares else f"it is controlled by {', '.join(_find_controllers(case, number))}"
    if not case.graph.is_owned(number):
        return "no holding in it is loaded for that day"
    if verdict == "cannot tell":
        return f"for certain {held}, and what is not known could change it"
    return f"{held}, and what is not known is too little to reach that"


def _say_owners(rule: OwnershipRule) -> str:
    return {
        "all": "blocked owners together",
        "joint": "any one blocked owner, with those who act jointly with it",
        "alone": "any one blocked owner",
    }[rule.aggregation]


def _find_controllers(case: Case, number: int) -> Iterator[str]:
    for edge in case.graph.holders[number]:
        if edge.control and case.counts(edge):
            yield case.graph.names[edge.owner]


def _find_doubtful(case: Case, upstream: Sequence[int]) -> Iterator[int]:
    """Give the company itself and those above it of which it cannot be told: only there more knowledge matters."""
    yield upstream[0]
    for number in upstream[1:]:
        if number in case.possible.nodes and number not in case.certain.nodes:
            yield number


def _say_unknown(graph: HoldingGraph, upstream: Iterable[int]) -> Iterator[str]:
    for number in upstream:
        name = graph.names[number]
        for edge in graph.holders[number]:
            if not edge.control and edge.share == UNKNOWN:
                yield f"what {graph.names[edge.owner]} holds of {name} is not stated"
            elif edge.share.least != edge.share.most:
                yield f"{graph.names[edge.owner]} holds {edge.share} of {name}"
        if excess := graph.excess(number):
            yield f"the shares in {name} add up to {write_percent(1 + excess)}: they contradict each other"
        if rest := graph.rest(number):
            yield f"{write_percent(rest)} of {name} is held by nobody who is named"


def _find_ultimate(case: Case, owners: Iterable[int]) -> Iterator[str]:
    for number in owners:
        if not case.graph.is_owned(number) and number not in case.possible.nodes:
            yield case.graph.names[number]


def _say_listings(case: Case, upstream: Iterable[int]) -> Iterator[str]:
    for number in upstream:
        standing = case.standing(number)
        if standing.state == "none" and standing.why:
            yield standing.why
