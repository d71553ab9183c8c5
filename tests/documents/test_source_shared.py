"""Text in, measured on real reports and annotated articles, where they lie beside the checkout."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from ostiary.documents.source import read_report
from ostiary.model.reports import Report, Span

CONTENT = re.compile(r"^T\d+\tContent ([\d ;]+)\t", re.MULTILINE)
#: Names of the gold that differ from ours.
GOLD_KINDS = {"caption_repeated": "repeated"}


@pytest.fixture
def reports(shared: Path) -> Path:
    folder = shared / "news" / "reports"
    if not folder.is_dir():
        pytest.skip("needs the real reports of ../shared, which are absent here")
    return folder


def test_every_zone_of_the_report_with_gold(reports: Path) -> None:
    gold = json.loads(next(reports.glob("gold_*.json")).read_text("utf-8"))["documents"][0]
    report = read_report(reports / gold["file"], id="r1")
    expected = {
        (zone["start"], zone["end"]): GOLD_KINDS.get(zone["kind"], zone["kind"])
        for zone in gold["zones"]
        if zone["text"].strip()
    }
    found = {(zone.span.start, zone.span.end): zone.kind for zone in report.zones}
    assert found == expected
    assert report.outlet == gold["outlet"]["value"]
    assert report.language == gold["language"]


def test_the_poll_of_the_other_report_is_no_body(reports: Path) -> None:
    """Line numbers: a box of four lines, a poll of two, one heading; the rest is the report."""
    report = read_report(next(reports.glob("000_*.txt")), id="r1")
    kinds = {int(zone.place.split()[1]): zone.kind for zone in report.zones}
    assert [kinds.pop(line) for line in (1, 2, 3, 4)] == ["box"] * 4
    assert (kinds.pop(7), kinds.pop(12), kinds.pop(13)) == ("crosshead", "poll question", "poll options")
    assert set(kinds.values()) == {"body"}


def contents(folder: Path) -> Iterator[tuple[Report, Span]]:
    """Yield each span of attributed content with its report."""
    for path in sorted(folder.glob("text/*.txt")):
        report = read_report(path, id="r1")
        for notes in folder.glob(f"attributions/{path.stem}_*.ann"):
            for found in CONTENT.finditer(notes.read_text("utf-8")):
                for part in found[1].split(";"):
                    start, end = part.split()
                    yield report, Span(int(start), int(end))


@pytest.mark.parametrize("half", ["dev", "train"])
def test_what_people_are_said_to_have_said_is_not_lost_as_furniture(shared: Path, half: str) -> None:
    folder = shared / "news" / "polnear" / half
    if not folder.is_dir():
        pytest.skip("needs the annotated articles of ../shared, which are absent here")
    every = [
        any(zone.furniture and zone.span.overlaps(span) for zone in report.zones)
        for report, span in contents(folder)
    ]
    assert len(every) > 1_000
    assert sum(every) < 0.001 * len(every)
