"""Dates are found where they are dates, and resolved as far as the text goes and no further."""

import csv
import json
from datetime import date
from pathlib import Path

import pytest

from ostiary.documents.dates import find_dates
from ostiary.documents.words import split_words
from ostiary.model.periods import parse_period
from ostiary.model.reports import Report, ReportedDate, Span, Zone
from tests.work import assert_linear

TABLE = Path(__file__).with_name("dates.csv")
ROWS = list(csv.DictReader(line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")))
PUBLISHED = date(2025, 8, 8)


def make_report(text: str, published: date | None = None, *, zones: tuple[Zone, ...] = ()) -> Report:
    whole = (Zone("body", Span(0, len(text))),)
    return Report("r1", "invented.txt", "0" * 64, "text", text, zones or whole, published=published, language="en")


def dates_of(text: str, published: date | None = None) -> tuple[Report, tuple[ReportedDate, ...]]:
    report = make_report(text, published)
    return report, find_dates(report, split_words(report))


def day_of(row: dict[str, str]) -> date | None:
    return date.fromisoformat(row["published"]) if row["published"] else None


@pytest.mark.parametrize("row", [row for row in ROWS if row["expression"]], ids=lambda row: row["sentence"])
def test_a_date_is_resolved(row: dict[str, str]) -> None:
    report, dates = dates_of(row["sentence"], day_of(row))
    found = {report.words_of(each.span): each for each in dates}
    assert row["expression"] in found
    answer = found[row["expression"]]
    assert answer.period == (parse_period(row["period"]) if row["period"] else None), answer.reason
    assert answer.precision == row["precision"]
    assert (answer.period is None) == ("cannot be resolved" in answer.reason or "not known" in answer.reason)


@pytest.mark.parametrize("sentence", sorted({row["sentence"] for row in ROWS}))
def test_nothing_else_is_taken_for_a_date(sentence: str) -> None:
    rows = [row for row in ROWS if row["sentence"] == sentence]
    published = {day_of(row) for row in rows}
    for day in published:
        report, dates = dates_of(sentence, day)
        assert {report.words_of(each.span) for each in dates} <= {row["expression"] for row in rows}


def test_the_table_is_as_large_as_it_should_be() -> None:
    assert len(ROWS) >= 150
    assert sum(not row["expression"] for row in ROWS) >= 25


def test_furniture_has_no_dates() -> None:
    text = "The fleet sailed on Thursday.\n\nA crane in Vell, June 3, 2025. (Harbour Press)"
    cut = text.index("\n\n")
    zones = (Zone("body", Span(0, cut)), Zone("caption", Span(cut + 2, len(text))))
    report = make_report(text, date(2025, 8, 8), zones=zones)
    assert [report.words_of(each.span) for each in find_dates(report, split_words(report))] == ["Thursday"]


@pytest.mark.parametrize(
    "text",
    [
        "June " * 1_000,
        "May 3 " * 1_000,
        "between June and " * 600,
        "two weeks ago " * 600,
        "to " * 400 + "Thursday",
        '"' * 400,
        "Thursday " * 600,
        "2019-" * 600,
        "the " * 400,
    ],
    ids=["months", "days", "runs", "ago", "infinitives", "quotes", "weekdays", "years", "articles"],
)
def test_hostile_text_takes_linear_work(text: str) -> None:
    assert_linear(lambda times: dates_of(text[-times * len(text) // 4 :], PUBLISHED), 1)


@pytest.mark.parametrize("published", [date.min, date.max])
def test_the_ends_of_the_calendar_raise_nothing(published: date) -> None:
    for row in ROWS:
        dates_of(row["sentence"], published)


def test_the_report_with_gold_has_all_its_dates_and_no_other(shared: Path) -> None:
    folder = shared / "news" / "reports"
    gold = json.loads((folder / "gold_004.json").read_text("utf-8"))["documents"][0]
    text = (folder / gold["file"]).read_text("utf-8")
    for published in ("2025-08-08", "2025-08-09"):
        _, dates = dates_of(text, date.fromisoformat(published))
        found = {(each.span.start, each.span.end): each.period for each in dates}
        expected = {(each["start"], each["end"]): each["if_published"][published] for each in gold["dates"]}
        assert set(found) == set(expected)
        for where, written in expected.items():
            period = found[where]
            if written is None:
                assert period is None
            else:
                whole = parse_period(written)
                assert period is not None
                assert whole.first <= period.first <= period.last <= whole.last
