"""How fast the companies are found that a rule reaches, beside a plain loop that goes on until nothing changes.

    python bench/ownership.py [--companies 10000] [--holdings 50000] [--seed 7]

The holdings are made up by a seed: chains, cross holdings and circles of companies, a hundredth of the owners
blocked, some shares as ranges, some held jointly. Both ways must find the same. Then the same holdings
are written to a file, read and checked, and taken into a store.
"""

import argparse
import csv
import os
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from fractions import Fraction
from functools import partial
from pathlib import Path
from random import Random
from typing import TypeVar, get_args

from ostiary.app.holding_files import read_holding_file
from ostiary.app.settings import Settings
from ostiary.model.ownership import Holding, OwnershipRule, Regime, Share, Standing
from ostiary.ownership.answers import answer_on
from ostiary.ownership.cases import Case, make_case
from ostiary.ownership.graph import HoldingGraph, build_graph
from ostiary.ownership.reach import find_certain, find_possible
from ostiary.ownership.store import open_holdings
from ostiary.programs.ownership_laws import find_ownership_rule

_Found = TypeVar("_Found")
TODAY = datetime.now(UTC).date()


def time_it(what: str, run: Callable[[], _Found]) -> _Found:
    """Run something, print the seconds that it took, and return what it returned."""
    started = time.perf_counter()
    found = run()
    print(f"{what:<62} {time.perf_counter() - started:8.3f} s")
    return found


def make_holdings(companies: int, wanted: int, random: Random) -> list[Holding]:
    """Return holdings of so many companies; each has some owners, persons or companies, of about its whole."""
    persons = max(companies // 2, 1)
    found: list[Holding] = []
    for company in range(companies):
        number = max(1, round(random.gauss(wanted / companies, 2)))
        cuts = sorted(random.sample(range(1, 10_000), number))
        shares = [after - before for before, after in zip([0, *cuts], cuts, strict=False)]
        owners = {
            f"Company {random.randrange(companies)}"
            if random.random() < 0.5
            else f"Person {random.randrange(persons)}"
            for _ in shares
        } - {f"Company {company}"}
        for owner, part in zip(sorted(owners), shares, strict=False):
            most = Fraction(part, 10_000)
            least = most if random.random() < 0.9 else most / 2
            joint = f"J{company % 3}" if random.random() < 0.05 else ""
            found.append(Holding(owner, f"Company {company}", Share(least, most), joint=joint, source="made"))
    return found[:wanted]


def make_owner(companies: int, persons: int, random: Random) -> str:
    """Return a company or a person, as likely the one as the other."""
    if random.random() < 0.5:
        return f"Company {random.randrange(companies)}"
    return f"Person {random.randrange(persons)}"


def close_plainly(graph: HoldingGraph, blocked: set[int], rule: OwnershipRule, *, possible: bool) -> set[int]:
    """The rule in one loop, over all companies again and again."""
    start = [graph.rest(node) if possible else -graph.excess(node) for node in range(len(graph))]
    if rule.aggregation == "all":
        return _close(graph, set(blocked), rule, start)
    found = set(blocked) | _close(graph, set(), rule, start)
    for one in blocked:
        found |= _close(graph, {one}, rule, start)
    return found


def _close(graph: HoldingGraph, group: set[int], rule: OwnershipRule, start: list[Fraction]) -> set[int]:
    changed = True
    while changed:
        changed = False
        for node in range(len(graph)):
            edges = graph.holders[node]
            joint = {name for edge in edges if edge.owner in group for name in edge.joint}
            jointly = joint if rule.aggregation == "joint" else set()
            counted = [edge for edge in edges if edge.owner in group or edge.joint & jointly]
            part = start[node] + sum((edge.share.least for edge in counted), Fraction(0))
            if node not in group and (counted or start[node] > 0) and rule.reaches(part):
                group.add(node)
                changed = True
    return group


def measure_rules(holdings: list[Holding], blocked_names: set[str]) -> None:
    """Print how long each rule takes, and check it against the plain loop."""
    graph = time_it("the graph of a day", lambda: build_graph(holdings, TODAY))
    blocked = {node for node, name in enumerate(graph.names) if name in blocked_names}
    print(f"{len(graph):,} names, {sum(map(len, graph.held)):,} holdings, {len(blocked):,} blocked owners")
    standings = dict.fromkeys(blocked, Standing("blocking"))
    for regime in get_args(Regime):
        rule = find_ownership_rule(regime, TODAY)
        case = time_it(
            f"{regime}: all companies, certain and possible", partial(make_case, graph, rule, TODAY, standings)
        )
        first = [node for node in range(len(graph)) if graph.holders[node]][:20]
        time_it(f"{regime}: the answers on 20 of them, with trees", partial(answer_all, case, first))
        # The plain loop over each owner alone would take minutes: some are enough to compare.
        few = blocked if rule.aggregation == "all" else set(sorted(blocked)[:3])
        for possible, find in ((False, find_certain), (True, find_possible)):
            what = f"{regime}: plain loop, {'possible' if possible else 'certain'}, {len(few)} blocked owners"
            plain = time_it(what, partial(close_plainly, graph, few, rule, possible=possible))
            assert plain == find(graph, few, rule).nodes, "the two ways differ"  # noqa: S101 - a benchmark checks itself
        certain, possible_too = case.certain.nodes - blocked, case.possible.nodes - case.certain.nodes
        print(f"{regime}: {len(certain):,} companies blocked by rule, {len(possible_too):,} in doubt")


def answer_all(case: Case, nodes: list[int]) -> int:
    """Answer on some companies, with the trees of their owners."""
    return sum(len(answer_on(case, node).owners) for node in nodes)


def measure_file(holdings: list[Holding], home: Path) -> None:
    """Print how long a file takes to be read, checked, stored and read again."""
    path = home / "made.csv"
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle)
        writer.writerow(("owner", "owned", "share", "joint", "source"))
        for one in holdings:
            least, most = (f"{float(part * 100):.4f}" for part in (one.share.least, one.share.most))
            writer.writerow((one.owner, one.owned, f"{least}-{most}", one.joint, one.source))
    file = time_it("a file read and checked", partial(read_holding_file, path))
    print(f"{len(file.holdings):,} lines, {len(file.faults)} faults, {len(file.notes)} notes")
    settings = Settings(home)
    with open_holdings(settings.holdings_path, create=True) as store:
        time_it("taken in", partial(store.load, file, "bench"))
        time_it("taken in again, in place of itself", partial(store.load, file, "bench"))
        time_it("read from the store", lambda: len(list(store.holdings())))


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--companies", type=int, default=10_000)
    parser.add_argument("--holdings", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=7)
    chosen = parser.parse_args()
    print(f"load of the machine {os.getloadavg()[0]:.1f}, {os.cpu_count()} processors")
    random = Random(chosen.seed)  # noqa: S311 - no secret
    holdings = make_holdings(chosen.companies, chosen.holdings, random)
    owners = sorted({one.owner for one in holdings})
    measure_rules(holdings, set(random.sample(owners, len(owners) // 100)))
    with tempfile.TemporaryDirectory() as folder:
        measure_file(holdings, Path(folder))
    print(f"load of the machine {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
