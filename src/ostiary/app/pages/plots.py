"""Figures as drawings: curves over thresholds, precision, calibration, intervals. Measures are CSS pixels."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ostiary.model.validation import Calibration, Share, SweepRow

WIDTH, HEIGHT = 460, 270
_LEFT, _RIGHT, _TOP, _BOTTOM = 48, 14, 12, 40
#: The bar of an interval in a table.
BAR_WIDTH = 150
_BAR_PADDING = 5
#: Steps of the scale of a share.
_TENTHS = 10
_THOUSAND = 1000
#: Points between the marks of a threshold.
_TICK_STEP = 50
#: Scales of counts end at one of these, times a power of ten.
_ROUND_ENDS = (1, 2, 5, 10)


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis: where, and what it says."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A point, with the interval that it stands for, and its words.

    Attributes:
        x: Across.
        y: Down.
        low: Lower end of the interval, down; as ``y`` if it has none.
        high: Upper end.
        text: What it says.
    """

    x: float
    y: float
    low: float
    high: float
    text: str


@dataclass(frozen=True, slots=True)
class Plot:
    """A drawing with two axes.

    Attributes:
        title: What it shows.
        across: What the axis below says.
        up: What the axis on the left says.
        x_ticks: Marks of the axis below.
        y_ticks: Marks of the axis on the left.
        line: The curve, as SVG path data.
        band: The interval around it, as SVG path data.
        dots: Points.
        guide: Where a line stands that everything is measured by, as SVG path data.
        mark: Where the threshold in use stands, across; None if it is not drawn.
        mark_text: What stands beside it.
    """

    title: str
    across: str
    up: str
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    line: str = ""
    band: str = ""
    dots: tuple[Dot, ...] = ()
    guide: str = ""
    mark: float | None = None
    mark_text: str = ""

    @property
    def frame(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of what is drawn in."""
        return _LEFT, _TOP, WIDTH - _RIGHT, HEIGHT - _BOTTOM


@dataclass(frozen=True, slots=True)
class _Scale:
    """From values to pixels."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 1)


def _across(low: float, high: float) -> _Scale:
    return _Scale(low, high, _LEFT, WIDTH - _RIGHT)


def _up(low: float, high: float) -> _Scale:
    return _Scale(low, high, HEIGHT - _BOTTOM, _TOP)


@dataclass(frozen=True, slots=True)
class Line:
    """The threshold that a drawing marks, and what it is called."""

    threshold: int
    called: str = "in use"


def draw_recall(sweep: Sequence[SweepRow], line: Line) -> Plot:
    """Return the share of names found, by threshold."""
    return _draw_sweep(sweep, line, ("Found, by threshold", "percent found"), lambda row: row.recall, 100)


def draw_alerts(sweep: Sequence[SweepRow], line: Line) -> Plot:
    """Return the hits of 1,000 names that should give none, by threshold."""
    words = "False alerts, by threshold", "of 1,000 names"
    return _draw_sweep(sweep, line, words, lambda row: row.alerts, _THOUSAND)


def draw_row_hits(sweep: Sequence[SweepRow], line: Line) -> Plot:
    """Return the customers with any hit of 1,000, by threshold."""
    words = "Customers with a hit, by threshold", "of 1,000 rows"
    return _draw_sweep(sweep, line, words, lambda row: row.alerts, _THOUSAND)


def _draw_sweep(
    sweep: Sequence[SweepRow], line: Line, words: tuple[str, str], pick: Callable[[SweepRow], Share], of: int
) -> Plot:
    first, last = sweep[0].threshold, sweep[-1].threshold
    x, most = _across(first, last), max(pick(row).high for row in sweep) * of
    y = _up(0, of if of < _THOUSAND else round_up(most))
    points = [(x.at(row.threshold), pick(row)) for row in sweep]
    upper = [(at, y.at(share.high * of)) for at, share in points]
    lower = [(at, y.at(share.low * of)) for at, share in reversed(points)]
    return Plot(
        words[0],
        "threshold, points",
        words[1],
        tuple(Tick(x.at(value), f"{value}") for value in range(first, last + 1, _TICK_STEP)),
        _count_ticks(y),
        line=_join((at, y.at(share.share * of)) for at, share in points),
        band=f"{_join([*upper, *lower])}Z",
        mark=x.at(line.threshold),
        mark_text=f"{line.called}: {line.threshold}",
    )


def draw_precision(sweep: Sequence[SweepRow], threshold: int, *, balanced: bool = False) -> Plot:
    """Return precision by recall, each point a threshold.

    Args:
        sweep: The thresholds.
        threshold: The one in use.
        balanced: Whether precision is counted as if as many names must not hit as must.
    """
    x, y = _across(0, 100), _up(0, 100)
    rows = [row for row in sweep if row.precision.of]
    precisions = [
        row.recall.share / (row.recall.share + row.alerts.share) if balanced else row.precision.share
        for row in rows
    ]
    places = [
        (x.at(row.recall.share * 100), y.at(precision * 100))
        for row, precision in zip(rows, precisions, strict=True)
    ]
    used = min(zip(rows, places, strict=True), key=lambda pair: abs(pair[0].threshold - threshold), default=None)
    return Plot(
        "Precision by recall",
        "recall, percent",
        "precision, percent",
        _percent_ticks(x),
        _percent_ticks(y),
        line=_join(places),
        dots=(Dot(*used[1], used[1][1], used[1][1], f"{used[0].threshold}"),) if used else (),
    )


def draw_calibration(bands: Sequence[Calibration]) -> Plot:
    """Return the share of pairs that are the same, by band of the shown score."""
    x, y = _across(0, 1), _up(0, 100)
    dots = tuple(
        Dot(
            x.at((band.low + band.high) / 2),
            y.at(band.positive.share * 100),
            y.at(band.positive.low * 100),
            y.at(band.positive.high * 100),
            f"{band.positive.of}",
        )
        for band in bands
        if band.positive.of
    )
    return Plot(
        "Calibration",
        "score shown",
        "percent labelled the same",
        tuple(Tick(x.at(place / _TENTHS), f"{place / _TENTHS:.1f}") for place in range(0, _TENTHS + 1, 2)),
        _percent_ticks(y),
        dots=dots,
        guide=_join([(x.at(0), y.at(0)), (x.at(1), y.at(100))]),
    )


@dataclass(frozen=True, slots=True)
class Bar:
    """An interval in a row of a table, on a scale from its left end to 100 percent.

    Attributes:
        low: Where the interval begins.
        high: Where it ends.
        dot: Where the share stands.
        gate: Where the share must be at least; None: nowhere.
    """

    low: float
    high: float
    dot: float
    gate: float | None


def draw_bar(share: Share, gate: float | None) -> Bar:
    """Return a share with its interval.

    Args:
        share: The share.
        gate: What must be reached, in percent; None: nothing.
    """
    scale = _Scale(0, 100, _BAR_PADDING, BAR_WIDTH - _BAR_PADDING)
    low, high, dot = (scale.at(value * 100) for value in (share.low, share.high, share.share))
    return Bar(low, high, dot, None if gate is None else scale.at(gate))


def round_up(value: float) -> float:
    """Return the next round number that a scale can end at: 1, 2 or 5 times a power of ten."""
    power = 1.0
    while power * _ROUND_ENDS[-1] < value:
        power *= 10
    return next(power * end for end in _ROUND_ENDS if power * end >= value)


def _count_ticks(scale: _Scale) -> tuple[Tick, ...]:
    return tuple(Tick(scale.at(scale.high * part / 5), f"{scale.high * part / 5:g}") for part in range(6))


def _percent_ticks(scale: _Scale) -> tuple[Tick, ...]:
    return tuple(Tick(scale.at(value), f"{value}") for value in range(0, 101, 20))


def _join(points: Iterable[tuple[float, float]]) -> str:
    return "".join(f"{'L' if place else 'M'}{x:g} {y:g}" for place, (x, y) in enumerate(points))
