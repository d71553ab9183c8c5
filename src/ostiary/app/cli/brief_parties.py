"""Of a brief in the terminal: the designated parties, the acts beside the register, and what was left out."""

import sys

from rich.text import Text

from ostiary.app.brief_contents import Contents
from ostiary.app.brief_folding import fold_listings, list_acts
from ostiary.app.brief_words import say_listing_day, say_passed_over
from ostiary.app.cli.brief_passages import INNER, Parts, note, one_line, tell, warn
from ostiary.app.cli.brief_sections import MORE, Limits, make_section
from ostiary.app.cli.output import indent, make_heading
from ostiary.app.plain import count
from ostiary.model.briefs import NamedParty, PartyDifference
from ostiary.model.claims import Reading, ReportedAct


def describe_parties(contents: Contents, _limits: Limits) -> Parts:
    """Yield every party: none is ever cut off."""
    brief = contents.brief
    yield make_heading(f"Designated parties, as listed {say_listing_day(brief)}")
    for party in brief.parties:
        yield from _describe_party(contents, party)
    if not brief.parties:
        yield indent(Text("none named", style="dim"))


def _describe_party(contents: Contents, party: NamedParty) -> Parts:
    yield indent(Text.assemble((one_line(party.name), "bold"), f"  {party.id}  {party.schema}"))
    yield note(f"{'may be somebody else: ' if party.possible else ''}{party.identity}", "yellow")
    for listing in fold_listings(party.listings) or ["no listing on that day"]:
        yield note(f"listed: {listing}")
    named = ", ".join(f"{report_id} {count(times, 'time')}" for report_id, times in party.mentions)
    yield note(f"named: {named}", "dim")
    for one in party.differences:
        yield note(f"{one.report_id}: {one.reported}. The register {_say_registered(one)}.")
        yield from warn(contents.accusations_in(one.report_id, one.span))


def _say_registered(one: PartyDifference) -> str:
    own = one.registered.removeprefix("the register ")
    return own if own != one.registered or own.startswith("says ") else f"has: {own}"


def describe_acts(contents: Contents, limits: Limits) -> Parts:
    """Yield the acts of which the register can tell something; the others are counted."""
    told, untold = list_acts(contents)
    shown = told if limits.folded else [*told, *untold]
    hidden = f"{len(untold):,} of which the register can tell nothing" if limits.folded and untold else ""
    items = [_describe_act(contents, *pair, limits) for pair in shown]
    yield from make_section("Acts that the reports tell, beside the register", items, limits.lines, hidden)


def _describe_act(contents: Contents, report_id: str, act: ReportedAct, limits: Limits) -> Parts:
    known = {None: "the register cannot tell", True: "the register agrees", False: "the register differs"}
    what = act.kind if act.kind == act.stage else f"{act.stage}: {act.kind}"
    yield indent(tell(f"{report_id}  {what}:", contents.passage(report_id, act.span), limits.longest))
    yield from warn(contents.accusations_in(report_id, act.span))
    yield note(f"{known[act.agrees]}: {act.register}")


def describe_left_out(contents: Contents, limits: Limits) -> Parts:
    """Yield what each report holds that yields nothing: furniture, and names that were passed over."""
    items = [_describe_left_out(contents, reading, limits) for reading in contents.brief.readings]
    yield from make_section("Left out", items, sys.maxsize)


def _describe_left_out(contents: Contents, reading: Reading, limits: Limits) -> Parts:
    zones = [zone for zone in reading.report.zones if zone.furniture]
    kinds = ", ".join(zone.kind for zone in zones) or "nothing"
    kept = (
        f"; {count(reading.left_out, 'accusation')} against people who are on no list, counted and not kept"
        if reading.left_out
        else ""
    )
    yield indent(Text(f"{reading.report.id}  {kinds}{kept}"))
    for zone in zones if not limits.folded else ():
        yield indent(
            tell(f"{zone.kind} ({zone.reason}):", contents.passage(reading.report.id, zone.span), limits.longest),
            INNER,
        )
    for one in reading.passed_over[: limits.lines]:
        yield note(say_passed_over(one))
    if len(reading.passed_over) > limits.lines:
        yield note(
            f"and {count(len(reading.passed_over) - limits.lines, 'more name')} passed over: {MORE}", "yellow"
        )
