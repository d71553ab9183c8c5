"""A brief in the terminal: the order of the page, and short. What is left off is counted."""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain as join
from itertools import islice, zip_longest

from rich.console import RenderableType
from rich.text import Text

from ostiary.app.brief_contents import Contents
from ostiary.app.brief_folding import Told, fold_events, list_acts, say_counts, sort_agreement
from ostiary.app.brief_trees import Node, grow_trees, list_chips
from ostiary.app.brief_words import (
    KINDS,
    describe_version,
    name_report,
    say_branches,
    say_chain,
    say_claim,
    say_day,
    say_period,
    say_quote,
    say_together,
)
from ostiary.app.cli.brief_passages import ARROW, INNER, Parts, note, tell, warn
from ostiary.app.cli.output import clean, indent, make_heading, show
from ostiary.app.plain import count
from ostiary.model.briefs import Agreement, Brief, KeyPoint, NamedParty, PartyDifference, TimelineEvent
from ostiary.model.claims import Claim, OpenQuestion, Reading, ReportedAct
from ostiary.model.reports import Report


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a brief is shown.

    Attributes:
        points: The most key points.
        voices: The most voices of each report.
        lines: The most items of any other kind.
        longest: Longer passages are cut, in characters.
        folded: Whether what tells an editor least is only counted: statements of the outlets themselves, acts of
            which the register can tell nothing, events without a date.
    """

    points: int
    voices: int
    lines: int
    longest: int
    folded: bool


SHORT = Limits(points=6, voices=30, lines=12, longest=300, folded=True)
WHOLE = Limits(points=sys.maxsize, voices=sys.maxsize, lines=sys.maxsize, longest=sys.maxsize, folded=False)

_MORE = "--all, --out FILE or --json"


def show_brief(brief: Brief, today: date, *, whole: bool = False) -> None:
    """Print a brief.

    Args:
        brief: The brief.
        today: The age of the lists is counted to it.
        whole: Whether to print all of it.
    """
    show(*describe_brief(brief, today, WHOLE if whole else SHORT))


def describe_brief(brief: Brief, today: date, limits: Limits = SHORT) -> Parts:
    """Yield the parts of a brief in order, as the terminal shows them."""
    contents = Contents(brief)
    yield from _describe_head(contents)
    for describe in _SECTIONS:
        yield Text()
        yield from describe(contents, limits)
    yield Text()
    yield Text(_describe_lists(brief, today), style="dim")


def describe_short(brief: Brief) -> Parts:
    """Yield the head of a brief, with how much it holds, and its designated parties."""
    contents = Contents(brief)
    yield from _describe_head(contents)
    yield Text()
    yield from _describe_parties(contents, SHORT)
    yield Text()


def _section(title: str, items: Sequence[Iterable[RenderableType]], most: int, folded: str = "") -> Parts:
    """Yield a section: its first items, and how many more there are.

    Args:
        title: Its heading.
        items: What stands in it.
        most: The most that are shown.
        folded: What is only counted.
    """
    yield make_heading(title)
    yield from join.from_iterable(items[:most])
    more = f"{len(items) - most:,} more" if len(items) > most else ""
    if more or folded:
        joined = "and " if items else ""
        yield indent(Text(f"{joined}{'; '.join(filter(None, [more, folded]))}: {_MORE}", style="yellow"))
    elif not items:
        yield indent(Text("none", style="dim"))


def _describe_head(contents: Contents) -> Parts:
    brief = contents.brief
    if brief.sample:
        yield Text("SAMPLES: not a real list. Nothing here means that a name is clear.", style="black on yellow")
    for reading in brief.readings:
        yield from _describe_report(reading.report)
    yield from (Text(clean(remark), style="yellow") for remark in brief.remarks)
    yield Text()
    yield from map(Text, say_counts(contents))


def _describe_report(report: Report) -> Parts:
    published = say_day(report.published) if report.published else "day of publication not known"
    outlet = (clean(report.outlet), "bold") if report.outlet else ("outlet not known", "yellow")
    yield Text.assemble((f"{report.id}  ", "dim"), outlet, f"  {published}  ", (clean(report.name), "dim"))
    headline = next((zone for zone in report.zones if zone.kind == "headline"), None)
    if headline:
        yield indent(tell("headline:", report.words_of(headline.span), SHORT.longest, "dim"), INNER)
    yield from (note(remark, "yellow") for remark in report.remarks)


def _describe_parties(contents: Contents, _limits: Limits) -> Parts:
    """Yield every party: none is ever cut off."""
    brief = contents.brief
    yield make_heading(f"Designated parties, as listed on {say_day(brief.day)}")
    for party in brief.parties:
        yield from _describe_party(contents, party)
    if not brief.parties:
        yield indent(Text("none named", style="dim"))


def _describe_party(contents: Contents, party: NamedParty) -> Parts:
    yield indent(Text.assemble((clean(party.name), "bold"), f"  {party.id}  {party.schema}"))
    yield note(f"{'may be somebody else: ' if party.possible else ''}{party.identity}", "yellow")
    for listing in party.listings or ("no listing on that day",):
        yield note(f"listed: {listing}")
    named = ", ".join(f"{report_id} {count(times, 'time')}" for report_id, times in party.mentions)
    yield note(f"named: {named}", "dim")
    for one in party.differences:
        yield from warn(contents.accusations_in(one.report_id, one.span))
        yield note(f"{one.report_id}: {one.reported}. The register {_say_registered(one)}.")


def _say_registered(one: PartyDifference) -> str:
    own = one.registered.removeprefix("the register ")
    return own if own != one.registered or own.startswith("says ") else f"has: {own}"


def _describe_acts(contents: Contents, limits: Limits) -> Parts:
    told, untold = list_acts(contents)
    shown = told if limits.folded else [*told, *untold]
    hidden = f"{len(untold):,} of which the register can tell nothing" if limits.folded and untold else ""
    items = [_describe_act(contents, *pair, limits) for pair in shown]
    yield from _section("Acts that the reports tell, beside the register", items, limits.lines, hidden)


def _describe_act(contents: Contents, report_id: str, act: ReportedAct, limits: Limits) -> Parts:
    yield from warn(contents.accusations_in(report_id, act.span))
    known = {None: "the register cannot tell", True: "the register agrees", False: "the register differs"}
    what = act.kind if act.kind == act.stage else f"{act.stage}: {act.kind}"
    yield indent(tell(f"{report_id}  {what}:", contents.passage(report_id, act.span), limits.longest))
    yield note(f"{known[act.agrees]}: {act.register}")


def _describe_points(contents: Contents, limits: Limits) -> Parts:
    points = [_describe_point(contents, point, limits) for point in contents.brief.key_points]
    yield from _section("Key points, in the reports' words", points, limits.points)


def _describe_point(contents: Contents, point: KeyPoint, limits: Limits) -> Parts:
    yield from warn(contents.accusations_in(point.report_id, point.span))
    chain = f"{say_chain(point.chain, ARROW)}:"
    yield indent(tell(chain, contents.passage(point.report_id, point.span), limits.longest, "cyan"))


def _describe_claims(contents: Contents, limits: Limits) -> Parts:
    plain = [claim for claim in contents.claims() if not claim.accusation]
    others = [claim for claim in plain if claim.attributed]
    own = [claim for claim in plain if not claim.attributed]
    if limits.folded:
        others = _take_turns(others, limits.lines)
    shown = others if limits.folded else [*others, *own]
    hidden = f"{count(len(own), 'statement')} of the outlets themselves" if limits.folded and own else ""
    items = [_describe_claim(contents, claim, limits) for claim in shown]
    yield from _section("Claims", items, limits.lines, hidden)


def _take_turns(claims: Sequence[Claim], most: int) -> list[Claim]:
    """Return the claims, the few to be shown first: as many of each report, of designated parties rather."""
    reports: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: not claim.about):
        reports[claim.report_id].append(claim)
    turns = (claim for turn in zip_longest(*reports.values()) for claim in turn if claim)
    chosen = {claim.id for claim in islice(turns, most)}
    return sorted(claims, key=lambda claim: claim.id not in chosen)


def _describe_accusations(contents: Contents, limits: Limits) -> Parts:
    items = [_describe_claim(contents, claim, limits) for claim in contents.accusations()]
    yield from _section("Accusations: what accusers say, and no more", items, limits.lines)


def _describe_claim(contents: Contents, claim: Claim, limits: Limits) -> Parts:
    report = contents.report(claim.report_id)
    yield from warn(contents.accusations_under(claim))
    style = "red" if claim.accusation else "cyan"
    text = tell(say_claim(claim, report, ARROW), contents.words(claim), limits.longest, style)
    quote = say_quote(claim, report)
    yield indent(Text.assemble((f"{claim.id}  ", "dim"), text, (f"  [{quote}]" if quote else "", "dim")))
    for line in say_branches(claim, ARROW)[1:]:
        yield note(f"also {line}", "dim")


def _describe_questions(contents: Contents, limits: Limits) -> Parts:
    readings = contents.brief.readings
    items = [_describe_question(contents, one, limits) for reading in readings for one in reading.questions]
    yield from _section("Open questions: neither claimed nor denied", items, limits.lines)


def _describe_question(contents: Contents, one: OpenQuestion, limits: Limits) -> Parts:
    yield from warn(contents.accusations_in(one.report_id, one.span))
    chain = say_chain(one.chain, ARROW) or name_report(contents.report(one.report_id))
    yield indent(tell(f"{chain} calls open:", one.question, limits.longest, "cyan"))
    if one.asked_of:
        yield note(f"could answer: {', '.join(one.asked_of)}", "dim")


def _describe_voices(contents: Contents, limits: Limits) -> Parts:
    items = [item for reading in contents.brief.readings for item in _describe_trees(reading, limits)]
    yield from _section("Voices and chains, with their claims", items, sys.maxsize)


def _describe_trees(reading: Reading, limits: Limits) -> Iterator[Parts]:
    """Yield who speaks in a report, each below and right of whoever cites it; only the first few are shown."""
    lines = [line for tree in grow_trees(reading) for line in _describe_node(reading.report.id, tree, 0)]
    yield iter(lines[: limits.voices])
    if len(lines) > limits.voices:
        yield iter((note(f"and {len(lines) - limits.voices:,} more: {_MORE}", "yellow"),))


def _describe_node(report_id: str, node: Node, depth: int) -> Iterator[RenderableType]:
    kind = f" ({KINDS[node.kind]})" if node.kind in {"unnamed", "group"} else ""
    office = f", {'; '.join(node.offices)}" if node.offices else ""
    lead = f"{ARROW} " if depth else f"{report_id}  "
    chips = ", ".join(chip.text for chip in list_chips(node.claims))
    yield indent(
        Text.assemble(clean(f"{lead}{node.name}{kind}{office}"), (f"  {chips}", "dim")), INNER * depth + 2
    )
    for below in node.below:
        yield from _describe_node(report_id, below, depth + 1)


def _describe_agreements(contents: Contents, limits: Limits) -> Parts:
    items = [_describe_agreement(contents, one, limits) for one in sort_agreement(contents.brief.agreement)]
    yield from _section("Agreement: origins count, not outlets", items, limits.lines)


def _describe_agreement(contents: Contents, one: Agreement, limits: Limits) -> Parts:
    claims = contents.claims_of(one.claims)
    yield from warn([claim for claim in claims if claim.accusation])
    said = f"{one.summary}  ({', '.join(one.claims)})"
    yield indent(tell(f"{one.verdict}: {say_together(claims)}:", said, limits.longest))
    yield note(f"{one.reason} The chains end at: {'; '.join(one.origins)}.")
    for found in one.differences:
        # On whose word each stands is told by where the chains end.
        if found.kind != "attribution" or not limits.folded:
            excludes = "; both cannot be true" if found.excludes else ""
            yield note(f"differ in {found.kind}: {found.left} / {found.right}{excludes}", "dim")


def _describe_timeline(contents: Contents, limits: Limits) -> Parts:
    told = fold_events(contents)
    dated = [one for one in told if one.event.period]
    undated = [one for one in told if not one.event.period]
    shown = dated if limits.folded else [*dated, *undated]
    hidden = f"{len(undated):,} without a date" if limits.folded and undated else ""
    items = [_describe_told(contents, one, limits) for one in shown]
    yield from _section("Timeline", items, limits.lines, hidden)


def _describe_told(contents: Contents, told: Told, limits: Limits) -> Parts:
    yield from _describe_event(contents, told.event, limits)
    for again in told.again:
        yield note(f"told by {say_chain(again.chain, ARROW)} too", "dim")
        if not limits.folded:
            yield from warn(contents.accusations_in(again.report_id, again.span))
            yield note(again.text, "dim")


def _describe_event(contents: Contents, event: TimelineEvent, limits: Limits) -> Parts:
    yield from warn(contents.accusations_in(event.report_id, event.span))
    when = (
        say_period(event.period) if event.period else f"no date ({event.written})" if event.written else "no date"
    )
    lead = f"{when}  {event.stage}  {say_chain(event.chain, ARROW)}:"
    yield indent(tell(lead, event.text, limits.longest, "cyan"))


def _describe_left_out(contents: Contents, limits: Limits) -> Parts:
    items = [_describe_furniture(reading, limits) for reading in contents.brief.readings]
    yield from _section("Left out", items, sys.maxsize)


def _describe_furniture(reading: Reading, limits: Limits) -> Parts:
    zones = [zone for zone in reading.report.zones if zone.furniture]
    kinds = ", ".join(zone.kind for zone in zones) or "nothing"
    if reading.left_out:
        kinds += f"; {count(reading.left_out, 'accusation')} against people who are on no list"
    yield indent(Text(f"{reading.report.id}  {kinds}"))
    if not limits.folded:
        for zone in zones:
            yield indent(
                tell(f"{zone.kind} ({zone.reason}):", reading.report.words_of(zone.span), limits.longest), INNER
            )


def _describe_lists(brief: Brief, today: date) -> str:
    versions = "; ".join(describe_version(label, today) for label in brief.list_versions) or "no list"
    return f"Read against {versions}. Same name as: identity not established. A claim lists nobody."


#: In the order of the page.
_SECTIONS: tuple[Callable[[Contents, Limits], Parts], ...] = (
    _describe_parties,
    _describe_acts,
    _describe_points,
    _describe_claims,
    _describe_accusations,
    _describe_questions,
    _describe_voices,
    _describe_agreements,
    _describe_timeline,
    _describe_left_out,
)
