"""The measures of the benchmark, checked against their definitions."""

import importlib
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

BENCH = Path(__file__).parents[2] / "bench"


@pytest.fixture
def measures(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(BENCH))
    return importlib.import_module("measures")


def test_measures_at_a_threshold_count_a_score_on_it_as_fired(measures: ModuleType) -> None:
    scores, labels = np.array([0.9, 0.7, 0.7, 0.2]), np.array([True, True, False, True])
    whole = measures.estimate(measures.measure_rows(scores, labels, measures.draw_counts(4), cut=0.7))
    assert whole["precision"].value == pytest.approx(2 / 3)
    assert whole["recall"].value == pytest.approx(2 / 3)
    assert whole["best_f1"].value == pytest.approx(6 / 7)
    assert whole["threshold"].value <= 0.2
    assert whole["f1"].low <= whole["f1"].value <= whole["f1"].high


def test_auc_is_the_share_of_pairs_in_order_and_ties_count_half(measures: ModuleType) -> None:
    random = np.random.default_rng(3)
    scores = random.integers(0, 10, 60) / 10
    labels = random.random(60) < 0.4
    above = scores[labels][:, None] - scores[~labels][None, :]
    expected = ((above > 0) + (above == 0) / 2).mean()
    measured = measures.measure_rows(scores, labels, measures.draw_counts(60), cut=0.5)
    assert measured[0, measures.MEASURES.index("auc")] == pytest.approx(expected)


def test_a_resample_equals_the_measure_of_the_rows_it_draws(measures: ModuleType) -> None:
    random = np.random.default_rng(4)
    scores, labels = random.random(40), random.random(40) < 0.5
    counts = measures.draw_counts(40, resamples=1)
    drawn = np.repeat(np.arange(40), counts[1])
    direct = measures.measure_rows(scores[drawn], labels[drawn], np.ones((1, 40), dtype=np.int64), cut=0.6)
    assert measures.measure_rows(scores, labels, counts, cut=0.6)[1] == pytest.approx(direct[0])


def test_nothing_fired_is_no_error(measures: ModuleType) -> None:
    measured = measures.measure_rows(np.zeros(3), np.array([True, False, False]), measures.draw_counts(3), cut=0.7)
    assert measured[0, :3].tolist() == [0.0, 0.0, 0.0]
