"""One rule over the holdings of one day: what it reaches for certain, and what it may reach."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ostiary.model.ownership import NameQuestion, OwnershipRule, OwnershipVerdict, Standing
from ostiary.ownership.graph import Edge, HoldingGraph
from ostiary.ownership.reach import Reach, find_certain, find_possible
from ostiary.ownership.standing import NOTHING


@dataclass(frozen=True, slots=True)
class Case:
    """What a rule makes of the holdings of a day.

    Attributes:
        graph: The holdings.
        rule: The rule.
        day: The day.
        standings: What each node is by itself; a node that is absent is nothing.
        questions: For each node the listings that bear its name, which nobody has answered.
        certain: What the rule reaches for certain.
        possible: What it may reach.
    """

    graph: HoldingGraph
    rule: OwnershipRule
    day: date
    standings: Mapping[int, Standing]
    questions: Mapping[int, tuple[NameQuestion, ...]]
    certain: Reach
    possible: Reach

    def standing(self, number: int) -> Standing:
        """Return what a node is by itself."""
        return self.standings.get(number, NOTHING)

    def judge(self, number: int) -> OwnershipVerdict:
        """Return the verdict on one company."""
        if self.standing(number).state == "blocking":
            return "listed"
        if number in self.certain.nodes:
            return "blocked by rule"
        if number in self.possible.nodes or not self.graph.is_owned(number):
            return "cannot tell"
        return "not by what is known"

    def counts(self, edge: Edge) -> bool:
        """Return whether what an edge says counts for certain towards the verdict on the company it leads to."""
        if edge.owner not in self.certain.nodes:
            return False
        return not edge.control or self.rule.control or edge.owner in self.certain.controlling


def make_case(
    graph: HoldingGraph,
    rule: OwnershipRule,
    day: date,
    standings: Mapping[int, Standing],
    questions: Mapping[int, tuple[NameQuestion, ...]] | None = None,
) -> Case:
    """Return what a rule makes of holdings.

    Args:
        graph: The holdings of the day.
        rule: The rule.
        day: The day.
        standings: What nodes are by themselves, by number.
        questions: For each node the listings that bear its name: it may be one of them.
    """
    asked = questions or {}
    blocked = {number for number, one in standings.items() if one.state == "blocking"}
    doubtful = {number for number, one in standings.items() if one.state == "open"} | asked.keys()
    controlling = {number for number in blocked if standings[number].control}
    return Case(
        graph,
        rule,
        day,
        standings,
        asked,
        find_certain(graph, blocked, rule, controlling),
        find_possible(graph, blocked | doubtful, rule, controlling),
    )
