"""How much of a news page's article is taken, and how much beside it? F1 over runs of four words.

Counted as in scrapinghub's article-extraction-benchmark: each page's runs of four words, with how often each
stands, are compared with those of the true body; precision and recall are means over pages, F1 is of these two.
"""

import gzip
import json
import re
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import trafilatura
from measures import Estimate, Floats, Integers, draw_counts
from places import DATA

from ostiary.documents.source import report_from_bytes
from ostiary.model.errors import ReportFileError

PAGES = DATA / "news" / "pages"
RUN = 4
#: F1 that reading is to reach.
TARGET = 0.96
_WORD = re.compile(r"\w+")
_LOW, _HIGH = 2.5, 97.5


@dataclass(frozen=True, slots=True)
class Page:
    """A real news page with the body that people took out of it.

    Attributes:
        name: Its key.
        data: The HTML.
        body: The true text.
    """

    name: str
    data: bytes
    body: str


@dataclass(frozen=True, slots=True)
class BodyResult:
    """What one reader makes of all pages.

    Attributes:
        name: The reader.
        pages: How many were read.
        precision: Mean over pages of the share of taken runs that belong to the body.
        recall: Mean over pages of the share of the body's runs that were taken.
        f1: Of the two means.
        failed: Pages of which nothing was taken.
        median: Seconds of one core for a page, the middle one.
        rate: Pages that one core reads in a second.
        worst: Names of the pages with the lowest F1, lowest first, with it.
    """

    name: str
    pages: int
    precision: Estimate
    recall: Estimate
    f1: Estimate
    failed: int
    median: float
    rate: float
    worst: tuple[tuple[str, float], ...]


def find_pages() -> Iterator[Page]:
    """Yield the labelled pages; none where they are absent."""
    truth = PAGES / "ground_truth.json"
    if truth.is_file():
        for name, entry in json.loads(truth.read_text("utf-8")).items():
            data = gzip.decompress((PAGES / "html" / f"{name}.html.gz").read_bytes())
            yield Page(name, data, entry["articleBody"])


def read_with_ostiary(data: bytes) -> str:
    """Return the zones of a page that are neither furniture nor its headline."""
    try:
        report = report_from_bytes(data, "page.html", id="r1")
    except ReportFileError:
        return ""
    kept = (zone for zone in report.zones if not zone.furniture and zone.kind != "headline")
    return "\n".join(report.words_of(zone.span) for zone in kept)


def read_with_trafilatura(data: bytes) -> str:
    """Return what trafilatura extracts with its own settings."""
    return trafilatura.extract(data) or ""


READERS: dict[str, Callable[[bytes], str]] = {
    "Ostiary": read_with_ostiary,
    "trafilatura as it comes": read_with_trafilatura,
}


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[start : start + RUN]) for start in range(max(1, len(words) - RUN + 1)) if words)


def score_body(true: str, taken: str) -> tuple[float, float]:
    """Return precision and recall of one page; NaN where a side is empty and the measure says nothing."""
    wanted, got = _runs(true), _runs(taken)
    both = (wanted & got).total()
    return (
        both / got.total() if got else float("nan"),
        both / wanted.total() if wanted else float("nan"),
    )


def measure_bodies(name: str, pages: list[Page]) -> BodyResult:
    """Return the figures of one of the readers, with intervals over pages."""
    read = READERS[name]
    scores, seconds = [], []
    for page in pages:
        start = time.process_time()
        taken = read(page.data)
        seconds.append(time.process_time() - start)
        scores.append(score_body(page.body, taken))
    rows = np.array(scores)
    counts = draw_counts(len(pages))
    precision, recall = (_weighted_mean(rows[:, column], counts) for column in (0, 1))
    each = {page.name: _f1(*np.nan_to_num(row)) for page, row in zip(pages, rows, strict=True)}
    return BodyResult(
        name,
        len(pages),
        _estimate(precision),
        _estimate(recall),
        _estimate(2 * precision * recall / (precision + recall)),
        int(np.isnan(rows[:, 0]).sum()),
        statistics.median(seconds),
        len(pages) / sum(seconds),
        tuple(sorted(each.items(), key=lambda one: one[1])[:5]),
    )


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _weighted_mean(values: Floats, counts: Integers) -> Floats:
    known = ~np.isnan(values)
    sums: Floats = counts[:, known] @ values[known]
    means: Floats = sums / counts[:, known].sum(axis=1)
    return means


def _estimate(resamples: Floats) -> Estimate:
    low, high = np.percentile(resamples[1:], [_LOW, _HIGH])
    return Estimate(float(resamples[0]), float(low), float(high))


def main() -> None:
    """Print the figures of every reader."""
    pages = list(find_pages())
    if not pages:
        print("The labelled pages are absent: ../shared/data/news/pages.")
        return
    for name in READERS:
        result = measure_bodies(name, pages)
        print(
            f"{name}: {result.pages} pages, precision {result.precision}, recall {result.recall}, F1 {result.f1},"
        )
        print(f"  {result.failed} without text, median {result.median:.3f} s, {result.rate:.1f} pages/s")
        print("  lowest: " + ", ".join(f"{page[:8]} {f1:.2f}" for page, f1 in result.worst))


if __name__ == "__main__":
    main()
