"""The day of publication and the outlet, as a report's own lines tell them; what is doubtful is said."""

import csv
from datetime import date
from pathlib import Path

import pytest

from ostiary.documents.source import report_from_bytes
from ostiary.model.reports import Report

BODY = (
    "The harbour board has seized two tankers of a shipping company, it said in a letter to the council, and "
    "their crews are safe and well.\n\nThe vessels will lie off the northern pier until a court decides on them."
)
HEADLINE = "Harbour board seizes two tankers"


def rows() -> list[dict[str, str]]:
    with (Path(__file__).parent / "publication_days.csv").open(encoding="utf-8") as lines:
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def make_text(where: str, text: str) -> str:
    lines = "\n".join(text.replace("~", ",").split("|"))
    return {
        "above": f"{HEADLINE}\n\n{lines}\n\n{BODY}",
        "first": f"{lines}\n\n{HEADLINE}\n\n{BODY}",
        "opening": f"{HEADLINE}\n\n{lines} {BODY}",
        "below": f"{HEADLINE}\n\n{BODY}\n\n{lines}",
    }[where]


def read(text: str, published: date | None = None) -> Report:
    return report_from_bytes(text.encode(), "report.txt", id="r1", published=published)


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['where']}: {row['text']}")
def test_lines_about_the_report(row: dict[str, str]) -> None:
    report = read(make_text(row["where"], row["text"]))
    assert (str(report.published or ""), report.outlet) == (row["published"], row["outlet"])
    if row["said"]:
        assert any(row["said"] in remark for remark in report.remarks), report.remarks
    else:
        assert report.remarks == ()


@pytest.mark.parametrize(
    ("where", "text", "given", "said"),
    [
        ("above", "03/04/2025", date(2025, 4, 3), ""),
        ("above", "03/04/2025", date(2025, 4, 5), "says 2025-03-04 or 2025-04-03; 2025-04-05 is taken"),
        ("above", "3 March 2025", date(2025, 3, 4), "says 2025-03-03; 2025-03-04 is taken"),
        ("above", "Updated 9 March 2025", date(2025, 3, 4), ""),
        ("above", "Updated 1 March 2025", date(2025, 3, 4), "says 2025-03-01"),
        ("opening", "WESTHAVEN, Aug 9 (Example) -", date(2025, 8, 9), ""),
        ("opening", "WESTHAVEN, Dec 31 (Example) -", date(2025, 12, 31), ""),
        (
            "opening",
            "WESTHAVEN, Aug 9 (Example) -",
            date(2025, 10, 9),
            "has another day of the year than 2025-10-09",
        ),
    ],
)
def test_what_is_given_is_taken_and_a_conflict_is_said(where: str, text: str, given: date, said: str) -> None:
    report = read(make_text(where, text), given)
    assert report.published == given
    against = [remark for remark in report.remarks if remark.startswith("The line")]
    assert len(against) == bool(said)
    assert all(said in remark for remark in against)


PAGE = """<html><head><title>{headline}</title>{fields}</head><body><article><h1>{headline}</h1>
<p>{opening} {body}</p><p>{body}</p></article></body></html>"""


@pytest.mark.parametrize(
    ("field", "opening", "published", "said"),
    [
        ("article:published_time", "WESTHAVEN, March 3, 2025 (Example) --", date(2025, 3, 4), ""),
        (
            "article:published_time",
            "WESTHAVEN, March 9, 2025 (Example) --",
            date(2025, 3, 4),
            "2025-03-04 is taken",
        ),
        ("article:published_time", "WESTHAVEN, June 3 (Example) --", date(2025, 3, 4), "another day of the year"),
        (
            "article:modified_time",
            "WESTHAVEN, March 3 (Example) --",
            date(2025, 3, 3),
            "in which the file was made",
        ),
        ("article:modified_time", "WESTHAVEN, Dec. 9 (Example) --", None, "a day without a year"),
        ("article:modified_time", "Boats lie off the pier.", None, "The file was made on 2025-03-04"),
    ],
)
def test_a_page_and_its_dateline(field: str, opening: str, published: date | None, said: str) -> None:
    fields = f'<meta property="{field}" content="2025-03-04T09:30:00">'
    page = PAGE.format(headline=HEADLINE, fields=fields, opening=opening, body=BODY.replace("\n\n", " "))
    report = report_from_bytes(page.encode(), "report.html", id="r1")
    assert report.published == published
    assert any(said in remark for remark in report.remarks)
