"""How well and how fast are reports read? Every figure of the issue on reading, beside its gate.

``python bench/reading.py`` measures on annotated news, on sentences and pairs of reports of our own, on two real
reports with gold, on real pages, and measures the speed. What needs data that is not there is left out, and said.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from math import isnan
from pathlib import Path
from typing import Any

from figures import Figure, Section, draw_section
from polnear import ABSENT, choose_texts, measure_annotators, measure_polnear, read_polnear
from rich.console import Console

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


def run_polnear(arguments: argparse.Namespace) -> Iterator[Section | str]:
    """Measure attributions on PolNeAR."""
    texts, train = read_polnear("dev"), read_polnear("train")
    if not texts:
        yield ABSENT
        return
    yield from measure_polnear("dev", texts)
    if arguments.train:
        yield from measure_polnear("train", choose_texts(train, arguments.train))
    yield measure_annotators("dev", texts)
    yield measure_annotators("train", train)


#: What can be measured alone: its name, and what yields its sections, or says why it is left out.
PARTS: dict[str, Callable[[argparse.Namespace], Iterator[Section | str]]] = {
    "polnear": run_polnear,
}


def show(console: Console, found: Section | str, *, misses: bool) -> None:
    """Print a section, or why it is left out."""
    if isinstance(found, str):
        console.print(found, markup=False)
        return
    console.print(draw_section(found))
    for note in found.notes:
        console.print(note, style="dim", markup=False)
    for miss in found.misses if misses else ():
        console.print(f"  {miss}", markup=False, highlight=False)


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


def main() -> None:
    """Measure what was asked for and print it."""
    arguments = read_arguments()
    console = Console(stderr=arguments.json, width=None if sys.stdout.isatty() else WIDTH)
    load = ", ".join(f"{value:.2f}" for value in os.getloadavg())
    console.print(f"{os.cpu_count()} processors, load {load} (1, 5, 15 minutes)")
    sections: list[Section] = []
    for part in arguments.only:
        for found in PARTS[part](arguments):
            show(console, found, misses=arguments.misses)
            sections.extend([found] if isinstance(found, Section) else [])
    console.print(NOTES, style="dim")
    if arguments.json:
        print(json.dumps(as_json(sections), indent=2))


if __name__ == "__main__":
    main()
