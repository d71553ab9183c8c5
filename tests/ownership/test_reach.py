"""What a rule reaches: OFAC's and the UK's own cases in our words, and the laws that any such rule must obey."""

import csv
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostiary.model.ownership import Holding, OwnershipRule, Share, Standing
from ostiary.ownership.cases import make_case
from ostiary.ownership.graph import HoldingGraph, build_graph
from ostiary.ownership.reach import Reach, find_certain, find_possible
from ostiary.programs.ownership_laws import find_ownership_rule
from tests.ownership.ownership_samples import BLOCKING, DAY, RULES, find_all, graph_of

CASES = list(csv.DictReader((Path(__file__).parent / "cases.csv").read_text("utf-8").splitlines()))


@pytest.mark.parametrize("case", CASES, ids=[f"{one['regime']} {one['name']}" for one in CASES])
def test_a_case(case: dict[str, str]) -> None:
    graph, rule = graph_of(case["holdings"]), RULES[case["regime"]]
    blocked, doubtful = find_all(graph, case["blocked"]), find_all(graph, case["open"])
    certain = find_certain(graph, blocked, rule).nodes - blocked
    possible = find_possible(graph, blocked | doubtful, rule).nodes - blocked - doubtful
    assert {graph.names[one] for one in certain} == set(case["certain"].split())
    assert {graph.names[one] for one in possible - certain} == set(case["possible"].split())


def test_before_2014_one_blocked_person_had_to_own_half() -> None:
    rule = find_ownership_rule("us", DAY.replace(year=2013))
    graph = graph_of("X 25 A; Y 25 A; N 50 A; X 50 B; B 50 C")
    found = find_certain(graph, find_all(graph, "X Y"), rule).nodes
    assert {graph.names[one] for one in found} == {"X", "Y", "B", "C"}


def test_whom_a_blocked_government_controls_is_that_government() -> None:
    graph = graph_of("G controls A; N 100 A; A 50 B; M 50 B; A controls C; X controls D; N 100 D; N 100 C")
    government, other = find_all(graph, "G"), find_all(graph, "X")
    standings = {one: Standing("blocking", control=True) for one in government} | dict.fromkeys(other, BLOCKING)
    case = make_case(graph, RULES["us"], DAY, standings)
    assert {graph.names[one] for one in case.certain.nodes} == {"G", "X", "A", "B", "C"}


# The laws, over small graphs with circles, ranges, arrangements and contradictions.

NAMES = "ABCDEFGH"
PARTS = [Fraction(part, 12) for part in range(13)]


@st.composite
def holdings(draw: st.DrawFn) -> list[Holding]:
    owner = st.sampled_from(NAMES)
    found = []
    for _ in range(draw(st.integers(0, 16))):
        one, other = draw(owner), draw(owner)
        if one == other:
            continue
        least, most = sorted((draw(st.sampled_from(PARTS)), draw(st.sampled_from(PARTS))))
        control = draw(st.integers(0, 9)) == 0
        share = Share(Fraction(0), Fraction(0)) if control else Share(least, draw(st.sampled_from((least, most))))
        joint = draw(st.sampled_from(("", "", "J", "K")))
        source = draw(st.sampled_from(("one", "one", "two")))
        found.append(Holding(one, other, share, "control" if control else "ownership", joint, source=source))
    return found


rules = st.sampled_from([*RULES.values(), find_ownership_rule("us", DAY.replace(year=2013))])
Finder = Callable[[HoldingGraph, set[int], OwnershipRule], Reach]
finders: st.SearchStrategy[Finder] = st.sampled_from((find_certain, find_possible))
blocked_names = st.sets(st.sampled_from(NAMES), max_size=4)


def names_reached(found: list[Holding], blocked: set[str], rule: OwnershipRule, *, find: Finder) -> set[str]:
    graph = build_graph(found, DAY)
    seeds = find_all(graph, " ".join(blocked))
    reach = find(graph, seeds, rule)
    return {graph.names[one] for one in reach.nodes}


