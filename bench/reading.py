"""How well and how fast are reports read? Every figure of the issue on reading, beside its gate.

``python bench/reading.py`` measures on annotated news, on sentences and pairs of reports of our own, on two real
reports with gold, on real pages, and measures the speed. What needs data that is not there is left out, and said.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from functools import cached_property
from math import isnan
from pathlib import Path
from typing import Any, get_args

from agreement import measure_agreement, measure_real_agreement
from figures import Figure, Section, draw_section
from gold import (
    GoldReport,
    GoldTelling,
    read_pairs,
    read_report_000,
    read_report_004,
    read_sentences,
    read_shared_claims,
)
from page_figures import measure_pages
from passages import read_passage
from polnear import ABSENT, choose_texts, measure_annotators, measure_polnear, read_polnear
from readers import Reader, prepare_reader
from reading_speed import GATES as SPEEDS
from reading_speed import measure_speed
from report_figures import CLAIM_GATES, ReportResult, measure_report
from report_traps import read_traps_004
from rich.console import Console
from sentence_figures import Half, measure_sentences
from speed import describe_machine

from ostiary.model.claims import Reading

#: Columns of a table that goes to a file.
WIDTH = 150
#: Pairs that were looked at while the rules of agreement were written.
TUNED_ON = ("01", "02", "03")
NOTES = """
95 % intervals: up to 1,000 seeded resamples over articles (n; of sentences: items), fewer where fewer differ, none
below 5. A relation is found where cues overlap, sources overlap or both are absent, and contents share half of the
longer one. F1 is shown as hits twice of gold and found together.
""".strip()


@dataclass
class Bench:
    """What the parts are run with.

    Attributes:
        arguments: Of the command line.
        stack: Closes what was opened on the way.
    """

    arguments: argparse.Namespace
    stack: ExitStack

    @cached_property
    def reader(self) -> Reader:
        """Reads whole reports; its list is compiled when first asked for."""
        return self.stack.enter_context(prepare_reader(self.arguments.home))


Found = Iterator[Section | str]


def run_polnear(bench: Bench) -> Found:
    """Measure attributions on PolNeAR."""
    texts, train = read_polnear("dev"), read_polnear("train")
    if not texts:
        yield ABSENT
        return
    yield from measure_polnear("dev", texts)
    if bench.arguments.train:
        yield from measure_polnear("train", choose_texts(train, bench.arguments.train))
    yield measure_annotators("dev", texts)
    yield measure_annotators("train", train)


def run_sentences(_bench: Bench) -> Found:
    """Measure both halves of the sentences of our own."""
    for half in get_args(Half):
        yield measure_sentences(half, read_sentences(half), read_passage)


def run_reports(bench: Bench) -> Found:
    """Measure the two real reports."""
    second = read_report_004()
    if second is None:
        yield "news/reports is not beside this checkout: the real reports are left out."
        return
    if not bench.reader.real:
        yield "Without a real list the real reports name nobody who is listed: they are left out."
        return
    yield f"Read against {bench.reader.list_name}."
    yield measure_report("Report 004", _read_days(second, bench.reader), read_traps_004(), CLAIM_GATES)
    yield measure_report("Report 000", _read_days(read_report_000(), bench.reader), (), {})


def _read_days(gold: GoldReport, reader: Reader) -> ReportResult:
    """Return the readings of a report, for each day on which it may have been published by its gold."""
    days = dict.fromkeys(day for each in gold.dates for day in each.resolved)
    return ReportResult(gold, {day: reader.read_file(gold.path, published=day) for day in days})


def run_pairs(bench: Bench) -> Found:
    """Measure what reports say alike: the pairs of our own, and the two real reports."""

    def read(telling: GoldTelling, key: str) -> Reading:
        return bench.reader.read_file(telling.path, key=key, outlet=telling.outlet, published=telling.published)

    pairs = read_pairs()
    yield f"Read against {bench.reader.list_name}."
    yield measure_agreement(pairs, read)
    yield measure_agreement([pair for pair in pairs if pair.id not in TUNED_ON], read)
    first, second = read_report_000(), read_report_004()
    if second is None or not bench.reader.real:
        yield "Without news/reports and a real list, what the real reports share is left out."
        return
    readings = [bench.reader.read_file(gold.path, key=key) for gold, key in ((first, "r1"), (second, "r2"))]
    yield measure_real_agreement(read_shared_claims(), (first, second), (readings[0], readings[1]))


def run_pages(_bench: Bench) -> Found:
    """Measure the bodies of real pages."""
    yield measure_pages()


def run_speed(bench: Bench) -> Found:
    """Measure the speed on texts and on pages."""
    for kind in SPEEDS:
        yield measure_speed(kind, bench.reader.home, bench.reader.list_name)


#: What can be measured alone: its name, and what yields its sections, or says why it is left out.
PARTS: dict[str, Callable[[Bench], Found]] = {
    "polnear": run_polnear,
    "sentences": run_sentences,
    "reports": run_reports,
    "pairs": run_pairs,
    "pages": run_pages,
    "speed": run_speed,
}


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
