"""What do many customers cost? A file by one process, by two, and by Spark, and a list change against them.

``python bench/customers.py --home HOME`` takes a home in which two versions of the list are recorded. Rates are of
each further row: the time of a whole command over many rows less that over few of them, so that no start is
counted, of Spark's session neither. The customers are invented people, organisations, ships and aircraft.
"""

import argparse
import csv
import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from inventions import AIRCRAFT, ENTITY, PERSON, VESSEL, Inventor
from places import LIST
from rich.console import Console
from speed import OSTIARY, Measured, Run, describe_machine, draw_table, launch, replace_block, write_table

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "scale.md"
SEED = 11
SCHEMAS = {PERSON: "Person", ENTITY: "Organization", VESSEL: "Vessel", AIRCRAFT: "Airplane"}
#: Rows that are taken off as the start of a command.
FEW = 1_024
#: What Spark may lose against as many plain processes.
SPARK_SHARE = 0.8


def write_customers(path: Path, count: int) -> Path:
    """Write that many invented customers, each with a key, a name, a kind, and of people a birth date."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "name", "schema", "birth_date"))
        for party in Inventor(SEED).invent_parties(count):
            name = " ".join(text for _, text in party.names[0].parts)
            born = "-".join(f"{part:02}" for part in party.born) if party.kind == PERSON else ""
            writer.writerow((f"C{party.number}", name, SCHEMAS[party.kind], born))
    return path


def copy_head(source: Path, path: Path, count: int) -> Path:
    """Write the first customers of a file as a file."""
    with source.open(encoding="utf-8") as file:
        path.write_text("".join(islice(file, count + 1)), encoding="utf-8")
    return path


def screen_by_processes(home: Path, jobs: int, customers: Path) -> Run:
    """Screen a file by so many processes."""
    hits = customers.with_suffix(f".{jobs}.hits.csv")
    command = (
        OSTIARY,
        "--home",
        str(home),
        "screen",
        str(customers),
        "--out",
        str(hits),
        "--jobs",
        str(jobs),
        "--json",
    )
    done = launch(*command)
    hits.unlink()
    return done


def screen_by_spark(home: Path, customers: Path) -> Run:
    """Screen a file by a Spark of two workers on this machine."""
    return launch(sys.executable, str(HERE / "spark_phase.py"), str(home), str(customers))


def rate_rows(runs: Iterable[tuple[Run, Run]], rows: int) -> tuple[float, ...]:
    """Return the rows a second beyond the few, for each pair of runs over few and over all."""
    return tuple((rows - FEW) / (whole.seconds - few.seconds) for few, whole in runs)


def measure_rates(home: Path, folder: Path, rows: int, runs: int) -> list[Measured]:
    """Measure one file by one process, by two, and by Spark."""
    whole = write_customers(folder / "customers.csv", rows)
    few = copy_head(whole, folder / "few.csv", FEW)
    ways = {
        "one process": partial(screen_by_processes, home, 1),
        "two processes": partial(screen_by_processes, home, 2),
        "Spark, two workers": partial(screen_by_spark, home),
    }
    rates = {
        way: rate_rows([(screen(few), screen(whole)) for _ in range(runs)], rows) for way, screen in ways.items()
    }
    shares = tuple(
        spark / plain for spark, plain in zip(rates["Spark, two workers"], rates["two processes"], strict=True)
    )
    return [
        *(Measured(f"{rows:,} customers by {way}", "rows/s", found) for way, found in rates.items()),
        Measured("Spark beside two processes", "of their rate", shares, SPARK_SHARE, least=True),
    ]


def measure_change(home: Path, folder: Path, stored: int, runs: int) -> list[Measured]:
    """Measure what the newest change of the list takes against customers that are compiled once."""
    customers = write_customers(folder / "stored.csv", stored)
    before = find_label_before(home)
    command = (OSTIARY, "--home", str(home), "lookback", str(customers), "--before", before, "--keep", "--json")
    few = copy_head(customers, folder / "few.csv", FEW)
    launch(
        OSTIARY, "--home", str(home), "lookback", str(few), "--before", before, "--json"
    )  # compiles the older index
    first = launch(*command)
    again = [launch(*command) for _ in range(runs)]
    said = again[-1].answer["lookback"]
    what = f"{said['changed']} changed listings against {stored:,} customers"
    return [
        Measured(f"{stored:,} customers compiled, and asked once", "s", (first.seconds,), cpu=(first.cpu,)),
        Measured(f"{stored:,} customers compiled, peak memory", "MB", (first.megabytes,)),
        Measured(what, "s", tuple(run.seconds for run in again), 2, cpu=tuple(run.cpu for run in again)),
        Measured(f"{what}: customers screened twice", "rows", (float(said["compared"]),)),
    ]


def find_label_before(home: Path) -> str:
    """Return how a command is told the version before the newest one: ``.1`` says the first of its day."""
    from ostiary.app.settings import read_settings  # noqa: PLC0415 - the package only where it is measured
    from ostiary.register import open_register  # noqa: PLC0415

    with open_register(read_settings(home).register_path) as register:
        label = register.versions(LIST)[-2].label
    return label if "." in label else f"{label}.1"


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--home", type=Path, required=True, help="a home in which two versions are recorded")
    parser.add_argument("--rows", type=int, default=20_000, help="customers of the file")
    parser.add_argument("--stored", type=int, default=100_000, help="customers of the look-back; 0: none")
    parser.add_argument("--runs", type=int, default=3, help="runs of each step")
    parser.add_argument("--write", action="store_true", help="also write docs/scale.md")
    parser.add_argument("--json", action="store_true", help="print JSON in place of the table")
    arguments = parser.parse_args()
    machine = describe_machine()
    with TemporaryDirectory(prefix="ostiary-bench-") as name:
        measured = measure_rates(arguments.home, Path(name), arguments.rows, arguments.runs)
        if arguments.stored:
            measured += measure_change(arguments.home, Path(name), arguments.stored, arguments.runs)
    console = Console(stderr=arguments.json, width=None if sys.stdout.isatty() else 140)
    console.print(draw_table(measured, "Many customers"))
    shown = f"Before: {machine}  \nAfter: {describe_machine()}"
    console.print(shown, style="dim")
    if arguments.write:
        replace_block(PAGE, "customers", "bench/customers.py", f"{write_table(measured)}\n\n{shown}")
    if arguments.json:
        print(json.dumps({"machine": machine, "measured": [asdict(row) for row in measured]}, indent=2))


if __name__ == "__main__":
    main()
