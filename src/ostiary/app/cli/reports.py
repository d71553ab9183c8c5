"""A text printed with the listed names in it marked."""

from pathlib import Path

from rich.text import Text

from ostiary.app.cli.output import clean, make_table, show, show_banner
from ostiary.app.look_up import LookUp, Mark
from ostiary.app.opening import use_register
from ostiary.app.settings import Settings


def show_marked_report(settings: Settings, path: Path) -> None:
    """Print a report with the names of designated parties marked, and what they were taken for."""
    with use_register(settings) as register:
        state = register.state(settings.list_id)
        look_up, parties = LookUp(state.parties()), state.version.parties
    report = path.read_text(encoding="utf-8")
    marks = list(look_up.mark(report))
    if settings.samples:
        show_banner(parties)
    show(_mark(report, marks), make_table(("in the text", "same name as", "party"), _list_marks(report, marks)))
    show(Text("A plain look-up of listed names, word by word. Same name as: identity not established."))


def _mark(report: str, marks: list[Mark]) -> Text:
    text = Text()
    end = 0
    for mark in marks:
        text.append(clean(report[end : mark.start]))
        text.append(f"[{clean(report[mark.start : mark.end])}]", style="bold yellow")
        end = mark.end
    return text.append(clean(report[end:]))


def _list_marks(report: str, marks: list[Mark]) -> list[tuple[str, str, str]]:
    found = {(report[m.start : m.end], m.listed_name, m.party_id) for m in marks}
    return sorted(found)
