"""How much of the bodies of real pages is taken, beside what the library takes as it comes?"""

from figures import Figure, Gate, Section
from measures import RESAMPLES, Estimate
from page_bodies import READERS, TARGET, BodyResult, find_pages, measure_bodies


def measure_pages() -> Section | str:
    """Return the figures of every reader of pages, our own first, or why there are none."""
    pages = list(find_pages())
    if not pages:
        return "news/pages is not beside this checkout: the bodies of pages are left out."
    results = [measure_bodies(name, pages) for name in READERS]
    figures = [
        figure for number, result in enumerate(results) for figure in _list_figures(result, ours=not number)
    ]
    lowest = ", ".join(f"{name[:8]} {f1:.2f}" for name, f1 in results[0].worst)
    notes = ["F1 over runs of four words, as in the article-extraction-benchmark; means over pages."]
    return Section(f"Bodies of {len(pages)} real pages", figures, notes, [f"lowest: {lowest}"])


def _list_figures(result: BodyResult, *, ours: bool) -> list[Figure]:
    sample = f"{result.pages} pages, {result.failed} without text"
    return [
        _figure(f"{result.name}: F1", result.f1, sample, Gate(TARGET) if ours else None),
        _figure(f"{result.name}: precision", result.precision, sample),
        _figure(f"{result.name}: recall", result.recall, sample),
    ]


def _figure(name: str, estimate: Estimate, sample: str, gate: Gate | None = None) -> Figure:
    return Figure(name, estimate.value, sample, gate, estimate.low, estimate.high, RESAMPLES)
