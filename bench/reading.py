"""How well and how fast are reports read? Every figure of the issue on reading, beside its gate.

``python bench/reading.py`` measures on annotated news, on sentences and pairs of reports of our own, on two real
reports with gold, on real pages, and measures the speed. What needs data that is not there is left out, and said.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import asdict
from math import isnan
from pathlib import Path
from typing import Any

from figures import Figure, Section, draw_section
from reading_parts import PARTS, Bench
from rich.console import Console
from speed import describe_machine

#: Columns of a table that goes to a file.
WIDTH = 150
NOTES = """
95 % intervals: up to 1,000 seeded resamples over articles (n; of sentences: items), fewer where fewer differ, none
below 5. A relation is found where cues overlap, sources overlap or both are absent, and contents share half of the
longer one. F1 is shown as hits twice of gold and found together.
""".strip()


def read_arguments() -> argparse.Namespace:
    """Return the arguments of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", type=_parts, default=tuple(PARTS), help=f"parts, with commas: {','.join(PARTS)}")
    parser.add_argument("--home", type=Path, help="a home whose list is compiled; else the newest list is, if any")
    parser.add_argument("--train", type=int, default=0, metavar="N", help="measure N texts of PolNeAR train too")
    parser.add_argument("--misses", action="store_true", help="say what went wrong, except in what is held out")
    parser.add_argument("--json", action="store_true", help="print JSON in place of tables")
    return parser.parse_args()


def _parts(text: str) -> tuple[str, ...]:
    parts = tuple(text.split(","))
    if unknown := set(parts) - set(PARTS):
        raise argparse.ArgumentTypeError(f"unknown: {', '.join(sorted(unknown))}")
    return parts


def show(console: Console, found: Section | str, *, misses: bool) -> None:
    """Print a section, or why it is left out."""
    if isinstance(found, str):
        console.print(found, markup=False)
        return
    console.print(draw_section(found))
    for note in found.notes:
        console.print(note, style="dim", markup=False)
    for miss in found.misses if misses else ():
        console.print(f"  {miss}", markup=False, highlight=False, soft_wrap=True)


def as_json(sections: list[Section]) -> list[dict[str, Any]]:
    """Return the sections as plain values, without the texts of misses."""
    return [
        {"title": each.title, "notes": list(each.notes), "figures": list(map(_plain, each.figures))}
        for each in sections
    ]


def _plain(figure: Figure) -> dict[str, Any]:
    """Return a figure's fields; JSON has no NaN."""
    fields = asdict(figure) | {"reached": figure.reached}
    return {name: None if isinstance(value, float) and isnan(value) else value for name, value in fields.items()}


def run_parts(bench: Bench, console: Console) -> list[Section]:
    """Measure the parts that were asked for, printing each as it is done."""
    sections: list[Section] = []
    for part in bench.arguments.only:
        for found in PARTS[part](bench):
            show(console, found, misses=bench.arguments.misses)
            sections.extend([found] if isinstance(found, Section) else [])
    return sections


def list_short(sections: list[Section]) -> Iterator[str]:
    """Yield the figures that do not reach what they should."""
    for section in sections:
        short = [f"{figure.name} {figure.value:.3f}" for figure in section.figures if figure.reached is False]
        if short:
            yield f"Not reached, {section.title}: {'; '.join(short)}"


def main() -> None:
    """Measure what was asked for and print it."""
    arguments = read_arguments()
    console = Console(stderr=arguments.json, width=None if sys.stdout.isatty() else WIDTH)
    console.print(describe_machine(), markup=False)
    with ExitStack() as stack:
        sections = run_parts(Bench(arguments, stack), console)
    console.print(NOTES, style="dim")
    for line in list_short(sections):
        console.print(line, markup=False)
    if arguments.json:
        print(json.dumps(as_json(sections), indent=2))


if __name__ == "__main__":
    main()
