"""What was measured, how sure is it, and is it enough? Shares with bootstrap intervals over articles."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import comb, isnan, nan

import numpy as np
from measures import draw_counts
from rich.table import Table

#: At most; a small set has fewer resamples that differ.
RESAMPLES = 1_000
#: Fewer articles than this have too few different resamples for an interval.
FEWEST = 5
BOUNDS = (2.5, 97.5)

#: What one article adds to each measure: hits, and out of how many.
Tally = Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Gate:
    """The figure to reach.

    Attributes:
        bound: The value itself is enough.
        most: Whether it is an upper bound.
        below: Whether the value must stay below an upper bound, and not at it.
    """

    bound: float
    most: bool = False
    below: bool = False

    def passes(self, value: float) -> bool:
        """Return whether a value is enough."""
        if self.below:
            return value < self.bound
        return value <= self.bound if self.most else value >= self.bound

    def __str__(self) -> str:
        sign = "<" if self.below else "<=" if self.most else ">="
        return f"{sign} {self.bound:g}"


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure.

    Attributes:
        name: What is measured.
        value: The figure; NaN where there was nothing to measure.
        sample: What it rests on, in words.
        gate: What is to be reached, if the issue says so.
        low: Lower bound of the 95 % interval over articles; NaN where there are too few of them.
        high: Upper bound, likewise.
        resamples: How many the interval rests on.
        digits: Decimals to show.
    """

    name: str
    value: float
    sample: str
    gate: Gate | None = None
    low: float = nan
    high: float = nan
    resamples: int = 0
    digits: int = 3

    @property
    def reached(self) -> bool | None:
        """Whether the gate is reached; None without a gate, or where nothing was measured."""
        return None if self.gate is None or isnan(self.value) else self.gate.passes(self.value)


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the benchmark.

    Attributes:
        title: What was measured on what.
        figures: What came out.
        notes: What a reader must know.
        misses: What went wrong, one line each; never of texts that are held out.
    """

    title: str
    figures: Sequence[Figure]
    notes: Sequence[str] = ()
    misses: Sequence[str] = field(default=(), repr=False)


def measure_shares(articles: Sequence[Tally], gates: Mapping[str, Gate] | None = None) -> list[Figure]:
    """Return one figure for each measure that the articles' tallies name, in the order in which they first do.

    Args:
        articles: One tally for each; an article counts for the measures that it names.
        gates: What is to be reached, by measure.
    """
    gates = gates or {}
    names = dict.fromkeys(name for article in articles for name in article)
    return [
        measure_share(name, [article[name] for article in articles if name in article], gates.get(name))
        for name in names
    ]


def measure_share(name: str, counts: Sequence[tuple[int, int]], gate: Gate | None = None) -> Figure:
    """Return hits over cases, summed over articles, with the interval that resampling the articles gives.

    Args:
        name: What is measured.
        counts: Hits and cases of each article.
        gate: What is to be reached.
    """
    hits, cases = sum(hit for hit, _ in counts), sum(case for _, case in counts)
    resamples = count_resamples(len(counts))
    low, high = _resample(counts, resamples) if resamples and cases else (nan, nan)
    value = hits / cases if cases else nan
    return Figure(name, value, f"{hits:,} of {cases:,}; n {len(counts):,}", gate, low, high, resamples)


def add_tallies(tallies: Sequence[Tally]) -> Tally:
    """Return the tally of several parts of one article."""
    names = dict.fromkeys(name for tally in tallies for name in tally)
    none = (0, 0)
    return {
        name: (
            sum(tally.get(name, none)[0] for tally in tallies),
            sum(tally.get(name, none)[1] for tally in tallies),
        )
        for name in names
    }


def count_resamples(articles: int) -> int:
    """Return how many resamples a set of articles is worth: never more than there are different ones, or none."""
    return 0 if articles < FEWEST else min(RESAMPLES, comb(2 * articles - 1, articles))


def _resample(counts: Sequence[tuple[int, int]], resamples: int) -> tuple[float, float]:
    drawn = draw_counts(len(counts), resamples=resamples)[1:] @ np.array(counts, dtype=np.int64)
    some = drawn[drawn[:, 1] > 0]
    low, high = np.percentile(some[:, 0] / some[:, 1], BOUNDS)
    return float(low), float(high)


def measure_f1(both: int, gold: int, found: int) -> tuple[int, int]:
    """Return hits and cases whose ratio is F1; summed over articles they give the F1 of the whole."""
    return 2 * both, gold + found


def draw_section(section: Section) -> Table:
    """Return the table of a section; what had no cases is left out unless it is to reach something."""
    table = Table(title=section.title, title_justify="left")
    for column in ("figure", "value", "95 %", "counts", "to reach", ""):
        table.add_column(column, no_wrap=column != "figure")
    for figure in section.figures:
        if isnan(figure.value) and not figure.gate:
            continue
        table.add_row(*_draw_row(figure), style="red" if figure.reached is False else "")
    return table


def _draw_row(figure: Figure) -> Iterable[str]:
    shown = "-" if isnan(figure.value) else f"{figure.value:,.{figure.digits}f}"
    interval = "" if isnan(figure.low) else f"{figure.low:.{figure.digits}f}-{figure.high:.{figure.digits}f}"
    verdict = {None: "", True: "reached", False: "NOT reached"}[figure.reached]
    if figure.gate and isnan(figure.value):
        verdict = "not measured"
    return figure.name, shown, interval, figure.sample, str(figure.gate or ""), verdict
