"""Of a brief in the terminal: what stands in several reports, and when things happened."""

from ostiary.app.brief_contents import Contents
from ostiary.app.brief_folding import Told, fold_events, sort_agreement
from ostiary.app.brief_words import name_origin, say_chain, say_period, say_together
from ostiary.app.cli.brief_passages import ARROW, Parts, note, tell, warn
from ostiary.app.cli.brief_sections import Limits, make_section
from ostiary.app.cli.output import indent
from ostiary.model.briefs import Agreement, TimelineEvent


def describe_agreements(contents: Contents, limits: Limits) -> Parts:
    """Yield what stands in several reports, what confirms something first."""
    items = [_describe_agreement(contents, one, limits) for one in sort_agreement(contents.brief.agreement)]
    yield from make_section("Agreement: origins count, not outlets", items, limits.lines)


def _describe_agreement(contents: Contents, one: Agreement, limits: Limits) -> Parts:
    claims = contents.claims_of(one.claims)
    said = f"{one.summary}  ({', '.join(one.claims)})"
    yield indent(tell(f"{one.verdict}: {say_together(claims, one.summary)}:", said, limits.longest))
    yield from warn([claim for claim in claims if claim.accusation])
    yield note(f"{one.reason} The chains end at: {'; '.join(map(name_origin, one.origins))}.")
    for found in one.differences:
        # On whose word each stands is told by where the chains end.
        if found.kind != "attribution" or not limits.folded:
            excludes = "; both cannot be true" if found.excludes else ""
            yield note(f"differ in {found.kind}: {found.left} / {found.right}{excludes}", "dim")


def describe_timeline(contents: Contents, limits: Limits) -> Parts:
    """Yield what the reports date, in order; what has no date is counted."""
    told = fold_events(contents)
    dated = [one for one in told if one.event.period]
    undated = [one for one in told if not one.event.period]
    shown = dated if limits.folded else [*dated, *undated]
    hidden = f"{len(undated):,} without a date" if limits.folded and undated else ""
    items = [_describe_told(contents, one, limits) for one in shown]
    yield from make_section("Timeline", items, limits.lines, hidden)


def _describe_told(contents: Contents, told: Told, limits: Limits) -> Parts:
    yield from _describe_event(contents, told.event, limits)
    for again in told.again:
        yield note(f"told by {say_chain(again.chain, ARROW)} too", "dim")
        if not limits.folded:
            yield note(again.text, "dim")
            yield from warn(contents.accusations_in(again.report_id, again.span))


def _describe_event(contents: Contents, event: TimelineEvent, limits: Limits) -> Parts:
    when = (
        say_period(event.period) if event.period else f"no date ({event.written})" if event.written else "no date"
    )
    lead = f"{when}  {event.stage}  {say_chain(event.chain, ARROW)}:"
    yield indent(tell(lead, event.text, limits.longest, "cyan"))
    yield from warn(contents.accusations_in(event.report_id, event.span))
