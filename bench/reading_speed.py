"""How fast are reports read, from a file's bytes to all claims, on one core, and in how much memory?

Processor time counts: it is what one core needs, also where other work slows the clock.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from figures import Figure, Gate, Section
from speed import Run, launch

PHASE = Path(__file__).resolve().parent / "reading_phase.py"
GATES = {"text": Gate(20), "html": Gate(12)}
WHAT = {"text": "plain texts of about 7,000 characters", "html": "real pages as HTML"}


def measure_speed(kind: str, home: Path | None, list_name: str) -> Section | str:
    """Return the figures of one kind of file, or why there are none.

    Args:
        kind: ``text`` or ``html``.
        home: Where the list is compiled; None for the samples.
        list_name: Which list, in words.
    """
    run = launch(sys.executable, str(PHASE), kind, *([str(home)] if home else []))
    if not run.answer["reports"]:
        return f"news/pages is not beside this checkout: the speed on {WHAT[kind]} is left out."
    title = f"Speed, {WHAT[kind]}: {run.answer['reports']} of {run.answer['bytes']:,.0f} bytes on average"
    note = f"One process, one core; whole readings against {list_name}; refused: {run.answer['refused']}."
    return Section(title, _list_figures(run, kind), [note])


def _list_figures(run: Run, kind: str) -> list[Figure]:
    reports, seconds, cpu = run.answer["reports"], run.answer["seconds"], run.answer["cpu"]
    return [
        _rate("reports a second of one core's time", reports, cpu, GATES[kind]),
        _rate("reports a second by the clock", reports, seconds, None),
        Figure("peak memory, MB", run.megabytes, "one process, index mapped", digits=0),
    ]


def _rate(name: str, reports: int, seconds: Sequence[float], gate: Gate | None) -> Figure:
    rates = [reports / each for each in seconds]
    sample = f"median of {len(rates)} runs, {min(rates):.1f}-{max(rates):.1f}"
    return Figure(name, median(rates), sample, gate, digits=1)
