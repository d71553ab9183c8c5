"""How fast is it, and how large? Every phase from a list file to answers, beside logic-v2 and a rapidfuzz scan.

``python bench/speed.py`` measures on the two newest real versions when they are beside this checkout, else on two
generated ones of that size and shape. Each phase is a process of its own; figures are medians of several runs. On
a busy machine look at the processor time too.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import Any

from generate import PARTIES, write_list
from places import find_versions
from rich.console import Console
from rich.table import Table

HERE = Path(__file__).parent
OSTIARY = str(Path(sys.executable).parent / "ostiary")
NAME = "Cartel of the Suns"
PAGE = HERE.parent / "docs" / "performance.md"


@dataclass(frozen=True, slots=True)
class Measured:
    """One figure of the table.

    Attributes:
        what: What was measured.
        unit: Of the values.
        runs: One value per run.
        limit: The figure to reach; below it, or with ``least`` above it. None where there is none.
        least: Whether more is better.
        cpu: Processor seconds per run: what the time would be on a machine that does nothing else.
    """

    what: str
    unit: str
    runs: tuple[float, ...]
    limit: float | None = None
    least: bool = False
    cpu: tuple[float, ...] = ()

    @property
    def value(self) -> float:
        """The median of the runs."""
        return median(self.runs)

    @property
    def reached(self) -> str:
        """``yes``, ``NO``, or nothing where there is no figure to reach."""
        if self.limit is None:
            return ""
        return "yes" if (self.value >= self.limit) == self.least or self.value == self.limit else "NO"


@dataclass(frozen=True, slots=True)
class Run:
    """One process: its time from start to end, its processor time, its peak memory, what it printed."""

    seconds: float
    cpu: float
    megabytes: float
    answer: dict[str, Any]


def launch(*command: str) -> Run:
    """Run a command through the small launcher; what it prints is JSON."""
    done = subprocess.run(
        [sys.executable, str(HERE / "launch.py"), *command], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr}")
    facts = json.loads(done.stderr.splitlines()[-1])
    return Run(facts["seconds"], facts["cpu"], facts["megabytes"], json.loads(done.stdout))


def run_phase(phase: str, home: Path, *file: Path) -> Run:
    """Run one phase as a process."""
    return launch(sys.executable, str(HERE / "phases.py"), phase, str(home), *map(str, file))


def find_two_versions(folder: Path, *, generated: bool) -> tuple[Path, Path]:
    """Return the two newest real versions, or two generated ones of which the second has 30 parties more."""
    real = [] if generated else find_versions()
    if len(real) > 1:
        return real[-2], real[-1]
    first = write_list(folder / "first.xml", PARTIES - 30, issued=date(2025, 11, 18))
    return first, write_list(folder / "second.xml", PARTIES)


def measure_building(folder: Path, versions: tuple[Path, Path], runs: int) -> tuple[list[Measured], Path]:
    """Measure reading, recording and compiling; the last home made is returned for the rest."""
    found: dict[str, list[Run]] = {name: [] for name in ("read", "first", "further", "compile")}
    home = folder
    for number in range(runs):
        home = folder / f"home{number}"
        home.mkdir()
        found["read"].append(run_phase("read", home, versions[1]))
        found["first"].append(run_phase("record", home, versions[0]))
        found["further"].append(run_phase("record", home, versions[1]))
        found["compile"].append(run_phase("compile", home))
    return [
        _seconds("read", found["read"]),
        _megabytes("read", found["read"]),
        _seconds("read and record a first version", found["first"], 40),
        _megabytes("read and record a first version", found["first"], 500),
        _seconds("read and record a further version", found["further"], 25),
        Measured("register, two versions", "MB", tuple(run.answer["bytes"] / 1e6 for run in found["further"])),
        _seconds("compile", found["compile"], 10),
        _megabytes("compile", found["compile"]),
        Measured("index file", "MB", tuple(run.answer["bytes"] / 1e6 for run in found["compile"])),
    ], home


def _seconds(what: str, runs: Sequence[Run], limit: float | None = None) -> Measured:
    return Measured(what, "s", tuple(run.seconds for run in runs), limit, cpu=tuple(run.cpu for run in runs))


def _megabytes(what: str, runs: Iterable[Run], limit: float | None = None) -> Measured:
    return Measured(f"{what}, peak memory", "MB", tuple(run.megabytes for run in runs), limit)


def measure_series(folder: Path) -> list[Measured]:
    """Measure the size of the register with all real versions; nothing where they are absent."""
    versions = find_versions()
    if len(versions) < 3:
        return []
    home = folder / "series"
    home.mkdir()
    sizes = [run_phase("record", home, version).answer["bytes"] for version in versions]
    return [Measured(f"register, {len(versions)} versions", "MB", (sizes[-1] / 1e6,), 200)]


def measure_answers(home: Path, runs: int) -> list[Measured]:
    """Measure the first answer of a cold process, one name, a batch, and the peers on the same names."""
    command = (OSTIARY, "--home", str(home), "screen", NAME, "--json")
    launch(*command)
    cold = [launch(*command) for _ in range(2 * runs + 1)]
    asked, scanned, judged = ([run_phase(phase, home) for _ in range(runs)] for phase in ("ask", "scan", "judge"))
    every, rest, cross, product = (run_phase(phase, home) for phase in ("every", "rest", "cross", "multiply"))
    return [
        _seconds("first answer of a cold process", cold, 0.8),
        _megabytes("first answer of a cold process", cold, 300),
        Measured("a process that answers, memory of its own", "MB", (rest.answer["megabytes"],)),
        Measured("one name over the whole list, p50", "ms", tuple(_percentile(run, 50) for run in asked), 1),
        Measured("one name over the whole list, p99", "ms", tuple(_percentile(run, 99) for run in asked), 4),
        Measured(
            "answers equal to those of comparing with every name", "%", (every.answer["equal"],), 100, least=True
        ),
        Measured("batch", "names/s", _rates(asked), 3_000, least=True),
        Measured("without the index: every listed name compared, p50", "ms", (_percentile(every, 50),)),
        Measured("without the index: every listed name compared", "names/s", _rates([every])),
        Measured("rapidfuzz: scan of all names, p50", "ms", tuple(_percentile(run, 50) for run in scanned)),
        Measured("rapidfuzz: scan of all names", "names/s", _rates(scanned)),
        Measured("rapidfuzz cdist: points alone, one scorer", "names/s", _rates([cross])),
        Measured(f"trigrams by {product.answer['by']}: candidates alone", "names/s", _rates([product])),
        Measured("logic-v2: ten candidates given free, p50", "ms", tuple(_percentile(run, 50) for run in judged)),
        Measured("logic-v2: ten candidates given free", "names/s", _rates(judged)),
    ]


def _percentile(run: Run, percent: int) -> float:
    taken: list[float] = run.answer["milliseconds"]
    return quantiles(taken, n=100, method="inclusive")[percent - 1]


def _rates(runs: Iterable[Run]) -> tuple[float, ...]:
    return tuple(run.answer["rate"] for run in runs)


def describe_machine() -> str:
    """Return processor, cores, load, Python: what the figures depend on."""
    cpus = Path("/proc/cpuinfo")
    lines = cpus.read_text(encoding="utf-8").splitlines() if cpus.exists() else []
    model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")
    load = ", ".join(f"{value:.2f}" for value in os.getloadavg())
    return (
        f"{model or platform.processor()}, {os.cpu_count()} cores, load {load}, "
        f"Python {platform.python_version()}, {platform.system()}"
    )


def draw_table(measured: Sequence[Measured], title: str) -> Table:
    """Return the table, with the figures to reach and whether they are."""
    table = Table("what", "median", "runs", "processor", "to reach", "reached", title=title)
    for row in measured:
        limit = "" if row.limit is None else f"{'over' if row.least else 'under'} {row.limit:g} {row.unit}"
        shown = ", ".join(f"{value:,.1f}" for value in row.runs)
        cpu = f"{median(row.cpu):.2f} s" if row.cpu else ""
        table.add_row(row.what, f"{row.value:,.2f} {row.unit}", shown, cpu, limit, row.reached)
    return table


def write_table(measured: Sequence[Measured]) -> str:
    """Return the table as Markdown."""
    lines = ["| what | median | processor | to reach | reached |", "|---|---|---|---|---|"]
    for row in measured:
        limit = "" if row.limit is None else f"{'over' if row.least else 'under'} {row.limit:g} {row.unit}"
        cpu = f"{median(row.cpu):.2f} s" if row.cpu else ""
        lines.append(f"| {row.what} | {row.value:,.2f} {row.unit} | {cpu} | {limit} | {row.reached} |")
    return "\n".join(lines)


def replace_block(page: Path, name: str, script: str, shown: str) -> None:
    """Put what a benchmark found between its two marks in a page."""
    begin, end = f"<!-- {name}: written by {script} -->", f"<!-- {name}: end -->"
    head, rest = page.read_text(encoding="utf-8").split(begin)
    page.write_text(f"{head}{begin}\n\n{shown}\n\n{end}{rest.split(end)[1]}", encoding="utf-8")


def describe_ratios(measured: Sequence[Measured]) -> str:
    """Return how Ostiary's batch compares with the peers' rates."""
    rates = {row.what.partition(":")[0]: row.value for row in measured if row.unit == "names/s"}
    ours = rates.pop("batch")
    return "; ".join(f"batch is {ours / rate:.2f} times {peer}" for peer, rate in rates.items())


def measure_home(home: Path, runs: int) -> list[Measured]:
    """Measure compiling and answers over a home in which the list is recorded; its index alone is renewed."""
    found = [run_phase("compile", home) for _ in range(runs)]
    return [
        _seconds("compile", found, 10),
        _megabytes("compile", found),
        Measured("index file", "MB", tuple(run.answer["bytes"] / 1e6 for run in found)),
        *measure_answers(home, runs),
    ]


def measure_anew(arguments: argparse.Namespace, folder: Path) -> list[Measured]:
    """Measure all of the way in homes of the benchmark's own."""
    measured, home = measure_building(
        folder, find_two_versions(folder, generated=arguments.generated), arguments.runs
    )
    return [
        *measured,
        *(measure_series(folder) if arguments.series else []),
        *measure_answers(home, arguments.runs),
    ]


