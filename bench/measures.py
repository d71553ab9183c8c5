"""How well do scores agree with labels? Precision, recall, F1, AUC, each with a bootstrap interval over rows."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

#: One seed for every resampling, so that a run can be repeated.
SEED = 20_251_119
RESAMPLES = 2_000
#: Per resample and measure, in this order.
MEASURES = ("precision", "recall", "f1", "best_f1", "threshold", "auc")

#: Thresholds that a user can set, among which the best F1 is sought.
GRID = np.arange(101) / 100
#: A score that is this near below a threshold is at it: 0.7 is not a binary fraction.
ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Estimate:
    """A measure over all rows, and the bounds that hold 95 % of the resamples."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.3f} ({self.low:.3f}-{self.high:.3f})"


def draw_counts(rows: int, *, resamples: int = RESAMPLES) -> Integers:
    """Return how often each row stands in each resample: shape (resamples + 1, rows), the first all ones."""
    drawn = np.random.default_rng(SEED).multinomial(rows, np.full(rows, 1 / rows), size=resamples)
    return np.vstack([np.ones((1, rows), dtype=np.int64), drawn])


def measure_rows(scores: Floats, labels: NDArray[np.bool_], counts: Integers, *, cut: float) -> Floats:
    """Return the measures of every resample.

    Args:
        scores: One per row.
        labels: One per row: should it be positive?
        counts: Shape (resamples, rows), from :func:`draw_counts`.
        cut: A row fires when its score is at or above it.

    Returns:
        Shape (resamples, 6), columns as in :data:`MEASURES`. The best F1 is sought over :data:`GRID`, AUC uses the
        scores as they are.
    """
    order = np.argsort(-scores, kind="stable")
    ends = np.flatnonzero(np.append(np.diff(scores[order]) != 0, True))
    true, fired = (
        np.hstack([np.zeros((len(counts), 1), dtype=np.int64), np.cumsum(part, axis=1)[:, ends]])
        for part in (counts[:, order] * labels[order], counts[:, order])
    )
    wanted, total = true[:, -1:], fired[:, -1:]
    cuts = np.searchsorted(-scores[order][ends], -np.append(GRID, cut) + ROUNDING, side="right")
    precision, recall, f1 = _measure_cuts(true[:, cuts], fired[:, cuts], wanted)
    best = f1[:, :-1].argmax(axis=1)
    auc = _measure_auc(true, fired - true, wanted, total - wanted)
    return np.column_stack(
        [precision[:, -1], recall[:, -1], f1[:, -1], f1[:, :-1].max(axis=1), GRID[best], auc],
    )


def _measure_cuts(true: Integers, fired: Integers, wanted: Integers) -> tuple[Floats, Floats, Floats]:
    precision = true / np.maximum(fired, 1)
    recall = true / np.maximum(wanted, 1)
    return precision, recall, 2 * true / np.maximum(fired + wanted, 1)


def _measure_auc(true: Integers, false: Integers, wanted: Integers, unwanted: Integers) -> Floats:
    middle = (true[:, 1:] + true[:, :-1]) / 2
    area = (middle * np.diff(false, axis=1)).sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(area / (wanted * unwanted)[:, 0])


def estimate(measured: Floats) -> dict[str, Estimate]:
    """Return each measure over all rows with its 95 % interval, from what :func:`measure_rows` gave."""
    low, high = np.nanpercentile(measured[1:], [2.5, 97.5], axis=0)
    whole = measured[0]
    return {name: Estimate(float(whole[at]), float(low[at]), float(high[at])) for at, name in enumerate(MEASURES)}
