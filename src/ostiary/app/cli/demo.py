"""``ostiary demo``: the main job on the bundled samples, each step under the command that a user would type."""

import json
import shlex
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from ostiary.app.cli.options import Common, takes

if TYPE_CHECKING:
    from ostiary.app.settings import Settings


@dataclass(frozen=True, kw_only=True)
class DemoOptions(Common):
    """What ``demo`` takes."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the demo: what it shows, and the arguments of the command."""

    title: str
    arguments: tuple[str, ...]

    @property
    def command(self) -> str:
        """The command as a user would type it."""
        return shlex.join(("ostiary", "--samples", *self.arguments))


def make_steps(samples: Path, lists: tuple[Path, ...], folder: Path) -> Iterator[Step]:
    """Yield the steps in order.

    Args:
        samples: Folder of the bundled files.
        lists: The dated versions of the sample list, oldest first.
        folder: Where the answers are written.
    """
    list_id = "us_ofac_sample"
    dates = [path.stem[-len("2025-01-01") :] for path in lists]
    for path, day in zip(lists, dates, strict=True):
        yield Step(f"Record the list as published on {day}.", ("update", list_id, "--from", shorten(path)))
    yield Step("What changed in between?", ("changes", list_id, "--since", dates[0], "--until", dates[-1]))
    yield Step("Is this name listed?", ("screen", "Cartel of the Suns"))
    yield Step("What is known of it, and since when?", ("show", "Cartel de los Soles"))
    out, rejects = shorten(folder / "hits.csv"), shorten(folder / "rejects.csv")
    customers = shorten(samples / "customers.csv")
    yield Step("Screen a customer file.", ("screen", customers, "--out", out, "--rejects", rejects))
    yield Step("Why is a namesake a hit, or not?", ("compare", "Nicolas Maduro", "--party", "22790"))
    reports = [shorten(samples / name) for name in ("report.txt", "report_2.txt")]
    page = shorten(folder / "brief.html")
    yield Step(
        "Two news reports: who is named, on whose word, and do they confirm each other?",
        ("read", *reports, "--published", "2025-11-26", "--out", page),
    )


def shorten(path: Path) -> str:
    """Return a path as seen from the working folder, if it lies below."""
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)


@takes(DemoOptions)
def demo(options: DemoOptions) -> None:
    """Show the main job on the bundled samples: record, compare versions, screen, explain, read."""
    from ostiary.app.bundled import find_sample_lists, find_samples, reset_samples
    from ostiary.app.settings import Settings

    settings = Settings(options.settings.home, samples=True)
    reset_samples(settings)
    steps = tuple(make_steps(find_samples(), find_sample_lists(), settings.folder / "demo"))
    if options.json:
        from ostiary.app.cli.output import show_json

        answers = [{"title": one.title, "command": one.command, "answer": _answer(settings, one)} for one in steps]
        show_json({"steps": answers})
    else:
        for place, step in enumerate(steps, 1):
            _show_step(settings, place, step)


def _show_step(settings: "Settings", place: int, step: Step) -> None:
    from rich.text import Text

    from ostiary.app.cli.output import show

    show(Text(), Text(f"── {place}. {step.title}", style="bold"), Text(f"$ {step.command}\n", style="bold cyan"))
    _run(settings, *step.arguments)


def _answer(settings: "Settings", step: Step) -> object:
    """Return what the command of a step answers as JSON."""
    with redirect_stdout(StringIO()) as said:
        _run(settings, *step.arguments, "--json")
    return json.loads(said.getvalue())


def _run(settings: "Settings", *arguments: str) -> None:
    from ostiary.app.cli.program import build_program

    words = ["--home", str(settings.home), "--samples", *arguments]
    build_program(words)(words, standalone_mode=False)
