"""How fast and how large is the register of all lists? Every real file beside this checkout, recorded in one run.

``python bench/register.py`` takes in every file that is a whole list, the oldest of each list first, by one run of
``ostiary update --from``, and compiles the index over their newest versions; runs the same again, when nothing is
new; then reads a whole list as of a day gone by, and shows parties. On a busy machine look at the processor time.
"""

import argparse
import json
import re
import sys
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from places import ALL_LISTS
from rich.console import Console
from rich.table import Table
from speed import OSTIARY, Measured, Run, describe_machine, draw_table, launch, run_phase

#: Files that are no lists on purpose, parts of lists in a form of our own, and specifications.
#: The tables of December 2025 have no main table of their day.
_LEFT_OUT = re.compile(
    r"BAD|MALFORMED|SHORT|/specs/|_subjects?(?:_\w+)?\.csv|crypto_addresses|expected_changes"
    r"|/(?:add|alt|sdn_comments)_2025-12"
)
#: A file whose name holds a month only is taken to be of its first day.
_MONTH = re.compile(r"(\d{4}-\d{2})(?!-?\d)")
_BYTES_IN_MB = 1e6


def gather_files(folder: Path) -> list[Path]:
    """Link every real file that is a whole list into a folder, and return the links."""
    found = []
    for path in sorted(ALL_LISTS.rglob("*")):
        if not path.is_file() or _LEFT_OUT.search(str(path)):
            continue
        link = folder / path.parent.name / _MONTH.sub(r"\1-01", path.name)
        link.parent.mkdir(exist_ok=True)
        link.symlink_to(path)
        found.append(link)
    return found


def update(home: Path, files: Path) -> Run:
    """Take in all files by one process."""
    reason = "a benchmark: years lie between the files"
    return launch(
        OSTIARY, "--home", str(home), "update", "--from", str(files), "--accept-shrink", reason, "--json"
    )


def measure(home: Path, files: Path, runs: int) -> tuple[list[Measured], Run]:
    """Measure the first run, the second, and what is asked of the register then."""
    first, again = update(home, files), update(home, files)
    recalled = [run_phase("recall", home) for _ in range(runs)]
    size = sum(path.stat().st_size for path in home.glob("register.sqlite*")) / _BYTES_IN_MB
    shown = [sorted(run.answer["milliseconds"])[len(run.answer["milliseconds"]) // 2] for run in recalled]
    slowest = [max(run.answer["milliseconds"]) for run in recalled]
    return [
        Measured("all files recorded and compiled", "s", (first.seconds,), 300, cpu=(first.cpu,)),
        Measured("all files recorded and compiled, peak memory", "MB", (first.megabytes,), 600),
        Measured("the same again, nothing new", "s", (again.seconds,), 10, cpu=(again.cpu,)),
        Measured("register", "MB", (size,), 500),
        Measured("a whole list as of a day gone by", "s", tuple(run.answer["seconds"] for run in recalled), 3),
        Measured("one party shown, p50", "ms", tuple(shown), 200),
        Measured("one party shown, slowest", "ms", tuple(slowest)),
    ], first


def draw_lists(run: Run) -> Table:
    """Return what came of each file."""
    columns = ("list", "outcome", "version", "parties", "listed", "amended", "delisted", "warnings", "file")
    table = Table(*columns, title="What was taken in")
    for one in run.answer["lists"]:
        said = one["recording"] or {"version": {}}
        counts = [said["version"].get("label"), said["version"].get("parties")]
        counts += [said.get(name) for name in ("listed", "amended", "delisted")]
        cells = ["" if value is None else str(value) for value in counts]
        table.add_row(one["list_id"], one["outcome"], *cells, str(len(one["warnings"])), one["source"])
    return table


def main() -> None:
    """Measure and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3, help="runs of what is asked of the register")
    parser.add_argument("--home", type=Path, help="keep the register there; else it is removed at the end")
    parser.add_argument("--json", action="store_true", help="print JSON in place of the tables")
    arguments = parser.parse_args()
    console = Console(stderr=arguments.json, width=None if sys.stdout.isatty() else 160)
    machine = describe_machine()
    with TemporaryDirectory(prefix="ostiary-bench-") as name:
        files = Path(name) / "files"
        files.mkdir()
        if not gather_files(files):
            raise SystemExit("The real lists of ../shared are absent: nothing is measured.")
        measured, first = measure(arguments.home or Path(name) / "home", files, arguments.runs)
    console.print(draw_lists(first))
    console.print(draw_table(measured, "The register of all lists"))
    console.print(f"Before: {machine}\nAfter: {describe_machine()}", style="dim")
    if arguments.json:
        print(json.dumps({"machine": machine, "measured": [asdict(row) for row in measured]}, indent=2))


if __name__ == "__main__":
    main()
