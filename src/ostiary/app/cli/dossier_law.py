"""The parts of a printed dossier on law: its programs with what they do, and how to object."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from ostiary.app.cli.dossier_notices import Citations
from ostiary.app.cli.output import clean, make_facts, make_table
from ostiary.app.cli.program_page import MARKS
from ostiary.app.dossier import Dossier
from ostiary.app.dossier_programs import ProgramStanding
from ostiary.model.programs import Point

_DATED_BY = {
    "the authority": "the authority's date",
    "the press": "the press's date",
    "versions": "between two versions",
    "entry": "not dated by itself",
}


def make_programs(dossier: Dossier, cited: Citations) -> Iterator[RenderableType]:
    """Yield since when each program holds and by whose date, then what it does."""
    columns = ("program", "list", "since", "dated", "what the versions show")
    yield make_table(columns, _list_programs(dossier, cited))
    yield from _make_effects(dossier)
    yield Text("All of one, with its limits and sources: ostiary program TAG\n", style="dim")


def _list_programs(dossier: Dossier, cited: Citations) -> Iterator[tuple[object, ...]]:
    notices = {one.id: one for one in dossier.notices}
    several = bool(dossier.others)
    for one in dossier.programs:
        on_it = [notices[notice_id] for notice_id in one.notices]
        since = f"{one.since or ''}{cited.refer(on_it)}"
        yield one.tag, one.list_id if several else "", since, _DATED_BY[one.dated_by], one.versions


def _make_effects(dossier: Dossier) -> Iterator[RenderableType]:
    """Yield what each program does, in a line; tags that stand for one program share it."""
    tags: dict[str, dict[str, None]] = {}
    for one in dossier.programs:
        tags.setdefault(_describe_effect(one), {})[one.tag] = None
    for effect, alike in tags.items():
        yield Text.assemble((clean(", ".join(alike)), "bold"), f": {clean(effect)}")


def _describe_effect(one: ProgramStanding) -> str:
    if one.ended:
        return f"{one.title or one.tag}. Without effect from {one.ended} on"
    if not one.effect:
        return "not yet described" if one.described == "not yet described" else "not known to us"
    said = f"{one.effect}{MARKS[one.certainty]}"
    return f"{one.title}. {said}" if one.title else said


def make_redress(dossier: Dossier) -> Iterator[RenderableType]:
    """Yield how to object, authority by authority: for who is not the party, and for who is."""
    for one in dossier.redress:
        yield make_facts(
            [
                ("authority", one.authority),
                ("not the party?", one.pointer),
                *(("", _describe_point(point)) for point in one.mistaken),
                *(("to be removed", _describe_point(point)) for point in one.removal),
            ]
        )
        yield Text()


def _describe_point(point: Point) -> str:
    return f"{point.text}{MARKS[point.certainty]} ({'; '.join(map(str, point.citations))})"
