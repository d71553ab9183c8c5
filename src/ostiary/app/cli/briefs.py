"""A brief in the terminal: the order of the page, and short. What is left off is counted."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain as join

from rich.console import RenderableType
from rich.text import Text

from ostiary.app.brief_contents import Contents
from ostiary.app.brief_words import (
    describe_version,
    name_report,
    say_branches,
    say_chain,
    say_claim,
    say_day,
    say_period,
    say_together,
    warn_of,
)
from ostiary.app.cli.output import clean, count, indent, make_heading, show
from ostiary.model.briefs import Agreement, Brief, KeyPoint, NamedParty, TimelineEvent
from ostiary.model.claims import Claim, OpenQuestion, Reading, ReportedAct

#: The most that is shown of each kind; the others are counted.
MOST_POINTS = 5
MOST_LINES = 12
#: A passage longer than this is cut, in characters.
_LONGEST = 300

_ARROW = "->"
_CUT = "\u2026"
_INNER = 4

Parts = Iterator[RenderableType]


def show_brief(brief: Brief, today: date) -> None:
    """Print a brief.

    Args:
        brief: The brief.
        today: The age of the lists is counted to it.
    """
    show(*describe_brief(brief, today))


def describe_brief(brief: Brief, today: date) -> Parts:
    """Yield the parts of a brief in order, as the terminal shows them."""
    contents = Contents(brief)
    yield from _describe_head(brief)
    yield from _describe_parties(contents)
    yield from _describe_acts(contents)
    yield from _section(
        "Key points", [_describe_point(contents, point) for point in brief.key_points], MOST_POINTS
    )
    claims = sorted(contents.claims(), key=lambda claim: not claim.attributed)
    plain = [_describe_claim(contents, claim) for claim in claims if not claim.accusation]
    yield from _section("Claims", plain)
    accusing = [_describe_claim(contents, claim) for claim in contents.accusations()]
    yield from _section("Accusations: what accusers say, and no more", accusing)
    questions = [_describe_question(contents, one) for reading in brief.readings for one in reading.questions]
    yield from _section("Open questions: neither claimed nor denied", questions)
    yield from _section("Voices and chains", list(_describe_chains(brief.readings)))
    yield from _section("Agreement", [_describe_agreement(contents, one) for one in brief.agreement])
    yield from _section("Timeline", [_describe_event(contents, event) for event in brief.timeline])
    yield from _section("Left out", list(map(_describe_left_out, brief.readings)))
    yield Text()
    yield Text(_describe_lists(brief, today), style="dim")


def describe_short(brief: Brief) -> Parts:
    """Yield the head of a brief, its designated parties, and how much more there is."""
    contents = Contents(brief)
    yield from _describe_head(brief)
    yield from _describe_parties(contents)
    claims, accusations = len(contents.claims()), len(contents.accusations())
    counted = f"{count(claims, 'claim')}, {accusations:,} of them accusing"
    yield Text(f"\n{counted}; {len(brief.agreement):,} in several reports.")


def _section(title: str, items: Sequence[Iterable[RenderableType]], most: int = MOST_LINES) -> Parts:
    """Yield a section: its first items, and how many more there are."""
    yield Text()
    yield make_heading(title)
    yield from join.from_iterable(items[:most])
    if len(items) > most:
        yield indent(Text(f"and {len(items) - most:,} more: --json or --out FILE", style="yellow"))
    if not items:
        yield indent(Text("none", style="dim"))


def _describe_head(brief: Brief) -> Parts:
    if brief.sample:
        yield Text("SAMPLES: not a real list. Nothing here means that a name is clear.", style="black on yellow")
    for reading in brief.readings:
        report = reading.report
        published = say_day(report.published) if report.published else "day of publication not known"
        outlet = (clean(name_report(report)), "bold")
        yield Text.assemble((f"{report.id}  ", "dim"), outlet, f"  {published}  ", (clean(report.name), "dim"))
        yield from (indent(Text(clean(remark), style="yellow"), _INNER) for remark in report.remarks)
    yield from (Text(clean(remark), style="yellow") for remark in brief.remarks)


def _describe_parties(contents: Contents) -> Parts:
    brief = contents.brief
    yield Text()
    yield make_heading(f"Designated parties, as listed on {say_day(brief.day)}")
    for party in brief.parties:
        yield from _describe_party(contents, party)
    if not brief.parties:
        yield indent(Text("none named", style="dim"))


def _describe_party(contents: Contents, party: NamedParty) -> Parts:
    yield indent(Text.assemble((clean(party.name), "bold"), f"  {party.id}  {party.schema}"))
    possible = "may be somebody else: " if party.possible else ""
    yield indent(Text(clean(f"{possible}{party.identity}"), style="yellow"), _INNER)
    listed = "; ".join(party.listings) or "no listing on that day"
    named = ", ".join(f"{report_id} {count(times, 'time')}" for report_id, times in party.mentions)
    yield indent(Text(clean(f"listed: {listed}")), _INNER)
    yield indent(Text(f"named: {named}", style="dim"), _INNER)
    for one in party.differences:
        yield from _warn(contents.accusations_in(one.report_id, one.span))
        yield indent(Text(clean(f"{one.report_id}: {one.reported}. The register: {one.registered}.")), _INNER)


def _describe_acts(contents: Contents) -> Parts:
    acts = [(reading.report.id, act) for reading in contents.brief.readings for act in reading.acts]
    if acts:
        yield from _section(
            "Acts that the reports tell, beside the register", [_describe_act(contents, *act) for act in acts]
        )


def _describe_act(contents: Contents, report_id: str, act: ReportedAct) -> Parts:
    yield from _warn(contents.accusations_in(report_id, act.span))
    known = {None: "the register cannot tell", True: "the register agrees", False: "the register differs"}
    what = act.kind if act.kind == act.stage else f"{act.stage}: {act.kind}"
    yield indent(_tell(f"{report_id}  {what}", contents.passage(report_id, act.span)))
    yield indent(Text(clean(f"{known[act.agrees]}: {act.register}")), _INNER)


def _warn(accusing: Sequence[Claim]) -> Parts:
    """Yield, before a passage, the accusers whose words it holds."""
    return (indent(Text(clean(f"accusation: {line}:"), style="red"), _INNER) for line in warn_of(accusing))


def _tell(lead: str, words: str, style: str = "bold") -> Text:
    """Return a passage behind whoever says it; a long one is cut."""
    short = words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} {_CUT}"
    return Text.assemble((clean(f"{lead} "), style), clean(" ".join(short.split())))


def _describe_point(contents: Contents, point: KeyPoint) -> Parts:
    yield from _warn(contents.accusations_in(point.report_id, point.span))
    chain = f"{say_chain(point.chain, _ARROW)}:"
    yield indent(_tell(chain, contents.passage(point.report_id, point.span), "cyan"))


def _describe_claim(contents: Contents, claim: Claim) -> Parts:
    words = contents.words(claim)
    yield from _warn(contents.accusations_under(claim))
    text = _tell(say_claim(claim, words, _ARROW), words, "red" if claim.accusation else "cyan")
    yield indent(Text.assemble((f"{claim.id}  ", "dim"), text))
    for line in say_branches(claim, _ARROW)[1:]:
        yield indent(Text(clean(f"also {line}"), style="dim"), _INNER)


def _describe_question(contents: Contents, one: OpenQuestion) -> Parts:
    yield from _warn(contents.accusations_in(one.report_id, one.span))
    chain = say_chain(one.chain, _ARROW) or name_report(contents.report(one.report_id))
    yield indent(_tell(f"{chain} calls open:", one.question, "cyan"))


def _describe_chains(readings: Sequence[Reading]) -> Iterator[Parts]:
    """Yield the chains of more than the outlet itself, each with its claims."""
    for reading in readings:
        ended: defaultdict[str, list[str]] = defaultdict(list)
        for claim in reading.claims:
            if claim.attributed:
                for line in say_branches(claim, _ARROW):
                    ended[line].append(claim.id)
        for line, claims in ended.items():
            yield iter((indent(Text.assemble(clean(line), (f"  {', '.join(claims)}", "dim"))),))


def _describe_agreement(contents: Contents, one: Agreement) -> Parts:
    claims = contents.claims_of(one.claims)
    yield from _warn([claim for claim in claims if claim.accusation])
    yield indent(_tell(f"{one.verdict}:", f"{say_together(claims)}: {one.summary}  ({', '.join(one.claims)})"))
    yield indent(Text(clean(f"{one.reason} Origins: {'; '.join(one.origins)}.")), _INNER)
    for found in one.differences:
        excludes = ", which excludes it" if found.excludes else ""
        line = f"differ in {found.kind}: {found.left} / {found.right}{excludes}"
        yield indent(Text(clean(line), style="dim"), _INNER)


def _describe_event(contents: Contents, event: TimelineEvent) -> Parts:
    yield from _warn(contents.accusations_in(event.report_id, event.span))
    when = (
        say_period(event.period) if event.period else f"no date ({event.written})" if event.written else "no date"
    )
    yield indent(_tell(f"{when}  {event.stage}  {say_chain(event.chain, _ARROW)}:", event.text, "cyan"))


def _describe_left_out(reading: Reading) -> Parts:
    kinds = ", ".join(zone.kind for zone in reading.report.zones if zone.furniture) or "nothing"
    if reading.left_out:
        kinds += f"; {count(reading.left_out, 'accusation')} against people who are on no list"
    yield indent(Text(f"{reading.report.id}  {kinds}"))


def _describe_lists(brief: Brief, today: date) -> str:
    versions = "; ".join(describe_version(label, today) for label in brief.list_versions) or "no list"
    return f"Read against {versions}. Same name as: identity not established. A claim lists nobody."