def refer(found: list[Holding], blocked: set[str], rule: OwnershipRule, *, find: Finder) -> set[str]:
    """The rule written down plainly: over and over, every company looked at afresh, until nothing changes."""
    graph = build_graph(found, DAY)
    seeds = find_all(graph, " ".join(blocked))
    start = {n: graph.rest(n) if find is find_possible else -graph.excess(n) for n in range(len(graph))}
    if rule.aggregation == "all":
        return {graph.names[one] for one in close(graph, seeds, rule, start)}
    everyone = close(graph, set(), rule, start) | seeds
    for seed in seeds:
        everyone |= close(graph, {seed}, rule, start)
    return {graph.names[one] for one in everyone}


def close(graph: HoldingGraph, group: set[int], rule: OwnershipRule, start: dict[int, Fraction]) -> set[int]:
    while True:
        new = {n for n in range(len(graph)) if n not in group and is_reached(graph, n, group, rule, start[n])}
        if not new:
            return group
        group = group | new


def is_reached(graph: HoldingGraph, node: int, group: set[int], rule: OwnershipRule, start: Fraction) -> bool:
    edges = graph.holders[node]
    if rule.control and any(edge.control and edge.owner in group for edge in edges):
        return True
    shares = [edge for edge in edges if not edge.control]
    joint = {name for edge in shares if edge.owner in group for name in edge.joint}
    if rule.aggregation != "joint":
        joint = set()
    counted = [edge for edge in shares if edge.owner in group or edge.joint & joint]
    part = start + sum((edge.share.least for edge in counted), Fraction(0))
    return bool(counted or start > 0) and rule.reaches(part)


@given(holdings(), blocked_names, rules, finders)
def test_it_is_what_the_plain_rule_says(
    found: list[Holding], blocked: set[str], rule: OwnershipRule, find: Finder
) -> None:
    assert names_reached(found, blocked, rule, find=find) == refer(found, blocked, rule, find=find)


@given(holdings(), blocked_names, rules, finders, st.randoms(use_true_random=False))
def test_the_order_makes_no_difference(
    found: list[Holding], blocked: set[str], rule: OwnershipRule, find: Finder, random: object
) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert names_reached(shuffled, blocked, rule, find=find) == names_reached(found, blocked, rule, find=find)


@given(holdings(), blocked_names, st.sampled_from(NAMES), rules, finders)
def test_one_more_blocked_owner_never_frees_a_company(
    found: list[Holding], blocked: set[str], more: str, rule: OwnershipRule, find: Finder
) -> None:
    before = names_reached(found, blocked, rule, find=find)
    assert before <= names_reached(found, blocked | {more}, rule, find=find)


@given(holdings(), blocked_names, rules)
def test_what_is_certain_is_possible(found: list[Holding], blocked: set[str], rule: OwnershipRule) -> None:
    certain = names_reached(found, blocked, rule, find=find_certain)
    assert certain <= names_reached(found, blocked, rule, find=find_possible)


@given(holdings(), blocked_names, rules, st.data())
def test_whatever_ranges_turn_out_to_be_lies_between(
    found: list[Holding], blocked: set[str], rule: OwnershipRule, data: st.DataObject
) -> None:
    """Settle every range at some share that leaves the companies whole: the answer lies within both sets."""
    settled = []
    for one in found:
        parts = [part for part in PARTS if one.share.least <= part <= one.share.most]
        part = data.draw(st.sampled_from(parts))
        settled.append(Holding(one.owner, one.owned, Share(part, part), one.kind, one.joint, source="one"))
    graph = build_graph(settled, DAY)
    if any(graph.stated(n) > 1 for n in range(len(graph))) or len({one.source for one in found}) > 1:
        return
    exact = names_reached(settled, blocked, rule, find=find_certain)
    assert names_reached(found, blocked, rule, find=find_certain) <= exact
    assert exact <= names_reached(found, blocked, rule, find=find_possible)


@pytest.mark.parametrize("regime", ["us", "eu", "uk"])
def test_a_long_circle_ends(regime: str) -> None:
    length = 5_000
    circle = (f"N{at} {60 if at else 40} N{(at + 1) % length}" for at in range(length))
    graph = graph_of(";".join(circle) + "; X 60 N1")
    assert len(find_certain(graph, find_all(graph, "X"), RULES[regime]).nodes) == length + 1
