"""The bodies of real pages, where they lie beside the checkout, reach the benchmark's target."""

import importlib
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[2] / "bench"


def test_bodies_of_real_pages(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not (shared / "news" / "pages").is_dir():
        pytest.skip("needs the real pages of ../shared, which are absent here")
    monkeypatch.syspath_prepend(str(BENCH))
    bodies = importlib.import_module("page_bodies")
    result = bodies.measure_bodies("Ostiary", list(bodies.find_pages()))
    assert result.f1.value >= bodies.TARGET
    assert result.failed == 0
