"""Links in words and tables: what holds, what is blocked, what is in conflict, and who judged so."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from rich.text import Text

from ostiary.app.cli.output import clean, make_facts, make_heading, make_table, show
from ostiary.app.link_overview import LinksAround, Overview
from ostiary.app.plain import count
from ostiary.identity.clusters import STRENGTH
from ostiary.model.identity import Evidence, Judgement, Link

_MOST: Final = 20
_STYLES: Final = {"linked": "green", "blocked": "red", "conflict": "yellow", "proposed": "cyan"}
_ADVICE: Final = Text(
    "To judge: ostiary link LISTING OTHER --because REASON, or ostiary unlink LISTING OTHER --because REASON.",
    style="dim",
)
_SAID: Final = {"same": "one party", "different": "two parties"}


def show_links(around: LinksAround) -> None:
    """Print the links around a listing."""
    name = around.names.get(around.listing, "")
    show(Text(f"{clean(name)}  {around.listing}", style="bold"))
    if not around.linked:
        show(Text("No other listing is held to be the same party."))
    for link in around.linked:
        through = f", through {', '.join(link.via)}" if link.via else ""
        show(
            Text(f"\n= {clean(around.names.get(link.right, ''))}  {link.right}", style="bold"),
            make_facts([("   by", f"{link.basis}{through}"), *_list_evidence(link)]),
        )
    others = [link for link in around.links if link.state != "linked"]
    if others:
        show(Text(), make_heading("Not joined"), make_table(_COLUMNS, _list_rows(others, around.names)), _ADVICE)
    _show_judgements(around.judgements)


def show_overview(overview: Overview) -> None:
    """Print how many links there are, which are not joined, and what was judged."""
    rows = [(basis, *(f"{states.get(one, 0):,}" for one in _STYLES)) for basis, states in overview.counts.items()]
    show(make_table(("by", *(f">{state}" for state in _STYLES)), rows))
    joined = count(overview.parties, "party stands", "parties stand")
    show(Text(f"{joined} in several listings, {overview.listings:,} in all.\n", style="dim"))
    others = sorted((one for one in overview.links if one.state != "linked"), key=_strength)
    proposed = [link for link in others if link.state == "proposed"]
    _show_some("Not joined: somebody must judge", [one for one in others if one not in proposed], overview.names)
    _show_some("Proposed: one list may have entered somebody twice", proposed, overview.names)
    if others:
        show(_ADVICE)
    _show_judgements(overview.judgements)


def _strength(link: Link) -> int:
    return STRENGTH.index(link.basis)


def _show_some(heading: str, links: Sequence[Link], names: Mapping[str, str]) -> None:
    if links:
        show(make_heading(heading), make_table(_COLUMNS, _list_rows(links[:_MOST], names)))
    if len(links) > _MOST:
        show(Text(f"The first {_MOST} of {len(links):,}; all with --json.\n", style="yellow"))


_COLUMNS: Final = ("state", "listing", "name", "other listing", "its name", "for it", "against it")


def _list_rows(links: Iterable[Link], names: Mapping[str, str]) -> Iterator[Sequence[object]]:
    for link in links:
        yield (
            Text(link.state, style=_STYLES[link.state]),
            link.left,
            names.get(link.left, ""),
            link.right,
            names.get(link.right, ""),
            "; ".join(map(_describe, link.evidence)),
            "; ".join(one.text for one in link.contradictions) or _describe_verdict(link.judgement),
        )


def _list_evidence(link: Link) -> Iterator[tuple[str, object]]:
    for one in link.evidence:
        yield "   alike", one.text
    for one in link.contradictions:
        yield "   differing", Text(clean(one.text), style="yellow")
    if link.judgement:
        yield "   judged", _describe_verdict(link.judgement)


def _describe(evidence: Evidence) -> str:
    same = evidence.left_value == evidence.right_value
    return f"{evidence.kind} {evidence.left_value}" + ("" if same else f" / {evidence.right_value}")


def _describe_verdict(judgement: Judgement | None) -> str:
    if judgement is None:
        return ""
    source = f" ({judgement.evidence})" if judgement.evidence else ""
    return (
        f"{_SAID[judgement.verdict]}, {judgement.by}, {judgement.recorded:%Y-%m-%d}: {judgement.because}{source}"
    )


def _show_judgements(judgements: Sequence[Judgement]) -> None:
    if not judgements:
        return
    rows = [
        (one.number, f"{one.recorded:%Y-%m-%d %H:%M} UTC", one.left, one.right, *_split_verdict(one))
        for one in judgements
    ]
    columns = (">number", "recorded", "listing", "other listing", "judged", "by", "because", "evidence")
    show(Text(), make_heading("Judgements, the first one first"), make_table(columns, rows))


def _split_verdict(judgement: Judgement) -> tuple[str, str, str, str]:
    return _SAID[judgement.verdict], judgement.by, judgement.because, judgement.evidence
