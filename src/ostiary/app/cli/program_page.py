"""The page on a program, drawn for people: what it does, what it does not, since when; every statement cited."""

from collections.abc import Iterator, Sequence
from typing import Final

from rich.console import RenderableType
from rich.text import Text

from ostiary.app.cli.output import clean, indent, make_facts, make_heading, make_table, show
from ostiary.app.program_pages import ADVICE, ProgramPage
from ostiary.model.certainty import Certainty, Reading
from ostiary.model.programs import Aspect, Citation, Instrument, LegalEvent, Point, Program

#: The sections of a page in their order, with their headings.
HEADINGS: Final[dict[Aspect, str]] = {
    "effect": "What it does",
    "after": "After its end",
    "limit": "What it does not do",
    "grounds": "On what grounds",
    "duty": "What must be done",
    "bound": "Who is bound",
    "penalty": "Penalties",
    "immigration": "Entry",
    "secondary": "Secondary sanctions",
    "licence": "What stays allowed",
    "dispute": "Disputed",
    "context": "Other law on force and arrest",
    "mistaken": "Not the party?",
    "removal": "To be removed",
}

#: How sure a statement is, as it stands behind it.
MARKS: Final[dict[Certainty, str]] = {
    "established": "",
    "reported": " (as others tell it)",
    "disputed": "",
    "unverified": " (not checked against its source)",
}
_READ: Final[dict[Reading, str]] = {"text": "read", "account": "by others' account", "not read": "not read"}


class Sources:
    """The places that a page cites, numbered in the order in which they come."""

    def __init__(self) -> None:
        self._numbers: dict[Citation, int] = {}

    def refer(self, citations: Sequence[Citation]) -> str:
        """Return the numbers of some places, as they stand behind a statement."""
        numbers = (self._numbers.setdefault(one, len(self._numbers) + 1) for one in citations)
        return "".join(f"[{number}]" for number in numbers)

    def list(self) -> Iterator[tuple[object, ...]]:
        """Yield a row for each."""
        for one, number in self._numbers.items():
            yield f"[{number}]", str(one), f"{_READ[one.read]}, {one.checked}", one.url


def show_page(page: ProgramPage) -> None:
    """Print the page on one program."""
    sources = Sources()
    program = page.program
    show(
        Text(f"{clean(program.tag)}: {clean(program.title or 'not yet described')}", style="bold"), _head(program)
    )
    for heading, points in _list_sections(page):
        if points:
            show(Text(), make_heading(heading), *(indent(_write(point, sources)) for point in points))
    if program.instruments:
        show(Text(), make_heading("Since when"), make_table(*_tabulate(program.instruments, sources)))
    show(make_heading("Sources"), make_table(("|", "what", "|looked up", "where"), list(sources.list())))
    show(Text(ADVICE, style="bold"))


def show_comparison(left: ProgramPage, right: ProgramPage) -> None:
    """Print two programs side by side, section by section."""
    sources = Sources()
    rows: list[tuple[object, ...]] = []
    for (heading, ours), (_, theirs) in zip(_list_sections(left), _list_sections(right), strict=True):
        if ours or theirs:
            rows.append((Text(heading, style="bold"), _join(ours, sources), _join(theirs, sources)))
    names = [f"{page.program.tag} ({page.program.list_id})" for page in (left, right)]
    heads = [(label, *(fact(page.program) for page in (left, right))) for label, fact in _FACTS]
    show(make_table(("", *names), [*heads, *rows]))
    show(make_heading("Sources"), make_table(("|", "what", "|looked up", "where"), list(sources.list())))
    show(Text(ADVICE, style="bold"))


def show_program_choices(asked: str, pages: Sequence[ProgramPage]) -> None:
    """Print the programs that a tag may mean, with how to ask for each."""
    programs = [page.program for page in pages]
    show(Text(f"{clean(asked)} is a tag of several publishers:", style="bold"))
    show(make_table(("tag", "list", "program"), [(one.tag, one.list_id, one.title or "-") for one in programs]))
    show(Text(f"All of one: ostiary program {clean(asked)} --list {programs[0].list_id}"))


def describe_force(program: Program) -> str:
    """Return whether a program is in force on its day, and since when."""
    if program.standing != "described":
        return "not known here"
    if program.ended:
        return f"ended: without effect from {program.ended} on (as of {program.on})"
    if program.began and program.began > program.on:
        return f"not yet: it began on {program.began} (as of {program.on})"
    return f"since {program.began} (as of {program.on})" if program.began else f"as of {program.on}"


_FACTS: Final = (
    ("program", lambda program: program.title or "not yet described"),
    ("authority", lambda program: program.authority or "not known here"),
    ("in force", describe_force),
)


def _head(program: Program) -> RenderableType:
    return make_facts(
        [
            ("list", program.list_id),
            ("authority", program.authority or "not known here"),
            ("in force", describe_force(program)),
        ]
    )


def _list_sections(page: ProgramPage) -> Iterator[tuple[str, tuple[Point, ...]]]:
    """Yield each heading with its points; how to object comes from the page's own law first, then the list's."""
    for aspect, heading in HEADINGS.items():
        points = tuple(page.program.select(aspect))
        if page.redress and aspect in {"mistaken", "removal"}:
            said = page.redress.mistaken if aspect == "mistaken" else page.redress.removal
            points += tuple(one for one in said if one.holds_on(page.program.on))
        yield heading, points


def _write(point: Point, sources: Sources) -> Text:
    by = f"{clean(point.by)}: " if point.by else ""
    return Text.assemble(
        "• ",
        (by, "italic"),
        clean(point.text),
        (MARKS[point.certainty], "yellow"),
        (f" {sources.refer(point.citations)}", "dim"),
    )


def _join(points: Sequence[Point], sources: Sources) -> Text:
    return Text("\n").join(_write(point, sources) for point in points)


def _tabulate(
    instruments: Sequence[Instrument], sources: Sources
) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
    rows: list[tuple[object, ...]] = []
    for one in instruments:
        what = Text.assemble(clean(one.citation), (f" {sources.refer([one.citation])}", "dim"))
        rows.append((what, *(_tell(one.events[0]) if one.events else ("", "", ""))))
        rows += [("", *_tell(event)) for event in one.events[1:]]
    return ("law", "|", "|day", "by"), rows


def _tell(event: LegalEvent) -> tuple[str, str, str]:
    return event.kind, str(event.date), event.act
