"""A brief in the terminal: the order of the page, and short. What is left off is counted."""

from collections.abc import Callable
from datetime import date

from rich.text import Text

from ostiary.app.brief_contents import Contents
from ostiary.app.brief_folding import say_counts
from ostiary.app.brief_words import describe_version, say_day
from ostiary.app.cli.brief_agreement import describe_agreements, describe_timeline
from ostiary.app.cli.brief_claims import (
    describe_accusations,
    describe_claims,
    describe_points,
    describe_questions,
    describe_voices,
)
from ostiary.app.cli.brief_parties import describe_acts, describe_left_out, describe_parties
from ostiary.app.cli.brief_passages import INNER, Parts, note, one_line, tell
from ostiary.app.cli.brief_sections import SHORT, WHOLE, Limits
from ostiary.app.cli.output import indent, show
from ostiary.model.briefs import Brief
from ostiary.model.reports import Report


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
    yield from describe_parties(contents, SHORT)
    yield Text()


def _describe_head(contents: Contents) -> Parts:
    brief = contents.brief
    if brief.sample:
        yield Text("SAMPLES: not a real list. Nothing here means that a name is clear.", style="black on yellow")
    for reading in brief.readings:
        yield from _describe_report(reading.report)
    yield from (Text(one_line(remark), style="yellow") for remark in brief.remarks)
    yield Text()
    yield from map(Text, say_counts(contents))


def _describe_report(report: Report) -> Parts:
    published = say_day(report.published) if report.published else "day of publication not known"
    outlet = (one_line(report.outlet), "bold") if report.outlet else ("outlet not known", "yellow")
    yield Text.assemble((f"{report.id}  ", "dim"), outlet, f"  {published}  ", (one_line(report.name), "dim"))
    headline = next((zone for zone in report.zones if zone.kind == "headline"), None)
    if headline:
        yield indent(tell("headline:", report.words_of(headline.span), SHORT.longest, "dim"), INNER)
    yield from (note(remark, "yellow") for remark in report.remarks)


def _describe_lists(brief: Brief, today: date) -> str:
    versions = "; ".join(describe_version(label, today) for label in brief.list_versions) or "no list"
    return f"Read against {versions}. Same name as: identity not established. A claim lists nobody."


#: In the order of the page.
_SECTIONS: tuple[Callable[[Contents, Limits], Parts], ...] = (
    describe_parties,
    describe_acts,
    describe_points,
    describe_claims,
    describe_accusations,
    describe_questions,
    describe_voices,
    describe_agreements,
    describe_timeline,
    describe_left_out,
)
