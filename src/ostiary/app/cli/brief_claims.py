"""Of a brief in the terminal: what is said, and by whom."""

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice, zip_longest
from typing import TypeVar

from rich.console import RenderableType
from rich.text import Text

from ostiary.app.brief_contents import Contents
from ostiary.app.brief_trees import Node, grow_trees, list_chips
from ostiary.app.brief_words import KINDS, name_report, say_branches, say_chain, say_claim, say_quote
from ostiary.app.cli.brief_passages import ARROW, INNER, Parts, note, one_line, tell, warn
from ostiary.app.cli.brief_sections import MORE, Limits, make_section
from ostiary.app.cli.output import indent
from ostiary.app.plain import count
from ostiary.model.briefs import KeyPoint
from ostiary.model.claims import Claim, OpenQuestion, Reading

_One = TypeVar("_One", Claim, KeyPoint)


def describe_points(contents: Contents, limits: Limits) -> Parts:
    """Yield the key points."""
    most = max(limits.points, len(contents.brief.readings))
    points = _put_first(contents.brief.key_points, contents.brief.key_points, most)
    items = [_describe_point(contents, point, limits) for point in points]
    yield from make_section("Key points, in the reports' words", items, most)


def _describe_point(contents: Contents, point: KeyPoint, limits: Limits) -> Parts:
    chain = f"{say_chain(point.chain, ARROW)}:"
    yield indent(tell(chain, contents.passage(point.report_id, point.span), limits.longest, "cyan"))
    yield from warn(contents.accusations_in(point.report_id, point.span))


def describe_claims(contents: Contents, limits: Limits) -> Parts:
    """Yield what others are said to have said; the statements of the outlets themselves are counted."""
    plain = [claim for claim in contents.claims() if not claim.accusation]
    others = [claim for claim in plain if claim.attributed]
    own = [claim for claim in plain if not claim.attributed]
    if limits.folded:
        others = _put_first(others, sorted(others, key=lambda claim: not claim.about), limits.lines)
    shown = others if limits.folded else [*others, *own]
    hidden = f"{count(len(own), 'statement')} of the outlets themselves" if limits.folded and own else ""
    items = [_describe_claim(contents, claim, limits) for claim in shown]
    yield from make_section("Claims", items, limits.lines, hidden)


def _put_first(items: Sequence[_One], ranked: Sequence[_One], most: int) -> list[_One]:
    """Return the items in order, but the few to be shown before the others.

    Args:
        items: Of all reports, in order.
        ranked: The same, the weightiest of each report first.
        most: How many are shown: the weightiest of each report, then the second of each, and so on.
    """
    reports: defaultdict[str, list[_One]] = defaultdict(list)
    for item in ranked:
        reports[item.report_id].append(item)
    turns = (item for turn in zip_longest(*reports.values()) for item in turn if item)
    chosen = {id(item) for item in islice(turns, most)}
    return sorted(items, key=lambda item: id(item) not in chosen)


def describe_accusations(contents: Contents, limits: Limits) -> Parts:
    """Yield the accusations, each behind its accuser."""
    items = [_describe_claim(contents, claim, limits) for claim in contents.accusations()]
    yield from make_section("Accusations: what accusers say, and no more", items, limits.lines)


def _describe_claim(contents: Contents, claim: Claim, limits: Limits) -> Parts:
    report = contents.report(claim.report_id)
    style = "red" if claim.accusation else "cyan"
    text = tell(say_claim(claim, report, ARROW), contents.words(claim), limits.longest, style)
    quote = say_quote(claim, report)
    yield indent(Text.assemble((f"{claim.id}  ", "dim"), text, (f"  [{quote}]" if quote else "", "dim")))
    yield from warn(contents.accusations_under(claim))
    for line in say_branches(claim, ARROW)[1:]:
        yield note(f"also {line}", "dim")


def describe_questions(contents: Contents, limits: Limits) -> Parts:
    """Yield what the reports call unknown."""
    readings = contents.brief.readings
    items = [_describe_question(contents, one, limits) for reading in readings for one in reading.questions]
    yield from make_section("Open questions: neither claimed nor denied", items, limits.lines)


def _describe_question(contents: Contents, one: OpenQuestion, limits: Limits) -> Parts:
    chain = say_chain(one.chain, ARROW) or name_report(contents.report(one.report_id))
    yield indent(tell(f"{chain} calls open:", one.question, limits.longest, "cyan"))
    yield from warn(contents.accusations_in(one.report_id, one.span))
    if one.asked_of:
        yield note(f"could answer: {', '.join(one.asked_of)}", "dim")


def describe_voices(contents: Contents, limits: Limits) -> Parts:
    """Yield whose word each report gives."""
    items = [item for reading in contents.brief.readings for item in _describe_trees(reading, limits)]
    yield from make_section("Voices and chains, with their claims", items, sys.maxsize)


def _describe_trees(reading: Reading, limits: Limits) -> Iterator[Parts]:
    """Yield who speaks in a report, each below and right of whoever cites it; only the first few are shown."""
    lines = [line for tree in grow_trees(reading) for line in _describe_node(reading.report.id, tree, 0)]
    yield iter(lines[: limits.voices])
    if len(lines) > limits.voices:
        yield iter((note(f"and {len(lines) - limits.voices:,} more: {MORE}", "yellow"),))


def _describe_node(report_id: str, node: Node, depth: int) -> Iterator[RenderableType]:
    kind = f" ({KINDS[node.kind]})" if node.kind in {"unnamed", "group"} else ""
    office = f", {'; '.join(node.offices)}" if node.offices else ""
    lead = f"{ARROW} " if depth else f"{report_id}  "
    chips = ", ".join(chip.text for chip in list_chips(node.claims))
    yield indent(
        Text.assemble(one_line(f"{lead}{node.name}{kind}{office}"), (f"  {chips}", "dim")), INNER * depth + 2
    )
    for below in node.below:
        yield from _describe_node(report_id, below, depth + 1)