def read_arguments() -> argparse.Namespace:
    """Return what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3, help="runs of each phase")
    parser.add_argument(
        "--home", type=Path, help="a home with the list recorded, to be used in place of a new one"
    )
    parser.add_argument("--generated", action="store_true", help="measure on a generated list in any case")
    parser.add_argument("--series", action="store_true", help="also record every real version, one after another")
    parser.add_argument("--write", action="store_true", help="also write docs/performance.md")
    parser.add_argument("--json", action="store_true", help="print JSON in place of the table")
    return parser.parse_args()


def main() -> None:
    """Measure all phases and print the table."""
    arguments = read_arguments()
    console = Console(stderr=arguments.json, width=None if sys.stdout.isatty() else 140)
    machine = describe_machine()
    with TemporaryDirectory(prefix="ostiary-bench-") as name:
        measured = (
            measure_home(arguments.home, arguments.runs) if arguments.home else measure_anew(arguments, Path(name))
        )
    console.print(draw_table(measured, "Speed"))
    console.print(describe_ratios(measured))
    console.print(f"Before: {machine}\nAfter: {describe_machine()}", style="dim")
    if arguments.write:
        shown = f"{write_table(measured)}\n\n{describe_ratios(measured)}."
        replace_block(
            PAGE, "speed", "bench/speed.py", f"{shown}\n\nBefore: {machine}  \nAfter: {describe_machine()}"
        )
    if arguments.json:
        print(json.dumps({"machine": machine, "measured": [asdict(row) for row in measured]}, indent=2))


if __name__ == "__main__":
    main()
