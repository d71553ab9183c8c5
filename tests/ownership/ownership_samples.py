"""Holdings and rules that tests of ownership are made of."""

from datetime import date
from fractions import Fraction

from ostiary.model.ownership import Holding, OwnershipRule, Share, Standing
from ostiary.ownership.graph import HoldingGraph, build_graph
from ostiary.ownership.rows import read_share
from ostiary.programs.ownership_laws import find_ownership_rule

DAY = date(2026, 6, 1)
RULES: dict[str, OwnershipRule] = {regime: find_ownership_rule(regime, DAY) for regime in ("us", "eu", "uk")}  # type: ignore[arg-type]
BLOCKING = Standing("blocking", "listed")


def hold(text: str) -> Holding:
    """Return a holding written as ``X 50 A``, ``X 25-50 A``, ``X ? A``, ``X 30 A joint=J`` or ``X controls A``."""
    owner, share, owned, *more = text.split()
    control = share == "controls"
    joint = next((one.removeprefix("joint=") for one in more if one.startswith("joint=")), "")
    source = next((one.removeprefix("source=") for one in more if one.startswith("source=")), "register")
    part = Share(Fraction(0), Fraction(0)) if control else read_share(share)
    return Holding(owner, owned, part, "control" if control else "ownership", joint, source=source)


def graph_of(lines: str) -> HoldingGraph:
    """Return the graph of holdings, one a line or parted by ``;``."""
    return build_graph([hold(one) for one in lines.replace("\n", ";").split(";") if one.strip()], DAY)


def find_all(graph: HoldingGraph, names: str) -> set[int]:
    """Return the numbers of the nodes of these names that are there."""
    found = (graph.find(name.casefold()) for name in names.split())
    return {number for number in found if number is not None}
