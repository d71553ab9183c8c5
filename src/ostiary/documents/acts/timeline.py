"""The dated events of one report: acts by their stage, and dated claims; no two stages are ever merged."""

from collections.abc import Iterator
from datetime import date

from ostiary.model.briefs import TimelineEvent
from ostiary.model.claims import Claim, Link, Reading, ReportedAct
from ostiary.model.reports import ReportedDate, Span

#: What a claim is on a timeline by how it is put; every other one is a statement.
_STAGES = {"promised": "vow", "proposed": "proposal"}
_UNNAMED_OUTLET = "this report"


def events_of(reading: Reading) -> tuple[TimelineEvent, ...]:
    """Return the events of a report: its acts, and its claims that give a date.

    A claim that tells an act, with its date, is that act's event and not one more. The chain of an act is that of
    the narrowest claim that holds it, else the outlet's own voice.

    Returns:
        In order of their first day; those without a date last, in order of the text.
    """
    acts = [_event_of_act(reading, act) for act in reading.acts]
    told = {(act.date.span, act.stage) for act in reading.acts if act.date}
    events = [*acts, *_claim_events(reading, {span for span, _ in told})]
    return tuple(sorted(events, key=_order))


def _order(event: TimelineEvent) -> tuple[date, date, int]:
    if event.period is None:
        return date.max, date.max, event.span.start
    return event.period.first, event.period.last, event.span.start


def _event_of_act(reading: Reading, act: ReportedAct) -> TimelineEvent:
    return TimelineEvent(
        period=act.date.period if act.date else None,
        stage=act.stage,
        text=reading.report.words_of(act.span),
        report_id=reading.report.id,
        span=act.span,
        chain=_chain_of(reading, act.span),
        written=reading.report.words_of(act.date.span) if act.date else "",
    )


def _claim_events(reading: Reading, told: set[Span]) -> Iterator[TimelineEvent]:
    """Yield one event for each date of claims that no act has, from the claim that says most with it."""
    widest: dict[tuple[Span, str], tuple[Claim, ReportedDate]] = {}
    for claim in reading.claims:
        stage = _STAGES.get(claim.stance, "statement")
        if claim.date is None or (claim.date.span in told and stage == "statement"):
            continue
        known = widest.get((claim.date.span, stage))
        if known is None or _length(claim) > _length(known[0]):
            widest[claim.date.span, stage] = claim, claim.date
    for (_, stage), (claim, found) in widest.items():
        yield TimelineEvent(
            period=found.period,
            stage=stage,
            text=reading.report.words_of(claim.content),
            report_id=reading.report.id,
            span=Span(claim.content[0].start, claim.content[-1].end),
            chain=claim.chain,
            written=reading.report.words_of(found.span),
        )


def _length(claim: Claim) -> int:
    return sum(span.end - span.start for span in claim.content)


def _chain_of(reading: Reading, span: Span) -> tuple[Link, ...]:
    """Return the chain of the narrowest claim that holds a span, else of one with most of it, else the outlet."""
    whole = [claim for claim in reading.claims if any(part.covers(span) for part in claim.content)]
    most = [claim for claim in reading.claims if _shared(claim, span) * 2 >= span.end - span.start]
    if whole or most:
        return min(whole or most, key=_length).chain
    return (Link(reading.report.outlet or _UNNAMED_OUTLET, "outlet", relation="publishes"),)


def _shared(claim: Claim, span: Span) -> int:
    """Return how many characters of a span a claim's content holds."""
    return sum(max(0, min(part.end, span.end) - max(part.start, span.start)) for part in claim.content)
