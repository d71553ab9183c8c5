"""The parts of a printed dossier that rest on notices: the timeline, matters with their history, the sources."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from ostiary.app.cli.output import clean, make_facts
from ostiary.app.dossier import Dossier
from ostiary.model.notices import Event, Matter, Notice, NoticeSource

#: Whose date it is, as a sign on the line.
_SIGNS = {"the authority": ("●", "green"), "the press": ("○", "yellow"), "versions": ("┆", "dim")}
_LEGEND = "● the authority's own date   ○ the press's date   ┆ between two versions of the list"
_MATTERS = {
    "accusation": (
        "Accusations",
        "An accusation is no finding: it stands with its history up to what is known of its end.",
    ),
    "reward": ("Rewards", ""),
    "dispute": ("Disputed", "What one side asserts and another doubts is not settled here."),
}
#: A line of the timeline is cut at so many signs; what was done or said stands whole in its section and in JSON.
_LONGEST = 240
_READ = {"text": "its own words read", "account": "read as others tell it", "not read": "not read"}


class Citations:
    """The sources of a dossier, numbered in the order in which they are first cited."""

    def __init__(self) -> None:
        self.sources: list[NoticeSource] = []

    def refer(self, notices: Iterable[Notice | Event]) -> str:
        """Return the numbers of what some notices rest on, each once: `` [1] [3]``; empty where there is none."""
        numbers = dict.fromkeys(self._number(source) for notice in notices for source in notice.sources)
        return "".join(f" [{number}]" for number in numbers)

    def _number(self, source: NoticeSource) -> int:
        if source not in self.sources:
            self.sources.append(source)
        return self.sources.index(source) + 1

    def make_list(self) -> RenderableType:
        """Return all sources, each with what it is, since when it is public, and how far we read it."""
        table = _make_grid()
        for number, one in enumerate(self.sources, start=1):
            facts = f" · {one.kind} · public since {one.published} · {_READ[one.read]}, {one.checked}"
            table.add_row(f"[{number}]", "", Text.assemble(clean(one.citation), (f"{facts} {one.url}", "dim")))
        return Group(table, Text())


def _make_grid() -> Table:
    """Return an empty table of a day, a sign or word, and a text that folds."""
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 1))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    return table


def make_timeline(dossier: Dossier, cited: Citations) -> RenderableType:
    """Return the timeline as a line of signs, one event below the other."""
    table = _make_grid()
    for event in dossier.timeline:
        sign, style = _SIGNS[event.dated_by]
        what = textwrap.shorten(event.what, _LONGEST, placeholder=" …")
        period = str(event.period).replace("/", " … ")
        table.add_row(period, Text(sign, style=style), _say(what, event, cited))
    return Group(table, Text(f"{_LEGEND}\n", style="dim"))


def _say(what: str, said: Event | Notice, cited: Citations) -> Text:
    """Return what was done or said, by whom, how sure that is, and where it stands."""
    line = Text(clean(what))
    line.append(clean(f" · {said.by}"), style="dim")
    if said.certainty != "established":
        line.append(f" ({said.certainty})", style="yellow")
    line.append(cited.refer([said]), style="dim")
    return line


def make_matters(matters: Sequence[Matter], cited: Citations) -> Iterator[tuple[str, RenderableType]]:
    """Yield a section for each kind of matter, with the whole history of each."""
    for kind, (title, note) in _MATTERS.items():
        body: list[RenderableType] = [Text(note, style="dim")] if note else []
        found = [one for one in matters if one.kind == kind]
        for matter in found:
            body += _make_matter(matter, cited)
        if found:
            yield title, Group(*body)


def _make_matter(matter: Matter, cited: Citations) -> Iterator[RenderableType]:
    yield Text(clean(matter.title), style="bold")
    yield make_facts(
        (
            ("case" if matter.kind == "accusation" else "under", matter.case),
            ("stands at", "" if matter.kind == "dispute" else _describe_standing(matter)),
            ("not verified", Text(clean(matter.unverified), style="yellow")),
        )
    )
    table = _make_grid()
    for one in matter.notices:
        table.add_row(str(one.period), _describe_step(one), _say(one.says, one, cited))
    yield Group(table, Text())


def _describe_standing(matter: Matter) -> str:
    last = matter.standing
    certainty = f" ({last.certainty})" if last.certainty != "established" else ""
    said = f"{_describe_step(last)}, {last.period}{certainty}"
    if matter.kind == "accusation":
        said += "; denied by the accused" if any(one.step == "denied" for one in matter.notices) else ""
        said += "" if matter.outcome else "; no outcome is known to us"
    return said


def _describe_step(notice: Notice) -> str:
    return f"{notice.step}, up to {notice.currency} {notice.amount:,}" if notice.amount else notice.step
