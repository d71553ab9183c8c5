"""``ostiary link`` and ``ostiary unlink``: what a person judges of two listings, with the reason."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from ostiary.app.cli.options import Common, takes

if TYPE_CHECKING:
    from ostiary.model.identity import Verdict


@dataclass(frozen=True, kw_only=True)
class LinkOptions(Common):
    """What ``link`` and ``unlink`` take."""

    one: Annotated[str, typer.Argument(metavar="A", help="A listing: its id, or what means it alone.")]
    other: Annotated[str, typer.Argument(metavar="B", help="Another one.")]
    because: Annotated[str, typer.Option(metavar="REASON", help="What shows it, in your words.")]
    evidence: Annotated[str, typer.Option(metavar="URL", help="Where a document stands that shows it.")] = ""
    by: Annotated[
        str, typer.Option(metavar="NAME", help="Who judges; without it the name you are logged in by.")
    ] = ""


@takes(LinkOptions)
def link(options: LinkOptions) -> None:
    """Record that two listings are one party, and why. It is dated, kept for good, and can be judged otherwise."""
    _judge(options, "same")


@takes(LinkOptions)
def unlink(options: LinkOptions) -> None:
    """Record that two listings are two parties, and why; this also blocks a link that was computed."""
    _judge(options, "different")


def _judge(options: LinkOptions, verdict: "Verdict") -> None:
    from ostiary.app.cli.link_words import show_links
    from ostiary.app.cli.output import show, show_json
    from ostiary.app.judging import judge_listings
    from ostiary.app.link_overview import gather_links
    from ostiary.app.parties import find_exact_party
    from ostiary.app.validations import name_user
    from ostiary.model.identity import Reasons

    settings = options.settings
    one, other = (find_exact_party(settings, text) for text in (options.one, options.other))
    reasons = Reasons(options.because, options.by or name_user(), options.evidence)
    judgement = judge_listings(settings, one, other, verdict, reasons)
    around = gather_links(settings, one)
    if options.json:
        show_json({"judgement": judgement, "around": around})
        return
    said = "one party" if verdict == "same" else "two parties"
    show(f"Recorded as judgement {judgement.number}: {one} and {other} are {said}.\n")
    show_links(around)
